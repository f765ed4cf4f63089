"""The argument: which claims rest on which, and where the chain is weakest. Premises never lift a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.model import Claim
from tools.record import LEVELS


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


def premise_tree(claim_id: str, claims: Mapping[str, Claim], depth: int = 0) -> Iterator[tuple[int, str]]:
    """The premises of a claim with their depth, in reading order. The rules allow no cycle."""
    for premise in claims[claim_id].requires:
        yield depth, premise
        yield from premise_tree(premise, claims, depth + 1)


def claims_that_rest(claims: Mapping[str, Claim]) -> list[str]:
    """The ids of the claims that rest on others."""
    return [claim_id for claim_id, claim in claims.items() if claim.requires]
