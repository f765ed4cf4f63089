"""BibTeX entries as references, with the line of each field."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ImplicitComment

from tools.records.authors import Author, read_authors
from tools.records.bibfields import decoded
from tools.records.explain import validate
from tools.records.problem import KeyPath, Problem, Source
from tools.records.sources import Reference
from tools.text.messages import Message, say

# The parser also logs what it returns as failed blocks; we report those as problems.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
# Where an entry begins in text that the parser refused.
_KEY = re.compile(r"\{\s*([a-z]+[0-9]{4}[a-z0-9]+)\s*,")
References = dict[str, tuple[Reference | None, Source]]


def read_bibtex(path: str, text: str) -> tuple[References, list[Problem]]:
    """Every entry by key, None for one that could not be read, and every fault of the file.

    Text that the parser refused has the keys that can be seen in it; where there are none, the key "" stands for what it holds.
    """
    if not text.strip():
        return {}, [Problem(path, 1, say("empty-file.bib"))]
    library = parse_string(text)
    stray = [block for block in library.comments if isinstance(block, ImplicitComment)]
    problems = [Problem(path, _line(block), _fault(block)) for block in library.failed_blocks]
    cut = {_end(block) for block in library.failed_blocks}  # what follows an entry at once is the rest of it
    problems += [Problem(path, _line(block), say("stray-text")) for block in stray if _line(block) not in cut]
    references: References = {}
    for entry in library.entries:
        source = _source(path, entry)
        values, unread = decoded({field.key: str(field.value) for field in entry.fields})
        problems += [source.problem((name,), message) for name, message in unread.items()]
        authors, more, wrong = _authors(values) if "author" not in unread else ([], False, [])
        problems += [source.problem(("author",), message) for message in wrong]
        reference, faults = validate(Reference, _data(entry, values) | {"author": authors, "et_al": more}, source)
        problems += faults
        references[entry.key] = (None if wrong or unread else reference, source)
    return _refused(path, library.failed_blocks, stray) | references, problems


def _refused(path: str, failed: Sequence[Block], stray: Sequence[Block]) -> References:
    """What may be in the text that the parser refused."""
    keys = {key: block for block in (*failed, *stray) for key in _KEY.findall(block.raw or "")}
    if not all(_KEY.search(block.raw or "") for block in failed):
        keys[""] = failed[0]
    return {key: (None, Source(path, {(): _line(block)})) for key, block in keys.items()}


def _authors(values: Mapping[str, str]) -> tuple[list[Author], bool, list[Message]]:
    """What `read_authors` makes of an entry; one without the field has no author, and nothing is wrong."""
    return read_authors(values["author"]) if "author" in values else ([], False, [])


def _data(entry: Entry, values: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {name: _clean(value) for name, value in values.items()}
    data["type"] = entry.entry_type
    if "distinct" in data:
        data["distinct"] = data["distinct"].replace(",", " ").split()
    if "notice" in data:
        kind, _, date = data["notice"].replace(",", " ").partition(" ")
        data["notice"] = {"kind": kind, "date": date.strip()}
    return data


def _clean(value: str) -> str:
    """Braces protect case in BibTeX; a reader does not see them."""
    return " ".join(value.replace("{", "").replace("}", "").split())


def _source(path: str, entry: Entry) -> Source:
    """The lines of an entry: its own for "", and one for each field."""
    first = (entry.start_line or 0) + 1
    lines: dict[KeyPath, int] = {(): first}
    for field in entry.fields:
        lines[(field.key,)] = (field.start_line or first - 1) + 1
    return Source(path, lines)


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _end(block: Block) -> int:
    return _line(block) + (block.raw or "").count("\n")


def _fault(block: Block) -> Message:
    if isinstance(block, DuplicateBlockKeyBlock):
        return say("duplicate-key.entry", key=block.key)
    if isinstance(block, DuplicateFieldKeyBlock):
        entry = block.ignore_error_block
        key = entry.key if isinstance(entry, Entry) else ""
        return say("duplicate-key.field", key=key, fields=tuple(sorted(block.duplicate_keys)))
    return say("bad-bibtex")
