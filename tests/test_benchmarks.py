"""The review that the benchmarks invent is a review without a problem, or nothing could be measured with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.invented import TOPICS, write_review
from tests.conftest import TODAY
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load


@pytest.mark.long
def test_an_invented_review_has_no_problem(tmp_path: Path) -> None:
    write_review(TOPICS + 1, tmp_path / "review")
    review, problems = load(tmp_path / "review")
    assert review and not problems, problems
    assert not list(check(assess(review), TODAY))
    assert len(review.claims) == TOPICS + 1
