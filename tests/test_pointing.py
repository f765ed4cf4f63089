"""Where an item points is where its numbers do, and not where its finding says that nothing differed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import of_each
from tests.rule_cases import LAMP
from tests.small_records import claim, item, outcome, review, with_words, word
from tests.test_fields import NULL, problems_of
from tools.check.directions import better_of_an_outcome_is_that_of_its_source
from tools.check.pointing import directions_fit_the_estimates
from tools.records.frequency import Frequency
from tools.records.outcome import Effect, Rates
from tools.records.words import Text

WORDS = with_words(review(), outcome={"mood": word(unit="score", good="less", trivial=0.2), "marker": word(side="measure")})
UP, OPEN, DOWN = (0.5, 0.2, 0.8), (0.1, -0.4, 0.6), (-0.5, -0.8, -0.2)
MORE, PERHAPS, FEWER = (2.5, 1.5, 4.1), (1.1, 0.7, 1.6), (0.5, 0.3, 0.8)


def effect(measure: str, numbers: tuple[float, float, float], better: Any, of: str = "mood") -> Effect:
    value, low, high = numbers
    return Effect(measure=measure, value=value, low=low, high=high, outcome=of, better=better)


def found(kind: str, direction: str, finding: tuple[str, str] = ("文", "A text"), **fields: Any) -> list[str]:
    """What is said of a claim of this kind and with one item; `asks` is of the claim, the rest of the item."""
    asks = fields.pop("asks", {"comparison": "better", "mechanism": "occurs"}.get(kind))
    one = replace(item(direction=direction, **fields), finding=Text(ja=finding[0], en=finding[1]))
    made = claim(kind, asks=asks, evidence=[one])
    return [message.name.partition(".")[2] for _, message in directions_fit_the_estimates(made, WORDS)]


SHARES = Rates(outcome="response", treated=30, compared=20)
OFTEN = Frequency(outcome="burn", of="people", rate=0.5, per=1000)
BY_NUMBERS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    # a measure that a claim says is higher or lower, compared with nothing that is given
    ("mechanism", "supports", {"effect": effect("SMD", UP, "lower", "marker")}, ["supports"]),
    ("mechanism", "contradicts", {"effect": effect("SMD", DOWN, "lower", "marker")}, ["contradicts"]),
    ("mechanism", "supports", {"effect": effect("SMD", OPEN, "higher", "marker")}, ["open"]),
    ("mechanism", "no-difference", {"effect": effect("MD", DOWN, "lower", "marker")}, ["distinguishes"]),
    ("comparison", "supports", {"effect": effect("OR", PERHAPS, "higher"), "direct": False}, ["open"]),
    ("comparison", "supports", {"effect": effect("OR", PERHAPS, "lower"), "asks": "fewer"}, ["open"]),
    ("effect", "supports", {"effect": effect("RR", PERHAPS, "higher", "response"), "rates": SHARES}, ["open"]),
    ("effect", "contradicts", {"effect": effect("RR", PERHAPS, "higher")}, ["leaves-open"]),
    ("effect", "contradicts", {"effect": effect("RR", PERHAPS, "lower")}, ["leaves-open"]),
    ("mechanism", "contradicts", {"effect": effect("SMD", OPEN, "higher")}, ["leaves-open"]),
    ("safety", "supports", {"effect": effect("OR", MORE, "lower")}, ["supports"]),
    ("safety", "contradicts", {"effect": effect("OR", FEWER, "lower")}, ["contradicts"]),
    ("safety", "contradicts", {"effect": effect("OR", PERHAPS, "lower")}, ["leaves-open"]),
    ("safety", "supports", {"effect": effect("OR", PERHAPS, "lower")}, ["open"]),
    # and what is as it should be
    ("mechanism", "supports", {"effect": effect("SMD", UP, "higher", "marker")}, []),
    ("mechanism", "mixed", {"effect": effect("SMD", OPEN, "higher", "marker")}, []),
    ("mechanism", "supports", {"effect": effect("SMD", OPEN, None, "marker")}, []),
    ("comparison", "supports", {"effect": effect("OR", PERHAPS, "higher"), "asks": "no-worse"}, []),
    ("effect", "supports", {"effect": effect("RR", PERHAPS, "higher", "mood"), "rates": SHARES}, []),
    ("effect", "contradicts", {"effect": effect("RR", (1.0, 0.9, 1.1), "higher")}, []),
    ("effect", "contradicts", {"effect": effect("SMD", (0.0, -0.1, 0.1), "lower")}, []),
    ("effect", "contradicts", {"effect": effect("MD", OPEN, "higher")}, []),
    ("safety", "supports", {"effect": effect("OR", MORE, "lower"), "frequencies": [OFTEN]}, []),
    ("safety", "supports", {"effect": effect("OR", PERHAPS, "lower"), "rates": SHARES}, []),
    ("safety", "supports", {"effect": effect("OR", PERHAPS, "lower"), "finding": ("0.5%対0.7%。", "0.5% v 0.7%.")}, []),
    ("harm", "supports", {"effect": effect("OR", MORE, "lower")}, []),
]


@pytest.mark.parametrize(("kind", "direction", "fields", "names"), BY_NUMBERS)
def test_a_direction_is_that_of_its_numbers(kind: str, direction: str, fields: dict[str, Any], names: list[str]) -> None:
    assert found(kind, direction, **fields) == names


ONLY_NOTHING = [
    ("光と偽の光に有意な差はなく、眠れない人の改善が最も小さくなりました。",
     "Light and sham light did not differ significantly; those who slept badly improved least."),
    ("2剤以上が効かなかった人で、有意な差がなかったため打ち切られた。著者は有効ではないとした。",
     "In people whom 2 or more drugs had failed it was stopped, as there was no significant difference. The authors say no."),
    ("気分の差は0.5点（95%信頼区間 −1.2〜2.2。マイナスは光が優れることを示します）で、反応にも有意な差はなかった。",
     "Mood differed by 0.5 points (95% CI −1.2 to 2.2; a negative value favours light), response did not differ significantly."),
    ("12〜18歳の値はどちらも低く、どの物質にも有意な差はありませんでした。この区間からは、差があることも否定できません。",
     "At ages 12 to 18 the values were low in both; none of the substances differed significantly. It rules out neither."),
    ("足した灯は偽の灯に対する有意な優位性を示さず、点数の下がり方にも差はありませんでした。",
     "The added lamp showed no significant advantage over sham, nor was there any difference in how far scores fell."),
    ("主要評価項目の気分（0.1点、−0.4〜0.6）に有意な差はなかった。眠りはよくなった。",
     "The primary outcome, mood (0.1 points, −0.4 to 0.6), did not differ significantly. Sleep improved."),
]  # fmt: skip
MORE_THAN_THAT = [
    ("光のほうが多く反応した。副作用に有意な差はなかった。",
     "More responded with light. Side effects did not differ significantly."),
    ("光では偽の光の2倍が反応し、薬とは有意な差がなかった。",
     "With light 2 times as many responded as with sham; there was no significant difference from a drug."),
    ("気分の差は−1.5点（−2.2〜−0.8）。副作用に有意な差はなかった。",
     "Mood differed by −1.5 points (−2.2 to −0.8). Side effects did not differ significantly."),
    ("有意な差はなかったが、推奨を勧めている。", "There was no significant difference, but it recommends light."),
    ("主要評価項目の気分は改善し、眠りに有意な差はなかった。",
     "The primary outcome, mood, improved; sleep did not differ significantly."),
    ("有意な差があった。", "There was no significant difference."),
]  # fmt: skip


@of_each(ONLY_NOTHING)
def test_that_nothing_differed_neither_supports_nor_contradicts(ja: str, en: str) -> None:
    for kind in ("effect", "comparison", "mechanism"):
        assert found(kind, "supports", (ja, en)) == ["words"]
        assert found(kind, "contradicts", (ja, en)) == ["not-significant"]
        assert not found(kind, "no-difference", (ja, en)) and not found(kind, "mixed", (ja, en))
    assert not found("safety", "supports", (ja, en)) and not found("comparison", "supports", (ja, en), asks="no-worse")
    assert not found("effect", "supports", (ja, en), position="for")
    assert not found("effect", "supports", (ja, en), effect=effect("SMD", DOWN, "lower"))


@of_each(MORE_THAN_THAT)
def test_a_finding_that_says_more_may_support(ja: str, en: str) -> None:
    assert not found("effect", "supports", (ja, en)) and not found("mechanism", "contradicts", (ja, en))


def test_that_there_was_no_difference_may_contradict() -> None:
    assert not found("effect", "contradicts", ("差がなかった。", "There was no difference."))


@pytest.mark.parametrize(
    ("direction", "result", "better", "names"),
    [
        ("supports", "SMD 0.45 (0.30 to 0.60)", "lower", ["other-side"]),
        ("contradicts", "SMD 0.45 (0.30 to 0.60)", "higher", ["other-side"]),
        ("supports", "MD -2.0 (-3.0 to -1.0)", "higher", ["other-side"]),
        ("supports", "SMD 0.45 (0.30 to 0.60)", "higher", []),
        ("supports", "SMD 0.05 (-0.30 to 0.40)", "lower", []),
        ("mixed", "SMD 0.45 (0.30 to 0.60)", "lower", []),
    ],
)
def test_the_better_side_of_an_outcome_is_where_its_source_points(
    direction: str, result: str, better: str, names: list[str]
) -> None:
    made = claim("mechanism", asks="occurs", evidence=[item(direction=direction)], outcomes=[outcome(result, better=better)])
    told = [message.name.partition(".")[2] for _, message in better_of_an_outcome_is_that_of_its_source(made)]
    assert told == names


def test_a_side_that_only_the_outcome_has_right_is_told_there() -> None:
    """The same value in an item and in the outcome that takes it: one of two sides is wrong, and that is one problem."""
    one = item(effect=effect("SMD", UP, "lower", "marker"))
    made = claim("mechanism", asks="occurs", evidence=[one], outcomes=[outcome("SMD 0.5 (0.2 to 0.8)", better="higher")])
    assert not list(directions_fit_the_estimates(made, WORDS))
    assert [message.name for _, message in better_of_an_outcome_is_that_of_its_source(made)] == [
        "direction-against-effect.effect"
    ]


def test_it_is_told_once_of_a_record(miniature: Path) -> None:
    said = "finding: {ja: 46人で有意な差はありませんでした。, en: There was no significant difference in 46 people.}"
    assert problems_of(miniature, [(LAMP, NULL, said)]) == ["direction-against-effect.not-significant"]
