"""A hand-written page and its twin in the other language have the same headings, so that a link to one leads to both."""

from __future__ import annotations

import re
from itertools import zip_longest

from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import Language
from tools.text.messages import say

_HEADING = re.compile(r"^(#{2,6}) +(?P<words>[^\n{]*?) *(?:\{#(?P<anchor>[\w-]+)\})? *$", re.MULTILINE)


@rule("headings-differ", each="page")
def twins_have_the_same_headings(language: Language, name: str, page: Page, review: Review) -> Findings:
    """Both languages of a page have the same headings: as many, of the same depth, with the same anchors.

    Bad: docs/ja/method.md: "## 方法 {#method}"; docs/en/method.md: "## Method {#how}"
    Good: docs/ja/method.md: "## 方法 {#method}"; docs/en/method.md: "## Method {#method}"
    """
    twin = review.pages["ja"].get(name)
    if language != "en" or twin is None:
        return
    for ours, theirs in zip_longest(_headings(page.read), _headings(twin.read)):
        if (ours and ours[:2]) != (theirs and theirs[:2]):
            line = ours[3] if ours else page.text.count("\n") + 1
            yield (line,), say("headings-differ", english=_shown(ours), japanese=_shown(theirs), page=f"docs/ja/{name}")
            return  # what follows would differ with it


def _headings(text: str) -> list[tuple[int, str | None, str, int]]:
    """Depth, anchor, words and line of each heading below the title."""
    return [(len(m[1]), m["anchor"], m["words"], text.count("\n", 0, m.start()) + 1) for m in _HEADING.finditer(text)]


def _shown(heading: tuple[int, str | None, str, int] | None) -> str:
    if heading is None:
        return "–"
    depth, anchor, words, _ = heading
    return f"{'#' * depth} {words}" + (f" {{#{anchor}}}" if anchor else "")
