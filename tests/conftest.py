"""Fixtures: the invented review, copies of reviews to break, the built real site, a real Chromium."""

from __future__ import annotations

import copy
import datetime
import functools
import os
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import find_browser
from tools.__main__ import main
from tools.records.claim import Review
from tools.records.load import load

T = TypeVar("T")
os.environ["LC_ALL"] = "C.UTF-8"  # problems are compared in English, wherever the tests run

ROOT = Path(__file__).parent.parent
# The review whose records the tests read: this one, or a copy with other evidence (`REVIEW=folder pytest`).
REAL_ROOT = Path(os.environ.get("REVIEW", ROOT))
MINIATURE = ROOT / "tests/review"
TODAY = datetime.date(2026, 3, 4)
RECORDS = ("claims", "references", "vocabulary.yml", "docs")


def unchecked(record: T, **fields: object) -> T:
    """The record with other values in some fields, even such as it would refuse."""
    changed = copy.copy(record)
    for name, value in fields.items():
        object.__setattr__(changed, name, value)
    return changed


def whole(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Path to text, where a long file comes in pieces."""
    pieces: dict[str, list[str]] = {}
    for path, text in files:
        pieces.setdefault(path, []).append(text)
    return {path: "".join(texts) for path, texts in pieces.items()}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files under tests/")


@pytest.fixture
def review() -> Review:
    """The invented review."""
    found, problems = load(MINIATURE)
    assert found and not problems, problems
    return found


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """A copy of the invented review that a test may change."""
    return Path(shutil.copytree(MINIATURE, tmp_path / "review", ignore=shutil.ignore_patterns("build", "site")))


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the real records that a test may change."""
    for name in RECORDS:
        copy = shutil.copytree if (REAL_ROOT / name).is_dir() else shutil.copy
        copy(REAL_ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with a file under tests/; `pytest --update-golden` rewrites the file."""

    def compare(path: str, text: str) -> None:
        file = ROOT / "tests" / path
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"{file} differs: look at it, then run pytest --update-golden"

    return compare


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    out = tmp_path_factory.mktemp("real") / "site"
    assert main(["build", "--root", str(REAL_ROOT), "--out", str(out)]) == 0
    return out


@contextmanager
def serving(folder: Path, headers: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """A folder, served on this machine with these headers: its address with a trailing slash."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The real site, served: its address with a trailing slash."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium; `make test` has installed one. A missing browser fails the tests, it does not skip them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser
        browser.close()
