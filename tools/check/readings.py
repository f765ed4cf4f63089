"""Rules on the days of a record beside each other: nothing of it was done long before there was one, or before its sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from tools.check.dates import AHEAD, EARLIEST, is_before
from tools.check.months import days_said
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.problem import KeyPath, counted
from tools.records.sources import Search
from tools.text.messages import say

# Somebody may read for a record before it has its first version, but not for longer.
_DRAFTING = datetime.timedelta(days=31)


@rule("date-out-of-order", each="claim", linked=("reference",))
def readings_follow_the_first_version(claim: Claim, review: Review, today: datetime.date) -> Findings:
    """Nothing was confirmed, reviewed or read a second time long before the record had its first version, or before its source.

    Bad: {history: [{version: 1, date: 2026-01-02, …}], evidence: [{confirmed: 2025-01-03, …}]}
    Good: {history: [{version: 1, date: 2026-01-02, …}], evidence: [{confirmed: 2026-01-03, …}]}
    """
    first = claim.history[0].date
    for at, day, source in _readings(claim):
        published = [known.year for key in source if (known := review.references.get(key))]
        if any(is_before(day, year, today) for year in published):  # which is told elsewhere, but of a second reading
            year = max(filter(None, published))
            if "second_read" in at:
                yield at, say("date-out-of-order.source", field=counted(at), day=day, year=year)
        elif EARLIEST <= day < first - _DRAFTING and first <= today + AHEAD:
            yield at, say("date-out-of-order.first-version", field=counted(at), day=day, first=first)


def _readings(claim: Claim) -> Iterator[tuple[KeyPath, datetime.date, list[str]]]:
    """Where a day of reading is, the day, and what was read."""
    yield ("reviewed",), claim.reviewed, [item.ref for item in claim.evidence]
    for index, item in enumerate(claim.evidence):
        if item.confirmed:
            yield ("evidence", index, "confirmed"), item.confirmed, [item.ref]
    sources = [(one.source, one.second_read) for one in claim.outcomes if one.source]
    for at, second in claim.said_second_reads():
        yield (*at, "date"), second.date, [source for source, read in sources if read is second]


@rule("date-out-of-order", each="claim", linked=("reference",))
def versions_follow_their_sources(claim: Claim, review: Review, today: datetime.date) -> Findings:
    """The first version of a record is not before the oldest of its sources, and the last not before the newest.

    Bad: {history: [{version: 1, date: 2018-01-02, …}], evidence: [{ref: mori2019mice, …}]}
    Good: {history: [{version: 1, date: 2026-01-02, …}], evidence: [{ref: mori2019mice, …}]}
    """
    years = [source.year for item in claim.evidence if (source := review.references.get(item.ref)) and source.year]
    held = {0: min(years), len(claim.history) - 1: max(years)} if years else {}
    for index, year in held.items():
        if is_before(claim.history[index].date, year, today):
            at = ("history", index, "date")
            yield at, say("date-out-of-order.source", field=counted(at), day=claim.history[index].date, year=year)


@rule("date-out-of-order", each="search")
def searches_were_last_made_on_their_day(search: Search, today: datetime.date) -> Findings:
    """The day of a search is the last on which its result says that something was tried or found.

    Bad: {date: 2026-01-02, result: {ja: 2026年1月5日にもう一度探した。, …}}
    Good: {date: 2026-01-05, result: {ja: 2026年1月5日にもう一度探した。, …}}
    """
    told = [said.day for said in days_said(search.result.ja, "ja") if said.dated and said.day and said.day <= today]
    if told and search.date < max(told):
        yield ("date",), say("date-out-of-order.search", day=search.date, told=max(told))
