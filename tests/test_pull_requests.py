"""Pull requests with one change each, as their reviewer meets them: the comment alone tells what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judged_cases import ASIDE, COURSE, EFFECT, FEWER, HARM, NO_WORSE, OVERLAPS, SAFETY
from tests.rule_cases import Change, spoil
from tools.appraisal.assess import Assessed, assess
from tools.contribute.impact import impact
from tools.records.load import load
from tools.records.words import LANGUAGES

BIB, WORDS, SEARCHES, ARTICLE = "references/judged.bib", "vocabulary.yml", "references/searches.yml", "references/article.yml"
TEA, APPROVAL, LAMP = "claims/lamp-and-tea.yml", "claims/tea-approval.yml", "claims/lamp-lifts-mood.yml"
PATIENTS = """---
title: {title}
description: {title}
---

{said}

## {title} {{#help}}

- {line} [0120-279-338](tel:0120279338)
"""
# What the pull requests below change, where the invented review has nothing of the kind.
BASE: list[Change] = [
    (EFFECT, OVERLAPS, ASIDE),
    (EFFECT, "LMP-11の長い経過。", "LMP-11の長い経過、やけど、まぶしさ。"),
    (EFFECT, "The long course for LMP-11.", "The long course, burns and glare for LMP-11."),
    (
        BIB,
        "year = {2018}, doi = {10.5555/nobi.2018}",
        "year = {2018}, notice = {retraction 2025-01-02}, doi = {10.5555/nobi.2018}",
    ),
]
SIGNED = (
    "signoff:\n  - {version: 1, name: Mori Hanako, role: {ja: 医師, en: Physician}, date: 2026-01-03, "
    "interests: {ja: なし。, en: None.}}\n"
)
REQUESTS: dict[str, list[Change]] = {
    "an-answer-negated": [
        (EFFECT, "answer: {ja: 反応する人はおそらく増えます。", "answer: {ja: 反応する人はおそらく増えません。"),
        (EFFECT, "en: More people probably respond.}\nappr", "en: More people probably do not respond.}\nappr"),
    ],
    "a-sign-changed": [(EFFECT, "result: MD -3.4 (-4.9 to -1.9)", "result: MD 3.4 (1.9 to 4.9)")],
    "direct-to-indirect": [(NO_WORSE, "direct: true", "direct: false")],
    "set-aside-for-another-reason": [
        (EFFECT, "why: {ja: 同じ人です。, en: The same people.}", "why: {ja: 小さい。, en: Too small.}")
    ],
    "a-grade-of-one-step-less": [(SAFETY, "indirectness: 1", "indirectness: 0")],
    "a-harm-dropped-from-unknown": [
        (EFFECT, "LMP-11の長い経過、やけど、まぶしさ。", "LMP-11の長い経過、まぶしさ。"),
        (EFFECT, "The long course, burns and glare", "The long course and glare"),
    ],
    "a-help-line-in-one-language": [("docs/en/patients.md", "[0120-279-338](tel:0120279338)", "[0120-279-388](tel:0120279388)")],
    "a-retraction-removed": [(BIB, " notice = {retraction 2025-01-02},", "")],
    "a-limit-of-the-vocabulary": [(WORDS, "limit: 1\n", "limit: 10\n")],
    "a-search-that-found-one": [(SEARCHES, "found: 0", "found: 1")],
    "a-premise-dropped": [(TEA, "requires: [lamp-lifts-mood, tea-calms-mice]", "requires: [lamp-lifts-mood]")],
    "another-kind": [(COURSE, "kind: course", "kind: effect")],
    "another-question": [(FEWER, "asks: fewer", "asks: better")],
    "an-authors-name": [(BIB, "{Akari, Ren}", "{Akari, Rin}")],
    "a-page-in-one-language": [("docs/ja/patients.md", "薬を急にやめないでください。", "薬をやめてください。")],
    "a-signature": [(EFFECT, "version: 1\n", f"{SIGNED}version: 1\n")],
    "a-later-review": [(EFFECT, "review_by: 2026-07-02", "review_by: 2027-07-02")],
    "a-title": [(EFFECT, "en: The lamp and response of mood}\nstat", "en: Response of mood to the lamp}\nstat")],
    "a-statement": [
        (TEA, "お茶を加えるとさらに良い。", "お茶を加えるとはるかに良い。"),
        (TEA, "Adding tea is better still.", "Adding tea is far better."),
    ],
    "a-term": [(WORDS, "en: [tea, infusion]", "en: [tea, infusion, brew]")],
    "a-number-of-a-finding": [
        (EFFECT, "RR 1.30 (1.05–1.60): 14", "RR 1.30 (1.05–1.60): 41"),
        (EFFECT, "RR 1.30 (1.05 to 1.60): 14", "RR 1.30 (1.05 to 1.60): 41"),
    ],
    "an-effect": [(EFFECT, "value: 1.30, low: 1.05", "value: 1.40, low: 1.15")],
    "another-source-of-an-outcome": [(SAFETY, "glare, source: akari2021lamps", "glare, source: kiri2023lamps")],
    "the-result-of-an-outcome": [(EFFECT, "RR 1.80 (1.40 to 2.30)", "RR 1.80 (1.50 to 2.20)")],
    "a-baseline": [(EFFECT, "without: {per100: 20", "without: {per100: 40")],
    "an-outcome-dropped": [(EFFECT, "  - {outcome: response, at: m6, found: none, searched: lamp-and-tea-in-people}\n", "")],
    "a-reason": [(EFFECT, "{ja: 幅が広い。, en: The interval is wide.}", "{ja: 人が少ない。, en: Few people.}")],
    "another-share": [(COURSE, "share: 50", "share: 60"), (COURSE, "times: [m3, m6]", "times: [m3]")],
    "harms-dropped": [(HARM, "harms: [burn]\n", "")],
    "a-position-of-an-authority": [(EFFECT, "position: against", "position: none")],
    "a-margin": [(WORDS, "value: 10, unit: people", "value: 7, unit: people")],
    "a-phrase": [(WORDS, "phrase: {ja: やけどをする人, en: get a burn}", "phrase: {ja: やけどをする人, en: are burnt}")],
    "more-people": [(BIB, "participants = {640}", "participants = {3000}")],
    "another-doi-and-year": [(BIB, "year = {2024}, doi = {10.5555/soto.2024}", "year = {2024}, doi = {10.5555/soto.2025}")],
    "a-second-reading-dropped": [(APPROVAL, "    confirmed: 2026-01-02\n    confirmed_by: mori\n", "")],
    "a-certainty": [(EFFECT, "certainty: moderate", "certainty: high")],
    "the-plain-statement": [(ARTICLE, "The lamp is established.", "The lamp is not established.")],
    "another-order": [(TEA, "[lamp, tea]", "[tea, lamp]")],
    "an-effect-dropped": [(LAMP, "    effect: {measure: OR, value: 2.5, low: 1.5, high: 4.1, outcome: response}\n", "")],
    "a-claim-that-does-not-parse": [(EFFECT, "kind: effect", "kind：effect")],
    "a-claim-without-a-field": [(EFFECT, "version: 1\n", "")],
}


@pytest.fixture
def base(judged: Path) -> Path:
    """The invented review with what the pull requests change."""
    spoil(judged, BASE)
    for language, title, said, line in (
        ("ja", "相談先", "薬を急にやめないでください。", "電話"),
        ("en", "Help", "Do not stop medicines suddenly.", "Call"),
    ):
        (judged / f"docs/{language}/patients.md").write_text(PATIENTS.format(title=title, said=said, line=line), encoding="utf-8")
    return judged


def read(root: Path) -> Assessed:
    review, _ = load(root)
    assert review
    return assess(review)


@pytest.mark.parametrize("name", REQUESTS)
def test_the_comment_alone_tells_what_changed(name: str, base: Path, golden) -> None:
    before = read(base)
    spoil(base, REQUESTS[name])
    review, problems = load(base)
    assert review
    after, touched = assess(review), [path for path, *_ in REQUESTS[name]]
    for language in LANGUAGES:
        told = impact(before, after, touched, problems=problems, language=language)
        golden(f"golden/impact/{language}/{name}.md", told)
        assert "No change of meaning" not in told and "意味の変化はありません" not in told
