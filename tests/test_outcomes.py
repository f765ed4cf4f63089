"""One outcome of a record, appraised: what it rests on, its floors, its certainty, and what is beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small_records import RETRACTED, TEXT, claim, grade, outcome, study, word
from tools.appraisal.case import Asks
from tools.appraisal.outcomes import Appraised, appraise, is_critical
from tools.appraisal.profile import profile
from tools.appraisal.study import Study
from tools.records.claim import Claim
from tools.records.outcome import Baseline, Outcome, PublishedRating, Raised
from tools.records.vocabulary import Measured, Worthwhile

RESPONSE = word(critical=["lamp"], worthwhile=[Worthwhile(value=10, unit="people", source="mori2020lamp")])
SCORE = word(unit="score", critical=["lamp"])
BURN = word(side="harm", good="less", critical=["lamp"], limit=5)
MARKER = word(side="measure", unit="score", critical=["lamp"])
RISK = Baseline(per100=20, source="mori2020lamp")
POOLED = {"synthesis": True, "participants": 2000}


def appraised(
    one: Outcome, *studies: Study, of: Measured = RESPONSE, about: Claim | None = None, asks: Asks | None = None
) -> Appraised:
    return appraise(one, of, about or claim(), studies or (study(**POOLED),), asks, profile())


def rating(one: Outcome, *studies: Study, **more: Any) -> str | None:
    return appraised(one, *studies, **more).result.rating


def floors(one: Outcome, *studies: Study, **more: Any) -> set[str]:
    graded = appraised(one, *studies, **more).graded
    assert graded
    return {f"{floor.domain}: {floor.why}" for floor in graded.unmet}


# What it rests on


@pytest.mark.parametrize(
    ("one", "source"),
    [
        (outcome(), study("kiri2023lamps")),
        (outcome(result=None), study()),
        (outcome(result="twice as many"), study()),
        (outcome(), study(body="laboratory", species="laboratory")),
        (outcome(), study(notice=RETRACTED)),
    ],
    ids=["another-source", "no-result", "no-estimate", "in-mice", "withdrawn"],
)
def test_what_rests_on_nothing_is_not_rated(one: Outcome, source: Study) -> None:
    found = appraised(one, source)
    assert (found.result.rating, found.result.gain, found.result.body, found.graded) == (None, None, "", None)


@pytest.mark.parametrize("fields", [{"direct": False}, {"direction": "context"}])
def test_a_source_that_does_not_bear_on_the_claim_is_shown_and_points_nowhere(fields: dict[str, Any]) -> None:
    found = appraised(outcome(), study(**POOLED, **fields))
    assert found.result.gain is None and found.result.rating


def test_people_are_those_of_the_estimate_or_of_the_source() -> None:
    assert appraised(outcome(participants=900)).result.people == 900
    assert appraised(outcome()).result.people == 2000
    assert appraised(outcome(), study()).result.people is None
    assert appraised(outcome(studies=12)).result.studies == 12 and appraised(outcome()).result.studies is None


@pytest.mark.parametrize(
    ("fields", "large"),
    [
        ({}, True),
        ({"centres": 2}, True),
        ({"centres": 1}, False),
        ({"centres": None}, False),
        ({"registration": None}, False),
        ({"sponsor": "maker"}, False),
        ({"sponsor": None}, False),
    ],
)
def test_a_large_trial_is_registered_of_several_centres_and_not_the_makers(fields: dict[str, Any], large: bool) -> None:
    ordinary = {"registration": "NCT00000001", "centres": 12, "sponsor": "independent"}
    assert appraised(outcome(), study(**{**ordinary, **fields})).result.large_trial is large


@pytest.mark.parametrize(
    ("kind", "of", "more", "critical"),
    [
        ("effect", RESPONSE, {}, True),
        ("effect", RESPONSE, {"topic": "tea"}, False),
        ("effect", MARKER, {}, False),
        ("mechanism", MARKER, {}, True),
        ("mechanism", MARKER, {"topic": "tea"}, False),
        ("course", RESPONSE, {"times": ["end"]}, True),
        ("course", RESPONSE, {"times": ["m3"]}, False),
        ("safety", BURN, {"topic": "tea", "harms": ["response"]}, True),
        ("safety", BURN, {"topic": "tea", "harms": ["burn"]}, False),
        ("safety", BURN, {}, True),
        ("effect", BURN, {"topic": "tea", "harms": ["response"]}, False),
    ],
)
def test_what_decides(kind: str, of: Measured, more: dict[str, Any], critical: bool) -> None:
    assert is_critical(outcome(), of, claim(kind, **more)) is critical


def test_the_side_of_an_outcome() -> None:
    assert [appraised(outcome(), of=one).result.side for one in (RESPONSE, BURN, MARKER)] == ["benefit", "harm", "benefit"]


# Its certainty


def test_what_nobody_graded_or_no_rule_rates_has_no_certainty() -> None:
    assert rating(outcome(grade=None)) is None
    assert rating(outcome(), study(body="instrument", participants=2000), about=claim("course")) is None


@pytest.mark.parametrize(("body", "expected"), [("randomised", "high"), ("controlled", "low"), ("cohort", "very-low")])
def test_certainty_is_raised_where_it_can_be(body: str, expected: str) -> None:
    large = Raised(**{"for": "large-effect", "steps": 1, "why": TEXT, "source": "mori2020lamp"})
    one = outcome("MD 3 (2 to 4)", up=[large], grade=grade(inconsistency=1))
    assert rating(one, study(body=body, **POOLED), of=SCORE) == expected
    assert rating(replace(one, grade=grade()), study(body="cohort", **POOLED), of=SCORE) == "very-low"


@pytest.mark.parametrize(("people", "expected"), [(99, "low"), (100, "moderate"), (399, "moderate"), (400, "high")])
def test_few_people_lower_by_one_step_and_very_few_by_two(people: int, expected: str) -> None:
    assert rating(outcome("MD 3 (2 to 4)", participants=people), of=SCORE) == expected


@pytest.mark.parametrize(
    ("one", "of", "floor"),
    [
        (outcome("MD 3 (2 to 4)", participants=399), SCORE, "imprecision: few-people"),
        (outcome("MD 3 (2 to 4)", participants=400), SCORE, ""),
        (outcome("MD 3 (2 to 4)", participants=400, without=Baseline(per100=1, source="mori2020lamp")), SCORE, ""),
        (outcome("RR 2.0 (1.5 to 2.5)", participants=400), RESPONSE, ""),
        (outcome("RR 2.0 (1.5 to 2.5)", participants=999, without=RISK), RESPONSE, "imprecision: few-events"),
        (outcome("RR 2.0 (1.5 to 2.5)", participants=1000, without=RISK), RESPONSE, ""),
        (outcome("RR 9.0 (5.0 to 12)", participants=400, without=RISK), RESPONSE, ""),
        (outcome("RR 2.0 (1.5 to 2.5)", grade=grade(risk_of_bias="unseen")), RESPONSE, ""),
    ],
)
def test_floors_by_people_and_events(one: Outcome, of: Measured, floor: str) -> None:
    assert floors(one, of=of) == ({floor} if floor else set())


def test_what_could_not_be_read_is_never_high() -> None:
    assert rating(outcome(grade=grade(risk_of_bias="unseen"))) == "moderate"


def test_a_share_has_its_own_events_and_no_value_of_no_effect() -> None:
    course = claim("course", share=50)
    told = {"heterogeneity": "PI 0.00 to 99.0", "grade": grade()}
    assert floors(outcome("proportion 60 (40 to 80)", participants=499, **told), about=course) == {"imprecision: few-events"}
    assert floors(outcome("proportion 60 (40 to 80)", participants=500, **told), about=course) == set()


@pytest.mark.parametrize(
    ("result", "of", "floor"),
    [
        ("RR 1.2 (0.9 to 1.6)", RESPONSE, True),
        ("RR 1.2 (0.9 to 1.5)", RESPONSE, True),
        ("RR 1.2 (0.9 to 1.4)", RESPONSE, False),
        ("RR 1.2 (0.5 to 1.4)", RESPONSE, True),
        ("RR 1.4 (1.1 to 1.9)", RESPONSE, False),
        ("RR 0.7 (0.4 to 0.9)", RESPONSE, False),
        ("RR 1.2 (0.9 to 1.6)", word(critical=["lamp"], trivial=5), False),
        ("RR 1.2 (0.9 to 1.6)", BURN, True),
        ("RR 1.2", RESPONSE, False),
    ],
)
def test_an_interval_with_none_and_a_difference_that_matters(result: str, of: Measured, floor: bool) -> None:
    """20 of 100 without the treatment, so that 1.5 times as many are 10 more."""
    found = floors(outcome(result, participants=9000, without=RISK), of=of)
    assert found == ({"imprecision: none-and-worthwhile"} if floor else set())


@pytest.mark.parametrize(
    ("printed", "floor"),
    [
        ("PI 0.80 to 3.10", True),
        ("PI 1.00 to 3.10", True),
        ("PI 0.30 to 1.00", True),
        ("PI 1.10 to 3.10", False),
        ("PI 0.30 to 0.90", False),
        ("not-reported", False),
    ],
)
def test_a_prediction_interval_with_none(printed: str, floor: bool) -> None:
    assert floors(outcome(heterogeneity=printed)) == ({"inconsistency: prediction-interval"} if floor else set())


def test_an_indirect_source() -> None:
    assert floors(outcome(), study(direct=False, **POOLED)) == {"indirectness: indirect"}


def test_the_arithmetic_of_more_than_all_people_is_left_out() -> None:
    found = appraised(outcome("RR 9.0 (5.0 to 12)", without=RISK))
    assert found.absolute is None and found.result.rating == "high"


@pytest.mark.parametrize(
    ("rated", "expected"),
    [
        ([], "low"),
        ([{"by": "mori2020lamp", "as": "low"}], "moderate"),
        ([{"by": "kiri2023lamps", "as": "low", "studies": 14}], "moderate"),
        ([{"by": "kiri2023lamps", "as": "low", "studies": 15}], "low"),
        ([{"by": "kiri2023lamps", "as": "low"}], "low"),
    ],
)
def test_a_published_rating_of_the_same_body(rated: list[dict[str, Any]], expected: str) -> None:
    """An indirect source of few people has two floors; a rating of the same body takes both, and then it is never high."""
    of = [PublishedRating(**one) for one in rated]
    one = outcome("MD 3 (2 to 4)", participants=300, studies=14, rated=of)
    assert rating(one, study(direct=False, **POOLED), of=SCORE) == expected


def test_ratings_of_as_many_unknown_studies_are_not_of_one_body() -> None:
    one = outcome("MD 3 (2 to 4)", participants=300, rated=[PublishedRating(**{"by": "kiri2023lamps", "as": "low"})])
    assert rating(one, of=SCORE) == "moderate" and not (appraised(one, of=SCORE).graded or pytest.fail()).yielded
