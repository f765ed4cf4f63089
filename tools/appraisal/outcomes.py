"""One outcome of a claim, appraised: its numbers, its floors and its certainty. Pure and total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tools.appraisal.case import Asks, Result
from tools.appraisal.certainty import Body, Domain, Graded, floors, grade
from tools.appraisal.estimate import SCALES, Absolute, Estimate, Scale, absolute, read_estimate, risk_with
from tools.appraisal.profile import Profile
from tools.appraisal.size import Gain, Side
from tools.appraisal.study import Study
from tools.appraisal.turn import Told, gain_of, margin_of, oriented
from tools.records.claim import Claim
from tools.records.outcome import Outcome
from tools.records.vocabulary import Measured
from tools.records.words import Language


@dataclass(frozen=True)
class Appraised:
    """An outcome of the record with what follows from it.

    Attributes:
        result: the outcome as the level rule sees it.
        estimate: its result as read; None where nobody measured it, or it has another form.
        graded: how its certainty came about; None where there is nothing to rate.
        absolute: how many people have the outcome; None where the estimate does not become a number of people.
        sentence: what it means, in each language; none where it is not rated.
        numbers: the people as a sentence, in each language; none where there are none.
        reported: studies in people measured it, though none of them is its source.
    """

    outcome: Outcome
    word: Measured
    result: Result
    estimate: Estimate | None = None
    graded: Graded | None = None
    absolute: Absolute | None = None
    sentence: Mapping[Language, str] = field(default_factory=dict)
    numbers: Mapping[Language, str] = field(default_factory=dict)
    reported: bool = False


def appraise(
    outcome: Outcome, word: Measured, claim: Claim, studies: Iterable[Study], asks: Asks | None, profile: Profile
) -> Appraised:
    """An outcome, with everything that the record, its source and the vocabulary say of it."""
    studies = tuple(studies)
    side: Side = "harm" if word.side == "harm" else "benefit"
    result = Result(outcome.outcome, outcome.at, side, is_critical(outcome, word, claim))
    source = next((study for study in studies if study.key == outcome.source), None)
    estimate = estimate_of(outcome)
    if source is None or estimate is None or not source.in_people or source.source.withdrawn:
        return Appraised(outcome, word, result, estimate, reported=_is_reported(outcome, claim, studies))
    told = told_of(outcome, estimate)
    body = profile.body(source.design.body, claim.kind, asks, share=estimate.scale is Scale.SHARE)
    gain = gain_of(told, word, claim.share) if source.bears else None
    people = _number(outcome.participants) or source.source.participants
    result = replace(
        result, body=body, gain=gain, margin=margin_of(told, word), studies=_number(outcome.studies), people=people,
        synthesis=source.design.synthesis, large_trial=_is_large(source),
    )  # fmt: skip
    graded = _graded(outcome, result, told, word, claim, source, studies, profile)
    result = replace(result, rating=graded.rating if graded else None)
    others = (study for study in studies if study.key != source.key)
    result = _beside(result, outcome, told, word, claim, source, tuple(others))
    return Appraised(outcome, word, result, estimate, graded, numbers_of(told, word))


def _is_reported(outcome: Outcome, claim: Claim, studies: Iterable[Study]) -> bool:
    """A direct study in people reports it: at that time or, naming no time, where the claim has it at one time only."""
    alone = sum(other.outcome == outcome.outcome for other in claim.outcomes) == 1

    def reports(study: Study) -> bool:
        effect = study.item.effect
        if effect and effect.outcome == outcome.outcome:
            return effect.at == outcome.at
        return alone and outcome.outcome in study.words

    return any(study.bears and study.in_people and reports(study) for study in studies)


def is_critical(outcome: Outcome, word: Measured, claim: Claim) -> bool:
    """It decides: by the vocabulary for the claim's topic; of a course, at the times that the statement claims.

    Of a safety claim, the harms that its statement speaks of decide besides.
    """
    if claim.kind == "course":
        return outcome.at in claim.times
    if claim.kind == "safety" and outcome.outcome in claim.harms:
        return True
    return claim.topic in word.critical and (claim.kind == "mechanism" or word.side != "measure")


def estimate_of(outcome: Outcome) -> Estimate | None:
    """The result as printed, read; None where there is none or it has another form (`check` reports it)."""
    try:
        return read_estimate(outcome.result) if outcome.result else None
    except ValueError:
        return None


def told_of(outcome: Outcome, estimate: Estimate) -> Told:
    """The estimate with what the record says of it."""
    return Told(estimate, outcome.better, outcome.without.per100 / 100 if outcome.without else None, outcome.scale)


def numbers_of(told: Told, word: Measured) -> Absolute | None:
    """How many people have the outcome; None also where more than all of them would (`check` reports it)."""
    try:
        return absolute(oriented(told, word), told.risk)
    except ValueError:
        return None


def _number(count: int | str) -> int | None:
    return count if isinstance(count, int) else None


def _is_large(study: Study) -> bool:
    """A registered trial of several centres that is known not to be the maker's."""
    source = study.source
    return source.registration is not None and (source.centres or 1) > 1 and source.sponsor == "independent"


