"""Claims × kinds of evidence: how many sources of each kind point which way. An empty cell is drawn as an empty cell."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markupsafe import Markup

from tools.appraisal.study import EVIDENCE_KINDS
from tools.pages import views
from tools.pages.figures.canvas import WIDTH, drawing, element, link, words, wrap
from tools.pages.figures.ladder import mark_at
from tools.pages.standing import mark
from tools.records.claim import Review
from tools.records.words import Language
from tools.text.labels import labels, write_date

_COLUMN = WIDTH / len(EVIDENCE_KINDS)
_HEAD, _LABEL, _CELL, _LINE, _SIZE = 30.0, 14.0, 38.0, 12.0, 11.0
BACKGROUND = "•"
# Filled marks are direct evidence, hollow ones indirect; shapes, not colours, tell for from against.
MARKS = {
    True: {"supports": "▲", "contradicts": "▼", "no-difference": "■", "mixed": "◆"},
    False: {"supports": "△", "contradicts": "▽", "no-difference": "□", "mixed": "◇"},
}


def evidence_map(review: Review, claim_ids: list[str], label: str, language: Language, root: str) -> Markup:
    """The map of some claims: a row each, a column for each kind of evidence."""
    t = labels(language)
    parts: list[Element] = []
    for column, kind in enumerate(EVIDENCE_KINDS):
        lines = wrap(t[f"kind_{kind}"], _COLUMN - 2, 9.5, 2)
        parts += [words((column + 0.5) * _COLUMN, 11 + row * 11.0, line, "column", "middle") for row, line in enumerate(lines)]
    y = _HEAD
    for claim_id in claim_ids:
        row, height = _row(review, claim_id, y, language, root)
        parts += row
        y += height
    return drawing(y, *parts, label=label, class_="evidence-map")


def _row(review: Review, claim_id: str, y: float, language: Language, root: str) -> tuple[list[Element], float]:
    claim, t = review.claims[claim_id], labels(language)
    title = wrap(f"{claim.code} {claim.title[language]}", WIDTH - 26, _SIZE, 3)
    name = [words(24, y + 11 + row * _LABEL, line, "title") for row, line in enumerate(title)]
    group = element("g", mark_at(claim, 0, y), *name, class_=f"level-{mark(claim)}")
    head = link(f"{root}claims/{claim_id}/", group)
    top = y + len(title) * _LABEL + 3
    counts = views.evidence_counts(review, claim)
    cells = [_cell(column * _COLUMN, top, counts.get(kind, {}), claim.code, kind) for column, kind in enumerate(EVIDENCE_KINDS)]
    parts = [head, *cells]
    height = top - y + _CELL + 12
    if claim.searches and len(counts) < len(EVIDENCE_KINDS):
        day = write_date(max(review.searches[name].date for name in claim.searches), language)
        parts.append(words(WIDTH - 1, top + _CELL + 11, t["map_searched"].format(date=day), "searched", "end"))
        height += 8
    return parts, height


def _cell(x: float, y: float, counts: views.Counts, code: str, kind: str) -> Element:
    frame = element("rect", x=x + 1.5, y=y, width=_COLUMN - 3, height=_CELL, rx=2, class_="cell")
    background = sum(count for (direction, _), count in counts.items() if direction == "context")
    lines = [_marks(counts, True), _marks(counts, False), f"{BACKGROUND}{background}" if background else ""]
    shown = [line for line in lines if line]
    text = [words(x + _COLUMN / 2, y + 11.5 + row * _LINE, line, "count", "middle") for row, line in enumerate(shown)]
    return element("g", frame, *text, class_="filled" if shown else "empty", data_cell=f"{code} {kind}")


def _marks(counts: views.Counts, direct: bool) -> str:
    marks = MARKS[direct].items()
    return " ".join(f"{mark}{count}" for direction, mark in marks if (count := counts.get((direction, direct))))
