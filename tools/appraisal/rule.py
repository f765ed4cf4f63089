"""The level rule: a level cannot outrun its evidence. Pure, and the only place where the rule is written.

Its numbers and words are data (`profile`); its conditions are named there and defined here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from tools.appraisal.case import Case, Result, favour
from tools.appraisal.certainty import RATINGS, Rating, reaches
from tools.appraisal.profile import Profile
from tools.records.words import Level

Flag = Literal["disputed", "contradicted", "one-study", "depends-on-synthesis", "contested"]
# What keeps a claim at `inconclusive`.
Why = Literal[
    "uncontrolled-only", "association-only", "not-measured", "unclear", "very-low", "one-study", "few-people", "low"
]  # fmt: skip
_ORDER = ("established", "supported", "inconclusive", "preclinical", "hypothetical")


@dataclass(frozen=True)
class Judgement:
    """What the rule says of a claim.

    Attributes:
        level: the highest level that the evidence allows.
        certainty: that of the outcomes that carry it; None where none carries.
        carried_by: the outcomes that carry the level.
        flags: what a reader must know beside the level.
        why: for `inconclusive`, what keeps it there.
    """

    level: Level
    certainty: Rating | None = None
    carried_by: tuple[Result, ...] = ()
    flags: tuple[Flag, ...] = ()
    why: Why | Literal[""] = ""


def judge(case: Case, profile: Profile) -> Judgement:
    """The level that a claim's evidence allows, and all that follows from it."""
    level = next(rung.level for rung in profile.ladder(case.kind) if _holds(rung.when, case, profile))
    carriers = carried_by(case, level, profile)
    ratings = [RATINGS.index(result.rating) for result in carriers]
    certainty = RATINGS[min(ratings) if _all_needed(case) else max(ratings)] if ratings else None
    why = _why_inconclusive(case, profile) if level == "inconclusive" else ""
    return Judgement(level, certainty, carriers, tuple(_flags(case, level, carriers, profile)), why)


def _holds(lines: Iterable[Iterable[str]], case: Case, profile: Profile) -> bool:
    return any(all(CONDITIONS[name](case, profile) for name in line) for line in lines)


def _all_needed(case: Case) -> bool:
    """For safety and course every critical outcome has to hold; elsewhere one is enough."""
    return case.kind in ("safety", "course")


def is_for(result: Result, case: Case) -> bool:
    """The outcome is in favour of the claim."""
    return favour(result, case.kind, case.asks) == "for"


def is_against(result: Result, case: Case) -> bool:
    """The outcome lies on the other side."""
    return favour(result, case.kind, case.asks) == "against"


def _level_alone(result: Result, case: Case, profile: Profile) -> str:
    """How far up one outcome in favour would carry its claim if it were the only one."""
    needed = profile.supported.get(result.body)
    if result.rating is None or needed is None or not is_for(result, case) or not reaches(result.rating, needed):
        return "inconclusive"
    slight = result.size == "slight" and _size_matters(case)
    top = reaches(result.rating, "moderate") and not slight
    return _lower("established" if top else "supported", _cap(result, profile))


def _level_carried(result: Result, case: Case, profile: Profile) -> str:
    """How far up it carries its claim: others of the same side and time that point elsewhere keep it from the top."""
    barred = any(_bars(other, case) for other in case.critical if other.at == result.at)
    return _lower("supported" if barred else "established", _level_alone(result, case, profile))


def _size_matters(case: Case) -> bool:
    return case.kind in ("effect", "mechanism") or case.asks in ("better", "fewer")


def _cap(result: Result, profile: Profile) -> str:
    """What a body of evidence carries at most, by its studies and its people; people nobody counted are few."""
    limits, people = profile.carries, result.people
    if people is None or people < limits.inconclusive_below:
        return "inconclusive"
    if result.one_study:
        return "supported" if result.large_trial and people >= limits.one_trial else "inconclusive"
    return "supported" if people < limits.supported_below else "established"


def _lower(one: str, other: str) -> str:
    return max(one, other, key=_ORDER.index)


def _reached(case: Case, profile: Profile, level_of: Callable[[Result, Case, Profile], str]) -> str:
    levels = [level_of(result, case, profile) for result in case.critical]
    return (max if _all_needed(case) else min)(levels, key=_ORDER.index, default="inconclusive")


def carried_by(case: Case, level: str, profile: Profile) -> tuple[Result, ...]:
    """The outcomes that carry a level: those that reach it (where all are needed, all do). Nothing carries `inconclusive`."""
    if case.kind == "harm" or level not in ("established", "supported"):
        return ()
    reached = ((result, _level_carried(result, case, profile)) for result in case.critical)
    return tuple(result for result, own in reached if _ORDER.index(own) <= _ORDER.index(level))


def _bars(result: Result, case: Case) -> bool:
    """An outcome that keeps its claim from the top."""
    if result.rating is None:
        return False
    if is_against(result, case) and reaches(result.rating, "moderate"):
        return True
    return _size_matters(case) and result.size == "little"


