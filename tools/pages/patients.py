"""The page for patients, where a review has one: links to it and to its help lines stand on every page. Pure."""

from __future__ import annotations

import re

from tools.records.claim import Review
from tools.records.words import Language

PAGE = "patients.md"
HELP = "#help"  # the section with the help lines
_HELP_SECTION = re.compile(r"^## .*\{#help\}$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"\[([^\]]+)\]\(tel:([^)]+)\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_MARK = re.compile(r"^[-*] |\*\*")

# A line that names numbers to call: text, and each number as it is printed and as it is called.
Line = list[str | tuple[str, str]]


def title_of(review: Review, language: Language) -> str | None:
    """What the page for patients is called; None where the review has none."""
    page = review.pages.get(language, {}).get(PAGE)
    return page.front.title if page else None


def help_lines(page: str, most: int) -> list[Line]:
    """The first lines of a page's section of help lines that name a number."""
    section = _HELP_SECTION.search(page)
    lines = section.group(1).splitlines() if section else []
    return [_line(line) for line in lines if _NUMBER.search(line)][:most]


def _line(text: str) -> Line:
    parts = _NUMBER.split(_MARK.sub("", text))  # text, printed, called, text, printed, called, text
    line: Line = []
    for said, *number in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        line += [_LINK.sub(r"\1", said), (number[0], number[1])]
    return [part for part in [*line, parts[-1]] if part]
