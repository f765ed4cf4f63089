"""How strongly the Japanese and the English article say each claim, beside what the evidence allows."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markupsafe import Markup

from tools.appraisal.assess import Assessed, Judged
from tools.pages.figures.canvas import WIDTH, drawing, element, link, words, wrap
from tools.records.words import LANGUAGES, WORDINGS, Language
from tools.text.labels import labels

_HEAD, _LABEL, _SCALE, _SIZE = 24.0, 14.0, 36.0, 11.0
_STEP = WIDTH / len(WORDINGS)
_STRENGTHS = tuple(reversed(WORDINGS))  # from the most careful to the surest


def wording_scale(assessed: Assessed, claim_ids: list[str], label: str, language: Language, root: str) -> Markup:
    """A scale a claim: the shaded part is what the evidence allows, the two marks are the two languages of the article."""
    names = [assessed.review.vocabulary.wording[word].label[language] for word in _STRENGTHS]
    parts = [
        words((place + 0.5) * _STEP, 14, wrap(name, _STEP, 10, 1)[0], "column", "middle") for place, name in enumerate(names)
    ]
    y = _HEAD
    for claim_id in claim_ids:
        row, height = _row(assessed.claims[claim_id], y, language, root)
        parts += row
        y += height
    return drawing(y, *parts, label=label, class_="wording-scale")


def _row(judged: Judged, y: float, language: Language, root: str) -> tuple[list[Element], float]:
    claim = judged.claim
    title = wrap(f"{claim.code} {claim.title[language]}", WIDTH - 4, _SIZE, 3)
    lines = [words(1, y + 12 + row * _LABEL, line, "title") for row, line in enumerate(title)]
    top = y + len(title) * _LABEL + 4
    allowed = _STRENGTHS.index(judged.allowed_wording)
    reach: dict[str, Any] = {"width": (allowed + 1) * _STEP - 1, "data_allowed": _STRENGTHS[allowed]}
    parts = [
        link(f"{root}claims/{judged.id}/", *lines),
        element("rect", x=0.5, y=top, width=WIDTH - 1.0, height=24, rx=2, class_="range"),
        element("rect", x=0.5, y=top, height=24, rx=2, class_="allowed", **reach),
        *(element("path", d=f"M{place * _STEP} {top}v24", class_="stop") for place in range(1, len(_STRENGTHS))),
    ]
    for comparison, shift in zip(judged.comparisons, (-0.26, 0.26), strict=True):
        if said := comparison.wording:
            article = comparison.language
            strength = _STRENGTHS.index(said)
            mark = _mark((strength + 0.5 + shift) * _STEP, top, article, labels(language)[f"short_{article}"], strength > allowed)
            mark.set("data-said", f"{claim.code} {article} {said}")
            parts.append(mark)
    return parts, top - y + _SCALE


def _mark(x: float, top: float, article: str, name: str, over: bool) -> Element:
    """Where one language stands: round for the first, square for the second, so that the shape tells them apart."""
    frame = element("rect", x=x - 17, y=top + 4, width=34, height=16, rx=8 if article == LANGUAGES[0] else 1, class_="mark")
    return element("g", frame, words(x, top + 16, name, "mark-name", "middle"), class_=f"said{' over' if over else ''}")
