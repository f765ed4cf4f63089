"""Everybody can read and use it: axe on every kind of page, the keyboard alone, less motion, no script, a light first visit."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.conftest import REAL_ROOT, proof
from tools.records.load import load
from tools.records.words import LANGUAGES
from tools.text.marks import cited_keys

CLAIM = "claims/combination-better-than-tms-alone/"
LISTED = ("claims/", "references/")
KINDS = ("", CLAIM, *LISTED, "argument/", "evidence/", "article/", "method/", "patients/", "sheet/", "contribute/", "changes/")
DOUBLED = "document.documentElement.style.fontSize = '250%'"  # the theme's own size is 125 %
# Width, colours, and whether the reader has doubled the text.
LOOKS = [(1280, "light", False), (1280, "dark", False), (768, "light", False), (360, "dark", False), (360, "light", True)]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# A list of hundreds of like rows takes long and tells nothing that its first rows do not.
OPEN = "document.querySelectorAll('article details').forEach(fold => { fold.open = true; })"
FEWER_ROWS = """document.querySelectorAll('article :is(ul, ol, tbody, p)').forEach(
    list => [...list.children].slice(4).forEach(row => row.remove()))"""
FIRST_VISIT_LIMIT = 50_000


def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context.new_page()


@pytest.fixture
def unscripted(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone without JavaScript."""
    with chromium.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False) as context:
        yield context


@pytest.mark.parametrize(
    ("language", "kinds", "looks"),
    [
        ("ja", ("", CLAIM, "patients/"), LOOKS[4:]),
        ("en", ("claims/", "evidence/"), LOOKS[1:2]),
        proof("ja", KINDS, LOOKS),
        proof("en", KINDS, LOOKS),
    ],
    ids=["some-ja", "some-en", "all-ja", "all-en"],
)
def test_axe_finds_nothing(
    language: str, kinds: Sequence[str], looks: Sequence[tuple[int, str, bool]], chromium: Browser, address: str
) -> None:
    found: list[str] = []
    with ExitStack() as stack:
        pages: list[Page] = []
        for width, scheme, _ in looks:
            look = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "reduced_motion": "reduce"}
            pages.append(stack.enter_context(chromium.new_context(**look)).new_page())  # type: ignore[arg-type]
        for path in kinds:
            for (*_, doubled), page in zip(looks, pages, strict=True):
                page.goto(f"{address}{language}/{path}")
                page.evaluate(FEWER_ROWS)
                page.evaluate(OPEN)
                if doubled:
                    page.evaluate(DOUBLED)
                page.evaluate(axe())
                page.evaluate(f"() => {{ window.found = axe.run({json.dumps(RULES)}) }}")  # all at the same time
            for look, page in zip(looks, pages, strict=True):
                for fault in page.evaluate("window.found")["violations"]:
                    found.append(f"{path} {look}: {fault['id']}: {fault['nodes'][0]['html'][:200]}")
    assert not found, "\n".join(found)