def _accepted(case: Case, profile: Profile) -> bool:
    return case.kind not in ("effect", "comparison") or case.accepting > case.rejecting


def _studied_in_people(case: Case, profile: Profile) -> bool:
    return any(case.kind != "comparison" or body != "uncontrolled" for body in case.bodies)


def _harms_reach(case: Case, shown: Callable[[str], bool]) -> bool:
    """A statement that names harms needs each of them; one that names none needs any."""
    found = {report.harm for report in case.harms}
    return all(map(shown, case.named)) if case.named else any(map(shown, found))


def _two_sources(case: Case, harm: str) -> bool:
    sources = [report for report in case.harms if report.harm == harm and report.causal in ("probable", "shown")]
    return len({report.origin for report in sources}) >= 2 and any(report.published for report in sources)


def _two_reports(case: Case, harm: str) -> bool:
    return len({r.origin for r in case.harms if r.harm == harm and r.causal and r.published}) >= 2


def _harm_outcome(case: Case, rating: Rating, bodies: tuple[str, ...]) -> bool:
    """Some outcome shows more of a harm; of harms that the statement names, each has an outcome of the same word."""
    found = {
        result.outcome
        for result in case.results
        if result.side == "harm"
        and result.gain
        and result.gain.towards
        and result.rating
        and result.body in bodies
        and reaches(result.rating, rating)
    }
    return set(case.named) <= found if case.named else bool(found)


CONDITIONS: Mapping[str, Callable[[Case, Profile], bool]] = {
    "carried-at-moderate": lambda case, profile: _reached(case, profile, _level_alone) == "established",
    "not-barred": lambda case, profile: _reached(case, profile, _level_carried) == "established",
    "accepted": _accepted,
    "carried": lambda case, profile: _reached(case, profile, _level_alone) != "inconclusive",
    "studied-in-people": _studied_in_people,
    "studied-in-laboratory": lambda case, profile: case.laboratory > 0,
    "harm-two-sources": lambda case, profile: _harms_reach(case, lambda harm: _two_sources(case, harm)),
    "harm-outcome-at-moderate": lambda case, profile: _harm_outcome(case, "moderate", tuple(profile.start)),
    "harm-notice": lambda case, profile: _harms_reach(
        case, lambda harm: any(r.harm == harm and r.notice and r.causal for r in case.harms)
    ),
    "harm-two-reports": lambda case, profile: _harms_reach(case, lambda harm: _two_reports(case, harm)),
    "harm-outcome-at-low": lambda case, profile: _harm_outcome(case, "low", ("randomised",)),
    "harm-one-report": lambda case, profile: _harms_reach(
        case, lambda harm: any(r.harm == harm and r.causal for r in case.harms)
    ),
    "own-document": lambda case, profile: case.documents.own > 0,
    "second-hand": lambda case, profile: case.documents.reported > 0,
}


def _flags(case: Case, level: str, carriers: tuple[Result, ...], profile: Profile) -> Iterable[Flag]:
    if case.kind == "description":
        if case.documents.against:
            yield "contested"
        return
    if level in ("established", "supported"):
        if (
            case.dissent
            or any(r.newer_mixed for r in carriers)
            or (case.rejecting and case.kind in ("effect", "comparison", "safety"))
        ):
            yield "disputed"
        alone = bool(carriers) and all(r.one_study or not r.agreeing for r in carriers)
        if alone or (level == "established" and case.kind in ("effect", "comparison") and case.accepting == 1):
            yield "one-study"
    elif any(_contradicts(result, case) for result in case.critical):
        yield "contradicted"
    if any(_depends(result, case) for result in carriers):
        yield "depends-on-synthesis"


def _contradicts(result: Result, case: Case) -> bool:
    if result.rating is None:
        return False
    if is_against(result, case):
        return reaches(result.rating, "low")
    return _size_matters(case) and result.size == "little" and reaches(result.rating, "moderate")


def _depends(result: Result, case: Case) -> bool:
    """Another synthesis in the record would change size or favour, and so perhaps the level."""

    def told(one: Result) -> tuple[object, ...]:
        return one.size, favour(one, case.kind, case.asks)

    return any(told(other) != told(result) for other in result.others)


def _why_inconclusive(case: Case, profile: Profile) -> Why | Literal[""]:
    """The first of the reasons that a reader should know."""
    if case.kind == "harm":
        return ""
    if set(case.bodies) <= {"uncontrolled"}:
        return "uncontrolled-only"
    if set(case.bodies) <= {"association", "uncontrolled"}:
        return "association-only"
    measured = [result for result in case.critical if result.gain]
    if not measured:
        return "not-measured"
    favouring = [result for result in measured if is_for(result, case)]
    if not favouring or (_all_needed(case) and len(favouring) < len(case.critical)):
        return "unclear"
    if all(result.rating == "very-low" for result in favouring):
        return "very-low"
    if any(result.one_study for result in favouring):
        return "one-study"
    fewest = profile.carries.inconclusive_below
    return "few-people" if any(r.people is None or r.people < fewest for r in favouring) else "low"
