"""The arithmetic of a summary of findings: estimates, absolute numbers, sizes, certainty; and rows of published tables."""

from __future__ import annotations

import pytest

from tests import published_tables
from tools.appraisal.certainty import Body, Floors, certainty, floors, grade
from tools.appraisal.estimate import Absolute, Estimate, absolute, differences, read_estimate, risk_with, rounded
from tools.appraisal.size import Gain, Margin, size_of

LIMITS = Floors(people=400, events=300, few=100)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RR 2.35 (1.70 to 3.25)", Estimate("RR", 2.35, 1.7, 3.25)),
        ("MD −3.4 (-4.9 to −1.9)", Estimate("MD", -3.4, -4.9, -1.9)),
        ("proportion 66.5", Estimate("proportion", 66.5)),
        ("RR 0 (0 to 3)", Estimate("RR", 0, 0, 3)),
        ("RR 3 (1 to 3)", Estimate("RR", 3, 1, 3)),
    ],
)
def test_an_estimate_is_read_as_printed(text: str, expected: Estimate) -> None:
    assert read_estimate(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2.35",
        "XX 2 (1 to 3)",
        "RR 2,35 (1 to 3)",
        "RR 2 (3 to 4)",
        "RR -2 (-3 to 4)",
        "RR 2 (-1 to 4)",
        "RR -2",
        "RR 2 (1 to 3) more",
    ],
)
def test_what_is_no_estimate_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_estimate(text)


def test_half_an_interval_is_none() -> None:
    assert Estimate("RR", 2, low=1).interval is Estimate("RR", 2, high=3).interval is None


def test_the_value_of_no_effect() -> None:
    assert [Estimate(measure, 5).none for measure in ("RR", "MD", "proportion")] == [1, 0, None]


@pytest.mark.parametrize(
    ("text", "risk", "expected"),
    [
        ("RR 2.35 (1.70 to 3.25)", 0.11, Absolute(100, 11, 26, 15, 8, 25)),
        ("OR 0.67 (0.29 to 1.55)", 0.015, Absolute(1000, 15, 10, -5, -11, 8)),
        ("HR 2.0 (1.5 to 3.0)", 0.10, Absolute(100, 10, 19, 9, 5, 17)),
        ("RD 0.09 (0.00 to 0.19)", 0.52, Absolute(100, 52, 61, 9, 0, 19)),
        ("proportion 66.5 (57.1 to 74.8)", None, Absolute(100, None, 67, None, 57, 75)),
        ("proportion 0.7 (0.1 to 5.2)", None, Absolute(1000, None, 7, None, 1, 52)),
        ("proportion 66.5", None, Absolute(100, None, 67, None, None, None)),
        ("proportion 5 (4 to 6)", None, Absolute(100, None, 5, None, 4, 6)),
        ("RR 2.0", 0.10, Absolute(100, 10, 20, 10, None, None)),
        ("RR 0.5", 0.05, Absolute(100, 5, 3, -2, None, None)),
        ("RR 3.0", 0.02, Absolute(100, 2, 6, 4, None, None)),
        ("RR 0.1 (0.06 to 0.2)", 0.06, Absolute(100, 6, 1, -5, -6, -5)),
        ("MD -3.4 (-4.9 to -1.9)", 0.10, None),
        ("SMD 0.5 (0.2 to 0.8)", 0.10, None),
        ("RR 2.0 (1.0 to 3.0)", None, None),
    ],
)
def test_absolute_numbers(text: str, risk: float | None, expected: Absolute | None) -> None:
    assert absolute(read_estimate(text), risk) == expected


def test_more_than_all_people_is_refused() -> None:
    with pytest.raises(ValueError, match="RR 2 at 60 of 100 gives 120 of 100"):
        risk_with("RR", 2.0, 0.6)


def test_all_people_are_not_more_than_all() -> None:
    """Nor are they where the arithmetic of floating point adds a little."""
    assert risk_with("RR", 2.0, 0.5) == 1
    assert risk_with("RD", 0.5 + 3e-10, 0.5) > 1
    assert rounded(100 * (1.5 * 0.2 - 0.2)) == 10 < 100 * (1.5 * 0.2 - 0.2)


def test_an_end_of_an_interval_stops_at_all_people_and_at_none() -> None:
    assert differences("RR", (1.0, 9.0), 0.4) == pytest.approx((0, 60))
    assert differences("RD", (-0.5, 0.9), 0.2) == pytest.approx((-20, 80))


