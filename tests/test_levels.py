"""The level rule, case by case, and the laws that it keeps whatever the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement, product
from typing import get_args

import pytest

from tests.conftest import REAL_ROOT
from tools.appraisal.ladders import EFFECTS, LADDERS
from tools.appraisal.levels import ceiling, is_contradicted
from tools.appraisal.tally import Rank, Study, study_of, tally
from tools.records.load import load
from tools.records.vocabulary import Vocabulary
from tools.records.words import LEVELS, DesignClass, Kind, Level, SpeciesClass


def study(text: str) -> Study:
    """`trial people supports direct`, in that order; `withdrawn` or the number of a trial may follow."""
    design, species, direction, direct, *rest = text.split()
    number = next((word for word in rest if word != "withdrawn"), "")
    return Study(design, species, direction, direct == "direct", "withdrawn" in rest, number)  # type: ignore[arg-type]


META = "synthesis people supports direct"
META_AGAINST = "synthesis people contradicts direct"
META_MIXED = "synthesis people mixed direct"
RCT = "trial people supports direct"
AGAINST = "trial people contradicts direct"
COHORT = "people people supports direct"
COHORT_AGAINST = "people people contradicts direct"
CASES_SEEN = "cases people supports direct"
GUIDE = "authority nothing supports direct"
GUIDE_AGAINST = "authority nothing contradicts direct"
PAGE = "own-page nothing supports direct"
MOUSE = "laboratory laboratory supports direct"

CASES: list[tuple[str, Kind, list[str], Level]] = [
    ("nothing", "effect", [], "hypothetical"),
    ("a synthesis and a guideline", "effect", [META, GUIDE], "established"),
    ("a synthesis alone", "effect", [META], "supported"),
    ("a guideline alone is no study", "effect", [GUIDE], "hypothetical"),
    ("an indirect guideline accepts nothing", "effect", [META, "authority nothing supports indirect"], "supported"),
    ("a withdrawn guideline accepts nothing", "effect", [META, GUIDE + " withdrawn"], "supported"),
    ("a guideline against", "effect", [META, GUIDE_AGAINST], "supported"),
    ("a guideline that is mixed", "effect", [META, "authority nothing mixed direct"], "supported"),
    ("as many guidelines against as for", "effect", [META, GUIDE, GUIDE_AGAINST], "supported"),
    ("five guidelines against", "effect", [META, GUIDE] + [GUIDE_AGAINST] * 5, "supported"),
    ("more guidelines for than against", "effect", [META, GUIDE, GUIDE, GUIDE_AGAINST], "established"),
    ("an indirect guideline rejects nothing", "effect", [META, GUIDE, "authority nothing contradicts indirect"], "established"),
    ("two trials", "comparison", [RCT, RCT], "supported"),
    ("one trial", "effect", [RCT], "inconclusive"),
    ("a trial of nothing alive", "effect", ["trial nothing supports direct"] * 2, "hypothetical"),
    ("an uncontrolled trial", "harm", [COHORT], "inconclusive"),
    ("many uncontrolled trials", "effect", [COHORT] * 9, "inconclusive"),
    ("a case", "effect", [CASES_SEEN], "inconclusive"),
    ("a mouse", "effect", [MOUSE], "preclinical"),
    ("mice for and against", "effect", [MOUSE, "laboratory laboratory contradicts direct"], "preclinical"),
    ("cells of a human", "effect", ["laboratory people supports direct"], "preclinical"),
    ("a synthesis of mouse studies", "effect", ["synthesis laboratory supports direct", GUIDE], "preclinical"),
    ("a randomised trial in mice", "effect", ["trial laboratory supports direct"] * 2, "preclinical"),
    ("indirect evidence, however much", "effect", ["synthesis people supports indirect"] * 5 + [GUIDE], "hypothetical"),
    ("what counts as nothing", "effect", ["nothing people supports direct"] * 5, "hypothetical"),
    ("background", "effect", ["trial people context direct"], "hypothetical"),
    ("a mixed result has tested the claim", "effect", ["trial people mixed direct"], "inconclusive"),
    ("mixed results never reach supported", "effect", [META_MIXED, GUIDE], "inconclusive"),
    ("a contradicting trial has tested the claim", "effect", [AGAINST], "inconclusive"),
    ("a withdrawn synthesis", "effect", [META + " withdrawn", GUIDE], "hypothetical"),
    ("one of two trials withdrawn", "effect", [RCT, RCT + " withdrawn"], "inconclusive"),
    ("as many trials against as for", "effect", [RCT, RCT, AGAINST, AGAINST], "inconclusive"),
    ("more trials for than against", "effect", [RCT, RCT, AGAINST], "supported"),
    ("a synthesis against two trials", "effect", [RCT, RCT, META_AGAINST], "inconclusive"),
    ("a synthesis for and against, and two trials", "effect", [RCT, RCT, META, META_AGAINST], "inconclusive"),
    ("a trial against a synthesis", "effect", [META, GUIDE, AGAINST], "established"),
    ("more trials against than a synthesis for", "effect", [META, GUIDE, AGAINST, AGAINST], "supported"),
    ("trials for and against beside a synthesis", "effect", [META, GUIDE, RCT, AGAINST, AGAINST], "established"),
    ("twenty null trials beside one synthesis", "effect", [META, GUIDE] + [AGAINST] * 20, "supported"),
    ("twenty mixed syntheses beside one", "effect", [META, GUIDE] + [META_MIXED] * 20, "supported"),
    ("synthesis against synthesis", "effect", [META, META_AGAINST, GUIDE], "inconclusive"),
    ("two reports of one trial", "effect", [RCT + " NCT1", RCT + " NCT1"], "inconclusive"),
    ("reports of two trials", "effect", [RCT + " NCT1", RCT + " NCT2"], "supported"),
    ("a report that finds otherwise", "effect", [RCT, RCT, RCT + " NCT1", AGAINST + " NCT1", AGAINST], "supported"),
    ("an open follow-up of a null trial", "effect", [RCT, AGAINST + " NCT1", COHORT + " NCT1"], "inconclusive"),
    ("an open follow-up that fails", "effect", [META, GUIDE, RCT + " NCT1", COHORT_AGAINST + " NCT1"], "established"),
    ("a consensus measures nothing", "mechanism", [GUIDE], "hypothetical"),
    ("a mechanism in a systematic review", "mechanism", [META], "established"),
    ("a mechanism in a review, against more studies", "mechanism", [META, COHORT_AGAINST, COHORT_AGAINST], "supported"),
    ("a mechanism measured twice in people", "mechanism", [COHORT, COHORT], "supported"),
    ("a trial and a cohort are two studies in people", "mechanism", [RCT, COHORT], "supported"),
    ("a mechanism measured once", "mechanism", [COHORT], "inconclusive"),
    ("a mechanism in case reports", "mechanism", [CASES_SEEN] * 9, "inconclusive"),
    ("a mechanism in one study and a case", "mechanism", [COHORT, CASES_SEEN], "inconclusive"),
    ("a mechanism measured both ways", "mechanism", [COHORT, COHORT, COHORT_AGAINST, COHORT_AGAINST], "inconclusive"),
    ("a mechanism told in reviews without a method", "mechanism", ["nothing people supports direct"] * 9, "hypothetical"),
    ("a mechanism in mice", "mechanism", [MOUSE, MOUSE], "preclinical"),
    ("five syntheses against a consensus", "mechanism", [GUIDE] + [META_AGAINST] * 5, "inconclusive"),
    ("a description by the authority", "description", [GUIDE], "established"),
    ("authorities of two minds", "description", [GUIDE, GUIDE_AGAINST], "inconclusive"),
    ("an authority against", "description", [GUIDE_AGAINST], "inconclusive"),
    ("a description by the body's own page", "description", [PAGE], "supported"),
    ("a description in a systematic review", "description", [META], "established"),
    ("a description by two studies", "description", [COHORT] * 2, "supported"),
    ("a description by one study", "description", [COHORT], "inconclusive"),
    ("a description by cases", "description", [CASES_SEEN] * 9, "inconclusive"),
    ("an authority against five syntheses", "description", [GUIDE] + [META_AGAINST] * 5, "inconclusive"),
    ("an authority against three cohorts", "description", [GUIDE] + [COHORT_AGAINST] * 3, "inconclusive"),
    ("a page against a cohort", "description", [PAGE, COHORT_AGAINST], "inconclusive"),
    ("an authority and a mixed study", "description", [GUIDE, "people people mixed direct"], "established"),
    ("a web page lifts no effect", "effect", [PAGE], "hypothetical"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "studies", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_ceiling(kind: Kind, studies: list[str], expected: Level) -> None:
    assert ceiling(kind, tally(map(study, studies))) == expected


def test_an_empty_search_backs_a_description_and_nothing_else() -> None:
    assert ceiling("description", tally([], searches=1)) == "established"
    assert ceiling("effect", tally([], searches=1)) == ceiling("mechanism", tally([], searches=1)) == "hypothetical"


def test_an_empty_search_gives_way_to_a_study() -> None:
    assert ceiling("description", tally([study(COHORT_AGAINST)], searches=1)) == "inconclusive"


@pytest.mark.parametrize(
    ("studies", "flag"),
    [
        ([AGAINST], True),
        ([AGAINST, RCT], False),
        ([AGAINST, MOUSE], True),
        ([AGAINST, META], False),
        ([META_AGAINST, RCT, RCT], True),
        ([AGAINST + " withdrawn"], False),
        (["trial people contradicts indirect"], False),
        ([], False),
    ],
)
def test_contradicted_looks_at_the_highest_rank_present(studies: list[str], flag: bool) -> None:
    assert is_contradicted(tally(map(study, studies))) is flag


# What may be said of the rule whatever the evidence, tried on every bundle of so many items.
DESIGNS = [
    ("synthesis", "people"),
    ("trial", "people"),
    ("people", "people"),
    ("cases", "people"),
    ("laboratory", "laboratory"),
    ("trial", "laboratory"),
    ("authority", "nothing"),
    ("own-page", "nothing"),
    ("nothing", "people"),
]
DIRECTIONS = ("supports", "contradicts", "mixed")
LIVE = [study(f"{d} {s} {x} direct") for (d, s), x in product(DESIGNS, DIRECTIONS)]
REPORTS = [study(f"{d} people {x} direct {n}") for d, x, n in product(("trial", "people"), DIRECTIONS, ("", "NCT1"))]
STRONGEST = [item for item in LIVE if item.rank >= Rank.TRIAL]
DEAD = [
    study(f"{d} {s} {rest}")
    for (d, s), rest in product(DESIGNS, ("context direct", "supports indirect", "supports direct withdrawn"))
]
STEP = {level: number for number, level in enumerate(reversed(LEVELS))}
KINDS: tuple[Kind, ...] = ("effect", "mechanism", "description")  # one for each ladder


def bundles(most: int, of: Sequence[Study] = LIVE) -> Iterator[tuple[Study, ...]]:
    for size in range(most + 1):
        yield from combinations_with_replacement(of, size)


def one_more() -> Iterator[tuple[tuple[Study, ...], Study]]:
    """Bundles, each with one item more: of every kind; more of the strongest; more with several reports of one trial."""
    yield from product(bundles(2), LIVE)
    yield from product(bundles(4, STRONGEST), STRONGEST)
    yield from product(bundles(4, REPORTS), REPORTS)


def step(kind: Kind, *studies: Study) -> int:
    return STEP[ceiling(kind, tally(studies))]


@pytest.mark.parametrize("kind", KINDS)
def test_what_does_not_count_changes_nothing(kind: Kind) -> None:
    for bundle in bundles(2):
        assert {step(kind, *bundle, item) for item in DEAD} == {step(kind, *bundle)}, bundle


@pytest.mark.parametrize("kind", KINDS)
def test_more_support_never_lowers_a_level(kind: Kind) -> None:
    for bundle, item in one_more():
        if item.direction == "supports":
            assert step(kind, *bundle, item) >= step(kind, *bundle), (bundle, item)


@pytest.mark.parametrize("kind", KINDS)
def test_what_does_not_support_lifts_no_claim_above_tested(kind: Kind) -> None:
    for bundle, item in one_more():
        if item.direction != "supports":
            in_people = item.rank > Rank.LABORATORY or item.rank == Rank.NONE
            highest = STEP["inconclusive" if in_people else "preclinical"]
            assert step(kind, *bundle, item) <= max(step(kind, *bundle), highest), (bundle, item)


@pytest.mark.parametrize("kind", KINDS)
def test_above_inconclusive_something_supports_the_claim_and_nothing_contradicts_it_outright(kind: Kind) -> None:
    for bundle in bundles(3):
        if step(kind, *bundle) > STEP["inconclusive"]:
            assert any(item.direction == "supports" for item in bundle), bundle
            assert not is_contradicted(tally(bundle)), bundle


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "description"])
def test_without_a_study_in_people_nothing_is_above_preclinical(kind: Kind) -> None:
    for bundle in bundles(3):
        if all(item.rank <= Rank.LABORATORY for item in bundle):
            assert step(kind, *bundle) <= STEP["preclinical"], bundle


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_report_of_a_trial_adds_nothing_that_points_the_same_way(kind: Kind) -> None:
    for bundle in bundles(2):
        for item in (replace(item, registration="NCT1") for item in LIVE if item.rank > Rank.NONE):
            assert step(kind, *bundle, item, item) == step(kind, *bundle, item), (bundle, item)


def test_every_ladder_has_every_level_once_from_the_top() -> None:
    assert {"effect" if kind in EFFECTS else kind for kind in get_args(Kind)} == LADDERS.keys() == set(KINDS)
    for rungs in LADDERS.values():
        assert tuple(rung.level for rung in rungs) == LEVELS


def test_no_two_conditions_of_a_ladder_are_said_alike() -> None:
    for rungs in LADDERS.values():
        for language in ("ja", "en"):
            assert len({rung.words[language] for rung in rungs}) == len(rungs)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    review, _ = load(REAL_ROOT)
    assert review
    return review.vocabulary


def test_the_vocabulary_knows_every_class(vocabulary: Vocabulary) -> None:
    assert {design.counts_as for design in vocabulary.design.values()} == set(get_args(DesignClass))
    assert {species.counts_as for species in vocabulary.species.values()} == set(get_args(SpeciesClass))


@pytest.mark.parametrize(
    ("design", "species", "rank"),
    [
        ("meta-analysis", "human", Rank.SYNTHESIS),
        ("meta-analysis", "rodent", Rank.LABORATORY),
        ("rct", "human", Rank.TRIAL),
        ("rct", "mixed", Rank.LABORATORY),
        ("open-label", "human", Rank.PEOPLE),
        ("observational-meta-analysis", "human", Rank.PEOPLE),
        ("case-report", "human", Rank.CASES),
        ("in-vitro", "cells", Rank.LABORATORY),
        ("guideline", "none", Rank.NONE),
        ("registry-entry", "human", Rank.NONE),
        ("protocol", "human", Rank.NONE),
        ("narrative-review", "human", Rank.NONE),
        ("news", "human", Rank.NONE),
        ("no-such-design", "human", Rank.NONE),
        ("rct", "no-such-species", Rank.NONE),
    ],
)
def test_what_a_word_of_the_vocabulary_counts_as(design: str, species: str, rank: Rank, vocabulary: Vocabulary) -> None:
    assert study_of(vocabulary, design, species, "supports", direct=True).rank == rank
