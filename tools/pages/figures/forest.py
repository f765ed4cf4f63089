"""Effect sizes against sham, as the sources report them: one outcome and one measure a panel, nothing pooled here."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markupsafe import Markup

from tools.cite import names as bibliography
from tools.pages.figures.canvas import WIDTH, drawing, element, link, width_of, words, wrap
from tools.pages.standing import write_interval
from tools.records.claim import Review
from tools.records.outcome import Effect
from tools.records.words import Language
from tools.text.labels import labels

RATIOS = frozenset({"OR", "RR", "HR"})  # no difference is 1, and the axis is logarithmic; of other measures it is 0
_ROW, _HEAD, _AXIS, _EDGE, _SIZE = 42.0, 20.0, 26.0, 16.0, 11.0
_RATIO_TICKS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)


@dataclass(frozen=True)
class Estimate:
    """One row: what a source reports, for one claim."""

    claim_id: str
    ref: str
    effect: Effect


@dataclass(frozen=True)
class Panel:
    """The estimates of one outcome in one measure, all with the same side in favour of the treatment."""

    outcome: str
    measure: str
    better: str
    estimates: tuple[Estimate, ...]
    picture: Markup


def forest_panels(review: Review, language: Language, root: str) -> list[Panel]:
    """A panel for each outcome, measure and sign of which a comparison with sham is on record."""
    groups: dict[tuple[str, str, str], list[Estimate]] = {}
    for estimate in _estimates(review):
        effect = estimate.effect
        groups.setdefault((effect.outcome, effect.measure, effect.better or ""), []).append(estimate)
    order = list(review.vocabulary.outcome)
    return [
        Panel(*key, tuple(rows), _draw(review, key, rows, language, root))
        for key, rows in sorted(groups.items(), key=lambda item: (order.index(item[0][0]), item[0]))
    ]


def _estimates(review: Review) -> Iterator[Estimate]:
    """Every estimate against sham that is direct evidence of its claim, each source once for each number."""
    seen: set[tuple[str, Effect]] = set()
    for claim_id, claim in review.claims.items():
        for item in claim.evidence:
            effect = item.effect
            if effect and item.direct and effect.against == "sham" and effect.better and (item.ref, effect) not in seen:
                seen.add((item.ref, effect))
                yield Estimate(claim_id, item.ref, effect)


class _Scale:
    """From an effect to a place on the axis."""

    def __init__(self, measure: str, estimates: list[Estimate]) -> None:
        self.ratio = measure in RATIOS
        values = [value for row in estimates for value in (row.effect.low, row.effect.high)]
        self.none = 1.0 if self.ratio else 0.0
        low, high = min([self.none, *values]), max([self.none, *values])
        self.ticks = (
            [tick for tick in _RATIO_TICKS if low * 0.99 <= tick <= high * 1.01] if self.ratio else _even_ticks(low, high)
        )
        ends = [self._place(value) for value in (low, high, *self.ticks)]
        self.low, self.high = min(ends), max(ends)

    def _place(self, value: float) -> float:
        return math.log(max(value, 1e-3)) if self.ratio else value

    def x(self, value: float) -> float:
        return _EDGE + (self._place(value) - self.low) / ((self.high - self.low) or 1) * (WIDTH - 2 * _EDGE)


def _even_ticks(low: float, high: float) -> list[float]:
    span = (high - low) or 1
    power = 10 ** math.floor(math.log10(span / 3))
    step = next(factor * power for factor in (1, 2, 5, 10) if span / (factor * power) <= 6)
    return [round(n * step, 6) for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _draw(review: Review, key: tuple[str, str, str], rows: list[Estimate], language: Language, root: str) -> Markup:
    outcome, measure, better = key
    t, scale = labels(language), _Scale(measure, rows)
    height = _HEAD + len(rows) * _ROW + _AXIS
    bottom = _HEAD + len(rows) * _ROW
    side = "higher" if better == "higher" else "lower"
    parts = [
        words(WIDTH - 2 if side == "higher" else 2, 12, t[f"favours_{side}"], "favours", "end" if side == "higher" else "start"),
        element("path", d=f"M{_EDGE} {bottom}H{WIDTH - _EDGE}", class_="axis"),
        *(words(scale.x(tick), bottom + 15, f"{tick:g}".replace("-", "−"), "tick", "middle") for tick in scale.ticks),
    ]
    for place, row in enumerate(rows):
        parts.append(_row(review, row, scale, _HEAD + place * _ROW, language, root))
    name = f"{review.vocabulary.outcome[outcome].label[language]}: {review.vocabulary.measure[measure].label[language]}"
    return drawing(height, *parts, label=name, class_="forest")


def _row(review: Review, row: Estimate, scale: _Scale, y: float, language: Language, root: str) -> Element:
    effect = row.effect
    numbers = write_interval(effect, language)
    middle = y + 28
    none = f"M{scale.x(scale.none):.1f} {middle - 9}v18"  # not through the words above
    square = scale.x(effect.value)
    label = link(f"{root}claims/{row.claim_id}/#ref-{row.ref}", words(2, y + 14, _name(review, row.ref, language), "study"))
    return element(
        "g",
        label,
        words(WIDTH - 2, y + 14, numbers, "numbers", "end"),
        element("path", d=none, class_="none"),
        element("path", d=f"M{scale.x(effect.low):.1f} {middle}H{scale.x(effect.high):.1f}", class_="interval"),
        element("rect", x=square - 4, y=middle - 4, width=8, height=8, class_="estimate"),
        class_="estimate-row",
        data_ref=row.ref,
        data_value=effect.value,
        data_low=effect.low,
        data_high=effect.high,
    )


def _name(review: Review, ref: str, language: Language) -> str:
    """A source's name, cut before the year where it is long: year and letter are what tells it from others."""
    year = f" {bibliography.year(review, ref, language)}"
    return wrap(bibliography.called(review.references[ref], language), 170 - width_of(year, _SIZE), _SIZE, 1)[0] + year
