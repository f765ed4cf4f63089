"""What a record names by a code, named by its id, so that whoever reads the review meets ids alone. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tools.records.claim import Claim
from tools.records.tombstone import Tombstone, names_of


def by_id(claims: Mapping[str, Claim], withdrawn: Mapping[str, Tombstone]) -> tuple[dict[str, Claim], dict[str, Tombstone]]:
    """The claims, and those that were withdrawn, with each name of another claim as its id; what names none stays as it is."""
    codes = {name: owner for name, owner in names_of([*claims.items(), *withdrawn.items()]).items() if not name.islower()}

    def named(names: list[str]) -> list[str]:
        return [codes.get(name.upper(), name) for name in names]

    def lists(claim: Claim) -> Claim:
        return replace(claim, also=named(claim.also), requires=named(claim.requires), related=named(claim.related))

    def target(tomb: Tombstone) -> Tombstone:
        if (other := tomb.withdrawn.replaced_by) is None:
            return tomb
        return replace(tomb, withdrawn=replace(tomb.withdrawn, replaced_by=named([other])[0]))

    return {i: lists(claim) for i, claim in claims.items()}, {i: target(tomb) for i, tomb in withdrawn.items()}
