"""Numbers of outcomes that a page asks for: each is there or is refused, and none is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.small_records import claim, grade, item, outcome, review, source
from tools.appraisal.assess import assess
from tools.appraisal.quoted import Quoted, quote
from tools.records.outcome import Baseline, Observed, Outcome
from tools.records.words import Language

RISK, RARE = (Baseline(per100=per100, source="mori2020lamp") for per100 in (20, 2))
SEEN = Observed(treated=36.4, source="mori2020lamp")
MEASURED = outcome("RR 2.0 (1.5 to 2.5)", without=RISK, participants=5000, observed=SEEN)
NOBODY = outcome(None, source=None, grade=None, found="none")


def asked(text: str, *outcomes: Outcome, language: Language = "en") -> Quoted:
    """The answer where `LMP-01` has these outcomes."""
    one = claim(outcomes=list(outcomes), evidence=[item()])
    here = review([("other", replace(one, code="LMP-02", outcomes=[])), ("one", one)], references={"mori2020lamp": source()})
    return quote(text, assess(here), language)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LMP-01 response treated", "40"),
        (" LMP-01 response treated ", "40"),
        ("LMP-01 response@end treated", "40"),
        ("LMP-01 response treated/100", "40"),
        ("LMP-01 response without", "20"),
        ("LMP-01 response rest", "60"),
        ("LMP-01 response low", "10"),
        ("LMP-01 response high", "30"),
        ("LMP-01 response observed", "36"),
        ("LMP-01 response people", "5,000"),
        ("LMP-01 response certainty", "high"),
        ("LMP-01 response picture", ""),
    ],
)
def test_what_a_page_may_print(text: str, told: str) -> None:
    found = asked(text, MEASURED)
    assert (found.text, found.fault) == (told, None)
    assert found.judged and found.one and found.what == text.split()[2].partition("/")[0] and found.judged.claim.code == "LMP-01"


@pytest.mark.parametrize(
    ("text", "outcomes", "fault"),
    [
        ("LMP-01 response", [MEASURED], "form"),
        ("LMP-01 response nonsense", [MEASURED], "form"),
        ("LMP-09 response treated", [MEASURED], "claim"),
        ("LMP-01 remission treated", [MEASURED], "outcome"),
        ("LMP-01 response@m6 treated", [MEASURED], "outcome"),
        ("LMP-01 response treated", [NOBODY], "not-measured"),
        ("LMP-01 response picture", [replace(MEASURED, grade=None)], "not-measured"),
        ("LMP-01 response treated", [replace(MEASURED, grade=grade(inconsistency=3))], "very-uncertain"),
        ("LMP-01 response treated/1000", [MEASURED], "per"),
        ("LMP-01 response treated", [replace(MEASURED, without=RARE)], "per"),
        ("LMP-01 response treated", [replace(MEASURED, without=None)], "nothing"),
        ("LMP-01 response observed", [replace(MEASURED, observed=None)], "nothing"),
        ("LMP-01 response observed/1000", [MEASURED], "nothing"),
        ("LMP-01 response low", [replace(MEASURED, result="RR 2.0")], "nothing"),
        ("LMP-01 response people", [replace(MEASURED, participants="not-reported")], "nothing"),
    ],
)
def test_what_a_page_may_not_print(text: str, outcomes: list[Outcome], fault: str) -> None:
    assert (asked(text, *outcomes).text, asked(text, *outcomes).fault) == ("", fault)


def test_where_few_people_have_it_numbers_are_of_a_thousand() -> None:
    assert asked("LMP-01 response treated/1000", replace(MEASURED, without=RARE)).text == "40"
    assert asked("LMP-01 response rest/1000", replace(MEASURED, without=RARE)).text == "960"


def test_a_picture_of_nothing_known_is_one_too() -> None:
    assert asked("LMP-01 response picture", NOBODY).fault is None


def test_what_may_be_said_of_what_is_very_uncertain() -> None:
    uncertain = replace(MEASURED, grade=grade(inconsistency=3))
    assert asked("LMP-01 response certainty", uncertain).text == "very low"
    assert asked("LMP-01 response certainty", uncertain, language="ja").text == "非常に低い"
    assert asked("LMP-01 response people", uncertain).text == "5,000"
    assert asked("LMP-01 response observed", uncertain).fault == "very-uncertain"
