"""Marks of a page that Markdown reads in one form and in one place only, and prints or drops anywhere else. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from tools.text.characters import unshown
from tools.text.pages import without_code

_MISPLACED = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # Attributes stand at a heading, on a line alone or close to a link.
        r"^(?!#{1,6} )[^\n]*\S[ \t]+(?P<found>\{ ?[:#.][^{}\n]*\})",
        r"\{[^{}\n]*=[“”‘’][^{}\n]*\}|<[A-Za-z][^<>]*=\s*[“”‘’][^<>]*>",
        r"^!!!(?! [a-z-]+(?: [a-z-]+)*(?: \"[^\"\n]*\")?[ \t]*$).*$|^!!! .*\n(?= {0,3}\S)",
        r"(?<=\w)~[^~\s]+~(?!~)|\^\^\S[^^\n]*\^\^|\+\+[a-z]+(?:\+[a-z]+)*\+\+|^--8<--.*$|^\[TOC\]$|^: {3}.*$|^\?\?\? .*$",
    )
)
_ENTITY = re.compile(r"&(?:#?\w+);")
_OPENS = re.compile(r" {0,3}(?:[-*+] |[0-9]+[.)] |!!! )")


def misplaced(page: str) -> Iterator[tuple[int, str]]:
    """Where such a mark stands, and what it is."""
    text = without_code(page)
    for pattern in _MISPLACED:
        for found in pattern.finditer(text):
            group = "found" if "found" in pattern.groupindex else 0
            yield found.start(group), found[group].strip()
    for found in _ENTITY.finditer(text):
        said = html.unescape(found[0])
        if said == found[0] or any(unshown(said)) or _ENTITY.match(said + text[found.end() : found.end() + 8]):
            yield found.start(), found[0]


def open_comments(page: str) -> Iterator[int]:
    """Where a comment begins that is not closed before the next: it hides what follows."""
    yield from (found.start() for found in re.finditer("<!--", without_code(page)))


def code_by_indentation(page: str) -> Iterator[tuple[int, str]]:
    """A paragraph that its indentation makes code: it is in no item and in no box."""
    inside, at, blank = False, 0, True
    for line, raw in zip(without_code(page).split("\n"), page.split("\n"), strict=True):
        indented = raw.startswith(("    ", "\t"))
        if line.strip():
            if indented and blank and not inside:
                yield at, line.strip()[:40]
            inside = inside if indented else _OPENS.match(line) is not None or (inside and not blank)
        blank = not line.strip()
        at += len(line) + 1
