"""Generated parts of the hand-written pages: whatever asks for one is read, and both languages ask for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import zip_longest

from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import Language
from tools.text.hints import hint
from tools.text.inserts import INSERT, insert_names
from tools.text.messages import say

# A comment, or what was to be one, or the mark of another program: with a word like `insert`, or the name of a part.
_MARK = re.compile(r"(?:<\s?!\s?-|\{\{|\{%|\[\[)[^\n]*")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_CODE = re.compile("`[^`]*`")
_ASKING = ("insert", "include", "import")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})")


@rule("unknown-insert", each="page")
def inserts_exist(text: str) -> Findings:
    """A generated part that a hand-written page asks for exists, and is asked for on a line of its own.

    Bad: <!-- insert: levles -->
    Good: <!-- insert: levels -->
    """
    for number, line in _lines(text):
        if asked := INSERT.fullmatch(line):
            if asked[1] not in insert_names():
                yield (number,), say("unknown-insert", part=asked[1], hint=hint(asked[1], insert_names()))
        elif (mark := _MARK.search(_CODE.sub("", line))) and (part := _asked_for(mark.group())) is not None:
            yield (number,), say("unknown-insert.form", found=line.strip()[:60], part=part)


def _asked_for(mark: str) -> str | None:
    """The part that a mark seems to ask for; None for a comment like any other."""
    words = _WORD.findall(mark)
    named = next((name for word in words if (name := word) in insert_names()), None)
    asks = bool(words) and bool(get_close_matches(words[0].lower(), _ASKING, n=1, cutoff=0.75))
    if asks:
        return named or (words[1] if len(words) > 1 else "levels")
    return named if named and len(words) <= 2 else None


@rule("unknown-insert", each="page")
def twins_ask_for_the_same_parts(language: Language, name: str, page: Page, review: Review) -> Findings:
    """Both languages of a page ask for the same generated parts, in the same order.

    Bad: docs/ja/index.md: <!-- insert: levels -->; docs/en/index.md: no insert
    Good: docs/ja/index.md: <!-- insert: levels -->; docs/en/index.md: <!-- insert: levels -->
    """
    twin = review.pages["ja"].get(name)
    if language != "en" or twin is None:
        return
    ours, theirs = (
        [(number, asked[1]) for number, line in _lines(side.text) if (asked := INSERT.fullmatch(line))] for side in (page, twin)
    )
    for mine, yours in zip_longest(ours, theirs):
        if (mine and mine[1]) != (yours and yours[1]):
            line = mine[0] if mine else page.text.count("\n") + 1
            english, japanese = (asked[1] if asked else "–" for asked in (mine, yours))
            yield (line,), say("unknown-insert.twin", page=f"docs/ja/{name}", english=english, japanese=japanese)
            return


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page that are no code, with their numbers."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line
