"""What the search does besides finding: help lines in a crisis, a way on where nothing is found, the page for patients."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.in_browser.test_search import SETS, rankings, results
from tools.export.search import found_pages, search_files
from tools.export.search_words import search_words
from tools.pages.patients import help_lines
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LANGUAGES

QUERIES = yaml.safe_load((ROOT / "tests/crisis_queries.yml").read_text(encoding="utf-8"))
# Terms that are words of distress as well: who types nothing else is shown the help lines.
BOTH = {"つらい", "自殺"}


@pytest.fixture(scope="module")
def review() -> Review:
    found, _ = load(ROOT)
    assert found
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def box(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[tuple[str, Page]]:
    """One language and a phone with its search open."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{address}{request.param}/")
        page.locator(".find-open").click()
        expect(page.locator(".find-example").first).to_be_visible()
        yield request.param, page


def heard_in(page: Page, typed: list[str]) -> set[str]:
    """Those of the queries that the search takes for words of a crisis."""
    answers = page.evaluate("typed => Promise.all(typed.map(reviewSearch.inCrisis))", typed)
    return {query for query, answer in zip(typed, answers, strict=True) if answer}


def test_words_of_a_crisis_are_heard_in_both_languages_and_other_words_are_not(box: tuple[str, Page]) -> None:
    _, page = box
    said, others = QUERIES["said"], QUERIES["not_said"]
    heard = heard_in(page, [*said, *others])
    assert [typed for typed in said if typed not in heard] == []
    assert [typed for typed in others if typed in heard] == []


def test_what_others_look_for_is_no_word_of_a_crisis(box: tuple[str, Page], review: Review) -> None:
    """Every name of the vocabulary, and everything that the two sets of queries ask."""
    language, page = box
    asked = {name for term in review.vocabulary.term.values() for lang in LANGUAGES for name in term[lang]}
    asked |= {str(query) for queries in SETS.values() for query in queries[language]}
    assert len(asked) > 500
    assert heard_in(page, sorted(asked)) <= BOTH


@pytest.mark.parametrize("typed", ["死にたい", "kill myself"])
def test_help_lines_stand_above_every_result(typed: str, box: tuple[str, Page], review: Review) -> None:
    language, page = box
    results(page, typed)
    links = page.locator(".find-help a")
    assert links.first.is_visible()
    called = [href for href in links.evaluate_all("links => links.map(link => link.getAttribute('href'))") if "tel:" in href]
    there = re.findall(r"\]\((tel:\d+)\)", review.pages[language]["patients.md"].body.partition("{#help}")[2])
    assert called == there[: len(called)] and len(called) >= 5
    assert page.locator(".find-results > :first-child").evaluate("first => first.matches('.find-help')")
    for other in LANGUAGES:  # all of them, in this language first
        link = page.locator(f'.find-help a[lang="{other}"]')
        assert link.evaluate("link => link.href").endswith(f"/{other}/patients/#help")
    assert links.first.get_attribute("lang") == language
    assert page.locator("[role=status]").inner_text().startswith({"ja": "つらいとき", "en": "There are help lines"}[language])
    results(page, "TMS")
    expect(links).to_have_count(0)


def test_enter_leads_to_the_help_lines(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{address}en/")
        page.locator("input[name=query]").click()
        results(page, "suicide TMS trial")
        expect(page.locator(".find-help a").first).to_be_visible()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}en/patients/#help")
        page.goto(f"{address}en/patients/")
        page.locator("input[name=query]").click()
        results(page, "I want to die")
        page.locator(".find-help a").first.click()  # on the same page: the search makes room for the lines
        expect(page.locator(".find-results")).to_be_hidden()
        expect(page.locator('article a[href="tel:119"]').last).to_be_in_viewport()


def test_nothing_found_says_what_there_is_and_leads_on(box: tuple[str, Page], review: Review) -> None:
    language, page = box
    assert results(page, "xyzxyzxyz") == []
    hints = page.locator(".find-hints").inner_text()
    assert all(topic.label[language] in hints for topic in review.vocabulary.topic.values())
    expect(page.locator('.find-results .plain-links a[href$="patients/"]')).to_be_visible()
    example = page.locator(".find-example").first
    typed = example.inner_text()
    example.click()
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.locator("input[name=query]").input_value() == typed
    expect(page.locator(".find-example")).to_have_count(0)


