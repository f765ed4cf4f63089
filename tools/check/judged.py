"""What the level rule says of a claim: the one place where the rules of `check` ask."""

from __future__ import annotations

from tools.appraisal import levels
from tools.appraisal.load_bearing import ceiling_promised
from tools.appraisal.tally import Rank, tally_of
from tools.records.claim import Claim, Review
from tools.records.words import Level


def ceiling(claim: Claim, review: Review) -> Level:
    """The highest level that the claim's evidence allows."""
    return levels.ceiling_of(claim, review)


def promised(claim: Claim, review: Review) -> Level | None:
    """The ceiling that the studies of `would_change_if` would bring; None where the record names none."""
    return ceiling_promised(claim, review)


def is_below(level: Level, other: Level) -> bool:
    """True where `level` is a lower step than `other`."""
    return levels.is_below(level, other)


def is_contradicted(claim: Claim, review: Review) -> bool:
    """True where the strongest direct evidence contradicts the claim and none of it supports it."""
    return levels.is_contradicted(tally_of(claim, review))


def is_tested_in_people(claim: Claim, review: Review) -> bool:
    """True where the evidence holds a direct study in people, whichever way it came out."""
    return max(tally_of(claim, review).tested, default=Rank.NONE) >= Rank.CASES
