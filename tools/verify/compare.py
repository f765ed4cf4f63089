"""A reference against one registry's description of it, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.records.sources import Reference
from tools.text.messages import Message, say
from tools.verify.names import compare_first
from tools.verify.titles import State, compare_titles
from tools.verify.work import Work, notice_name

# Fields that make another work, and the messages that say so.
_DIFFERENT = {"title": "verify-title", "author": "verify-author", "year": "verify-year"}


@dataclass(frozen=True)
class Finding:
    """What one registry says about one field.

    Attributes:
        field: the field of the reference.
        state: same; differs (a mismatch); open (a person must look, or nobody could be asked).
        message: what is wrong and what to do; None where it is the same.
        service: the registry, or "" where none could be asked.
        skipped: the registry that was left alone, since it did not answer for other references, or "".
    """

    field: str
    state: State
    message: Message | None = None
    service: str = ""
    ours: str = ""
    theirs: str = ""
    skipped: str = ""


def compare(reference: Reference, work: Work) -> Iterator[Finding]:
    """Every field that both have: title, first author, year; volume and first page only as a hint to look."""
    yield _kind(work)
    yield from _title(reference, work)
    yield from _author(reference, work)
    yield from _year(reference, work)
    yield from _place(reference, work)


def _kind(work: Work) -> Finding:
    if not work.notice_itself:
        return Finding("type", "same", service=work.service)
    title = work.titles[0] if work.titles else ""
    message = say("verify-type", service=work.service, kind=notice_name(work.notice_itself), title=title)
    return Finding("type", "differs", message, work.service, "", work.notice_itself)


def _title(reference: Reference, work: Work) -> Iterator[Finding]:
    if not work.titles:
        yield Finding("title", "open", say("verify-open.no-title", service=work.service, page=work.page), work.service)
        return
    ours = [reference.title, *filter(None, [reference.titleen])]
    match = compare_titles(ours, work.titles)
    ours_only, theirs_only = match.words
    theirs = say(
        "part.has-title",
        service=work.service,
        title=match.theirs,
        ours=say("part.only-ours", words=ours_only) if ours_only else None,
        theirs=say("part.only-theirs", words=theirs_only) if theirs_only else None,
    )
    yield _finding("title", match.state, match.ours, match.theirs, theirs, work)


def _author(reference: Reference, work: Work) -> Iterator[Finding]:
    if not reference.author:
        return
    first = reference.author[0]
    ours = str(first)
    if not work.authors:
        message = say("verify-open.no-author", service=work.service, page=work.page)
        yield Finding("author", "open", message, work.service, ours)
        return
    theirs = str(work.authors[0])
    state = compare_first(first, work.authors, work.aliases)
    yield _finding("author", state, ours, theirs, say("part.has-author", service=work.service, author=theirs), work)


def _year(reference: Reference, work: Work) -> Iterator[Finding]:
    """A year of print or of first publication; one year beside them may be either of the two that is not deposited."""
    if reference.year is None:
        return
    if not work.years:
        yield Finding("year", "open", say("verify-open.no-year", service=work.service, page=work.page), work.service)
        return
    ours, years = reference.year, sorted(work.years)
    distance = min(abs(ours - year) for year in years)
    theirs = " / ".join(map(str, years))
    state: State = "same" if distance == 0 else "open" if distance == 1 else "differs"
    yield _finding("year", state, str(ours), theirs, say("part.has", service=work.service, value=theirs), work)


def _place(reference: Reference, work: Work) -> Iterator[Finding]:
    for name, ours, theirs in (("volume", reference.volume, work.volume), ("pages", reference.pages, work.pages)):
        if ours and theirs:
            state: State = "same" if _first(ours) == _first(theirs) else "open"
            yield _finding(name, state, ours, theirs, say("part.has", service=work.service, value=theirs), work)


def _first(pages: str) -> str:
    """The first page: of ranges only the first number is written the same everywhere."""
    return re.split(r"[-‐‑–—,;+ ]", pages.strip().casefold())[0].lstrip("0")


def _finding(name: str, state: State, ours: str, theirs: str, told: Message, work: Work) -> Finding:
    if state == "same":
        return Finding(name, state, None, work.service, ours, theirs)
    message = say(
        _DIFFERENT[name] if state == "differs" else "verify-open.look", field=name, ours=ours, theirs=told, page=work.page
    )
    return Finding(name, state, message, work.service, ours, theirs)
