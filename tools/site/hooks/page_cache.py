"""A hook of MkDocs: a page that would come out as before is taken over from the build before.

The HTML of a page depends on its source, the configuration, the theme, the titles in the navigation and the set of files. Where
the fingerprint of all these is the one of the last good build, the HTML is too; links and anchors are still compared with every
other page. Without the hook the site is the same, byte for byte, and takes longer.

`tools.site.build` names the folder in PAGE_CACHE, and makes this build's list the one to go by (`keep`) only after a good build:
what a failed build says of a page is never taken over. MkDocs loads this file by its path, so it imports nothing of ours.
"""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader

FOLDER = "PAGE_CACHE"
DONE = "done"  # a file with one byte for each step of a page that is done, for whoever watches
STEPS = 2  # a page is rendered, then it is put into the theme
_LIST, _FRESH = "pages.json", "pages.new.json"
_TEMPLATE = "taken-over.html"
_BUILDERS = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2")
_PLACE_OF_OUTPUT = ("site_dir",)


class _Pages:
    """What is known of the pages of the last good build, and of this one: source path to fingerprint, digest, title and links."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.before: dict[str, Any] = {}
        self.now: dict[str, Any] = {}
        self.surroundings = ""

    def open(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.done = (folder / DONE).open("wb", buffering=0)
        if (folder / _LIST).is_file():
            self.before = json.loads((folder / _LIST).read_text(encoding="utf-8"))

    def find(self, path: str, fingerprint: str) -> dict[str, Any] | None:
        """What the last build knew of a page, if nothing that it depends on has changed and its HTML is as it was."""
        known = self.before.get(path)
        if known is None or known["fingerprint"] != fingerprint:
            return None
        try:
            return known if _digest(self._file(path).read_bytes()) == known["digest"] else None
        except OSError:
            return None

    def html(self, path: str) -> str:
        html = self._file(path).read_bytes()
        if _digest(html) != self.before[path]["digest"]:
            raise RuntimeError(f"{self._file(path)} was changed while the site was built. Build again.")
        return html.decode()

    def put(self, path: str, html: str, known: dict[str, Any]) -> None:
        content = html.encode()
        file = self._file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self.now[path] = {"digest": _digest(content), **known}

    def write(self) -> None:
        if self.folder:
            (self.folder / _FRESH).write_text(json.dumps(self.now), encoding="utf-8")

    def _file(self, path: str) -> Path:
        assert self.folder
        return self.folder / f"{path}.html"


def keep(folder: Path) -> None:
    """The build was good: let the next one go by its list, and drop the pages that are gone."""
    (folder / _FRESH).replace(folder / _LIST)
    wanted = {f"{path}.html" for path in json.loads((folder / _LIST).read_text(encoding="utf-8"))}
    for file in list(folder.rglob("*.html")):
        if file.relative_to(folder).as_posix() not in wanted:
            file.unlink()


_pages = _Pages()


def on_config(config: Any) -> Any:
    if FOLDER in os.environ:
        _pages.open(Path(os.environ[FOLDER]))
    return config


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Everything but its own source that a page's HTML depends on."""
    given = [{name: value for name, value in part.items() if name not in _PLACE_OF_OUTPUT} for part in config.user_configs]
    theme = [Path(folder) for folder in config.theme.dirs[:1]] if config.theme.custom_dir else []
    parts = [
        *map(version, _BUILDERS),
        *(Path(hook).read_text(encoding="utf-8") for hook in config.hooks),
        repr(given),
        *(f"{file} {_digest(file.read_bytes())}" for folder in theme for file in sorted(folder.rglob("*")) if file.is_file()),
        *(f"{page.file.src_uri} {_title(Path(page.file.abs_src_path))}" for page in nav.pages),
        *sorted(file.src_uri for file in files),
    ]
    _pages.surroundings = _digest("\n".join(parts).encode())
    return nav


def on_env(env: Any, config: Any, files: Any) -> Any:
    env.loader = ChoiceLoader([DictLoader({_TEMPLATE: ""}), env.loader])
    return env


def on_pre_page(page: Any, config: Any, files: Any) -> Any:
    if not _pages.folder:
        return page
    path = page.file.src_uri
    page.fingerprint = _digest((_pages.surroundings + _digest(Path(page.file.abs_src_path).read_bytes())).encode())
    page.known = _pages.find(path, page.fingerprint)
    if page.known:
        page.title, page.meta, page.markdown = page.known["title"], {"template": _TEMPLATE}, ""
        page.read_source = lambda config: None
        page.render = lambda config, files: _take_over(page, files)
    return page


def _take_over(page: Any, files: Any) -> None:
    """In place of the page's rendering: what is compared with other pages, and nothing to be shown."""
    page.content, page.toc = "", []
    page.present_anchor_ids = set(page.known["anchors"])
    page.links_to_anchors = {files.get_file_from_path(path): links for path, links in page.known["links"].items()}


def on_page_content(content: str, page: Any, config: Any, files: Any) -> str:
    if _pages.folder:
        _pages.done.write(b".")
    return content


def on_post_page(output: str, page: Any, config: Any) -> str:
    if not _pages.folder:
        return output
    path = page.file.src_uri
    if page.known:
        output = _pages.html(path)
        _pages.now[path] = page.known
    else:
        known = {
            "fingerprint": page.fingerprint,
            "title": page.title,
            "anchors": sorted(page.present_anchor_ids),
            "links": {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()},
        }
        _pages.put(path, output, known)
    _pages.done.write(b".")
    return output


def on_post_build(config: Any) -> None:
    _pages.write()
    if _pages.folder:
        _pages.done.close()


def _title(source: Path) -> str:
    """The line of the front matter that names the page in the navigation."""
    with source.open(encoding="utf-8") as lines:
        return next((line for line in lines if line.startswith("title:")), "")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
