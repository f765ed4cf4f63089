"""The argument: which claims rest on which, and where the chain is weakest. Premises never lift a claim."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from tools.records.claim import Claim
from tools.records.words import rank_of


def premises_of(claim_id: str, claims: Mapping[str, Claim]) -> list[str]:
    """Every claim that must hold for this one to hold, nearest first, without the claim itself."""
    found: dict[str, None] = {}
    waiting = deque(claims[claim_id].requires)
    while waiting:
        premise = waiting.popleft()
        if premise in claims and premise != claim_id and premise not in found:
            found[premise] = None
            waiting.extend(claims[premise].requires)
    return list(found)


def weakest(premises: Sequence[str], claims: Mapping[str, Claim]) -> list[str]:
    """Those of the premises at the lowest level: the missing links of the argument."""
    lowest = max((rank_of(claims[premise].level) for premise in premises), default=None)
    return [premise for premise in premises if rank_of(claims[premise].level) == lowest]


def premise_tree(claim_id: str, claims: Mapping[str, Claim]) -> Iterator[tuple[int, str]]:
    """The premises of a claim with their depth, in reading order.

    A premise that several claims share is listed at each, and its own premises only at the first: written out each time, they
    would double with every such step.
    """
    shown: set[str] = set()
    waiting = [(0, premise) for premise in reversed(claims[claim_id].requires)]
    while waiting:
        depth, premise = waiting.pop()
        yield depth, premise
        if premise not in shown:
            shown.add(premise)
            waiting.extend((depth + 1, below) for below in reversed(claims[premise].requires))
