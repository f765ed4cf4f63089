"""The argument as a picture: claims that rest on nothing else on the left, those that rest on others on the right.

A line leads from a claim to each of its premises. The weakest premises of the claims that the plain statement is about are
framed, and the lines that lead to them are broken.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markupsafe import Markup

from tools.appraisal.assess import Assessed
from tools.pages.figures.canvas import WIDTH, drawing, element, link, words, wrap
from tools.pages.figures.ladder import mark_at
from tools.pages.standing import mark, standing
from tools.records.claim import Claim, Review
from tools.records.words import Language
from tools.text.labels import labels

_BOX = 132.0  # width of a claim
_GUTTER = 16.0  # at the right edge, for lines between claims of the right column
_RIGHT = WIDTH - _GUTTER - _BOX
_SIZE, _LINE, _HEAD = 10.5, 13.0, 32.0
_GAP = 9.0


def argument_map(assessed: Assessed, language: Language, root: str) -> Markup:
    """Every claim that rests on another or is rested on, with its level, as links; see the module for how to read it."""
    review, claims = assessed.review, assessed.review.claims
    right = _in_order({i: c for i, c in claims.items() if c.requires})
    left = _by_neighbours({premise for i in right for premise in claims[i].requires} - set(right), right, claims)
    flagged = weakest_links(assessed)
    boxes = {i: _Box(i, claims[i], i in flagged, language) for i in [*left, *right]}
    height = max(_stack(left, boxes, 0.0), _stack(right, boxes, 0.0))
    for column in (left, right):  # the shorter column is spread over the height of the longer
        _stack(column, boxes, (height - sum(boxes[i].height + _GAP for i in column)) / max(1, len(column)))
    for i in right:
        boxes[i].x = _RIGHT
    chain = _chain(assessed)
    pairs = [(i, premise) for i in right for premise in claims[i].requires]
    lines = [_line(boxes[i], boxes[premise], i in chain and premise in flagged) for i, premise in pairs]
    drawn = [box.draw(review, language, root) for box in boxes.values()]
    return drawing(height, *lines, *drawn, label=labels(language)["argument_map"], class_="argument-map")


def weakest_links(assessed: Assessed) -> set[str]:
    """The weakest premises of the claims that the plain statement is about."""
    return {premise for i in _named(assessed.review) for premise in assessed.claims[i].weakest}


def _chain(assessed: Assessed) -> set[str]:
    """Those claims, with all their premises."""
    return {i for named in _named(assessed.review) for i in (named, *assessed.claims[named].premises)}


def _named(review: Review) -> list[str]:
    return [claim_id for claim_id in review.article.plain_statement.levels if claim_id in review.claims]


class _Box:
    """One claim: where it stands and how high it is."""

    def __init__(self, claim_id: str, claim: Claim, flagged: bool, language: Language) -> None:
        self.claim_id, self.claim, self.flagged = claim_id, claim, flagged
        self.lines = wrap(claim.title[language], _BOX - 12, _SIZE)
        self.height = _HEAD + len(self.lines) * _LINE + (_LINE if flagged else 0) + 4
        self.x = self.y = 0.0

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    def draw(self, review: Review, language: Language, root: str) -> Element:
        x, y = self.x, self.y
        parts = [
            element("rect", x=x + 0.5, y=y + 0.5, width=_BOX - 1, height=self.height - 1, rx=3, class_="box"),
            words(x + 6, y + 14, self.claim.code, "code"),
            mark_at(self.claim, x + _BOX - 26, y + 4),
            words(x + 6, y + 26, standing(review, self.claim, language), "level"),
            *(words(x + 6, y + _HEAD + 7 + row * _LINE, line, "title") for row, line in enumerate(self.lines)),
        ]
        if self.flagged:
            parts.append(words(x + 6, y + _HEAD + 7 + len(self.lines) * _LINE, f"▲ {labels(language)['weakest']}", "weak-label"))
        class_ = f"node level-{mark(self.claim)}{' weak' if self.flagged else ''}"
        return link(f"{root}claims/{self.claim_id}/", element("g", *parts, class_=class_))


def _in_order(resting: Mapping[str, Claim]) -> list[str]:
    """Claims on the right: a claim stands near those that rest on it, the deepest conclusions on top."""
    premises = {premise for claim in resting.values() for premise in claim.requires}
    waiting = [claim_id for claim_id in reversed(list(resting)) if claim_id not in premises]
    order: dict[str, None] = {}
    while waiting:
        claim_id = waiting.pop()
        if claim_id not in order:
            order[claim_id] = None
            waiting.extend(premise for premise in reversed(resting[claim_id].requires) if premise in resting)
    return list(order)


def _by_neighbours(left: set[str], right: list[str], claims: Mapping[str, Claim]) -> list[str]:
    """Premises on the left, each near the middle of the claims that need it, so that few lines cross."""
    needing: dict[str, list[int]] = {premise: [] for premise in left}
    for place, claim_id in enumerate(right):
        for premise in claims[claim_id].requires:
            if premise in needing:
                needing[premise].append(place)
    return sorted(left, key=lambda premise: (sum(needing[premise]) / len(needing[premise]), claims[premise].code))


def _stack(column: list[str], boxes: Mapping[str, _Box], extra: float) -> float:
    """Put a column's boxes one below the other; return where it ends."""
    y = extra / 2
    for claim_id in column:
        boxes[claim_id].y = y
        y += boxes[claim_id].height + _GAP + extra
    return y


def _line(claim: _Box, premise: _Box, weakest: bool) -> Element:
    class_ = "edge weakest" if weakest else "edge"
    ends = {"data_from": claim.claim.code, "data_to": premise.claim.code}
    if premise.x == claim.x:  # both on the right: round the outside
        x, bend = _RIGHT + _BOX, _RIGHT + _BOX + _GUTTER
        path = f"M{x} {claim.middle:.1f}C{bend} {claim.middle:.1f} {bend} {premise.middle:.1f} {x} {premise.middle:.1f}"
    else:
        start, end = claim.x, premise.x + _BOX
        middle = (start + end) / 2
        path = f"M{start} {claim.middle:.1f}C{middle} {claim.middle:.1f} {middle} {premise.middle:.1f} {end} {premise.middle:.1f}"
    return element("path", d=path, class_=class_, **ends)
