"""A reference against one registry's description of it, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.records.sources import Reference
from tools.verify.names import compare_first
from tools.verify.titles import State, compare_titles
from tools.verify.work import Work


@dataclass(frozen=True)
class Finding:
    """What one registry says about one field.

    Attributes:
        field: the field of the reference.
        state: same; differs (a mismatch); open (a person must look, or nobody could be asked).
        message: what is wrong and what to do; "" where it is the same.
        service: the registry, or "" where none could be asked.
        skipped: the registry that was left alone, since it did not answer for other references, or "".
    """

    field: str
    state: State
    message: str = ""
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
    message = (
        f"{work.service} says that this is itself a notice of {work.notice_itself}: `{work.titles[0] if work.titles else ''}`. "
        f"Cite the work that it is about, with a `notice`."
    )
    return Finding("type", "differs", message, work.service, "", work.notice_itself)


def _title(reference: Reference, work: Work) -> Iterator[Finding]:
    if not work.titles:
        yield Finding("title", "open", f"{work.service} gives no title. Compare it at {work.page}.", work.service)
        return
    ours = [reference.title, *filter(None, [reference.titleen])]
    match = compare_titles(ours, work.titles)
    only = " and ".join(f"only {whose}: `{w}`" for whose, w in zip(("ours", "theirs"), match.words, strict=True) if w)
    theirs = f"{work.service} has `{match.theirs}`" + (f" ({only})" if only else "")
    yield _finding("title", match.state, match.ours, match.theirs, theirs, work)


def _author(reference: Reference, work: Work) -> Iterator[Finding]:
    if not reference.author:
        return
    first = reference.author[0]
    ours = str(first)
    if not work.authors:
        yield Finding("author", "open", f"{work.service} names no author. Compare them at {work.page}.", work.service, ours)
        return
    theirs = str(work.authors[0])
    state = compare_first(first, work.authors, work.aliases)
    yield _finding("author", state, ours, theirs, f"{work.service} has `{theirs}` as the first author", work)


def _year(reference: Reference, work: Work) -> Iterator[Finding]:
    """A year of print or of first publication; one year beside them may be either of the two that is not deposited."""
    if reference.year is None:
        return
    if not work.years:
        yield Finding("year", "open", f"{work.service} gives no year. Compare it at {work.page}.", work.service)
        return
    ours, years = reference.year, sorted(work.years)
    distance = min(abs(ours - year) for year in years)
    theirs = " and ".join(map(str, years))
    state: State = "same" if distance == 0 else "open" if distance == 1 else "differs"
    yield _finding("year", state, str(ours), theirs, f"{work.service} has `{theirs}`", work)


def _place(reference: Reference, work: Work) -> Iterator[Finding]:
    for name, ours, theirs in (("volume", reference.volume, work.volume), ("pages", reference.pages, work.pages)):
        if ours and theirs:
            state: State = "same" if _first(ours) == _first(theirs) else "open"
            yield _finding(name, state, ours, theirs, f"{work.service} has `{theirs}`", work)


def _first(pages: str) -> str:
    """The first page: of ranges only the first number is written the same everywhere."""
    return re.split(r"[-‐‑–—,;+ ]", pages.strip().casefold())[0].lstrip("0")


def _finding(name: str, state: State, ours: str, theirs: str, told: str, work: Work) -> Finding:
    if state == "same":
        return Finding(name, state, "", work.service, ours, theirs)
    do = "Correct the record, or its identifier" if state == "differs" else "Look which is right"
    return Finding(name, state, f"`{name}` is `{ours}`, and {told}. {do}: {work.page}", work.service, ours, theirs)
