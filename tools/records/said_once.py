"""What a record says once for several outcomes, given to each of them: whoever reads the review finds it in one place. Pure."""

from __future__ import annotations

from dataclasses import replace

from tools.records.claim import Claim
from tools.records.problem import KeyPath, Source

_FIELD = "second_read"


def each_its_own(claim: Claim, source: Source) -> tuple[Claim, Source]:
    """The claim with the second reading of the whole in each outcome that has none of its own, and where it was written.

    A claim without outcomes, a harm or a description, keeps it.
    """
    if not claim.outcomes:
        return claim, source
    shared, lines, outcomes = claim.second_read, dict(source.lines), []
    for index, outcome in enumerate(claim.outcomes):
        if outcome.second_read == "none":
            outcomes.append(replace(outcome, second_read=None))
        elif outcome.second_read is None and shared is not None:
            outcomes.append(replace(outcome, second_read=shared))
            lines |= _moved(source, ("outcomes", index))
        else:
            outcomes.append(outcome)
    return replace(claim, outcomes=outcomes, second_read=None), replace(source, lines=lines)


def _moved(source: Source, to: KeyPath) -> dict[KeyPath, int]:
    """The lines of what the record says of the whole, by the places that it has in an outcome."""
    return {(*to, *at): line for at, line in source.lines.items() if at[:1] == (_FIELD,)}
