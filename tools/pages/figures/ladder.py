"""The ladder of evidence levels: whole with the current step marked, and small beside a level's word."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

from markupsafe import Markup

from tools.pages.figures.canvas import WIDTH, drawing, element, picture, words
from tools.records.claim import Claim
from tools.records.vocabulary import Vocabulary
from tools.records.words import LEVELS, Language, Level
from tools.text.labels import labels

_ROW = 25
_STAIR = 92  # the width of the highest step; the others are shorter, so that the shape says the rank without colour


def ladder(level: Level, vocabulary: Vocabulary, language: Language) -> Markup:
    """All five steps, the strongest on top, each with its word; the current one is filled and says so."""
    return _ladder(level, tuple(vocabulary.level[step].label[language] for step in LEVELS), language)


@cache  # every claim page shows one of a few
def _ladder(level: Level, names: tuple[str, ...], language: Language) -> Markup:
    steps = [_step(row, step, name, step == level, language) for row, (step, name) in enumerate(zip(LEVELS, names, strict=True))]
    return drawing(len(LEVELS) * _ROW + 2, *steps, label=labels(language)["ladder"], class_="ladder", role="list")


def _step(row: int, step: Level, name: str, current: bool, language: Language) -> Element:
    rank = len(LEVELS) - row
    y = row * _ROW + 2
    length = _STAIR * rank / len(LEVELS)
    parts = [
        element("rect", x=1, y=y, width=length, height=_ROW - 5, rx=2, class_="bar"),
        words(_STAIR + 12, y + 14.5, name, "step-name"),
    ]
    if current:
        parts.append(words(WIDTH - 2, y + 14.5, f"◀ {labels(language)['current']}", "here", "end"))
    group = element("g", *parts, role="listitem", class_=f"step level-{step}{' current' if current else ''}")
    if current:
        group.set("aria-current", "step")
    return group


@cache
def rungs(level: Level) -> Markup:
    """The ladder in the size of a letter, for beside the level's word: five bars, as many filled as the rank."""
    return picture(12, *_bars(level), class_="rungs", width=20)


@cache
def sheet() -> Markup:
    """A sheet of paper in the same size, for what stands on no level: a fact that was checked."""
    return picture(12, _sheet(), class_="sheet", width=20)


def mark_at(claim: Claim, x: float, y: float) -> Element:
    """A claim's mark, small, inside another figure, its top left corner at `x`, `y`."""
    drawn, name = ([_sheet()], "sheet") if claim.is_description else (_bars(claim.level), "rungs")
    return element("g", *drawn, class_=name, transform=f"translate({x} {y})")


def _sheet() -> Element:
    return element("path", d="M5.5 .5h6l3 3v8h-9zM7.5 5h5M7.5 7h5M7.5 9h5")


def _bars(level: Level) -> list[Element]:
    rank = len(LEVELS) - LEVELS.index(level)
    bars = [f"M{x * 4 + 0.5} 11.5v-{2 * x + 2.5}h3v{2 * x + 2.5}z" for x in range(len(LEVELS))]
    drawn = {"on": "".join(bars[:rank]), "off": "".join(bars[rank:])}
    return [element("path", d=path, class_=name) for name, path in drawn.items() if path]
