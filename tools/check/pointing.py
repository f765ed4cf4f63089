"""Rules on where an item of evidence points: as its interval and its shares do, and as what it says of a difference."""

from __future__ import annotations

from collections.abc import Mapping

from tools.appraisal.estimate import SCALES, Estimate, Scale
from tools.appraisal.outcomes import estimate_of
from tools.check.estimates import WIDTHS
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.check.verdicts import lacks_significance, main_did_not_differ, only_no_difference
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Effect
from tools.records.vocabulary import Measured
from tools.records.words import LANGUAGES, Text
from tools.text.messages import Message, say

# Kinds of claims of which an estimate with a better side is for or against.
POINTS = ("effect", "comparison", "mechanism")
# A ratio whose interval reaches beyond this on the better side does not rule out a difference that matters (GRADE).
_MATTERS = 1.25


@rule("direction-against-effect", each="claim")
def directions_fit_the_estimates(claim: Claim, review: Review) -> Findings:
    """An item points where its numbers do: for or against where the interval excludes no effect, and nowhere where it does not.

    Bad: {direction: supports, effect: {measure: SMD, value: 0.48, low: 0.25, high: 0.70, better: lower, …}}
    Good: {direction: supports, effect: {measure: SMD, value: -0.48, low: -0.70, high: -0.25, better: lower, …}}
    """
    for index, item in enumerate(claim.evidence):
        if message := _by_interval(claim, item, review.vocabulary.outcome) or _by_words(claim, item):
            yield ("evidence", index, "direction"), message


def _by_interval(claim: Claim, item: Evidence, words: Mapping[str, Measured]) -> Message | None:
    """What is wrong with a direction by the effect and the shares of its item."""
    shown = favoured(item.effect) if item.effect and not _is_told_of_outcome(claim, item, item.effect) else None
    if claim.kind == "safety":
        return _of_safety(item, shown)
    if claim.kind not in POINTS:
        return None
    if item.direction == "no-difference" and shown in ("for", "against"):
        return say("direction-against-effect.distinguishes")
    if (item.direction, shown) == ("supports", "against"):
        return say("direction-against-effect.supports")
    if (item.direction, shown) == ("contradicts", "for"):
        return say("direction-against-effect.contradicts")
    if (item.direction, shown) == ("supports", "open") and claim.asks != "no-worse" and not _has_other_shares(item):
        return say("direction-against-effect.open")
    if (item.direction, shown) == ("contradicts", "open") and item.effect and _leaves_a_gain(item.effect, words):
        return say("direction-against-effect.leaves-open")
    if claim.kind == "effect" and item.direction == "supports" and _rates_are_worse(item, words):
        return say("direction-against-effect.rates")
    return None


def _of_safety(item: Evidence, shown: str | None) -> Message | None:
    """Of harms that are said to be few or rare: shares may show that, whatever their ratio is."""
    if item.rates or item.frequencies:
        return None
    if (item.direction, shown) == ("supports", "against"):
        return say("direction-against-effect.supports")
    if (item.direction, shown) == ("contradicts", "for"):
        return say("direction-against-effect.contradicts")
    if (item.direction, shown) == ("contradicts", "open"):
        return say("direction-against-effect.leaves-open")
    if (item.direction, shown) == ("supports", "open") and not _says_shares(item.finding):
        return say("direction-against-effect.open")
    return None


def _says_shares(finding: Text) -> bool:
    """True where a finding says in how many it was, by a percentage or by people of people."""
    said = [number for language in LANGUAGES for number in numbers_of(finding[language], language) if number.firm]
    return any(number.whole is not None or (number.unit == "%" and number.value not in WIDTHS) for number in said)


def _by_words(claim: Claim, item: Evidence) -> Message | None:
    """What is wrong with a direction where the finding says no more than that nothing, or nothing that matters most, differed."""
    if claim.kind not in POINTS or claim.asks == "no-worse" or item.direction not in ("supports", "contradicts"):
        return None
    if item.position or (item.effect and favoured(item.effect) in ("for", "against")):  # an authority, or a number, says more
        return None
    if not (only_no_difference(item.finding) or main_did_not_differ(item.finding)):
        return None
    if item.direction == "supports":
        return say("direction-against-effect.words")
    return say("direction-against-effect.not-significant") if lacks_significance(item.finding) else None


def favoured(effect: Effect) -> str | None:
    """Whom the whole interval favours: "for" the treatment, "against" it, "open"; None where the record does not say."""
    if effect.measure not in SCALES or not effect.low <= effect.value <= effect.high:
        return None
    return pointed(Estimate(effect.measure, effect.value, effect.low, effect.high), effect.better)


def pointed(estimate: Estimate, better: str | None) -> str | None:
    """The same of an estimate, where the record says which values are better."""
    if better is None or estimate.none is None or estimate.interval is None:
        return None
    low, high = estimate.interval
    if low <= estimate.none <= high:
        return "open"
    return "for" if (low > estimate.none) == (better == "higher") else "against"


def _is_told_of_outcome(claim: Claim, item: Evidence, effect: Effect) -> bool:
    """True where an outcome takes the same value with the other side as the better one: that is told there."""
    for outcome in claim.outcomes:
        estimate = estimate_of(outcome) if outcome.source == item.ref else None
        if estimate and (estimate.measure, estimate.value) == (effect.measure, effect.value):
            return outcome.better not in (None, effect.better)
    return False


def _has_other_shares(item: Evidence) -> bool:
    """True where the item has shares of another outcome than its effect, which may be what supports."""
    return item.rates is not None and item.effect is not None and item.rates.outcome != item.effect.outcome


def _leaves_a_gain(effect: Effect, words: Mapping[str, Measured]) -> bool:
    """True where the better end of an interval is one that matters, so that the estimate rules nothing out."""
    end = effect.high if effect.better == "higher" else effect.low
    if SCALES.get(effect.measure) is Scale.RATIO:
        return end > _MATTERS if effect.better == "higher" else end < 1 / _MATTERS
    word = words.get(effect.outcome)
    return effect.measure == "SMD" and word is not None and word.trivial is not None and abs(end) > word.trivial


def _rates_are_worse(item: Evidence, words: Mapping[str, Measured]) -> bool:
    """True where fewer treated people than others reach what is good, or more what is not, by the vocabulary."""
    word = words.get(item.rates.outcome) if item.rates else None
    if item.rates is None or item.rates.compared in (None, item.rates.treated) or word is None or word.side != "benefit":
        return False
    return (item.rates.treated < (item.rates.compared or 0)) == (word.good == "more")
