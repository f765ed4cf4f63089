"""What a claim concludes is no stronger than its level bears, its title asserts nothing, and its short is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.test_check import change, problems_of
from tools.appraisal.strength import leaves_open, only_possible, says_unstudied, sentences, strong
from tools.records.words import LANGUAGES, Language
from tools.text.titles import asserting

BOTH, TEA, LAMP, ARTICLE = (
    *(f"claims/{name}.yml" for name in ("lamp-and-tea", "tea-calms-mice", "lamp-lifts-mood")),
    "references/article.yml",
)
ANSWER = {"ja": "確かめた研究は見つかりませんでした。", "en": "No study that tested it was found."}
SHORT = {"ja": "ja: 研究は見つかりませんでした。", "en": "en: No study of it was found."}

TEXTS: dict[str, dict[Language, list[str]]] = yaml.safe_load((ROOT / "tests/conclusions.yml").read_text(encoding="utf-8"))


def cases(group: str) -> list[tuple[Language, str]]:
    return [(language, text) for language, texts in TEXTS[group].items() for text in texts]


def above(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is said of the level; that it praises, or that another text does not say the same, is not asked here."""
    told = problems_of(root, capsys)
    assert {line.split(": ")[1] for line in told} <= {
        "answer-above-level",
        "languages-differ",
        "passes-judgement",
        "short-not-in-answer",
    }
    return [line for line in told if ": answer-above-level: " in line]


@pytest.mark.parametrize(("language", "text"), cases("strong"))
def test_what_no_study_bears_is_refused(language: Language, text: str, miniature: Path, capsys) -> None:
    change(miniature, BOTH, ANSWER[language], f'"{text}"')
    (told,) = above(miniature, capsys)
    assert "`hypothetical`" in told


@pytest.mark.parametrize(("language", "text"), cases("careful"))
def test_what_is_negated_asked_supposed_or_quoted_is_not(language: Language, text: str) -> None:
    assert strong(text, language, studied=False) == ()


@pytest.mark.parametrize(("language", "text"), cases("denials"))
def test_what_was_not_tested_is_not_denied(language: Language, text: str, miniature: Path, capsys) -> None:
    change(miniature, BOTH, ANSWER[language], f'"{text}"')
    assert len(above(miniature, capsys)) == 1


