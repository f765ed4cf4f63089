"""Numbers go where they belong: beside their source, into the short answer, with their interval, measure and ratio."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.rule_cases import LAMP, TEA, Change
from tests.test_belonging import WORDS
from tests.test_fields import FOUND, NULL, OR, problems_of
from tests.test_sourced import RR, SAID, outcome
from tools.check.retold import findings_of_a_source_agree_on_the_groups
from tools.records.claim import Review
from tools.records.words import Text

TOLD = "finding: {ja: 46人で差がなかった。, en: There was no difference in 46 people.}"
CITED_JA, CITED_EN = "統合解析では**差があり**ました[@hikari2020lamp]。", "A synthesis found **a difference** [@hikari2020lamp]."
NULL_JA, NULL_EN = "差のない試験もあります[@kage2022null]。", "One trial found none [@kage2022null]."
TWO_OF_THEM = (
    "finding: {ja: '1200人。反応はオッズ比2.5（1.5〜4.1）、寛解は1.9（1.2〜3.0）。',\n"
    "      en: '1200 people. Odds ratio 2.5 (1.5 to 4.1) for response and 1.9 (1.2 to 3.0) for remission.'}"
)
RARE = "frequencies: [{outcome: response, of: people, rate: 0.5, per: 100"
RATES = "rates: {outcome: response, treated: %s, compared: %s}"


def appraisal(ja: str, en: str) -> list[Change]:
    """The lamp, whose second source has 46 people, with another sentence in its appraisal."""
    return [(LAMP, NULL, TOLD), (LAMP, NULL_JA, ja), (LAMP, NULL_EN, en)]


def short(ja: str, en: str, answer_ja: str, answer_en: str) -> list[Change]:
    return [
        (LAMP, "{ja: 偽の光より気分を良くしました。, en: It improved mood more than sham light did.}", f"{{ja: {ja}, en: {en}}}"),
        (LAMP, "{ja: ランプは偽の光より気分を良くしました。, en: The lamp improved mood more than a sham light.}",
         f"{{ja: {answer_ja}, en: {answer_en}}}"),
    ]  # fmt: skip


MORE = ("反応する人が多くなりました。", "More people responded.")
K, H = "[@kage2022null]", "[@hikari2020lamp]"
IN_MICE = ("実験が1つあります[@mori2019mice]。", "in mice [@mori2019mice].")
SHARE: Change = (
    "vocabulary.yml",
    "  OR: {",
    "  proportion: {label: {ja: 割合, en: Share}, definition: {ja: 割合。, en: A share.}}\n  OR: {",
)


def said(ja: str, en: str) -> Change:
    """The lamp's finding with another name before its estimate."""
    return LAMP, FOUND, SAID.replace("オッズ比2.5", ja).replace("Odds ratio 2.5", en)


def mice(ja: str, en: str) -> list[Change]:
    """The tea, whose appraisal goes on."""
    return [(TEA, IN_MICE[0], IN_MICE[0] + ja), (TEA, IN_MICE[1], f"{IN_MICE[1]} {en}")]


CITED = "number-not-in-evidence.cited"
SHORT, OPPOSITE = "short-not-in-answer", "short-not-in-answer.opposite"
INTERVAL, MEASURE = "effect-not-in-finding.interval", "effect-not-in-finding.measure"
SHARES, VOICE = "direction-against-effect.shares", "answer-above-level.appraisal"
BOTH = (
    "finding: {ja: '12件、1200人、オッズ比2.5（1.5〜4.1、100人中20人）。反応62.5%（偽薬で25.5%）、寛解40.5%（偽薬で15.5%）。',\n"
    "      en: '12 trials, 1200 people, odds ratio 2.5 (1.5 to 4.1, 20 of 100).\n"
    "        Response was 62.5% (25.5% with placebo), remission 40.5% (15.5% with placebo).'}"
)


def retold(ja: str, en: str) -> list[Change]:
    """The answer tells again what a finding of two outcomes and two groups says."""
    return [*WORDS, (LAMP, FOUND, BOTH), *short(ja, en, ja, en)]


