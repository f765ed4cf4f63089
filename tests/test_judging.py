"""A review neither praises nor warns off nor advises, in whatever sentence, unless it says whose words these are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import of_each
from tests.rule_cases import BOTH, SEARCHES, TEA
from tests.test_check import change, problems_of
from tools.records.words import LANGUAGES, Language
from tools.text.judging import Group, judging, may_judge

ALL: tuple[Group, ...] = ("anywhere", "ours", "advice", "addressed")
# Each speaks of the evidence as well.
JUDGED: dict[Language, list[str]] = {
    "en": [
        "Patients can be confident, though no study was found.",
        "According to the data, there is nothing to fear.",
        "The data make it worth trying.",
        "On the evidence it should be offered.",
        "In the studies it is side-effect free.",
        "In trials it leaves no trace of harm.",
        "The evidence suggests that it is the best option.",
        "It is not known how it works, but it is a game changer.",
        "No study was found, and it is dangerous.",
        "There is no evidence: it is quackery.",
        "Trials leave no doubt that it is useless.",
        "Isn’t it a scam, without studies?",
        "Without studies, it is a waste of money.",
        "You should not wait for the studies.",
        "Studies are few. Do not take it.",
        "As studies are few, ask your doctor for it.",
        "The trials were small. Try it with care.",
        "Not only do studies agree, it works wonders.",
        "Trials suggest it is the future of care.",
        "Readers do well to steer clear until studies exist.",
    ],
    "ja": [
        "研究によれば、心配はいりません。",
        "夢の治療だと研究者は見ています。",
        "試す価値があると、データは語ります。",
        "研究からみて、おすすめです。",
        "体にやさしいと研究にあります。",
        "試験に害の跡はありません。",
        "根拠は最良の選択肢と示唆します。",
        "根拠のないインチキです。",
        "研究のない危険な治療です。",
        "研究は乏しく、お金の無駄です。",
        "研究を待たず受けるべきです。",
        "研究が出るまで、やめましょう。",
        "研究がないうちは、受けないでください。",
        "研究がないので、やめたほうがよいです。",
        "試験からみて、副作用ゼロです。",
        "研究によれば、まったく怖くありません。",
        "根拠が乏しく、信用できません。",
    ],
}
# Denied, asked, quoted, or told of somebody; or they only look alike.
TOLD: dict[Language, list[str]] = {
    "en": [
        "The article calls it a breakthrough.",
        "“Quackery” would be the wrong word.",
        "Whether it is worth the cost was not studied.",
        "The guideline says that it should not be offered under 18.",
        "No study shows that it is harmless.",
        "According to the national guideline it should be offered.",
        "Is it a breakthrough?",
        "It does not mean that there is nothing to fear.",
        "It was free of bias in most domains.",
        "A trial should be large.",
        "The best estimate is that of 12 trials.",
        "The makers advertise it as a miracle.",
    ],
    "ja": [
        "記事は画期的と述べています。",
        "「インチキ」とは言えません。",
        "無害かどうかは分かっていません。",
        "指針は受けるべきではないとしています。",
        "画期的とは言えません。",
        "無意味というわけではありません。",
        "危険因子は調べられていません。",
        "危険な治療であるかは分かっていません。",
        "副作用がないという意味ではありません。",
    ],
}


def words_of(text: str, language: Language) -> list[tuple[Group, str]]:
    return list(judging(text, language, ALL, may_judge(text, language)))


def of(table: dict[Language, list[str]]) -> list[tuple[Language, str]]:
    return [(language, text) for language in LANGUAGES for text in table[language]]


@of_each(of(JUDGED))
def test_what_praises_warns_or_advises_is_heard(language: Language, text: str) -> None:
    assert words_of(text, language)


@of_each(of(TOLD))
def test_what_is_denied_asked_or_told_of_somebody_is_not(language: Language, text: str) -> None:
    assert words_of(text, language) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (BOTH, "en: Neither benefit nor harm is known.", "en: Neither benefit nor harm is known. It needs a miracle."),
        (BOTH, "ja: 比較試験。", "ja: 画期的な比較試験。"),
        (BOTH, "en: Mice became calm.", "en: Mice became calm. You can trust it."),
        (BOTH, "ja: マウスが静かになった。", "ja: マウスが静かになった。安心です。"),
        (BOTH, "en: First version", "en: First version of a breakthrough"),
        (SEARCHES, "en: None was found.", "en: None was found of this snake oil."),
        (SEARCHES, "ja: 架空である。", "ja: 架空であり、無意味な検索である。"),
        ("docs/en/index.md", "[Claims]", "The game changer: [Claims]"),
    ],
)
def test_each_text_of_ours_is_looked_at(path: str, old: str, new: str, miniature: Path, capsys) -> None:
    change(miniature, path, old, new)
    assert [line.split(": ")[1] for line in problems_of(miniature, capsys)].count("passes-judgement") == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (TEA, "en: Tea may calm.", "en: Tea may calm, a miracle."),  # which the article says
        (TEA, "en: Mice became calm.", "en: Mice became calm; no mouse was harmed, and it is called harmless."),
    ],
)
def test_what_others_say_is_not_ours(path: str, old: str, new: str, miniature: Path, capsys) -> None:
    change(miniature, path, old, new)
    assert not [line for line in problems_of(miniature, capsys) if ": passes-judgement: " in line]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "Neither benefit nor harm is known.", "Neither harm nor course is known; tea is effective."),
        ("ja", "効果も害も分かっていません。", "害は分かっていません。お茶は有効です。"),
    ],
)
def test_what_is_not_known_holds_no_fact(language: Language, old: str, new: str, miniature: Path, capsys) -> None:
    change(miniature, BOTH, f"{language}: {old}", f"{language}: {new}")
    assert [line for line in problems_of(miniature, capsys) if ": answer-above-level: " in line]
