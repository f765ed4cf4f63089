"""Every number of a field stands in the finding that it is taken from, and is of the measure that the finding names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import BIB, LAMP, Change
from tests.test_fields import FOUND, OR, problems_of
from tools.check.measures import named_instead
from tools.records.words import Text

# 13 trials, of which 12 counted people: 25 of 40 and 10 of 40.
SAID = (
    "finding: {ja: '13件、1200人。オッズ比2.5（1.5〜4.1）。光で40人中25人、偽の光で40人中10人が反応。',\n"
    "      en: '13 trials, 1200 people. Odds ratio 2.5 (1.5 to 4.1); 25 of 40 responded with light, 10 of 40 with sham.'}"
)
SHARES = (
    "finding: {ja: '12件、1200人。オッズ比2.5（1.5〜4.1）。反応は62.5%対25%（100人中20人）。',\n"
    "      en: '12 trials, 1200 people. Odds ratio 2.5 (1.5 to 4.1); response 62.5% against 25% (20 of 100).'}"
)
RESULT = "OR 2.5 (1.5 to 4.1)"
RATES = "rates: {outcome: response, treated: %s, compared: %s}"
RR: Change = (
    "vocabulary.yml",
    "  OR: {",
    "  RR: {label: {ja: リスク比, en: Risk ratio}, definition: {ja: 割合の比。, en: A ratio of risks.}}\n  OR: {",
)


def outcome(result: str = RESULT, more: str = "") -> list[Change]:
    """The lamp, whose first source says other things, and an outcome of it that says no more than is asked."""
    numbers = "    studies: 12\n    participants: 1200\n    without: {per100: 20, source: hikari2020lamp}\n"
    return [(LAMP, FOUND, SAID), (LAMP, f"    result: {RESULT}\n{numbers}", f"    result: {result}\n{more}")]


SMD_SAID = (
    "finding: {ja: '12件、1200人（偽の光では100人中20人が反応）。SMD −0.48（−0.70〜−0.25、マイナスはランプに有利）。',\n"
    "      en: '12 trials, 1200 people (20 of 100 with sham). SMD −0.48 (−0.70 to −0.25); a negative value favours the lamp.'}"
)
SMD_EFFECT = "effect: {measure: SMD, value: -0.48, low: -0.70, high: -0.25, outcome: response, better: lower, against: sham}"


def outcome_of_smd(better: str) -> list[Change]:
    """The lamp's outcome as a standardised difference."""
    return [(LAMP, f"    result: {RESULT}\n", f"    result: SMD -0.48 (-0.70 to -0.25)\n    better: {better}\n")]


