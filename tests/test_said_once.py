"""A second reading said once for a claim holds for every outcome that has none of its own, and nothing else moves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.rule_cases import Change, spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.claim import Claim
from tools.records.load import load
from tools.records.said_once import each_its_own

CLAIM, PATH = "lamp-by-outcome", "claims/lamp-by-outcome.yml"
OWN, OTHER = "second_read: {by: mori, date: 2026-01-02}", "second_read: {by: mori, date: 2026-01-02, changed:"
ONCE: list[Change] = [(PATH, f", {OWN}}}", "}"), (PATH, "\noutcomes:", f"\n{OWN}\noutcomes:")]
# What nobody read again says so where the rest is said to have been.
UNREAD: list[Change] = [
    (PATH, "scale: blue, ", "scale: blue, second_read: none, "),
    (PATH, "searched: lamp-and-tea-in-people}", "searched: lamp-and-tea-in-people, second_read: none}"),
]


def read(root: Path) -> Claim:
    review, problems = load(root)
    assert review, problems
    return review.claims[CLAIM]


def told(root: Path) -> list[str]:
    review, problems = load(root)
    assert not problems or review is None or CLAIM not in review.claims, problems
    found = check(assess(review), TODAY) if review else []
    return [problem.as_line("en") for problem in (*problems, *found) if problem.path == PATH]


def test_what_is_said_once_is_what_each_outcome_says(judged: Path) -> None:
    before = read(judged)
    spoil(judged, ONCE + UNREAD)
    after = read(judged)
    assert after == before and after.second_read is None
    assert [outcome.second_read for outcome in after.outcomes] == [outcome.second_read for outcome in before.outcomes]
    own, shared = after.outcomes[0].second_read, after.outcomes[1].second_read
    assert own != "none" and own and own.changed  # what an outcome says itself stays
    assert shared != "none" and shared and shared.changed is None


def test_an_outcome_has_the_reading_of_the_whole_unless_it_says_otherwise(judged: Path) -> None:
    spoil(judged, [*ONCE, UNREAD[0]])
    claim = read(judged)
    assert [at[1] for at, _ in claim.second_reads()] == [0, 1, 3]
    assert claim.outcomes[2].second_read is None and claim.outcomes[3].second_read is claim.outcomes[1].second_read


def test_a_claim_without_outcomes_keeps_its_reading(judged: Path) -> None:
    spoil(judged, ONCE)
    review, _ = load(judged)
    assert review
    source = review.sources[f"claim:{CLAIM}"]
    claim = replace(review.claims[CLAIM], outcomes=[], second_read=review.claims[CLAIM].outcomes[1].second_read)
    assert each_its_own(claim, source) == (claim, source)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("by: mori", "by: morii", "unknown-reader"),
        ("by: mori", "by: hikari", "second-read"),
        ("2026-01-02", "2062-01-02", "future-date"),
        ("2026-01-02", "2025-01-02", "date-out-of-order"),
        ("date: 2026-01-02", "day: 2026-01-02", "missing-field"),
    ],
)
def test_a_fault_in_it_is_told_once_where_it_was_written(old: str, new: str, rule: str, judged: Path) -> None:
    spoil(judged, [(PATH, OTHER, "second_reading: {by: mori, date: 2026-01-02, changed:")])
    text = (judged / PATH).read_text(encoding="utf-8")
    start = text.index(", second_reading: {")
    text = text[:start] + "}" + text[text.index("\n", start) :]  # so that all outcomes have the one that was said once
    (judged / PATH).write_text(text, encoding="utf-8")
    spoil(judged, [*ONCE, (PATH, f"\n{OWN}", f"\n{OWN.replace(old, new)}")])
    line = (judged / PATH).read_text(encoding="utf-8").splitlines().index(OWN.replace(old, new)) + 1
    found = [one for one in told(judged) if f": {rule}: " in one]
    assert len(found) == 1 and found[0].startswith(f"{PATH}:{line}: ")
    assert "outcomes." not in found[0]
