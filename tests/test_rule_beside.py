"""What the level rule says beside a level: why it is no higher, which reports and outcomes show a harm, and its flags."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.test_rule import CLINICAL, DOWN, LITTLE, NONE, case, report, result, told
from tests.test_rule_edges import HARM, level
from tools.appraisal.case import Case, CaseKind, Documents, Result
from tools.appraisal.rule import judge
from tools.appraisal.size import Gain, Margin

# Where nothing carries


@pytest.mark.parametrize(
    ("kind", "bodies", "laboratory", "expected"),
    [
        ("effect", ("uncontrolled",), 0, "inconclusive"),
        ("comparison", ("uncontrolled",), 1, "preclinical"),
        ("comparison", ("uncontrolled", "randomised"), 0, "inconclusive"),
        ("effect", (), 1, "preclinical"),
        ("effect", (), 0, "hypothetical"),
        ("harm", (), 1, "preclinical"),
    ],
)
def test_the_level_without_an_outcome(kind: CaseKind, bodies: tuple[str, ...], laboratory: int, expected: str) -> None:
    assert level(case(kind, bodies=bodies, laboratory=laboratory)) == expected


ALONE = result(studies=1, synthesis=False)
VERY_LOW = result(rating="very-low")


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (case("effect", result(), accepting=2), ""),
        (case("harm", result(NONE, side="harm"), bodies=("uncontrolled",)), ""),
        (case("effect", bodies=("uncontrolled", "uncontrolled")), "uncontrolled-only"),
        (case("effect", bodies=("uncontrolled", "randomised")), "not-measured"),
        (case("mechanism", asks="causes", bodies=("association", "uncontrolled")), "association-only"),
        (case("mechanism", asks="causes", bodies=("association", "randomised")), "not-measured"),
        (case("effect", result(None)), "not-measured"),
        (case("effect", result(NONE)), "unclear"),
        (case("safety", HARM, result(NONE, outcome="glare", side="harm")), "unclear"),
        (case("safety", replace(HARM, rating="very-low")), "very-low"),
        (case("effect", VERY_LOW, result(NONE, outcome="remission")), "very-low"),
        (case("effect", VERY_LOW, replace(ALONE, outcome="remission")), "one-study"),
        (case("effect", result(people=150), replace(ALONE, outcome="remission")), "one-study"),
        (case("effect", result(people=199)), "few-people"),
        (case("effect", result(people=None)), "few-people"),
        (case("effect", result(people=199), result(outcome="remission", rating="low", body="observational")), "few-people"),
        (case("effect", result(people=200, rating="low", body="observational")), "low"),
    ],
)
def test_why_a_claim_is_inconclusive(one: Case, why: str) -> None:
    assert judge(one, CLINICAL).why == why


# Harms by their reports and outcomes


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (case("harm", bodies=(), harms=(report(), report("shown", origin="b"))), "established"),
        (case("harm", bodies=(), harms=(report(), report(published=False, origin="b"))), "established"),
        (case("harm", bodies=(), harms=(report("reported"), report(None, origin="b"))), "inconclusive"),
        (case("harm", bodies=(), harms=(report(None), report(None, origin="b"))), "hypothetical"),
        (case("harm", bodies=(), harms=(report("reported"), report("reported", origin="b", published=False))), "inconclusive"),
        (
            case("harm", bodies=(), named=("skin",), harms=(report("reported"), report("reported", "sepsis", notice=True))),
            "inconclusive",
        ),
        (case("harm", bodies=(), harms=(report("reported"), report("reported", origin="b", notice=True))), "supported"),
    ],
)
def test_reports_of_a_harm(one: Case, expected: str) -> None:
    assert level(one) == expected


BURNT = result(side="harm", outcome="burn", rating="low")


@pytest.mark.parametrize(
    ("outcome", "named", "expected"),
    [
        (BURNT, (), "supported"),
        (BURNT, ("burn",), "supported"),
        (BURNT, ("glare",), "inconclusive"),
        (replace(BURNT, rating="very-low"), (), "inconclusive"),
        (replace(BURNT, rating=None), (), "inconclusive"),
        (replace(BURNT, gain=None), (), "inconclusive"),
        (replace(BURNT, gain=NONE), (), "inconclusive"),
        (replace(BURNT, body="observational"), (), "inconclusive"),
        (replace(BURNT, body="observational", rating="moderate"), (), "established"),
    ],
)
def test_outcomes_of_a_harm(outcome: Result, named: tuple[str, ...], expected: str) -> None:
    assert level(case("harm", outcome, named=named)) == expected


# Flags


@pytest.mark.parametrize(
    ("one", "flags"),
    [
        (case("effect", result(), accepting=3, rejecting=1), {"disputed"}),
        (case("comparison", result(), asks="better", accepting=3, rejecting=1), {"disputed"}),
        (case("safety", HARM, rejecting=1), {"disputed"}),
        (case("mechanism", result(), asks="occurs", rejecting=1), set()),
        (case("effect", result(), result(outcome="remission", newer_mixed=True), accepting=2), {"disputed"}),
        (case("effect", result(), result(outcome="remission", agreeing=0), accepting=2), set()),
        (case("effect", result(agreeing=0), accepting=2), {"one-study"}),
        (case("effect", result(rating="low"), accepting=1), set()),
        (case("comparison", result(), asks="better", accepting=1), {"one-study"}),
        (case("safety", HARM, accepting=1), set()),
    ],
)
def test_what_a_reader_should_know_beside_the_level(one: Case, flags: set[str]) -> None:
    assert set(told(one)[2]) == flags


@pytest.mark.parametrize(
    ("one", "contradicted"),
    [
        (case("effect", result(NONE)), False),
        (case("effect", result(DOWN, "low")), True),
        (case("effect", result(DOWN, "very-low")), False),
        (case("effect", result(DOWN, None)), False),
        (case("effect", result(NONE), result(DOWN, "low", "remission")), True),
        (case("effect", result(LITTLE, "moderate")), True),
        (case("effect", result(LITTLE, "low")), False),
        (case("effect", result(NONE, "high")), False),
        (case("comparison", result(LITTLE, "high", margin=Margin(trivial=5)), asks="no-worse"), False),
        (case("safety", replace(HARM, gain=Gain(6, 9), rating="low")), True),
        (case("harm", replace(HARM, gain=DOWN)), True),
        (case("effect", result(), result(DOWN, "low", "remission")), False),
        (case("description", documents=Documents(own=1, against=1)), False),
    ],
)
def test_contradicted(one: Case, contradicted: bool) -> None:
    assert ("contradicted" in told(one)[2]) is contradicted
