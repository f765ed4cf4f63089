"""Documented searches, run again in their databases: what has come in since, and how many hits there are now."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tools.files import digest
from tools.records.claim import Review
from tools.records.problem import Problem
from tools.records.runs import Database, Run
from tools.records.sources import Search
from tools.text.locale import Language
from tools.text.messages import Message, say
from tools.verify import databases
from tools.verify.databases import Hit
from tools.verify.web import NAMES, NoAnswer, Web


@dataclass(frozen=True)
class Rerun:
    """What a query of a search finds now.

    Attributes:
        name: the search.
        hits: identifier, year and title of each that the database took in from the day of the search on.
        count: how many there are in all; `hits` holds the first of them.
        run: how many hits the query has, whenever they came in; None where that could not be asked.
        why: why the query could not be repeated, as a clause; None where it was.
    """

    name: str
    database: Database
    hits: tuple[Hit, ...] = ()
    count: int = 0
    run: Run | None = None
    why: Message | None = None


def rerun(name: str, search: Search, database: Database, web: Web, today: datetime.date) -> Rerun:
    """Ask a database again. The day of the search itself counts: what came in later that day was not seen."""
    query = search.queries[database]
    try:
        news = databases.since(web, database, query, search.date, today)
        hits, day = databases.count(web, database, query)
    except NoAnswer as error:
        return Rerun(name, database, why=error.message)
    return Rerun(name, database, news.hits, news.count, Run(date=day, hits=hits, sha256=digest(query)))


def exit_code(reruns: list[Rerun]) -> int:
    """0 nothing new, 1 new hits to read, 3 nothing new but a query could not be repeated."""
    return 1 if any(one.count for one in reruns) else 3 if any(one.why for one in reruns) else 0


def problem(one: Rerun, review: Review) -> Problem | None:
    """That a query has new hits, or could not be repeated."""
    database, day = NAMES[one.database], review.searches[one.name].date
    if one.why:
        message = say("verify-open.search", day=day, database=database, field=one.database, why=one.why)
    elif one.count:
        named = ", ".join(found for found, _, _ in one.hits) + " …" * (one.count > len(one.hits))
        message = say("verify-search", count=one.count, day=day, database=database, found=named)
    else:
        return None
    return review.sources["searches"].problem((one.name, one.database), message)


def problems(reruns: list[Rerun], review: Review) -> Iterator[Problem]:
    """One for each query with new hits, and one for each that could not be repeated."""
    return (found for one in reruns if (found := problem(one, review)))


def as_lines(one: Rerun) -> str:
    """The hits of a query, one a line: identifier, year, title."""
    return "".join(f"  {found:<11} {year or 'n.d.'}  {title}\n" for found, year, title in one.hits)


def as_data(one: Rerun, language: Language) -> dict[str, object]:
    """The same for other programs."""
    run = {"date": one.run.date.isoformat(), "hits": one.run.hits} if one.run else None
    why = one.why.text(language) if one.why else ""
    return {"name": one.name, "database": one.database, "hits": one.hits, "count": one.count, "run": run, "why": why}
