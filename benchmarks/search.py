"""How much the search loads and how soon it answers, in a real Chromium: `python -m benchmarks.search SITE…`.

Each site is a built one (or a folder with one in `site/`). It is served with gzip from this machine, so that the network costs
next to nothing: what is measured is what has to be loaded, and what the browser has to do.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import random
import re
import statistics
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser import find_browser
from tools.records.words import LANGUAGES

QUERIES, ROUNDS = 10, 5
KEY = 50  # milliseconds from key to key: somebody types fast
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
# When somebody typed first, and when the list of results first held one (or held others).
CLOCK = """
document.addEventListener("input", () => globalThis.typed ??= performance.now(), true);
document.addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
  if (document.querySelector(".md-search-result__item")) globalThis.shown ??= performance.now();
}).observe(document.querySelector(".md-search-result__list"), { childList: true }));
"""


class Server(ThreadingHTTPServer):
    """A folder, served with gzip."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves while something is being sent is no error."""

    @functools.cache  # noqa: B019  (one server lives as long as the site is measured)
    def file(self, path: str) -> tuple[bytes, bytes]:
        """A file as it is, and packed."""
        file = self.folder / path.lstrip("/")
        raw = (file / "index.html" if file.is_dir() else file).read_bytes()
        return raw, gzip.compress(raw, mtime=0)


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        try:
            _, body = self.server.file(path)
        except OSError:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(Path(path).suffix or ".html", "application/octet-stream"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    with Server(folder) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def queries(folder: Path, language: str) -> list[str]:
    """What somebody could type: pieces of titles, two of them with a slip; always the same for one site."""
    chance = random.Random(language)
    files = sorted((folder / language / "search-index").glob("pages-*.js"))
    texts = [file.read_text(encoding="utf-8").split('"]=', 1)[1].rstrip(";\n") for file in files]
    titles = [shown["title"] for text in texts for _, shown in json.loads(text)]
    pattern = {"ja": r"[ぁ-ヿ一-鿿]{4,6}", "en": r"[A-Za-z]{5,}(?: [A-Za-z]{5,})?"}[language]
    pieces = sorted({piece for title in titles for piece in re.findall(pattern, title)})
    chosen = chance.sample(pieces, min(QUERIES, len(pieces)))
    return [piece if number < QUERIES - 2 else piece[:2] + piece[3:] for number, piece in enumerate(chosen)]


def cold(browser: Browser, address: str, query: str) -> tuple[float, list[str]]:
    """Milliseconds from the first key to the first result where the search is not loaded yet, and what was loaded by then."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(CLOCK)
        page.goto(address)
        page.locator("input[name=query]").click()
        page.locator("input[name=query]").press_sequentially(query, delay=KEY)
        page.locator(".md-search-result__item").first.wait_for(timeout=60_000)
        loaded = page.evaluate(
            "performance.getEntriesByType('resource').filter(one => one.responseEnd <= shown).map(one => one.name)"
        )
        return page.evaluate("shown - typed"), [path for path in (urlsplit(url).path for url in loaded) if is_search(path)]


def later(browser: Browser, address: str, typed: list[str]) -> Iterator[float]:
    """Milliseconds from each query, typed at once after the one before, to its results."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(CLOCK)
        page.goto(address)
        for query in typed:
            page.evaluate("document.querySelector('.md-search-result__list').replaceChildren()")
            page.evaluate("document.querySelector('.md-search-result__meta').textContent = 'waiting'")
            page.wait_for_timeout(50)
            page.evaluate("typed = shown = undefined")
            page.locator("input[name=query]").fill(query)
            expect(page.locator(".md-search-result__meta")).not_to_have_text("waiting", timeout=60_000)
            if query != typed[0]:
                yield page.evaluate("shown - typed")


def size(server: Server, paths: Iterable[str]) -> str:
    """Kilobytes as they are, and packed."""
    files = [server.file(path) for path in paths]
    return f"{sum(len(raw) for raw, _ in files) / 1000:,.0f} kB ({sum(len(packed) for _, packed in files) / 1000:,.0f} kB packed)"


def is_search(path: str) -> bool:
    return "/search-index/" in path or path.endswith("/assets/search.js") or "/assets/vendor/" in path


def measure(browser: Browser, server: Server, language: str) -> None:
    address = f"http://127.0.0.1:{server.server_port}/{language}/"
    index = [f"/{file.relative_to(server.folder)}" for file in (server.folder / language / "search-index").iterdir()]
    typed = queries(server.folder, language)
    print(f"{language}: index {size(server, index)} in {len(index)} files; queries: {', '.join(typed)}")
    times, loads = [], []
    for query in typed:
        rounds = sorted(cold(browser, address, query) for _ in range(ROUNDS))
        time, paths = rounds[ROUNDS // 2]
        times.append(time)
        loads.append(paths)
    loads.sort(key=lambda paths: sum(len(server.file(path)[1]) for path in paths))
    for name, paths in (("least", loads[0]), ("median", loads[len(loads) // 2]), ("most", loads[-1])):
        print(f"  loaded until a first result, {name}: {size(server, paths)} in {len(paths)} requests")
    print(
        f"  first result: median {statistics.median(times):.0f} ms, worst query {max(times):.0f} ms (each the median of {ROUNDS})"
    )
    again = [time for _ in range(ROUNDS) for time in later(browser, address, typed)]
    print(f"  later results: median {statistics.median(again):.0f} ms, worst {max(again):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="a built site, or the folder of a review with one in site/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for folder in parser.parse_args().folders:
            print(folder)
            with serving(folder / "site" if (folder / "site").is_dir() else folder) as server:
                for language in LANGUAGES:
                    measure(browser, server, language)
        browser.close()


if __name__ == "__main__":
    main()
