"""The summary of findings: cards on a phone, a table on a wide screen and on paper, and nothing for axe to find."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.conftest import REAL_ROOT
from tests.in_browser.test_access import RULES, axe
from tools.appraisal.assess import assess
from tools.records.load import load
from tools.records.words import LANGUAGES

PAPER = 680  # A4 less its margins, in CSS pixels
DISPLAYS = "rows => rows.map(row => getComputedStyle(row).display)"
HIDDEN = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).length"

CUT_OFF = HIDDEN.replace("box.clientWidth", "box.clientWidth + 1")  # a border may be rounded up


def pages() -> list[str]:
    """A page of each shape: people without and with the treatment, no such people, shares, nothing measured, reports of harms;
    and the list of all."""
    review, _ = load(REAL_ROOT)
    assert review
    shapes: dict[tuple[bool, ...], str] = {}
    for claim_id, judged in assess(review).claims.items():
        if judged.outcomes or any(study.item.harm for study in judged.studies):
            people = [one.absolute for one in judged.outcomes if one.absolute]
            shape = any(one.estimate for one in judged.outcomes), bool(people), any(n.without is not None for n in people)
            shapes.setdefault((bool(judged.outcomes), *shape), claim_id)
    return [*(f"claims/{claim_id}/" for claim_id in shapes.values()), "evidence/"]


PAGES = pages()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_each_row_is_a_card_that_says_what_its_numbers_are(
    width: int, language: str, chromium: Browser, address: str
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 640}, java_script_enabled=False) as context:
        page = context.new_page()
        for path in PAGES:
            page.goto(f"{address}{language}/{path}")
            assert page.evaluate("document.documentElement.scrollWidth") == width, path
            rows = page.locator(".findings tbody tr")
            assert set(rows.evaluate_all(DISPLAYS)) == {"flex"}, path
            assert not page.locator(".scroll:has(.findings)").evaluate_all(HIDDEN), path
            labels = page.locator(".findings td[data-label]:not(.means)").evaluate_all(
                "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
            )
            assert labels or page.locator(".findings .nothing").count() == rows.count(), path
            assert all(len(label) > 3 for label in labels), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_twice_the_size_of_text_no_card_is_cut_off(language: str, chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True) as context:
        page = context.new_page()
        for path in [*PAGES, "claims/tms-treatment-resistant-depression/"]:  # with the longest ranges
            page.goto(f"{address}{language}/{path}")
            page.add_style_tag(content="html{font-size:200%!important}")
            assert not page.locator(".scroll:has(.findings)").evaluate_all(CUT_OFF), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("media", "width"), [("screen", 1280), ("print", PAPER)])
def test_on_a_wide_screen_and_on_paper_it_is_a_table_that_fits(
    media: str, width: int, language: str, chromium: Browser, address: str
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.emulate_media(media=media)  # type: ignore[arg-type]
        for path in PAGES:
            page.goto(f"{address}{language}/{path}")
            assert set(page.locator(".findings tr").evaluate_all(DISPLAYS)) == {"table-row"}, path
            assert not page.locator(".scroll:has(.findings)").evaluate_all(HIDDEN), path
            assert page.locator(".findings caption").count() == page.locator(".findings").count()


@pytest.mark.parametrize(("language", "width", "scheme"), [("ja", 390, "dark"), ("en", 1280, "light")])
def test_axe_finds_nothing(language: str, width: int, scheme: str, chromium: Browser, address: str) -> None:
    look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "reduced_motion": "reduce"}
    with chromium.new_context(**look) as context:  # type: ignore[arg-type]
        page = context.new_page()
        for path in PAGES[:-1]:
            page.goto(f"{address}{language}/{path}")
            page.evaluate(axe())
            found = page.evaluate(f"axe.run({json.dumps(RULES)})")["violations"]
            assert not found, (path, [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found])