UNKNOWN = "unknown: {ja: 効果も害も分かっていません。, en: Neither benefit nor harm is known.}"
AWAITED = "would_change: {ja: 比較試験。, en: A randomised trial.}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (UNKNOWN, "unknown: {ja: どれだけ効くかは不明です。, en: How much better it works.}"),
        (UNKNOWN, "unknown: {ja: お茶の上乗せの効果の長さ。, en: How long the added benefit lasts.}"),
        (AWAITED, "would_change: {ja: 早い回復を測る試験。, en: A trial that measures the faster recovery.}"),
    ],
)
def test_what_is_not_known_is_not_taken_for_granted(old: str, new: str, miniature: Path, capsys) -> None:
    change(miniature, BOTH, old, new)
    assert len(above(miniature, capsys)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_conclusion_of_a_claim_is_looked_at(language: Language, miniature: Path, capsys) -> None:
    line = {"ja": "ja: お茶は有効です。", "en": "en: Tea is effective."}
    change(miniature, BOTH, SHORT[language], line[language])
    change(miniature, TEA, "terms:", "level_note: {ja: お茶は有効です。, en: Tea is effective.}\nterms:")
    told = [line for line in problems_of(miniature, capsys) if ": answer-above-level: " in line]
    assert [line.partition(":")[0] for line in told] == [BOTH, TEA, TEA]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_claim_is_answered_as_open_whatever_the_words(language: Language, miniature: Path, capsys) -> None:
    change(miniature, BOTH, ANSWER[language], {"ja": "お茶はすばらしいものです。", "en": "Tea is quite wonderful."}[language])
    (told,) = above(miniature, capsys)
    assert {"ja": "“お茶はすばらしいものです” is stated", "en": "“Tea is quite wonderful.” is stated"}[language] in told


@pytest.mark.parametrize(
    "sentences",
    [
        {"ja": "一緒に使えば、寛解に至る人が増えます。", "en": "More people reach remission with both."},
        {"ja": "お茶だけでは足りない人も、二つで救われます。", "en": "Those for whom tea is not enough are rescued by both."},
        {"ja": "若い人には何の役にも立ちません。", "en": "For the young it does nothing."},
        {"ja": "加えても何も変わりません。", "en": "Adding it changes nothing."},
        {"ja": "使わない理由はありません。", "en": "There is no reason not to use it."},
        {"ja": "待っていた人に期待どおりの改善が見えます。", "en": "Those who waited get the relief they hoped for."},
    ],
)
def test_each_sentence_of_an_open_answer_speaks_of_the_evidence(sentences: dict[Language, str], miniature: Path, capsys) -> None:
    """A benefit, or its denial, that is put as a fact among sentences that leave things open."""
    for language, space in (("ja", ""), ("en", " ")):
        change(miniature, BOTH, ANSWER[language], f"{ANSWER[language]}{space}{sentences[language]}")
    assert {line.split(": ")[1] for line in problems_of(miniature, capsys)} >= {"answer-above-level"}


@pytest.mark.parametrize(
    ("level", "answer", "refused"),
    [
        ("established", "The lamp is effective.", False),
        ("supported", "The lamp improves mood.", False),
        ("supported", "The lamp is effective.", True),
        ("supported", "It is proven that the lamp lifts mood.", True),
        ("inconclusive", "Trials disagree, and the lamp improves mood.", True),
        ("inconclusive", "Trials disagree on whether the lamp improves mood.", False),
    ],
)
def test_a_level_bears_its_own_words(level: str, answer: str, refused: bool, miniature: Path, capsys) -> None:
    change(miniature, LAMP, "level: established", f"level: {level}")
    change(miniature, LAMP, "en: The lamp improved mood more than a sham light.", f"en: '{answer}'")
    told = [line for line in problems_of(miniature, capsys) if ": answer-above-level: " in line]
    assert any(word in line for line in told for word in ("`effective`", "`improves`", "`proven`")) == refused


def test_a_report_of_animals_is_no_report_of_people() -> None:
    assert not strong("In mice, tea has been shown to calm.", "en")
    assert strong("In mice and in people, tea has been shown to calm.", "en")
    assert not strong("In mice, tea has been shown to calm.", "en", studied=False)
    assert strong("In mice, tea is effective.", "en", studied=False)
    assert not strong("Tea is reported to be effective.", "en")
    assert strong("Tea is reported to be effective.", "en", studied=False)
    assert not strong("マウスではお茶は有効でした。", "ja") and strong("患者でお茶が有効という報告があります。", "ja")
    assert not strong("お茶は有効であると報告されています。", "ja")
    assert strong("お茶は有効であると報告されています。", "ja", studied=False)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Is tea effective?"), ("ja", "お茶は有効ですか？"), ("ja", "お茶が有効か、試験をしました。")]
)
def test_a_question_states_nothing(language: Language, text: str) -> None:
    assert not strong(text, language)


def test_how_far_a_plain_not_reaches() -> None:
    """Eight words, and no further than the comma before."""
    assert not strong("It was not in a trial of tea at home effective.", "en")
    assert strong("It was not in a small trial of tea at home effective.", "en")
    assert strong("It was not a cup, yet a pot, effective.", "en")


def test_a_denial_is_as_sure_as_an_assertion() -> None:
    assert [(one.wording, one.denies) for one in strong("Tea is useless. Tea is effective.", "en")] == [
        ("asserted", True), ("asserted", False)
    ]  # fmt: skip


def test_the_sentence_on_every_page_is_held_to_the_claim_it_speaks_of(miniature: Path, capsys) -> None:
    change(miniature, ARTICLE, "Adding tea is a hypothesis: our", "Adding tea is effective. Our")
    told = problems_of(miniature, capsys)
    assert len(told) == 1 and ": answer-above-level: `effective`" in told[0] and "`TEA-01`" in told[0]


@pytest.mark.parametrize(
    ("text", "also", "refused"),
    [
        ("The lamp is an established treatment: it is approved.", "tea-approval: established", False),
        ("The lamp is an established treatment, and it is effective.", "tea-approval: established", True),
        ("The effect of the lamp is established.", "tea-approval: established", True),
        ("The lamp is an established treatment.", "", True),
    ],
)
def test_an_established_treatment_is_approved_accepted_and_supported(
    text: str, also: str, refused: bool, judged: Path, capsys
) -> None:
    change(judged, ARTICLE, "The lamp is established. Adding", f"{text} Adding")
    change(judged, ARTICLE, "確立した方法", "確立した治療" if also else "方法")
    change(judged, ARTICLE, "    lamp-lifts-mood: established\n", f"    lamp-by-outcome: established\n    {also}\n")
    told = [line for line in problems_of(judged, capsys) if ": answer-above-level: " in line]
    assert len(told) == refused and all("`LMP-11`" in line for line in told)


