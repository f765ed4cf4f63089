"""Why certainty is lowered: what the record says, and what floors say where it need not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small_records import TEXT, claim, grade, outcome, study
from tests.test_outcomes import BURN, RISK, SCORE, appraised
from tools.appraisal.outcomes import Appraised
from tools.appraisal.reasons import reasons_of
from tools.records.outcome import Reason
from tools.records.words import Text

OWN = Reason(ja="理由", en="A reason.", weighs=[])
NAMED = replace(SCORE, label=Text(ja="点数", en="Score"))


def few(people: int, steps: int, **fields: Any) -> Appraised:
    return appraised(outcome("MD 3 (2 to 4)", participants=people, grade=grade(imprecision=steps), **fields), of=NAMED)


def told(*outcomes: Appraised, **reasons: Reason) -> dict[str, tuple[str, str]]:
    found = reasons_of(claim(reasons={name.replace("_", "-"): reason for name, reason in reasons.items()}), outcomes)
    return {domain: (reason.en, reason.ja) for domain, reason in found.items()}


def test_what_is_lowered_no_further_than_its_floors_has_a_computed_reason() -> None:
    assert told(few(90, 2)) == {
        "imprecision": ("Fewer than 100 people were studied: Score 90.", "調べられた人が100人に届きません（点数90人）。")
    }
    assert told(few(90, 1)) == told(few(90, 2))


@pytest.mark.parametrize("outcomes", [(few(390, 2),), (few(4000, 1),), (few(390, 1), few(390, 2)), (few(390, 0),), ()])
def test_what_is_lowered_further_or_not_at_all_has_none(outcomes: tuple[Appraised, ...]) -> None:
    assert told(*outcomes) == {}


def test_a_floor_is_a_reason_in_its_own_domain_only() -> None:
    one = appraised(outcome("MD 3 (2 to 4)", participants=390, grade=grade(imprecision=1, inconsistency=1)), of=NAMED)
    assert list(told(one)) == ["imprecision"]


def test_the_record_has_its_say_first() -> None:
    assert told(few(90, 2), imprecision=OWN, inconsistency=OWN) == {
        "imprecision": (OWN.en, OWN.ja),
        "inconsistency": (OWN.en, OWN.ja),
    }
    assert list(told(few(90, 2), not_lowered=OWN)) == ["not-lowered", "imprecision"]


def test_a_floor_of_several_outcomes_is_said_once_with_each_at_its_time() -> None:
    assert told(few(390, 1), few(90, 2), few(380, 1, at="m6"), few(4000, 0))["imprecision"] == (
        "Fewer than 400 people were studied: Score 390, Score after 6 months 380. Fewer than 100 people were studied: Score 90.",
        "調べられた人が400人に届きません（点数390人、6か月後の点数380人）。調べられた人が100人に届きません（点数90人）。",
    )


@pytest.mark.parametrize(
    ("one", "domain", "english"),
    [
        (
            appraised(outcome("RR 2.0 (0.9 to 2.5)", without=RISK, participants=400, grade=grade(imprecision=1)), of=BURN),
            "imprecision",
            "The interval includes both “no difference” and a difference that matters: A text. "
            "By our own estimate, fewer people had the outcome, in all groups together, than the 300 that a rule of thumb "
            "asks for: A text 120.",
        ),
        (
            appraised(outcome("MD 3 (2 to 4)", grade=grade(risk_of_bias="unseen")), of=SCORE),
            "risk-of-bias",
            "The risk of bias of the studies could not be told from the part that could be read: A text.",
        ),
        (
            appraised(outcome("MD 3 (2 to 4)", heterogeneity="PI -1 to 7", grade=grade(inconsistency=1)), of=SCORE),
            "inconsistency",
            "The range expected for the result of a new study (the prediction interval) includes “no difference”: A text.",
        ),
        (
            appraised(outcome("MD 3 (2 to 4)", grade=grade(indirectness=1)), study(direct=False, participants=2000), of=SCORE),
            "indirectness",
            "The people, the treatment or the comparison in the source differ from those of the claim: A text.",
        ),
    ],
    ids=["interval-and-events", "unseen", "prediction-interval", "indirect"],
)  # fmt: skip
def test_each_floor_in_words(one: Appraised, domain: str, english: str) -> None:
    found = told(one)
    assert list(found) == [domain] and found[domain][0] == english and found[domain][1].count(TEXT.ja) == english.count(TEXT.en)


def test_what_is_not_rated_has_no_floors() -> None:
    ungraded = appraised(outcome(result=None, grade=grade(imprecision=1)))
    assert ungraded.graded is None and told(ungraded) == {}
