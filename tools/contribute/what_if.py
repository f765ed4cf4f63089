"""Does my trial matter? What one more study would do to a claim, by the rule alone. Pure."""

from __future__ import annotations

from tools.appraisal import levels
from tools.appraisal.assess import Assessed
from tools.appraisal.load_bearing import ceiling_with, next_rung
from tools.appraisal.tally import Rank, study_of
from tools.records.words import Direction, Level


def what_if(
    assessed: Assessed, claim_id: str, design: str, species: str, direction: Direction, direct: bool, participants: int | None
) -> str:
    """An answer in a few lines: the ceiling now, the ceiling with the study, and what the next step asks for."""
    review, judged = assessed.review, assessed.claims[claim_id]
    claim = judged.claim
    study = study_of(review.vocabulary, design, species, direction, direct)
    now, then = judged.ceiling, ceiling_with(claim, review, [study])
    kind = f"{'direct' if direct else 'indirect'} {design} in {species} that {_verb(direction)}"
    lines = [
        f"{claim.code} {claim.title.en}",
        f"  declared level: {claim.level}; ceiling now: {now}",
        f"  with one more {kind}: {then}{_moved(now, then)}",
    ]
    if not study.tests and not (direct and study.rank == Rank.NONE):
        lines.append("  It is not direct evidence of this claim, so it is shown and not counted (`--direct` if it is).")
    if direct and study.rank == Rank.NONE:
        lines.append(f"  A {design} tests no claim by itself; it counts where the rule asks for it, as a guideline does.")
    if participants is not None:
        lines.append(f"  The number of participants ({participants}) does not enter the rule; it matters for the certainty.")
    if above := next_rung(claim, then, "en"):
        lines.append(f"  For {above[0]} it takes: {above[1]}.")
    return "\n".join([*lines, ""])


def _verb(direction: Direction) -> str:
    verbs = {
        "supports": "supports it",
        "contradicts": "contradicts it",
        "no-difference": "does not distinguish",
        "mixed": "points both ways",
        "context": "is context",
    }
    return verbs[direction]


def _moved(now: Level, then: Level) -> str:
    return " (no change)" if now == then else " (lower)" if levels.is_below(then, now) else " (higher)"
