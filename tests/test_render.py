"""Pages of the invented review, byte for byte, and text that tries to be more than text."""

from __future__ import annotations

import dataclasses

import pytest
from markupsafe import Markup

from tests.conftest import TODAY
from tools.appraisal.assess import assess
from tools.cite.names import short_name
from tools.edition import Edition, Publication
from tools.pages.render import page_paths, render, render_pages, render_root
from tools.records.claim import Review
from tools.records.words import LANGUAGES
from tools.text.markup import heading, prose


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages(language: str, review: Review, golden) -> None:
    pages = render(assess(review), Edition(TODAY, language=language))
    for path, text in pages.items():
        golden(f"golden/{language}/{path}", text)
    assert len(pages) == 2 * len(review.claims) + 5 + len(review.pages[language])  # a live page and one of its version


@pytest.mark.parametrize("site_url", ["", "https://example.org/review/"])
def test_root_files(site_url: str, review: Review, golden) -> None:
    folder = "golden/root" if site_url else "golden/root-local"
    for name, text in render_root(review, Publication(TODAY, site_url)).items():
        if not name.startswith("not-found/"):  # one for each depth; tests/test_not_found.py has a browser use them
            golden(f"{folder}/{name}", text)


def test_both_languages_have_the_same_pages(review: Review) -> None:
    japanese, english = (render(assess(review), edition) for edition in Publication(TODAY).editions)
    assert japanese.keys() == english.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paths_are_known_without_rendering(language: str, review: Review) -> None:
    assert set(page_paths(review, language)) == render(assess(review), Edition(TODAY, language=language)).keys()


def test_the_pages_of_single_files_are_those_of_the_whole(review: Review) -> None:
    files = ["claims/lamp-and-tea.yml", "docs/en/index.md", "docs/ja/about.md"]
    found = dict(render_pages(assess(review), Edition(TODAY, language="en"), only=files))
    assert found.keys() == {"claims/lamp-and-tea.md", "claims/lamp-and-tea/v1.md", "index.md"}
    assert found.items() <= render(assess(review), Edition(TODAY, language="en")).items()


def test_rendering_is_pure(review: Review) -> None:
    assert render(assess(review), Edition(TODAY, language="ja")) == render(assess(review), Edition(TODAY, language="ja"))


def test_a_page_past_its_review_date_says_so(review: Review) -> None:
    due = review.claims["lamp-lifts-mood"].review_by
    assert "overdue" not in render(assess(review), Edition(due, language="en"))["claims/lamp-lifts-mood.md"]
    late = due.replace(day=due.day + 1)
    assert "The next review is overdue." in render(assess(review), Edition(late, language="en"))["claims/lamp-lifts-mood.md"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "![a](https://example.org/x.png)",
        "<javascript:alert(1)>",
        "x {: onclick=alert(1) }",
        "[a]: javascript:alert(1)",
        '[@k" onclick="alert(1)]',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "```\n<script>\n```",
        "# heading",
    ],
)
def test_prose_makes_only_paragraphs_emphasis_and_lists(hostile: str) -> None:
    rendered = prose(hostile, lambda key: Markup("<a>{}</a>").format(key))
    for tag in ("<script", "<img", "<h1", "<pre", "href"):
        assert tag not in rendered
    assert "<" not in rendered.replace("<p>", "").replace("</p>", "").replace('<span class="citation">', "").replace(
        "</span>", ""
    ).replace("<a>", "").replace("</a>", "").replace("<br />", "")


def test_a_heading_holds_no_mark_that_markdown_reads() -> None:
    assert heading("[a](b) <c> *d*") == "&#91;a&#93;&#40;b&#41; &#60;c&#62; &#42;d&#42;"


def test_a_withdrawn_study_is_marked_and_lowers_the_ceiling(review: Review) -> None:
    import datetime

    from tools.records.sources import Notice

    notice = Notice(kind="retraction", date=datetime.date(2026, 1, 1))
    source = dataclasses.replace(review.references["hikari2020lamp"], notice=notice)
    changed = dataclasses.replace(review, references={**review.references, "hikari2020lamp": source})
    assert assess(review).claims["lamp-lifts-mood"].ceiling == "established"
    assert assess(changed).claims["lamp-lifts-mood"].ceiling == "inconclusive"
    assert "Retracted" in render(assess(changed), Edition(TODAY, language="en"))["claims/lamp-lifts-mood.md"]


def test_names_of_a_citation(review: Review) -> None:
    assert short_name(review, "hikari2020lamp", "ja") == "Hikari ほか 2020"
    assert short_name(review, "mori2019mice", "en") == "Mori & Kawa 2019"
    assert short_name(review, "lampsociety2021guide", "en") == "The Lamp Society 2021"


def test_no_label_is_left_in_one_language_only(rendered: dict[str, str]) -> None:
    assert not [path for path, text in rendered.items() if "{count}" in text or "Undefined" in text]
