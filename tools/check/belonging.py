"""Rules on the fields that hold numbers: each is of the outcome, of the time and of the people that its field names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.appraisal.outcomes import estimate_of
from tools.check.measures import named_instead
from tools.check.naming import names_of
from tools.check.numerals import numbers_of
from tools.check.owners import Kind, Value, never_named, other_outcomes, other_times
from tools.check.rare import other_counted, other_groups
from tools.check.ratings import other_ratings
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Effect, Outcome
from tools.records.problem import KeyPath
from tools.records.words import Text
from tools.text.messages import Message, say


@rule("effect-not-in-finding", each="evidence", doubts=True)
def values_are_of_the_outcome_of_their_field(item: Evidence, review: Review) -> Findings:
    """What `effect`, `rates` and `frequencies` hold is of the outcome that they name, where the finding names one beside it.

    Bad: {finding: {en: 25% responded and 16% had remission.}, rates: {outcome: remission, treated: 25}}
    Good: {finding: {en: 25% responded and 16% had remission.}, rates: {outcome: remission, treated: 16}}
    """
    told: set[KeyPath] = set()
    for at, value, outcome in _of_item(item):
        if at not in told and (message := _of_another(value, outcome, item.finding, review)):
            told.add(at)
            yield at, message
    effect = item.effect
    if effect and (other := other_times(_estimate(effect), effect.at, [item.finding])):
        yield ("effect", "at"), say("effect-not-in-finding.outcome", value=effect.value, other=other, named=effect.at)


def _of_item(item: Evidence) -> Iterator[tuple[KeyPath, Value, str]]:
    """The values of an item: where it says of what each is, the numbers, the outcome."""
    if effect := item.effect:
        yield ("effect", "outcome"), _estimate(effect), effect.outcome
    if rates := item.rates:
        pair = tuple(share for share in (rates.treated, rates.compared) if share is not None)
        for shares in (pair, pair[:1], pair[1:]):
            if shares:
                yield ("rates", "outcome"), Value(shares, "share"), rates.outcome
    for index, rare in enumerate(item.frequencies):
        yield ("frequencies", index, "outcome"), Value((rare.rate,), "estimate"), rare.outcome


def _estimate(effect: Effect) -> Value:
    return Value((effect.value, effect.low, effect.high), _kind(effect.measure))


def _kind(measure: str) -> Kind:
    return "difference" if measure in ("MD", "SMD") else "estimate"


def _of_another(value: Value, outcome: str, finding: Text, review: Review) -> Message | None:
    """What is wrong with the outcome of a value of an item: the finding does not name it at all, or has the value for another."""
    words, names = review.vocabulary.outcome, names_of(review.vocabulary.outcome)
    said = named_instead(outcome, [finding])
    if not said and outcome in words and words[outcome].unit == "people":  # a score has more names than its word
        said = never_named(outcome, [finding], names)
    if said:
        return say("effect-not-in-finding.measure", field="outcome", measure=outcome, said=said)
    if other := other_outcomes(value, outcome, [finding], names):
        return say("effect-not-in-finding.outcome", value=value.numbers[0], other=other, named=outcome)
    return None


@rule("effect-not-in-finding", each="evidence", doubts=True)
def frequencies_are_of_their_group(item: Evidence) -> Findings:
    """A frequency is of the group and of the people or sessions that its field names, where the finding names them beside it.

    Bad: {finding: {en: 3 per 1000 people with lamps.}, frequencies: [{rate: 3, of: sessions, per: 1000, …}]}
    Good: {finding: {en: 3 per 1000 people with lamps.}, frequencies: [{rate: 3, of: people, per: 1000, …}]}
    """
    of_groups = ((index, rare, other_groups(rare, item.frequencies, item.finding)) for index, rare in enumerate(item.frequencies))
    if wrong := next((found for found in of_groups if found[2]), None):  # two that were exchanged are one slip
        index, rare, other = wrong
        named = rare.group.en if rare.group else ""
        at = ("frequencies", index, "group")
        yield at, say("effect-not-in-finding.outcome", value=rare.rate, other=other, named=named)
    for index, rare in enumerate(item.frequencies):
        if other := other_counted(rare, item.finding):
            at = ("frequencies", index, "of")
            yield at, say("effect-not-in-finding.outcome", value=rare.rate, other=other, named=rare.of)


@rule("effect-not-in-finding", each="claim", doubts=True)
def values_are_of_their_own_outcome(claim: Claim, review: Review) -> Findings:
    """What an outcome holds is of that outcome, where the finding of the source names one beside it; so is a published rating.

    Bad: {finding: {en: 120 people for response, 90 for remission.}}; {outcome: remission, participants: 120, …}
    Good: {finding: {en: 120 people for response, 90 for remission.}}; {outcome: remission, participants: 90, …}
    """
    findings = claim.findings()
    results = [outcome.result for outcome in claim.outcomes]
    for index, outcome in enumerate(claim.outcomes):
        if outcome.outcome not in review.vocabulary.outcome or (outcome.result and results.count(outcome.result) > 1):
            continue  # of two results that are the same one was copied, which is told by a rule of its own
        # Where the outcome itself is wrong, so is all that it holds: the first is enough.
        wrong = (*_of_others(outcome, findings, review), *_rated_otherwise(outcome, findings, review))
        for place, message in wrong[:1]:
            yield ("outcomes", index, place), message


def _of_others(outcome: Outcome, findings: Mapping[str | None, list[Text]], review: Review) -> Iterator[tuple[str, Message]]:
    names = names_of(review.vocabulary.outcome)
    for place, source, value in _values(outcome):
        told = findings.get(source, [])
        other, named = other_outcomes(value, outcome.outcome, told, names), outcome.outcome
        if place in ("result", "heterogeneity") and not other:
            other, named = other_times(value, outcome.at, told), outcome.at
        if other:
            yield place, say("effect-not-in-finding.outcome", value=value.numbers[0], other=other, named=named)


def _rated_otherwise(
    outcome: Outcome, findings: Mapping[str | None, list[Text]], review: Review
) -> Iterator[tuple[str, Message]]:
    for rating in outcome.rated:
        if said := other_ratings(rating, outcome.outcome, findings.get(rating.by, []), review.vocabulary):
            named = outcome.outcome
            yield "rated", say("effect-not-in-finding.rated", rating=rating.rating, by=rating.by, outcome=named, said=said)


def _values(outcome: Outcome) -> Iterator[tuple[str, str | None, Value]]:
    """The numbers of an outcome: the field, the source that gives it, the numbers that belong together."""
    if estimate := estimate_of(outcome):
        yield "result", outcome.source, Value((estimate.value, *(estimate.interval or ())), _kind(estimate.measure))
    counts: tuple[tuple[str, object, Kind], ...] = (
        ("studies", outcome.studies, "studies"),
        ("participants", outcome.participants, "people"),
    )
    for name, count, kind in counts:
        if isinstance(count, int):
            yield name, outcome.source, Value((count,), kind)
    for number in numbers_of(outcome.heterogeneity, "en"):
        if number.unit == "%":
            yield "heterogeneity", outcome.source, Value((number.value,), "I²")
    if outcome.without:
        yield "without", outcome.without.source, Value((float(outcome.without.per100),), "share")
    if outcome.observed:
        for share in (outcome.observed.treated, outcome.observed.compared):
            if share is not None:
                yield "observed", outcome.observed.source, Value((float(share),), "share")
    for rating in outcome.rated:
        if isinstance(rating.studies, int):
            yield "rated", rating.by, Value((rating.studies,), "studies")
