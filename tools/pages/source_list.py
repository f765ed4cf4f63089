"""The list of all sources, with the claims that use each. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tools.cite.names import sort_key
from tools.records.claim import Evidence, Review
from tools.records.sources import Reference


@dataclass(frozen=True)
class ReferenceRow:
    """A source in the list of all, with the claims that list it and the place of its design in the vocabulary."""

    key: str
    source: Reference
    rank: int
    uses: list[tuple[str, Evidence]]
    topics: list[str]
    bears: list[str]


def reference_rows(review: Review, bearing: Mapping[str, list[str]]) -> list[ReferenceRow]:
    """Every source, in the order of its first author's name.

    Args:
        bearing: reference key to the claims whose ceiling it carries alone.
    """
    uses: dict[str, list[tuple[str, Evidence]]] = {key: [] for key in review.references}
    for claim_id, claim in review.claims.items():
        for item in claim.evidence:
            uses[item.ref].append((claim_id, item))
    ranks = {design: rank for rank, design in enumerate(review.vocabulary.design)}
    topics = {key: list(dict.fromkeys(review.claims[claim_id].topic for claim_id, _ in used)) for key, used in uses.items()}

    def row(key: str, source: Reference) -> ReferenceRow:
        return ReferenceRow(key, source, ranks[source.design], uses[key], topics[key], bearing.get(key, []))

    return [row(key, review.references[key]) for key in sorted(review.references, key=lambda key: sort_key(review, key))]


def years(review: Review) -> list[int]:
    """The years of the sources, newest first."""
    return sorted({source.year for source in review.references.values() if source.year}, reverse=True)


def design_counts(review: Review) -> Counter[str]:
    """Design to the number of references of it."""
    return Counter(reference.design for reference in review.references.values())
