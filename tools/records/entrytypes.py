"""Types of BibTeX entries: those that are written here, and what other programs call them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from tools.text.messages import Message, say

TYPES = ("article", "book", "incollection", "misc", "phdthesis", "techreport")
_FOREIGN: Mapping[str, str] = {
    "article-journal": "article", "journal-article": "article", "journalarticle": "article", "journal": "article",
    "periodical": "article", "preprint": "article", "posted-content": "article", "review": "article",
    "collection": "book", "monograph": "book", "mvbook": "book", "proceedings": "book",
    "book-chapter": "incollection", "chapter": "incollection", "conference": "incollection", "inbook": "incollection",
    "inproceedings": "incollection", "inreference": "incollection", "proceedings-article": "incollection",
    "dissertation": "phdthesis", "mastersthesis": "phdthesis", "thesis": "phdthesis",
    "manual": "techreport", "report": "techreport", "standard": "techreport",
    "booklet": "misc", "dataset": "misc", "electronic": "misc", "magazine": "misc", "newspaper": "misc", "online": "misc",
    "patent": "misc", "software": "misc", "unpublished": "misc", "webpage": "misc", "website": "misc", "www": "misc",
}  # fmt: skip


def wrong_type(written: str) -> Message | None:
    """What is wrong with the type of an entry; None for one that is known, in whatever letters."""
    plain = written.casefold()
    if plain in TYPES:
        return None
    close = get_close_matches(plain, [*TYPES, *_FOREIGN], n=1, cutoff=0.75)
    meant = _FOREIGN.get(close[0], close[0]) if close else ""
    if meant:
        return say("unknown-word.type-meant", type=written, meant=meant)
    return say("unknown-word.type", type=written, words=TYPES)
