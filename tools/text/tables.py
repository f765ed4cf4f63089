"""Tables of a hand-written page as Python-Markdown reads them, and what makes one come out wrong. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.text.pages import without_code

_ROW = re.compile(r"^ {0,3}\|")
_RULER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_PARTED = re.compile(r"(?<!\\)\|")


class Table(NamedTuple):
    """A table, with how many cells each of its lines has: the head, the line below it, and the rows.

    Attributes:
        line: its first line, from 1.
        cells: of each line.
    """

    line: int
    cells: list[int]


class Fault(NamedTuple):
    """What is wrong with a line: "glued" to the text before, without a "ruler" below the head, without "edges", "cells"."""

    line: int
    kind: str
    found: int = 0
    wanted: int = 0


def tables(page: str) -> Iterator[Table | Fault]:
    """Each table of a page, and each line that spoils one."""
    lines = without_code(page).split("\n")
    at = 0
    while at < len(lines):
        if not _begins(lines, at):
            at += 1
            continue
        end = next((index for index in range(at, len(lines)) if not lines[index].strip()), len(lines))
        yield from _block(lines, at, end)
        at = end


def _begins(lines: list[str], at: int) -> bool:
    """True for a row, and for the head of a table whose rows have no bar at their edges."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(_ROW.match(lines[at]) or (_PARTED.search(lines[at]) and "|" in below and _RULER.match(below)))


def _block(lines: list[str], begin: int, end: int) -> Iterator[Table | Fault]:
    rows = lines[begin:end]
    if begin and lines[begin - 1].strip():
        yield Fault(begin + 1, "glued")
    elif len(rows) < 2 or not (_RULER.match(rows[1]) and "|" in rows[1]):
        yield Fault(begin + 1, "ruler")
    else:
        counts = [_cells(row) for row in rows]
        edged = [(bool(re.match(r"\s*\|", row)), bool(re.search(r"(?<!\\)\|\s*$", row))) for row in rows]
        for index, (count, edges) in enumerate(zip(counts, edged, strict=True)):
            if edges != edged[0]:
                yield Fault(begin + index + 1, "edges")
            elif count != counts[0]:
                yield Fault(begin + index + 1, "cells", count, counts[0])
        yield Table(begin + 1, counts)


def _cells(row: str) -> int:
    inside = re.sub(r"^\s*\||(?<!\\)\|\s*$", "", row)
    return len(_PARTED.split(inside))
