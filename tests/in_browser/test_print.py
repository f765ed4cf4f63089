"""On paper: the sheet is one A4 page in each language, and pages print without navigation, with addresses."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tools.records.words import LANGUAGES


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_page(language: str, chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}{language}/sheet/")
        assert pages_of(page.pdf(prefer_css_page_size=True)) == 1
        page.emulate_media(media="print")
        size = page.locator("article p").nth(1).evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
        assert size >= 12.5  # CSS pixels: small print would fit too, and nobody could read it


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_print_without_navigation_and_with_addresses(language: str, chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}{language}/patients/")
        assert pages_of(page.pdf(prefer_css_page_size=True)) >= 2
        page.emulate_media(media="print")
        for part in (".md-header", ".md-tabs", ".md-footer", ".md-sidebar"):
            assert not page.locator(f"{part}:visible").count(), part
        outside = page.locator('article a[href^="http"]').first
        shown = outside.evaluate("link => getComputedStyle(link, '::after').content")
        assert "http" in shown
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")  # as a browser does before it prints
        inside = page.locator('article a[href^="../claims/"]').first
        shown = inside.evaluate("link => getComputedStyle(link, '::after').content")
        assert f"{address}{language}/claims/" in inside.get_attribute("data-address", timeout=1000)  # type: ignore[operator]
        assert "claims/" in shown
