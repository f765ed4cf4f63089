"""The answer in one line and the answer say one thing, and what was not found is said with a search behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import of_each
from tests.rule_cases import ANSWER, LAMP, SHORT, TEA
from tests.test_check import change, problems_of
from tools.check.agreeing import disagreeing
from tools.records.words import Language

# One of these, and the other; in either order.
OPPOSITE: list[tuple[Language, str, str]] = [
    ("en", "It may improve mood.", "Mood did not differ between the lamp and sham light."),
    ("ja", "気分を良くするかもしれません。", "ランプと偽の光で気分に差はありませんでした。"),
    ("en", "The lamp works.", "Whether it works is not known."),
    ("en", "Harm is not more frequent.", "Harm is more frequent."),
    ("ja", "害は増えません。", "害は増えます。"),
    ("en", "It is safe.", "It cannot be called safe."),
    ("ja", "安全です。", "安全とは言えません。"),
    ("en", "It is about equal to sham light.", "It is better than sham light."),
    ("ja", "偽の光と同じくらいです。", "偽の光より優れています。"),
    ("en", "Relapse is rarer.", "Relapse was unchanged."),
    ("ja", "再発が減ります。", "再発の割合は変わりませんでした。"),
    ("en", "No study of it was found.", "An experiment in mice is reported."),
    ("ja", "研究は見つかりませんでした。", "マウスの実験が報告されています。"),
    ("en", "A trial in people is reported.", "It has been tested in mice only."),
    ("ja", "人での試験が報告されています。", "マウスでだけ調べられています。"),
    ("en", "Many studies compared the two; which is better is not known.", "We found no study that compared the two."),
    ("ja", "試験は三つあり、どちらがよいかは分かっていません。", "二つを比べた研究は見つかりませんでした。"),
    ("en", "3 in 4 of them responded.", "3 in 4 of those treated did not respond."),
    ("ja", "4人に3人が反応しました。", "4人に3人ほどは反応しませんでした。"),
]
ALIKE: list[tuple[Language, str, str]] = [
    ("en", "It may ease mood.", "Scores fell more with it, with no difference in side effects."),
    ("ja", "気分を軽くするかもしれません。", "点数は大きく下がり、害に差はありませんでした。"),
    ("en", "It helps adults.", "Adults improve; in children there was no difference."),
    ("ja", "成人では効きます。", "成人では改善しますが、子どもでは差がありませんでした。"),
    ("en", "Favourable in mice; whether it works is not known.", "Mice improved, but whether it works in people is not known."),
    ("en", "No study in people was found.", "In mice it is reported to help, and nobody has tested it in people."),
    ("ja", "人での研究は見つかりませんでした。", "マウスでは報告がありますが、人では見つかりません。"),
    ("en", "Whether it works is not known.", "Trials disagree, and it is not known whether it works."),
    ("en", "It was studied in mice only.", "The studies in mice are few."),
    ("ja", "調べたのはマウスだけです。", "マウスの実験は少数です。"),
    ("ja", "人での研究は0件です。", "人での研究は見つかりませんでした。"),
    ("ja", "減るかは分かっていません。", "反応する人が増えます。"),  # which are two things
    ("en", "More people may respond.", "Of 100 people 36 may respond, against 20 with sham."),
    ("ja", "反応する人が多いかもしれません。", "100人のうち36人対20人です。"),
    ("en", "No study in people was found.", "We found no study in people; two studies in mice are favourable."),
    ("en", "About 1 in 4 responded.", "1 in 4 responded, and 3 in 4 did not."),
    ("ja", "4人に1人が反応しました。", "4人に1人は反応し、4人に3人は反応しませんでした。"),
]


@of_each(OPPOSITE)
def test_the_opposite_is_heard_in_either_order(language: Language, one: str, other: str) -> None:
    assert len(list(disagreeing(one, other, language))) == len(list(disagreeing(other, one, language))) == 1


@of_each(ALIKE)
def test_what_only_says_more_is_no_opposite(language: Language, one: str, other: str) -> None:
    assert not list(disagreeing(one, other, language))


def test_a_benefit_that_the_answer_leaves_open_is_none() -> None:
    assert list(disagreeing("ランプは効きます。", "効くかどうかは分かっていません。", "ja"))
    assert list(disagreeing("Mood improves.", "Whether mood improves is unclear.", "en"))


def test_a_short_against_its_answer_is_told_in_each_language(miniature: Path, capsys) -> None:
    change(miniature, LAMP, SHORT, "short: {ja: 偽の光より優れています。, en: It is better than sham light.}")
    change(miniature, LAMP, ANSWER, "answer: {ja: 偽の光と同程度です。, en: It is equal to sham light.}")
    told = [line.split(": ")[1] for line in problems_of(miniature, capsys)]
    assert told.count("short-not-in-answer") == 2


@pytest.mark.parametrize(
    ("ja", "en", "told"),
    [
        ("気分に差はありません。", "Mood does not differ.", 2),
        ("気分は変わりません。", "It is similar to sham light.", 2),
        ("ランプに効果はありません。", "The lamp has no effect.", 2),
        ("有意な差はありませんでした。", "It did not differ significantly.", 0),
        ("差は示されていません。", "No difference was shown.", 0),
        ("反応する人は20人対41人で、害に差はありません。", "20 respond against 41; harm does not differ.", 0),
    ],
)
def test_no_difference_is_said_where_an_interval_shows_it(ja: str, en: str, told: int, miniature: Path, capsys) -> None:
    change(miniature, LAMP, ANSWER, f"answer: {{ja: {ja}, en: {en}}}")
    lines = problems_of(miniature, capsys)
    assert len([line for line in lines if "no outcome has an interval that shows" in line]) == told


def test_nor_where_an_interval_does(judged: Path, capsys) -> None:
    old = "answer: {ja: 反応する人はおそらく変わりません。, en: About as many people probably respond.}"
    change(judged, "claims/lamp-no-worse.yml", old, "answer: {ja: おそらく差はありません。, en: It probably does not differ.}")
    assert not [line for line in problems_of(judged, capsys) if "no outcome has an interval that shows" in line]


ABSENT: list[tuple[Language, str]] = [
    ("en", "There is no evidence of the long course."),
    ("en", "Nobody has studied the long course."),
    ("en", "The long course was never tested."),
    ("en", "Data do not exist."),
    ("en", "It is unstudied."),
    ("en", "We could not find any."),
    ("ja", "長い経過の根拠はありません。"),
    ("ja", "誰も調べていません。"),
    ("ja", "長い経過は未検証です。"),
    ("ja", "長い経過は調べられていません。"),
    ("ja", "長い経過の研究は行われていません。"),
    ("ja", "文献は皆無です。"),
]


@pytest.mark.parametrize(("language", "text"), ABSENT)
def test_nothing_is_absent_without_a_search(language: Language, text: str, miniature: Path, capsys) -> None:
    old = {"ja": "ja: 長い経過は分かっていません。", "en": "en: The long course is not known."}[language]
    change(miniature, LAMP, old, f"{language}: {text}")
    assert [line for line in problems_of(miniature, capsys) if ": absence-without-search: " in line]


def test_what_is_absent_in_a_source_needs_none(miniature: Path, capsys) -> None:
    change(miniature, LAMP, "en: There was no difference.", "en: 'There was no difference, and no data on harm.'")
    change(miniature, TEA, "en: The effect in people.", "en: The effect in people, which nobody has tested.")  # it has a search
    assert not [line for line in problems_of(miniature, capsys) if ": absence-without-search: " in line]
