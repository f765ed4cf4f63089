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


# How a block begins; what begins none of these is a paragraph, up to the next of them or to an empty line.
_BLOCK = re.compile(
    r"\s*(?:(?P<heading>#{1,6} )|(?P<item>[*+-] |[0-9]+[.)] )|(?P<row>\|)|(?P<box>!!! |<(?:details|div|figure|table)\b)"
    r"|(?P<quotation>>)|(?P<rule>[-*]{3,}\s*$))"
)
_KINDS = {
    "item": "part.block-item",
    "row": "part.block-row",
    "box": "part.block-box",
    "quotation": "part.block-quotation",
    "rule": "part.block-rule",
    "paragraph": "part.block-paragraph",
    "": "part.block-none",
}
_Block = tuple[str, int]  # its kind, and its line; of kind "" where the section begins


@rule("blocks-differ", each="page")
def twins_have_the_same_blocks(language: Language, name: str, page: Page, review: Review) -> Findings:
    """Both languages of a page have the same blocks in each section: paragraphs, items of lists, rows of tables, in one order.

    Bad: docs/ja/method.md: two paragraphs; docs/en/method.md: the same, and one more
    Good: docs/ja/method.md: two paragraphs; docs/en/method.md: the same two
    """
    twin = review.pages["ja"].get(name)
    sections, others = (_sections(side.read) if twin and language == "en" else [] for side in (page, twin or page))
    for section, other in zip(sections, others, strict=True) if len(sections) == len(others) else ():
        for ours, theirs in zip_longest(section, other):
            if ours is None or theirs is None or ours[0] != theirs[0]:
                (english, line), (japanese, there) = ours or ("", section[-1][1]), theirs or ("", other[-1][1])
                kinds = say(_KINDS[english]), say(_KINDS[japanese])
                yield (line,), say("blocks-differ", english=kinds[0], japanese=kinds[1], page=f"docs/ja/{name}", line=there)
                return  # what follows would differ with it


def _sections(text: str) -> list[list[_Block]]:
    """The blocks of a page under each heading; those before any come first."""
    sections: list[list[_Block]] = [[("", 1)]]
    before = ""
    for number, line in enumerate(text.split("\n"), 1):
        begun = _BLOCK.match(line)
        kind = (begun.lastgroup or "") if begun else "paragraph" if line.strip() else ""
        goes_on = kind == "paragraph" and before in ("paragraph", "item", "box", "quotation")
        if kind == "heading":
            sections.append([("", number)])
        elif kind and not goes_on:
            sections[-1].append((kind, number))
        before = before if goes_on else kind
    return sections
