"""The level rule, case by case."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tools.appraisal import tally as tally_module
from tools.appraisal.levels import LADDERS, ceiling, is_contradicted
from tools.appraisal.tally import Study, tally
from tools.records.load import load
from tools.records.words import LEVELS, Kind, Level


def study(text: str) -> Study:
    """`rct human supports direct`, in that order; `withdrawn` may follow."""
    design, species, direction, direct, *rest = text.split()
    return Study(design, species, direction, direct == "direct", "withdrawn" in rest)  # type: ignore[arg-type]


META = "meta-analysis human supports direct"
RCT = "rct human supports direct"
AGAINST = "rct human contradicts direct"
GUIDE = "guideline none supports direct"
MOUSE = "animal mouse supports direct"

CASES: list[tuple[str, Kind, list[str], Level]] = [
    ("nothing", "effect", [], "hypothetical"),
    ("a synthesis and a guideline", "effect", [META, GUIDE], "established"),
    ("a regulator's decision accepts as well", "effect", [META, "regulatory none supports direct"], "established"),
    ("a synthesis alone", "effect", [META], "supported"),
    ("a guideline alone is no study", "effect", [GUIDE], "hypothetical"),
    ("two trials", "comparison", [RCT, RCT], "supported"),
    ("one trial", "effect", [RCT], "inconclusive"),
    ("an uncontrolled trial", "harm", ["open-label human supports direct"], "inconclusive"),
    ("many uncontrolled trials", "effect", ["open-label human supports direct"] * 9, "inconclusive"),
    ("a synthesis of uncontrolled studies", "effect", ["observational-meta-analysis human supports direct"], "inconclusive"),
    ("a mouse", "effect", [MOUSE], "preclinical"),
    ("cells of a human", "effect", ["in-vitro human supports direct"], "preclinical"),
    ("a synthesis of mouse studies", "effect", ["meta-analysis mouse supports direct", GUIDE], "preclinical"),
    ("a randomised trial in mice", "effect", ["rct mouse supports direct"] * 2, "preclinical"),
    ("people and mice together", "effect", ["rct mixed supports direct"] * 2, "preclinical"),
    ("indirect evidence, however much", "effect", ["meta-analysis human supports indirect"] * 5 + [GUIDE], "hypothetical"),
    ("a registration", "effect", ["registry-entry human supports direct"], "hypothetical"),
    ("a review without a method", "effect", ["narrative-review human supports direct"], "hypothetical"),
    ("background", "effect", ["rct human context direct"], "hypothetical"),
    ("a mixed result has tested the claim", "effect", ["rct human mixed direct"], "inconclusive"),
    ("mixed results never reach supported", "effect", ["meta-analysis human mixed direct", GUIDE], "inconclusive"),
    ("a contradicting trial has tested the claim", "effect", [AGAINST], "inconclusive"),
    ("a withdrawn synthesis", "effect", [META + " withdrawn", GUIDE], "hypothetical"),
    ("one of two trials withdrawn", "effect", [RCT, RCT + " withdrawn"], "inconclusive"),
    ("as many trials against as for", "effect", [RCT, RCT, AGAINST, AGAINST], "inconclusive"),
    ("more trials for than against", "effect", [RCT, RCT, AGAINST], "supported"),
    ("a synthesis against two trials", "effect", [RCT, RCT, "meta-analysis human contradicts direct"], "supported"),
    ("a synthesis and trials against", "effect", [RCT, RCT, AGAINST, "meta-analysis human contradicts direct"], "inconclusive"),
    ("trials against a synthesis are of lower rank", "effect", [META, GUIDE, AGAINST, AGAINST], "established"),
    ("synthesis against synthesis", "effect", [META, "meta-analysis human contradicts direct", GUIDE], "inconclusive"),
    ("a mechanism with a consensus", "mechanism", ["consensus none supports direct"], "established"),
    ("a mechanism measured twice in people", "mechanism", ["neuroimaging human supports direct"] * 2, "supported"),
    ("a mechanism measured once", "mechanism", ["neuroimaging human supports direct"], "inconclusive"),
    ("a mechanism measured both ways", "mechanism", ["neuroimaging human supports direct", "neuroimaging human supports direct",
        "cohort human contradicts direct", "cohort human contradicts direct"], "inconclusive"),
    ("a mechanism in mice", "mechanism", [MOUSE, MOUSE], "preclinical"),
    ("a description by the authority", "description", ["regulatory none supports direct"], "established"),
    ("a description by the body's own page", "description", ["website none supports direct"], "supported"),
    ("a web page lifts no effect", "effect", ["website none supports direct"], "hypothetical"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "studies", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_ceiling(kind: Kind, studies: list[str], expected: Level) -> None:
    assert ceiling(kind, tally(map(study, studies))) == expected


def test_a_documented_search_backs_a_description_and_nothing_else() -> None:
    assert ceiling("description", tally([], searches=1)) == "established"
    assert ceiling("effect", tally([], searches=1)) == ceiling("mechanism", tally([], searches=1)) == "hypothetical"


@pytest.mark.parametrize(
    ("studies", "flag"),
    [
        ([AGAINST], True),
        ([AGAINST, RCT], False),
        ([AGAINST, MOUSE], True),
        ([AGAINST, META], False),
        (["meta-analysis human contradicts direct", RCT, RCT], True),
        ([AGAINST + " withdrawn"], False),
        (["rct human contradicts indirect"], False),
        ([], False),
    ],
)
def test_contradicted_looks_at_the_highest_rank_present(studies: list[str], flag: bool) -> None:
    assert is_contradicted(tally(map(study, studies))) is flag


def test_every_ladder_has_every_level_once_from_the_top() -> None:
    for rungs in LADDERS.values():
        assert tuple(rung.level for rung in rungs) == LEVELS


def test_every_design_of_the_vocabulary_has_exactly_one_class() -> None:
    review, _ = load(ROOT)
    assert review
    classes = [getattr(tally_module, name) for name in CLASSES]
    for design in review.vocabulary.design:
        assert sum(design in members for members in classes) == 1, design
    assert set().union(*classes) == set(review.vocabulary.design)


CLASSES = ("ACCEPTANCE", "SYNTHESES", "TRIALS", "OBSERVATIONS", "LABORATORY", "OWN_PAGES", "NO_TEST")
