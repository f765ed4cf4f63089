"""What counts as a study, and whose voice counts, by the words of the record alone."""

from __future__ import annotations

from math import inf

import pytest

from tests.small_records import CORRECTED, DAY, RETRACTED, TEXT, claim, design, item, review, source, species, study, with_words
from tools.appraisal.study import Study, kind_of_evidence, studies_of
from tools.appraisal.voices import voices
from tools.records.outcome import Considered, Effect, Rates, Reason, SetAside

EFFECT = Effect(measure="RR", value=2, low=1, high=3, outcome="response")
RATES = Rates(outcome="remission", treated=20)


@pytest.mark.parametrize(
    ("one", "bears"),
    [
        (study(), True),
        (study(direction="contradicts"), True),
        (study(direct=False), False),
        (study(direction="context"), False),
        (study(notice=RETRACTED), False),
        (study(notice=CORRECTED), True),
    ],
)
def test_what_bears_on_a_claim(one: Study, bears: bool) -> None:
    assert one.bears is bears


@pytest.mark.parametrize(
    ("body", "of", "people", "laboratory"),
    [
        ("randomised", "people", True, False),
        ("reports", "people", True, False),
        ("none", "people", False, False),
        ("laboratory", "people", False, True),
        ("randomised", "laboratory", False, True),
        ("laboratory", "laboratory", False, True),
        ("laboratory", "nothing", False, False),
        ("none", "laboratory", False, False),
    ],
)
def test_who_or_what_was_studied(body: str, of: str, people: bool, laboratory: bool) -> None:
    one = study(body=body, species=of)
    assert (one.in_people, one.in_laboratory) == (people, laboratory)


@pytest.mark.parametrize(
    ("direction", "elsewhere"),
    [("supports", False), ("context", False), ("contradicts", True), ("no-difference", True), ("mixed", True)],
)
def test_what_points_elsewhere(direction: str, elsewhere: bool) -> None:
    assert study(direction=direction).elsewhere is elsewhere


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({}, True),
        ({"place": "overlaps"}, True),
        ({"place": "updated"}, False),
        ({"place": "set-aside"}, False),
        ({"replaced": True}, False),
    ],
)
def test_what_is_a_voice_of_its_own(fields: dict[str, object], counts: bool) -> None:
    assert study(**fields).counts_once_more is counts


def test_what_a_study_reports() -> None:
    """Where it names no outcome it may report any."""
    assert study(effect=EFFECT, rates=RATES, reports=["mood"]).words == {"response", "remission", "mood"}
    assert study().reports("response") and study(effect=EFFECT).reports("response") and not study(effect=EFFECT).reports("mood")


def test_a_source_without_a_year_is_before_all_others() -> None:
    assert (study(year=2020).year, study(year=None).year) == (2020, -inf)


# From the record


def found(*items: object, **fields: object) -> dict[str, Study]:
    """The studies of a claim by their keys, beside sources that the review has."""
    sources = {
        "mori2020lamp": source(),
        "kage2022lamp": source(supersededby="mori2020lamp"),
        "soto2023lamp": source(updates=["nobi2018lamp"]),
        "nobi2018lamp": source(),
        "odd2020design": source(design="of-another-kind"),
        "odd2020species": source(species="of-mars"),
    }
    return {one.key: one for one in studies_of(claim(evidence=list(items), **fields), review(references=sources))}


@pytest.mark.parametrize("ref", ["nobody2020knows", "odd2020design", "odd2020species"])
def test_an_item_that_nobody_can_resolve_is_passed_over(ref: str) -> None:
    assert list(found(item(ref), item())) == ["mori2020lamp"]


def test_what_a_newer_version_replaces() -> None:
    studies = found(*map(item, ("mori2020lamp", "kage2022lamp", "soto2023lamp", "nobi2018lamp")))
    assert {key for key, one in studies.items() if one.replaced} == {"kage2022lamp", "nobi2018lamp"}


def test_where_each_study_was_placed() -> None:
    considered = Considered(
        **{"agrees": ["nobi2018lamp"], "set-aside": [SetAside(ref="kage2022lamp", because="same-people", why=TEXT)]}
    )
    reasons = {"imprecision": Reason(ja="幅", en="Wide", weighs=["mori2020lamp", "nobi2018lamp"])}
    items = [item(ref) for ref in ("mori2020lamp", "kage2022lamp", "soto2023lamp", "nobi2018lamp")]
    studies = found(*items, considered=considered, reasons=reasons)
    assert {key: one.place for key, one in studies.items()} == {
        "mori2020lamp": "weighed", "kage2022lamp": "set-aside", "soto2023lamp": "", "nobi2018lamp": "agrees"
    }  # fmt: skip
    assert found(item())["mori2020lamp"].place == ""


