"""An answer is as careful as its certainty asks, in both languages, and names no higher one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import LAMP, TEA, Change
from tests.test_check import change
from tests.test_check import problems_of as check_lines
from tests.test_fields import problems_of

JA, EN = "ja: ランプは偽の光より気分を良くしました。", "en: The lamp improved mood more than a sham light."


def answered(ja: str, en: str) -> list[Change]:
    """The lamp, with another answer."""
    return [(LAMP, JA, f"ja: {ja}"), (LAMP, EN, f"en: {en}")]


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("languages-differ.hedge-en", answered("静かになる人が増えるかもしれません。", "More people calm down.")),
        ("languages-differ.hedge-en", answered("おそらく気分が良くなります。", "More people feel better.")),
        ("languages-differ.hedge-en", answered("結果は非常に不確かです。", "More people feel better.")),
        ("languages-differ.hedge-ja", answered("静かになる人が増えます。", "More people may calm down.")),
        ("languages-differ.hedge-ja", answered("気分が良くなる人が増えます。", "More people probably feel better.")),
    ],
)
def test_an_answer_is_as_careful_as_it_must_be(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize(
    "changes",
    [
        answered("気分が良くなるかもしれません。", "Mood may improve."),
        answered("気分が良くなるかは不明です。", "Whether mood improves is not known."),
        answered("おそらく気分が良くなります。", "It seems that mood improves."),
        answered("変わらないこともあり得ます。", "It may make no difference."),
    ],
)
def test_careful_words_need_not_be_the_same(changes: list[Change], miniature: Path) -> None:
    assert not [name for name in problems_of(miniature, changes) if "hedge" in name]


@pytest.mark.parametrize(
    ("ja", "en"),
    [("(確実性は高いです)", "(the certainty is high)"), ("確実性は中程度で、", "with moderate-certainty evidence,")],
)
def test_an_answer_names_no_higher_certainty_than_follows(ja: str, en: str, miniature: Path) -> None:
    """The tea was measured in nobody: no outcome has a certainty."""
    changes = [(TEA, "answer: {ja: ", f"answer: {{ja: '{ja}' , en: '{en}'}}\n# ")]
    assert problems_of(miniature, changes).count("answer-above-level.degree") == 2


def test_what_is_moderately_certain_is_not_answered_as_a_fact(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    careful = "answer: {ja: 反応する人はおそらく増えます。, en: More people probably respond.}"
    change(judged, "claims/lamp-by-outcome.yml", careful, "answer: {ja: 反応する人は増えます。, en: More people respond.}")
    told = [line for line in check_lines(judged, capsys) if "states its answer as a fact" in line]
    assert told and all("the certainty is `moderate`" in line for line in told)
