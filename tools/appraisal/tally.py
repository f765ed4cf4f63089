"""What bears on a claim directly, counted by rank: the input of the level rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from tools.records.claim import Claim, Review
from tools.records.sources import Reference
from tools.records.words import Direction

# What kind of document a design is. Every design of the vocabulary stands in exactly one of these sets (tested).
ACCEPTANCE = frozenset({"guideline", "consensus", "regulatory"})
SYNTHESES = frozenset({"umbrella-review", "network-meta-analysis", "meta-analysis", "systematic-review"})
TRIALS = frozenset({"rct", "rct-crossover"})
OBSERVATIONS = frozenset(
    {
        "observational-meta-analysis",
        "scoping-review",
        "mendelian-randomisation",
        "non-randomised",
        "cohort",
        "neuroimaging",
        "post-mortem",
        "open-label",
        "case-series",
        "case-report",
        "pk",
    }
)
LABORATORY = frozenset({"animal", "in-vitro"})
OWN_PAGES = frozenset({"website"})
# Plans, opinions, methods and news: they inform, and never lift a level.
NO_TEST = frozenset({"bench-test", "registry-entry", "protocol", "narrative-review", "methodology", "survey", "news"})
NOT_A_STUDY_OF_LIFE = "none"
# The kinds of evidence that readers know, from the laboratory to the guideline.
EVIDENCE_KINDS = ("cells", "animals", "people", "trials", "syntheses", "guidelines")


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


def kind_of_evidence(source: Reference) -> str | None:
    """The kind of evidence that a source is, one of EVIDENCE_KINDS; None where it tests nothing and decides nothing."""
    if source.design in ACCEPTANCE:
        return "guidelines"
    rank = Study(source.design, source.species, "context", direct=False).rank
    if rank == Rank.LABORATORY:
        return "cells" if source.species == "cells" else "animals"
    return {Rank.PEOPLE: "people", Rank.TRIAL: "trials", Rank.SYNTHESIS: "syntheses"}.get(rank)


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


def tally(studies: Iterable[Study], searches: int = 0) -> Tally:
    """Count what bears on a claim directly. `searches` is the number of documented searches it leans on."""
    return _tally(tuple(studies), searches)


@cache  # every page that names a claim asks again
def _tally(studies: tuple[Study, ...], searches: int) -> Tally:
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


_study = cache(Study)  # there are few kinds of studies, and every page that names a claim looks at its own


def studies_of(claim: Claim, references: Mapping[str, Reference]) -> list[Study]:
    """The claim's evidence as the rule sees it; an unknown reference is passed over (`check` reports it)."""
    return [
        _study(source.design, source.species, item.direction, item.direct, source.withdrawn)
        for item in claim.evidence
        if (source := references.get(item.ref))
    ]


def searches_of(claim: Claim, review: Review) -> int:
    """How many documented searches the claim leans on; an unknown one is passed over (`check` reports it)."""
    return sum(name in review.searches for name in claim.searches)


def tally_of(claim: Claim, review: Review) -> Tally:
    """The direct evidence of a claim of the review, counted."""
    return tally(studies_of(claim, review.references), searches_of(claim, review))