@pytest.mark.parametrize(
    ("found", "to"), [("position: for\n", "position: against\n"), ("level: established", "level: inconclusive")]
)
def test_what_is_rejected_or_not_supported_is_no_established_treatment(found: str, to: str, judged: Path, capsys) -> None:
    change(judged, ARTICLE, "The lamp is established. Adding", "The lamp is an established treatment. Adding")
    change(
        judged, ARTICLE, "    lamp-lifts-mood: established\n", "    lamp-by-outcome: established\n    tea-approval: established\n"
    )
    change(judged, "claims/lamp-by-outcome.yml", found, to)
    assert any("article.yml" in line and "`established` is stronger" in line for line in problems_of(judged, capsys))


@pytest.mark.parametrize(("language", "title"), cases("sentences"))
def test_a_title_that_asserts_is_told(language: Language, title: str) -> None:
    assert asserting(title, language)


@pytest.mark.parametrize(("language", "title"), cases("phrases"))
def test_a_noun_phrase_or_a_question_asserts_nothing(language: Language, title: str) -> None:
    assert asserting(title, language) == ""


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("Adding tea is effective.", True),
        ("Adding tea does not work.", True),
        ("Whether adding tea is effective is not known.", False),
        ("“Adding tea is effective” is what the article says.", False),
        ("The lamp is effective.", False),
    ],
)
def test_a_page_says_no_more_than_the_level_of_what_the_statement_leaves_open(
    sentence: str, refused: bool, miniature: Path, capsys
) -> None:
    page = miniature / "docs/en/index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
    assert any(": answer-above-level: " in line for line in problems_of(miniature, capsys)) == refused


def test_a_careful_word_alone_leaves_nothing_else_open() -> None:
    assert only_possible("It seems to help.", "en") and only_possible("効くようです。", "ja")
    assert not any(only_possible(said, "en") for said in ("It helps.", "It may help; no study was found.", "It is not known."))


def test_a_word_inside_another_speaks_of_nothing() -> None:
    assert not leaves_open("It lowers blood pressure.", "en")
    assert leaves_open("Whether it works is not known.", "en") and leaves_open("Not sure.", "en")


@pytest.mark.parametrize(
    ("language", "sentence", "is_open"),
    [
        ("en", "No study was found, so adding tea makes no odds.", False),
        ("en", "Nobody has tested it; with tea it is as fast.", False),
        ("en", "No trial was found, and adding tea is pointless.", False),
        ("en", "No trial was found and it is pointless.", False),
        ("en", "As no trial exists, the two take equally long.", False),
        ("en", "Adding tea makes no odds, since there is no study of it.", False),
        ("en", "Adding tea makes no odds (no study was found).", False),
        ("en", "No study was found, so whether tea speeds it is not known.", True),
        ("en", "In mice tea calms; no study in people was found.", True),
        ("en", "(No study was found.)", True),
        ("en", "Nobody knows yet whether tea is better, the same or even harmful.", True),
        ("en", "Nobody knows whether tea is better, and it is a must.", False),
        ("en", "(Adding tea makes no odds.)", False),
        ("en", "In mice tea calms, and the heart slows.", True),
        ("en", "No study was found, and tea is pointless, and results differ.", False),
        ("ja", "研究は見つからず、高価でもないため、効くかは分かっていません", True),
        ("ja", "研究は見つからず、お茶を加えても早さは同じです", False),
        ("ja", "研究がないので、早さは変わりません", False),
        ("ja", "研究が見つからなかったため早さは変わりません", False),
        ("ja", "早さは同じです（研究は見つかりませんでした）", False),
        ("ja", "反応した人の数に差があるかは、はっきりしません", True),
        ("en", "It is not settled, but in some people tea is the cause.", False),
        ("en", "Some studies found more sleep; tea puts the mind in order.", False),
        ("en", "Colds were fewer in one trial, which makes tea a must.", False),
        ("en", "Tea gives wings, but no study was found.", False),
        ("en", "Some studies found more sleep, but results varied in other studies.", True),
        ("ja", "原因かは決着していませんが、一部の人では原因です", False),
        ("ja", "眠りが増えたと報告されており、心が整います", False),
        ("ja", "研究は見つからず、早まるかは分かっていません", True),
        ("ja", "マウスでは落ち着きましたが、人での研究は見つかりませんでした", True),
    ],
)
def test_what_is_drawn_from_an_absence_is_as_open_as_the_absence(language: Language, sentence: str, is_open: bool) -> None:
    assert leaves_open(sentence, language) == is_open


