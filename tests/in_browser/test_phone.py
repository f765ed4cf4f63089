"""On a phone and a tablet, by touch and by keyboard: the menu, the links to help, the search over the window, doubled text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import proof
from tools.records.words import LANGUAGES

CLAIM = "claims/combination-better-than-tms-alone/"
PAGES = ("", CLAIM, f"{CLAIM}v1/", "claims/", "argument/", "evidence/", "method/", "patients/")
DOUBLED = "document.documentElement.style.fontSize = '250%'"  # the theme's own size is 125 %
OUTSIDE = """(root, width) => [...root.querySelectorAll("*")].map(part => part.getBoundingClientRect())
    .filter(box => box.width && (box.left < -0.5 || box.right > width + 0.5)).length"""


@contextmanager
def phone(chromium: Browser, width: int, *, script: bool = True, height: int = 640) -> Iterator[Page]:
    screen = {"width": width, "height": height}
    with chromium.new_context(viewport=screen, is_mobile=True, has_touch=True, java_script_enabled=script) as context:  # type: ignore[arg-type]
        yield context.new_page()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 390, 768])
def test_the_menu_leads_to_the_page_for_patients(
    width: int, language: str, script: bool, chromium: Browser, address: str
) -> None:
    with phone(chromium, width, script=script) as page:
        page.goto(f"{address}{language}/{CLAIM}")
        menu = page.locator("header summary")
        expect(page.locator(".menu-panel")).to_be_hidden()
        menu.tap()
        panel = page.locator(".menu-panel").bounding_box()
        assert panel and panel["width"] == width and panel["height"] > 300
        links = page.locator(".menu-panel nav").first.get_by_role("link")
        assert links.count() == 12
        page.locator('.menu-panel a[href$="/patients/"]').tap()
        expect(page).to_have_url(f"{address}{language}/patients/")


def test_the_menu_leads_to_a_section_of_the_page_and_closes(chromium: Browser, address: str) -> None:
    with phone(chromium, 360) as page:
        page.goto(f"{address}en/{CLAIM}")
        page.locator("header summary").tap()
        page.locator('.menu-panel a[href="#unknown"]').tap()
        expect(page.locator(".menu-panel")).to_be_hidden()
        expect(page.locator("#unknown")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_the_keyboard_opens_the_menu_and_a_closed_one_takes_no_focus(script: bool, chromium: Browser, address: str) -> None:
    with phone(chromium, 768, script=script) as page:
        page.goto(f"{address}en/{CLAIM}")
        menu, first = page.locator("header summary"), page.locator(".menu-panel a").first
        menu.focus()
        page.keyboard.press("Tab")
        assert not page.locator(".menu-panel :focus").count()
        page.keyboard.press("Shift+Tab")
        expect(menu).to_be_focused()
        for key in ("Enter", "Space"):
            page.keyboard.press(key)
            expect(first).to_be_visible()
            page.keyboard.press("Tab")
            expect(first).to_be_focused()
            page.keyboard.press("Shift+Tab")
            page.keyboard.press(key)
            expect(first).to_be_hidden()


def test_escape_closes_the_menu_and_goes_back_to_its_button(chromium: Browser, address: str) -> None:
    with phone(chromium, 390) as page:
        page.goto(f"{address}ja/")
        page.locator("header summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(page.locator(".menu-panel")).to_be_hidden()
        expect(page.locator("header summary")).to_be_focused()


def test_the_keyboard_opens_and_closes_the_search_of_a_phone(chromium: Browser, address: str) -> None:
    with phone(chromium, 390) as page:
        page.goto(f"{address}en/")
        button = page.get_by_role("button", name="Search", exact=True)
        expect(button).to_have_attribute("aria-expanded", "false")
        for key in ("Enter", "Space"):
            button.focus()
            page.keyboard.press(key)
            expect(page.locator("input[name=query]")).to_be_focused()
            expect(page.locator(".find-open")).to_have_attribute("aria-expanded", "true")
            page.keyboard.press("Shift+Tab")
            page.keyboard.press(key)  # the button that closes stands before the field
            expect(page.locator(".find")).to_be_hidden()
            expect(button).to_be_focused()


def test_the_colours_are_a_button_that_says_its_state(chromium: Browser, address: str) -> None:
    with phone(chromium, 390) as page:
        page.goto(f"{address}en/")
        button = page.get_by_role("button", name="Dark")
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        expect(button).to_have_attribute("aria-pressed", "false")
        button.focus()
        page.keyboard.press("Space")
        expect(button).to_have_attribute("aria-pressed", "true")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_links_to_help_at_its_top_and_at_its_foot(language: str, site: Path) -> None:
    row = re.compile(r'<p class="plain-links">\s*<a href="([^"]*)">[^<]+</a>\s*<a href="([^"]*)">[^<]+</a>')
    files = list((site / language).rglob("*.html"))
    assert len(files) > 50
    patients = site / language / "patients"
    for file in files:
        text = file.read_text(encoding="utf-8")
        parts = [text.partition("<header")[0], text.partition("</article>")[2]]
        for found in map(row.search, parts):
            assert found, file
            assert [urljoin(f"{file.parent.as_uri()}/", link) for link in found.groups()] == [
                f"{patients.as_uri()}/",
                f"{patients.as_uri()}/#help",
            ], file
    assert 'id="help"' in (patients / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_one_tap_away_in_the_first_screen(language: str, chromium: Browser, address: str) -> None:
    with phone(chromium, 360, script=False) as page:
        for path in PAGES:
            page.goto(f"{address}{language}/{path}")
            box = page.locator(".plain-links a:visible").nth(1).bounding_box()
            assert box and box["y"] + box["height"] < 320 and box["height"] >= 24, path
        page.locator(".plain-links a:visible").nth(1).tap()
        expect(page).to_have_url(re.compile(f"{language}/patients/#help$"))
        expect(page.locator('#help ~ * a[href="tel:119"]').first).to_be_in_viewport()


def test_the_root_links_to_help_in_both_languages(chromium: Browser, address: str) -> None:
    with phone(chromium, 360) as page:
        for language in LANGUAGES:
            page.goto(address)
            page.locator(f'a[href="{language}/patients/"]').tap()
            expect(page).to_have_url(f"{address}{language}/patients/")
            page.goto(address)
            page.locator(f'a[href="{language}/patients/#help"]').tap()
            expect(page.locator('#help ~ * a[href="tel:119"]').first).to_be_in_viewport()


@pytest.mark.parametrize("doubled", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, proof(360), 390, 768])
def test_the_open_search_is_on_the_screen(width: int, language: str, doubled: bool, chromium: Browser, address: str) -> None:
    with phone(chromium, width) as page:
        page.goto(f"{address}{language}/{CLAIM}")
        if doubled:
            page.evaluate(DOUBLED)
        page.locator(".find-open").tap()
        box = page.locator(".find")
        for typed, shown in (("", ".find-example"), ("TMS", "li a"), ("死にたい", ".find-help a"), ("xyzxyz", ".find-example")):
            page.locator("input[name=query]").fill(typed)
            box.locator(shown).first.wait_for()
            assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [width, width]
            assert box.bounding_box() == {"x": 0, "y": 0, "width": width, "height": 640}
            assert box.evaluate(OUTSIDE, width) == 0, typed
            expect(page.locator(".find-close")).to_be_in_viewport(ratio=1)
        page.locator(".find-close").tap()
        expect(box).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360])
def test_doubled_text_leaves_the_header_whole_and_room_for_the_page(
    width: int, language: str, chromium: Browser, address: str
) -> None:
    with phone(chromium, width) as page:
        for path in PAGES:
            page.goto(f"{address}{language}/{path}")
            page.evaluate(DOUBLED)
            assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [width, width], path
            for part in ("summary", ".home", ".scheme", ".language-switch a", ".find-open"):
                expect(page.locator(f"header {part}")).to_be_in_viewport(ratio=1)
            banner, header = page.locator(".md-banner").bounding_box(), page.locator("header").first.bounding_box()
            assert banner and header and banner["height"] < 320 and banner["height"] + header["height"] < 400, path
            assert page.locator(".plain-statement").first.evaluate("text => parseFloat(getComputedStyle(text).fontSize)") >= 16
