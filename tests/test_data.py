"""The real records: no problem, all of the article, and levels that cannot be inflated."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_check import change, problems_of
from tools.appraisal.levels import ceiling_of, is_below
from tools.check.rules import check
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LEVELS

REVIEW, LOAD_PROBLEMS = load(ROOT)
CLAIMS = sorted(path.stem for path in (ROOT / "claims").glob("*.yml"))
COMBINATION = [name for name in CLAIMS if name.startswith("combination-")]


@pytest.fixture(scope="module")
def real() -> Review:
    assert REVIEW
    return REVIEW


@pytest.fixture(scope="module")
def problems(real: Review) -> list[str]:
    return [str(problem) for problem in LOAD_PROBLEMS + check(real)]


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_claim(claim_id: str, problems: list[str]) -> None:
    assert not [problem for problem in problems if problem.startswith(f"claims/{claim_id}.yml:")]


def test_everything_else(problems: list[str]) -> None:
    assert not problems


def test_every_claim_names_its_terms_and_its_evidence(real: Review) -> None:
    for claim_id, claim in real.claims.items():
        assert claim.terms and claim.evidence, claim_id


def test_at_least_150_sources_are_cited(real: Review) -> None:
    assert len({item.ref for claim in real.claims.values() for item in claim.evidence}) >= 150


def test_combination_claims_show_the_nearest_things_as_indirect_and_the_search(real: Review) -> None:
    for claim_id in COMBINATION:
        claim = real.claims[claim_id]
        assert claim.level == "hypothetical" and claim.certainty == "none"
        assert not any(item.direct for item in claim.evidence)
        assert "combination-in-people" in claim.searches
        assert real.searches["combination-in-people"].found == 0


@pytest.mark.parametrize("claim_id", COMBINATION)
def test_raising_a_combination_claim_one_step_stops_the_build(
    claim_id: str, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(records, f"claims/{claim_id}.yml", "level: hypothetical", "level: preclinical")
    (line,) = problems_of(records, capsys)
    assert re.match(rf"claims/{claim_id}\.yml:\d+: level-above-evidence: ", line)


def load_bearing(real: Review) -> list[tuple[str, str]]:
    """(claim, reference) where the one source, if it fell, would lower the ceiling below the declared level."""
    found = []
    for claim_id, claim in real.claims.items():
        for item in claim.evidence:
            without = dataclasses.replace(claim, evidence=[other for other in claim.evidence if other != item])
            human = real.references[item.ref].species == "human"
            if human and item.direct and is_below(ceiling_of(without, real), claim.level):
                found.append((claim_id, item.ref))
    return found


@pytest.mark.parametrize("fault", ["mouse", "retraction", "expression-of-concern"])
def test_a_load_bearing_study_that_falls_stops_the_build(
    fault: str, real: Review, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bearing = load_bearing(real)
    assert bearing, "no claim rests on a single study: choose another way to test this"
    claim_id, key = bearing[0]
    file = Path(real.sources[f"reference:{key}"].path)
    text = (records / file).read_text(encoding="utf-8")
    start = text.index(f"{{{key},")
    entry = text[start : text.index("\n}", start)]
    changed = (
        re.sub(r"(species\s*= )\{human\}", r"\1{mouse}", entry)
        if fault == "mouse"
        else entry + f"\n  notice = {{{fault} 2026-01-01}},"
    )
    assert changed != entry
    (records / file).write_text(text.replace(entry, changed), encoding="utf-8")
    lines = problems_of(records, capsys)
    mine = [line for line in lines if line.startswith(f"claims/{claim_id}.yml:")]
    assert len(mine) == 1
    assert all(": level-above-evidence: " in line or ": level-note-needless: " in line for line in lines)


def test_every_level_is_at_most_its_ceiling(real: Review) -> None:
    for claim_id, claim in real.claims.items():
        assert LEVELS.index(claim.level) >= LEVELS.index(ceiling_of(claim, real)), claim_id