def test_what_says_that_nobody_was_studied_is_told_by_its_words() -> None:
    assert says_unstudied("It was studied in mice only.", "en") == "in mice only"
    assert says_unstudied("研究は見つかりませんでした。", "ja") == "研究は見つかりません"
    assert says_unstudied("In one trial more responded.", "en") == ""


@pytest.mark.parametrize("text", ["It was studied in mice only. The studies were few.", "It was studied in mice only"])
def test_a_short_is_one_sentence(text: str, miniature: Path, capsys) -> None:
    change(miniature, TEA, "en: It was studied in mice only.", f"en: {text}")
    (told,) = problems_of(miniature, capsys)
    assert ": short-not-one-sentence: " in told


@pytest.mark.parametrize(("language", "letter", "limit"), [("ja", "茶", 60), ("en", "t", 110)])
def test_a_short_has_a_length(language: Language, letter: str, limit: int, miniature: Path, capsys) -> None:
    change(miniature, BOTH, SHORT[language], f"{language}: {letter * (limit + 1)}")
    (told,) = problems_of(miniature, capsys)
    assert f": too-long: `short.{language}` has more than {limit} characters" in told


@pytest.mark.parametrize(
    ("ja", "en", "message"),
    [
        ("ランプは効きます。", "The lamp may help.", "`効き"),
        ("ランプは効く可能性があります。", "The lamp works.", "`works` in English"),
        ("ランプは気分を良くします。", "The lamp might improve mood.", "`良くします` in Japanese"),
        ("害は少数です。ランプは効きます。", "Few are harmed. The lamp may help.", "`効き"),
        ("ランプは効く可能性があります。", "The lamp may help.", ""),
        ("段階は「確立」に上がり得ます。", "The level could rise to “established”.", ""),
        ("段階は「確立」に上がります。", "The level could rise to “established”.", "`確立` in Japanese"),
        ("ランプは効きます。害がある可能性があります。", "The lamp works. It may do harm.", ""),
    ],
)
def test_hedges_match_sentence_by_sentence(ja: str, en: str, message: str, miniature: Path, capsys) -> None:
    change(miniature, LAMP, "ja: ランプは偽の光より気分を良くしました。", f"ja: {ja}")
    change(miniature, LAMP, "en: The lamp improved mood more than a sham light.", f"en: {en}")
    told = problems_of(miniature, capsys)
    assert (len(told) == 1 and ": languages-differ: " in told[0] and message in told[0]) if message else told == []


@pytest.mark.parametrize(
    ("language", "head", "words"),
    [
        ("en", "It works in mice and in people.", "works"),
        ("en", "Tea is effective.", "effective"),
        ("ja", "マウスでも人でも効きます。", "効きます"),
        ("ja", "お茶は確立しています。", "確立"),
        ("en", "Tea was effective in mice.", ""),  # which is told of animals alone
        ("en", "Is tea effective?", ""),
        ("en", "Whether it works.", ""),
        ("en", "What works in people", ""),
        ("en", "The article says that it works.", ""),
        ("ja", "裏づける側。", ""),
        ("ja", "お茶が効くかどうかは分かっていません。", ""),
    ],
)
def test_the_bold_head_of_a_paragraph_asserts_no_more_than_the_level_bears(
    language: Language, head: str, words: str, miniature: Path, capsys
) -> None:
    first = {"ja": "ja: 'マウスの実験が1つ", "en": "en: 'There is 1 experiment"}[language]
    change(miniature, TEA, first, first.replace("'", f"'**{head}** "))
    told = [line for line in problems_of(miniature, capsys) if ": answer-above-level: " in line]
    assert (len(told) == 1 and f"`{words}" in told[0]) if words else told == []


def test_a_question_is_a_sentence_of_its_own_in_both_languages() -> None:
    assert sentences("何ですか？ランプです。終わり。", "ja") == ("何ですか？", "ランプです", "終わり")
    assert sentences("What? A lamp. The end.", "en") == ("What?", "A lamp.", "The end.")
