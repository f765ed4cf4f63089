"""Documented searches, run again at PubMed: what has come in since."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from tools.records.claim import Review
from tools.records.problem import Problem
from tools.records.sources import Search
from tools.text.locale import Language
from tools.text.messages import Message, say
from tools.verify import pubmed
from tools.verify.web import NoAnswer, Web


@dataclass(frozen=True)
class Rerun:
    """What a search finds now.

    Attributes:
        hits: PMID, year and title of each article that PubMed took in from the day of the search on.
        count: how many there are in all; `hits` holds the first of them.
        why: why the search could not be repeated, as a clause; None where it was.
    """

    name: str
    hits: tuple[tuple[str, int | None, str], ...]
    count: int
    why: Message | None = None


def rerun(name: str, search: Search, web: Web, today: datetime.date) -> Rerun:
    """Ask PubMed again. The day of the search itself counts: what came in later that day was not seen."""
    try:
        found = pubmed.since(web, search.pubmed or "", search.date, today)
        if found.ignored:
            return Rerun(name, (), 0, say("part.ignored", words=tuple(found.ignored)))
        pubmed.prefetch(web, found.pmids)
        works = [(pmid, pubmed.by_pmid(web, pmid)) for pmid in found.pmids]
    except NoAnswer as error:
        return Rerun(name, (), 0, error.message)
    hits = tuple((pmid, work.year if work else None, work.titles[0] if work and work.titles else "") for pmid, work in works)
    return Rerun(name, hits, found.count)


def exit_code(reruns: list[Rerun]) -> int:
    """0 nothing new, 1 new hits to read, 3 nothing new but a search could not be repeated."""
    return 1 if any(one.count for one in reruns) else 3 if any(one.why for one in reruns) else 0


def problems(reruns: list[Rerun], review: Review) -> Iterator[Problem]:
    """One for each search with new hits, and one for each that could not be repeated."""
    for one in reruns:
        at, day = (one.name, "pubmed"), review.searches[one.name].date
        if one.why:
            yield review.sources["searches"].problem(at, say("verify-open.search", day=day, why=one.why))
        elif one.count:
            named = ", ".join(pmid for pmid, _, _ in one.hits) + " …" * (one.count > len(one.hits))
            message = say("verify-search", count=one.count, day=day, pmids=named)
            yield review.sources["searches"].problem(at, message)


def as_lines(one: Rerun) -> str:
    """The hits of a search, one a line: PMID, year, title."""
    return "".join(f"  {pmid:<9} {year or 'n.d.'}  {title}\n" for pmid, year, title in one.hits)


def as_data(one: Rerun, language: Language) -> dict[str, object]:
    """The same for other programs."""
    return {**asdict(one), "why": one.why.text(language) if one.why else ""}
