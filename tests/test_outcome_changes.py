"""What a pull request is told of outcomes: each change of what decides is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judged_cases import COURSE, EFFECT, FEWER, HARM, NO_WORSE, SAFETY
from tests.rule_cases import Change, spoil
from tools.appraisal.assess import Assessed, assess
from tools.contribute.impact import impact
from tools.records.load import load

BIB = "references/judged.bib"


def read(root: Path) -> Assessed:
    review, problems = load(root)
    assert review and not problems, problems
    return assess(review)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ((FEWER, "asks: fewer", "asks: better"), "**LMP-14** asks: fewer → **better**."),
        ((COURSE, "share: 50", "share: 60"), "**LMP-13** share: 50 → **60**."),
        ((COURSE, "times: [m3, m6]", "times: [m3]"), "**LMP-13** times: m3, m6 → **m3**."),
        ((HARM, "harms: [burn]\n", ""), "**LMP-16** harms: burn → **none**."),
        ((NO_WORSE, "direct: true", "direct: false"), "LMP-15 evidence judged otherwise: `asahi2024lamp` (direct, supports"),
        (
            (SAFETY, "glare, source: akari2021lamps", "glare, source: kiri2023lamps"),
            "LMP-12 outcome `glare` (end): source changed; low → low.",
        ),
        (
            (EFFECT, "RR 1.80 (1.40 to 2.30)", "RR 1.80 (1.50 to 2.20)"),
            "LMP-11 outcome `response` (end): result changed",
        ),
        (
            (SAFETY, "indirectness: 1", "indirectness: 0"),
            "LMP-12 outcome `burn` (end): grade changed; low → moderate.",
        ),
        ((EFFECT, "position: against", "position: none"), "`payers2023decision` (direct, contradicts, against"),
        (
            (BIB, "participants = {640}", "participants = {3000}"),
            "LMP-11 outcome `response` (end): what it rests on changed",
        ),
        (("vocabulary.yml", "limit: 1\n", "limit: 2\n"), "vocabulary, outcome `burn`: limit: 1 → **2**."),
        (
            ("vocabulary.yml", "value: 10, unit: people", "value: 7, unit: people"),
            "vocabulary, outcome `response`: worthwhile: 10 people → **7 people**.",
        ),
    ],
)
def test_each_change_of_what_decides_is_named(change: Change, told: str, judged: Path) -> None:
    before = read(judged)
    spoil(judged, [change])
    assert told in impact(before, read(judged), [change[0]])


def test_a_new_label_changes_nothing(judged: Path) -> None:
    before = read(judged)
    spoil(judged, [("vocabulary.yml", "phrase: {ja: まぶしい人, en: feel glare}", "phrase: {ja: まぶしい人, en: are dazzled}")])
    assert "No change of meaning" in impact(before, read(judged), ["vocabulary.yml"])
