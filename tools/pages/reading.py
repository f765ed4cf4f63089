"""Who judged and who read again: counts for the method page. Pure."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tools.records.claim import Evidence, Review

MONTH = datetime.timedelta(days=30)


def is_second_hand(review: Review, item: Evidence) -> bool:
    """True where a finding was read in what others say of its source."""
    return review.vocabulary.locator[item.locator.split()[0]].second_hand


@dataclass(frozen=True)
class ReadingCounts:
    """How far the second reading went: counts of findings, by reader too, and of sources.

    `fresh` sources were looked up from the day `since`, a month before the newest look, to the day `day`.
    """

    items: int
    confirmed: int
    readers: Mapping[str, int]
    second_hand: int
    sources: int
    fresh: int
    looked: int
    notices: int
    since: datetime.date
    day: datetime.date


@dataclass(frozen=True)
class JudgingCounts:
    """How many judgements (one an outcome; a harm and a description are one) were made, by whom, and read again."""

    judgements: int
    judges: Mapping[str, int]
    read: int
    readers: Mapping[str, int]
    changed: int


def judging_counts(review: Review) -> JudgingCounts:
    """Who judged, and how often the second reader agreed."""
    made: Counter[str] = Counter()
    for claim in review.claims.values():
        made[claim.judged_by or ""] += max(1, len(claim.outcomes))
    read = [second for claim in review.claims.values() for _, second in claim.second_reads()]
    return JudgingCounts(
        judgements=made.total(),
        judges={judge: number for judge, number in made.items() if judge},
        read=len(read),
        readers=Counter(second.by for second in read),
        changed=sum(second.changed is not None for second in read),
    )


def reading_counts(review: Review) -> ReadingCounts:
    """How many findings were found again at their source, and how many sources were looked up in the newest month."""
    items = [item for claim in review.claims.values() for item in claim.evidence]
    sources = list(review.references.values())
    days = [source.checked_on for source in sources]
    newest = max(days)
    since = newest - MONTH
    return ReadingCounts(
        items=len(items),
        confirmed=sum(item.confirmed is not None for item in items),
        readers=Counter(item.confirmed_by for item in items if item.confirmed_by),
        second_hand=sum(is_second_hand(review, item) for item in items),
        sources=len(sources),
        fresh=sum(day >= since for day in days),
        looked=sum(source.noticechecked is not None for source in sources),
        notices=sum(source.notice is not None for source in sources),
        since=since,
        day=newest,
    )
