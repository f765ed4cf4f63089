"""The level rule at its edges: what is just enough and what is just not, and what each of its conditions is there for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.test_rule import CLINICAL, DOWN, LITTLE, MATTERS, NONE, SLIGHT, UP, case, result, told
from tools.appraisal.case import Case, CaseKind, Documents, Result, favour
from tools.appraisal.rule import judge
from tools.appraisal.size import Gain, Margin, size_of

RATIO = Gain(0.1, 0.4, comparable=False)
HARM = result(LITTLE, outcome="burn", side="harm")  # no more than the limit: in favour of safety


def level(one: Case) -> str:
    return judge(one, CLINICAL).level


# Which way an outcome points, and how far


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(1, 5, "some"), (0, 5, "unclear"), (-5, 4, "unclear"), (-4, 4, "little"), (-9, 0, "unclear"), (-4, 0.5, "little")],
)
def test_an_end_on_the_margin_is_not_within_it(low: float, high: float, expected: str) -> None:
    assert size_of(Gain(low, high), MATTERS, "benefit") == expected


@pytest.mark.parametrize("gain", [Gain(0.1, 0.4, comparable=False), Gain(-0.1, 0.4, comparable=False)])
def test_a_bare_ratio_is_neither_slight_nor_little(gain: Gain) -> None:
    assert size_of(gain, Margin(trivial=5), "benefit") == ("some" if gain.towards else "unclear")


def test_an_outcome_without_an_interval_has_no_size_and_no_direction() -> None:
    assert result(None).size is None and favour(result(None), "effect", None) == "neither"


def test_safety_is_held_against_the_limit() -> None:
    assert favour(replace(HARM, gain=Gain(5, 9)), "safety", None) == "neither"
    assert favour(replace(HARM, gain=Gain(6, 9)), "safety", None) == "against"
    assert favour(replace(HARM, gain=Gain(-0.4, 0.1, comparable=False)), "safety", None) == "neither"


def test_no_worse_of_a_harm_looks_at_more_of_it() -> None:
    assert favour(replace(HARM, gain=Gain(-20, 3)), "comparison", "no-worse") == "for"
    assert favour(result(RATIO), "comparison", "no-worse") == "neither"


def test_fewer_harms_that_may_be_none_are_neither() -> None:
    assert favour(replace(HARM, gain=NONE), "comparison", "fewer") == "neither"
    assert favour(result(DOWN), "effect", None) == "against"
    assert favour(result(NONE), "effect", None) == "neither"


# What carries a claim


def test_what_is_not_said_counts_for_nothing() -> None:
    """A trial that is not said to be large is not, nobody accepts who is not said to, and nothing agrees unasked."""
    bare = Result("response", "end", "benefit", critical=True, body="randomised", gain=UP, margin=MATTERS, rating="high")
    assert told(Case("effect", results=(replace(bare, people=2000),), bodies=("randomised",))) == (
        "supported", "high", ("one-study",)
    )  # fmt: skip
    assert (
        told(Case("effect", results=(replace(bare, people=2000, synthesis=False),), bodies=("randomised",)))[0] == "inconclusive"
    )
    assert told(Case("effect", results=(bare,), bodies=("randomised",)))[0] == "inconclusive"
    assert told(Case("description", documents=Documents(own=1))) == ("documented", None, ())


@pytest.mark.parametrize(
    ("people", "expected"),
    [(None, "inconclusive"), (199, "inconclusive"), (200, "supported"), (399, "supported"), (400, "established")],
)
def test_what_a_body_carries_by_its_people(people: int | None, expected: str) -> None:
    assert level(case("effect", result(people=people), accepting=2)) == expected


@pytest.mark.parametrize(
    ("studies", "synthesis", "one"), [(1, True, True), (2, False, True), (2, True, False), (None, True, False)]
)
def test_one_study(studies: int | None, synthesis: bool, one: bool) -> None:
    assert result(studies=studies, synthesis=synthesis).one_study is one


@pytest.mark.parametrize(
    ("body", "rating", "expected"),
    [
        ("randomised", "very-low", "inconclusive"),
        ("randomised", "low", "supported"),
        ("randomised", None, "inconclusive"),
        ("observational", "low", "inconclusive"),
        ("observational", "moderate", "established"),
        ("uncontrolled", "high", "inconclusive"),
        ("", "high", "inconclusive"),
    ],
)
def test_what_a_body_carries_by_its_certainty(body: str, rating: str | None, expected: str) -> None:
    assert level(case("effect", result(body=body, rating=rating), accepting=2)) == expected  # type: ignore[arg-type]


def test_an_outcome_that_does_not_decide_neither_carries_nor_bars() -> None:
    assert level(case("effect", result(critical=False), accepting=2)) == "inconclusive"
    shown = result(DOWN, "high", "function", critical=False)
    assert level(case("effect", result(), shown, accepting=2)) == "established"


def test_an_outcome_of_the_other_side_neither_carries_nor_bars() -> None:
    assert level(case("effect", result(side="harm"), accepting=2)) == "inconclusive"
    assert level(case("effect", result(), replace(HARM, gain=DOWN, rating="high"), accepting=2)) == "established"
    assert level(case("safety", HARM, result(NONE))) == "established"
    assert level(case("comparison", result(side="harm", gain=DOWN), asks="better", accepting=2)) == "inconclusive"


def test_a_course_has_but_its_own_outcomes() -> None:
    relapse = result(side="harm", body="cohort", margin=Margin(matters=0))
    assert level(case("course", relapse, bodies=("cohort",))) == "established"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (case("effect", result(SLIGHT), accepting=2), "supported"),
        (case("comparison", result(SLIGHT), asks="better", accepting=2), "supported"),
        (case("comparison", replace(HARM, gain=Gain(-4, -1)), asks="fewer", accepting=2), "established"),
        (case("comparison", result(SLIGHT), asks="no-worse", accepting=2), "established"),
        (case("mechanism", result(SLIGHT), asks="occurs"), "supported"),
        (case("safety", replace(HARM, gain=SLIGHT)), "established"),
    ],
    ids=["effect", "better", "fewer", "no-worse", "mechanism", "safety"],
)
def test_whether_a_slight_difference_is_enough(one: Case, expected: str) -> None:
    assert level(one) == expected


# What keeps a claim from the top


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (result(DOWN, "moderate", "function"), "supported"),
        (result(DOWN, "low", "function"), "established"),
        (result(DOWN, None, "function"), "established"),
        (result(DOWN, "high", "function", "m6"), "established"),
        (result(LITTLE, "very-low", "function"), "supported"),
        (result(LITTLE, None, "function"), "established"),
        (result(NONE, "high", "function"), "established"),
        (result(None, "high", "function"), "established"),
    ],
)
def test_what_bars(other: Result, expected: str) -> None:
    assert level(case("effect", result(), other, accepting=2)) == expected


@pytest.mark.parametrize(
    ("kind", "asks", "own", "little", "expected"),
    [
        ("effect", None, result(), result(LITTLE, "high", "function"), "supported"),
        ("comparison", "better", result(), result(LITTLE, "high", "function"), "supported"),
        ("comparison", "fewer", replace(HARM, gain=DOWN), replace(HARM, outcome="glare"), "supported"),
        ("comparison", "no-worse", result(), result(LITTLE, "high", "function"), "established"),
        ("mechanism", "occurs", result(), result(LITTLE, "high", "function"), "supported"),
    ],
)
def test_little_or_no_difference_bars_what_claims_one(
    kind: CaseKind, asks: str | None, own: Result, little: Result, expected: str
) -> None:
    assert level(case(kind, own, little, asks=asks, accepting=2)) == expected  # type: ignore[arg-type]


def test_what_is_barred_at_one_time_carries_nothing_at_the_top() -> None:
    """Another time carries the claim, and that alone."""
    later, worse = result(rating="high", at="m6"), result(DOWN, "high", "function", "m6")
    found = judge(case("effect", result(), later, worse, accepting=2), CLINICAL)
    assert (found.level, found.certainty, [one.at for one in found.carried_by]) == ("established", "moderate", ["end"])


@pytest.mark.parametrize(
    ("kind", "asks", "expected"),
    [("effect", None, "supported"), ("comparison", "better", "supported"), ("mechanism", "occurs", "established")],
)
def test_who_has_to_be_accepted(kind: CaseKind, asks: str | None, expected: str) -> None:
    assert level(case(kind, result(), asks=asks, accepting=1, rejecting=1)) == expected  # type: ignore[arg-type]


def test_the_certainty_of_a_claim_is_the_best_of_what_carries_it() -> None:
    """Where one outcome is enough; where all are needed it is the lowest."""
    assert told(case("effect", result(), result(rating="high", outcome="remission"), accepting=2))[1] == "high"
    assert told(case("safety", HARM, replace(HARM, outcome="glare", rating="high")))[1] == "moderate"


def test_all_that_is_needed_carries() -> None:
    found = judge(case("safety", HARM, replace(HARM, outcome="glare", rating="low")), CLINICAL)
    assert [one.outcome for one in found.carried_by] == ["burn", "glare"]


def test_what_carries_a_harm_are_its_reports() -> None:
    found = judge(case("harm", result(side="harm", outcome="burn", agreeing=0)), CLINICAL)
    assert (found.level, found.carried_by, found.certainty, found.flags) == ("established", (), None, ())
