"""The page for a missing address: styled, and with links that lead on, wherever the site is and however deep the address."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import MINIATURE, ROOT, TODAY, proof
from tools.__main__ import main
from tools.edition import Publication
from tools.pages.render import render_root
from tools.records.load import load
from tools.records.words import LANGUAGES

PATIENTS = {
    "ja": "---\ntitle: 患者さんへ\ndescription: 相談窓口。\n---\n\n## 窓口 {#help}\n",
    "en": "---\ntitle: For patients\ndescription: Help lines.\n---\n\n## Help {#help}\n",
}


@contextmanager
def hosted(root: Path, site: str) -> Iterator[str]:
    """A folder, served as a host of pages does: what is missing gets the site's 404 page. The site's own address."""

    class Host(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = (root / site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(root))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{site}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module", params=["", "https://elsewhere.example/some/base/"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a page for patients, built for no address, and for another one than it is served at: a folder that holds
    it at its top and below `review/`."""
    folder = tmp_path_factory.mktemp("hosted")
    review = Path(shutil.copytree(MINIATURE, folder / "records", ignore=shutil.ignore_patterns("build", "site")))
    for language, text in PATIENTS.items():
        (review / f"docs/{language}/patients.md").write_text(text, encoding="utf-8")
    menu = review / "mkdocs.yml"
    menu.write_text(
        menu.read_text(encoding="utf-8").replace("  - index.md\n", "  - index.md\n  - patients.md\n"), encoding="utf-8"
    )
    shutil.copy(ROOT / "docs/assets/root.css", review / "docs/assets/root.css")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", request.param)
        assert main(["build", "--root", str(review), "--out", str(folder / "host")]) == 0
    shutil.copytree(folder / "host", folder / "below" / "review")
    return folder


@pytest.mark.parametrize(("root", "site"), [("host", ""), ("below", "review/")])
@pytest.mark.parametrize(
    "path",
    [
        "missing",
        proof("one/two/three/missing"),
        "ja/claims/lamp-lifts-mood/v9/",
        proof("a/b/c/d/e/f/missing"),
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n/missing",
    ],
)
def test_it_is_styled_and_leads_on_without_a_script(path: str, root: str, site: str, built: Path, chromium: Browser) -> None:
    with hosted(built / root, site) as address, chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        response = page.goto(f"{address}{path}")
        assert response and response.status == 404
        assert page.locator("main").evaluate("main => getComputedStyle(main).maxWidth") != "none"
        for language in LANGUAGES:
            expect(page.locator(f"div[lang={language}] a:visible")).to_have_count(4)  # the limits of the search among them
            for goal in ("", "patients/", "patients/#help"):
                link = page.locator(f'div[lang={language}] a[href$="{language}/{goal}"]:visible')
                assert link.evaluate("link => link.href") == f"{address}{language}/{goal}"
                assert context.request.get(f"{address}{language}/{goal}").ok
        link.click()
        expect(page).to_have_url(f"{address}{language}/{goal}")
        expect(page.locator("article")).to_have_count(1)


def test_a_review_without_a_page_for_patients_links_to_none() -> None:
    review, _ = load(MINIATURE)
    assert review
    for name, text in render_root(review, Publication(TODAY)).items():
        assert "patients" not in text, name
