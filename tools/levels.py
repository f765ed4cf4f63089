"""The level rule: a level cannot outrun its evidence.

Pure, and the only place where the rule is written: `check` refuses a level above the ceiling, the method page prints
`LADDERS` as its table, and every page marks its step from here. Reference: design, section 5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from tools.model import LEVELS, Claim, Direction, Kind, Language, Level, Reference, Review, Wording

# What kind of document a design is. Every design of the vocabulary stands in exactly one of these sets (tested).
ACCEPTANCE = frozenset({"guideline", "consensus", "regulatory"})
SYNTHESES = frozenset({"umbrella-review", "network-meta-analysis", "meta-analysis", "systematic-review"})
TRIALS = frozenset({"rct", "rct-crossover"})
OBSERVATIONS = frozenset(
    "observational-meta-analysis scoping-review mendelian-randomisation non-randomised cohort neuroimaging "
    "post-mortem open-label case-series case-report pk".split()
)
LABORATORY = frozenset({"animal", "in-vitro"})
OWN_PAGES = frozenset({"website"})
# Plans, opinions, methods and news: they inform, and never lift a level.
NO_TEST = frozenset("bench-test registry-entry protocol narrative-review methodology survey news".split())
NOT_A_STUDY_OF_LIFE = "none"

# `mechanism` and `description` share the rungs of `effect` below `supported`, and differ above (design, section 5).
EFFECTS: tuple[Kind, ...] = ("effect", "harm", "comparison")

ALLOWED_WORDING: Mapping[Level, Wording] = {
    "established": "asserted",
    "supported": "likely",
    "inconclusive": "possible",
    "preclinical": "tentative",
    "hypothetical": "tentative",
}
_STRENGTH: Mapping[Wording, int] = {"tentative": 0, "possible": 1, "likely": 2, "asserted": 3}


class Rank(IntEnum):
    """How far a study can carry a claim; a document that tests nothing has rank NONE."""

    NONE = 0
    LABORATORY = 1
    PEOPLE = 2
    TRIAL = 3
    SYNTHESIS = 4


@dataclass(frozen=True)
class Study:
    """What the rule needs to know of one evidence item."""

    design: str
    species: str
    direction: Direction
    direct: bool
    withdrawn: bool = False

    @property
    def rank(self) -> Rank:
        if self.design in NO_TEST | ACCEPTANCE | OWN_PAGES or self.species == NOT_A_STUDY_OF_LIFE:
            return Rank.NONE
        if self.species != "human" or self.design in LABORATORY:
            return Rank.LABORATORY
        if self.design in SYNTHESES:
            return Rank.SYNTHESIS
        return Rank.TRIAL if self.design in TRIALS else Rank.PEOPLE

    @property
    def tests(self) -> bool:
        """True where the study tested the claim itself, whichever way it came out."""
        return self.direct and not self.withdrawn and self.direction != "context" and self.rank > Rank.NONE


@dataclass(frozen=True)
class Tally:
    """The direct evidence of one claim, counted. Withdrawn studies are left out."""

    supporting: Mapping[Rank, int]
    contradicting: Mapping[Rank, int]
    tested: frozenset[Rank]
    accepted: int
    own_pages: int
    searches: int

    def supports(self, rank: Rank) -> int:
        """Supporting studies of this rank or above."""
        return sum(count for held, count in self.supporting.items() if held >= rank)

    def contradicts(self, rank: Rank) -> int:
        """Contradicting studies of this rank or above."""
        return sum(count for held, count in self.contradicting.items() if held >= rank)


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
                "ja": "支持するランダム化比較試験のメタ解析または系統的レビューがあり、かつ、診療ガイドライン・合意声明・規制当局の決定のいずれかがある",
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


def tally(studies: Iterable[Study], searches: int = 0) -> Tally:
    """Count what bears on a claim directly. `searches` is the number of documented searches it leans on."""
    items = [study for study in studies if study.direct and not study.withdrawn]
    tests = [study for study in items if study.tests]
    supporting = [study for study in items if study.direction == "supports"]
    return Tally(
        supporting=_by_rank(study for study in tests if study.direction == "supports"),
        contradicting=_by_rank(study for study in tests if study.direction == "contradicts"),
        tested=frozenset(study.rank for study in tests),
        accepted=sum(study.design in ACCEPTANCE for study in supporting),
        own_pages=sum(study.design in OWN_PAGES for study in supporting),
        searches=searches,
    )


def _by_rank(studies: Iterable[Study]) -> dict[Rank, int]:
    counts: dict[Rank, int] = {}
    for study in studies:
        counts[study.rank] = counts.get(study.rank, 0) + 1
    return counts


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


def studies_of(claim: Claim, references: Mapping[str, Reference]) -> list[Study]:
    """The claim's evidence as the rule sees it; an unknown reference is passed over (`check` reports it)."""
    return [
        Study(source.design, source.species, item.direction, item.direct, source.withdrawn)
        for item in claim.evidence
        if (source := references.get(item.ref))
    ]


def tally_of(claim: Claim, review: Review) -> Tally:
    """The direct evidence of a claim of the review, counted."""
    return tally(studies_of(claim, review.references), sum(name in review.searches for name in claim.searches))


def ceiling_of(claim: Claim, review: Review) -> Level:
    """The highest level that a claim's linked evidence allows."""
    return ceiling(claim.kind, tally_of(claim, review))


def premises_of(claim_id: str, claims: Mapping[str, Claim]) -> list[str]:
    """Every claim that must hold for this one to hold, nearest first, without the claim itself."""
    found: list[str] = []
    waiting = list(claims[claim_id].requires)
    while waiting:
        premise = waiting.pop(0)
        if premise in claims and premise != claim_id and premise not in found:
            found.append(premise)
            waiting.extend(claims[premise].requires)
    return found


def weakest_of(claim_id: str, claims: Mapping[str, Claim]) -> list[str]:
    """The premises at the lowest level among all premises: the missing links of the argument."""
    premises = premises_of(claim_id, claims)
    lowest = max((LEVELS.index(claims[premise].level) for premise in premises), default=None)
    return [premise for premise in premises if LEVELS.index(claims[premise].level) == lowest]


def compare_wording(wording: Wording, level: Level) -> int:
    """The strength of a wording against what the level allows: above 0 is stronger, below 0 more careful."""
    return _STRENGTH[wording] - _STRENGTH[ALLOWED_WORDING[level]]


def strongest_wording(claim: Claim, language: str) -> Wording | None:
    """The strongest wording in which one language of the article makes the claim; None where it does not."""
    said = [item.wording for item in claim.said if item.language == language]
    return max(said, key=_STRENGTH.__getitem__, default=None)
