"""Of 100 people, how many: rates that a source reports for both groups, as dots that can be counted."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markupsafe import Markup

from tools.cite import names as bibliography
from tools.pages.figures.canvas import WIDTH, drawing, element, words
from tools.records.claim import Review
from tools.records.outcome import Rates
from tools.records.words import Language
from tools.text.labels import labels

_STEP, _RADIUS, _TOP = 9.0, 3.4, 34.0


@dataclass(frozen=True)
class Frequency:
    """One source's rates with their picture."""

    claim_id: str
    ref: str
    rates: Rates
    picture: Markup


def natural_frequencies(review: Review, language: Language) -> list[Frequency]:
    """Direct evidence that reports how many of the treated and of the others reached an outcome, each source once.

    The strongest designs come first, then the largest studies, so that one small trial does not stand for the whole.
    """
    found: dict[tuple[str, str], Frequency] = {}
    for claim_id, claim in review.claims.items():
        for item in claim.evidence:
            rates = item.rates
            if item.direct and rates and rates.compared is not None and (item.ref, rates.outcome) not in found:
                found[item.ref, rates.outcome] = Frequency(claim_id, item.ref, rates, _draw(review, item.ref, rates, language))
    designs = list(review.vocabulary.design)

    def weight(row: Frequency) -> tuple[int, int]:
        source = review.references[row.ref]
        return designs.index(source.design), -(source.participants or 0)

    return sorted(found.values(), key=weight)


def _draw(review: Review, ref: str, rates: Rates, language: Language) -> Markup:
    t = labels(language)
    halves = [(t["rates_treated"], rates.treated, 2.0), (t["rates_compared"], rates.compared or 0.0, WIDTH / 2 + 6)]
    counted = [(name, round(rate), t["of_100"].format(count=round(rate)), x) for name, rate, x in halves]
    parts = [part for name, people, count, x in counted for part in _half(name, people, count, x)]
    outcome = review.vocabulary.outcome[rates.outcome].label[language]
    told = "; ".join(f"{name}: {count}" for name, _, count, _ in counted)
    label = f"{bibliography.short_name(review, ref, language)}, {outcome}. {told}"
    return drawing(_TOP + 10 * _STEP + 2, *parts, label=label, class_="frequencies", role="img")


def _half(name: str, people: int, count: str, x: float) -> list[Element]:
    """A hundred dots, as many filled as people reached the outcome."""
    dots = [_dot(x + number % 10 * _STEP, _TOP + number // 10 * _STEP + _RADIUS) for number in range(100)]
    return [
        words(x, 12, name, "group"),
        words(x, 27, count, "count"),
        element("path", d="".join(dots[people:]), class_="no"),
        element("path", d="".join(dots[:people]), class_="yes", data_count=people),
    ]


def _dot(x: float, y: float) -> str:
    return f"M{x:.1f} {y:.1f}a{_RADIUS} {_RADIUS} 0 1 0 {2 * _RADIUS} 0a{_RADIUS} {_RADIUS} 0 1 0 -{2 * _RADIUS} 0z"
