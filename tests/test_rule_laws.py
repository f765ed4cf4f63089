"""The laws of the level rule, over invented bodies of evidence."""

from __future__ import annotations

import itertools
from dataclasses import replace

from tests.test_rule import CLINICAL, DOWN, LITTLE, NONE, SLIGHT, UP, case, result, told
from tools.appraisal.case import Case, favour
from tools.appraisal.certainty import Rating
from tools.appraisal.rule import Judgement, judge

ORDER = ("hypothetical", "preclinical", "inconclusive", "supported", "established")
GAINS = (UP, SLIGHT, LITTLE, NONE, DOWN, None)
RATINGS: tuple[Rating, ...] = ("very-low", "low", "moderate", "high")
LOWER = dict(zip(RATINGS[1:], RATINGS, strict=False))


def bodies_of_evidence() -> list[Case]:
    """Effects and comparisons of up to two outcomes, in every size and certainty."""
    single = [result(gain, rating, people=people) for gain in GAINS for rating in RATINGS for people in (150, 300, 2000)]
    pairs = [
        (result(a, r), result(b, s, "remission", at))
        for a, b in itertools.product(GAINS, repeat=2)
        for r, s in itertools.product(RATINGS, repeat=2)
        for at in ("end", "m6")
    ]
    return [
        case(kind, *results, asks=asks, accepting=accepting)
        for kind, asks in (("effect", None), ("comparison", "better"))
        for results in [(one,) for one in single] + pairs
        for accepting in (0, 2)
    ]


def rank(found: Judgement) -> tuple[int, int]:
    return ORDER.index(found.level), RATINGS.index(found.certainty) if found.certainty else -1


def test_law_lowering_an_outcome_in_favour_never_raises() -> None:
    for one in bodies_of_evidence():
        before = rank(judge(one, CLINICAL))
        for place, weighed in enumerate(one.results):
            if weighed.rating == "very-low" or favour(weighed, one.kind, one.asks) != "for":
                continue
            lowered = replace(weighed, rating=LOWER[weighed.rating])
            after = rank(judge(replace(one, results=(*one.results[:place], lowered, *one.results[place + 1 :])), CLINICAL))
            assert after <= before, (one, place)


def test_law_without_an_outcome_in_favour_nothing_is_above_inconclusive() -> None:
    for one in bodies_of_evidence():
        if not any(favour(r, one.kind, one.asks) == "for" for r in one.results):
            assert judge(one, CLINICAL).level == "inconclusive"


def test_law_rejecting_never_raises() -> None:
    for one in bodies_of_evidence():
        assert rank(judge(replace(one, rejecting=one.rejecting + 1), CLINICAL)) <= rank(judge(one, CLINICAL))


def test_law_another_critical_outcome_against_never_raises() -> None:
    for one in bodies_of_evidence():
        for gain in (DOWN, LITTLE, NONE):
            more = (*one.results, result(gain, "moderate", "function"))
            assert rank(judge(replace(one, results=more), CLINICAL)) <= rank(judge(one, CLINICAL))


def test_law_animals_alone_stay_preclinical() -> None:
    for kind, asks in (("effect", None), ("comparison", "better"), ("safety", None), ("mechanism", "occurs"), ("harm", None)):
        animal = result(rating=None, body="animal")
        assert told(case(kind, animal, asks=asks, bodies=(), laboratory=50, accepting=9))[0] == "preclinical"  # type: ignore[arg-type]
