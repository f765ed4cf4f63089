"""One evidence item with its source and what the vocabulary takes the source for. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from tools.records.claim import Claim, Evidence, Review
from tools.records.sources import Reference
from tools.records.vocabulary import Design, Vocabulary
from tools.records.words import Key, SpeciesClass

# The kinds of evidence that readers know, from the laboratory to the guideline.
EVIDENCE_KINDS = ("cells", "animals", "people", "trials", "syntheses", "guidelines")


@dataclass(frozen=True)
class Study:
    """An evidence item whose source and words are known.

    Attributes:
        species: what the vocabulary takes the source's species for.
        place: the word under which `considered` has it, or "weighed" where a reason names it; "" where neither does.
        replaced: a newer version of it is recorded.
    """

    key: Key
    item: Evidence
    source: Reference
    design: Design
    species: SpeciesClass
    place: str = ""
    replaced: bool = False

    @property
    def year(self) -> float:
        """When it was published; where nobody could confirm that, before all others."""
        return self.source.year or -inf

    @property
    def bears(self) -> bool:
        """It is direct, it says something about the claim, and nobody has withdrawn it."""
        return self.item.direct and not self.source.withdrawn and self.item.direction != "context"

    @property
    def in_people(self) -> bool:
        """It studied people, and is a study."""
        return self.species == "people" and self.design.body not in ("none", "laboratory")

    @property
    def in_laboratory(self) -> bool:
        """It studied animals or cells (people and animals together count as these)."""
        return self.design.body != "none" and self.species != "nothing" and not self.in_people

    @property
    def elsewhere(self) -> bool:
        """It does not point the way of the claim."""
        return self.item.direction in ("contradicts", "no-difference", "mixed")

    @property
    def counts_once_more(self) -> bool:
        """It is a voice of its own: neither replaced nor set aside."""
        return not self.replaced and self.place not in ("updated", "set-aside")

    @property
    def words(self) -> frozenset[str]:
        """The outcomes that it says it reports; none where it says nothing of that."""
        item = self.item
        named = [part.outcome for part in (item.effect, item.rates, *item.frequencies) if part]
        return frozenset([*named, *item.reports])

    def reports(self, outcome: str) -> bool:
        """True where it may bear on an outcome: it names it, or names none."""
        return not self.words or outcome in self.words


def studies_of(claim: Claim, review: Review) -> tuple[Study, ...]:
    """The claim's evidence; an item whose source or words nobody knows is passed over (`check` reports it)."""
    replaced = {key for source in review.references.values() for key in source.updates}
    places = claim.considered.places() if claim.considered else {}
    weighed = {ref for reason in claim.reasons.values() for ref, _ in reason.weighed()}
    return tuple(_studies(claim, review, replaced, {**dict.fromkeys(weighed, "weighed"), **{k: v[0] for k, v in places.items()}}))


def _studies(claim: Claim, review: Review, replaced: set[Key], places: dict[Key, str]) -> Iterator[Study]:
    words = review.vocabulary
    for item in claim.evidence:
        source = review.references.get(item.ref)
        if source is None or source.design not in words.design or source.species not in words.species:
            continue
        yield Study(
            item.ref,
            item,
            source,
            words.design[source.design],
            words.species[source.species].counts_as,
            places.get(item.ref, ""),
            item.ref in replaced or source.supersededby is not None,
        )


def kind_of_evidence(source: Reference, vocabulary: Vocabulary) -> str | None:
    """The kind of evidence that a source is, one of EVIDENCE_KINDS; None where it tests nothing and decides nothing.

    A synthesis of studies without a comparison is shown with the studies that it pools: pooling does not add one.
    """
    design, species = vocabulary.design[source.design], vocabulary.species[source.species].counts_as
    if design.document:
        return "guidelines"
    if design.body == "none" or species == "nothing":
        return None
    if design.body == "laboratory" or species == "laboratory":
        return "cells" if source.species == "cells" else "animals"
    if design.body not in ("randomised", "controlled"):
        return "people"
    return "syntheses" if design.synthesis else "trials" if design.body == "randomised" else "people"
