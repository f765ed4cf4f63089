"""Pages → the index of the search, cut into parts, so that a browser loads only what a query needs. Pure.

The head holds what every query needs: the lengths of the pages' fields, the vocabulary and where each part begins. The parts
hold, in the order of their keys, the pages of each term, the pages of each identifier, and what a result shows of each page.
`docs/assets/search.js` puts the terms of a query together again in the form that MiniSearch reads.

Each part is a script and not JSON, because a page read from disk may load a script from beside it but may not fetch a file.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from operator import sub
from typing import Any

from tools.export.terms import piece, words

# How many characters fill a part: small enough to be loaded at once, large enough for a small review to have few.
SIZES = {"terms": 20_000, "identifiers": 10_000, "pages": 4_000}
_MOST_SHARED = 40

Postings = Mapping[tuple[str, int], list[int]]


@dataclass(frozen=True)
class Shown:
    """What a result shows of a page."""

    url: str
    title: str
    code: str = ""
    level: str = ""
    short: str = ""


@dataclass(frozen=True)
class Page:
    """A page that can be found, and the words to find it by; `other` holds its title and names in the other language."""

    shown: Shown
    names: tuple[str, ...] = ()
    answer: str = ""
    text: str = ""
    sources: str = ""
    other: tuple[str, ...] = ()

    def terms(self) -> dict[str, list[str]]:
        """Each field's terms; a name counts by its words and, with a mark before it, as a whole."""
        return {
            "whole": [f"={whole}" for whole in dict.fromkeys(map(piece, self.names + self.other)) if whole],
            "title": words(self.shown.title),
            "names": words("\n".join(self.names)),
            "answer": words(self.answer),
            "text": words(self.text),
            "sources": words(self.sources),
            "other": words("\n".join(self.other)),
        }


FIELDS = tuple(Page(Shown("", "")).terms())


def index_files(
    pages: list[Page], identifiers: Mapping[str, list[int]], beside: Mapping[str, Any], sizes: Mapping[str, int] = SIZES
) -> dict[str, str]:
    """The scripts of the index: file name to text. Pages are numbered from 0, those with a code before those without.

    Args:
        identifiers: what stands for pages as a whole, to their numbers, the best first.
        beside: what the box says besides results; the head holds it.
        sizes: how many characters fill a part of each kind.
    """
    postings, lengths = _count(pages)
    entries = _entries(postings)
    kinds: dict[str, Iterable[tuple[Any, Any]]] = {
        "terms": sorted(entries.items()),
        "identifiers": sorted(identifiers.items()),
        "pages": enumerate([asdict(page.shown) for page in pages]),
    }
    starts: dict[str, list[Any]] = {}
    parts: dict[str, str] = {}
    for kind, items in kinds.items():
        starts[kind], texts = _cut(items, sizes[kind])
        parts |= {f"{kind}-{number}": text for number, text in enumerate(texts)}
    head = {
        # Parts of one build belong together: a part of another one, kept by a browser, is refused by its stamp.
        "stamp": hashlib.sha256("".join(parts.values()).encode()).hexdigest()[:10],
        "coded": sum(bool(page.shown.code) for page in pages),
        "fields": FIELDS,
        "lengths": lengths,
        "vocabulary": _front_coded(sorted(term for term in entries if term.isascii() or term.startswith("="))),
        "starts": starts,
        **beside,
    }
    files = {f"{name}.js": _script(f"{head['stamp']}/{name}", text) for name, text in parts.items()}
    return files | {"head.js": _script("head", _json(head))}


def _count(pages: list[Page]) -> tuple[list[Postings], list[list[int]]]:
    """For each field: the pages in which a term stands so many times, and how many different terms each page has."""
    postings: list[defaultdict[tuple[str, int], list[int]]] = [defaultdict(list) for _ in FIELDS]
    lengths: list[list[int]] = [[] for _ in FIELDS]
    for number, page in enumerate(pages):
        for field, terms in enumerate(page.terms().values()):
            counts = Counter(terms)
            lengths[field].append(len(counts))
            for counted in counts.items():
                postings[field][counted].append(number)
    return list(postings), lengths


def _entries(postings: list[Postings]) -> dict[str, dict[int, dict[int, list[int]]]]:
    """Term to {field: {times: pages}}, each page by its distance from the one before: small numbers, and mostly the same."""
    entries: defaultdict[str, dict[int, dict[int, list[int]]]] = defaultdict(dict)
    for field, found in enumerate(postings):
        for (term, times), numbers in found.items():
            entries[term].setdefault(field, {})[times] = [numbers[0], *map(sub, numbers[1:], numbers)]
    return entries


def _cut(items: Iterable[tuple[Any, Any]], size: int) -> tuple[list[Any], list[str]]:
    """Items in the order of their keys, in parts that hold at least so many characters: their first keys, and their texts."""
    starts: list[Any] = []
    parts: list[list[str]] = []
    filled = size
    for key, value in items:
        if filled >= size:
            starts.append(key)
            parts.append([])
            filled = 0
        parts[-1].append(_json([key, value]))
        filled += len(parts[-1][-1])
    return starts, [f"[{','.join(part)}]" for part in parts]


def _front_coded(terms: list[str]) -> str:
    """Sorted terms, each without what it shares with the one before, and a character for how much that is."""
    coded = []
    for before, term in zip(["", *terms], terms, strict=False):
        shared = _shared(before, term)
        coded.append(chr(ord("0") + shared) + term[shared:])
    return ",".join(coded)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one[:_MOST_SHARED], other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other), _MOST_SHARED))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _script(name: str, text: str) -> str:
    return f'(globalThis.searchIndex??={{}})["{name}"]={text};\n'.replace("<", "\\u003c")
