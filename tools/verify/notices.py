"""Retractions, expressions of concern and corrections: what the registries tell against what the record carries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from tools.records.claim import Review
from tools.verify.compare import Finding
from tools.verify.work import NOTICES, Work, gravest

_TOLD = {
    "retraction": "is retracted",
    "expression-of-concern": "is under an expression of concern",
    "correction": "has a correction",
}


def compare_notices(key: str, review: Review, works: Sequence[Work]) -> Iterator[Finding]:
    """The gravest notice that the registries know must be on record, and one on record should be known to them.

    That no registry knows one is no proof that there is none: it is "no notice in X as of DATE".
    """
    carried = review.references[key].notice
    ours = carried.kind if carried else ""
    worst = gravest({kind: True for work in works for kind in work.notices})
    if worst and _gravity(ours) < _gravity(worst):
        yield _missing(key, review, works, worst, ours)
    elif ours and ours != worst and works:
        asked = " and ".join(work.service for work in works)
        message = f"The record carries `{ours}`, and {asked} know{'s' * (len(works) == 1)} of none. Look at {works[0].page}"
        yield Finding("notice", "open", message, asked, ours)


def resting_on(key: str, review: Review) -> list[str]:
    """The claims that list the source as evidence."""
    return [claim_id for claim_id, claim in review.claims.items() if any(item.ref == key for item in claim.evidence)]


def _missing(key: str, review: Review, works: Sequence[Work], worst: str, ours: str) -> Finding:
    telling = [work for work in works if worst in work.notices]
    days = [noticed for work in telling if (noticed := work.notices[worst])]
    day = f"{min(days)}" if days else ""
    who = ", ".join(work.service for work in telling) + (f", {day}" if day else "")
    claims = resting_on(key, review)
    resting = f"Claims that rest on it: {', '.join(f'`{claim}`' for claim in claims)}." if claims else "No claim rests on it."
    carried = f"the record says only `{ours}`" if ours else "the record does not say so"
    message = (
        f"`{key}` {_TOLD[worst]} ({who}), and {carried}. {resting} "
        f"Open {telling[0].page}, write `notice = {{{worst}, {day or _date_to_find()}}}` and run `make check`."
    )
    return Finding("notice", "differs", message, who, ours, worst)


def _date_to_find() -> str:
    return "YYYY-MM-DD"


def _gravity(kind: str) -> int:
    return NOTICES.index(kind) if kind else -1


def asked(works: Sequence[Work]) -> list[tuple[str, datetime.date]]:
    """Which registries were asked about notices, and when. doi.org and JaLC tell of none."""
    return [(work.service, work.day) for work in works if work.service in ("Crossref", "PubMed")]