def test_an_empty_box_asks_for_words_and_every_example_finds_something(box: tuple[str, Page], review: Review) -> None:
    language, page = box
    results(page, "")
    status = page.locator("[role=status]").inner_text()
    assert status == {"ja": "調べたい言葉を入れてください。", "en": "Type what you want to know."}[language]
    examples = page.locator(".find-example").all_inner_texts()
    assert review.vocabulary.examples and examples == review.vocabulary.examples[language]
    answered = {example: page.evaluate("query => reviewSearch.find(query)", example) for example in examples}
    assert [example for example, found in answered.items() if not found] == []


def test_one_result_is_one(box: tuple[str, Page]) -> None:
    language, page = box
    assert len(results(page, "COM-01")) == 1
    assert page.locator("[role=status]").inner_text() == {"ja": "1件見つかりました", "en": "1 matching document"}[language]


MONEY_AND_SAFETY = {
    "ja": ["料金", "費用", "円", "50万円", "値段", "副作用", "妊娠", "妊娠中", "ペースメーカー", "禁忌", "保険"],
    "en": ["price", "cost", "yen", "side effects", "pregnant", "pregnancy", "pacemaker", "contraindications", "fee"],
}
SENTENCE = {
    "ja": "料金や費用は1回2万円です。副作用、禁忌、妊娠、ペースメーカー、金属については主治医に尋ねてください。",
    "en": "The price or cost is 20,000 yen. Ask about side effects, contraindications, pregnancy, a pacemaker or metal.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_asks_about_money_or_safety_finds_the_page_for_patients(
    language: str, review: Review, chromium: Browser, address: str
) -> None:
    """Among the first three, as soon as its text says so; and not before it does."""
    page = review.pages[language]["patients.md"]
    asked = MONEY_AND_SAFETY[language]

    def places(said: str) -> dict[str, int | None]:
        with_text = dataclasses.replace(page, text=said, start=0)
        pages = {**review.pages, language: {**review.pages[language], "patients.md": with_text}}
        changed = dataclasses.replace(review, pages=pages)
        number = [page.shown.url for page in found_pages(changed, language)].index("patients/")
        with chromium.new_context() as context:
            found = rankings(context.new_page(), f"{address}{language}/", search_files(changed, language), asked)
        return {query: one.index(number) + 1 if number in one else None for query, one in zip(asked, found, strict=True)}

    assert [query for query, place in places(f"{page.body}\n\n{SENTENCE[language]}\n").items() if place not in (1, 2, 3)] == []
    assert set(places("Nothing of the kind.\n").values()) == {None}


def test_help_lines_are_read_from_the_page() -> None:
    page = (
        "# Title\n\n[1](tel:1)\n\n## Help {#help}\n\nCall [119](tel:119) or [110](tel:110).\n\n"
        "- **[Somebody](https://example.org) [03-1](tel:031)** all day\n- no number\n\n## After\n\n- [2](tel:2)\n"
    )
    assert help_lines(page, 9) == [
        ["Call ", ("119", "119"), " or ", ("110", "110"), "."],
        ["Somebody ", ("03-1", "031"), " all day"],
    ]
    assert help_lines(page, 1) == help_lines(page, 9)[:1]
    assert help_lines("# Title\n", 9) == []


def test_a_review_without_a_page_for_patients_has_no_help_lines(review: Review) -> None:
    bare = dataclasses.replace(review, pages={language: {} for language in LANGUAGES})
    assert search_words(bare, "en")["help"] is None


def test_the_tab_key_passes_an_empty_search_in_four_stops(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}en/method/")
        page.locator("input[name=query]").focus()
        page.locator(".find-example").first.wait_for()
        for stop in (".find-example:first-child", ".plain-links a:first-child", ".plain-links a:last-child"):
            page.keyboard.press("Tab")
            expect(page.locator(f".find {stop}:focus")).to_have_count(1)
        page.keyboard.press("Tab")
        assert not page.locator(".find :focus").count()
        page.locator("input[name=query]").focus()
        page.locator(".find-example").first.focus()
        for key, number in (("ArrowRight", 2), ("ArrowDown", 3), ("ArrowLeft", 2)):
            page.keyboard.press(key)
            expect(page.locator(f".find-example:nth-child({number}):focus")).to_have_count(1)
