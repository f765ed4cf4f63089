"""A work as a registry describes it, whichever registry it was."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tools.records.authors import Author

# From the mildest to the gravest; the words of `notice` in a reference.
from tools.text.messages import Message, say

NOTICES = ("correction", "expression-of-concern", "retraction")
_NAMES = {
    "correction": "part.correction",
    "expression-of-concern": "part.concern",
    "retraction": "part.retraction",
}


@dataclass(frozen=True)
class Work:
    """What one registry says about one work.

    Attributes:
        service: the registry's name, for people.
        page: where a person sees the same record.
        day: when the registry said so (UTC).
        titles: the title in each form that the registry gives; the first is the one to print.
        title_en: the English title, where `titles` begins with another language.
        authors: in order. `aliases` are other spellings of the first one, such as another script.
        year: the year of print, or of first publication; None where the registry gives none. `years` are all that it gives.
        language: as the registry codes it: two letters (Crossref, CSL) or three (PubMed).
        funders: who paid, each with the numbers of its grants, as deposited.
        kinds: what the registry calls the work.
        notices: kind of notice to its date, None where the registry gives no day.
        notice_itself: the work is itself a notice about another one: which kind, or "".
    """

    service: str
    page: str
    day: datetime.date
    titles: tuple[str, ...]
    title_en: str = ""
    authors: tuple[Author, ...] = ()
    aliases: tuple[Author, ...] = ()
    year: int | None = None
    years: frozenset[int] = frozenset()
    doi: str = ""
    pmid: str = ""
    journal: str = ""
    publisher: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    language: str = ""
    funders: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    notices: Mapping[str, datetime.date | None] = field(default_factory=dict)
    notice_itself: str = ""


def gravest(notices: Mapping[str, object]) -> str:
    """The gravest of some notices, or ""."""
    return max(notices, key=NOTICES.index, default="")


def with_retracted_title(notices: dict[str, datetime.date | None], titles: tuple[str, ...]) -> dict[str, datetime.date | None]:
    """The notices, and a retraction where only the title says so ("RETRACTED: …")."""
    said = any(title.casefold().lstrip("[【 ").startswith(("retracted", "withdrawn")) for title in titles)
    return {"retraction": None, **notices} if said else notices


def funder_of(name: str, grants: Iterable[str]) -> str:
    """A funder with the numbers of its grants, as a record of a source says it."""
    numbers = ", ".join(dict.fromkeys(grants))
    return f"{name} ({numbers})" if numbers else name


def notice_name(kind: str) -> Message:
    """What a notice is called in a message."""
    return say(_NAMES[kind])
