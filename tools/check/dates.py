"""Rules on days: none is still to come, none is older than what it is about, and what follows is not before what it follows."""

from __future__ import annotations

import datetime

from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.problem import KeyPath, counted
from tools.records.sources import Article, Reference, Search
from tools.text.messages import say

# At any moment the day is at most one ahead of UTC somewhere on earth, and most of those who write here are ahead of it.
AHEAD = datetime.timedelta(days=1)
# Nothing on record can be older: until then no DOI led anywhere. It is what a day counted from 1970 looks like.
EARLIEST = datetime.date(2000, 1, 1)
# A page that nobody need look at for longer would be overdue without saying so.
_LONGEST = datetime.timedelta(days=366)


@rule("future-date", "date-out-of-order", each="claim")
def days_of_claims_have_come(claim: Claim, today: datetime.date) -> Findings:
    """What a claim says was done has been done: its days are not after the day of the run.

    Bad: reviewed: 2062-01-02
    Good: reviewed: 2026-01-02
    """
    yield from _done(("reviewed",), claim.reviewed, today)
    if claim.as_of:
        yield from _done(("as_of",), claim.as_of, today)
    for index, correction in enumerate(claim.corrected):
        yield from _done(("corrected", index, "date"), correction.date, today)
    for index, signoff in enumerate(claim.signoff):
        yield from _done(("signoff", index, "date"), signoff.date, today)
    for index, revision in enumerate(claim.history):
        yield from _done(("history", index, "date"), revision.date, today)
    for index, item in enumerate(claim.evidence):
        if item.confirmed:
            yield from _done(("evidence", index, "confirmed"), item.confirmed, today)
    for at, second in claim.said_second_reads():
        yield from _done((*at, "date"), second.date, today)


@rule("future-date", "date-out-of-order", each="review")
def days_of_withdrawals_have_come(review: Review, today: datetime.date) -> Findings:
    """A claim is withdrawn by the day of the run.

    Bad: withdrawn: {date: 2062-01-02, reason: …}
    Good: withdrawn: {date: 2026-01-02, reason: …}
    """
    for claim_id, claim in review.withdrawn.items():
        for at, message in _done(("withdrawn", "date"), claim.withdrawn.date, today):
            yield (f"claim:{claim_id}", *at), message


@rule("future-date", "date-out-of-order", each="reference")
def days_of_sources_have_come(reference: Reference, today: datetime.date) -> Findings:
    """A source was looked up, and a notice published, by the day of the run; its year has begun.

    Bad: checked = {2062-01-02 https://example.org/mice}
    Good: checked = {2026-01-02 https://example.org/mice}
    """
    yield from _done(("checked",), reference.checked_on, today)
    if reference.notices_checked_on:
        yield from _done(("noticechecked",), reference.notices_checked_on, today)
    if reference.inforce:
        yield from _done(("inforce",), reference.inforce, today)
    if reference.notice and reference.notice.date > today + AHEAD:
        yield ("notice",), say("future-date", field="notice", day=reference.notice.date, today=today)
    if reference.year and reference.year > (today + AHEAD).year:
        yield ("year",), say("future-date.year", year=reference.year, today=today)


@rule("future-date", "date-out-of-order", each="search")
def searches_have_been_made(search: Search, today: datetime.date) -> Findings:
    """A documented search was made by the day of the run.

    Bad: date: 2062-01-02
    Good: date: 2026-01-02
    """
    yield from _done(("date",), search.date, today)


@rule("future-date", "date-out-of-order", each="article")
def article_has_been_seen(article: Article, today: datetime.date) -> Findings:
    """The article was seen by the day of the run.

    Bad: seen: 2062-01-02
    Good: seen: 2026-01-02
    """
    yield from _done(("seen",), article.seen, today)


def _done(at: KeyPath, day: datetime.date, today: datetime.date) -> Findings:
    field = counted(at)
    if day > today + AHEAD:
        yield at, say("future-date", field=field, day=day, today=today)
    elif day < EARLIEST:
        yield at, say("date-out-of-order.early", field=field, day=day, earliest=EARLIEST)


@rule("date-out-of-order", each="reference")
def sources_are_looked_up_once_published(reference: Reference, today: datetime.date) -> Findings:
    """A source is looked up, and a notice published, in its year or later; a notice that is on record was not found before it.

    Bad: year = {2019}, checked = {2018-01-02 https://example.org/mice}
    Good: year = {2019}, checked = {2026-01-02 https://example.org/mice}
    """
    days = {"checked": reference.checked_on, "noticechecked": reference.notices_checked_on, "inforce": reference.inforce}
    notice = reference.notice.date if reference.notice else None
    for field, day in {**days, "notice": notice}.items():
        if day and is_before(day, reference.year, today):
            yield (field,), say("date-out-of-order.source", field=field, day=day, year=reference.year)
    if notice and reference.notices_checked_on and reference.notices_checked_on < notice:
        day = reference.notices_checked_on
        yield ("noticechecked",), say("date-out-of-order.notice", notice=notice, day=day)


