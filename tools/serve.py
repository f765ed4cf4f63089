"""A local server of the built site, and the loop that rebuilds it when a file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

WATCHED = ("claims", "references", "vocabulary.yml", "docs", "overrides", "mkdocs.yml", "mkdocs.en.yml", "tools/templates")


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without a log line each, and never from a browser's cache: the next edit must show."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def start_server(site: Path, port: int) -> ThreadingHTTPServer:
    """Serve a folder on 127.0.0.1 in a thread of its own. Raises OSError where the port is taken."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def rebuild_on_change(root: Path, rebuild: Callable[[], object]) -> None:
    """Call `rebuild` after every change of a record, a page or a template, until interrupted."""
    paths = [root / name for name in WATCHED if (root / name).exists()]
    for _ in watch(*paths, raise_interrupt=False):
        rebuild()
