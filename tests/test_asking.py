"""The rule asked "what if": without a source, and with what a record awaits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small_records import claim, item, review, source, species, with_words, word
from tools.appraisal.asking import carried_alone, ceiling_awaited
from tools.appraisal.case import Case, Result
from tools.appraisal.gather import gather
from tools.appraisal.profile import profile
from tools.appraisal.rule import judge
from tools.appraisal.size import Gain, Margin
from tools.records.outcome import Awaited
from tools.records.vocabulary import Measured

BURN, BENEFIT = word(side="harm", good="less"), word()


def promised(case: Case, of: Measured = BENEFIT, **fields: Any) -> str:
    """The ceiling that ten trials of a thousand people would bring."""
    ordinary = {
        "outcome": "response",
        "body": "randomised",
        "studies": 10,
        "people": 1000,
        "certainty": "low",
        "ceiling": "supported",
    }
    return ceiling_awaited(case, Awaited(**{**ordinary, **fields}), of, profile())


@pytest.mark.parametrize(
    ("case", "of", "fields", "level"),
    [
        (Case("effect"), BENEFIT, {}, "supported"),
        (Case("effect"), BENEFIT, {"certainty": "very-low"}, "inconclusive"),
        (Case("effect"), BENEFIT, {"people": 199}, "inconclusive"),
        (Case("effect"), BENEFIT, {"studies": 1}, "inconclusive"),
        (Case("effect"), BENEFIT, {"body": "arm"}, "inconclusive"),
        (Case("effect"), BENEFIT, {"body": "laboratory"}, "hypothetical"),
        (Case("effect", accepting=1), BENEFIT, {"certainty": "moderate"}, "established"),
        (Case("effect"), BURN, {}, "inconclusive"),
        (Case("mechanism", "occurs"), word(side="measure"), {"body": "association"}, "supported"),
        (Case("safety"), BURN, {}, "supported"),
        (Case("safety"), BENEFIT, {}, "inconclusive"),
        (Case("comparison", "fewer"), BURN, {}, "supported"),
        (Case("comparison", "better"), BENEFIT, {}, "supported"),
        (Case("comparison", "no-worse"), BENEFIT, {}, "supported"),
        (Case("course"), BENEFIT, {"body": "cohort"}, "supported"),
        (Case("course"), BURN, {"body": "cohort"}, "supported"),
    ],
)
def test_what_a_record_awaits(case: Case, of: Any, fields: Any, level: str) -> None:
    assert promised(case, of, **fields) == level


def test_what_is_awaited_takes_the_place_of_what_is_there() -> None:
    there = Result("response", "end", "benefit", critical=True, body="randomised", gain=Gain(-20, -6), rating="high")
    assert (
        promised(Case("safety", results=(replace(there, side="harm", gain=Gain(6, 20), margin=Margin(5)),)), BURN) == "supported"
    )
    other = replace(there, at="m3", side="harm", gain=Gain(6, 20), margin=Margin(5))
    assert promised(Case("safety", results=(other,)), BURN) == "inconclusive"
    other = replace(there, outcome="glare", side="harm", gain=Gain(6, 20), margin=Margin(5))
    assert promised(Case("safety", results=(other,)), BURN) == "inconclusive"


def test_which_source_carries_the_ceiling_alone() -> None:
    only = claim(evidence=[item(), item("kage2022null", "mixed")])
    here = replace(
        with_words(review(), species={"cells": species("laboratory")}),
        references={"mori2020lamp": source(), "kage2022null": source(species="cells")},
    )
    gathered = gather(only, here, profile())
    ceiling = judge(gathered.case, profile()).level
    carrying = carried_alone(gathered, only, here, ceiling, profile())
    assert [(one.ref, one.without) for one in carrying] == [("mori2020lamp", "preclinical")]
