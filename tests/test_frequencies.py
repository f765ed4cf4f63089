"""Rare harms in whole people: of one number of people, of another of sessions, and never a part of a person."""

from __future__ import annotations

import re

import pytest

from tests.conftest import REAL_ROOT
from tools.appraisal.assess import assess
from tools.appraisal.frequencies import OUT_OF, Rare, rare
from tools.appraisal.quoted import quote
from tools.records.frequency import Counted, Frequency
from tools.records.load import load


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
    assert counted(0.3, 1000).interval("en") == ""


def test_people_and_sessions_are_told_out_of_different_numbers() -> None:
    assert len(set(OUT_OF.values())) == len(OUT_OF)


def test_a_page_asks_for_people_and_for_sessions_apart() -> None:
    review, problems = load(REAL_ROOT)
    assert review and not problems
    real = assess(review)
    counts = [(claim.code, one) for claim in review.claims.values() for one in rare(claim)]
    assert counts
    for code, one in counts:
        found = quote(f"{code} {one.frequency.outcome} {one.name}/{one.out_of}", real, "en")
        assert found.text == one.told("en") and not found.fault
        assert quote(f"{code} {one.frequency.outcome} {one.name}/7", real, "en").fault


def test_no_page_for_patients_speaks_of_a_part_of_a_person() -> None:
    review, _ = load(REAL_ROOT)
    assert review
    for pages in review.pages.values():
        for name in ("patients.md", "sheet.md"):
            assert not re.findall(r"\d\.\d+ ?(?:人|回|件|people|of \d|per \d)", pages[name].body), name
