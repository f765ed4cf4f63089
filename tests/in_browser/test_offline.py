"""The offline edition: built, zipped, unzipped elsewhere, read from disk with every host blocked."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.conftest import REAL_ROOT
from tools.__main__ import main
from tools.records.words import LANGUAGES


@pytest.fixture(scope="module")
def unzipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    assert main(["build", "--root", str(REAL_ROOT), "--out", str(folder / "site"), "--offline"]) == 0
    archive = shutil.make_archive(str(folder / "review"), "zip", folder / "site")
    shutil.rmtree(folder / "site")
    shutil.unpack_archive(archive, folder / "elsewhere on disk")
    return folder / "elsewhere on disk"


@pytest.mark.parametrize(("language", "words"), [("ja", "再発"), ("en", "relapse")])
def test_it_is_read_and_searched_from_disk(language: str, words: str, unzipped: Path, chromium: Browser) -> None:
    asked: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            asked.append(request.url)

    with chromium.new_context(offline=True) as context:
        page = context.new_page()
        page.on("request", watch)
        page.goto((unzipped / "index.html").as_uri())
        page.locator(f'a.choose[href^="{language}/"]').click()
        page.locator("input[name=query]").click()
        page.locator("input[name=query]").fill(words)
        page.locator(".md-search-result__item a").first.click()
        expect(page.locator("svg.ladder")).to_be_visible()
        assert "tms-durability" in page.url or "combination-benefit-lasts-longer" in page.url
        page.locator(".language-switch a").click()
        other = next(name for name in LANGUAGES if name != language)
        assert f"/{other}/claims/" in page.url and page.locator("html").get_attribute("lang") == other
        page.locator(".md-tabs__link").nth(3).click()
        expect(page.locator("svg.argument-map")).to_be_visible()
        page.locator("svg.argument-map a").first.click()
        expect(page.locator("svg.ladder")).to_be_visible()
    assert not asked


def test_every_link_names_a_file_that_is_there(unzipped: Path) -> None:
    broken = []
    for page in unzipped.rglob("*/index.html"):
        for href in re.findall(r'<a [^>]*?href="([^":#?]+)["#?]', page.read_text(encoding="utf-8")):
            target = (page.parent / href).resolve()
            if not target.is_file():
                broken.append((str(page.relative_to(unzipped)), href))
    assert not broken, broken[:20]
