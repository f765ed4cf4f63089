"""The level rule: a level cannot outrun its evidence.

Pure, and with `ladders` the only place where the rule is written: `check` refuses a level above the ceiling, the method page
prints `LADDERS` as its table, and every page marks its step from here.
"""

from __future__ import annotations

from tools.appraisal.gather import gather
from tools.appraisal.ladders import EFFECTS, LADDERS, Rung
from tools.appraisal.profile import profile
from tools.appraisal.rule import judge
from tools.appraisal.tally import Rank, Tally, tally_of
from tools.records.claim import Claim, Review
from tools.records.words import Kind, Level, rank_of


def ladder(kind: Kind) -> tuple[Rung, ...]:
    """The rungs for a kind of claim, from the highest level to the lowest."""
    return LADDERS["effect" if kind in EFFECTS else kind]


def ceiling(kind: Kind, counts: Tally) -> Level:
    """The highest level that the evidence allows: that of the first rung whose conditions all hold."""
    return next(rung.level for rung in ladder(kind) if rung.holds(counts))


def is_contradicted(counts: Tally) -> bool:
    """The flag: of the direct evidence of the highest rank present, some contradicts and none supports."""
    top = max(counts.tested, default=Rank.NONE)
    return counts.contradicting.get(top, 0) > 0 and counts.supporting.get(top, 0) == 0


def is_below(level: Level, other: Level) -> bool:
    """True where `level` is a lower step than `other`."""
    return rank_of(level) > rank_of(other)


def ceiling_of(claim: Claim, review: Review) -> Level:
    """The highest level that a claim's linked evidence allows, by the rule under which its record is judged."""
    if claim.is_judged:
        return judge(gather(claim, review, profile()).case, profile()).level
    return ceiling(claim.kind, tally_of(claim, review))