@pytest.mark.parametrize(
    ("low", "high", "margin", "side", "expected"),
    [
        (5, 9, Margin(matters=4), "benefit", "worthwhile"),
        (4, 9, Margin(matters=4), "benefit", "some"),
        (1, 3, Margin(matters=4), "benefit", "slight"),
        (1, 9, Margin(), "benefit", "some"),
        (1, 3, Margin(trivial=5), "benefit", "slight"),
        (6, 9, Margin(trivial=5), "benefit", "some"),
        (-3, 3, Margin(matters=4), "benefit", "little"),
        (-5, 3, Margin(matters=4), "benefit", "unclear"),
        (-5, 3, Margin(matters=4), "harm", "little"),
        (-3, 5, Margin(matters=4), "harm", "unclear"),
        (-9, -1, Margin(matters=4), "benefit", "other-way"),
        (0, 3, Margin(), "benefit", "unclear"),
    ],
)
def test_size_goes_by_the_interval_alone(low: float, high: float, margin: Margin, side: str, expected: str) -> None:
    assert size_of(Gain(low, high), margin, side) == expected  # type: ignore[arg-type]


def test_a_bare_ratio_says_which_way_and_not_how_far() -> None:
    assert size_of(Gain(0.5, 0.9, comparable=False), Margin(matters=0.1), "benefit") == "some"


def test_raising_stops_at_high_and_lowering_at_very_low() -> None:
    assert certainty("low", 0, 4) == "high"
    assert certainty("high", 2) == "low"
    assert certainty("moderate", 5) == "very-low"
    assert certainty("high", 0, at_most="moderate") == "moderate"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (Body(people=399, counts=False), {("imprecision", 1)}),
        (Body(people=400, counts=False), set()),
        (Body(people=2999, counts=True, mean_risk=0.1), {("imprecision", 1)}),
        (Body(people=3000, counts=True, mean_risk=0.1), set()),
        (Body(people=399, counts=True), {("imprecision", 1)}),
        (Body(people=99, counts=False), {("imprecision", 2)}),
        (Body(people=100, counts=False), {("imprecision", 1)}),
        (Body(people=400, counts=False, mean_risk=0.1), set()),
        (Body(people=None, counts=True), set()),
        (Body(people=900, counts=False, holds_none_and_worthwhile=True), {("imprecision", 1)}),
        (Body(people=900, counts=False, prediction_holds_none=True), {("inconsistency", 1)}),
        (Body(people=900, counts=False, indirect=True, unseen=True), {("indirectness", 1), ("risk-of-bias", 1)}),
    ],
)
def test_floors(body: Body, expected: set[tuple[str, int]]) -> None:
    assert {(floor.domain, floor.steps) for floor in floors(body, LIMITS)} == expected


def test_a_floor_counts_though_the_record_leaves_it_out() -> None:
    met = tuple(floors(Body(people=50, counts=False), LIMITS))
    found = grade("high", {"imprecision": 1}, 0, met, rated=False, unseen=False)
    assert (found.rating, [floor.steps for floor in found.unmet]) == ("low", [2])


def test_a_floor_that_the_record_keeps_changes_nothing() -> None:
    met = tuple(floors(Body(people=300, counts=False), LIMITS))
    for rated in (True, False):
        found = grade("high", {"imprecision": 1}, 1, met, rated=rated, unseen=False)
        assert (found.rating, found.unmet, found.yielded) == ("high", (), ())


def test_a_floor_without_a_published_rating_does_not_yield() -> None:
    found = grade("high", {}, 0, tuple(floors(Body(people=300, counts=False), LIMITS)), rated=False, unseen=False)
    assert (found.rating, len(found.unmet), found.yielded) == ("moderate", 1, ())


def test_a_floor_yields_to_a_published_rating_and_never_to_high() -> None:
    met = tuple(floors(Body(people=300, counts=False), LIMITS))
    found = grade("high", {}, 0, met, rated=True, unseen=False)
    assert (found.rating, found.unmet, len(found.yielded)) == ("moderate", (), 1)


def test_what_could_not_be_read_is_never_high() -> None:
    assert grade("high", {"risk-of-bias": 1}, 1, (), rated=False, unseen=True).rating == "moderate"


@pytest.mark.parametrize("row", published_tables.rows(published_tables.FILE), ids=lambda row: row["id"])
def test_a_published_row_comes_out_as_printed(row: published_tables.Row) -> None:
    """Or it is marked as contradicting itself, with the reason."""
    assert not published_tables.differences(row) or (row["self_contradictory"] and row["why_contradictory"])
