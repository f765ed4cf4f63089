"""Documented searches, run again at PubMed: what has come in since."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tools.records.claim import Review
from tools.records.problem import Problem
from tools.records.sources import Search
from tools.text.messages import say
from tools.verify import pubmed
from tools.verify.web import NoAnswer, Web


@dataclass(frozen=True)
class Rerun:
    """What a search finds now.

    Attributes:
        hits: PMID, year and title of each article that PubMed took in from the day of the search on.
        count: how many there are in all; `hits` holds the first of them.
        why: why the search could not be repeated, or "".
    """

    name: str
    hits: tuple[tuple[str, int | None, str], ...]
    count: int
    why: str = ""


def rerun(name: str, search: Search, web: Web, today: datetime.date) -> Rerun:
    """Ask PubMed again. The day of the search itself counts: what came in later that day was not seen."""
    try:
        found = pubmed.since(web, search.pubmed or "", search.date, today)
        if found.ignored:
            words = ", ".join(f"`{word}`" for word in found.ignored)
            return Rerun(name, (), 0, f"PubMed does not know {words}, and searched for something else")
        pubmed.prefetch(web, found.pmids)
        works = [(pmid, pubmed.by_pmid(web, pmid)) for pmid in found.pmids]
    except NoAnswer as error:
        return Rerun(name, (), 0, str(error))
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
            message = f"The search of {day} could not be repeated: {one.why}. Run it again later, or correct `pubmed`."
            yield review.sources["searches"].problem(at, say("verify-open", said=message))
        elif one.count:
            are = "is one hit" if one.count == 1 else f"are {one.count} hits"
            named = ", ".join(pmid for pmid, _, _ in one.hits)
            message = f"There {are} since {day}: PMID {named}{' …' * (one.count > len(one.hits))}. Read, then renew the search."
            yield review.sources["searches"].problem(at, say("verify-search", said=message))


def as_lines(one: Rerun) -> str:
    """The hits of a search, one a line: PMID, year, title."""
    return "".join(f"  {pmid:<9} {year or 'n.d.'}  {title}\n" for pmid, year, title in one.hits)
