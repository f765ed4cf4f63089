"""The real records keep the rules, whatever they say today: no problem, all of the article, levels that cannot be inflated."""

from __future__ import annotations

import dataclasses
import datetime
import re
from pathlib import Path

import pytest

from tests.conftest import NOW, REAL_ROOT, real_assessed, real_claims, real_review, unchecked
from tests.test_check import problems_of
from tools.appraisal.assess import Assessed, assess
from tools.appraisal.gather import gather
from tools.appraisal.profile import profile
from tools.appraisal.rule import judge
from tools.check.registry import RULES
from tools.check.rules import Run, check
from tools.records.claim import Claim, Review
from tools.records.load import load
from tools.records.sources import Notice, Reference
from tools.records.words import LEVELS, LEVELS_OF_FACTS, Level, is_below, rank_of

CLAIMS = real_claims()
(LEVEL_RULE,) = (rule for rule in RULES if rule.names == ("level-above-evidence",))


@pytest.fixture(scope="module")
def real() -> Review:
    return real_review()


@pytest.fixture(scope="module")
def problems(assessed: Assessed) -> list[str]:
    return [str(problem) for problem in load(REAL_ROOT)[1] + check(assessed, NOW)]


@pytest.fixture(scope="module")
def assessed(real: Review) -> Assessed:
    return real_assessed()


def ceiling_of(claim: Claim, review: Review) -> Level:
    return judge(gather(claim, review, profile()).case, profile()).level


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_claim(claim_id: str, problems: list[str]) -> None:
    assert not [problem for problem in problems if problem.startswith(f"claims/{claim_id}.yml:")]


def test_everything_else(problems: list[str]) -> None:
    assert not problems


def test_every_claim_names_its_terms_and_its_evidence(real: Review) -> None:
    for claim_id, claim in real.claims.items():
        assert claim.terms and claim.evidence, claim_id


def test_what_nobody_tested_shows_the_nearest_things_and_the_search(assessed: Assessed) -> None:
    for claim_id, judged in assessed.claims.items():
        if judged.claim.level == judged.ceiling == "hypothetical":
            assert judged.claim.searches and judged.claim.evidence, claim_id
            assert not [one for one in judged.outcomes if one.result.gain], claim_id


def test_every_level_is_at_most_its_ceiling(assessed: Assessed) -> None:
    for claim_id, judged in assessed.claims.items():
        assert rank_of(judged.claim.level) >= rank_of(judged.ceiling), claim_id


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_level_one_step_above_the_evidence_is_refused(claim_id: str, real: Review) -> None:
    claim = real.claims[claim_id]
    levels = LEVELS_OF_FACTS if claim.is_description else LEVELS
    for level in levels[: rank_of(ceiling_of(claim, real))]:
        alone = dataclasses.replace(real, claims={claim_id: unchecked(claim, level=level)})
        (problem,) = Run(assess(alone), NOW).apply(LEVEL_RULE)
        assert problem.path == f"claims/{claim_id}.yml"


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_no_search_lifts_a_claim_that_does_not_say_that_studies_are_missing(claim_id: str, real: Review) -> None:
    """Not even one that somebody calls a description."""
    claim = real.claims[claim_id]
    described = unchecked(claim, kind="description")
    if not claim.absence:
        assert ceiling_of(described, real) == ceiling_of(unchecked(described, searches=[]), real)


def fallen(source: Reference, fault: str) -> Reference:
    """A source that is retracted, under a concern, or turns out to have been done in animals."""
    if fault == "animals":
        return dataclasses.replace(source, species="mouse")
    return dataclasses.replace(source, notice=Notice(kind=fault, date=datetime.date(2026, 1, 1)))  # type: ignore[arg-type]


@pytest.mark.parametrize("fault", ["animals", "retraction", "expression-of-concern"])
def test_a_source_that_falls_takes_the_levels_that_it_carries_along(fault: str, real: Review, assessed: Assessed) -> None:
    """Each source without which the ceiling would be below the level. (Whom that of a description studied does not matter.)"""
    carried = [
        (claim_id, support.ref)
        for claim_id, judged in assessed.claims.items()
        for support in judged.supports
        if is_below(support.without, judged.claim.level)
    ]
    assert carried
    for claim_id, key in carried:
        source, claim = real.references[key], real.claims[claim_id]
        if fault == "animals" and (source.species != "human" or claim.is_description):
            continue
        changed = dataclasses.replace(real, references={**real.references, key: fallen(source, fault)})
        assert is_below(ceiling_of(claim, changed), claim.level), (claim_id, key)


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
    lines = problems_of(miniature, capsys)
    assert all(line.startswith("claims/lamp-lifts-mood.yml:") for line in lines)
    # Where the finding still speaks of people, the doubt is told before the level that follows from it.
    told = "design-against-title" if fault == "animals" else "level-above-evidence: `established` is above `inconclusive`"
    assert [line for line in lines if f": {told}" in line]


def test_every_search_can_be_run_in_three_databases() -> None:
    assert {name: search for name, search in real_review().searches.items() if len(search.queries) < 3} == {}
