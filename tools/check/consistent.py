"""The numbers of one outcome go together: shares point where the ratio does, and two outcomes have two results."""

from __future__ import annotations

from collections.abc import Iterator

from tools.appraisal.estimate import SCALES, Scale
from tools.appraisal.outcomes import estimate_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence
from tools.records.problem import KeyPath
from tools.text.messages import say

# A ratio so near to 1 may be on the other side of it once studies are weighed.
_NEAR = 0.05


@rule("direction-against-effect", each="claim")
def shares_point_where_the_ratio_does(claim: Claim) -> Findings:
    """Where a ratio says that more of the treated have an outcome, so do the shares beside it.

    Bad: outcomes: [{result: RR 2.35 (1.70 to 3.25), observed: {treated: 11.0, compared: 25.1, …}, …}]
    Good: outcomes: [{result: RR 2.35 (1.70 to 3.25), observed: {treated: 25.1, compared: 11.0, …}, …}]
    """
    for at, ratio, treated, compared in _ratios(claim):
        if abs(ratio - 1) > _NEAR and treated != compared and (ratio > 1) != (treated > compared):
            yield at, say("direction-against-effect.shares", ratio=ratio, treated=treated, compared=compared)


def _ratios(claim: Claim) -> Iterator[tuple[KeyPath, float, float, float]]:
    """Where two shares are, the ratio of the same outcome, and the shares."""
    for index, outcome in enumerate(claim.outcomes):
        estimate, seen = estimate_of(outcome), outcome.observed
        if estimate and estimate.scale is Scale.RATIO and seen and seen.treated is not None and seen.compared is not None:
            yield ("outcomes", index, "observed"), estimate.value, float(seen.treated), float(seen.compared)
    for index, item in enumerate(claim.evidence):
        if item.effect and item.rates and item.rates.compared is not None and _is_one_ratio(item):
            yield ("evidence", index, "rates"), item.effect.value, item.rates.treated, item.rates.compared


def _is_one_ratio(item: Evidence) -> bool:
    return bool(
        item.effect
        and item.rates
        and SCALES.get(item.effect.measure) is Scale.RATIO
        and item.effect.outcome == item.rates.outcome
    )


@rule("copied-text", each="claim")
def outcomes_have_results_of_their_own(claim: Claim) -> Findings:
    """No two outcomes of a claim have one result, with its interval, of one source.

    Bad: outcomes: [{outcome: response, result: OR 2.5 (1.5 to 4.1), …}, {outcome: remission, result: OR 2.5 (1.5 to 4.1), …}]
    Good: outcomes: [{outcome: response, result: OR 2.5 (1.5 to 4.1), …}, {outcome: remission, result: OR 1.9 (1.2 to 3.0), …}]
    """
    first: dict[tuple[str | None, str], str] = {}
    for index, outcome in enumerate(claim.outcomes):
        if outcome.result and "(" in outcome.result:
            other = first.setdefault((outcome.source, outcome.result), outcome.outcome)
            if other != outcome.outcome:
                yield ("outcomes", index, "result"), say("copied-text.result", result=outcome.result, other=other)