# Authorities


def document(key: str = "office2024notice", position: str | None = "for", **fields: object) -> Study:
    """A regulator's document in force."""
    ordinary = {
        "body": "none",
        "document": True,
        "species": "nothing",
        "authority": "Office",
        "issuer": ["regulator"],
        "position": position,
    }
    return study(key, **{**ordinary, **fields})


def votes(*documents: Study) -> dict[str, str]:
    return {voice.key: voice.vote for voice in voices(documents, DAY)}


@pytest.mark.parametrize(
    ("position", "vote"),
    [("for", "accepts"), ("for-some", "accepts"), ("research-only", "rejects"), ("against", "rejects"), ("none", "")],
)
def test_how_a_position_counts(position: str, vote: str) -> None:
    assert votes(document(position=position)) == {"office2024notice": vote}


@pytest.mark.parametrize(
    ("fields", "vote"),
    [
        ({"issuer": []}, ""),
        ({"issuer": ["society", "providers"]}, ""),
        ({"year": 2027}, ""),
        ({"valid": "/2025-12-31"}, ""),
        ({"direction": "context"}, ""),
        ({"direct": False}, ""),
        ({"direct": False, "indirect": "population"}, ""),
        ({"position": "against", "direct": False}, "rejects"),
        ({"position": "against", "direct": False, "indirect": "population"}, "rejects"),
        ({"position": "against", "direct": False, "indirect": "comparison"}, ""),
        ({"position": "against", "indirect": "comparison"}, "rejects"),
        ({"position": "research-only", "direct": False}, "rejects"),
        ({"position": "against", "direction": "context"}, "rejects"),
    ],
)
def test_whose_vote_counts(fields: dict[str, object], vote: str) -> None:
    assert votes(document(**fields)) == {"office2024notice": vote}


def test_only_a_document_that_takes_a_position_speaks() -> None:
    assert votes(study(position="for"), document(position=None)) == {}


def test_one_body_has_one_vote_by_its_newest_document() -> None:
    assert votes(document("office2022notice", "against", year=2022), document(year=2024)) == {
        "office2024notice": "accepts", "office2022notice": ""
    }  # fmt: skip
    assert list(votes(document("b2020notice", year=None), document("a2020notice", year=None), document())) == [
        "office2024notice", "a2020notice", "b2020notice"
    ]  # fmt: skip


def test_a_document_that_does_not_count_silences_no_other() -> None:
    newer = document(year=2024, valid="/2025-12-31")
    assert votes(document("office2022notice", year=2022), newer) == {"office2024notice": "", "office2022notice": "accepts"}


def test_documents_of_nobody_named_are_of_two_bodies() -> None:
    unnamed = [document(key, authority=None) for key in ("board2023guide", "payers2023view")]
    assert votes(*unnamed) == {"board2023guide": "accepts", "payers2023view": "accepts"}
    assert [voice.authority for voice in voices([document(), *unnamed], DAY)] == ["board2023guide", "Office", "payers2023view"]


@pytest.mark.parametrize(
    ("fields", "of", "kind"),
    [
        ({"document": True, "body": "none"}, "none", "guidelines"),
        ({"body": "none"}, "human", None),
        ({}, "none", None),
        ({"body": "laboratory"}, "human", "animals"),
        ({}, "mouse", "animals"),
        ({}, "cells", "cells"),
        ({}, "human", "trials"),
        ({"synthesis": True}, "human", "syntheses"),
        ({"body": "controlled"}, "human", "people"),
        ({"body": "controlled", "synthesis": True}, "human", "syntheses"),
        ({"body": "cohort", "synthesis": True}, "human", "people"),
    ],
)
def test_the_kind_of_evidence_that_a_source_is(fields: dict[str, object], of: str, kind: str | None) -> None:
    words = with_words(review(), design={"odd": design(**fields)}, species={"cells": species("laboratory")}).vocabulary
    assert kind_of_evidence(source(design="odd", species=of), words) == kind
