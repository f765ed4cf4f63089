"""A claim of the review → what the level rule is asked about it. Pure and total: what nobody can resolve is absent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.appraisal.case import Asks, Case, Documents, HarmReport, Result
from tools.appraisal.outcomes import Appraised, appraise
from tools.appraisal.profile import Profile
from tools.appraisal.study import Study, studies_of
from tools.appraisal.voices import Voice, voices
from tools.records.claim import Claim, Review
from tools.records.words import Kind

# What a claim of a kind may ask; where its record does not say, the first, which is the hardest to show.
ASKS: Mapping[Kind, tuple[Asks, ...]] = {"comparison": ("better", "no-worse", "fewer"), "mechanism": ("causes", "occurs")}


@dataclass(frozen=True)
class Gathered:
    """A claim's evidence with everything resolved.

    Attributes:
        studies: its evidence items with their sources.
        outcomes: those of the record, in its order.
        voices: what authorities say, newest first.
    """

    case: Case
    studies: tuple[Study, ...]
    outcomes: tuple[Appraised, ...]
    voices: tuple[Voice, ...]


def gather(claim: Claim, review: Review, profile: Profile) -> Gathered:
    """Everything that the rule needs to know of a claim."""
    return gather_from(studies_of(claim, review), claim, review, profile)


def gather_from(studies: tuple[Study, ...], claim: Claim, review: Review, profile: Profile) -> Gathered:
    """The same, as if these were all the studies of the claim."""
    asks = asked(claim)
    words = review.vocabulary.outcome
    known = [outcome for outcome in claim.outcomes if outcome.outcome in words]
    appraised = tuple(appraise(outcome, words[outcome.outcome], claim, studies, asks, profile) for outcome in known)
    said = voices(studies, claim.reviewed)
    votes = [voice.vote for voice in said]
    people = [study for study in studies if study.bears and study.in_people]
    bodies = (profile.body(s.design.body, claim.kind, asks, share=False) for s in people)
    results = [one.result for one in appraised]
    case = Case(
        kind=claim.kind,
        asks=asks,
        results=(*results, *_unmeasured(claim, review, results)),
        bodies=tuple(filter(None, bodies)),
        laboratory=sum(study.bears and study.in_laboratory for study in studies),
        accepting=votes.count("accepts"),
        rejecting=votes.count("rejects"),
        dissent=any(map(_dissents, people)),
        harms=tuple(_harms(studies)),
        named=tuple(claim.harms),
        documents=_documents(claim, review, studies),
    )
    return Gathered(case, studies, appraised, said)


def asked(claim: Claim) -> Asks | None:
    """What a claim asks; None of a kind that leaves no choice."""
    allowed = ASKS.get(claim.kind, ())
    return claim.asks if claim.asks in allowed else next(iter(allowed), None)


def _unmeasured(claim: Claim, review: Review, results: Iterable[Result]) -> Iterator[Result]:
    """What must be in favour and is not in the record: critical harms of a safety claim, times that a course claims."""
    present = {(result.outcome, result.at) for result in results}
    if claim.kind == "safety":
        for name, word in review.vocabulary.outcome.items():
            decides = name in claim.harms or (word.side == "harm" and claim.topic in word.critical)
            if decides and name not in {outcome for outcome, _ in present}:
                yield Result(name, "end", "harm", critical=True)
    if claim.kind == "course":
        for at in claim.times:
            if at not in {time for _, time in present}:
                yield Result("", at, "benefit", critical=True)


def _dissents(study: Study) -> bool:
    """A synthesis or a re-analysis, neither replaced nor set aside, that finds the other way."""
    return study.design.synthesis and study.counts_once_more and study.item.direction == "contradicts"


def _harms(studies: Iterable[Study]) -> Iterator[HarmReport]:
    for study in studies:
        source, notice = study.source, study.design.document
        told = study.in_people or notice  # what happened to animals is no report of a harm to people
        if told and study.bears and study.item.harm and study.item.direction == "supports":
            number = source.registration and source.registration.casefold()  # one number, however it is written
            origin = (source.authority if notice else number) or study.key
            yield HarmReport(study.item.harm, study.item.causal, not notice, notice, origin)


def _documents(claim: Claim, review: Review, studies: Iterable[Study]) -> Documents:
    """What backs a description: its own documents and searches of databases, what is second-hand, and what says otherwise."""
    bearing = [study for study in studies if study.bears]
    backing = [study for study in bearing if study.item.direction == "supports"]
    own = sum(_is_own(study, review) for study in backing)
    against = sum(study.item.direction == "contradicts" for study in bearing)
    searched = review.searches.get(claim.absence) if claim.absence in claim.searches else None
    if searched is None or searched.found:
        return Documents(own, len(backing) - own, against)
    return Documents(own + searched.databases, len(backing) - own + (not searched.databases), against)


def _is_own(study: Study, review: Review) -> bool:
    """An authority's own document, with its date, that was itself read."""
    place = review.vocabulary.locator.get(study.item.locator.split()[0])
    return study.design.document and study.source.year is not None and place is not None and not place.second_hand
