"""A hook of MkDocs: a page is read, rendered and written before the next one is read.

MkDocs reads and renders every page, then writes every page, and holds them all in between: a gigabyte at 5,000 claims. Here the
first round passes each page by, and the second does both. What MkDocs compares between pages (links and anchors) it compares
after the second round; what a page shows of others is the titles in the navigation, which are read before the first.
Our pages are the same, byte for byte, with and without the hook; one that chose a template of its own would not be, since MkDocs
looks for its name before a page is read here. MkDocs loads this file by its path, so it imports nothing of ours.
"""

from __future__ import annotations

from typing import Any


class _PassedBy:
    """Stands for a page in the first round, where nothing is done with it."""

    def __init__(self, page: Any) -> None:
        self.file = page.file
        self.meta: dict[str, Any] = {}
        self.markdown = self.content = ""
        self.present_anchor_ids: set[str] = set()

    def read_source(self, config: Any) -> None:
        pass

    def render(self, config: Any, files: Any) -> None:
        pass


_files: Any = None


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    global _files
    _files = files
    for page in nav.pages:
        page.read_source(config)
        page.title = page.title  # as the front matter says; it stays when the page is dropped
        _drop(page)
    return nav


def on_pre_page(page: Any, config: Any, files: Any) -> Any:
    return _PassedBy(page)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """What MkDocs does with a page in its first round, before the template shows it."""
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=_files)
    page.render(config, _files)
    page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=_files)
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    _drop(page)
    return output


def _drop(page: Any) -> None:
    page.markdown = page.content = None
    page.meta, page.toc = {}, []
