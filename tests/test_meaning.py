"""What an outcome means in words: sentences, numbers, and which words and numbers they take."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small_records import TEXT, claim, outcome, study, word
from tools.appraisal.estimate import Absolute
from tools.appraisal.outcomes import Appraised, appraise
from tools.appraisal.profile import profile
from tools.appraisal.sentences import Meaning, Phrases, counted, difference_in_words, range_in_words, sentence, share_sentence
from tools.appraisal.told import numbers_of, sentences_of
from tools.records.outcome import Baseline, Outcome, Pico
from tools.records.vocabulary import Measured, Worthwhile
from tools.records.words import Text

RESPOND = Phrases(treatment="the lamp", against="no lamp", outcome="respond", people="patients")
MOOD = Phrases(treatment="the lamp", against="no lamp", outcome="the score of low mood")
SOME = Meaning("high", "some", "benefit", counts=True, more=True, matters=False)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "More people respond with the lamp than with no lamp."),
        ({"more": False}, "Fewer people respond with the lamp than with no lamp."),
        ({"size": "other-way"}, "Fewer people respond with the lamp than with no lamp."),
        ({"size": "other-way", "more": False}, "More people respond with the lamp than with no lamp."),
        ({"size": "worthwhile"}, "More people respond with the lamp than with no lamp, by enough to matter."),
        ({"size": "little"}, "About as many people respond with the lamp as with no lamp."),
        ({"size": "little", "side": "harm"}, "No more people, or only slightly more, respond with the lamp than with no lamp."),
        ({"size": "slight", "side": "harm"}, "Slightly more people respond with the lamp than with no lamp."),
        (
            {"matters": True, "rating": "low"},
            "More people may respond with the lamp than with no lamp. Whether by enough to matter is not certain.",
        ),
        ({"matters": True, "size": "slight"}, "Slightly more people respond with the lamp than with no lamp."),
        ({"matters": True, "size": "other-way"}, "Fewer people respond with the lamp than with no lamp."),
        (
            {"matters": True, "rating": "very-low"},
            "It is very uncertain whether more people respond with the lamp than with no lamp.",
        ),
        (
            {"size": "unclear", "rating": "low"},
            "It is not clear whether more or fewer people respond with the lamp than with no lamp.",
        ),
    ],
)
def test_a_sentence_about_people(changes: dict[str, Any], expected: str) -> None:
    assert sentence(replace(SOME, **changes), RESPOND, "en") == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"more": False}, "The score of low mood is lower with the lamp than with no lamp."),
        ({}, "The score of low mood is higher with the lamp than with no lamp."),
        (
            {"size": "unclear", "rating": "low"},
            "It is not clear whether the score of low mood is lower or higher with the lamp than with no lamp.",
        ),
    ],
)
def test_a_sentence_about_a_score(changes: dict[str, Any], expected: str) -> None:
    assert sentence(replace(SOME, counts=False, **changes), MOOD, "en") == expected


def test_a_share_with_its_interval_and_without() -> None:
    share = Absolute(100, None, 67, None, 57, 75)
    assert share_sentence("high", share, RESPOND, "en") == "Of 100 patients, 67 (57 to 75) respond."
    assert share_sentence("high", replace(share, low=None, high=None), RESPOND, "en").endswith("gives 67 without an interval.")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (8, 26, "8 to 26 more"),
        (-26, -8, "8 to 26 fewer"),
        (-11, 8, "11 fewer to 8 more"),
        (0, 11, "about none to 11 more"),
        (-11, 0, "11 fewer to about none"),
        (5, 5, "5 to 5 more"),
        (0, 0, "about none"),
        (0.5, 1, "0.5 to 1 more"),
        (-1, -0.5, "0.5 to 1 fewer"),
        (None, 2, ""),
        (1, None, ""),
    ],
)
def test_the_interval_of_a_difference(low: float | None, high: float | None, expected: str) -> None:
    assert range_in_words(low, high, "people", "en") == expected


@pytest.mark.parametrize(("number", "expected"), [(1, "1 more"), (-1, "1 fewer"), (0, "about as many")])
def test_a_difference_of_people(number: int, expected: str) -> None:
    assert difference_in_words(number, "people", "en") == expected


def test_numbers_of_people() -> None:
    numbers = Absolute(100, 20, 36, 16, 8, 26)
    told = "Of 100 people: 20 with no lamp, 36 with the lamp (16 more"
    assert counted(numbers, RESPOND, "en") == f"{told}; 95% CI 8 to 26 more)."
    assert counted(replace(numbers, low=None, high=None), RESPOND, "en") == f"{told})."
    assert (
        counted(replace(numbers, without=None), RESPOND, "en") == counted(replace(numbers, difference=None), RESPOND, "en") == ""
    )


# Of an outcome of a record

LAMP, SHAM = Text(ja="ランプ", en="the lamp"), Text(ja="偽の光", en="a sham light")
PICO = Pico(people=Text(ja="患者", en="patients"), treatment=LAMP, against=SHAM)
COURSE = Pico(people=PICO.people, state=Text(ja="続く人", en="still respond"))
RESPONSE = word(
    phrase=Text(ja="反応する人", en="respond"), worthwhile=[Worthwhile(value=10, unit="people", source="mori2020lamp")]
)
RISK = Baseline(per100=20, source="mori2020lamp")


def made(one: Outcome, of: Measured = RESPONSE, kind: str = "effect") -> Appraised:
    return appraise(one, of, claim(kind, share=50), [study(synthesis=True, participants=5000)], None, profile())


def english(one: Outcome, pico: Pico | None = PICO, of: Measured = RESPONSE, kind: str = "effect") -> str:
    return sentences_of(made(one, of, kind), pico).get("en", "")


UNSURE = "Whether by enough to matter is not certain."


@pytest.mark.parametrize(
    ("one", "pico", "of", "expected"),
    [
        (
            outcome("RR 2.0 (1.4 to 2.5)", without=RISK),
            PICO,
            RESPONSE,
            f"More people respond with the lamp than with a sham light. {UNSURE}",
        ),
        (outcome(), PICO, RESPONSE, "More people respond with the lamp than with a sham light."),
        (
            outcome(without=RISK),
            PICO,
            replace(RESPONSE, worthwhile=[]),
            "More people respond with the lamp than with a sham light.",
        ),
        (
            outcome(without=RISK),
            PICO,
            replace(RESPONSE, good="less"),
            "More people respond with the lamp than with a sham light.",
        ),
        (
            outcome(without=RISK),
            PICO,
            replace(RESPONSE, side="harm", good="less"),
            "More people respond with the lamp than with a sham light.",
        ),
        (
            outcome("MD 3 (2 to 4)"),
            PICO,
            replace(RESPONSE, unit="score"),
            "Respond is higher with the lamp than with a sham light.",
        ),
        (outcome(without=RISK), None, RESPONSE, ""),
        (outcome(grade=None), PICO, RESPONSE, ""),
        (outcome("RR 2.0"), PICO, RESPONSE, ""),
        (outcome(), PICO, replace(RESPONSE, phrase=None), ""),
        (outcome(), replace(PICO, treatment=None), RESPONSE, ""),
        (outcome(), replace(PICO, against=None), RESPONSE, ""),
        (outcome(None, source=None, grade=None, found="none"), None, RESPONSE, "No study was found that measured this."),
    ],
)
def test_the_sentence_of_an_outcome(one: Outcome, pico: Pico | None, of: Measured, expected: str) -> None:
    assert english(one, pico, of) == expected


@pytest.mark.parametrize(
    ("pico", "of", "expected"),
    [
        (COURSE, RESPONSE, "Of 100 patients, 67 (57 to 75) still respond."),
        (replace(COURSE, state=None), RESPONSE, "Of 100 patients, 67 (57 to 75) respond."),
        (replace(COURSE, state=None), replace(RESPONSE, phrase=None), "Of 100 patients, 67 (57 to 75) ."),
        (replace(PICO, state=COURSE.state), RESPONSE, "Of 100 patients, 67 (57 to 75) still respond."),
    ],
)
def test_the_sentence_of_a_share(pico: Pico, of: Measured, expected: str) -> None:
    assert english(outcome("proportion 66.5 (57.1 to 74.8)"), pico, of, "course") == expected


def test_what_was_measured_and_cannot_be_rated_is_not_called_unmeasured() -> None:
    one = outcome(None, source=None, grade=None, found="none")
    reporting = study(reports=["response"])
    found = appraise(one, RESPONSE, claim(outcomes=[one]), [reporting], None, profile())
    assert sentences_of(found, None)["en"] != english(one) == "No study was found that measured this."


def test_the_state_is_said_of_a_share_only() -> None:
    assert english(outcome("RR 2.0 (1.4 to 2.5)", without=RISK), replace(PICO, state=TEXT)).startswith("More people respond with")
    assert english(outcome(), replace(PICO, state=TEXT)) == "More people respond with the lamp than with a sham light."


@pytest.mark.parametrize(
    ("one", "pico", "numbers"),
    [
        (outcome(without=RISK), PICO, {"ja", "en"}),
        (outcome(), PICO, set()),
        (outcome(without=RISK), None, set()),
        (outcome(without=RISK), replace(PICO, treatment=None), set()),
        (outcome(without=RISK), replace(PICO, against=None), set()),
        (outcome("proportion 66.5"), PICO, set()),
    ],
)
def test_whether_there_are_numbers_in_words(one: Outcome, pico: Pico | None, numbers: set[str]) -> None:
    assert set(numbers_of(made(one), pico)) == numbers