def test_the_keyboard_alone_reaches_the_first_claim_and_every_part_of_the_search(page: Page, address: str) -> None:
    page.goto(f"{address}en/claims/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")  # the first stop leads past the header
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.claim-list a')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("svg.ladder")).to_be_visible()
    page.wait_for_load_state("load")  # who types sooner than the scripts are there types nowhere
    page.keyboard.press("/")
    page.keyboard.type("relapse")
    lasting = re.compile(r"/en/claims/(tms-durability|combination-benefit-lasts-longer)/")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", lasting)  # that of the whole word
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(lasting)
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator(".find-results")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_every_control_is_seen_and_ringed_when_it_has_the_focus(width: int, page: Page, address: str) -> None:
    """Every stop of the home page in turn, from the first to the first fold: none is hidden, none without a ring."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}en/")
    for _ in range(120):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """(() => { const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
            return { what: at.outerHTML.slice(0, 200), fold: at.matches("article details:not(.contents) > summary"),
                seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth,
                ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 }; })()"""
        )
        assert at["seen"] and at["ring"], at
        if at["fold"]:
            return
    raise AssertionError("no fold was reached")


def test_nothing_moves_for_those_who_want_no_motion(chromium: Browser, address: str) -> None:
    with chromium.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{address}en/{CLAIM}")
        moving = """[...document.querySelectorAll('*')].map(part => getComputedStyle(part)).filter(style =>
            parseFloat(style.transitionDuration) > 0
            || (style.animationName !== 'none' && parseFloat(style.animationDuration) > 0)
            ).length"""
        assert page.evaluate(moving) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_there_without_a_script(language: str, unscripted: BrowserContext, address: str) -> None:
    page = unscripted.new_page()
    page.goto(f"{address}{language}/{CLAIM}")
    expect(page.locator("svg.ladder")).to_be_visible()
    review, _ = load(REAL_ROOT)
    assert review
    claim = review.claims[CLAIM.split("/")[1]]
    assert page.locator(".studies > li").count() == len(claim.evidence)
    assert page.locator("#appraisal ~ .fold .prose .citation a").count() >= len(set(cited_keys(claim.appraisal[language]))) > 0
    expect(page.locator(".find")).to_be_hidden()
    page.locator(".language-switch a").click()
    expect(page).to_have_url(f"{address}{next(other for other in LANGUAGES if other != language)}/{CLAIM}")
    page.goto(f"{address}{language}/claims/")
    assert page.locator(".filters select:visible").count() == 0
    assert page.locator(".claim-list li:visible").count() == page.locator(".claim-list li").count() >= len(review.claims)
    page.goto(f"{address}{language}/references/")
    assert page.locator(".references-all li:visible").count() >= len(review.references)
    for path, figure in (("argument/", "argument-map"), ("evidence/", "evidence-map"), ("article/", "wording-scale")):
        page.goto(f"{address}{language}/{path}")
        expect(page.locator(f"svg.{figure}").first).to_be_visible()


def test_lists_can_be_filtered_and_sorted(page: Page, address: str) -> None:
    review, _ = load(REAL_ROOT)
    assert review
    claim = review.claims[CLAIM.split("/")[1]]
    page.goto(f"{address}en/claims/")
    page.select_option("select[name=level]", claim.level)
    page.select_option("select[name=topic]", claim.topic)
    shown = page.locator(".claim-list li:visible")
    chosen = f"[data-level={claim.level}][data-topic={claim.topic}]"
    assert shown.count() and not page.locator(f".claim-list li:visible:not({chosen})").count()
    assert "Showing" in page.locator(".filters [role=status]").inner_text()
    page.reload()
    assert page.locator("select[name=level]").input_value() == claim.level  # the address keeps the choice
    page.goto(f"{address}en/references/")
    page.select_option("select[name=sort]", "-year")
    years = [int(year) for year in page.locator(".references-all li").evaluate_all("rows => rows.map(row => row.dataset.year)")]
    assert years == sorted(years, reverse=True) and years[0] == max(source.year or 0 for source in review.references.values())
    page.select_option("select[name=design]", "rct")
    assert not page.locator(".references-all li:visible:not([data-design=rct])").count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_is_light_and_asks_no_other_host(language: str, chromium: Browser, site: Path, address: str) -> None:
    """Everything that the heaviest claim page loads before anybody searches, each file gzipped as a host would send it."""
    heaviest = max((site / language / "claims").glob("*/index.html"), key=lambda file: len(gzip.compress(file.read_bytes())))
    with chromium.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        responses: list[Response] = []
        page.on("response", lambda response: responses.append(response))
        page.goto(f"{address}{language}/claims/{heaviest.parent.name}/", wait_until="networkidle")
        assert all(response.url.startswith(address) for response in responses)
        sizes = {response.url: len(gzip.compress(response.body())) for response in responses if response.ok}
    print(f"{language}: {sum(sizes.values())} bytes: {sorted(sizes.items(), key=lambda item: -item[1])}")
    assert sum(sizes.values()) <= FIRST_VISIT_LIMIT
