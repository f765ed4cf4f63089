"""The sentences of a text beside those of its translation. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tools.appraisal.strength import sentences
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import LANGUAGES, Language, Text
from tools.text.marks import CITATION, cited_keys

# A paragraph that is longer, and has more sentences in one language, says too much to be compared as a whole.
_LONG = 300
# How wide the Japanese is, a kana being two letters wide: from 0.57 to 1.15 of the English in 960 texts of over 150 letters, 0.80
# in the middle. What has fewer sentences as well, and is beyond these, has lost one.
_USUAL = 0.62, 1.15
_SHORT = 150
_WIDE = "\u2000"


@lru_cache(maxsize=2**13)
def sentence_pairs(text: Text) -> tuple[tuple[str, str], ...]:
    """Each sentence with its translation, as far as the paragraphs have as many of them; else a short paragraph as a whole."""
    return tuple(pair for one, other in paragraph_pairs(text) for pair in _in_paragraph(one, other))


def shorter(text: Text) -> Language | None:
    """The language that seems to lack a sentence: it has fewer, and is far shorter than a translation is; None if none does."""
    japanese, english = (CITATION.sub("", text[language]) for language in LANGUAGES)
    ours, theirs = len(sentences(japanese, "ja")), len(sentences(english, "en"))
    width = sum(1 if sign < _WIDE else 2 for sign in japanese)
    if ours == theirs or min(ours, theirs) < 2 or max(width, len(english)) < _SHORT:
        return None
    if ours > theirs:
        return "en" if width > _USUAL[1] * len(english) else None
    return "ja" if width < _USUAL[0] * len(english) else None


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
