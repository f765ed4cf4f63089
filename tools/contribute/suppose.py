"""A claim as it would be with one more study, or with another grade of an outcome: records that nobody has written. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import TypeAdapter

from tools.appraisal.asking import ceiling_awaited
from tools.appraisal.case import Case
from tools.appraisal.certainty import Body, Rating, certainty, floors
from tools.appraisal.gather import Gathered, gather
from tools.appraisal.profile import profile
from tools.appraisal.rule import Judgement, judge
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Awaited, Domain, Grade, Outcome, Reason
from tools.records.sources import Reference
from tools.records.vocabulary import Design
from tools.records.words import At, Causal, Direction, Level, Position, Text

T = TypeVar("T")
_KEY = "suppose0000d"
_ELSEWHERE = ("contradicts", "no-difference", "mixed")
_UNWRITTEN = Text(ja="書かれていません。", en="It is not written.")


@dataclass(frozen=True)
class Study:
    """A study that is not in the records.

    Attributes:
        design, species: words of the vocabulary.
        people: how many took part; None where that is not said.
        outcome: the only outcome that it reports, a word of the vocabulary; None where it reports all that decide.
        position: of a document, where it stands.
        harm, causal: of which harm it tells, and how far it ties it to the treatment.
    """

    design: str
    species: str
    direction: Direction
    direct: bool
    people: int | None = None
    outcome: str | None = None
    at: At = "end"
    position: Position | None = None
    harm: str | None = None
    causal: Causal | None = None


@dataclass(frozen=True)
class Supposed:
    """What would follow."""

    gathered: Gathered
    judgement: Judgement


@dataclass(frozen=True)
class Alone:
    """What a study would carry as the only source of an outcome, with nothing lowered but what its people ask for."""

    outcome: str
    at: At
    certainty: Rating
    ceiling: Level


def with_study(claim: Claim, review: Review, study: Study) -> Supposed:
    """What would follow if the study were evidence.

    One in people that points elsewhere is weighed under `inconsistency`, which then lowers by a step at least; one that points
    the claim's way moves no number. An authority's document is an independent body's.
    """
    design = review.vocabulary.design[study.design]
    review = replace(review, references={**review.references, _KEY: _source(study, claim)})
    claim = replace(claim, evidence=[*claim.evidence, _item(study, review)])
    if study.direct and study.direction in _ELSEWHERE and design.body not in ("none", "laboratory"):
        claim = _weighed(claim, study)
    return _follow(claim, review)


def with_grade(claim: Claim, review: Review, outcome: str, at: At, steps: Mapping[Domain, int]) -> Supposed:
    """What would follow if the domains of an outcome lowered by so many steps."""
    outcomes = [
        replace(one, grade=_lowered(one.grade, steps)) if one.grade and (one.outcome, one.at) == (outcome, at) else one
        for one in claim.outcomes
    ]
    return _follow(replace(claim, outcomes=outcomes), review)


def alone(claim: Claim, review: Review, case: Case, study: Study) -> Iterator[Alone]:
    """What the study would carry by itself, for the outcome that it reports or for each that decides."""
    design = review.vocabulary.design[study.design]
    body = profile().body(design.body, claim.kind, case.asks, share=claim.kind == "course")
    if study.people is None or body not in profile().start:
        return
    met = floors(Body(people=study.people, counts=False), profile().floors)
    rating = certainty(profile().start[body], sum(floor.steps for floor in met))
    for outcome, at in _asked(study, case):
        yield Alone(outcome, at, rating, _carried(case, review, design, study.people, rating, outcome, at))


def _asked(study: Study, case: Case) -> Iterator[tuple[str, At]]:
    if study.outcome:
        yield study.outcome, study.at
        return
    for result in case.critical:
        if result.outcome:
            yield result.outcome, result.at  # type: ignore[misc]


def _carried(case: Case, review: Review, design: Design, people: int, rating: Rating, outcome: str, at: At) -> Level:
    studies = 2 if design.synthesis else 1
    awaited = Awaited(
        outcome=outcome, at=at, body=design.body, studies=studies, people=people, certainty=rating, ceiling="hypothetical"
    )
    return ceiling_awaited(case, awaited, review.vocabulary.outcome[outcome], profile())


def _follow(claim: Claim, review: Review) -> Supposed:
    gathered = gather(claim, review, profile())
    return Supposed(gathered, judge(gathered.case, profile()))


def _source(study: Study, claim: Claim) -> Reference:
    return _made(
        Reference,
        type="misc",
        title="A study that is not in the records",
        year=claim.reviewed.year,
        design=study.design,
        species=study.species,
        participants=study.people,
        issuer=["public-body"],
        checked=f"{claim.reviewed.isoformat()} https://example.org/",
    )


def _item(study: Study, review: Review) -> Evidence:
    own = next(name for name, place in review.vocabulary.locator.items() if not place.second_hand)
    return _made(
        Evidence,
        ref=_KEY,
        direction=study.direction,
        direct=study.direct,
        position=study.position,
        harm=study.harm,
        causal=study.causal,
        reports=[study.outcome] if study.outcome else [],
        finding=_UNWRITTEN,
        locator=own,
    )


def _weighed(claim: Claim, study: Study) -> Claim:
    reason = claim.reasons.get("inconsistency") or _made(Reason, ja=_UNWRITTEN.ja, en=_UNWRITTEN.en)
    return replace(
        claim,
        reasons={**claim.reasons, "inconsistency": replace(reason, weighs=[*reason.weighs, _KEY])},
        outcomes=[_less_consistent(one) if study.outcome in (None, one.outcome) else one for one in claim.outcomes],
    )


def _less_consistent(one: Outcome) -> Outcome:
    return replace(one, grade=_lowered(one.grade, {"inconsistency": max(one.grade.inconsistency, 1)})) if one.grade else one


def _lowered(grade: Grade, steps: Mapping[Domain, int]) -> Grade:
    """The grade with other steps in some domains."""
    kept: dict[str, object] = {domain: steps.get(domain, count) for domain, count in grade.steps().items()}
    if grade.risk_of_bias == "unseen" and "risk-of-bias" not in steps:
        kept["risk-of-bias"] = "unseen"
    return _made(Grade, **kept)


def _made(model: type[T], **fields: object) -> T:
    """A record from its keys, as if it had been read."""
    return TypeAdapter(model).validate_python(fields)
