"""Does my trial matter? What one more study would do to a claim, by the rule alone. Pure."""

from __future__ import annotations

from tools.appraisal import levels
from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.load_bearing import ceiling_with, next_rung
from tools.appraisal.profile import profile
from tools.appraisal.tally import Rank, study_of
from tools.records.words import Direction, Level


def what_if(
    assessed: Assessed, claim_id: str, design: str, species: str, direction: Direction, direct: bool, participants: int | None
) -> str:
    """An answer in a few lines: the ceiling now, the ceiling with the study, and what the next step asks for."""
    review, judged = assessed.review, assessed.claims[claim_id]
    claim = judged.claim
    if claim.is_judged:
        return _by_outcomes(judged, participants)
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


def _by_outcomes(judged: Judged, participants: int | None) -> str:
    """Why one more study moves nothing by itself where a claim is judged by outcomes, and what would."""
    claim, limits = judged.claim, profile().carries
    lines = [
        f"{claim.code} {claim.title.en}",
        f"  declared level: {claim.level}; ceiling now: {judged.ceiling}",
        "  This claim is judged by outcomes: a study counts once the estimate of an outcome takes it in, or a reason weighs it.",
        f"  One trial alone carries `inconclusive`; a registered one of several centres, with {limits.one_trial} people or more,"
        " that is not the maker’s, at most `supported`.",
    ]
    if participants is not None and participants < limits.inconclusive_below:
        lines.append(f"  A body of fewer than {limits.inconclusive_below} people carries nothing above `inconclusive`.")
    above = [rung for rung in profile().ladder(claim.kind) if levels.is_below(judged.ceiling, rung.level)]
    if above:
        words = (", ".join(profile().conditions[name].en for name in line) for line in above[-1].when)
        lines.append(f"  For {above[-1].level} it takes: {'; or '.join(words)}.")
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
