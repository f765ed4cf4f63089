"""The real records keep the rules, whatever they say today: no problem, all of the article, levels that cannot be inflated."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tools.appraisal.levels import ceiling_of, is_below
from tools.appraisal.load_bearing import load_bearing
from tools.appraisal.tally import searches_of, tally_of

from tests.conftest import NOW, REAL_ROOT, unchecked
from tests.test_check import problems_of
from tools.appraisal.assess import assess
from tools.check.registry import RULES
from tools.check.rules import Run, check
from tools.records.claim import Claim, Review
from tools.records.load import load
from tools.records.sources import Notice, Reference
from tools.records.words import LEVELS, rank_of

REVIEW, LOAD_PROBLEMS = load(REAL_ROOT)
CLAIMS = sorted(path.stem for path in (REAL_ROOT / "claims").glob("*.yml"))
(LEVEL_RULE,) = (rule for rule in RULES if rule.names == ("level-above-evidence",))


@pytest.fixture(scope="module")
def real() -> Review:
    assert REVIEW
    return REVIEW


@pytest.fixture(scope="module")
def problems(real: Review) -> list[str]:
    return [str(problem) for problem in LOAD_PROBLEMS + check(assess(real), NOW)]


def with_claim(review: Review, claim_id: str, **fields: object) -> Review:
    """The review with other values in one claim, even such as the record would refuse."""
    return dataclasses.replace(review, claims={**review.claims, claim_id: unchecked(review.claims[claim_id], **fields)})


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_claim(claim_id: str, problems: list[str]) -> None:
    assert not [problem for problem in problems if problem.startswith(f"claims/{claim_id}.yml:")]


def test_everything_else(problems: list[str]) -> None:
    assert not problems


def test_every_claim_names_its_terms_and_its_evidence(real: Review) -> None:
    for claim_id, claim in real.claims.items():
        assert claim.terms and claim.evidence, claim_id


def test_what_nobody_tested_shows_the_nearest_things_and_the_search(real: Review) -> None:
    for claim_id, claim in real.claims.items():
        if claim.level == "hypothetical" and ceiling_of(claim, real) == "hypothetical":
            assert claim.searches and claim.evidence, claim_id
            assert not tally_of(claim, real).tested, claim_id


def test_every_level_is_at_most_its_ceiling(real: Review) -> None:
    for claim_id, claim in real.claims.items():
        assert rank_of(claim.level) >= rank_of(ceiling_of(claim, real)), claim_id


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_level_one_step_above_the_evidence_is_refused(claim_id: str, real: Review) -> None:
    ceiling = ceiling_of(real.claims[claim_id], real)
    for level in LEVELS[: rank_of(ceiling)]:
        (problem,) = Run(assess(with_claim(real, claim_id, level=level)), NOW).apply(LEVEL_RULE)
        assert problem.path == f"claims/{claim_id}.yml"


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_no_search_lifts_a_claim_that_does_not_say_that_studies_are_missing(claim_id: str, real: Review) -> None:
    """Not even one that somebody calls a description."""
    claim = real.claims[claim_id]
    described = unchecked(claim, kind="description")
    if not claim.absence:
        assert searches_of(claim, real) == 0
        assert ceiling_of(described, real) == ceiling_of(unchecked(described, searches=[]), real)


def fallen(source: Reference, fault: str) -> Reference:
    """A source that is retracted, under a concern, or turns out to have been done in animals."""
    if fault == "animals":
        return dataclasses.replace(source, species="mouse")
    return dataclasses.replace(source, notice=Notice(kind=fault, date=datetime.date(2026, 1, 1)))  # type: ignore[arg-type]


def carried(claims: Mapping[str, Claim], review: Review) -> list[tuple[str, str]]:
    """(claim, source) where the one source, if it fell, would lower the ceiling below the declared level."""
    return [
        (claim_id, support.ref)
        for claim_id, claim in claims.items()
        for support in load_bearing(claim, review)
        if is_below(support.without, claim.level)
    ]


@pytest.mark.parametrize("fault", ["animals", "retraction", "expression-of-concern"])
def test_a_source_that_falls_takes_the_levels_that_it_carries_along(fault: str, real: Review) -> None:
    for claim_id, key in carried(real.claims, real):
        if fault == "animals" and real.references[key].species != "human":
            continue  # a document studies nobody
        changed = dataclasses.replace(real, references={**real.references, key: fallen(real.references[key], fault)})
        told = {problem.path for problem in Run(assess(changed), NOW).apply(LEVEL_RULE)}
        assert f"claims/{claim_id}.yml" in told, (claim_id, key)


@pytest.mark.parametrize("fault", ["animals", "retraction", "expression-of-concern"])
def test_a_load_bearing_study_that_falls_stops_the_build(fault: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = miniature / "references/all.bib"
    text = file.read_text(encoding="utf-8")
    start = text.index("{hikari2020lamp,")
    entry = text[start : text.index("\n}", start)]
    changed = (
        re.sub(r"(species\s*= )\{human\}", r"\1{mouse}", entry)
        if fault == "animals"
        else entry + f"\n  notice = {{{fault} 2026-01-01}},"
    )
    assert changed != entry
    file.write_text(text.replace(entry, changed), encoding="utf-8")
    (line,) = problems_of(miniature, capsys)
    assert line.startswith("claims/lamp-lifts-mood.yml:") and ": level-above-evidence: " in line