WRONG: list[tuple[str, list[Change]]] = [
    ("effect-not-in-finding", outcome("OR 2.9 (1.5 to 4.1)")),
    ("effect-not-in-finding", outcome("OR 2.5 (1.3 to 4.1)")),
    ("effect-not-in-finding", outcome("OR 2.5 (1.5 to 41)")),
    ("effect-not-in-finding.measure", [*outcome("RR 2.5 (1.5 to 4.1)"), RR]),
    ("effect-not-in-finding.measure", [RR, (LAMP, "measure: OR", "measure: RR")]),
    ("effect-not-in-finding", outcome(more="    studies: 31\n")),
    ("effect-not-in-finding", outcome(more="    participants: 2100\n")),
    ("effect-not-in-finding.unit", outcome(more="    participants: 13\n")),
    ("effect-not-in-finding.unit", outcome(more="    studies: 1200\n")),
    ("effect-not-in-finding.unit", [*outcome(more="    studies: 24\n"), (LAMP, "オッズ比2.5（", "24週。オッズ比2.5（"),
                                    (LAMP, "Odds ratio 2.5 (", "24 weeks. Odds ratio 2.5 (")]),
    ("effect-not-in-finding.of-100", outcome(more="    without: {per100: 58.0, source: hikari2020lamp}\n")),
    ("effect-not-in-finding.of-100", outcome(more="    without: {per100: 10, source: hikari2020lamp}\n")),
    ("effect-not-in-finding.of-100", [(LAMP, FOUND, SAID), (LAMP, OR, RATES % (25, 10))]),
    ("effect-not-in-finding.of-100", outcome(more="    observed: {treated: 26.5, compared: 25, source: hikari2020lamp}\n")),
    ("effect-not-in-finding.of-100", outcome(more="    observed: {treated: 62.5, compared: 58, source: hikari2020lamp}\n")),
    ("effect-not-in-finding", outcome(more="    heterogeneity: I² 61%\n")),
    ("effect-not-in-finding", outcome(more="    heterogeneity: I² 0%\n")),
    ("effect-not-in-finding", outcome(more="    heterogeneity: PI 0.9 to 4.1\n")),
    ("effect-not-in-finding", outcome(more="    rated:\n      - {by: hikari2020lamp, as: low, studies: 130}\n")),
    ("direction-against-effect.rates", [*outcome(), (LAMP, OR, RATES % (25, 62.5))]),
    ("effect-not-in-finding.exchanged", [(LAMP, FOUND, SHARES), (LAMP, OR, RATES % (25, 62.5))]),
    ("bad-result.interval", outcome("OR 2.5 (4.1 to 1.5)")),
    ("bad-result.interval", outcome("OR 0.25 (1.5 to 4.1)")),
    ("bad-form.sign", outcome("OR ２.5 (1.5 to 4.1)")),
    ("bad-form.sign", outcome("OR 2.5（1.5 to 4.1）")),
    ("direction-against-effect.effect", [(LAMP, FOUND, SMD_SAID), (LAMP, OR, SMD_EFFECT), *outcome_of_smd("higher")]),
    ("direction-against-effect.favours", [(LAMP, FOUND, SMD_SAID), *outcome_of_smd("higher")]),
    ("participants-not-in-finding", [(BIB, "participants = {1200}", "participants = {2100}")]),
]  # fmt: skip
RIGHT: list[list[Change]] = [
    outcome(),
    outcome(more="    studies: 13\n    participants: 1200\n"),
    outcome(more="    without: {per100: 25, source: hikari2020lamp}\n    observed: {treated: 62.5, source: hikari2020lamp}\n"),
    outcome(more="    heterogeneity: PI 1.5 to 4.1\n"),
    outcome(more="    rated:\n      - {by: kage2022null, as: low}\n"),
    [*outcome(), (LAMP, OR, RATES % (62.5, 25))],
    [(LAMP, FOUND, SHARES), (LAMP, OR, RATES % (62.5, 25))],
    [(LAMP, FOUND, SMD_SAID), (LAMP, OR, SMD_EFFECT), *outcome_of_smd("lower")],
    [RR, (LAMP, "オッズ比2.5", "効果の比は2.5"), (LAMP, "Odds ratio 2.5", "Ratio 2.5"), (LAMP, "measure: OR", "measure: RR")],
    [(BIB, "participants = {1200}", "participants = {1300}")],
    [*outcome(more="    studies: 24\n"), (LAMP, "13件、", "24と13件、"), (LAMP, "13 trials", "24 and 13 trials")],
]


@pytest.mark.parametrize(("name", "changes"), WRONG)
def test_a_field_that_the_finding_does_not_bear_out_is_named(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize("changes", RIGHT)
def test_a_field_that_the_finding_bears_out_is_left_alone(changes: list[Change], miniature: Path) -> None:
    ours = ("effect-not-in-finding", "direction-against-effect", "participants-not-in-finding")
    assert not [name for name in problems_of(miniature, changes) if name.startswith(ours)]


@pytest.mark.parametrize(
    ("word", "ja", "en", "said"),
    [
        ("remission", "反応はOR 2.5。", "OR 2.5 for response.", ("response",)),
        ("response", "寛解した人は14.1%。", "14.1% were in remission.", ("remission",)),
        ("serious-adverse-event", "有害事象の率は差がなかった。", "Adverse reactions did not differ.", ("adverse-event",)),
        ("m3", "6か月後も続いた人は52.9%。", "52.9% still did at 6 months.", ("m6",)),
        ("m6", "1年後は46.3%。", "46.3% after one year.", ("m12",)),
        ("placebo", "偽刺激に対して。", "Against sham.", ("sham",)),
        ("remission", "反応と寛解は46.6%。", "Response and remission 46.6%.", ()),
        ("m3", "12週と6か月で調べた。", "Measured at 12 weeks and 6 months.", ()),
        ("symptoms", "寛解した人は14.1%。", "14.1% were in remission.", ()),
    ],
)
def test_what_a_field_names_is_what_the_finding_names(word: str, ja: str, en: str, said: tuple[str, ...]) -> None:
    assert named_instead(word, [Text(ja=ja, en=en)]) == said
