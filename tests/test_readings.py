"""A finding that was read again says by whom, and nobody reads a finding of their own again."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.rule_cases import APPROVAL, spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.edition import Edition
from tools.pages.reading import reading_counts
from tools.pages.render import render
from tools.pages.templating import Templates
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LANGUAGES

ALL = "    by: hikari\n    confirmed: 2026-01-02\n    confirmed_by: mori\n"
ALIKE = "  mori: {label: {ja: もり, en: Mori}", "  mori: {label: {ja: もり, en: Hikari}"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("    confirmed: 2026-01-02\n", "`by`, `confirmed_by` is not given"),
        ("    by: hikari\n    confirmed: 2026-01-02\n", "`confirmed_by` is not given"),
        ("    confirmed: 2026-01-02\n    confirmed_by: mori\n", "`by` is not given"),
        ("    by: hikari\n    confirmed_by: mori\n", "`confirmed` is not given"),
        ("    by: mori\n    confirmed: 2026-01-02\n    confirmed_by: mori\n", "they are one reader"),
    ],
)
def test_a_reading_says_who_and_it_is_another(written: str, words: str, miniature: Path) -> None:
    spoil(miniature, [(APPROVAL, ALL, written)])
    (problem,) = problems(miniature)
    assert ": confirmed-by-whom: " in problem and words in problem


def test_two_words_for_one_reader_are_one_reader(miniature: Path) -> None:
    spoil(miniature, [("vocabulary.yml", *ALIKE)])
    assert any("they are one reader" in problem for problem in problems(miniature))


@pytest.mark.parametrize("written", ["", "    by: hikari\n"])
def test_what_nobody_has_read_again_needs_nobody(written: str, miniature: Path) -> None:
    spoil(miniature, [(APPROVAL, ALL, written)])
    assert problems(miniature) == []


def problems(root: Path) -> list[str]:
    review, found = load(root)
    assert review
    return [str(problem) for problem in [*found, *check(assess(review), TODAY)]]


@pytest.mark.parametrize(("language", "told"), [("ja", "読み直したのは：もり（1件）"), ("en", "Read again by: Mori (1)")])
def test_the_page_on_the_method_says_who_read_again(language: str, told: str, review: Review) -> None:
    assert told in Templates(assess(review), Edition(TODAY, language=language)).render("insert-second-reading.md", "")


def test_a_claim_marks_only_what_nobody_has_read_again(review: Review) -> None:
    for language in LANGUAGES:
        assert (
            "もり" not in (page := render(assess(review), Edition(TODAY, language=language))["claims/tea-approval.md"])
            and "Mori" not in page
        )


def test_a_source_is_fresh_for_a_month_before_the_newest_look(review: Review) -> None:
    first, second, *others = review.references
    days = dict.fromkeys(others, "2026-02-28") | {first: "2026-03-31", second: "2026-03-01"}
    sources = {key: replace(source, checked=f"{days[key]} https://example.org/") for key, source in review.references.items()}
    counts = reading_counts(replace(review, references=sources))
    assert (counts.fresh, counts.since, counts.day) == (2, datetime.date(2026, 3, 1), datetime.date(2026, 3, 31))
