"""The search takes words of the other language and slips, and finds nothing where nothing is about the subject."""

from __future__ import annotations

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.in_browser.test_search import box, results
from tools.export.search import found_pages
from tools.export.search_words import other_languages
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import Language

__all__ = ["box"]
OTHER = yaml.safe_load((ROOT / "tests/search_queries_other.yml").read_text(encoding="utf-8"))
NOTHING = yaml.safe_load((ROOT / "tests/search_nothing.yml").read_text(encoding="utf-8"))


def found(page: Page, typed: list[str]) -> dict[str, list[int]]:
    """The numbers of the pages that each query finds, best first."""
    answers = page.evaluate(
        "async typed => { const all = []; for (const one of typed) all.push(await reviewSearch.find(one)); return all; }", typed
    )
    return dict(zip(typed, answers, strict=True))


@pytest.fixture(scope="module")
def review() -> Review:
    loaded, _ = load(ROOT)
    assert loaded
    return loaded


def test_what_has_nothing_to_do_with_the_subject_finds_nothing(box: tuple[str, Page]) -> None:
    _, page = box
    assert {typed: pages for typed, pages in found(page, NOTHING).items() if pages} == {}
    assert results(page, "한국어") == []
    none = page.locator("[role=status]").inner_text()
    assert results(page, "zzz") == [] and page.locator("[role=status]").inner_text() == none
    expect(page.locator(".find-results .plain-links a").first).to_be_visible()


def test_words_of_the_other_language_find_the_page_of_this_one(box: tuple[Language, Page], review: Review) -> None:
    language, page = box
    urls = [one.shown.url.removeprefix("claims/").rstrip("/") for one in found_pages(review, language)]
    first = {typed: [urls[number] for number in pages[:3]] for typed, pages in found(page, list(OTHER[language])).items()}
    assert {typed: pages for typed, pages in first.items() if not set(pages) & set(OTHER[language][typed])} == {}


SLIPS = {
    "TSM": "TMS",
    "TMSS": "TMS",
    "rTSM": "rTMS",
    "BNDF": "BDNF",
    "tsm side effects": "TMS side effects",
    "relpase": "relapse",
    "seizrue": "seizure",
    "exosoem": "exosome",
}


def test_a_slip_finds_what_was_meant(box: tuple[str, Page]) -> None:
    _, page = box
    answers = found(page, [*SLIPS, *SLIPS.values()])
    assert [slip for slip, meant in SLIPS.items() if answers[slip] != answers[meant] or not answers[slip]] == []


def test_one_kanji_is_no_name_at_the_beginning_of_another_word(box: tuple[str, Page]) -> None:
    """薬, 円, 音 and 害 are names; 騒音 is about sound, 音楽 (as far as this site goes) is not."""
    _, page = box
    answers = found(page, ["騒音", "風邪薬", "50万円", "音楽", "円形脱毛症", "害虫"])
    assert [typed for typed, pages in answers.items() if bool(pages) != (typed in ("騒音", "風邪薬", "50万円"))] == []


def test_nothing_found_asks_the_pages_in_the_other_language(box: tuple[Language, Page]) -> None:
    language, page = box
    typed = "xyzxyzxyz & <b>?"
    results(page, typed)
    (other,) = other_languages(language)
    link = page.locator(f'.find-there[lang="{other}"]')
    link.focus()
    link.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator("input[name=query]")).to_have_value(typed)
    page.go_back()
