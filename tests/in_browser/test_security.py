"""A strict policy holds on every kind of page, and a build depends on nothing but the records."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import MINIATURE, serving
from tools.__main__ import main
from tools.records.words import LANGUAGES

CLAIM = "claims/combination-better-than-tms-alone/"
KINDS = ("", CLAIM, f"{CLAIM}v1/", "claims/", "references/", "argument/", "evidence/", "article/", "patients/", "sheet/")


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[str]:
    """The site, served with the headers of its own `_headers`: its address."""
    rules = re.findall(r"^  ([A-Za-z-]+): (.+)$", (site / "_headers").read_text(encoding="utf-8").split("/*.ris")[0], re.M)
    assert "default-src 'self'" in dict(rules)["Content-Security-Policy"]

    with serving(site, rules) as found:
        yield found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_policy_holds_and_everything_works_under_it(language: str, guarded: str, chromium: Browser) -> None:
    told: list[str] = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        for kind in KINDS:
            page.goto(f"{guarded}{language}/{kind}")
        page.goto(f"{guarded}{language}/{CLAIM}")
        page.locator("input[name=query]").fill("TMS")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        before = page.evaluate("document.body.dataset.mdColorScheme")
        page.keyboard.press("Escape")
        page.locator(".scheme").click()
        assert page.evaluate("document.body.dataset.mdColorScheme") != before
        page.reload()
        assert page.evaluate("document.body.dataset.mdColorScheme") != before  # the choice is kept
        page.goto(f"{guarded}{language}/claims/")
        page.select_option("select[name=level]", "hypothetical")
    assert not told


def test_no_script_and_no_style_stands_inline(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r"<script(?![^>]*(?:src=|application/ld\+json))[^>]*>", text), page
        assert not re.search(r"<style|\sstyle=\"|\son[a-z]+=\"|javascript:", text), page


def test_the_same_records_give_the_same_bytes_wherever_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772582400")
    monkeypatch.setenv("SITE_URL", "https://example.org/review/")
    found = []
    for place in ("one", "another/place with spaces"):
        root = Path(shutil.copytree(MINIATURE, tmp_path / place, ignore=shutil.ignore_patterns("build", "site")))
        assert main(["build", "--root", str(root), "--out", str(root / "out")]) == 0
        found.append({file.relative_to(root / "out"): file.read_bytes() for file in (root / "out").rglob("*") if file.is_file()})
    assert found[0].keys() == found[1].keys()
    assert not [path for path in found[0] if found[0][path] != found[1][path]]
