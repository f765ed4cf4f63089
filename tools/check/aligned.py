"""The sentences of a text beside those of its translation. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tools.appraisal.strength import sentences
from tools.records.words import Text
from tools.text.marks import CITATION, cited_keys

# A paragraph that is longer, and has more sentences in one language, says too much to be compared as a whole.
_LONG = 300


@lru_cache(maxsize=2**13)
def sentence_pairs(text: Text) -> tuple[tuple[str, str], ...]:
    """Each sentence with its translation, as far as the paragraphs have as many of them; else a short paragraph as a whole."""
    ours, theirs = ([part for part in said.split("\n") if part.strip()] for said in (text.ja, text.en))
    if len(ours) != len(theirs):
        ours, theirs = [text.ja], [text.en]
    return tuple(pair for one, other in zip(ours, theirs, strict=True) for pair in _in_paragraph(one, other))


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