@rule("date-out-of-order", each="reference")
def documents_begin_before_they_end(reference: Reference) -> Findings:
    """What holds for a time begins to hold before it ends.

    Bad: valid = {2026-05-31/2024-06-01}
    Good: valid = {2024-06-01/2026-05-31}
    """
    begin, _, until = (reference.valid or "/").partition("/")
    if begin and until and until < begin:
        yield ("valid",), say("date-out-of-order.valid", begin=begin, until=until)


@rule("date-out-of-order", each="claim")
def facts_begin_before_they_end(claim: Claim) -> Findings:
    """What holds for a time begins to hold before it ends.

    Bad: valid: {from: 2026-05-31, until: 2024-06-01}
    Good: valid: {from: 2024-06-01, until: 2026-05-31}
    """
    valid = claim.valid
    if valid and valid.begin and valid.until and valid.until < valid.begin:
        yield ("valid",), say("date-out-of-order.valid", begin=valid.begin, until=valid.until)


@rule("date-out-of-order", each="search")
def searches_find_what_was_there(search: Search, review: Review, today: datetime.date) -> Findings:
    """A search kept nothing that appeared in a year after it.

    Bad: {date: 2018-01-02, kept: [mori2019mice]}
    Good: {date: 2026-01-02, kept: [mori2019mice]}
    """
    years = [source.year for key in search.kept if (source := review.references.get(key)) and source.year]
    if years and is_before(search.date, max(years), today):
        yield ("date",), say("date-out-of-order.source", field="date", day=search.date, year=max(years))


@rule("date-out-of-order", each="claim", linked=("reference",))
def evidence_is_there_when_it_is_reviewed(claim: Claim, review: Review, today: datetime.date) -> Findings:
    """A page is reviewed in the year of its newest evidence or later.

    Bad: reviewed: 2018-01-02, evidence: [{ref: mori2019mice, …}]
    Good: reviewed: 2026-01-02, evidence: [{ref: mori2019mice, …}]
    """
    years = [source.year for item in claim.evidence if (source := review.references.get(item.ref)) and source.year]
    if years and is_before(claim.reviewed, max(years), today):
        yield ("reviewed",), say("date-out-of-order.source", field="reviewed", day=claim.reviewed, year=max(years))


@rule("date-out-of-order", each="claim", linked=("reference",))
def readings_follow_their_source(claim: Claim, review: Review, today: datetime.date) -> Findings:
    """A finding is confirmed in the year of its source or later.

    Bad: {ref: mori2019mice, confirmed: 2018-01-02, …}
    Good: {ref: mori2019mice, confirmed: 2026-01-02, …}
    """
    for index, item in enumerate(claim.evidence):
        year = review.references[item.ref].year
        if item.confirmed and is_before(item.confirmed, year, today):
            field = f"evidence.{index + 1}.confirmed"
            yield ("evidence", index, "confirmed"), say("date-out-of-order.source", field=field, day=item.confirmed, year=year)


def is_before(day: datetime.date, year: int | None, today: datetime.date) -> bool:
    """True where a day is before the year of a source, and neither of the two is wrong by itself."""
    return year is not None and day >= EARLIEST and day.year < year <= (today + AHEAD).year


@rule("date-out-of-order", each="claim")
def versions_follow_each_other(claim: Claim) -> Findings:
    """No version is older than the one before it.

    Bad: history: [{version: 1, date: 2026-03-01, …}, {version: 2, date: 2026-02-01, …}]
    Good: history: [{version: 1, date: 2026-02-01, …}, {version: 2, date: 2026-03-01, …}]
    """
    for index, (before, after) in enumerate(zip(claim.history, claim.history[1:], strict=False), 1):
        if before.date > after.date:
            at = ("history", index, "date")
            yield at, say("date-out-of-order.history", version=after.version, day=after.date, before=before.date)


@rule("bad-date", each="claim")
def next_review_comes_in_time(claim: Claim) -> Findings:
    """The day of the next review is after that of the last, and at most a year after it.

    Bad: {reviewed: 2026-01-02, review_by: 2026-01-01}
    Good: {reviewed: 2026-01-02, review_by: 2026-07-02}
    """
    if claim.review_by <= claim.reviewed:
        yield ("review_by",), say("bad-date.review-by", review_by=claim.review_by, reviewed=claim.reviewed)
    elif claim.review_by - claim.reviewed > _LONGEST:
        yield ("review_by",), say("bad-date.review-late", review_by=claim.review_by, reviewed=claim.reviewed)
