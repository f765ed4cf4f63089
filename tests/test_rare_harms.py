"""Rare harms of the real records: each that is counted can be asked for, and no page for patients tells a part of a person."""

from __future__ import annotations

import re

from tests.conftest import real_assessed, real_review
from tools.appraisal.frequencies import rare
from tools.appraisal.quoted import quote


def test_every_rate_can_be_asked_for() -> None:
    review, real = real_review(), real_assessed()
    counts = [(claim.code, one) for claim in review.claims.values() for one in rare(claim)]
    assert counts
    for code, one in counts:
        found = quote(f"{code} {one.frequency.outcome} {one.name}/{one.out_of}", real, "en")
        assert found.text == one.told("en") and not found.fault


def test_no_page_for_patients_speaks_of_a_part_of_a_person() -> None:
    for pages in real_review().pages.values():
        for name in ("patients.md", "sheet.md"):
            assert not re.findall(r"\d\.\d+ ?(?:人|回|件|people|of \d|per \d)", pages[name].body), name
