"""A level is for an effect: a description stands everywhere as a fact that was checked, under no level and no GRADE word."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from tests.conftest import TODAY, real_review
from tools.appraisal.assess import assess
from tools.cite.csl import abstract
from tools.edition import Edition
from tools.export.search import found_pages
from tools.pages.render import render
from tools.pages.versions import changes, snapshot
from tools.records.claim import Review
from tools.records.outcome import Awaited
from tools.records.words import LANGUAGES, LEVELS, LEVELS_OF_FACTS, Text
from tools.text.labels import labels

FACT, EFFECT = "tea-approval", "lamp-lifts-mood"
SITE = "https://example.org/review/"
CLAIM_BADGE = re.compile(r'claims/([a-z0-9-]+)/"[^>]*>(?:(?!</a>).)*</a> <span class="badge badge-([a-z]+)"')


def graded_words(review: Review, language: str) -> set[str]:
    """Every word by which a reader would take a page for an appraisal of an effect."""
    words = review.vocabulary
    graded = [*(words.level[level] for level in LEVELS), *words.certainty.values()]
    return {word.label[language] for word in graded} | {word.definition[language] for word in graded} | {"GRADE"}


def visible(page: str) -> str:
    """A page without its front matter: the line on every page may name levels."""
    return page.split("\n---\n", 1)[1]


def as_description(review: Review, claim_id: str) -> Review:
    claim = dataclasses.replace(review.claims[claim_id], kind="description", level="reported")
    return dataclasses.replace(review, claims={**review.claims, claim_id: claim})


def rating(page: str) -> dict[str, object]:
    """The rating of the page's ClaimReview, read from its head."""
    (head,) = re.findall(r"^head: (.*)$", page, re.MULTILINE)
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', json.loads(head), re.DOTALL)
    (claim_review,) = [node for node in json.loads(text)["@graph"] if node["@type"] == "ClaimReview"]
    return claim_review["reviewRating"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS_OF_FACTS)
