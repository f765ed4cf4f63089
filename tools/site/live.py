"""The loop of `serve`: an edit is checked, its own pages are shown at once, and the whole site is built again behind them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from tools.appraisal.assess import Assessed, assess
from tools.check.rules import check
from tools.edition import Edition, Publication
from tools.records.load import load
from tools.records.problem import as_text
from tools.records.words import Language
from tools.site.preview import Preview
from tools.site.server import Shown
from tools.text.messages import say

# Files with pages of their own: claims and hand-written pages. Any other file may be on every page.
_OWN_PAGE = re.compile(r"claims/[a-z0-9-]+\.yml|docs/[a-z]+/[a-z0-9-]+\.md")
Render = Callable[[Assessed, Edition, Collection[str]], Iterable[tuple[str, str]]]


class Live:
    """What is kept between edits.

    Args:
        shown: what the browser is shown.
        render: the pages of these files of a review, in one edition.
        build: the command that builds the whole site.
        publication: as for a build.
        speaks: the language of the problems.
    """

    def __init__(
        self, root: Path, shown: Shown, render: Render, build: list[str], publication: Publication, speaks: Language
    ) -> None:
        self.root, self.shown, self.render, self.build, self.publication = root, shown, render, build, publication
        self.speaks = speaks
        self.told = root / "build/told.txt"  # what the last build said
        self.building: subprocess.Popen[bytes] | None = None
        self.ending: list[subprocess.Popen[bytes]] = []
        self.prepare()

    def prepare(self) -> None:
        """Make the builders of single pages ready for the site as it is on disk; the first edit need not wait for them."""
        self.previews = {edition: Preview(self.root, edition) for edition in self.publication.editions}
        self.stale = False
        review, _ = load(self.root)
        if review:
            assessed = assess(review)
            check(assessed, self.publication.today)
            for edition, preview in self.previews.items():
                preview.build(dict(self.render(assessed, edition, [f"claims/{next(iter(review.claims), '')}.yml"])))

    def run(self, edits: Iterator[Collection[str]], greeting: str) -> None:
        """Greet once no edit can be missed any more, and go on until the edits end."""
        try:
            self.step(next(edits, ()))
            print(greeting, flush=True)
            for touched in edits:
                self.step(touched)
        finally:
            self.stop()

    def step(self, touched: Collection[str]) -> None:
        """One turn: what an edit does, or what a finished build does, or nothing."""
        self.ending = [process for process in self.ending if process.poll() is None]
        if touched:
            self._edited(touched)
        elif self.building and self.building.poll() is not None:
            self._built(self.building)

    def stop(self) -> None:
        """Give up the build that is running; the next one waits until it has cleared up behind itself."""
        if self.building:
            self.building.terminate()
            self.ending.append(self.building)
            self.building = None

    def _edited(self, touched: Collection[str]) -> None:
        self.stop()
        self.stale |= not all(map(_OWN_PAGE.fullmatch, touched))
        review, problems = load(self.root)
        assessed = assess(review) if review else None
        if assessed:
            problems = [*problems, *check(assessed, self.publication.today)]
        if problems or assessed is None:
            self._fault(as_text(problems, self.speaks))
            return
        pages: dict[str, bytes] = {}
        for edition, preview in self.previews.items():
            pages |= preview.build(dict(self.render(assessed, edition, touched)))
        self.shown.edit(pages)
        with self.told.open("w", encoding="utf-8") as told:  # not a pipe, which would hold up a build that says much
            self.building = subprocess.Popen(self.build, stdout=subprocess.DEVNULL, stderr=told)

    def _built(self, build: subprocess.Popen[bytes]) -> None:
        self.building = None
        if build.returncode:
            self._fault(self.told.read_text(encoding="utf-8"))
            return
        self.shown.built()
        print(say("done.rebuilt").text(self.speaks), flush=True)
        if self.stale:
            self.prepare()

    def _fault(self, told: str) -> None:
        print(told, end="", file=sys.stderr, flush=True)
        self.shown.fault(told)
