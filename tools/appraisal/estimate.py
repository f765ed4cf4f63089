"""Estimates as sources print them, and what they mean in people: the arithmetic of a summary of findings. Pure.

Formulas: Cochrane Handbook, chapter 15 (risk ratio, odds ratio), and 1 - (1 - p)^HR for a hazard ratio.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from math import copysign

from tools.records.outcome import NUMBER


class Scale(Enum):
    """What kind of number a measure is, and so what "no effect" is."""

    RATIO = "ratio"
    DIFFERENCE = "difference"
    SHARE = "share"


SCALES = {
    "RR": Scale.RATIO,
    "OR": Scale.RATIO,
    "HR": Scale.RATIO,
    "RD": Scale.DIFFERENCE,
    "MD": Scale.DIFFERENCE,
    "SMD": Scale.DIFFERENCE,
    "proportion": Scale.SHARE,
}
_PRINTED = re.compile(rf"(?P<measure>\w+) (?P<value>{NUMBER})(?: \((?P<low>{NUMBER}) to (?P<high>{NUMBER})\))?")
FORM = "RR 2.35 (1.70 to 3.25)"


@dataclass(frozen=True)
class Estimate:
    """An estimate with its 95 % interval.

    Attributes:
        measure: a key of SCALES.
        value: the estimate as printed; a risk difference is a fraction of one, a proportion is per 100 people.
        low: the lower end of the interval; None where the source prints no interval.
        high: the upper end of the interval; None likewise.
    """

    measure: str
    value: float
    low: float | None = None
    high: float | None = None

    @property
    def scale(self) -> Scale:
        return SCALES[self.measure]

    @property
    def none(self) -> float | None:
        """The value that means "no effect"; None for a share, which compares nothing."""
        return {Scale.RATIO: 1.0, Scale.DIFFERENCE: 0.0, Scale.SHARE: None}[self.scale]

    @property
    def interval(self) -> tuple[float, float] | None:
        return None if self.low is None or self.high is None else (self.low, self.high)


def read_number(written: str) -> float:
    """A number in the form of `NUMBER`, which may have a minus sign for its hyphen."""
    return float(written.replace("−", "-"))


def read_estimate(text: str) -> Estimate:
    """An estimate from its printed form, such as `RR 2.35 (1.70 to 3.25)`.

    Raises:
        ValueError: the text has another form, names no measure, or its interval does not hold its value.
    """
    match = _PRINTED.fullmatch(text.strip())
    if match is None or match["measure"] not in SCALES:
        raise ValueError(f"not in the form `{FORM}`")
    value, low, high = (read_number(part) if part else None for part in match.group("value", "low", "high"))
    assert value is not None  # the pattern demands it
    estimate = Estimate(match["measure"], value, low, high)
    least, most = estimate.interval or (value, value)
    if not least <= value <= most:
        raise ValueError(f"{value} is not between {low} and {high}")
    if estimate.scale is Scale.RATIO and least < 0:
        raise ValueError("a ratio is never negative")
    return estimate


def risk_with(measure: str, value: float, risk: float) -> float:
    """The risk of the treated, from a relative effect and the risk of the others (both fractions of one).

    Raises:
        ValueError: the measure says nothing about how many people, or more than all of them would have the outcome.
    """
    treated = _applied(measure, value, risk)
    if not 0 <= rounded(treated) <= 1:
        raise ValueError(f"{measure} {value:g} at {100 * risk:g} of 100 gives {100 * treated:.0f} of 100")
    return treated


def _applied(measure: str, value: float, risk: float) -> float:
    match measure:
        case "RR":
            return risk * value
        case "OR":
            return risk * value / (1 - risk + risk * value)
        case "HR":
            return float(1 - (1 - risk) ** value)
        case "RD":
            return risk + value
        case _:
            raise ValueError(f"{measure} does not become a number of people")


@dataclass(frozen=True)
class Absolute:
    """How many people have an outcome.

    Attributes:
        per: the number of people that the others are given of: 100, or 1000 where both risks are under 5 of 100.
        without: in the comparison group; None for a share.
        treated: in the treated group; whole people.
        difference: treated less without, of the numbers shown.
        low: the interval's lower end, of the difference (of the share itself where nothing is compared).
        high: its upper end.
    """

    per: int
    without: int | None
    treated: int
    difference: int | None
    low: int | None
    high: int | None


def absolute(estimate: Estimate, risk: float | None) -> Absolute | None:
    """The numbers of a summary of findings; None where the estimate does not become a number of people.

    Args:
        risk: the risk without the treatment, as a fraction of one; None where the body gives none.

    Raises:
        ValueError: more than all people would have the outcome.
    """
    if estimate.scale is Scale.SHARE:
        per = 1000 if estimate.value < 5 else 100
        low, high = estimate.interval or (None, None)
        return Absolute(per, None, _whole(estimate.value, per), None, _end(low, per), _end(high, per))
    if estimate.measure in ("MD", "SMD") or risk is None:
        return None
    treated = risk_with(estimate.measure, estimate.value, risk)
    per = 1000 if max(risk, treated) < 0.05 else 100
    without, shown = round_half_up(risk * per), round_half_up(treated * per)
    ends = differences(estimate.measure, estimate.interval, risk) if estimate.interval else None
    low, high = (round_half_up(end * per / 100) for end in ends) if ends else (None, None)
    return Absolute(per, without, shown, shown - without, low, high)


def differences(measure: str, interval: tuple[float, float], risk: float) -> tuple[float, float]:
    """The interval of the difference, in people of 100, not rounded.

    An end beyond all people is cut there: the interval of a ratio may reach further than its risks can.
    """
    low, high = (100 * (min(max(_applied(measure, end, risk), 0), 1) - risk) for end in interval)
    return low, high


def rounded(number: float) -> float:
    """A computed number without what floating point adds to it: what is on a margin stays there."""
    return round(number, 9)


def round_half_up(number: float) -> int:
    """To whole people as readers round: a half goes away from zero."""
    return int(copysign(abs(number) + 0.5, number))


def _whole(per100: float, per: int) -> int:
    return round_half_up(per100 * per / 100)


def _end(per100: float | None, per: int) -> int | None:
    return None if per100 is None else _whole(per100, per)
