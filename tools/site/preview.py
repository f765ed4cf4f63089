"""Single pages of a built site, at once: MkDocs kept ready in this process, so that an edit shows before the site is built anew.

The steps are MkDocs' own for one page. Plugins are not asked; the whole build, which follows, has the last word.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from tools.edition import Edition
from tools.site import build as site


class Preview:
    """One language of a site.

    Args:
        root: the review; its `build/<language>/` holds the pages of the last build.
    """

    def __init__(self, root: Path, edition: Edition) -> None:
        self.language = edition.language
        os.environ.update(site.builder_environment(root, edition))
        self.config = load_config(str(site.derived_config(root, edition.language, "mkdocs")))
        self.env = self.config.theme.get_env()
        self.files = get_files(self.config)
        self.files.add_files_from_theme(self.env, self.config)
        self.nav = get_navigation(self.files, self.config)
        for page in self.nav.pages:
            page.read_source(self.config)  # for its title in the navigation

    def build(self, texts: Mapping[str, str]) -> dict[str, bytes]:
        """The HTML of these pages by their address on the server; a page that the last build did not have is left out."""
        return {f"/{self.language}/{file.url}": self._page(file, text)
                for path, text in texts.items() if (file := self.files.get_file_from_path(path))}  # fmt: skip

    def _page(self, file: File, text: str) -> bytes:
        file.content_string = text
        page = file.page or Page(None, file, self.config)
        page.read_source(self.config)
        page.render(self.config, self.files)
        page.active = True
        try:
            context = get_context(self.nav, self.files.documentation_pages(), self.config, page)
            return self.env.get_template("main.html").render(context).encode()
        finally:
            page.active = False
