"""Estimates turned to the side of their outcome, and what they are held against."""

from __future__ import annotations

from math import inf, log
from typing import Any

import pytest

from tests.small_records import word
from tools.appraisal.estimate import read_estimate
from tools.appraisal.size import Gain, Margin
from tools.appraisal.turn import Told, gain_of, margin_of, oriented, upward
from tools.records.vocabulary import Measured, Worthwhile

BENEFIT, RELAPSE = word(), word(good="less")
SCORE, LOW_MOOD = word(unit="score"), word(unit="score", good="less")
HARM, STRENGTH_LOST = word(side="harm", good="less"), word(side="harm", good="more", unit="score")


def gain(result: str, of: Measured, share: float | None = None, **told: Any) -> tuple[float, float, bool] | None:
    found = gain_of(Told(read_estimate(result), **told), of, share)
    return (round(found.low, 6), round(found.high, 6), found.comparable) if found else None


@pytest.mark.parametrize(
    ("of", "up"), [(BENEFIT, True), (RELAPSE, False), (HARM, True), (STRENGTH_LOST, False), (word(side="measure"), True)]
)
def test_whether_more_is_further_on_the_side_of_an_outcome(of: Measured, up: bool) -> None:
    assert upward(of) is up


@pytest.mark.parametrize(
    ("result", "of", "told", "expected"),
    [
        ("RR 2.0 (1.5 to 2.5)", BENEFIT, {"risk": 0.2}, (10, 30, True)),
        ("RR 0.5 (0.4 to 0.6)", RELAPSE, {"risk": 0.5}, (20, 30, True)),
        ("RR 2.0 (1.5 to 2.5)", HARM, {"risk": 0.2}, (10, 30, True)),
        ("RR 0.5 (0 to 2.0)", BENEFIT, {}, (-inf, round(log(2), 6), False)),
        ("RR 0.5 (0.5 to 2.0)", RELAPSE, {}, (-round(log(2), 6), round(log(2), 6), False)),
        ("RR 2.0 (1.5 to 2.5)", BENEFIT, {"risk": 0}, (0, 0, True)),
        ("RD 0.1 (0.05 to 0.2)", BENEFIT, {"risk": 0.9}, (5, 20, True)),
        ("RD 0.1 (0.05 to 0.2)", HARM, {}, (5, 20, True)),
        ("MD 3 (2 to 4)", SCORE, {"risk": 0.2}, (2, 4, True)),
        ("SMD -0.3 (-0.5 to -0.1)", LOW_MOOD, {}, (0.1, 0.5, True)),
        ("MD 3 (2 to 4)", STRENGTH_LOST, {}, (-4, -2, True)),
        ("RR 2.0", BENEFIT, {"risk": 0.2}, None),
    ],
)
def test_an_interval_turned_to_its_side(result: str, of: Measured, told: dict[str, Any], expected: object) -> None:
    assert gain(result, of, **told) == expected


@pytest.mark.parametrize(
    ("better", "of", "turned"),
    [
        ("higher", SCORE, False),
        ("lower", SCORE, True),
        ("lower", LOW_MOOD, False),
        ("higher", LOW_MOOD, True),
        (None, LOW_MOOD, False),
    ],
)
def test_a_difference_may_be_printed_the_other_way_round(better: Any, of: Measured, turned: bool) -> None:
    found = oriented(Told(read_estimate("MD 3 (2 to 5)"), better), of)
    assert (found.value, found.interval) == ((-3, (-5, -2)) if turned else (3, (2, 5)))


@pytest.mark.parametrize(("better", "ends"), [("lower", (-5, -2)), ("higher", (2, 5)), (None, (2, 5))])
def test_a_measure_goes_the_way_that_the_claim_says(better: Any, ends: tuple[float, float]) -> None:
    """It is neither good nor bad, and its difference is never turned round."""
    measure, told = word(side="measure", unit="score", good="less"), Told(read_estimate("MD 3 (2 to 5)"), better)
    assert oriented(told, measure).interval == (2, 5) and upward(measure, better) is (better != "lower")
    assert gain_of(told, measure, None) == Gain(*ends)


def test_a_ratio_is_printed_one_way_only_and_a_bare_value_is_turned_too() -> None:
    ratio = read_estimate("RR 2.0 (1.5 to 2.5)")
    assert oriented(Told(ratio, "lower"), BENEFIT) == ratio
    assert oriented(Told(read_estimate("MD 3"), "lower"), SCORE) == read_estimate("MD -3")


@pytest.mark.parametrize(
    ("share", "of", "expected"),
    [(50, BENEFIT, (5, 20, True)), (50, HARM, (5, 20, True)), (50, RELAPSE, (-20, -5, True)), (None, BENEFIT, None)],
)
def test_a_share_is_held_against_what_the_statement_claims(share: float | None, of: Measured, expected: object) -> None:
    assert gain("proportion 60 (55 to 70)", of, share) == expected
    assert margin_of(Told(read_estimate("proportion 60 (55 to 70)")), of) == Margin(matters=0)


BLUE = {"value": 3, "unit": "points", "scale": "blue", "source": "mori2020lamp"}
PEOPLE, DEVIATIONS = ({"value": value, "unit": unit, "source": "mori2020lamp"} for value, unit in ((10, "people"), (0.4, "sd")))


@pytest.mark.parametrize(
    ("result", "of", "scale", "margin"),
    [
        ("RR 2.0", word(worthwhile=[Worthwhile(**DEVIATIONS), Worthwhile(**PEOPLE)], trivial=5), None, Margin(10, 5)),
        ("RR 2.0", word(worthwhile=[Worthwhile(**PEOPLE)]), "blue", Margin(10)),
        ("RR 2.0", word(worthwhile=[Worthwhile(**DEVIATIONS)], trivial=5), None, Margin(None, 5)),
        ("RR 2.0", word(unit="score", trivial=0.2), None, Margin()),
        ("MD 2", word(unit="score", worthwhile=[Worthwhile(**BLUE)], trivial=0.2), "blue", Margin(3)),
        ("MD 2", word(unit="score", worthwhile=[Worthwhile(**BLUE)], trivial=0.2), "red", Margin()),
        (
            "SMD 0.3",
            word(unit="score", worthwhile=[Worthwhile(**BLUE), Worthwhile(**DEVIATIONS)], trivial=0.2),
            None,
            Margin(0.4, 0.2),
        ),
        ("SMD 0.3", word(trivial=5), None, Margin()),
        ("RD 0.1", word(side="harm", limit=5, trivial=5, worthwhile=[Worthwhile(**PEOPLE)]), None, Margin(5)),
        ("SMD 0.3", word(side="harm", limit=5, unit="score"), None, Margin()),
    ],
)
def test_what_an_interval_is_held_against(result: str, of: Measured, scale: str | None, margin: Margin) -> None:
    """Only what is in its own unit, and on its own scale."""
    assert margin_of(Told(read_estimate(result), scale=scale), of) == margin


def test_what_is_on_a_margin_is_not_beyond_it() -> None:
    """1.5 times 20 of 100 are 10 more, whatever floating point makes of it."""
    assert gain_of(Told(read_estimate("RR 2.0 (1.5 to 2.5)"), risk=0.2), BENEFIT, None) == Gain(10, 30)
