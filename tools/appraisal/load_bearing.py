"""Which single source carries a level, and what one more study would do: the level rule, asked "what if". Pure."""

from __future__ import annotations

from tools.appraisal import levels
from tools.appraisal.asking import Support
from tools.appraisal.tally import Study, searches_of, studies_of, study_of, tally
from tools.records.claim import Claim, Condition, Review
from tools.records.words import Kind, Language, Level


def load_bearing(claim: Claim, review: Review) -> list[Support]:
    """The sources each of which, if it fell, would by itself lower the claim's ceiling."""
    known = [item.ref for item in claim.evidence if item.ref in review.references]
    falls = _falls(claim.kind, studies_of(claim, review), searches_of(claim, review))
    return [Support(known[place], without) for place, without in falls]


def _falls(kind: Kind, studies: list[Study], searches: int) -> list[tuple[int, Level]]:
    """The places of the studies without which the ceiling would be lower, and what it would be."""
    ceiling = levels.ceiling(kind, tally(studies, searches))
    without = (levels.ceiling(kind, tally(studies[:place] + studies[place + 1 :], searches)) for place in range(len(studies)))
    return [(place, level) for place, level in enumerate(without) if levels.is_below(level, ceiling)]


def ceiling_with(claim: Claim, review: Review, added: list[Study]) -> Level:
    """The ceiling if these studies were evidence too."""
    return _ceiling(claim, [*studies_of(claim, review), *added], review)


def ceiling_promised(claim: Claim, review: Review) -> Level | None:
    """The ceiling that the studies of `would_change_if` would bring; None where the record names none."""
    wanted = claim.would_change_if
    if not isinstance(wanted, Condition):
        return None
    study = study_of(review.vocabulary, wanted.design, wanted.species, wanted.direction, direct=True)
    return ceiling_with(claim, review, [study] * wanted.count)


def next_rung(claim: Claim, ceiling: Level, language: Language) -> tuple[Level, str] | None:
    """The level above a ceiling and its condition in words; None at the top."""
    rungs = levels.ladder(claim.kind)
    above = [rung for rung in rungs if levels.is_below(ceiling, rung.level)]
    return (above[-1].level, above[-1].words[language]) if above else None


def _ceiling(claim: Claim, studies: list[Study], review: Review) -> Level:
    return levels.ceiling(claim.kind, tally(studies, searches_of(claim, review)))
