"""What names a record: a claim other records, which may not have been read; people a claim, by its id or its code."""

from __future__ import annotations

from typing import Literal

from tools.records.claim import Claim, Review
from tools.text.signs import ordinary

Link = Literal["reference", "search", "absence"]


def unread_links(claim: Claim, review: Review) -> frozenset[Link]:
    """The kinds of records of which a claim names one that cannot be used: unread, unknown, or with an undefined word."""
    found: set[Link] = set()
    if not all(_is_usable(item.ref, review) for item in claim.evidence):
        found.add("reference")
    if not review.searches.keys() >= set(claim.searches):
        found.add("search")
    if claim.absence is not None and claim.absence not in review.searches:
        found.add("absence")
    return frozenset(found)


def claim_named(written: str, review: Review) -> str | None:
    """The id of the claim that is named by its id, or by its code as pages and forms have it (`ABC-01`)."""
    codes = {claim.code: claim_id for claim_id, claim in review.claims.items()}
    return written if written in review.claims else codes.get(ordinary(written).strip().upper())


def _is_usable(key: str, review: Review) -> bool:
    reference, words = review.references.get(key), review.vocabulary
    return reference is not None and reference.design in words.design and reference.species in words.species
