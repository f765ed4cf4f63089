"""A design and a species that the title of the source belies."""

from __future__ import annotations

import pytest

from tests.conftest import real_review, unchecked
from tools.check.studies import titles_and_designs_agree
from tools.records.claim import Review

AGAINST = [
    ("Tea in a rat model of low mood", "open-label", "human", "rat"),
    ("Tea in rats", "animal", "mouse", "rats"),
    ("Tea in mice", "animal", "rat", "mice"),
    ("Tea in cultured neurons", "rct", "human", "cultured neurons"),
    ("Tea in patients with low mood", "animal", "mouse", "patients"),
    ("ラットにおけるお茶の作用", "rct", "human", "ラット"),
    ("うつ病患者におけるお茶", "animal", "rat", "患者"),
    ("Tea and mood: a systematic review", "rct", "human", "systematic review"),
    ("Tea and mood: a meta-analysis of randomised trials", "open-label", "human", "meta-analysis"),
    ("お茶の系統的レビュー", "cohort", "human", "系統的レビュー"),
    ("Tea and mood: a case report", "rct", "human", "case report"),
    ("Tea and mood: a case series", "cohort", "human", "case series"),
    ("A randomised controlled trial of tea", "open-label", "human", "randomised controlled trial"),
    ("A randomized, sham-controlled study of tea", "meta-analysis", "human", "randomized, sham-controlled study"),
    ("お茶のランダム化比較試験", "case-series", "human", "ランダム化比較試験"),
    ("Tea: study protocol for a randomised trial", "rct", "human", "study protocol"),
    ("Tea: an open-label study", "rct", "human", "open-label"),
    ("Tea: a retrospective cohort study", "rct", "human", "retrospective"),
    ("Tea and mood: a narrative review", "rct", "human", "narrative review"),
]
AGREED = [
    ("Tea in a rat model of low mood", "animal", "rat"),
    ("Tea in rats and mice", "animal", "rodent"),
    ("Vesicles from patients calm mice", "animal", "mouse"),
    ("Human stem cells after a stroke", "animal", "rat"),
    ("Mouse vesicles in patients", "open-label", "human"),
    ("A systematic review of randomised trials in patients", "meta-analysis", "human"),
    ("Tea for people: a systematic review", "scoping-review", "human"),
    ("A meta-analysis of tea in rodents", "meta-analysis", "rodent"),
    ("Predictors of remission: secondary analysis of a randomised trial", "cohort", "human"),
    ("A non-randomised trial of tea", "open-label", "human"),
    ("A randomised open-label trial of tea", "rct", "human"),
    ("A standard 4-week protocol of tea: a randomised trial", "rct", "human"),
    ("Tea: study protocol for a randomised trial", "protocol", "human"),
    ("Skin after tea: a case report and a review of the literature", "case-report", "human"),
    ("What a systematic review of tea leaves out", "narrative-review", "none"),
    ("Rating trials of tea", "methodology", "none"),
]


def told(title: str, design: str, species: str, note: str | None = None) -> list[str]:
    source = unchecked(real_review().references["brunelin2014french"], title=title, design=design, species=species, note=note)
    return [message.text("en") for _, message in titles_and_designs_agree(source, real_review())]


@pytest.mark.parametrize(("title", "design", "species", "words"), AGAINST)
def test_a_title_that_says_otherwise(title: str, design: str, species: str, words: str) -> None:
    assert [f"`{words}`" in message for message in told(title, design, species)] == [True]
    assert told(title, design, species, f"Its title says {words}; the study is another.") == []


@pytest.mark.parametrize(("title", "design", "species"), AGREED)
def test_a_title_that_agrees(title: str, design: str, species: str) -> None:
    assert told(title, design, species) == []


def test_a_study_of_the_laboratory_is_none_in_people(review: Review) -> None:
    source = unchecked(review.references["mori2019mice"], species="human")
    (message,) = (message.text("en") for _, message in titles_and_designs_agree(source, review))
    assert "`animal` is none in people" in message
