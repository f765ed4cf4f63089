"""How large an effect is, by its interval alone: the point estimate decides nothing. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Size = Literal["worthwhile", "slight", "some", "little", "other-way", "unclear"]
Side = Literal["benefit", "harm"]


@dataclass(frozen=True)
class Gain:
    """An interval turned so that more is further: for a benefit more benefit, for a harm more harm; "none" is 0.

    Attributes:
        low: the lower end, in people of 100, points, standard deviations, or the logarithm of a ratio.
        high: the upper end, in the same unit.
        comparable: the unit is the one in which margins are given; a bare ratio says which way, and not how far.
    """

    low: float
    high: float
    comparable: bool = True

    @property
    def towards(self) -> bool:
        """The whole interval lies beyond none."""
        return self.low > 0

    @property
    def away(self) -> bool:
        """The whole interval lies on the other side of none."""
        return self.high < 0


@dataclass(frozen=True)
class Margin:
    """What a difference is held against, in the unit of the gain.

    Attributes:
        matters: the smallest difference that matters: a published `worthwhile` (benefits), our `limit` (harms).
        trivial: ours, for a benefit without a published `worthwhile`; it never makes an effect worthwhile.
    """

    matters: float | None = None
    trivial: float | None = None

    @property
    def small(self) -> float | None:
        """Below which a difference is slight, or little."""
        return self.matters if self.matters is not None else self.trivial


def size_of(gain: Gain, margin: Margin, side: Side) -> Size:
    """The class of a result. Of two that fit at an edge, the smaller is taken."""
    matters = margin.matters if gain.comparable else None
    small = margin.small if gain.comparable else None
    if gain.towards:
        if matters is not None and gain.low > matters:
            return "worthwhile"
        return "slight" if small is not None and gain.high < small else "some"
    if gain.away:
        return "other-way"
    if small is not None and gain.high < small and (side == "harm" or gain.low > -small):
        return "little"
    return "unclear"
