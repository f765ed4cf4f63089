"""The sentences of a text beside those of its translation. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tools.appraisal.strength import sentences
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import Language, Text
from tools.text.marks import CITATION, cited_keys

# A paragraph that is longer, and has more sentences in one language, says too much to be compared as a whole.
_LONG = 300


@lru_cache(maxsize=2**13)
def sentence_pairs(text: Text) -> tuple[tuple[str, str], ...]:
    """Each sentence with its translation, as far as the paragraphs have as many of them; else a short paragraph as a whole."""
    return tuple(pair for one, other in paragraph_pairs(text) for pair in _in_paragraph(one, other))


def paragraph_pairs(text: Text) -> Iterator[tuple[str, str]]:
    """Each paragraph with its translation, where the languages have as many; else the whole with the whole."""
    ours, theirs = ([part for part in said.split("\n") if part.strip()] for said in (text.ja, text.en))
    yield from zip(ours, theirs, strict=True) if len(ours) == len(theirs) else [(text.ja, text.en)]


def page_lines(language: Language, name: str, page: Page, review: Review) -> Iterator[tuple[int, str, str]]:
    """The lines of an English page that was written line for line: the number in its file, the Japanese line, the English one."""
    twin = review.pages["ja"].get(name)
    if language != "en" or twin is None:
        return
    japanese, english = (side.body.split("\n") for side in (twin, page))
    if len(japanese) == len(english):
        first = page.text.count("\n", 0, page.start) + 1
        yield from zip(range(first, first + len(english)), japanese, english, strict=True)


def _in_paragraph(ours: str, theirs: str) -> Iterator[tuple[str, str]]:
    mine, yours = sentences(ours, "ja"), sentences(theirs, "en")
    if len(mine) == len(yours):
        yield from zip(mine, yours, strict=True)
    elif (keys := cited_keys(ours)) and keys == cited_keys(theirs):  # what is between two citations belongs together, too
        yield from zip(_between_citations(ours), _between_citations(theirs), strict=False)
    elif len(ours) < _LONG:
        yield ours, theirs


def _between_citations(text: str) -> list[str]:
    return [part for part in CITATION.sub("\n", text).split("\n") if re.search(r"\w", part)]
