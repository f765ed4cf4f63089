"""True words about ourselves: what a search found, what read the sources, who has signed."""

from __future__ import annotations

import dataclasses
import datetime
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY, real_review
from tools.appraisal.assess import assess
from tools.edition import Edition
from tools.pages.render import render
from tools.records.claim import Review
from tools.records.dated import Signoff
from tools.records.words import LANGUAGES, Text
from tools.text.labels import labels

CLAIM = "lamp-lifts-mood"
ROW = re.compile(r'<li id="ref-lampsociety2021guide">.*?<p class="study-facts">(.*?)</p>', re.DOTALL)


def signed(review: Review, version: int = 1) -> Review:
    """The review with a signature under one claim, for a version."""
    sign = Signoff(
        version=version,
        name="Dr Tomoshibi",
        role=Text(ja="精神科医", en="psychiatrist"),
        date=datetime.date(2026, 2, 3),
        interests=Text(ja="なし", en="none"),
    )
    claim = dataclasses.replace(review.claims[CLAIM], signoff=[sign])
    return dataclasses.replace(review, claims={**review.claims, CLAIM: claim})


def authorship(page: str) -> str:
    """The one line of a page on what wrote it and who has signed."""
    (line,) = re.findall(r'<p class="authorship">(.*?)</p>', page)
    return line


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_answer_box_says_what_wrote_it_and_that_nobody_has_signed(language: str, review: Review) -> None:
    pages = render(assess(review), Edition(TODAY, language=language))
    said = review.article.review.authorship[language] + (" " if language == "en" else "") + labels(language)["unsigned"]
    for claim_id in review.claims:
        (box,) = re.findall(r'<div class="verdict.*?</div>\n\n##', pages[f"claims/{claim_id}.md"], re.DOTALL)
        assert authorship(box).startswith(said)
    assert authorship(pages["index.md"]) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_signature_takes_the_place_of_its_denial(language: str, review: Review) -> None:
    pages = render(assess(signed(review)), Edition(TODAY, language=language))
    for path in (f"claims/{CLAIM}.md", f"claims/{CLAIM}/v1.md", "index.md"):
        line = authorship(pages[path])
        assert review.article.review.authorship[language] in line and "Dr Tomoshibi" in line
        assert labels(language)["unsigned"] not in line
    assert labels(language)["signed_pages"].format(all=4, signed=1, names="Dr Tomoshibi") in authorship(pages["index.md"])
    assert labels(language)["unsigned"] in authorship(pages["claims/lamp-and-tea.md"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["", "patients/", "sheet/", "about/", "method/"])
def test_the_pages_that_people_open_first_say_it_once(page: str, language: str, site: Path) -> None:
    review = real_review()
    text = (site / language / page / "index.html").read_text(encoding="utf-8")
    assert review.article.review.authorship[language] in authorship(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_marks_only_what_is_out_of_the_ordinary(language: str, review: Review) -> None:
    """Read a second time and at its source: no mark. The invented digest is second-hand by the vocabulary alone."""
    t = labels(language)
    item = review.claims["tea-approval"].evidence[0]
    marks = {}
    for locator in ("abstract", "digest", "digest 3"):
        for confirmed in (None, datetime.date(2026, 1, 2)):
            told = dataclasses.replace(item, locator=locator, confirmed=confirmed)
            claim = dataclasses.replace(review.claims["tea-approval"], evidence=[told])
            changed = dataclasses.replace(review, claims={**review.claims, "tea-approval": claim})
            (row,) = ROW.findall(render(assess(changed), Edition(TODAY, language=language))["claims/tea-approval.md"])
            marks[locator, confirmed is not None] = re.findall(r'<strong class="exception">(.*?)</strong>', row)
            assert ("3" in row) == (locator == "digest 3")
    assert marks == {
        ("abstract", True): [],
        ("abstract", False): [t["not_confirmed"]],
        ("digest", True): [t["second_hand"]],
        ("digest", False): [t["second_hand"], t["not_confirmed"]],
        ("digest 3", True): [t["second_hand"]],
        ("digest 3", False): [t["second_hand"], t["not_confirmed"]],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_that_found_none_does_not_count_to_nought(language: str, review: Review) -> None:
    """ "0 studies" reads as if none existed; the search says what it found, and where its limits are."""
    t = labels(language)
    pages = render(assess(review), Edition(TODAY, language=language))
    for path in ("index.md", "claims/lamp-and-tea.md"):
        assert f"<dt>{t['search_found']}</dt><dd><strong>{t['search_none']}</strong></dd>" in pages[path]
    search = dataclasses.replace(review.searches["lamp-and-tea-in-people"], found=2)
    found = dataclasses.replace(review, searches={"lamp-and-tea-in-people": search})
    shown = f"<strong>{t['count_claims'].format(count=2)}</strong>"
    assert shown in render(assess(found), Edition(TODAY, language=language))["claims/lamp-and-tea.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_limits_of_the_search_are_beside_the_statement(language: str, site: Path) -> None:
    """On every page and at the root, before the reader opens anything else; the goal exists."""
    review = real_review()
    anchor = f"search-{review.article.plain_statement.search}"
    name = labels(language)["limits_of_search"]
    link = re.compile(rf'class="(?:plain-)?statement">[^<]*<a href="([^"]*)#{anchor}">{name}</a>')
    for file in [*(site / language).rglob("index.html"), site / "index.html"]:
        (href,) = link.findall(file.read_text(encoding="utf-8"))
        goal = (file.parent / href / "index.html").resolve()
        assert f'id="{anchor}"' in goal.read_text(encoding="utf-8"), file
    assert link.search((site / "404.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_page_of_searches_the_statement_has_no_link(language: str, review: Review) -> None:
    bare = dataclasses.replace(review, pages={lang: {} for lang in LANGUAGES})
    assert "\nlimits" in render(assess(review), Edition(TODAY, language=language))["argument.md"]
    assert "\nlimits" not in render(assess(bare), Edition(TODAY, language=language))["argument.md"]


def test_nothing_takes_a_reading_for_a_person() -> None:
    """Language models read and read again; nobody must take them for the two people of a systematic review."""
    people = re.compile(
        r"(?:second|third|another|independent) (?:reader|reviewer|person)|some(?:body|one) (?:who|other)"
        r"|別の(?:担当|人|者)|担当者?が|(?:二|三)人目|書いた人とは",
        re.IGNORECASE,
    )
    pages = [ROOT / "docs" / language / f"{name}.md" for language in LANGUAGES for name in ("method", "data", "about", "cite")]
    for file in [*pages, ROOT / "tools/text/labels.yml"]:
        assert not people.findall(file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_signature_for_an_earlier_version_is_none_for_this_one(language: str, review: Review) -> None:
    before = signed(review)
    claim = before.claims[CLAIM]
    later = dataclasses.replace(claim, version=2, history=[*claim.history, dataclasses.replace(claim.history[-1], version=2)])
    pages = render(assess(dataclasses.replace(before, claims={**before.claims, CLAIM: later})), Edition(TODAY, language=language))
    t, line = labels(language), authorship(pages[f"claims/{CLAIM}.md"])
    earlier = f"{t['signed_earlier'].format(version=1)}{t['list_colon']}Dr Tomoshibi"
    assert t["unsigned_version"] in line and earlier in line
    assert f"{t['signed']}{t['list_colon']}" not in line.replace(earlier, "")
    assert t["unsigned"] in authorship(pages["index.md"])  # nobody has signed a page as it is
