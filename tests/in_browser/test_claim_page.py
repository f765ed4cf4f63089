"""A claim page is short as it opens, and what it folds is found: by hand, by a link, on paper, with and without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import REAL_ROOT, proof
from tools.records.load import load
from tools.records.words import LANGUAGES

CLAIM = "combination-better-than-tms-alone"
SCREENS, SCREEN = 9, (360, 740)
# How many characters as wide as the letters are high fit on a line: some 70 Latin letters, 38 Japanese characters.
MEASURE = 38
LINES = """() => [...document.querySelectorAll("article :is(p, li, dd)")].filter(part => part.checkVisibility())
    .map(part => part.getBoundingClientRect().width / parseFloat(getComputedStyle(part).fontSize))"""


def claims() -> list[str]:
    review, _ = load(REAL_ROOT)
    assert review
    return list(review.claims)


@contextmanager
def opened(chromium: Browser, *, script: bool = True, width: int = SCREEN[0]) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": width, "height": SCREEN[1]}, java_script_enabled=script) as context:
        yield context.new_page()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("claim_ids", [[CLAIM], proof(claims())], ids=["one", "all"])
def test_a_claim_page_has_nine_screens_of_a_phone_at_most(
    claim_ids: Sequence[str], language: str, chromium: Browser, address: str
) -> None:
    long: dict[str, float] = {}
    with opened(chromium) as page:
        for claim_id in claim_ids:
            page.goto(f"{address}{language}/claims/{claim_id}/")
            screens = page.evaluate("document.documentElement.scrollHeight") / SCREEN[1]
            if screens > SCREENS:
                long[claim_id] = screens
    assert not long


@pytest.mark.parametrize("script", [True, False])
def test_a_fold_opens_by_hand(script: bool, chromium: Browser, address: str) -> None:
    with opened(chromium, script=script) as page:
        page.goto(f"{address}en/claims/{CLAIM}/")
        expect(page.locator(".prose")).to_be_hidden()
        page.locator("#appraisal + .fold > summary").click()
        expect(page.locator(".prose")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_are_a_line_of_a_phone_and_open_what_they_lead_to(language: str, chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}{language}/claims/{CLAIM}/")
        page.locator(".contents > summary").click()
        links = page.locator(".contents a")
        wanted = page.locator("article h2").evaluate_all("heads => heads.map(head => `#${head.id}`)")
        assert links.evaluate_all("links => links.map(link => link.hash)") == wanted
        page.locator('.contents a[href="#searches"]').click()
        expect(page.locator(".searches")).to_be_visible()
        expect(page.locator("#searches")).to_be_in_viewport()


def test_an_address_within_a_fold_opens_it_however_one_comes_to_it(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}en/claims/{CLAIM}/")
        hidden = page.locator("#references .studies li").last
        anchor = hidden.get_attribute("id")
        expect(hidden).to_be_hidden()
        for _ in range(2):  # the second time it is the address that the page has already
            page.evaluate(
                """anchor => { const link = Object.assign(document.createElement('a'), { href: `#${anchor}` });
                document.querySelector('h1').append(link); link.click(); link.remove(); }""",
                anchor,
            )
            expect(hidden).to_be_visible()
            expect(hidden).to_be_in_viewport()
            expect(hidden.locator(".reference p")).to_be_visible()  # a link to a source shows its reference
            page.locator("#references").evaluate("fold => { fold.open = false; }")
        page.goto(f"{address}en/references/")
        page.goto(f"{address}en/claims/{CLAIM}/#{anchor}")
        expect(hidden).to_be_visible()


def test_every_source_is_listed_once_and_search_words_are_not_shown(chromium: Browser, address: str) -> None:
    review, _ = load(REAL_ROOT)
    assert review
    with opened(chromium, script=False) as page:
        for claim_id in (CLAIM, "tms-treats-depression"):
            page.goto(f"{address}en/claims/{claim_id}/")
            listed = page.locator("[id^=ref-]").evaluate_all("parts => parts.map(part => part.id.slice(4))")
            assert len(listed) == len(set(listed)) >= len({item.ref for item in review.claims[claim_id].evidence})
            assert {item.ref for item in review.claims[claim_id].evidence} <= set(listed)
            assert not page.locator("#terms").count()


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_everything_is_open(script: bool, chromium: Browser, address: str) -> None:
    with opened(chromium, script=script, width=680) as page:
        page.goto(f"{address}ja/claims/{CLAIM}/")
        folded = page.locator(".prose, .searches, .argument-here, .cite-box, .record, .studies li, .reference p")
        assert not all(part.is_visible() for part in folded.all())
        if script:
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        for part in folded.all():
            expect(part).to_be_visible()
        for part in page.locator("article summary").all():
            expect(part).to_be_hidden()
        page.emulate_media(media="screen")
        if script:
            page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        expect(page.locator(".prose")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_short_enough_to_read(language: str, chromium: Browser, address: str) -> None:
    with opened(chromium, width=1440) as page:
        for path in (f"claims/{CLAIM}/", "patients/", "method/", ""):
            page.goto(f"{address}{language}/{path}")
            page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            lines = page.evaluate(LINES)
            assert lines and max(lines) <= MEASURE + 0.1, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_is_its_words(language: str, chromium: Browser, address: str) -> None:
    with opened(chromium, script=False) as page:
        for path in (f"claims/{CLAIM}/", "method/", "patients/", "contribute/"):
            page.goto(f"{address}{language}/{path}")
            heads = page.locator("article :is(h1, h2, h3)")
            assert heads.count() > 3 and not heads.locator("a").count(), path
            assert not re.search("¶", " ".join(heads.all_inner_texts())), path
