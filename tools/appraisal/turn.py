"""Estimates turned to the side of their outcome, and the margins that they are held against. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, log
from typing import Literal

from tools.appraisal.estimate import Estimate, Scale, differences, rounded
from tools.appraisal.size import Gain, Margin
from tools.records.vocabulary import Measured

Better = Literal["lower", "higher"]


@dataclass(frozen=True)
class Told:
    """What a source says of an outcome, as far as the arithmetic needs it.

    Attributes:
        better: which values favour the treatment, for a difference; None: treated less compared.
        risk: the risk without the treatment in the same body, as a fraction of one; None where it is not given.
        scale: the scale of a difference in points.
    """

    estimate: Estimate
    better: Better | None = None
    risk: float | None = None
    scale: str | None = None


def upward(word: Measured, better: Better | None = None) -> bool:
    """More people (or a higher score) is further on the outcome's side: more benefit, or more harm.

    A measure is neither good nor bad: it goes the way that the claim says, which its estimate tells (`better`).
    """
    if word.side == "measure":
        return better != "lower"
    return (word.side == "harm") == (word.good == "less")


def oriented(told: Told, word: Measured) -> Estimate:
    """The estimate as treated less compared: a difference may be printed the other way round (that of a measure never is)."""
    estimate = told.estimate
    turned = told.better is not None and (told.better == "higher") != (word.good == "more")
    if estimate.scale is not Scale.DIFFERENCE or word.side == "measure" or not turned:
        return estimate
    low, high = (None if end is None else -end for end in (estimate.high, estimate.low))
    return replace(estimate, value=-estimate.value, low=low, high=high)


def gain_of(told: Told, word: Measured, share: float | None) -> Gain | None:
    """The interval, turned to the outcome's side; None where none is printed, or a share has nothing to be held against.

    Args:
        share: how many of 100 people the statement claims, for a share.
    """
    estimate = oriented(told, word)
    if estimate.interval is None:
        return None
    (low, high), up = estimate.interval, upward(word, told.better)
    if estimate.scale is Scale.SHARE:
        return None if share is None else _turned(low - share, high - share, up)
    if estimate.measure in ("MD", "SMD"):
        return _turned(low, high, up)
    if estimate.measure == "RD":
        return _turned(100 * low, 100 * high, up)
    if told.risk is not None:
        return _turned(*differences(estimate.measure, estimate.interval, told.risk), up)
    low, high = (log(end) if end > 0 else -inf for end in (low, high))
    return _turned(low, high, up, comparable=False)


def _turned(low: float, high: float, up: bool, *, comparable: bool = True) -> Gain:
    low, high = (low, high) if up else (-high, -low)
    return Gain(rounded(low), rounded(high), comparable)


def margin_of(told: Told, word: Measured) -> Margin:
    """What the interval is held against, in its unit; for a share, the share that the statement claims."""
    measure = told.estimate.measure
    if told.estimate.scale is Scale.SHARE:
        return Margin(matters=0)
    unit = {"MD": "points", "SMD": "sd"}.get(measure, "people")
    counted = unit == "people"
    if word.side == "harm":
        return Margin(matters=word.limit if counted else None)
    published = [m.value for m in word.worthwhile if m.unit == unit and (unit != "points" or m.scale == told.scale)]
    fits = word.unit == ("people" if counted else "score") and unit != "points"
    return Margin(matters=published[0] if published else None, trivial=word.trivial if fits else None)
