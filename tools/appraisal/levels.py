"""The level rule: a level cannot outrun its evidence.

Pure, and the only place where the rule is written: `check` refuses a level above the ceiling, the method page prints
`LADDERS` as its table, and every page marks its step from here. Reference: design, section 5.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.appraisal.tally import Rank, Tally, tally_of
from tools.records.claim import Claim, Review
from tools.records.words import LEVELS, Kind, Language, Level

# `mechanism` and `description` share the rungs of `effect` below `supported`, and differ above (design, section 5).
EFFECTS: tuple[Kind, ...] = ("effect", "harm", "comparison")


@dataclass(frozen=True)
class Rung:
    """One condition of a ladder, in code and in words."""

    level: Level
    holds: Callable[[Tally], bool]
    words: Mapping[Language, str]


_TESTED_IN_PEOPLE = Rung(
    "inconclusive",
    lambda t: any(rank >= Rank.PEOPLE for rank in t.tested),
    {"ja": "人での直接の研究が一つでもある(結果の向きは問わない)", "en": "any direct study in people, whichever way it points"},
)
_TESTED_IN_LABORATORY = Rung(
    "preclinical",
    lambda t: Rank.LABORATORY in t.tested,
    {"ja": "動物または細胞での直接の研究が一つでもある", "en": "any direct study in animals or cells"},
)
_UNTESTED = Rung("hypothetical", lambda t: True, {"ja": "上のどれもない", "en": "none of these"})

LADDERS: Mapping[str, tuple[Rung, ...]] = {
    "effect": (
        Rung(
            "established",
            lambda t: t.supports(Rank.SYNTHESIS) >= 1 and t.accepted >= 1,
            {
                "ja": "支持するランダム化比較試験のメタ解析または系統的レビューがあり、"
                "かつ、診療ガイドライン・合意声明・規制当局の決定のいずれかがある",
                "en": "a supporting meta-analysis or systematic review of randomised trials, "
                "and a guideline, consensus or regulator’s decision",
            },
        ),
        Rung(
            "supported",
            lambda t: t.supports(Rank.SYNTHESIS) >= 1 or t.supports(Rank.TRIAL) >= 2,
            {
                "ja": "支持するランダム化比較試験の統合解析、または支持するランダム化比較試験が二つ以上ある",
                "en": "a supporting synthesis of randomised trials, or two supporting randomised trials",
            },
        ),
        _TESTED_IN_PEOPLE,
        _TESTED_IN_LABORATORY,
        _UNTESTED,
    ),
    "mechanism": (
        Rung(
            "established",
            lambda t: t.accepted >= 1 or t.supports(Rank.SYNTHESIS) >= 1,
            {
                "ja": "そのものを人で測った研究についての、支持する合意声明または系統的レビューがある",
                "en": "a supporting consensus statement or systematic review of studies that measured the thing in people",
            },
        ),
        Rung(
            "supported",
            lambda t: t.supports(Rank.PEOPLE) >= 2,
            {"ja": "支持する人での研究が二つ以上ある(再現されている)", "en": "two supporting studies in people (replicated)"},
        ),
        _TESTED_IN_PEOPLE,
        _TESTED_IN_LABORATORY,
        _UNTESTED,
    ),
    "description": (
        Rung(
            "established",
            lambda t: t.accepted >= 1 or t.supports(Rank.SYNTHESIS) >= 1 or t.searches >= 1,
            {
                "ja": "当局や学会自身の文書(日付つき)、系統的レビュー、または記録された検索がある",
                "en": "the authority’s or society’s own dated document, a systematic review, or a documented search",
            },
        ),
        Rung(
            "supported",
            lambda t: t.supports(Rank.PEOPLE) >= 2 or t.own_pages >= 1,
            {
                "ja": "人での研究が二つ以上ある、または述べられている団体自身のページがある",
                "en": "two supporting studies in people, or the described body’s own page",
            },
        ),
        _TESTED_IN_PEOPLE,
        _TESTED_IN_LABORATORY,
        _UNTESTED,
    ),
}


def ladder(kind: Kind) -> tuple[Rung, ...]:
    """The rungs for a kind of claim, from the highest level to the lowest."""
    return LADDERS["effect" if kind in EFFECTS else kind]


def ceiling(kind: Kind, counts: Tally) -> Level:
    """The highest level that the evidence allows.

    Only supporting evidence reaches above `inconclusive`, and not where the contradicting evidence of the same or a
    higher rank is at least as much.
    """
    reached = next(rung.level for rung in ladder(kind) if rung.holds(counts))
    if is_below(reached, "inconclusive") or reached == "inconclusive":
        return reached
    top = max((rank for rank, count in counts.supporting.items() if count), default=None)
    if top is not None and counts.contradicts(top) >= counts.supports(top):
        return "inconclusive"
    return reached


def is_contradicted(counts: Tally) -> bool:
    """The flag: of the direct evidence of the highest rank present, some contradicts and none supports."""
    top = max(counts.tested, default=Rank.NONE)
    return counts.contradicting.get(top, 0) > 0 and counts.supporting.get(top, 0) == 0


def is_below(level: Level, other: Level) -> bool:
    """True where `level` is a lower step than `other`."""
    return LEVELS.index(level) > LEVELS.index(other)


def ceiling_of(claim: Claim, review: Review) -> Level:
    """The highest level that a claim's linked evidence allows."""
    return ceiling(claim.kind, tally_of(claim, review))
