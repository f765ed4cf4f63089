"""Which claims rest on which, how the article's wording compares, and what else is read off a claim that was judged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.small_records import claim, item, outcome, review, source, species, with_words
from tools.appraisal.argument import premise_tree, premises_of, weakest
from tools.appraisal.assess import Judged, assess
from tools.appraisal.profile import profile
from tools.appraisal.wording import allowed_wording, bears, compare_wording, strongest_wording
from tools.records.claim import Claim, Said
from tools.records.outcome import Awaited

CLAIMS = {
    "a": claim(requires=["b", "c", "gone"]),
    "b": claim(requires=["d"], level="hypothetical"),
    "c": claim(requires=["d", "a"], level="supported"),
    "d": claim(requires=["e"], level="hypothetical"),
    "e": claim(level="supported"),
}


def test_the_premises_of_a_claim_nearest_first() -> None:
    """Without the claim itself, which a circle leads back to, and without what nobody wrote."""
    assert premises_of("a", CLAIMS) == ["b", "c", "d", "e"]
    assert premises_of("e", CLAIMS) == []
    assert premises_of("a", {**CLAIMS, "d": claim(requires=["b"])}) == ["b", "c", "d"]


def test_the_weakest_premises() -> None:
    assert weakest(["b", "c", "d"], CLAIMS) == ["b", "d"]
    assert weakest([], CLAIMS) == []


def test_a_premise_that_two_share_is_written_out_once() -> None:
    claims = {**CLAIMS, "a": claim(requires=["b", "c"]), "c": claim(requires=["d"])}
    assert list(premise_tree("a", claims)) == [(0, "b"), (1, "d"), (2, "e"), (0, "c"), (1, "d")]


# Wording


@pytest.mark.parametrize(
    ("one", "certainty", "allowed"),
    [
        (claim(level="established", outcomes=[outcome()]), "high", "asserted"),
        (claim(level="established", outcomes=[outcome()]), "moderate", "likely"),
        (claim(level="supported", outcomes=[outcome()]), "very-low", "tentative"),
        (claim(level="supported", outcomes=[outcome()]), "low", "possible"),
        (claim(level="supported", outcomes=[outcome()]), None, "tentative"),
        (claim(level="inconclusive", outcomes=[outcome()]), "high", "tentative"),
        (claim("harm", level="supported", outcomes=[outcome()]), "high", "likely"),
        (claim("harm", level="established", outcomes=[outcome()]), None, "asserted"),
        (claim("harm", level="inconclusive", outcomes=[outcome()]), None, "possible"),
        (claim("harm", level="preclinical", outcomes=[outcome()]), None, "tentative"),
        (claim("harm", level="hypothetical", outcomes=[outcome()]), None, "tentative"),
        (claim("description", level="documented"), None, "asserted"),
        (claim("description", level="unverified"), None, "tentative"),
        (claim("description", level="reported"), None, "likely"),
    ],
)
def test_the_strongest_wording_that_fits(one: Claim, certainty: Any, allowed: str) -> None:
    assert allowed_wording(one, certainty, profile()) == allowed


def test_wordings_are_compared() -> None:
    assert compare_wording("asserted", "likely") > 0 > compare_wording("tentative", "possible")
    assert [bears("supported", wording, profile()) for wording in ("asserted", "likely", "possible")] == [False, True, True]
    assert bears("documented", "asserted", profile()) and not bears("reported", "asserted", profile())


SAID = [
    Said(passage=passage, wording=wording, words="x")
    for passage, wording in (("ja-01.1", "likely"), ("ja-01.2", "asserted"), ("en-01.1", "possible"))
]  # type: ignore[arg-type]


def test_the_strongest_wording_of_a_language() -> None:
    assert [strongest_wording(claim(said=said), "ja") for said in (SAID, SAID[2:], [])] == ["asserted", None, None]


# What is read off


def judged(one: Claim, **sources: Any) -> Judged:
    here = with_words(
        review([("one", one)], references={"mori2020lamp": source(), **sources}), species={"cells": species("laboratory")}
    )
    return assess(here).claims["one"]


@pytest.mark.parametrize(
    ("said", "note", "verdicts"),
    [
        ([], None, ["not_said"]),
        (SAID, "languages_differ", ["stronger", "more_careful"]),
        (SAID[1:], "languages_differ", ["stronger", "more_careful"]),
        (SAID[:2], "only_ja", ["stronger"]),
        (SAID[2:], "only_en", ["more_careful"]),
        ([SAID[0]], "only_ja", ["in_line"]),
        ([SAID[0], replace(SAID[2], wording="likely")], None, ["in_line"]),
    ],
)
def test_how_the_article_says_a_claim(said: list[Said], note: str | None, verdicts: list[str]) -> None:
    found = judged(claim("harm", said=said, level="supported"))
    assert (found.language_note, found.verdicts) == (note, verdicts)


def test_evidence_by_its_direction() -> None:
    items = [
        item("mori2020lamp"),
        item("b2020b", direct=False),
        item("c2020c", "mixed", False),
        item("d2020d", "contradicts", False),
    ]
    found = judged(claim(evidence=[*items, item("gone2020x")]), **{one.ref: source() for one in items})
    assert [one.key for one in found.items] == [one.ref for one in items]
    assert [one.key for one in found.direct("supports")] == ["mori2020lamp"] and found.direct("mixed") == []
    assert [one.key for one in found.indirect] == ["b2020b", "d2020d", "c2020c"]


@pytest.mark.parametrize(
    ("fields", "of", "tested"),
    [({}, {}, True), ({"direction": "mixed"}, {}, True), ({"direct": False}, {}, False), ({}, {"species": "cells"}, False)],
)
def test_whether_it_was_tested_in_people(fields: Any, of: Any, tested: bool) -> None:
    assert judged(claim(evidence=[item(**fields)]), mori2020lamp=source(**of)).tested_in_people is tested
    mice = item("kage2022mice")
    found = judged(claim(evidence=[item(**fields), mice]), mori2020lamp=source(**of), kage2022mice=source(species="mouse"))
    assert found.tested_in_people is tested


@pytest.mark.parametrize(
    ("outcomes", "whole"),
    [
        ([outcome()], True),
        ([outcome("twice as many")], False),
        ([outcome(), outcome("twice as many", at="m6")], False),
        ([outcome(), outcome(outcome="of-mars")], False),
        ([outcome(None, source=None, grade=None, found="none")], True),
    ],
)
def test_whether_all_outcomes_could_be_read(outcomes: list[Any], whole: bool) -> None:
    assert judged(claim(outcomes=outcomes)).is_whole is whole


def test_what_carries_is_found_in_the_record() -> None:
    pooled = [outcome(studies=9, participants=5000), outcome("RR 1.1 (0.8 to 1.5)", at="m6", studies=9, participants=5000)]
    found = judged(claim(outcomes=pooled, evidence=[item()]), mori2020lamp=source(design="meta-analysis"))
    assert [one.outcome.at for one in found.carried_by] == ["end"] and found.ceiling == found.judgement.level == "supported"


AWAITED = {"outcome": "response", "body": "randomised", "studies": 3, "people": 900, "certainty": "low", "ceiling": "supported"}


@pytest.mark.parametrize(("outcome_", "promised"), [("response", "supported"), ("of-mars", None)])
def test_what_would_change_a_claim(outcome_: str, promised: str | None) -> None:
    assert judged(claim(outcomes=[outcome()], would_change_if=Awaited(**{**AWAITED, "outcome": outcome_}))).promised == promised
    assert judged(claim(outcomes=[outcome()])).promised is None


def test_a_judged_claim_is_contradicted_by_its_outcomes() -> None:
    against = outcome("RR 0.5 (0.4 to 0.6)", participants=5000, studies=9)
    assert judged(claim(outcomes=[against], evidence=[item()])).contradicted
    assert not judged(claim(outcomes=[outcome()], evidence=[item()])).contradicted


def test_which_claims_a_source_bears() -> None:
    one = claim(evidence=[item()], outcomes=[outcome(None, source=None, grade=None, found="none")])
    here = review([("one", one), ("two", one)], references={"mori2020lamp": source()})
    assert assess(here).bearing == {"mori2020lamp": ["one", "two"]}
