"""The rule, asked "what if": without a source, and with the studies that a record awaits. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from tools.appraisal.case import Case, Result
from tools.appraisal.gather import Gathered, gather_from
from tools.appraisal.profile import Profile
from tools.appraisal.rule import judge
from tools.appraisal.size import Gain, Margin, Side
from tools.records.claim import Claim, Review
from tools.records.outcome import Awaited
from tools.records.vocabulary import Measured
from tools.records.words import Level, is_below


@dataclass(frozen=True)
class Support:
    """A source without which the ceiling would be lower."""

    ref: str
    without: Level


def carried_alone(gathered: Gathered, claim: Claim, review: Review, ceiling: Level, profile: Profile) -> Iterator[Support]:
    """The sources each of which, if it fell, would by itself lower the ceiling."""
    for index, study in enumerate(gathered.studies):
        rest = gathered.studies[:index] + gathered.studies[index + 1 :]
        without = judge(gather_from(rest, claim, review, profile).case, profile).level
        if is_below(without, ceiling):
            yield Support(study.key, without)


def ceiling_awaited(case: Case, awaited: Awaited, word: Measured, profile: Profile) -> Level:
    """The ceiling that an outcome in favour would bring, with the body, the people and the certainty that a record awaits."""
    side: Side = "harm" if word.side == "harm" else "benefit"
    less = case.asks == "fewer" or case.kind == "safety"
    body = profile.body(awaited.body, case.kind, case.asks, share=False)
    result = Result(
        awaited.outcome, awaited.at, side, critical=True, body=body, rating=awaited.certainty,
        gain=Gain(-inf, -inf) if less else Gain(inf, inf), margin=Margin(matters=inf),
        studies=awaited.studies, people=awaited.people,
    )  # fmt: skip
    kept = tuple(one for one in case.results if (one.outcome, one.at) != (result.outcome, result.at))
    bodies = (*case.bodies, body) if body else case.bodies
    return judge(replace(case, results=(*kept, result), bodies=bodies), profile).level
