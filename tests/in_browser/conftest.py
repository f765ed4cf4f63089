"""A real Chromium for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import find_browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium; `make test` has installed one. A missing browser fails the tests, it does not skip them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser
        browser.close()
