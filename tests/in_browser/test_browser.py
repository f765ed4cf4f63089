"""The real site in a real Chromium: reading, switching language, searching, on a phone, in the dark, without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.conftest import REAL_ROOT, proof
from tools.records.load import load
from tools.records.words import LANGUAGES

CLAIM = "claims/combination-better-than-tms-alone/"
FOLDS = "open => document.querySelectorAll('article details').forEach(fold => { fold.open ||= open; })"
PAGES = ("", CLAIM, "claims/", "article/", "argument/", "evidence/", "references/", "method/", "patients/")


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test on a console error, a failed request or a request to another host."""
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield from watched(context.new_page(), address)


def watched(page: Page, address: str) -> Iterator[Page]:
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: failed(request, faults))
    page.on("response", lambda response: faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else faults.append(request.url)
    )
    yield page
    assert not faults


def failed(request: Request, faults: list[str]) -> None:
    """Leaving a page aborts what it was still loading; that is no fault."""
    if request.failure != "net::ERR_ABORTED":
        faults.append(f"failed: {request.url}")


@pytest.mark.parametrize("path", ["", CLAIM])
def test_the_language_switch_stays_on_the_page_both_ways(path: str, page: Page, address: str) -> None:
    page.goto(f"{address}ja/{path}")
    assert page.locator("html").get_attribute("lang") == "ja"
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{address}en/{path}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="日本語", exact=True).click()
    expect(page).to_have_url(f"{address}ja/{path}")


def search(page: Page, words: str) -> list[str]:
    """The addresses of the results, best first."""
    page.locator("input[name=query]").fill("")
    expect(page.locator(".md-search-result__item")).to_have_count(0)  # those of the query before are gone
    page.locator("input[name=query]").press_sequentially(words)
    results = page.locator(".md-search-result__item > a")
    results.first.wait_for(timeout=15_000)
    page.wait_for_timeout(300)
    return [str(href) for href in results.evaluate_all("links => links.map(link => link.href)")]


QUERIES = {
    "ja": [
        ("磁気刺激", r"/claims/tms-"),
        ("相乗効果", r"/claims/combination-synergy/"),
        ("点滴", r"/claims/(exosome|combination)"),
        ("薬が効かない", r"/claims/tms-"),
        ("再発", r"/claims/(tms-durability|combination-benefit)"),
        ("ＴＭＳ", r"/claims/"),
        ("抗うつ薬", r"/claims/tms-"),
        ("18歳未満", r"/claims/tms-"),
        ("COM-02", r"/claims/combination-synergy/"),
    ],
    "en": [
        ("relapse", r"/claims/(tms-durability|combination-benefit)"),
        ("synergy", r"/claims/combination-synergy/"),
        ("magnetic stimulation", r"/claims/tms-"),
        ("teenagers", r"/claims/tms-"),
        ("TMS-08", r"/claims/tms-few-side-effects/"),
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_claim_pages(language: str, page: Page, address: str) -> None:
    page.goto(f"{address}{language}/")
    for words, expected in QUERIES[language]:
        found = search(page, words)
        assert any(re.search(expected, href) for href in found[:5]), (words, found[:5])
        assert all(f"/{language}/" in href for href in found), words
        assert not [href for href in found if re.search(r"/(claims|references|article|evidence|argument)/(#|\?|$)", href)], words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), proof(360, "dark"), proof(1280, "light"), (1280, "dark")])
def test_no_page_scrolls_sideways(language: str, scheme: str, width: int, chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        for page in watched(context.new_page(), address):
            for path in PAGES:
                page.goto(f"{address}{language}/{path}")
                for state in (False, True):  # as it opens, and with every fold open
                    page.evaluate(FOLDS, state)
                    assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_is_in_the_first_screen_of_a_phone_without_a_script(language: str, chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(f"{address}{language}/{path}")
            box = page.locator(".plain-statement").bounding_box()
            assert box and box["y"] + box["height"] <= 640, path
            assert page.locator("article h1").is_visible(), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_page_shows_the_whole_ladder_with_the_current_step(language: str, page: Page, address: str) -> None:
    page.goto(f"{address}{language}/{CLAIM}")
    steps = page.locator("svg.ladder [role=listitem]")
    expect(steps).to_have_count(5)
    current = page.locator("svg.ladder [aria-current=step]")
    expect(current).to_have_count(1)
    review, _ = load(REAL_ROOT)
    assert review
    claim = review.claims[CLAIM.split("/")[1]]
    assert review.vocabulary.level[claim.level].label[language] in str(current.text_content())
    for anchor in ("said", "appraisal", "unknown", "would-change", "evidence", "searches", "references"):
        assert page.locator(f"#{anchor}").count() == 1, anchor
    dois = [doi for item in claim.evidence if (doi := review.references[item.ref].doi)]
    assert page.locator('.reference a[href^="https://doi.org/10."]').count() >= len(dois)


def test_the_root_offers_both_languages(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="日本語で読む").click()
    expect(page).to_have_url(f"{address}ja/")


def test_a_jump_to_a_reference_lands_on_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/{CLAIM}")
    page.locator("#appraisal + .fold > summary").click()
    link = page.locator(".prose .citation a").first
    link.click()
    key = page.url.partition("#")[2]
    assert key.startswith("ref-")
    expect(page.locator(f"[id='{key}']")).to_be_in_viewport()
