"""Does my trial matter? What one more study, or another grade, would do to a claim, by the rule alone. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.profile import profile, words_of
from tools.appraisal.rule import Judgement
from tools.appraisal.told import told
from tools.contribute.suppose import Study, Supposed, alone, with_grade, with_study
from tools.records.claim import Review
from tools.records.outcome import Domain
from tools.records.words import At, Language, Level, is_below
from tools.text.messages import Message, say

_POINTS = {
    "supports": say("part.points-for"),
    "contradicts": say("part.points-against"),
    "no-difference": say("part.points-nowhere"),
    "mixed": say("part.points-both"),
    "context": say("part.points-context"),
}
_JOINTS: Mapping[Language, tuple[str, str]] = {"ja": ("。かつ、", "。または、"), "en": ("; and ", "; or ")}
_PARTS: Mapping[bool, Message] = {True: say("part.direct"), False: say("part.indirect")}


@dataclass(frozen=True)
class Regraded:
    """An outcome of the record whose domains would lower by so many steps."""

    outcome: str
    at: At
    steps: Mapping[Domain, int] = field(default_factory=dict)


def what_if(assessed: Assessed, claim_id: str, asked: Study | Regraded, language: Language) -> str:
    """An answer in a few lines: the ceiling now, the ceiling then, and what the next step asks for."""
    judged = assessed.claims[claim_id]
    claim = judged.claim
    told = [say("told.now", level=claim.level, ceiling=judged.ceiling)]
    if isinstance(asked, Regraded):
        told += _regraded(judged, assessed.review, asked, language)
    else:
        told += _with_study(judged, assessed.review, asked, language)
    lines = [f"{claim.code} {claim.title[language]}", *(f"  {message.text(language)}" for message in told), ""]
    return "\n".join(lines)


def _with_study(judged: Judged, review: Review, asked: Study, language: Language) -> Iterator[Message]:
    claim, then = judged.claim, with_study(judged.claim, review, asked)
    design = review.vocabulary.design[asked.design]
    yield _with(asked, judged.ceiling, then.judgement.level)
    yield from _moved_outcomes(judged, then)
    yield from _beside(judged.judgement, then.judgement)
    if not asked.direct:
        yield say("told.not-direct")
    elif design.document and asked.position is None and claim.kind in ("effect", "comparison", "safety"):
        yield say("told.no-position")
    elif claim.kind == "harm" and not (asked.harm and asked.causal):
        yield say("told.no-harm")
    elif claim.outcomes and design.body not in ("none", "laboratory"):
        yield from _in_people(judged, review, asked)
    yield from _above(judged, then.judgement.level, language)


def _in_people(judged: Judged, review: Review, asked: Study) -> Iterator[Message]:
    """Why a study moves nothing by itself, what it would carry as a source, and what caps that."""
    if asked.direction in ("contradicts", "no-difference", "mixed"):
        yield say("told.weighed")
        return
    if asked.direction != "supports":
        return
    yield say("told.counts")
    case, limits = with_study(judged.claim, review, asked).gathered.case, profile().carries
    found = list(alone(judged.claim, review, case, asked))
    for one in found:
        moved = _moved(judged.ceiling, one.ceiling)
        yield say("told.as-source", outcome=one.outcome, at=one.at, certainty=one.certainty, then=one.ceiling, moved=moved)
    if asked.people is None:
        yield say("told.people-unsaid")
    elif asked.people < limits.inconclusive_below:
        yield say("told.few-people", people=limits.inconclusive_below)
    if not review.vocabulary.design[asked.design].synthesis:
        yield say("told.one-trial", people=limits.one_trial)


def _regraded(judged: Judged, review: Review, asked: Regraded, language: Language) -> Iterator[Message]:
    then = with_grade(judged.claim, review, asked.outcome, asked.at, asked.steps)
    steps = tuple(f"{domain}: {count}" for domain, count in asked.steps.items())
    moved = _moved(judged.ceiling, then.judgement.level)
    if steps:
        yield say("told.regraded", steps=steps, outcome=asked.outcome, at=asked.at, then=then.judgement.level, moved=moved)
    outcomes = told(then.gathered.outcomes, judged.claim.pico)
    one = next(one for one in outcomes if (one.outcome.outcome, one.outcome.at) == (asked.outcome, asked.at))
    if one.graded is None:
        yield say("told.unrated", outcome=asked.outcome, at=asked.at)
        return
    if not steps:
        yield say("told.as-it-is", outcome=asked.outcome, at=asked.at, certainty=one.result.rating)
    for floor in one.graded.unmet:
        yield say("told.floor", domain=floor.domain, steps=floor.steps)
    for floor in one.graded.yielded:
        yield say("told.yielded", domain=floor.domain, steps=floor.steps)
    if one.sentence:
        yield say("told.says", sentence=one.sentence[language], numbers=one.numbers.get(language, ""))
    yield from _moved_outcomes(judged, then)
    yield from _beside(judged.judgement, then.judgement)
    yield from _above(judged, then.judgement.level, language)


def _moved_outcomes(judged: Judged, then: Supposed) -> Iterator[Message]:
    """The outcomes whose certainty would be another."""
    for before, after in zip(judged.outcomes, then.gathered.outcomes, strict=True):
        was, now = before.result.rating, after.result.rating
        if was != now:
            one = before.outcome
            yield say("told.certainty-of", outcome=one.outcome, at=one.at, before=was, after=now)


def _beside(before: Judgement, after: Judgement) -> Iterator[Message]:
    """What would change beside the level."""
    if before.certainty != after.certainty:
        yield say("told.certainty", before=before.certainty or "none", after=after.certainty or "none")
    if came := tuple(flag for flag in after.flags if flag not in before.flags):
        yield say("told.flags-came", flags=came)
    if went := tuple(flag for flag in before.flags if flag not in after.flags):
        yield say("told.flags-went", flags=went)


def _above(judged: Judged, ceiling: Level, language: Language) -> Iterator[Message]:
    """What the next step asks for."""
    lines = [(level, lines) for level, lines in words_of(profile(), judged.claim.kind).items() if is_below(ceiling, level)]
    if lines:
        level, ways = lines[-1]
        together, either = _JOINTS[language]
        told = either.join(together.join(condition[language] for condition in way) for way in ways)
        yield say("told.next", level=level, condition=told)


def _with(asked: Study, now: Level, then: Level) -> Message:
    how, points = _PARTS[asked.direct], _POINTS[asked.direction]
    return say(
        "told.with", direct=how, design=asked.design, species=asked.species, points=points, then=then, moved=_moved(now, then)
    )


def _moved(now: Level, then: Level) -> Message:
    if now == then:
        return say("part.no-change")
    return say("part.lower") if is_below(then, now) else say("part.higher")