def test_the_page_of_a_description_names_no_level_and_no_certainty(level: str, language: str, review: Review) -> None:
    wanted = Awaited(outcome="response", body="randomised", studies=1, people=100, certainty="low", ceiling="established")
    note = Text(ja="注。", en="A note.")
    fields = {"level": level, "certainty": "moderate", "level_note": note, "would_change_if": wanted}
    claim = dataclasses.replace(review.claims[FACT], **fields)
    review = dataclasses.replace(review, claims={**review.claims, FACT: claim})
    pages = render(assess(review), Edition(TODAY, language=language))
    for path in (f"claims/{FACT}.md", f"claims/{FACT}/v1.md"):
        page = visible(pages[path])
        assert not [word for word in graded_words(review, language) if word in page], path
        assert labels(language)["fact_check"] in page and "ladder" not in page
    assert any(word in visible(pages[f"claims/{EFFECT}.md"]) for word in graded_words(review, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_head_citation_or_search_result_grades_a_description(language: str, review: Review) -> None:
    told = abstract(review, snapshot(assess(review), FACT), language)
    shown = {page.shown.url: page.shown.level for page in found_pages(review, language)}
    head = (
        render(assess(review), Edition(TODAY, SITE, language=language))[f"claims/{FACT}.md"].split("\nhead: ")[1].splitlines()[0]
    )
    for text in (told, shown[f"claims/{FACT}/"], head):
        assert not [word for word in graded_words(review, language) if word in text]
        assert labels(language)["fact_check"] in text
    assert review.vocabulary.level["established"].label[language] in abstract(review, snapshot(assess(review), EFFECT), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_maps_mark_a_description_as_checked(language: str, review: Review) -> None:
    """In the argument too: the description is made a premise."""
    resting = dataclasses.replace(review.claims["lamp-and-tea"], requires=[FACT])
    review = dataclasses.replace(review, claims={**review.claims, "lamp-and-tea": resting})
    pages = render(assess(review), Edition(TODAY, language=language))
    for path in ("claims/index.md", "argument.md", "evidence.md", "claims/lamp-and-tea.md"):
        marks = {mark for claim_id, mark in CLAIM_BADGE.findall(pages[path]) if claim_id == FACT}
        assert marks == {"fact"}, path
    for path in ("argument.md", "evidence.md"):
        (node,) = re.findall(rf'<a href="\.\./claims/{FACT}/"><g class="([^"]*)">(.*?)</g></a>', pages[path], re.DOTALL)
        assert "level-fact" in node[0] and 'class="rungs"' not in node[1]
        assert not [word for word in graded_words(review, language) if word in node[1]]
    listed = re.findall(r'<li data-level="(\w+)"[^>]*><a href="\.\./claims/([a-z-]+)/"', pages["claims/index.md"])
    assert {level for level, claim_id in listed if claim_id == FACT} == {"fact"}
    assert '<option value="fact">' in pages["claims/index.md"]
    under = re.split(r"^### .*\{#([a-z-]+)\}$", pages["claims/index.md"], flags=re.MULTILINE)
    sections = dict(zip(under[1::2], under[2::2], strict=True))
    assert FACT in sections["facts"]
    assert not [level for level in LEVELS if FACT in sections[f"level-{level}"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_counts_descriptions_apart(language: str, review: Review) -> None:
    home = render(assess(review), Edition(TODAY, language=language))["index.md"]
    by_level = re.findall(r"#level-(\w+)\">.*?<strong>(\d+)</strong>", home)
    (facts,) = re.findall(r"#facts\">.*?<strong>(\d+)</strong>", home)
    described = [claim for claim in review.claims.values() if claim.kind == "description"]
    assert int(facts) == len(described) == 1
    assert sum(int(count) for _, count in by_level) == len(review.claims) - len(described)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_review_rates_in_words(language: str, review: Review) -> None:
    """A number is read as a degree of truth, and the lowest as "false", which what is untested is not."""
    words = review.vocabulary.level
    for claim_id, claim in review.claims.items():
        if not claim.said:
            continue
        found = rating(render(assess(review), Edition(TODAY, SITE, language=language))[f"claims/{claim_id}.md"])
        assert found.keys() == {"@type", "alternateName", "ratingExplanation"} and found["@type"] == "Rating"
        assert found["alternateName"] == words[claim.level].label[language]
        assert words[claim.level].definition[language] in str(found["ratingExplanation"])
        described = as_description(review, claim_id)
        found = rating(render(assess(described), Edition(TODAY, SITE, language=language))[f"claims/{claim_id}.md"])
        assert found["alternateName"] == f"{labels(language)['fact_check']}: {words['reported'].label[language]}"
        assert not [word for word in graded_words(review, language) if word in str(found["ratingExplanation"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changed_in_a_description_is_told_without_a_level(language: str, review: Review) -> None:
    now = snapshot(assess(review), FACT)
    before = dataclasses.replace(now, level="unverified", ceiling="unverified", certainty="low")
    told = [change.told(language) for change in changes(before, now, language)]
    assert told == [labels(language)["changed_backing"]]
    was_effect = dataclasses.replace(now, kind="effect", level="inconclusive", certainty="low")
    told = [change.told(language) for change in changes(was_effect, now, language)]
    reported = review.vocabulary.level["reported"].label[language]
    assert len(told) == 1 and told[0].endswith(f"→ {labels(language)['fact_check']}: {reported}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_site_grades_a_description(language: str, site: Path) -> None:
    real = real_review()
    described = {claim_id for claim_id, claim in real.claims.items() if claim.kind == "description"}
    badges: dict[str, set[str]] = {}
    for file in (site / language).rglob("*.html"):
        for claim_id, mark in CLAIM_BADGE.findall(file.read_text(encoding="utf-8")):
            badges.setdefault(claim_id, set()).add(mark)
    assert described <= badges.keys()
    for claim_id, marks in badges.items():
        assert marks == ({"fact"} if claim_id in described else {real.claims[claim_id].level}), claim_id
    for claim_id in described:
        page = (site / language / "claims" / claim_id / "index.html").read_text(encoding="utf-8")
        (box,) = re.findall(r'<div class="verdict verdict-(\w+)">(.*?)</div>', page, re.DOTALL)
        assert box[0] == "fact" and "GRADE" not in box[1] and "figure ladder" not in box[1]
