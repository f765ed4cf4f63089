"""Numbers agree with each other, with the words beside them and with the fields: shares, intervals, P values, steps, searches."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import of_each, read_whole
from tests.judged_cases import EFFECT, FEWER
from tests.rule_cases import SEARCHES, TEA, Change, spoil
from tests.test_fields import LAMP, MICE, NULL, problems_of
from tools.check.contrasts import limits_are_the_same
from tools.check.estimates import outside_intervals, turned_intervals
from tools.check.numbers import languages_give_the_same_numbers
from tools.check.pvalues import wrong_p_values
from tools.check.shares import wrong_shares
from tools.check.shorts import shorts_say_what_the_answer_says
from tools.records.words import Language, Text

Said = tuple[Language, str]
# A percentage that is not that of its counts.
WRONG_SHARES: list[Said] = [
    ("en", "18 of 45 (54%) slept better."),
    ("en", "Sleep was better in 54% (18 of 45 people; lantern 20%)."),
    ("en", "At 8 weeks 41.5% at home (31 of 112) and others elsewhere."),
    ("en", "54% (18/45) slept."),
    ("en", "18/45 (54%) slept."),
    ("en", "18 (54%) of 45 slept."),
    ("en", "54% of the 45 sleepers (18)."),
    ("en", "Of 45 who had tea, 18 (54%) slept."),
    ("en", "eighteen of forty-five (54 per cent) slept"),
    ("en", "18 of 45 (about 54%) slept."),
    ("ja", "45人中18人（54%）が眠れた。"),
    ("ja", "54%（45人中18人、灯籠20%）が眠れた。"),
    ("ja", "45人のうち、お茶を飲んだ18人（54%）が眠れた。"),
    ("ja", "四十五人のうち十八人（54パーセント）が眠れた。"),
    ("ja", "45人の54%（18人）が眠れた。"),
    ("ja", "45人中18人（6割）が眠れた。"),
    ("ja", "18人/45人（54%）が眠れた。"),
    ("ja", "54%（18/45）が眠れた。"),
    ("ja", "8週後54%（45人中18人）。"),
]
RIGHT_SHARES: list[Said] = [
    ("en", "18 of 45 (40%) slept better."),
    ("en", "2 of 3 (66.6%), 2 of 3 (66.7%) and 1 of 8 (13%)."),
    ("en", "about 43% (18 of 45)"),
    ("en", "18 of 45 people (95% CI 26% to 56%)."),
    ("en", "About 1 in 4 (23.8%, with a lantern 5.2%) had glare."),
    ("en", "18 of 45 (7% of all)."),
    ("en", "A fall of 50% or more (12 of 15)."),
    ("en", "Scores fell by 40% (12 of 15)."),
    ("en", "Of 45 who had tea, 18 (60%) of 30 slept."),
    ("en", "18 slept (54%)."),
    ("en", "75 of 60 (54%)."),
    ("en", "Of 45 people 30 came; of these, 18 (60%) slept."),
    ("ja", "45人中18人（40%）が眠れた。"),
    ("ja", "45人中18人（約4割）が眠れた。"),
    ("ja", "およそ4人に1人（23.8%）がまぶしがった。"),
    ("ja", "50%以上減った人（15人中12人）。"),
    ("ja", "45人中18人（95%信頼区間 26〜56%）。"),
    ("ja", "18人（54%）が眠れた。"),
]


@of_each(WRONG_SHARES)
def test_a_share_that_its_counts_do_not_give_is_named(language: Language, said: str) -> None:
    assert list(wrong_shares(said, language))


@of_each(RIGHT_SHARES)
def test_a_share_of_its_counts_is_left_alone(language: Language, said: str) -> None:
    assert not list(wrong_shares(said, language))


TURNED = [
    "0.71 (95% CI 0.92 to 0.50)",
    "効果は0.71（95%信頼区間 0.92〜0.50）。",
    "(1.48, 1.91 to 1.15)",
    "30% with tea (38% to 22%)",
    "お茶で30%（38〜22%）",
    "a median of 9 (IQR 12–8)",
    "−0.40 (−0.10 to −0.70)",
    "中央値9（四分位範囲 12〜8）",
    "90% CI 4.1 to 1.5",
]
NOT_TURNED = [
    "0.71 (95% CI 0.50 to 0.92)",
    "fell by 10.2 points (23.6 to 13.4)",
    "2 groups (2 to 1)",
    "from 31.3% to 23.8%",
    "60 people (2 to 1)",
    "31.3から23.8に下がった（30〜38%）",
    "−0.40 (−0.70 to −0.10)",
    "open 7 hours (17 to 9)",
]
OUTSIDE = [
    "d=0.60, 1.001 to 1.21, p=0.04",
    "オッズ比0.64、1.20〜2.04、I²",
    "(0.48, 1.15 to 1.91)",
    "difference of 1.10, 1.20 to 1.90)",
]
INSIDE = ["d=0.60, 0.001 to 1.21, p=0.04", "オッズ比1.64、1.20〜2.04、I²", "(1.48, 1.15 to 1.91)", "OR 2.5, 12 to 24 weeks"]


@of_each(TURNED)
def test_an_interval_whose_higher_end_comes_first_is_named(said: str) -> None:
    assert len(list(turned_intervals(said))) == 1 and not list(outside_intervals(said))


@of_each([*NOT_TURNED, *OUTSIDE, *INSIDE])
def test_ends_in_their_order_are_left_alone(said: str) -> None:
    assert not list(turned_intervals(said))


@of_each(OUTSIDE)
def test_a_value_by_its_name_is_inside_its_interval(said: str) -> None:
    assert len(list(outside_intervals(said))) == 1


@of_each([*INSIDE, *NOT_TURNED])
def test_a_value_inside_its_interval_is_left_alone(said: str) -> None:
    assert not list(outside_intervals(said))


# Whether the word is “significant”, and what is said.
WRONG_P: list[tuple[Language, bool, str]] = [
    ("en", False, "Sleep did not differ significantly from the lantern group (odds ratio 1.04, 95% CI 0.71 to 1.52, P=0.002)."),
    ("en", False, "There was no significant difference (p<0.05)."),
    ("en", False, "The fall (d=0.1, p=0.003), not significant,"),
    ("en", False, "A non-significant fall (P=0.01)."),
    ("en", False, "It was stopped as an interim analysis showed no significant difference (P=0.001)."),
    ("en", True, "The link was significant at every stage (p=0.61)."),
    ("en", True, "Sleep was significantly longer, P=0.4."),
    ("en", True, "A significant rise (p>0.05)."),
    ("en", True, "The rise (2.3 points, P=0.2) was significant."),
    ("ja", False, "眠りに有意な差はありませんでした（オッズ比1.04、P=0.002）。"),
    ("ja", False, "差は2点（P=0.001）で有意ではなく、続きました。"),
    ("ja", False, "有意差なし（p<0.01）。"),
    ("ja", False, "有意な変化は認められませんでした（P=0.03）。"),
    ("ja", True, "どの段階でも有意でした（p=0.61）。"),
    ("ja", True, "点数は有意に下がりました（p=0.4）。"),
    ("ja", True, "上昇は大きく（2.3点、P=0.2）、有意でした。"),
]
RIGHT_P: list[Said] = [
    ("en", "Sleep did not differ significantly (P=0.71)."),
    ("en", "Tea rose significantly (p=0.01) and glare did not (p=0.6)."),
    ("en", "Glare did not differ significantly and sleep was longer (p=0.01)."),
    ("en", "Without loss and significantly better (P=0.001)."),
    ("en", "Not significant after correction for many tests (P=0.01)."),
    ("en", "A clinically significant change (p=0.3)."),
    ("en", "A significant interaction (p=0.08)."),
    ("en", "Nearly significant (P=0.06)."),
    ("en", "No significant fall (p=0.2)."),
    ("en", "There was no significant difference in glare, and sleep was longer (P=0.01)."),
    ("en", "Significant (p = 1.5 × 10⁻⁵)."),
    ("en", "At an interim analysis no significant difference was seen (P=0.03)."),
    ("en", "Significant (P=0.05)."),
    ("ja", "有意な差がなく、眠りは長くなりました（P=0.01）。"),
    ("ja", "有意差がないとは言えません（P=0.03）。"),
    ("ja", "お茶が有意に増え（p=0.01）、まぶしさには有意な増加がありませんでした（p=0.6）。"),
    ("ja", "有意ではありませんでした（P=0.71）。"),
    ("ja", "補正後は有意ではありませんでした（P=0.01）。"),
    ("ja", "有意な傾向にとどまりました（p=0.06）。"),
]


@of_each(WRONG_P)
def test_a_p_value_against_its_word_is_named(language: Language, is_significant: bool, said: str) -> None:
    assert [word for _, word in wrong_p_values(said, language)] == [is_significant]


@of_each(RIGHT_P)
def test_a_p_value_that_fits_its_word_is_left_alone(language: Language, said: str) -> None:
    assert not list(wrong_p_values(said, language))


PRINTED = "finding: {ja: マウス50匹中29匹（抄録の表記で68%）が静かになった。, en: 29 of 50 mice (68%) became calm.}"
PAGE = "<!-- insert: statement"


def told(japanese: str, english: str) -> list[Change]:
    return [(TEA, MICE, f"finding: {{ja: '{japanese}', en: '{english}'}}")]


def page(japanese: str, english: str) -> list[Change]:
    return [(f"docs/{language}/index.md", PAGE, f"{text}\n\n{PAGE}") for language, text in (("ja", japanese), ("en", english))]


def found(number: int, japanese: str, english: str) -> list[Change]:
    """A second search that found so many."""
    return also(
        "{ja: お茶を飲んだ人の研究はあるか。, en: Is there a study of tea?}", f"{{ja: {japanese}, en: {english}}}", number
    )


def word(kind: str, japanese: str, english: str, label: str = "ja: 別, en: Other") -> list[Change]:
    entry = f"  other: {{label: {{{label}}}, definition: {{ja: {japanese}, en: {english}}}}}\n"
    return [("vocabulary.yml", f"{kind}:\n", f"{kind}:\n{entry}")]


SAME = "{ja: ランプとお茶を併せた人での研究はあるか。, en: Is there a study in people?}"


def also(question: str, result: str, number: int = 0) -> list[Change]:
    """A second search."""
    more = (
        f"\ntea-in-people:\n  question: {question}\n  date: 2026-01-03\n  sources: {{ja: 索引, en: an index}}\n  words: [tea]\n"
        f"  found: {number}\n  result: {result}\n  limits: {{ja: 架空である。, en: It is invented.}}\n"
    )
    end = "  limits: {ja: 架空である。, en: It is invented.}\n"
    return [(SEARCHES, end, end + more)]


WRONG: list[tuple[str, list[Change]]] = [
    ("numbers-disagree.share", told("マウス50匹中29匹（68%）が静かになった。", "29 of 50 mice (68%) became calm.")),
    ("numbers-disagree.share", told("68%（50匹中29匹）が静かになった。", "68% (29 of 50 mice) became calm.")),
    ("numbers-disagree.share", told("マウスが50匹いた。静かになったのは29匹（68%）だった。", "29 of 50 mice (68%) became calm.")),
    (
        "value-outside-interval.turned",
        told("差は0.71（95%信頼区間 0.92〜0.50）だった。", "The difference was 0.71 (95% CI 0.92 to 0.50)."),
    ),
    (
        "value-outside-interval.said",
        told("差（d=0.60、1.001〜1.21）があった。", "There was a difference (d=0.60, 1.001 to 1.21)."),
    ),
    (
        "numbers-disagree.not-significant",
        told("差は有意でなかった（P=0.001）。", "The difference was not significant (P=0.001)."),
    ),
    ("numbers-disagree.significant", told("差は有意だった（P=0.61）。", "The difference was significant (P=0.61).")),
    ("numbers-disagree.found-nothing", found(3, "試験は見つかりませんでした。", "No trial was found.")),
    ("numbers-disagree.found-nothing", found(12, "人での研究は出ませんでした。", "Nothing in people came up.")),
    ("numbers-disagree.found-some", found(0, "試験が二つ見つかった。", "Two trials were found.")),
    (
        "numbers-disagree.found-some",
        found(0, "採ったもののほかに、次のものは採りませんでした。", "'Besides those kept, the following were not.'"),
    ),
    ("copied-text.definition", word("outcome", "反応。", "Something else.")),
    ("copied-text.definition", word("outcome", "別の値。", "Response.")),
    ("copied-text.definition", word("measure", "比。", "A ratio.")),
    ("wrong-language.copy", word("outcome", "別の値。", "Something else.", "ja: Sleep, en: Sleep")),
    ("wrong-language.copy", word("design", "別の型。", "Something else.", "ja: Registry, en: Registry")),
    ("copied-text.search", also(SAME, "{ja: なかった。, en: None.}")),
    ("design-against-title.finding", told("お茶を飲んだ人は静かになった。", "People given tea became calm.")),
    (
        "design-against-title.finding",
        told("お茶を飲んだ患者が、6匹ずつの群で静かになった。", "Patients given tea became calm (6 animals per group)."),
    ),
    ("design-against-title.finding", told("お茶を飲んだラットは静かになった。", "Rats given tea became calm.")),
    (
        "design-against-title.finding",
        [(LAMP, NULL, "finding: {ja: マウスでは差がなかった。, en: There was no difference in mice.}")],
    ),
]
RIGHT: list[list[Change]] = [
    told("マウス50匹中29匹（58%）が静かになった。", "29 of 50 mice (58%) became calm."),
    [(TEA, MICE, PRINTED)],
    told("差は0.71（95%信頼区間 0.50〜0.92）だった。", "The difference was 0.71 (95% CI 0.50 to 0.92)."),
    told("差は有意だった（P=0.01）。", "The difference was significant (P=0.01)."),
    page("資料50件のうち40件（80%）を読んだ。", "We read 40 of 50 sources (80%)."),
    found(2, "統合したものは見つかりませんでした。試験は2件ありました。", "No synthesis was found. There were 2 trials."),
    found(0, "出てきたのは総説だけでした。", "Only reviews came up."),
    found(1, "試験が一つ見つかった。", "One trial was found."),
    word("outcome", "別の値。", "Something else."),
    word("measure", "別の値。", "Something else.", "ja: MADRS, en: MADRS"),
    also("{ja: お茶を飲んだ人の研究はあるか。, en: Is there a study of tea?}", "{ja: 見つからなかった。, en: None was found.}"),
    told("お茶を飲んだマウスは人より静かになった。", "Mice given tea became calmer than people."),
    told("うつ病のモデルで、静かになった。人の研究ではありません。", "Calm in a model of depression. Not a study in people."),
    told("人の細胞を使った。人では調べていません。", "Human cells were used. Not tested in people."),
]


@pytest.mark.parametrize(("name", "changes"), WRONG)
def test_what_disagrees_is_named_once(name: str, changes: list[Change], miniature: Path) -> None:
    problems = set(problems_of(miniature, changes))
    assert problems == {name}


@pytest.mark.parametrize("changes", RIGHT)
def test_what_agrees_is_left_alone(changes: list[Change], miniature: Path) -> None:
    assert not problems_of(miniature, changes)


def test_a_share_on_a_page_is_that_of_its_counts(miniature: Path) -> None:
    problems = problems_of(miniature, page("資料50件のうち40件（70%）を読んだ。", "We read 40 of 50 sources (70%)."))
    assert problems == ["numbers-disagree.share"] * 2


def test_a_slip_in_one_language_is_told_as_a_difference(miniature: Path) -> None:
    changes = told(
        "差は有意でなく（P=0.71）、50匹中29匹（58%）。", "The difference was not significant (P=0.001); 29 of 50 (68%)."
    )
    assert problems_of(miniature, changes) == ["languages-differ.numbers"]


AWAITED = "would_change: {ja: 'LMP-14についての試験。', en: 'Another trial for LMP-14.'}"


def awaited(japanese: str, english: str) -> list[Change]:
    return [(FEWER, AWAITED, f"would_change: {{ja: '{japanese}', en: '{english}'}}")]


def reason(domain: str, japanese: str, english: str) -> list[Change]:
    texts = {
        "inconsistency": "{ja: 試験の間でばらつきます。, en: The trials differ., weighs: [soto2024null]}",
        "imprecision": "{ja: 幅が広い。, en: The interval is wide.}",
    }
    weighs = ", weighs: [soto2024null]" if domain == "inconsistency" else ""
    return [(EFFECT, texts[domain], f"{{ja: '{japanese}', en: '{english}'{weighs}}}")]


WRONG_JUDGED: list[tuple[str, list[Change]]] = [
    ("would-change.numbers", awaited("合わせて9,000人の試験。", "Trials in 9,000 people together.")),
    ("would-change.numbers", awaited("各200人以上の試験が三つ。", "3 trials, each in 200 or more adults.")),
    ("would-change.numbers", awaited("試験が5件あれば変わります。", "If 5 trials agreed, it would change.")),
    (
        "numbers-disagree.steps",
        reason("inconsistency", "ばらつくため、2段階下げています。", "It varies, so it is lowered by 2 steps."),
    ),
    (
        "numbers-disagree.steps",
        reason("imprecision", "広いため、3段階下げました。", "It is wide, and was lowered by three steps."),
    ),
    ("numbers-disagree.steps", reason("inconsistency", "学会も2段階下げました。", "The society, too, lowered it by 2 steps.")),
    ("number-not-in-evidence", reason("inconsistency", "ばらつきます（I² 16%）。", "They vary (I² 16%).")),
    ("number-not-in-evidence", reason("inconsistency", "37件の試験が食い違います。", "The 37 trials disagree.")),
    (
        "number-not-in-evidence.computed",
        reason("imprecision", "寛解は79人だけです（私たちの計算です）。", "Only 79 remitted (our own arithmetic)."),
    ),
]
RIGHT_JUDGED: list[list[Change]] = [
    awaited("合わせて900人の試験。", "Trials in 900 people together."),
    awaited("各300人以上の試験が三つ。", "3 trials, each in 300 or more adults."),
    awaited(
        "試験が3件あれば変わります。「確立」には5件。", "If 3 trials agreed, it would change. “Established” would take 5 trials."
    ),
    awaited("やめた人が300人を超える試験。10人に1人。", "Trials with more than 300 who stopped, 1 in 10."),
    reason("inconsistency", "ばらつくため、1段階下げています。", "It varies, so it is lowered by 1 step."),
    reason(
        "inconsistency",
        "学会は2段階下げました。1段階下げています。",
        "The society lowered it by 2 steps. Here it is lowered by 1 step.",
    ),
    reason("inconsistency", "ばらつきます（I² 61%、14件）。", "They vary (I² 61%, 14 trials)."),
    reason(
        "imprecision",
        "寛解は両群で97人、目安の300人に届きません。",
        "In both groups 97 remitted, fewer than the 300 of a rule of thumb.",
    ),
]


@pytest.mark.parametrize(("name", "changes"), WRONG_JUDGED)
def test_what_disagrees_with_an_outcome_is_named_once(name: str, changes: list[Change], judged: Path) -> None:
    assert problems_of(judged, changes) == [name]


@pytest.mark.parametrize("changes", RIGHT_JUDGED)
def test_what_agrees_with_the_outcomes_is_left_alone(changes: list[Change], judged: Path) -> None:
    assert not problems_of(judged, changes)


# One number in two forms, which is no difference.
SAME_NUMBERS = [
    ("25%が眠れた。", "1 in 4 slept."),
    ("4人に1人が眠れた。", "25% slept."),
    ("33%が眠れた。", "One in three slept."),
    ("1年追った。", "They were followed for 12 months."),
    ("24か月追った。", "They were followed for 2 years."),
    ("参加者の多くは70代だった。", "Most were in their seventies."),
    ("点数が50%以上下がった人は22%、31%だった。", "22% and 31% improved, by 50% or more."),
]
OTHER_NUMBERS = [
    ("25%が眠れた。", "1 in 5 slept."),
    ("3人に1人が眠れた。", "25% slept."),
    ("1年追った。", "They were followed for 10 months."),
    ("参加者の多くは70代だった。", "Most were in their sixties."),
    ("点数が22%以上下がった人は50%、31%だった。", "22% and 31% improved, by 50% or more."),
]


@of_each(SAME_NUMBERS)
def test_one_number_in_two_forms_is_no_difference(japanese: str, english: str) -> None:
    assert not list(languages_give_the_same_numbers(Text(ja=japanese, en=english)))


@of_each(OTHER_NUMBERS)
def test_another_number_is_a_difference_in_any_form(japanese: str, english: str) -> None:
    text = Text(ja=japanese, en=english)
    assert [*languages_give_the_same_numbers(text), *limits_are_the_same(text)]


@pytest.mark.parametrize(
    ("japanese", "missing"), [("人での研究は一つも見つかりませんでした。", 0), ("人で調べられています。", 2)]
)
def test_none_in_the_answer_is_0_in_the_line(japanese: str, missing: int, miniature: Path) -> None:
    english = "No study in people was found." if not missing else "It was studied in people."
    spoil(
        miniature,
        [
            (
                TEA,
                "short: {ja: 調べたのはマウスだけです。, en: It was studied in mice only.}",
                "short: {ja: 人での研究は0件です。, en: Studies in people were 0.}",
            ),
        ],
    )
    claim = replace(read_whole(miniature).claims["tea-calms-mice"], answer=Text(ja=japanese, en=english))
    assert len(list(shorts_say_what_the_answer_says(claim))) == missing
