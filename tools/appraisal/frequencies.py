"""Rare harms in whole people out of one number for all, so that no reader meets a seventh of a person. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor

from tools.records.claim import Claim, Evidence
from tools.records.frequency import Counted, Frequency
from tools.records.words import Key, Language

OUT_OF: Mapping[Counted, int] = {"people": 10_000, "sessions": 100_000}
ALL = "all"
_BETWEEN = 0.25  # nearer than this to a whole number, a small one is called that number
_SMALL = 4.5  # above it, half a person more or less is no matter
_TO: Mapping[Language, str] = {"ja": "〜", "en": " to "}
_FEWER: Mapping[Language, str] = {"ja": "1未満", "en": "fewer than 1"}


@dataclass(frozen=True)
class Rare:
    """One rate of one source."""

    key: Key
    frequency: Frequency

    @property
    def out_of(self) -> int:
        """Of how many it is told: of one number for all people, and of another for all sessions."""
        return OUT_OF[self.frequency.of]

    @property
    def name(self) -> str:
        """What a page asks for it by: its group in English, or `all`."""
        group = self.frequency.group
        return re.sub(r"[^a-z0-9]+", "-", group.en.lower()).strip("-") if group else ALL

    def told(self, language: Language) -> str:
        """How many, in whole people or sessions."""
        return self._whole(self.frequency.rate, language)

    def interval(self, language: Language) -> str:
        """The ends of the interval, in whole people or sessions; "" where the source gives none."""
        one = self.frequency
        if one.low is None or one.high is None:
            return ""
        low, high = (self._whole(end, language).split(_TO[language]) for end in (one.low, one.high))
        return _TO[language].join((low[0], high[-1]))

    def _whole(self, rate: float, language: Language) -> str:
        count = rate * self.out_of / self.frequency.per
        if count <= 1 - _BETWEEN:
            return _FEWER[language]
        if count > _SMALL or abs(count - round(count)) < _BETWEEN:
            return f"{round(count):,}"
        return f"{floor(count)}{_TO[language]}{ceil(count)}"


def rare(claim: Claim) -> Iterator[Rare]:
    """What the sources of a claim counted, people before sessions."""
    found = [each for item in claim.evidence for each in rates_of(item)]
    yield from sorted(found, key=lambda each: each.frequency.of)


def rates_of(item: Evidence) -> Iterator[Rare]:
    """What one source counted."""
    yield from (Rare(item.ref, one) for one in item.frequencies)
