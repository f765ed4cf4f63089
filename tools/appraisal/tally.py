"""What bears on a claim directly, counted by rank: the input of the level rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from tools.records.claim import Claim, Review
from tools.records.sources import Reference
from tools.records.vocabulary import Vocabulary
from tools.records.words import DesignClass, Direction, SpeciesClass

# The kinds of evidence that readers know, from the laboratory to the guideline.
EVIDENCE_KINDS = ("cells", "animals", "people", "trials", "syntheses", "guidelines")


class Rank(IntEnum):
    """How far a study can carry a claim; a document that tests nothing has rank NONE."""

    NONE = 0
    LABORATORY = 1
    CASES = 2
    PEOPLE = 3
    TRIAL = 4
    SYNTHESIS = 5


# Plans, opinions, methods and news ("nothing") inform, and never lift a level; documents are counted apart.
_RANKS: Mapping[DesignClass, Rank] = {
    "synthesis": Rank.SYNTHESIS,
    "trial": Rank.TRIAL,
    "people": Rank.PEOPLE,
    "cases": Rank.CASES,
    "laboratory": Rank.LABORATORY,
    "authority": Rank.NONE,
    "own-page": Rank.NONE,
    "nothing": Rank.NONE,
}


@dataclass(frozen=True)
class Study:
    """What the rule needs to know of one evidence item.

    Attributes:
        design, species: what the vocabulary takes them for.
        registration: the number of the trial that it reports, or "": reports with one number are one study.
    """

    design: DesignClass
    species: SpeciesClass
    direction: Direction
    direct: bool
    withdrawn: bool = False
    registration: str = ""

    @property
    def rank(self) -> Rank:
        if self.species == "nothing":
            return Rank.NONE
        rank = _RANKS[self.design]
        return rank if self.species == "people" else min(rank, Rank.LABORATORY)

    @property
    def counts(self) -> bool:
        """True where the item bears on the claim itself and says something about it."""
        return self.direct and not self.withdrawn and self.direction != "context"

    @property
    def tests(self) -> bool:
        """True where the study tested the claim itself, whichever way it came out."""
        return self.counts and self.rank > Rank.NONE


def kind_of_evidence(source: Reference, vocabulary: Vocabulary) -> str | None:
    """The kind of evidence that a source is, one of EVIDENCE_KINDS; None where it tests nothing and decides nothing."""
    study = study_of(vocabulary, source.design, source.species, "context", direct=False)
    if study.design == "authority":
        return "guidelines"
    if study.rank == Rank.LABORATORY:
        return "cells" if source.species == "cells" else "animals"
    kinds = {Rank.CASES: "people", Rank.PEOPLE: "people", Rank.TRIAL: "trials", Rank.SYNTHESIS: "syntheses"}
    return kinds.get(study.rank)


@dataclass(frozen=True)
class Tally:
    """The direct evidence of one claim, counted. Withdrawn studies are left out.

    Attributes:
        supporting, contradicting, mixed: how many studies of each rank point which way; a rank with none is left out.
        accepted, rejected: documents of authorities for and against the claim.
        documents: all documents of authorities and of the body described, whichever way they point.
        own_pages: pages of the body described that support the claim.
        searches: searches that found nothing, for a claim that says just that.
    """

    supporting: Mapping[Rank, int]
    contradicting: Mapping[Rank, int]
    mixed: Mapping[Rank, int]
    accepted: int
    rejected: int
    documents: int
    own_pages: int
    searches: int

    @property
    def tested(self) -> frozenset[Rank]:
        """The ranks of the studies that tested the claim, whichever way they came out."""
        return frozenset([*self.supporting, *self.contradicting, *self.mixed])

    def supports(self, rank: Rank) -> int:
        """Supporting studies of this rank or above."""
        return _from(rank, self.supporting)

    def contradicts(self, rank: Rank) -> int:
        """Contradicting studies of this rank or above."""
        return _from(rank, self.contradicting)

    def doubts(self, rank: Rank) -> int:
        """Studies of this rank or above that contradict the claim or are mixed."""
        return self.contradicts(rank) + _from(rank, self.mixed)


def _from(rank: Rank, counts: Mapping[Rank, int]) -> int:
    return sum(count for held, count in counts.items() if held >= rank)


def tally(studies: Iterable[Study], searches: int = 0) -> Tally:
    """Count what bears on a claim directly. `searches` is the number of searches whose empty result the claim states."""
    studies = tuple(studies)
    found: dict[Direction, dict[Rank, int]] = {"supports": {}, "contradicts": {}, "mixed": {}}
    for rank, direction in _each_once(study for study in studies if study.tests):
        found[direction][rank] = found[direction].get(rank, 0) + 1
    documents = [study for study in studies if study.counts and study.design in ("authority", "own-page")]
    said = [(study.design, study.direction) for study in documents]
    return Tally(
        supporting=found["supports"],
        contradicting=found["contradicts"],
        mixed=found["mixed"],
        accepted=said.count(("authority", "supports")),
        rejected=said.count(("authority", "contradicts")),
        documents=len(documents),
        own_pages=said.count(("own-page", "supports")),
        searches=searches,
    )


def _each_once(studies: Iterable[Study]) -> Iterator[tuple[Rank, Direction]]:
    """Rank and direction of each study; the reports of one registered trial are one study.

    Its reports of the highest rank speak for it, so that an open follow-up cannot outweigh the trial. Where only some of them
    support the claim, it is mixed; where none does, a report of any rank that contradicts the claim decides.
    """
    reports: dict[str | int, list[Study]] = {}
    for number, study in enumerate(studies):
        reports.setdefault(study.registration or number, []).append(study)
    for group in reports.values():
        rank = max(study.rank for study in group)
        strongest = {study.direction for study in group if study.rank == rank}
        if "supports" in strongest:
            yield rank, "supports" if len(strongest) == 1 else "mixed"
        else:
            yield rank, "contradicts" if any(study.direction == "contradicts" for study in group) else "mixed"


_study = cache(Study)  # there are few kinds of studies, and every page that names a claim looks at its own


def study_of(
    vocabulary: Vocabulary,
    design: str,
    species: str,
    direction: Direction,
    direct: bool,
    withdrawn: bool = False,
    registration: str = "",
) -> Study:
    """An item as the rule sees it. A word that the vocabulary lacks counts as nothing (`check` reports it)."""
    of_design, of_species = vocabulary.design.get(design), vocabulary.species.get(species)
    return _study(
        of_design.counts_as if of_design else "nothing",
        of_species.counts_as if of_species else "nothing",
        "contradicts" if direction == "no-difference" else direction,
        direct,
        withdrawn,
        registration,
    )


def studies_of(claim: Claim, review: Review) -> list[Study]:
    """The claim's evidence as the rule sees it; an unknown reference is passed over (`check` reports it)."""
    return [
        study_of(
            review.vocabulary,
            source.design,
            source.species,
            item.direction,
            item.direct,
            source.withdrawn,
            (source.registration or "").upper(),
        )
        for item in claim.evidence
        if (source := review.references.get(item.ref))
    ]


def searches_of(claim: Claim, review: Review) -> int:
    """1 where the claim states an absence, and the search that it names for it found nothing; otherwise 0."""
    search = review.searches.get(claim.absence) if claim.absence in claim.searches else None
    return int(search is not None and search.found == 0)


def tally_of(claim: Claim, review: Review) -> Tally:
    """The direct evidence of a claim of the review, counted."""
    return tally(studies_of(claim, review), searches_of(claim, review))
