"""What is beside an outcome: studies that point elsewhere and are weighed, other syntheses, and newer ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small_records import claim, grade, outcome, study
from tests.test_outcomes import POOLED, RISK, SCORE, appraised, rating
from tools.appraisal.size import Gain
from tools.records.outcome import Effect, Outcome, Reason, Weighed

# What is weighed against it


def weighed(*weighs: Any, against: dict[str, Any], people: int | None = 2000, domain: str = "inconsistency") -> str | None:
    """The rating where a reason names a study that points elsewhere, or says that it does."""
    about = claim(reasons={domain: Reason(ja="理由", en="A reason", weighs=list(weighs) or ["soto2024null"])})
    other = study("soto2024null", **{"direction": "no-difference", "participants": 3000, **against})
    source = study(synthesis=True, participants=people)
    return rating(outcome("MD 3 (2 to 4)"), source, other, of=SCORE, about=about)


@pytest.mark.parametrize(
    ("against", "expected"),
    [
        ({}, "low"),
        ({"participants": 2000}, "high"),
        ({"participants": 2001}, "low"),
        ({"participants": None}, "high"),
        ({"direction": "supports"}, "high"),
        ({"reports": ["response"]}, "low"),
        ({"reports": ["remission"]}, "high"),
    ],
)
def test_what_holds_more_people_lowers_by_two(against: dict[str, Any], expected: str) -> None:
    assert weighed(against=against) == expected


def test_for_which_outcomes_it_is_weighed() -> None:
    assert weighed(Weighed(ref="soto2024null", outcomes=["response"]), against={}) == "low"
    assert weighed(Weighed(ref="soto2024null", outcomes=["remission"]), against={}) == "high"
    assert weighed("nobody2020knows", against={}) == "high"
    assert weighed(against={}, domain="not-lowered") == "high"


def test_one_person_outweighs_a_source_whose_people_nobody_counted() -> None:
    assert weighed(against={"participants": 1}, people=None) == "low"
    assert weighed(against={"participants": None}, people=None) == "high"


def test_three_steps_stay_three() -> None:
    about = claim(reasons={"inconsistency": Reason(ja="理由", en="A reason", weighs=["soto2024null"])})
    other = study("soto2024null", "no-difference", participants=3000)
    found = appraised(outcome("MD 3 (2 to 4)", grade=grade(inconsistency=3)), study(**POOLED), other, of=SCORE, about=about)
    assert found.graded and found.graded.steps["inconsistency"] == 3


# Beside it

NEWER = {"synthesis": True, "year": 2023}


@pytest.mark.parametrize(
    ("fields", "agreeing"),
    [
        ({}, 1),
        ({"direct": False}, 0),
        ({"body": "laboratory"}, 0),
        ({"synthesis": False}, 0),
        ({"replaced": True}, 0),
        ({"reports": ["remission"]}, 0),
        ({"direction": "mixed"}, 0),
    ],
)
def test_another_synthesis_that_agrees(fields: dict[str, Any], agreeing: int) -> None:
    other = study("kiri2023lamps", **{**NEWER, **fields})
    assert appraised(outcome(), study(**POOLED), other).result.agreeing == agreeing


@pytest.mark.parametrize(
    ("own", "other", "direction", "mixed"),
    [
        (2020, 2023, "mixed", True),
        (2020, 2023, "supports", False),
        (2020, 2020, "mixed", False),
        (2020, None, "mixed", False),
        (None, 1900, "mixed", True),
        (None, None, "mixed", False),
    ],
)
def test_a_newer_synthesis_that_is_mixed(own: int | None, other: int | None, direction: str, mixed: bool) -> None:
    found = appraised(outcome(), study(year=own, **POOLED), study("kiri2023lamps", direction, synthesis=True, year=other))
    assert found.result.newer_mixed is mixed


SAME = Effect(measure="RR", value=1.3, low=1.1, high=1.6, outcome="response")


@pytest.mark.parametrize(
    ("effect", "gains"),
    [
        (SAME, [Gain(2, 12)]),
        (None, []),
        (replace(SAME, measure="beta"), []),
        (replace(SAME, outcome="remission"), []),
        (replace(SAME, at="m6"), []),
        (replace(SAME, measure="proportion", value=30, low=20, high=40), []),
    ],
)
def test_the_same_outcome_by_another_synthesis(effect: Effect | None, gains: list[Gain]) -> None:
    """At the risk of the outcome's own body: 20 of 100."""
    found = appraised(outcome(without=RISK), study(**POOLED), study("kiri2023lamps", effect=effect, **NEWER))
    assert [one.gain for one in found.result.others] == gains


def test_the_source_is_not_another_synthesis() -> None:
    assert appraised(outcome(), study(effect=SAME, **POOLED)).result.others == ()


AT6 = replace(SAME, at="m6")


@pytest.mark.parametrize(
    ("fields", "others", "reported"),
    [
        ({"reports": ["response"]}, [], True),
        ({"reports": ["remission"]}, [], False),
        ({}, [], False),
        ({"reports": ["response"]}, [outcome(at="m6")], False),
        ({"reports": ["response"]}, [outcome(outcome="remission")], True),
        ({"effect": AT6}, [], False),
        ({"effect": replace(AT6, at="end")}, [outcome(at="m6")], True),
        ({"effect": replace(AT6, outcome="remission"), "reports": ["response"]}, [], True),
        ({"reports": ["response"], "direct": False}, [], False),
        ({"reports": ["response"], "body": "laboratory"}, [], False),
    ],
)
def test_what_studies_report_though_none_is_its_source(fields: dict[str, Any], others: list[Outcome], reported: bool) -> None:
    unmeasured = outcome(None, source=None, grade=None, found="none")
    found = appraised(unmeasured, study(**fields), about=claim(outcomes=[unmeasured, *others]))
    assert found.reported is reported
    other = study("kage2022null", reports=["remission"])
    assert appraised(unmeasured, study(**fields), other, about=claim(outcomes=[unmeasured, *others])).reported is reported


def test_what_has_a_source_needs_no_report() -> None:
    assert not appraised(outcome()).reported