LOW = ("値は高いです(確実性は低いです)。", "The value is higher (the certainty is low).")
WRONG: list[tuple[str, list[Change]]] = [
    # cited to another source
    (CITED, appraisal(f"1200人で差がありません{K}。", f"1200 people did not differ {K}.")),
    (CITED, appraisal(f"オッズ比は2.5です{K}。", f"The odds ratio is 2.5 {K}.")),
    (CITED, [(LAMP, NULL, TOLD), (LAMP, CITED_JA, f"46人でした{H}。"), (LAMP, CITED_EN, f"It had 46 people {H}.")]),
    (CITED, appraisal(f"1200人です。差はありません{K}。", f"It was 1200 people. None differed {K}.")),
    # the short answer
    (SHORT, short("4人に3人です。", "3 in 4 did.", "4人に1人です。", "1 in 4 did.")),
    (SHORT, short("2年続きます。", "It lasts for 2 years.", "1年続きます。", "It lasts for 1 year.")),
    (OPPOSITE, short("反応する人が減りました。", "Fewer people responded.", *MORE)),
    (OPPOSITE, short("害は半分でした。", "Harm was halved.", "害は2倍でした。", "Harm doubled.")),
    (OPPOSITE, short("値は低いです。", "The value is lower.", *LOW)),
    (OPPOSITE, short("4人に3人は反応した。", "3 in 4 responded.", "4人に3人は反応しませんでした。", "3 in 4 did not respond.")),
    # an answer that tells a finding again
    ("number-not-in-evidence.outcome", retold("反応は40.5%でした。", "40.5% responded.")),
    ("number-not-in-evidence.group", retold("偽薬では62.5%でした。", "62.5% with placebo did.")),
    ("number-not-in-evidence.order", [
        *retold("反応した人は25.5%対62.5%でした。", "25.5% against 62.5% responded."), (LAMP, OR, RATES % (62.5, 25.5)),
    ]),
    ("value-outside-interval", [(LAMP, OR, f"{RARE}, low: 0.9, high: 0.1}}]")]),
    # an interval of another estimate, and shares the wrong way round
    (INTERVAL, [(LAMP, FOUND, TWO_OF_THEM), (LAMP, OR, OR.replace("1.5", "1.2").replace("4.1", "3.0"))]),
    (INTERVAL, [*outcome("OR 2.5 (1.2 to 3.0)"), (LAMP, SAID, TWO_OF_THEM)]),
    (SHARES, outcome(more="    observed: {treated: 25, compared: 62.5, source: hikari2020lamp}\n")),
    (SHARES, [(LAMP, FOUND, SAID), (LAMP, OR, f"{OR}\n    {RATES % (25, 62.5)}")]),
    # a measure that the number is not of
    (MEASURE, [RR, said("リスク比2.5", "Relative risk 2.5")]),
    (MEASURE, [RR, said("RR 2.5", "RR 2.5")]),
    (MEASURE, [said("2.5点", "2.5 points")]),
    (MEASURE, [SHARE, said("2.5%", "2.5%")]),
    # a share that only looks as if it followed from counts
    ("effect-not-in-finding", [(LAMP, FOUND, SAID), (LAMP, OR, RATES % (26.5, 25))]),
    ("effect-not-in-finding", [said("2021年にオッズ比2.5", "In 2021 odds ratio 2.5"), (LAMP, OR, RATES % (62.5, 59.4))]),
    # an appraisal in its own voice
    (VOICE, mice("人にも有効です。", "It is effective in people.")),
    (VOICE, mice("効果は証明されました。", "This proves that it works.")),
]  # fmt: skip
RIGHT: list[list[Change]] = [
    appraisal(f"46人で差がありません{K}。", f"46 people did not differ {K}."),
    retold("反応した人は62.5%、偽薬では25.5%でした。", "'62.5% responded, 25.5% with placebo.'"),
    retold("反応と寛解は62.5%と40.5%でした。", "Response and remission were 62.5% and 40.5%."),
    [*retold("反応した人は62.5%対25.5%でした。", "62.5% against 25.5% responded."), (LAMP, OR, RATES % (62.5, 25.5))],
    retold("およそ三分の二は反応しました。", "About two thirds responded."),
    appraisal(f"46人で差がありません{K}。46人は少ない。", f"46 people did not differ {K}. 46 people are few."),
    appraisal(f"1200人{H}と46人です{K}。", f"They had 1200 {H} and 46 people {K}."),
    appraisal(f"2022年に発表されました{K}。", f"It appeared in 2022 {K}."),
    appraisal(f"区間は95%です{K}。", f"The interval is that of 95% {K}."),
    short("およそ半数です。", "About half did.", "46%です。", "It was 46%."),
    short("反応する人が増えます。", "More people respond.", *MORE),
    short("研究は0件でした。", "The studies numbered 0.", "研究は一つもありません。", "There was not one study."),
    short("減るかは分かっていません。", "It was not shown that fewer respond.", *MORE),
    short("二つの研究があります。", "There are two studies.", "研究が2件あります。", "There are 2 studies."),
    [*outcome(), (LAMP, SAID, TWO_OF_THEM)],
    outcome(more="    observed: {treated: 62.5, compared: 25, source: hikari2020lamp}\n"),
    [*outcome(), (LAMP, OR, f"{OR}\n    {RATES % (62.5, 25)}")],
    mice("人にも有効かは分かりません。", "Whether it is effective in people is not known."),
    mice("著者は有効だとしています。", "The authors call it effective."),
]  # fmt: skip
OURS = (
    "number-not-in-evidence.",
    "short-not-in-answer",
    "effect-not-in-finding",
    "direction-against",
    "answer-above-level.app",
)


