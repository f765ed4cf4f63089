"""Tables of the hand-written pages: each is read as one, its rows are whole, and both languages have the same."""

from __future__ import annotations

from itertools import zip_longest

from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import Language
from tools.text.messages import say
from tools.text.tables import Fault, Table, tables

_WRONG = {
    "glued": say("broken-table.glued"),
    "ruler": say("broken-table.ruler"),
    "edges": say("broken-table.edges"),
}


@rule("broken-table", each="page")
def tables_are_whole(page: Page) -> Findings:
    """A table has an empty line before it, a line of dashes below its head, and as many cells in each row as in the head.

    Bad: docs/en/index.md: "| Of 100 | Lamp |\\n| --- | --- |\\n| Respond | 25 | 11 |"
    Good: docs/en/index.md: "| Of 100 | Lamp |\\n| --- | --- |\\n| Respond | 25 |"
    """
    for found in tables(page.numbered):
        if isinstance(found, Fault):
            if found.kind == "cells":
                yield (found.line,), say("broken-table.cells", found=found.found, wanted=found.wanted)
            else:
                yield (found.line,), _WRONG[found.kind]


@rule("broken-table", each="page")
def twins_have_the_same_tables(language: Language, name: str, page: Page, review: Review) -> Findings:
    """Both languages of a page have the same tables: as many, with as many rows and columns.

    Bad: docs/ja/index.md: a table of 3 rows; docs/en/index.md: one of 2
    Good: docs/ja/index.md: a table of 3 rows; docs/en/index.md: one of 3
    """
    twin = review.pages["ja"].get(name)
    if language != "en" or twin is None:
        return
    sides = ([found for found in tables(side.numbered) if isinstance(found, Table)] for side in (page, twin))
    for ours, theirs in zip_longest(*sides):
        if (ours and ours.cells) != (theirs and theirs.cells):
            line = ours.line if ours else page.text.count("\n") + 1
            yield (line,), say("broken-table.twin", page=f"docs/ja/{name}")
            return
