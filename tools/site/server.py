"""A local server of the built site that shows an edit at once, and a fault in it on the page, while the last good site stays up.

What the browser sees is the site on disk, over which lie the pages that were edited since it was built; the pages on disk are
never touched here.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from watchfiles import watch

WATCHED = (
    "claims",
    "references",
    "vocabulary.yml",
    "docs",
    "overrides",
    "mkdocs.yml",
    "mkdocs.en.yml",
    "tools/pages/templates",
    "tools/text",
)
_TICK = 200  # milliseconds between looks at a build that is running


class Shown:
    """What the browser is shown, and its news. A turn is one piece of news; pages know the turn that they were made in."""

    def __init__(self) -> None:
        self.turn = 0
        self.problems = ""
        self.edited: dict[str, bytes] = {}
        self._changed: dict[str, int] = {}
        self._rest = 0
        self._news = threading.Condition()

    def edit(self, pages: Mapping[str, bytes]) -> None:
        """These pages, by address, are new; nothing is wrong."""
        with self._news:
            self.turn, self.problems = self.turn + 1, ""
            self.edited |= pages
            self._changed |= dict.fromkeys(pages, self.turn)
            self._news.notify_all()

    def fault(self, problems: str) -> None:
        """An edit is wrong; everything stays as it is."""
        with self._news:
            self.turn, self.problems = self.turn + 1, problems
            self._news.notify_all()

    def built(self) -> None:
        """The site on disk is new. Pages that were shown already are the same there."""
        with self._news:
            self.turn, self.problems = self.turn + 1, ""
            self._changed = {path: self._changed[path] for path in self.edited}
            self._rest = self.turn
            self.edited = {}
            self._news.notify_all()

    def wait(self, page: str, after: int, seconds: float) -> dict[str, object]:
        """The news since a turn, as a page is told it; where there is none in so many seconds, the same as before."""
        with self._news:
            self._news.wait_for(lambda: self.turn != after, seconds)
            made = self._changed.get(page, self._rest)
            return {"turn": self.turn, "problems": self.problems, "reload": not self.problems and made > after}


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without a log line each, and never from a browser's cache: the next edit must show."""

    def __init__(self, *arguments: Any, shown: Shown, **named: Any) -> None:
        self.shown = shown
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        with suppress(ConnectionError):  # the reader went to another page meanwhile
            self._answer()

    def _answer(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/.preview/turn":
            asked = {name: values[0] for name, values in parse_qs(address.query).items()}
            news = self.shown.wait(asked["page"], int(asked["after"]), float(asked["wait"]))
            self._send("application/json", json.dumps(news).encode())
        elif address.path == "/.preview/preview.js":
            self._send("text/javascript; charset=utf-8", Path(__file__).with_name("preview.js").read_bytes())
        elif (content := self._page(address.path)) is not None:
            script = f'<script src="/.preview/preview.js" data-turn="{self.shown.turn}"></script></body>'
            self._send("text/html; charset=utf-8", content.replace(b"</body>", script.encode()))
        else:
            super().do_GET()

    def _page(self, path: str) -> bytes | None:
        """The HTML of a page, edited or on disk; None for anything else."""
        if path in self.shown.edited:
            return self.shown.edited[path]
        file = Path(self.translate_path(path)) / ("index.html" if path.endswith("/") else "")
        return file.read_bytes() if file.suffix == ".html" and file.is_file() else None

    def _send(self, kind: str, content: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def start_server(site: Path, port: int, shown: Shown) -> ThreadingHTTPServer:
    """Serve a folder on 127.0.0.1 in a thread of its own. Raises OSError where the port is taken."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(site), shown=shown))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def edits(root: Path) -> Iterator[set[str]]:
    """The files of a review that changed, relative to its root; and now and then nothing. Ends when interrupted."""
    paths = [root / name for name in WATCHED if (root / name).exists()]
    for changes in watch(*paths, raise_interrupt=False, step=20, rust_timeout=_TICK, yield_on_timeout=True):
        yield {Path(path).resolve().relative_to(root.resolve()).as_posix() for _, path in changes}
