"""Retractions, expressions of concern and corrections: what the registries tell against what the record carries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from tools.records.claim import Review
from tools.text.messages import say
from tools.verify.compare import Finding
from tools.verify.work import NOTICES, Work, gravest, notice_name

_TOLD = {
    "retraction": "part.is-retracted",
    "expression-of-concern": "part.is-doubted",
    "correction": "part.is-corrected",
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
        asked = tuple(work.service for work in works)
        message = say("verify-open.no-notice", notice=notice_name(ours), services=asked, page=works[0].page)
        yield Finding("notice", "open", message, " and ".join(asked), ours)


def resting_on(key: str, review: Review) -> list[str]:
    """The claims that list the source as evidence."""
    return [claim_id for claim_id, claim in review.claims.items() if any(item.ref == key for item in claim.evidence)]


def _missing(key: str, review: Review, works: Sequence[Work], worst: str, ours: str) -> Finding:
    telling = [work for work in works if worst in work.notices]
    days = [noticed for work in telling if (noticed := work.notices[worst])]
    day = f"{min(days)}" if days else ""
    who = ", ".join(work.service for work in telling) + (f", {day}" if day else "")
    claims = tuple(resting_on(key, review))
    message = say(
        "verify-notice",
        key=key,
        told=say(_TOLD[worst]),
        who=who,
        carried=say("part.carries", notice=notice_name(ours)) if ours else say("part.carries-none"),
        resting=say("part.resting", claims=claims) if claims else say("part.none-resting"),
        page=telling[0].page,
        notice=worst,
        day=day or "YYYY-MM-DD",
    )
    return Finding("notice", "differs", message, who, ours, worst)


def _gravity(kind: str) -> int:
    return NOTICES.index(kind) if kind else -1


def asked(works: Sequence[Work]) -> list[tuple[str, datetime.date]]:
    """Which registries were asked about notices, and when. doi.org and JaLC tell of none."""
    return [(work.service, work.day) for work in works if work.service in ("Crossref", "PubMed")]
