"""The documented queries in their databases: what has come in since a day, and how much there is in all.

Documented, and not tried live: the addresses and parameters of Europe PMC's REST service and of ClinicalTrials.gov's API v2,
`hitCount`, `totalCount`, and the fields FIRST_IDATE and StudyFirstPostDate by which both know when something came in.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tools.records.runs import Database
from tools.text.messages import say
from tools.verify import pubmed
from tools.verify.cache import Answer
from tools.verify.web import NoAnswer, Web

# Of what is new, so many are named; the number is that of all.
MOST_HITS = 200
Hit = tuple[str, int | None, str]


@dataclass(frozen=True)
class News:
    """What has come in: identifier, year and title of the first, and how many there are in all."""

    hits: tuple[Hit, ...]
    count: int


@dataclass(frozen=True)
class _Interface:
    """How a database is asked.

    Attributes:
        path: what follows the address of the service.
        params: the parameters that carry a query, from a day on where there is one, with so many hits named.
        read: the number of all hits, and those that are named.
    """

    path: str
    params: Callable[[str, datetime.date | None, int], Mapping[str, str]]
    read: Callable[[Any], tuple[int, Iterator[Hit]]]


def since(web: Web, database: Database, query: str, day: datetime.date, until: datetime.date) -> News:
    """What a database took in from a day on that answers a query. Never from the cache: the question is what is new.

    Raises:
        NoAnswer: it could not be asked, or did not understand the query.
    """
    if database == "pubmed":
        return _since_at_pubmed(web, query, day, until)
    how = _INTERFACES[database]
    answer = web.get(database, how.path, how.params(query, day, MOST_HITS))
    count, hits = web.reading(database, answer, lambda given: _read(given, how))
    return News(hits, count)


def count(web: Web, database: Database, query: str) -> tuple[int, datetime.date]:
    """How many hits a query has, and the day of the answer, which may be kept for some days.

    Raises:
        NoAnswer: as for `since`.
    """
    if database == "pubmed":
        found, day = pubmed.counted(web, query)
        _understood(found)
        return found.count, day
    how = _INTERFACES[database]
    kept = f"count {query}"
    return web.ask(database, how.path, kept, lambda given: (_read(given, how)[0], given.date), how.params(query, None, 1))


def _since_at_pubmed(web: Web, query: str, day: datetime.date, until: datetime.date) -> News:
    found = pubmed.since(web, query, day, until)
    _understood(found)
    pubmed.prefetch(web, found.pmids)
    works = [(pmid, pubmed.by_pmid(web, pmid)) for pmid in found.pmids]
    hits = tuple((pmid, work.year if work else None, work.titles[0] if work and work.titles else "") for pmid, work in works)
    return News(hits, found.count)


def _understood(found: pubmed.Hits) -> None:
    if found.ignored:
        raise NoAnswer(say("part.ignored", words=found.ignored))


def _read(answer: Answer, how: _Interface) -> tuple[int, tuple[Hit, ...]]:
    if answer.status != 200:
        raise ValueError("no answer to a search")
    number, hits = how.read(json.loads(answer.body))
    return int(number), tuple(hits)


def _for_europepmc(query: str, day: datetime.date | None, most: int) -> Mapping[str, str]:
    limited = f"({query}) AND FIRST_IDATE:[{day} TO 3000-12-31]" if day else query
    return {"query": limited, "format": "json", "resultType": "lite", "pageSize": str(most)}


def _of_europepmc(data: Any) -> tuple[int, Iterator[Hit]]:
    found = (data.get("resultList") or {}).get("result") or []
    return data["hitCount"], (
        (one["id"], int(year) if (year := one.get("pubYear")) else None, one.get("title") or "") for one in found
    )


def _for_ctgov(query: str, day: datetime.date | None, most: int) -> Mapping[str, str]:
    limit = {"filter.advanced": f"AREA[StudyFirstPostDate]RANGE[{day},MAX]"} if day else {}
    fields = {"fields": "NCTId,BriefTitle,StudyFirstPostDate", "countTotal": "true", "pageSize": str(most)}
    return {"query.term": query, **limit, **fields}


def _of_ctgov(data: Any) -> tuple[int, Iterator[Hit]]:
    return data["totalCount"], (_trial(one["protocolSection"]) for one in data["studies"])


def _trial(section: Any) -> Hit:
    named = section["identificationModule"]
    posted = ((section.get("statusModule") or {}).get("studyFirstPostDateStruct") or {}).get("date") or ""
    return named["nctId"], int(posted[:4]) if posted else None, named.get("briefTitle") or ""


_INTERFACES: Mapping[Database, _Interface] = {
    "europepmc": _Interface("/search", _for_europepmc, _of_europepmc),
    "ctgov": _Interface("/studies", _for_ctgov, _of_ctgov),
}