def _graded(
    outcome: Outcome, result: Result, told: Told, word: Measured, claim: Claim, source: Study, studies: tuple[Study, ...],
    profile: Profile,
) -> Graded | None:  # fmt: skip
    if outcome.grade is None or result.body not in profile.start:
        return None
    unseen = outcome.grade.risk_of_bias == "unseen"
    met = tuple(floors(_body(outcome, result, told, word, source, unseen), profile.floors))
    declared = {**outcome.grade.steps()}
    for domain in outweighed(outcome, result.people, claim, studies):
        declared[domain] = max(declared[domain], 2)
    up = sum(raised.steps for raised in outcome.up) if result.body in profile.raised else 0
    rated = any(same_body(outcome, rating.by, rating.studies) for rating in outcome.rated)
    return grade(profile.start[result.body], declared, up, met, rated=rated, unseen=unseen)


def same_body(outcome: Outcome, by: str, studies: int | str) -> bool:
    """A published rating is of the body that the outcome rests on: of its source, or of as many studies."""
    return by == outcome.source or (isinstance(studies, int) and studies == outcome.studies)


def outweighed(outcome: Outcome, people: int | None, claim: Claim, studies: Iterable[Study]) -> list[Domain]:
    """The domains whose reason weighs more people against the outcome than its source has; they lower by two steps.

    A source whose people nobody counted is outweighed by anybody.
    """
    by_key = {study.key: study for study in studies}
    found: list[Domain] = []
    for domain, reason in claim.reasons.items():
        if domain == "not-lowered":
            continue
        named = [by_key[ref] for ref, outcomes in reason.weighed() if ref in by_key and _is_meant(outcome, outcomes)]
        against = [s.source.participants or 0 for s in named if s.elsewhere and s.reports(outcome.outcome)]
        if sum(against) > (people or 0):
            found.append(domain)
    return found


def _is_meant(outcome: Outcome, outcomes: Iterable[str]) -> bool:
    named = set(outcomes)
    return not named or outcome.outcome in named


def _body(outcome: Outcome, result: Result, told: Told, word: Measured, source: Study, unseen: bool) -> Body:
    prediction, none = outcome.prediction(), told.estimate.none
    return Body(
        people=result.people,
        counts=word.unit == "people",
        mean_risk=mean_risk(told, word),
        holds_none_and_worthwhile=none is not None and _holds_none_and_worthwhile(result.gain, result.matters),
        prediction_holds_none=prediction is not None and none is not None and prediction[0] <= none <= prediction[1],
        indirect=not source.item.direct,
        unseen=unseen,
    )


def _holds_none_and_worthwhile(gain: Gain | None, matters: float | None) -> bool:
    if gain is None or gain.towards or gain.away:
        return False
    return matters is not None and max(gain.high, -gain.low) >= matters


def mean_risk(told: Told, word: Measured) -> float | None:
    """The mean of both groups' risks; of a share, the share itself."""
    estimate = oriented(told, word)
    if estimate.scale is Scale.SHARE:
        return estimate.value / 100
    try:
        return None if told.risk is None else (told.risk + risk_with(estimate.measure, estimate.value, told.risk)) / 2
    except ValueError:
        return None


def _beside(
    result: Result, outcome: Outcome, told: Told, word: Measured, claim: Claim, source: Study, others: tuple[Study, ...]
) -> Result:
    """The result with the other syntheses of the record: those that agree, those that give a number, a newer mixed one."""
    peers = [
        study
        for study in others
        if study.bears
        and study.in_people
        and study.design.synthesis
        and study.counts_once_more
        and study.reports(outcome.outcome)
    ]
    newer = [study for study in peers if study.year > source.year]
    gains = [gain_of(other, word, claim.share) for study in peers if (other := _told_by(study, outcome, told))]
    return replace(
        result,
        agreeing=sum(study.item.direction == "supports" for study in peers),
        newer_mixed=any(study.item.direction == "mixed" for study in newer),
        others=tuple(replace(result, gain=gain, others=()) for gain in gains if gain),
    )


def _told_by(study: Study, outcome: Outcome, told: Told) -> Told | None:
    """What another source says of the same outcome and time, at the same risk without the treatment."""
    effect = study.item.effect
    if effect is None or effect.measure not in SCALES or (effect.outcome, effect.at) != (outcome.outcome, outcome.at):
        return None
    return Told(Estimate(effect.measure, effect.value, effect.low, effect.high), effect.better, told.risk, told.scale)
