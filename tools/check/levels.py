"""Rules on levels: none outruns its evidence, and what a record says of its level, its certainty and its future is so."""

from __future__ import annotations

from tools.appraisal.assess import Judged
from tools.check.registry import Findings, rule
from tools.records.claim import Claim
from tools.records.words import LEVELS, LEVELS_OF_FACTS, is_below
from tools.text.messages import say


@rule("level-above-evidence", each="claim", linked=("reference", "absence"))
def levels_stay_below_their_ceiling(claim: Claim, judged: Judged) -> Findings:
    """A level is at most what the linked evidence allows.

    Bad: {level: supported, evidence: [{ref: mori2019mice, direct: true, …}]}
    Good: {level: preclinical, evidence: [{ref: mori2019mice, direct: true, …}]}
    """
    facts = LEVELS_OF_FACTS if claim.is_description else LEVELS
    if claim.level not in facts:
        yield ("level",), say("level-above-evidence.other-words", level=claim.level, words=facts)
    elif judged.is_whole and is_below(judged.ceiling, claim.level):
        code = "level-above-evidence.outcomes" if as_judged(judged) else "level-above-evidence"
        yield ("level",), say(code, level=claim.level, allowed=judged.ceiling, outcomes=as_judged(judged))


@rule("level-note-missing", each="claim", linked=("reference", "absence"))
def lower_levels_say_why(claim: Claim, judged: Judged) -> Findings:
    """A level below what the evidence allows says why.

    Bad: {level: hypothetical, evidence: [{ref: mori2019mice, direct: true, …}]}
    Good: {level: hypothetical, level_note: {ja: …, en: …}, evidence: [{ref: mori2019mice, direct: true, …}]}
    """
    if judged.is_whole and is_below(claim.level, judged.ceiling) and claim.level_note is None:
        code = "level-note-missing.outcomes" if as_judged(judged) else "level-note-missing"
        yield ("level",), say(code, level=claim.level, allowed=judged.ceiling, outcomes=as_judged(judged))


@rule("level-note-needless", each="claim", linked=("reference", "absence"))
def only_lower_levels_say_why(claim: Claim, judged: Judged) -> Findings:
    """A level that is the highest allowed says nothing of a lower one.

    Bad: {level: preclinical, level_note: {ja: …, en: …}, evidence: [{ref: mori2019mice, direct: true, …}]}
    Good: {level: preclinical, evidence: [{ref: mori2019mice, direct: true, …}]}
    """
    if claim.level_note is not None and claim.level == judged.ceiling:
        yield ("level_note",), say("level-note-needless", level=claim.level)


@rule("would-change", each="claim", linked=("reference", "absence"))
def awaited_studies_move_the_ceiling(claim: Claim, judged: Judged) -> Findings:
    """The studies under `would_change_if` would bring the ceiling that the record says, and it is above today's.

    Bad: would_change_if: {outcome: response, body: randomised, studies: 1, people: 100, certainty: low, ceiling: established}
    Good: would_change_if: {outcome: response, body: randomised, studies: 1, people: 100, certainty: low, ceiling: inconclusive}
    """
    awaited = claim.would_change_if
    then, now = judged.promised, judged.ceiling
    if awaited is None or then is None or not judged.is_whole:
        return
    asked = f"{claim.code} --design meta-analysis --direct -n {awaited.people}"
    if then != awaited.ceiling:
        name = "would-change.other.outcomes" if as_judged(judged) else "would-change.other"
        yield ("would_change_if",), say(name, then=then, ceiling=awaited.ceiling, outcomes=as_judged(judged), asked=asked)
    elif not is_below(now, then):
        yield ("would_change_if",), say("would-change.same", now=now, asked=asked)


def as_judged(judged: Judged) -> tuple[str, ...]:
    """The outcomes that decide, with the certainty of each, which is what holds a level where it is."""
    results = (outcome.result for outcome in judged.outcomes if outcome.result.critical)
    return tuple(f"{result.outcome} {result.at}: {result.rating or 'none'}" for result in results)
