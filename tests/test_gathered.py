"""What the rule is asked about a claim: everything of its record that counts, and nothing that does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small_records import RETRACTED, TEXT, claim, design, item, outcome, review, source, species, with_words, word
from tools.appraisal.case import Case, Documents, HarmReport
from tools.appraisal.gather import asked, gather, gather_from
from tools.appraisal.profile import profile
from tools.records.claim import Claim, Review
from tools.records.sources import Search
from tools.records.vocabulary import Place

BURN, GLARE = (
    word(side="harm", good="less", critical=["lamp"], limit=1),
    word(side="harm", good="less", critical=["tea"], limit=10),
)
HERE = with_words(
    review(),
    outcome={"burn": BURN, "glare": GLARE},
    design={"series": design("cohort"), "synthesis": design(synthesis=True), "notice": design("none", document=True)},
    species={"cells": species("laboratory")},
)


def found(one: Claim, here: Review = HERE, **sources: Any) -> Case:
    """The case of a claim, where the review has these sources; a trial in people is `mori2020lamp`."""
    return gather(one, replace(here, references={"mori2020lamp": source(), **sources}), profile()).case


def made(one: Claim, **sources: Any) -> tuple[int, tuple[str, ...], int]:
    case = found(one, **sources)
    return len(case.results), case.bodies, case.laboratory


def test_an_outcome_whose_word_nobody_knows_is_passed_over() -> None:
    assert made(claim(outcomes=[outcome(outcome="of-mars"), outcome()])) == (1, (), 0)


def test_without_a_study_it_is_gone() -> None:
    one = claim(evidence=[item(), item("kage2022null")])
    here = replace(HERE, references={"mori2020lamp": source(), "kage2022null": source(design="series")})
    whole = gather(one, here, profile())
    assert whole.case.bodies == ("randomised", "uncontrolled")
    assert gather_from(whole.studies[1:], one, here, profile()).case.bodies == ("uncontrolled",)


@pytest.mark.parametrize(
    ("fields", "of", "bodies", "laboratory"),
    [
        ({}, {}, ("randomised",), 0),
        ({"direct": False}, {}, (), 0),
        ({}, {"notice": RETRACTED}, (), 0),
        ({}, {"species": "cells"}, (), 1),
        ({"direct": False}, {"species": "cells"}, (), 0),
        ({}, {"species": "none"}, (), 0),
        ({}, {"design": "notice"}, (), 0),
    ],
)
def test_which_studies_are_bodies_of_evidence(fields: Any, of: Any, bodies: tuple[str, ...], laboratory: int) -> None:
    assert made(claim(evidence=[item(**fields)]), mori2020lamp=source(**of))[1:] == (bodies, laboratory)


def test_a_study_that_says_nothing_of_what_is_asked_is_no_body() -> None:
    laboratory = with_words(HERE, design={"series": design("instrument")})
    assert found(claim("course", evidence=[item()]), laboratory, mori2020lamp=source(design="series")).bodies == ()


@pytest.mark.parametrize(
    ("kind", "asks", "expected"),
    [
        ("comparison", None, "better"),
        ("comparison", "fewer", "fewer"),
        ("comparison", "occurs", "better"),
        ("mechanism", None, "causes"),
        ("mechanism", "occurs", "occurs"),
        ("effect", "better", None),
    ],
)
def test_what_a_claim_asks(kind: str, asks: Any, expected: str | None) -> None:
    assert asked(claim(kind, asks=asks)) == expected


# What has to be there


@pytest.mark.parametrize(
    ("one", "results"),
    [
        (claim("safety"), ["burn end"]),
        (claim("safety", topic="tea"), ["glare end"]),
        (claim("safety", harms=["glare"]), ["burn end", "glare end"]),
        (claim("safety", outcomes=[outcome(outcome="burn", at="m3")]), ["burn m3"]),
        (claim("effect", harms=["glare"], times=["m3"]), []),
        (claim("course", times=["end", "m3"]), [" end", " m3"]),
        (claim("course", times=["end", "m3"], outcomes=[outcome()]), ["response end", " m3"]),
    ],
)
def test_what_nobody_measured_decides_all_the_same(one: Claim, results: list[str]) -> None:
    given = found(one).results
    assert [f"{result.outcome} {result.at}" for result in given] == results and all(result.critical for result in given)


# Who says otherwise, which harms were reported, and what backs a description


@pytest.mark.parametrize(
    ("fields", "of", "dissent"),
    [
        ({}, {}, True),
        ({"direct": False}, {}, False),
        ({"direction": "mixed"}, {}, False),
        ({}, {"design": "rct"}, False),
        ({}, {"species": "cells"}, False),
        ({}, {"supersededby": "mori2020lamp"}, False),
    ],
)
def test_a_synthesis_that_finds_the_other_way_dissents(fields: Any, of: Any, dissent: bool) -> None:
    other = item("kage2022null", **{"direction": "contradicts", **fields})
    assert found(claim(evidence=[other]), kage2022null=source(**{"design": "synthesis", **of})).dissent is dissent


NOTICE = {"design": "notice", "species": "none", "authority": "Office"}


@pytest.mark.parametrize(
    ("fields", "of", "reports"),
    [
        ({}, {}, [HarmReport("burn", "shown", True, False, "mori2020lamp")]),
        ({}, {"registration": "NCT1"}, [HarmReport("burn", "shown", True, False, "nct1")]),
        ({}, {"authority": "Office"}, [HarmReport("burn", "shown", True, False, "mori2020lamp")]),
        ({}, {"species": "cells"}, []),
        ({}, {**NOTICE, "registration": "NCT1"}, [HarmReport("burn", "shown", False, True, "Office")]),
        ({}, {**NOTICE, "species": "human"}, [HarmReport("burn", "shown", False, True, "Office")]),
        ({}, {**NOTICE, "authority": None}, [HarmReport("burn", "shown", False, True, "mori2020lamp")]),
        ({"harm": None}, {}, []),
        ({"direct": False}, {}, []),
        ({"direction": "contradicts"}, {}, []),
    ],
)
def test_reports_of_a_harm(fields: Any, of: Any, reports: list[HarmReport]) -> None:
    told = item(**{"harm": "burn", "causal": "shown", **fields})
    assert list(found(claim("harm", evidence=[told]), mori2020lamp=source(**of)).harms) == reports


def test_a_notice_in_people_is_still_a_notice() -> None:
    people = with_words(HERE, design={"notice": design("reports", document=True)})
    (told,) = found(claim("harm", evidence=[item(harm="burn")]), people, mori2020lamp=source(design="notice")).harms
    assert told.notice and not told.published


@pytest.mark.parametrize(
    ("fields", "of", "documents"),
    [
        ({}, NOTICE, Documents(own=1)),
        ({"locator": "table 2"}, NOTICE, Documents(own=1)),
        ({"locator": "digest 2"}, NOTICE, Documents(reported=1)),
        ({"locator": "nowhere"}, NOTICE, Documents(reported=1)),
        ({}, {**NOTICE, "year": None}, Documents(reported=1)),
        ({}, {}, Documents(reported=1)),
        ({"direction": "contradicts"}, NOTICE, Documents(against=1)),
        ({"direction": "mixed"}, NOTICE, Documents()),
        ({"direct": False}, NOTICE, Documents()),
    ],
)
def test_what_backs_a_description(fields: Any, of: Any, documents: Documents) -> None:
    here = with_words(HERE, locator={"digest": Place(label=TEXT, definition=TEXT, second_hand=True)})
    assert found(claim("description", evidence=[item(**fields)]), here, mori2020lamp=source(**of)).documents == documents


@pytest.mark.parametrize(
    ("fields", "searches", "documents"),
    [
        ({}, ["lamps"], Documents(reported=1)),
        ({"databases": True}, ["lamps"], Documents(own=1)),
        ({"found": 1}, ["lamps"], Documents()),
        ({}, [], Documents()),
        ({}, ["lamps", "others"], Documents(reported=1)),
    ],
)
def test_a_search_that_found_nothing(fields: Any, searches: list[str], documents: Documents) -> None:
    given = {
        "question": TEXT,
        "date": "2026-01-02",
        "sources": TEXT,
        "words": ["lamp"],
        "found": 0,
        "result": TEXT,
        "limits": TEXT,
    }
    here = replace(HERE, searches={"lamps": Search(**{**given, **fields})})
    assert found(claim("description", absence="lamps", searches=searches), here).documents == documents
    assert found(claim("description", absence="nobody-made", searches=["nobody-made"]), here).documents == Documents()
