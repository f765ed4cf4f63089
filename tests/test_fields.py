"""Numbers in fields, directions, languages and copies: each kind of slip in the invented review, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.rule_cases import ARTICLE, BIB, LAMP, SEARCHES, TEA, Change, spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load

MICE = "finding: {ja: マウスが静かになった。, en: Mice became calm.}"
NULL = "finding: {ja: 差がなかった。, en: There was no difference.}"
FOUND = (
    "finding: {ja: 12件、1200人で差があった（偽の光では100人中20人が反応）。オッズ比2.5（1.5〜4.1）。, "
    'en: "A difference in 12 trials, 1200 people (20 of 100 responded with sham light). Odds ratio 2.5 (1.5 to 4.1)."}'
)
OR = "effect: {measure: OR, value: 2.5, low: 1.5, high: 4.1, outcome: response}"
SMD = "effect: {measure: SMD, value: %s, low: %s, high: %s, outcome: response, better: lower, against: sham}"
SAYS = "finding: {ja: 1200人。標準化平均差%s（%s〜%s）。, en: '1200 people, SMD %s (%s to %s).'}"


WITHOUT = "    without: {per100: 20, source: hikari2020lamp}\n"
OUTCOME = f"    result: OR 2.5 (1.5 to 4.1)\n    studies: 12\n    participants: 1200\n{WITHOUT}"
PRINTED = "    result: SMD %s (%s to %s)\n    better: lower\n    participants: 1200\n"


SEEN = "    observed: {treated: 20, compared: 10, source: hikari2020lamp}\n"
PLACEBO = (
    "finding: {ja: プラセボの1200人。標準化平均差−0.48（−0.70〜−0.25）。, en: '1200 on placebo, SMD −0.48 (−0.70 to −0.25).'}"
)


SHAM_WINS = (
    "finding: {ja: 1200人。標準化平均差−0.48（−0.70〜−0.25）。マイナスは偽の光が優れることを示します。, "
    "en: '1200 people, SMD −0.48 (−0.70 to −0.25). A negative value favours sham light.'}"
)


def estimate(*numbers: str) -> list[Change]:
    """The lamp, whose first source gives another estimate: in the finding, in its effect, and in the outcome that takes it."""
    return [(LAMP, FOUND, SAYS % (numbers + numbers)), (LAMP, OR, SMD % numbers), (LAMP, OUTCOME, PRINTED % numbers)]


INTO = "<!-- insert: statement"
TRIAL, NO_TRIAL = (
    f"{said}\n\n{INTO}" for said in ("[試験](claims/tea-calms-mice.md)がある。", "There is [no trial](claims/tea-calms-mice.md).")
)
LEADS = [f"[See](claims/{name}.md).\n\n{INTO}" for name in ("tea-calms-mice", "lamp-lifts-mood")]
TAKES = [f"{{{{LMP-01 response {group}}}}}\n\n{INTO}" for group in ("treated", "rest")]
MORE = "finding: {ja: 反応は%s%%対%s%%だった。, en: Response was %s%% against %s%%.}"
CONTRARY = (LAMP, "direction: contradicts", "direction: supports")
LOWER, HIGHER = ("-0.48", "-0.70", "-0.25"), ("0.48", "0.25", "0.70")
PROSE = "マウスだ。 All of the mice in the cages became very calm after tea."
COUNTED = "finding: {ja: マウスが静かになった(120匹のうち75匹)。, en: Mice became calm (75 of 120).}"

FAULTS: list[tuple[str, list[Change]]] = [
    ("bad-form.full-stop", [(BIB, "{Tea calms mice}", "{Tea calms mice.}")]),
    ("bad-form", [(BIB, "country = {JP}", "country = {UK}")]),
    ("bad-form", [(BIB, "https://example.org/null", "https://clinicaltrials.gov/study/NCT0123456l")]),
    ("wrong-language.japanese", [(BIB, "  species = {mouse},", "  species = {mouse},\n  population = {マウス},")]),
    ("date-out-of-order.search", [(SEARCHES, "{ja: 見つからなかった。", "{ja: 2026年1月4日にも見つからなかった。")]),
    ("effect-not-in-finding", [(LAMP, "value: 2.5", "value: 2.52")]),
    ("effect-not-in-finding", [(LAMP, "high: 4.1", "high: 41")]),
    ("effect-not-in-finding.sign", [*estimate(*LOWER), (LAMP, SMD % LOWER, SMD % HIGHER)]),
    ("effect-not-in-finding.of-100", [(TEA, MICE, f"{MICE}\n    rates: {{outcome: response, treated: 52.9}}")]),
    ("effect-not-in-finding", [(LAMP, OR, OR.replace("2.5", "250").replace("1.5", "150").replace("4.1", "410"))]),
    ("effect-not-in-finding", [(LAMP, OUTCOME, OUTCOME.replace("2.5 (1.5 to 4.1)", "0.025 (0.015 to 0.041)"))]),
    ("effect-not-in-finding.measure", [(LAMP, OUTCOME, OUTCOME.replace("OR 2.5", "HR 2.5"))]),
    ("effect-not-in-finding.measure", [*estimate(*LOWER), (LAMP, SAYS % (LOWER + LOWER), PLACEBO)]),
    ("effect-not-in-finding.group", [(LAMP, WITHOUT, f"{WITHOUT}{SEEN}")]),
    ("participants-not-in-finding", [(BIB, "participants = {1200}", "participants = {12000}")]),
    ("participants-not-in-finding", [(BIB, "participants = {1200}", "participants = {1020}")]),
    ("direction-against-effect.supports", estimate(*HIGHER)),
    ("direction-against-effect.contradicts", [*estimate(*LOWER), (LAMP, "direction: supports", "direction: contradicts")]),
    ("direction-against-effect.open", estimate("-0.10", "-0.30", "0.10")),
    ("direction-against-effect.words", [(LAMP, "direction: contradicts", "direction: supports")]),
    ("direction-against-effect.distinguishes", [*estimate(*LOWER), (LAMP, "direction: supports", "direction: no-difference")]),
    ("direction-against-effect.favours", [*estimate(*LOWER), (LAMP, SAYS % (LOWER + LOWER), SHAM_WINS)]),
    ("direction-against-effect.better", [(LAMP, OR, OR.replace("response}", "response, better: lower}"))]),
    ("direction-against-effect.only-better", [(LAMP, NULL, MORE % (("31.5", "20.0") * 2))]),
    ("direction-against-effect.only-better", [(LAMP, NULL, "finding: {ja: 偽の光より効果的だった。, en: It beat sham light.}")]),
    ("direction-against-effect.only-worse", [(LAMP, NULL, MORE % (("20.0", "31.5") * 2)), CONTRARY]),
    ("direction-against-effect.only-worse", [(LAMP, NULL, "finding: {ja: 偽の光に劣った。, en: Inferior to sham.}"), CONTRARY]),
    ("out-of-range.ratio", [(LAMP, "low: 1.5", "low: -1.5"), (LAMP, "1.5〜", "−1.5〜"), (LAMP, "(1.5 to", "(−1.5 to")]),
    ("out-of-range.share", [(LAMP, OR, OR.replace("OR, value: 2.5", "proportion, value: 152.9").replace("4.1", "160"))]),
    ("out-of-range.part", [(TEA, MICE, "finding: {ja: 60匹のうち75匹が静かになった。, en: 75 of 60 mice became calm.}")]),
    *(
        ("out-of-range.said", [(TEA, MICE, f"finding: {{ja: '差があった({said})。', en: 'They differed ({said}).'}}")])
        for said in ("p = 1.5", "P<12", "P=−0.02", "I² 127.6%")
    ),
    ("out-of-range.said", [(TEA, MICE, "finding: {ja: マウスの174%が静かになった。, en: 174% of the mice became calm.}")]),
    ("wrong-language.english", [(TEA, MICE, "finding: {ja: マウスは calm behaviour を示した。, en: Mice became calm.}")]),
    ("wrong-language.english", [(TEA, MICE, "finding: {ja: 静かだと classified された。, en: They were classified as calm.}")]),
    ("out-of-range.participants", [(BIB, "participants = {1200}", "participants = {46000000}")]),
    ("value-outside-interval", [(LAMP, "low: 1.5, high: 4.1", "low: 4.1, high: 1.5")]),
    (
        "languages-differ.order",
        [(TEA, MICE, "finding: {ja: お茶で33%、水で47%が静かになった。, en: 47% with tea and 33% with water.}")],
    ),
    ("languages-differ.units", [(TEA, MICE, "finding: {ja: 12匹を46週。, en: 46 mice for 12 weeks.}")]),
    ("languages-differ.numbers-en", [(SEARCHES, "None was found", "None of 38 was found")]),
    ("wrong-language.copy", [(TEA, MICE, "finding: {ja: Mice became calm., en: Mice became calm.}")]),
    ("languages-differ.numbers-ja", [(ARTICLE, "日本語だけが", "三十八の文が")]),
    ("wrong-language.swapped", [(LAMP, NULL, "finding: {ja: There was no difference., en: 差がなかった。}")]),
    ("wrong-language.swapped", [(TEA, MICE, "finding: {ja: Mice became calm., en: マウスが静かになった。}")]),
    ("wrong-language.no-japanese", [(TEA, MICE, "finding: {ja: Mice were calm., en: Mice became calm.}")]),
    ("wrong-language.japanese", [(TEA, MICE, "finding: {ja: マウスが静かになった。, en: マウスが静かになった。}")]),
    ("wrong-language.japanese", [("vocabulary.yml", "en: Moderate", "en: 中程度")]),
    ("wrong-language.japanese", [("docs/en/index.md", "A review of the lamp", "ランプの検証 of the lamp")]),
    ("wrong-language.english", [(TEA, MICE, f"finding: {{ja: {PROSE}, en: Mice became calm.}}")]),
    ("wrong-language.chinese", [(TEA, MICE, "finding: {ja: 这项研究说明小鼠变得安静。, en: Mice became calm.}")]),
    ("wrong-language.other", [(TEA, MICE, "finding: {ja: マウスが 조용해졌다。, en: Mice became calm.}")]),
    ("copied-text.claim", [(TEA, "en: The effect of tea", "en: The effect of the lamp")]),
    ("copied-text.label", [("vocabulary.yml", "label: {ja: 中程度, en: Moderate}", "label: {ja: 低い, en: Low}")]),
    ("languages-differ.denial-ja", [("docs/en/index.md", INTO, NO_TRIAL), ("docs/ja/index.md", INTO, TRIAL)]),
    ("languages-differ.leads", [("docs/en/index.md", INTO, LEADS[0]), ("docs/ja/index.md", INTO, LEADS[1])]),
    ("languages-differ.leads", [("docs/en/index.md", INTO, TAKES[0]), ("docs/ja/index.md", INTO, TAKES[1])]),
    ("numbers-disagree.found-nothing", [
        (SEARCHES, "found: 0", "found: 3"), (SEARCHES, "en: None was found.", "en: None was found. It had 3 parts."),
    ]),
    ("copied-text.finding", [(TEA, MICE, FOUND)]),
    ("listed-twice", [(LAMP, "related: [lamp-and-tea]", "related: [lamp-and-tea, lamp-and-tea]")]),
    ("listed-twice", [(SEARCHES, "kept: [mori2019mice]", "kept: [mori2019mice, mori2019mice]")]),
    ("headings-differ", [("docs/ja/index.md", "<!-- insert: statement", "## 節 {#part}\n\n<!-- insert: statement")]),
]  # fmt: skip
FINE: list[list[Change]] = [
    *(
        [(TEA, MICE, f"finding: {{ja: '差があった({said})。', en: 'They differed ({said}).'}}")]
        for said in ("p = 1.5 × 10⁻⁵", "P = 3e-5", "P<0.001")
    ),
    [(TEA, MICE, "finding: {ja: 運動閾値の120%で刺激した。, en: Stimulated at 120% of the motor threshold.}")],
    estimate(*LOWER),
    [*estimate("-0.10", "-0.30", "0.10"), (LAMP, "direction: supports", "direction: mixed")],
    [(TEA, MICE, COUNTED + "\n    rates: {outcome: response, treated: 62.5}")],
    [(TEA, MICE, "finding: {ja: 「calm」なマウス。, en: Mice were calm (落ち着いた).}")],
    [(TEA, MICE, "finding: {ja: 4週間TMSを受けた8匹ずつ3群。, en: 3 groups of 8 had TMS for 4 weeks.}")],
    [(TEA, "ja: お茶の効果", "ja: 経頭蓋磁気刺激療法")],
]  # fmt: skip


def problems_of(root: Path, changes: list[Change]) -> list[str]:
    spoil(root, changes)
    review, problems = load(root)
    assert review and not problems, problems
    return [problem.message.name for problem in check(assess(review), TODAY)]


@pytest.mark.parametrize(("name", "changes"), FAULTS)
def test_a_slip_is_named(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize("changes", FINE)
def test_what_is_no_slip_is_left_alone(changes: list[Change], miniature: Path) -> None:
    ours = ("effect", "participants", "direction", "out-of", "languages", "wrong", "copied", "listed", "headings")
    assert not [name for name in problems_of(miniature, changes) if name.startswith(ours)]
