"""Rare harms in whole people: of one number of people, of another of sessions, and never a part of a person."""

from __future__ import annotations

import dataclasses

import pytest

from tools.appraisal.assess import assess
from tools.appraisal.frequencies import OUT_OF, Rare
from tools.appraisal.quoted import quote
from tools.records.claim import Review
from tools.records.frequency import Counted, Frequency
from tools.records.words import Text


def counted(rate: float, per: int, of: Counted = "people", low: float | None = None, high: float | None = None) -> Rare:
    return Rare("tea2026", Frequency(outcome="seizure", of=of, rate=rate, per=per, low=low, high=high))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rate", "per", "of", "english", "japanese"),
    [
        (0.71, 1000, "people", "7", "7"),
        (0.14, 1000, "people", "1 to 2", "1〜2"),
        (0.11, 1000, "people", "1", "1"),
        (5.56, 1000, "people", "56", "56"),
        (0.01, 1000, "people", "fewer than 1", "1未満"),
        (0.075, 1000, "people", "fewer than 1", "1未満"),
        (0.08, 1000, "people", "1", "1"),
        (0.125, 1000, "people", "1 to 2", "1〜2"),
        (0.45, 1000, "people", "4 to 5", "4〜5"),
        (0.54, 1000, "people", "5", "5"),
        (0.47, 1000, "people", "5", "5"),
        (20, 100, "people", "2,000", "2,000"),
        (0.31, 10000, "sessions", "3", "3"),
        (0.14, 100, "sessions", "140", "140"),
    ],
)
def test_a_rate_is_told_in_whole_people_or_sessions(rate: float, per: int, of: Counted, english: str, japanese: str) -> None:
    assert (counted(rate, per, of).told("en"), counted(rate, per, of).told("ja")) == (english, japanese)


def test_an_interval_is_told_in_whole_people_and_by_its_outer_ends() -> None:
    assert counted(0.14, 1000, low=0.01, high=0.51).interval("en") == "fewer than 1 to 5"
    assert counted(0.3, 1000, low=0.14, high=0.34).interval("ja") == "1〜4"
    assert [counted(0.3, 1000, low=low, high=high).interval("en") for low, high in ((None, None), (0.1, None), (None, 0.5))] == [
        ""
    ] * 3


def test_people_and_sessions_are_told_out_of_different_numbers() -> None:
    assert len(set(OUT_OF.values())) == len(OUT_OF)


def test_a_page_asks_for_people_and_for_sessions_apart(review: Review) -> None:
    claim = review.claims["lamp-lifts-mood"]
    group = Text(ja="Aのランプ", en="Lamp A (new)")
    counts = [
        Frequency(outcome="burn", of="people", rate=0.71, per=1000),
        Frequency(outcome="burn", of="sessions", rate=0.31, per=10000),
        Frequency(outcome="burn", of="people", rate=5.56, per=1000, group=group),
    ]
    first, *others = claim.evidence
    counted = dataclasses.replace(claim, evidence=[dataclasses.replace(first, frequencies=counts), *others])
    assessed = assess(dataclasses.replace(review, claims={**review.claims, "lamp-lifts-mood": counted}))
    for asked, text in (("all/10000", "7"), ("all/100000", "3"), ("lamp-a-new/10000", "56")):
        found = quote(f"{claim.code} burn {asked}", assessed, "en")
        assert (found.text, found.fault) == (text, None)
    for asked in ("all/1000", "lamp-a-new/100000", "lamp-b/10000"):
        assert quote(f"{claim.code} burn {asked}", assessed, "en").fault
    assert quote(f"{claim.code} death all/10000", assessed, "en").fault
