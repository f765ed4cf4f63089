"""`serve`, as somebody who edits a record meets it: in a real browser, with the real builder behind it."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tools.site.server import Shown

CLAIM = "lamp-lifts-mood"
TITLE = "The effect of the lamp"


@dataclass
class Desk:
    """A review that is being edited: its root, the program that serves it, and a browser that shows one claim."""

    root: Path
    process: subprocess.Popen[str]
    page: Page

    def edit(self, old: str, new: str) -> None:
        record = self.root / f"claims/{CLAIM}.yml"
        text = record.read_text(encoding="utf-8")
        assert old in text
        record.write_text(text.replace(old, new), encoding="utf-8")

    def said(self, text: str) -> None:
        """Wait for a line of the terminal."""
        assert self.process.stdout
        for line in self.process.stdout:
            if text in line:
                return
        raise AssertionError(f"never said: {text}")


@pytest.fixture
def desk(miniature: Path, chromium: Browser) -> Iterator[Desk]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "tools", "serve", "--root", str(miniature), "--port", str(port)]
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process,
        chromium.new_context() as context,
    ):
        found = Desk(miniature, process, context.new_page())
        try:
            found.said("Serving")
            found.page.goto(f"http://127.0.0.1:{port}/en/claims/{CLAIM}/")
            yield found
        finally:
            process.terminate()


def test_an_edit_shows_by_itself_and_then_everywhere(desk: Desk) -> None:
    desk.edit(TITLE, "The brightness of the lamp")
    expect(desk.page.locator("h1")).to_contain_text("The brightness of the lamp")
    desk.said("Rebuilt.")
    for path in ("en/claims/index.html", f"en/claims/{CLAIM}/index.html"):
        text = (desk.root / "site" / path).read_text(encoding="utf-8")
        assert "The brightness of the lamp" in text and ".preview" not in text


def test_a_fault_shows_on_the_page_and_the_last_good_site_stays(desk: Desk) -> None:
    listing = desk.root / "site/en/claims/index.html"
    before = listing.read_bytes()
    desk.edit("level: ", "levl: ")
    alert = desk.page.get_by_role("alert")
    expect(alert).to_contain_text(f"claims/{CLAIM}.yml:1: missing-field: `level` is missing.")
    desk.said("missing-field")
    desk.page.reload()
    expect(alert).to_contain_text("Did you mean `level`?")
    expect(desk.page.locator("h1")).to_contain_text(TITLE)
    assert listing.read_bytes() == before
    desk.edit("levl: ", "level: ")
    expect(alert).to_have_count(0)


def test_a_page_is_told_of_news_once_and_only_if_it_is_concerned() -> None:
    shown = Shown()
    shown.edit({"/en/a/": b"new"})
    assert shown.wait("/en/a/", 0, 1)["reload"] and not shown.wait("/en/b/", 0, 1)["reload"]
    shown.fault("a.yml:1: rule: wrong. Mend it.")
    assert shown.wait("/en/b/", 1, 1) == {"turn": 2, "problems": "a.yml:1: rule: wrong. Mend it.", "reload": False}
    shown.built()
    assert not shown.edited
    assert shown.wait("/en/b/", 2, 1)["reload"] and not shown.wait("/en/a/", 2, 1)["reload"]  # it was shown already