@pytest.mark.parametrize(("name", "changes"), WRONG)
def test_a_number_in_the_wrong_place_is_named(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize("changes", RIGHT)
def test_a_number_in_its_place_is_left_alone(changes: list[Change], miniature: Path) -> None:
    assert not [name for name in problems_of(miniature, changes) if name.startswith(OURS)]


def test_two_outcomes_have_two_results(judged: Path) -> None:
    path = "claims/lamp-by-outcome.yml"
    changes = [(path, "result: OR 1.50 (0.95 to 2.40)", "result: RR 1.80 (1.40 to 2.30)")]
    assert "copied-text.result" in problems_of(judged, changes)


@pytest.mark.parametrize(("again", "told"), [(("お茶で3%、偽薬で10%。", "3% with tea and 10% with placebo."), 1),
                                             (("お茶で10%、偽薬で3%。", "10% with tea and 3% with placebo."), 0)])  # fmt: skip
def test_two_findings_of_one_source_have_the_same_groups(again: tuple[str, str], told: int, review: Review) -> None:
    first = Text(ja="10%（偽薬で3%）が眠った。", en="10% slept (3% with placebo).")
    lamp, tea = (review.claims[claim_id] for claim_id in ("lamp-lifts-mood", "tea-calms-mice"))
    one = replace(lamp, evidence=[replace(lamp.evidence[0], finding=first)])
    other = replace(tea, evidence=[replace(lamp.evidence[0], finding=Text(ja=again[0], en=again[1]))])
    both = replace(review, claims={"lamp-lifts-mood": one, "tea-calms-mice": other})
    assert len(list(findings_of_a_source_agree_on_the_groups(both))) == told


LONG = (
    "imprecision: {ja: 起きた人の数が少なく、まとめた値の区間には「差がない」も入っていました。, "
    "en: Few people had it and the interval of the pooled value includes no difference at all.}"
)


@pytest.mark.parametrize(
    ("other", "old", "refused"),
    [
        ("lamp-course", "imprecision: {ja: 人数が少ない。, en: Few people.}", True),
        ("lamp-safety", "imprecision: {ja: 起きた人が少ない。, en: Few events.}", False),
    ],
)
def test_a_reason_is_that_of_its_claim_unless_both_rest_on_one_source(other: str, old: str, refused: bool, judged: Path) -> None:
    changes = [("claims/lamp-by-outcome.yml", "imprecision: {ja: 幅が広い。, en: The interval is wide.}", LONG)]
    assert ("copied-text.claim" in problems_of(judged, [*changes, (f"claims/{other}.yml", old, LONG)])) == refused
