"""Each claim judged once: what pages, exports, rules and comparisons read. Pure and total.

What a record names and nobody can resolve (a reference that is not there, a search that is not known) is treated as absent;
`check` reports it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from tools.appraisal import argument, wording
from tools.appraisal.asking import Support, carried_alone, ceiling_awaited
from tools.appraisal.gather import Gathered, gather
from tools.appraisal.outcomes import Appraised
from tools.appraisal.profile import profile
from tools.appraisal.reasons import reasons_of
from tools.appraisal.rule import Judgement, judge
from tools.appraisal.study import Study
from tools.appraisal.told import told
from tools.appraisal.voices import Voice
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Reason, ReasonFor
from tools.records.sources import Reference
from tools.records.words import LANGUAGES, Direction, Language, Level, Wording

DIRECTIONS: tuple[Direction, ...] = ("supports", "contradicts", "no-difference", "mixed", "context")
Verdict = Literal["stronger", "in_line", "more_careful", "not_said"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True)
class Item:
    """One evidence item with its source."""

    key: str
    evidence: Evidence
    source: Reference


@dataclass(frozen=True)
class Comparison:
    """How one language of the article says a claim, against what the level allows.

    Attributes:
        wording: the strongest wording of that language; None where it does not make the claim.
        verdict: how it compares.
    """

    language: Language
    wording: Wording | None
    verdict: Verdict


@dataclass(frozen=True)
class Judged:
    """What follows from one claim's record.

    Attributes:
        promised: the ceiling that the studies of `would_change_if` would bring; None where the record names none.
        items: its evidence, in the order of the record.
        supports: the sources each of which carries the ceiling alone.
        allowed_wording: the strongest wording that fits the evidence.
        comparisons: the article's wording in each language against the level.
        premises: every claim that must hold for it to hold, nearest first, and `weakest` those at the lowest level.
        dependents: the claims that name it as a premise.
        judgement: what the rule says.
        studies: its evidence items with their sources and words.
        outcomes: the outcomes of the record, appraised.
        reasons: why their certainty is lowered, by domain.
        voices: what authorities say of the treatment's use.
    """

    id: str
    claim: Claim
    promised: Level | None
    items: tuple[Item, ...]
    supports: tuple[Support, ...]
    allowed_wording: Wording
    comparisons: tuple[Comparison, ...]
    premises: tuple[str, ...]
    weakest: tuple[str, ...]
    dependents: tuple[str, ...]
    judgement: Judgement
    studies: tuple[Study, ...]
    outcomes: tuple[Appraised, ...]
    reasons: Mapping[ReasonFor, Reason]
    voices: tuple[Voice, ...]

    @property
    def ceiling(self) -> Level:
        """The highest level that the evidence allows."""
        return self.judgement.level

    @property
    def contradicted(self) -> bool:
        """True where nothing carries the claim, and a critical outcome is against it or shows little or no difference."""
        return "contradicted" in self.judgement.flags

    @property
    def carried_by(self) -> tuple[Appraised, ...]:
        """The outcomes of the record that carry the level of the judgement."""
        carriers = {(result.outcome, result.at) for result in self.judgement.carried_by}
        return tuple(one for one in self.outcomes if (one.outcome.outcome, one.outcome.at) in carriers)

    @property
    def is_whole(self) -> bool:
        """False where an outcome of the record could not be read: what rests on it is then no finding of its own."""
        known = len(self.outcomes) == len(self.claim.outcomes)
        return known and all(one.estimate or one.outcome.result is None for one in self.outcomes)

    def direct(self, direction: Direction) -> list[Item]:
        """The direct evidence that points one way."""
        return [item for item in self.items if item.evidence.direct and item.evidence.direction == direction]

    @property
    def indirect(self) -> list[Item]:
        """The rest, in the order of its directions."""
        items = [item for item in self.items if not item.evidence.direct]
        return sorted(items, key=lambda item: DIRECTIONS.index(item.evidence.direction))

    @property
    def tested_in_people(self) -> bool:
        """True where the evidence holds a direct study in people, whichever way it came out."""
        return any(study.bears and study.in_people for study in self.studies)

    @property
    def verdicts(self) -> list[str]:
        """How the article's wording compares, over both languages, each verdict once."""
        found = dict.fromkeys(comparison.verdict for comparison in self.comparisons if comparison.wording)
        return list(found) or ["not_said"]

    @property
    def language_note(self) -> str | None:
        """The label name of a note where the two languages do not say the claim alike."""
        japanese, english = (comparison.wording for comparison in self.comparisons)
        if japanese == english:
            return None
        return "only_en" if japanese is None else "only_ja" if english is None else "languages_differ"


@dataclass(frozen=True)
class Assessed:
    """A review with each of its claims judged.

    Attributes:
        claims: id to what follows from the claim, in the order of the review.
        bearing: reference key to the ids of the claims whose ceiling it carries alone.
    """

    review: Review
    claims: Mapping[str, Judged]
    bearing: Mapping[str, list[str]]


def assess(review: Review) -> Assessed:
    """Judge every claim of a review. Total: it raises nothing, whatever loads."""
    claims = {claim_id: _judge(claim_id, review) for claim_id in review.claims}
    bearing: dict[str, list[str]] = {}
    for claim_id, judged in claims.items():
        for support in judged.supports:
            bearing.setdefault(support.ref, []).append(claim_id)
    return Assessed(review, claims, bearing)


def _judge(claim_id: str, review: Review) -> Judged:
    claim = review.claims[claim_id]
    gathered = gather(claim, review, profile())
    judgement = judge(gathered.case, profile())
    allowed = wording.allowed_wording(claim, judgement.certainty, profile())
    premises = argument.premises_of(claim_id, review.claims)
    return Judged(
        id=claim_id,
        claim=claim,
        promised=_promised(claim, review, gathered),
        items=tuple(
            Item(item.ref, item, review.references[item.ref]) for item in claim.evidence if item.ref in review.references
        ),
        supports=tuple(carried_alone(gathered, claim, review, judgement.level, profile())),
        allowed_wording=allowed,
        comparisons=tuple(_compare(claim, language, allowed) for language in LANGUAGES),
        premises=tuple(premises),
        weakest=tuple(argument.weakest(premises, review.claims)),
        dependents=tuple(review.dependents.get(claim_id, ())),
        judgement=judgement,
        studies=gathered.studies,
        outcomes=told(gathered.outcomes, claim.pico),
        reasons=reasons_of(claim, gathered.outcomes),
        voices=gathered.voices,
    )


def _promised(claim: Claim, review: Review, gathered: Gathered) -> Level | None:
    """The ceiling that the studies of `would_change_if` would bring; None where it names none, or an outcome nobody knows."""
    awaited, words = claim.would_change_if, review.vocabulary.outcome
    if awaited is None or awaited.outcome not in words:
        return None
    return ceiling_awaited(gathered.case, awaited, words[awaited.outcome], profile())


def _compare(claim: Claim, language: Language, allowed: Wording) -> Comparison:
    said = wording.strongest_wording(claim, language)
    if said is None:
        return Comparison(language, None, "not_said")
    difference = wording.compare_wording(said, allowed)
    return Comparison(language, said, "stronger" if difference > 0 else "in_line" if difference == 0 else "more_careful")
