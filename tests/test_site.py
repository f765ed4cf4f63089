"""The built site: whole, the same in both languages, no broken link; and a build that fails harms nothing."""

from __future__ import annotations

import html
import os
import pty
import re
import subprocess
import sys
import termios
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.conftest import REAL_ROOT, ROOT, TODAY, real_review
from tools.__main__ import main
from tools.edition import Edition
from tools.pages.templating import plain_statement
from tools.records.words import LANGUAGES
from tools.site import build as site_module
from tools.site.build import BuildFailed, build_site

BASE = "http://site.invalid/"
pytestmark = pytest.mark.build


# Links in the head that name something and load nothing.
NAMED = ("canonical", "alternate", "next", "prev", "license", "cite-as", "type", "latest-version", "describedby")


class Page(HTMLParser):
    """What a test needs of a page: its links, ids, language and everything that a browser would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: set[str] = set()
        self.regions: list[str] = []
        self.language = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if tag == "html":
            self.language = found.get("lang") or ""
        if name := found.get("id"):
            self.ids.add(name)
        if found.get("role") == "region":
            self.regions.append(found.get("aria-label") or "")
        if tag == "a" and (href := found.get("href")):
            self.links.append(href)
        if tag == "link" and (href := found.get("href")) and found.get("rel") not in NAMED:
            self.fetched.append(href)
        if source := found.get("src"):
            self.fetched.append(source)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Address below the site to page."""
    found = {}
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        found[re.sub(r"index\.html$", "", path)] = Page(file.read_text(encoding="utf-8"))
    return found


def test_both_languages_have_the_same_pages(pages: dict[str, Page]) -> None:
    trees = [{path.removeprefix(f"{lang}/") for path in pages if path.startswith(f"{lang}/")} for lang in LANGUAGES]
    assert trees[0] == trees[1]
    fixed = (
        "claims",
        "argument",
        "evidence",
        "article",
        "references",
        "method",
        "patients",
        "cite",
        "contribute",
        "about",
        "changes",
    )
    assert {"", *(f"{name}/" for name in fixed)} <= trees[0]


def test_pages_say_their_language(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        if path[:3] in ("ja/", "en/"):
            assert page.language == path[:2], path


def test_no_two_tables_of_a_claim_page_have_one_name(pages: dict[str, Page]) -> None:
    """Who hears a page tells its tables apart by their names."""
    claims = {path: page.regions for path, page in pages.items() if "/claims/" in path}
    assert any(len(names) > 2 for names in claims.values())
    for path, names in claims.items():
        assert len(set(names)) == len(names) and "" not in names, (path, names)


def test_no_internal_link_or_anchor_is_broken(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for path, page in pages.items():
        if path == "404.html":
            continue  # its links are absolute: a host shows it at any depth
        for href in page.links:
            target, anchor = urldefrag(urljoin(BASE + path, href))
            if not target.startswith(BASE):
                continue
            goal = unquote(target.removeprefix(BASE))
            if goal in pages:
                if anchor and anchor not in pages[goal].ids and not anchor.startswith("__"):
                    broken.append(f"{path}: {href}")
            elif not (site / goal).is_file():
                broken.append(f"{path}: {href}")
    assert not broken


def test_nothing_is_fetched_from_another_host(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert not [url for url in page.fetched if urlsplit(urljoin(BASE, url)).netloc != urlsplit(BASE).netloc], path


def test_external_links_are_web_links(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert not [url for url in page.links if urlsplit(url).scheme not in ("", "http", "https", "tel")], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plain_statement_is_on_every_page_without_a_script(language: str, site: Path) -> None:
    review = real_review()
    statement = plain_statement(review, language)
    files = [*(site / language).rglob("*.html"), site / "index.html", site / "404.html"]
    assert len(files) > 2 * len(review.claims)
    for file in files:
        text = re.sub(r"<script.*?</script>", "", file.read_text(encoding="utf-8"), flags=re.S)
        assert statement in html.unescape(text), file


def test_the_builder_leaves_the_figures_as_they_were_drawn(site: Path, rendered: dict[str, str]) -> None:
    """Other tests read them on the rendered pages."""
    drawn = {page: re.findall(r'<svg [^>]*class="figure .*?</svg>', text, re.S) for page, text in rendered.items()}
    assert any(drawn.values())
    for page, figures in drawn.items():
        file = site / f"{page.removesuffix('index')}/index.html"
        assert re.findall(r'<svg [^>]*class="figure .*?</svg>', file.read_text(encoding="utf-8"), re.S) == figures, page


def test_markdown_left_no_mark_behind(site: Path) -> None:
    for file in (site / "ja").rglob("*.html"):
        article = re.search(r"<article.*?</article>", file.read_text(encoding="utf-8"), re.S)
        assert article and "**" not in article.group() and "[@" not in article.group(), file


def test_list_pages_stay_out_of_the_search(site: Path) -> None:
    for language in LANGUAGES:
        index = "".join(file.read_text(encoding="utf-8") for file in (site / language / "search-index").glob("pages-*.js"))
        assert '"url":"claims/"' not in index and '"url":"references/"' not in index
        assert all(
            f'"url":"claims/{path.stem}/"' in index
            for path in (REAL_ROOT / "claims").glob("*.yml")
            if "\nwithdrawn:" not in path.read_text("utf-8")
        )


def test_a_failing_builder_leaves_the_old_site(tmp_path: Path, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    arguments = ["build", "--root", str(miniature), "--out", str(out)]
    assert main(arguments) == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    text = "---\ntitle: Title\ndescription: Text.\n---\n\n[nowhere](nowhere.md)\n"
    (miniature / "docs/en/index.md").write_text(text, encoding="utf-8")
    assert main(arguments) == 1
    assert "nowhere.md" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_builder_that_cannot_start_is_told(tmp_path: Path, miniature: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_module.sys, "executable", "/bin/false")
    with pytest.raises(BuildFailed):
        build_site(miniature, tmp_path / "site", {Edition(TODAY, language="ja"): [("index.md", "# x\n")]}, [])
    assert not (tmp_path / "site").exists()


def test_staging_touches_only_files_that_change(miniature: Path, tmp_path: Path) -> None:
    arguments = ["build", "--root", str(miniature), "--out", str(tmp_path / "site")]
    main(arguments)
    page = miniature / "build/en/claims/lamp-lifts-mood.md"
    stale = miniature / "build/en/claims/gone.md"
    stale.write_text("# gone\n", encoding="utf-8")
    first = page.stat().st_mtime_ns
    main(arguments)
    assert page.stat().st_mtime_ns == first
    assert not stale.exists()


def test_a_site_with_an_address_has_canonical_links_and_a_sitemap(
    miniature: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/review/")
    assert main(["build", "--root", str(miniature), "--out", str(tmp_path / "site"), "--jobs", "1"]) == 0
    claim = (tmp_path / "site/en/claims/lamp-lifts-mood/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/review/en/claims/lamp-lifts-mood/">' in claim
    sitemap = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/review/ja/claims/lamp-lifts-mood/</loc>" in sitemap
    assert "Sitemap: https://example.org/review/sitemap.xml" in (tmp_path / "site/robots.txt").read_text()


def test_progress_is_shown_on_a_terminal_and_nowhere_else(miniature: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "tools", "build", "--root", str(miniature), "--out", str(tmp_path / "site")]
    piped = subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    assert piped.stderr == b""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        process = subprocess.Popen(build, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # how a terminal says that nobody writes to it any more
            while some := terminal.read(4096):
                shown += some
        assert process.wait() == 0
    for bar in (b"pages, ja", b"site, ja", b"pages, en", b"site, en"):
        assert bar in shown
