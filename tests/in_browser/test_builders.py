"""Both builders give the same site: addresses, titles, heads, anchors, text, links, and a search that finds."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import REAL_ROOT, SITE_URL, serving
from tools.__main__ import main
from tools.records.words import LANGUAGES

pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def both(published: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real site by each builder, with an address."""
    out = tmp_path_factory.mktemp("builders") / "zensical"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        assert main(["build", "--root", str(REAL_ROOT), "--out", str(out), "--builder", "zensical"]) == 0
    return {"mkdocs": published, "zensical": out}


def pages(site: Path) -> dict[str, str]:
    return {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))}


def head(page: str) -> list[str]:
    """The tags of the head but those that load the theme's own files."""
    tags = re.findall(r"<(?:meta|link|title)[^>]*>(?:[^<]*</title>)?", page.partition("</head>")[0])
    return sorted(tag for tag in tags if not re.search(r'rel="(?:stylesheet|icon|prev|next)"|name="generator"', tag))


def text(page: str) -> str:
    """The words of the article, without spaces: one builder colours code and so sets spaces otherwise."""
    article = re.search(r"<article.*?</article>", page, re.S)
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", article.group())) if article else ""


def addresses(page: str, path: str) -> list[str]:
    """Where the article leads to and what it shows, as a browser reads it, on a site that is not at its host's root."""
    article = re.search(r"<article.*?</article>", page, re.S)
    found = re.findall(r'\s(?:href|src)="([^"]*)"', article.group()) if article else []
    return [urljoin(f"https://example.org/review/{path}", address) for address in found]


def anchors(page: str) -> list[str]:
    article = re.search(r"<article.*?</article>", page, re.S)
    return [name for name in re.findall(r'\sid="([^"]+)"', article.group()) if not name.startswith("__")] if article else []


def test_the_pages_are_the_same(both: dict[str, Path]) -> None:
    one, other = (pages(both[builder]) for builder in ("mkdocs", "zensical"))
    assert one.keys() == other.keys() and len(one) > 2 * len(list((REAL_ROOT / "claims").glob("*.yml")))
    for path in one:
        assert head(one[path]) == head(other[path]), path
        assert text(one[path]) == text(other[path]), path
        assert anchors(one[path]) == anchors(other[path]), path
        assert addresses(one[path], path) == addresses(other[path], path), path


def test_the_other_files_are_the_same(both: dict[str, Path]) -> None:
    for file in both["mkdocs"].rglob("*"):
        path = file.relative_to(both["mkdocs"])
        if (
            file.is_file()
            and file.suffix != ".html"
            and not re.match(r"(ja|en)/assets/(stylesheets|javascripts|images)/", str(path))
        ):
            assert file.read_bytes() == (both["zensical"] / path).read_bytes(), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
@pytest.mark.parametrize("width", [390, 1280])
def test_search_and_reading_work_in_both(
    width: int, builder: str, language: str, both: dict[str, Path], chromium: Browser
) -> None:
    with serving(both[builder]) as served:
        faults: list[str] = []
        with chromium.new_context(viewport={"width": width, "height": 800}) as context:
            page = context.new_page()
            page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
            page.goto(f"{served}{language}/")
            if width < 900:
                page.locator(".find-open").click()
            page.locator("input[name=query]:visible").fill({"ja": "再発", "en": "relapse"}[language])
            page.locator(".md-search-result__item a").first.click()
            expect(page.locator("svg.ladder")).to_be_visible()
            assert "tms-durability" in page.url or "combination-benefit-lasts-longer" in page.url
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.locator(".language-switch a").click()
            assert page.locator("html").get_attribute("lang") != language
        assert not faults
