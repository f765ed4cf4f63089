"""A number in a field is of the outcome, the time, the group and the certainty that the field names, as its finding says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import LAMP, Change
from tests.test_fields import FOUND, OR, WITHOUT, problems_of
from tools.check.clauses import clauses_of, names_at
from tools.records.words import Language

OTHER, NEVER, RATED = (f"effect-not-in-finding.{name}" for name in ("outcome", "measure", "rated"))
OUTCOMES = (
    ("remission", "寛解", "Remission", "ほとんど晴れること。", "Mood almost clear.", "trivial: 5"),
    ("burn", "やけど", "Burn", "肌のやけど。", "A burn of the skin.", "side: harm, good: less, limit: 1"),
    ("glare", "まぶしさ", "Glare", "目がくらむこと。", "A dazzle of the eyes.", "side: harm, good: less, limit: 1"),
    (
        "adverse-event",
        "有害事象",
        "Adverse event",
        "好ましくない出来事。",
        "An unwanted event.",
        "side: harm, good: less, limit: 1",
    ),
    (
        "serious-adverse-event",
        "重篤な有害事象",
        "Serious adverse event",
        "重い出来事。",
        "A grave event.",
        "side: harm, good: less, limit: 1",
    ),
    ("mood", "気分の点数", "Mood score", "気分の尺度。", "A scale of mood.", "unit: score, good: less, trivial: 0.2"),
    ("melatonin", "MLT-1（血液）", "MLT-1 in the blood", "眠りの物質。", "A substance of sleep.", "side: measure, unit: score"),
    ("cortisol", "CRT（血液）", "CRT in the blood", "朝の物質。", "A substance of the morning.", "side: measure, unit: score"),
)
WORDS: list[Change] = [
    (
        "vocabulary.yml",
        "locator:\n",
        "".join(
            f"  {name}: {{{more}, label: {{ja: {ja}, en: {en}}}, definition: {{ja: {told_ja}, en: {told_en}}}}}\n"
            for name, ja, en, told_ja, told_en, more in OUTCOMES
        )
        + "locator:\n",
    ),
    (
        "vocabulary.yml",
        "measure:\n",
        "measure:\n  SMD: {label: {ja: 標準化平均差, en: Standardised difference}, definition: {ja: 差。, en: A difference.}}\n"
        "  RR: {label: {ja: リスク比, en: Risk ratio}, definition: {ja: 比。, en: A ratio.}}\n",
    ),
]
RESULT = "    result: OR 2.5 (1.5 to 4.1)\n"
ROW = f"{RESULT}    studies: 12\n    participants: 1200\n{WITHOUT}"


def told(ja: str, en: str, field: str = OR, own: tuple[str, str] = ("反応", "response")) -> list[Change]:
    """The lamp, whose first source says this, with this in its fields; its outcome takes no more than it must."""
    said = (
        f"finding: {{ja: '{ja}{own[0]}のオッズ比2.5（1.5〜4.1）、1200人。',\n"
        f"      en: '{en} The odds ratio for {own[1]} was 2.5 (1.5 to 4.1), 1200 people.'}}"
    )
    return [*WORDS, (LAMP, FOUND, said), (LAMP, OR, field), (LAMP, ROW, RESULT)]


def row(ja: str, en: str, row: str, outcome: str = "response") -> list[Change]:
    """The same, with this in its outcome."""
    own = ("反応", "response") if outcome == "response" else ("寛解", "remission")
    changes = told(ja, en, OR.replace("response", outcome), own)
    return [*changes, (LAMP, RESULT, row), (LAMP, "outcome: response\n", f"outcome: {outcome}\n")]


def effect(measure: str, numbers: tuple[float, float, float], outcome: str, more: str = "") -> str:
    value, low, high = numbers
    return f"effect: {{measure: {measure}, value: {value}, low: {low}, high: {high}, outcome: {outcome}{more}}}"


def rates(outcome: str, treated: float, compared: float) -> str:
    return f"rates: {{outcome: {outcome}, treated: {treated}, compared: {compared}}}"


def often(outcome: str, of: str, rate: float, per: int, *group: str) -> str:
    named = f", group: {{ja: {group[0]}, en: {group[1]}}}" if group else ""
    return f"{{outcome: {outcome}, of: {of}, rate: {rate}, per: {per}{named}}}"


RATIOS = (
    "反応のリスク比は1.8（1.3〜2.4）、寛解は2.2（1.4〜3.5）。",
    "The risk ratio was 1.8 (1.3 to 2.4) for response and 2.2 (1.4 to 3.5) for remission.",
)
BLOOD = (
    "血液のMLT-1は0.4（0.2〜0.6）、CRTは0.7（0.5〜0.9）高かった。",
    "In the blood MLT-1 was higher by 0.4 (0.2 to 0.6) and CRT by 0.7 (0.5 to 0.9).",
)
SHARES = (
    "光では、反応（41.5%対30.5%）も寛解（22.5%対12.5%）も多かった。",
    "With light, response (41.5% v 30.5%) and remission (22.5% v 12.5%) were more frequent.",
)
MAIN = (
    "1か月後の寛解（主な結果）は22.5%対12.5%、反応は41.5%対30.5%。",
    "After a month remission, the main result, was 22.5% against 12.5%, response 41.5% against 30.5%.",
)
HARMS = (
    "やけどは光で2.4%、偽の光で1.2%（リスク比2.0、1.1〜3.6）、まぶしさは9.5%と4.5%（2.1、1.6〜2.8）。",
    "Burns in 2.4% with light and 1.2% with sham (risk ratio 2.0, 1.1 to 3.6), glare in 9.5% and 4.5% (2.1, 1.6 to 2.8).",
)
GRAVE = (
    "重篤な有害事象は0.5%対0.7%、有害事象は12.5%対8.5%。",
    "Serious adverse events 0.5% v 0.7%; adverse events 12.5% v 8.5%.",
)
TIMES = (
    "反応のリスク比は3か月後1.8（1.3〜2.4）、6か月後1.4（1.1〜1.9）。",
    "The risk ratio for response was 1.8 (1.3 to 2.4) at 3 months and 1.4 (1.1 to 1.9) at 6 months.",
)
RARE = (
    "やけどは3件。1000人あたり1.6（青い灯では0.5、白い灯では2.5）、10000回あたり0.3。",
    "There were 3 burns, 1.6 per 1000 people (with blue lights 0.5, with white lights 2.5), 0.3 per 10000 sessions.",
)
SCORES = (
    "反応は41.5%対30.5%。気分の尺度の差は−0.4（−0.6〜−0.2）。",
    "Response 41.5% v 30.5%. The difference on the scale of mood was −0.4 (−0.6 to −0.2).",
)
COILS = (
    "やけどは、青い灯では1000人あたり0.5、白い灯では2.5。",
    "Burns: with blue lights 0.5 per 1000 people, with white ones 2.5.",
)
ROWS = (
    "反応は11.5%（620人、14件、I² 21%）、寛解は5.5%（410人、8件、I² 44%）。",
    "Response 11.5% (620 people, 14 trials, I² 21%), remission 5.5% (410 people, 8 trials, I² 44%).",
)
CERTAIN = (
    "確実性は、反応（14件）が「中程度」、寛解（8件）が「低い」。",
    "The certainty is moderate for response (14 trials) and low for remission (8).",
)
GRADES = (
    "反応の根拠の強さは「不十分」、寛解は「高い」とした。",
    "For response the strength of evidence was rated “insufficient”, for remission “high”.",
)


def rated(outcome: str, rating: str, studies: str = "") -> str:
    more = f", studies: {studies}" if studies else ""
    return f"{RESULT}    rated:\n      - {{by: hikari2020lamp, as: {rating}{more}}}\n"


def frequencies(*each: str) -> str:
    return f"{OR}\n    frequencies: [{', '.join(each)}]"


BOTH = (often("burn", "people", 0.5, 1000, "青い灯", "blue lights"), often("burn", "people", 2.5, 1000, "白い灯", "white lights"))
TURNED = (
    often("burn", "people", 2.5, 1000, "青い灯", "blue lights"),
    often("burn", "people", 0.5, 1000, "白い灯", "white lights"),
)

WRONG: list[tuple[str, list[Change]]] = [
    (OTHER, told(*RATIOS, effect("RR", (1.8, 1.3, 2.4), "remission"))),
    (OTHER, told(*SCORES, effect("SMD", (-0.4, -0.6, -0.2), "response"))),
    (NEVER, told(*SCORES, effect("SMD", (-0.4, -0.6, -0.2), "remission"))),
    (OTHER, told(*RATIOS, effect("RR", (2.2, 1.4, 3.5), "response"))),
    (OTHER, told(*BLOOD, effect("SMD", (0.4, 0.2, 0.6), "cortisol"))),
    (OTHER, told(*BLOOD, effect("SMD", (0.7, 0.5, 0.9), "melatonin"))),
    (OTHER, told(*HARMS, effect("RR", (2.0, 1.1, 3.6), "glare"))),
    (OTHER, told(*GRAVE, rates("adverse-event", 0.5, 0.7))),
    (OTHER, told(*GRAVE, rates("serious-adverse-event", 12.5, 8.5))),
    (OTHER, told(*SHARES, rates("remission", 41.5, 30.5))),
    (OTHER, told(*SHARES, rates("response", 22.5, 12.5))),
    (OTHER, told(*MAIN, rates("response", 22.5, 12.5))),
    (OTHER, told(*MAIN, rates("remission", 22.5, 30.5))),
    (OTHER, told("寛解は22.5%対12.5%。", "Remission was 22.5% against 12.5%.", rates("response", 22.5, 12.5))),
    (OTHER, told(*TIMES, effect("RR", (1.8, 1.3, 2.4), "response", ", at: m6"))),
    (NEVER, told(*RARE, frequencies(often("glare", "people", 1.6, 1000)))),
    (OTHER, told(*RARE, frequencies(often("burn", "people", 0.3, 10000)))),
    (OTHER, told(*RARE, frequencies(often("burn", "sessions", 1.6, 1000)))),
    (OTHER, told("やけどは受けた回の0.4%。", "Burns in 0.4% of sessions.", frequencies(often("burn", "people", 0.4, 100)))),
    (OTHER, told(*COILS, frequencies(*TURNED))),
    (OTHER, row(*ROWS, f"{RESULT}    participants: 620\n", "remission")),
    (OTHER, row(*ROWS, f"{RESULT}    studies: 8\n")),
    (OTHER, row(*ROWS, f"{RESULT}    heterogeneity: I² 44%\n")),
    (OTHER, row(*ROWS, f"{RESULT}    without: {{per100: 5.5, source: hikari2020lamp}}\n")),
    (OTHER, row(*ROWS, f"{RESULT}    observed: {{treated: 11.5, source: hikari2020lamp}}\n", "remission")),
    (OTHER, row(*RATIOS, "    result: RR 2.2 (1.4 to 3.5)\n")),
    (OTHER, row(*TIMES, "    result: RR 1.8 (1.3 to 2.4)\n    at: m6\n")),
    (OTHER, row(*CERTAIN, rated("response", "low", "8"))),
    (RATED, row(*CERTAIN, rated("response", "low", "14"))),
    (RATED, row(*CERTAIN, rated("remission", "moderate"), "remission")),
    (RATED, row(*GRADES, rated("response", "high"))),
    (RATED, row(*GRADES, rated("remission", "very-low"), "remission")),
]
RIGHT: list[list[Change]] = [
    told(*RATIOS, effect("RR", (2.2, 1.4, 3.5), "remission")),
    told(*SCORES, effect("SMD", (-0.4, -0.6, -0.2), "mood")),
    told(*SCORES, rates("response", 41.5, 30.5)),
    told(*BLOOD, effect("SMD", (0.7, 0.5, 0.9), "cortisol")),
    told(*HARMS, effect("RR", (2.1, 1.6, 2.8), "glare")),
    told(*GRAVE, rates("adverse-event", 12.5, 8.5)),
    told(*SHARES, rates("remission", 22.5, 12.5)),
    told(*MAIN, rates("remission", 22.5, 12.5)),
    told(*MAIN, rates("response", 41.5, 30.5)),
    told(
        "反応と寛解を合わせて22.5%対12.5%。",
        "Response and remission together 22.5% against 12.5%.",
        rates("remission", 22.5, 12.5),
    ),
    told(
        "反応と寛解は、順に22.5%と12.5%。",
        "Response and remission were 22.5% and 12.5%, respectively.",
        rates("remission", 12.5, 22.5),
    ),
    told(
        "反応した300人で、気分は0.4（0.2〜0.6）下がった。",
        "In 300 responders mood fell by 0.4 (0.2 to 0.6).",
        effect("SMD", (0.4, 0.2, 0.6), "mood"),
    ),
    told(
        "反応は多く、尺度では0.4（0.2〜0.6）下がった。",
        "More responded, and the scale fell by 0.4 (0.2 to 0.6).",
        effect("SMD", (0.4, 0.2, 0.6), "mood"),
    ),
    told(*TIMES, effect("RR", (1.4, 1.1, 1.9), "response", ", at: m6")),
    row(
        "6〜12か月後の反応のリスク比は1.8（1.3〜2.4）。",
        "At 6 to 12 months the risk ratio for response was 1.8 (1.3 to 2.4).",
        "    result: RR 1.8 (1.3 to 2.4)\n    at: m6\n",
    ),
    told(*RARE, frequencies(often("burn", "people", 1.6, 1000), often("burn", "sessions", 0.3, 10000))),
    told("やけどは受けた回の0.4%。", "Burns in 0.4% of sessions.", frequencies(often("burn", "sessions", 0.4, 100))),
    told(*COILS, frequencies(*BOTH)),
    row(*ROWS, f"{RESULT}    participants: 410\n    studies: 8\n    heterogeneity: I² 44%\n", "remission"),
    row(*ROWS, f"{RESULT}    without: {{per100: 11.5, source: hikari2020lamp}}\n"),
    row(*CERTAIN, rated("remission", "low", "8"), "remission"),
    row(*CERTAIN, rated("response", "moderate", "14")),
    row(*GRADES, rated("response", "very-low")),
    row("確実性は、点数が高いほど低い。", "Certainty is a matter of the score.", rated("response", "high")),
]


@pytest.mark.parametrize(("name", "changes"), WRONG)
def test_a_value_of_another_outcome_is_named_once(name: str, changes: list[Change], miniature: Path) -> None:
    ours = [one for one in problems_of(miniature, changes) if one.startswith("effect-not-in-finding")]
    assert ours == [name]


@pytest.mark.parametrize("changes", RIGHT)
def test_a_value_of_its_own_outcome_is_left_alone(changes: list[Change], miniature: Path) -> None:
    assert not [name for name in problems_of(miniature, changes) if name.startswith("effect-not-in-finding")]


@pytest.mark.parametrize(
    ("language", "text", "clauses"),
    [
        ("ja", "光（青、白）は5%、茶は3%。水もです。", ["光（青、白）は5%", "茶は3%", "水もです"]),
        ("ja", "光（5%）も茶（3%）も多い。", ["光（5%）", "茶（3%）", "多い"]),
        ("en", "Light (blue, white) 5% and tea, 3%; water, too.", ["Light (blue, white) 5%", "tea", "3%", "water", "too"]),
    ],
)
def test_a_clause_ends_outside_brackets(language: Language, text: str, clauses: list[str]) -> None:
    found = [clause.text.strip() for sentence in clauses_of(text, language) for clause in sentence]
    assert [text for text in found if text] == clauses


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ja", "光は7%、偽の光で4%。", {"光"}),
        ("ja", "光は7%、歩くと4%。", set()),
        ("ja", "光と茶は、順に7%、4%。", set()),
        ("en", "light in 7%, 4% with sham", {"light"}),
        ("en", "light, the main thing, was 4%", {"light"}),
        ("en", "light in 7%, walks in 4%", set()),
        ("en", "light 7%; 4% with sham", set()),
    ],
)
def test_a_clause_goes_on_with_the_subject_of_the_one_before(language: Language, text: str, names: set[str]) -> None:
    def named(clause: str) -> frozenset[str]:
        return frozenset(word for word in ("茶", "光", "light") if word in clause.replace("偽の光", ""))

    assert names_at(text, language, text.index("4%"), named) == names
