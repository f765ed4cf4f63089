"""Rules on the fields that hold numbers: each is what the finding of its source says, and of the measure that it names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from tools.appraisal.outcomes import estimate_of
from tools.check.estimates import is_one_estimate
from tools.check.measures import named_instead, other_measures
from tools.check.number_forms import Number
from tools.check.numbers import unit_name
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Baseline, Observed, Outcome
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

# A share is printed with one decimal place, and rounded either way.
_ROUNDING = 0.051
_ALIKE = 1e-9  # an I² printed as 0.348 is 34.8%
# What is no part of a number of people: a date, a length of time, a percentage.
_NO_COUNTS = frozenset({"year", "month", "week", "day", "hour", "minute", "%"})

# The fields that say how many of 100, which a count of people cannot bear out.
_OF_100 = frozenset({"treated", "compared", "without", "observed"})
# The fields of an outcome that count, and what.
_COUNTED = {"studies": "studies", "participants": "people"}


@rule("effect-not-in-finding", each="evidence", doubts=True)
def fields_hold_what_the_finding_says(item: Evidence, review: Review) -> Findings:
    """The numbers of `effect`, `rates` and `frequencies` are in the finding, or follow from its counts; the measure is its own.

    Bad: {finding: {en: Risk ratio 2.35 (1.70 to 3.25)}, effect: {value: 2.53, low: 1.70, high: 3.25, …}}
    Good: {finding: {en: Risk ratio 2.35 (1.70 to 3.25)}, effect: {value: 2.35, low: 1.70, high: 3.25, …}}
    """
    effect = item.effect
    if effect and not effect.low <= effect.value <= effect.high:
        return  # a slip of the hand in the fields themselves, which has a rule of its own
    wrong = next(
        ((at, message) for at, value in _fields(item) if (message := _not_said(str(at[-1]), value, [item.finding]))), None
    )
    if wrong:
        yield wrong  # where the finding says none of them, one is enough
    elif effect and not is_one_estimate(effect.value, effect.low, effect.high, [item.finding]):
        interval = f"{effect.low} to {effect.high}"
        yield ("effect", "value"), say("effect-not-in-finding.interval", field="value", value=effect.value, interval=interval)
    for name in ("against", "at") if effect else ():
        if said := named_instead(word := getattr(effect, name), [item.finding]):
            yield ("effect", name), say("effect-not-in-finding.measure", field=name, measure=word, said=said)
    if effect and (said := other_measures(effect.measure, effect.value, [item.finding], review.vocabulary.measure)):
        yield ("effect", "measure"), say("effect-not-in-finding.measure", field="measure", measure=effect.measure, said=said)


def _fields(item: Evidence) -> Iterator[tuple[tuple[str | int, ...], float]]:
    given = {"effect": (item.effect, ("value", "low", "high")), "rates": (item.rates, ("treated", "compared"))}
    for field, (values, names) in given.items():
        for name in names if values else ():
            if (value := getattr(values, name)) is not None:
                yield (field, name), value
    for index, rare in enumerate(item.frequencies):
        for name in ("per", "rate", "low", "high"):
            value = getattr(rare, name)
            if value is not None and (name, value) != ("per", 100):  # which a per cent says
                yield ("frequencies", index, name), value


@rule("effect-not-in-finding", each="claim", doubts=True)
def outcomes_hold_what_their_sources_say(claim: Claim, review: Review) -> Findings:
    """The numbers of an outcome are in the finding of the source that each is taken from, or follow from its counts.

    Bad: {evidence: [{finding: {en: Risk ratio 2.35 (1.70 to 3.25).}, …}], outcomes: [{result: RR 2.53 (1.70 to 3.25), …}]}
    Good: {evidence: [{finding: {en: Risk ratio 2.35 (1.70 to 3.25).}, …}], outcomes: [{result: RR 2.35 (1.70 to 3.25), …}]}
    """
    findings = claim.findings()
    for index, outcome in enumerate(claim.outcomes):
        wrong: dict[str, Message] = {}
        for place, source, value in _taken(outcome):
            if source in findings and (message := _not_said(place, value, findings[source], counted=isinstance(value, int))):
                wrong.setdefault(place, message)
        for name, unit in _COUNTED.items():
            if name not in wrong and (other := _counts_other(getattr(outcome, name), unit, findings.get(outcome.source, []))):
                wrong[name] = say("effect-not-in-finding.unit", field=name, value=other.value, unit=unit_name(other))
        for place, message in wrong.items():
            yield ("outcomes", index, place), message
        estimate, told = estimate_of(outcome), findings.get(outcome.source, [])
        if estimate and (said := other_measures(estimate.measure, estimate.value, told, review.vocabulary.measure)):
            at = ("outcomes", index, "result")
            yield at, say("effect-not-in-finding.measure", field="result", measure=estimate.measure, said=said)
        if said := named_instead(outcome.scale, told):
            at = ("outcomes", index, "scale")
            yield at, say("effect-not-in-finding.measure", field="scale", measure=outcome.scale, said=said)
        if outcome.without and _is_other_group(outcome.without, outcome.observed):
            yield ("outcomes", index, "without"), say("effect-not-in-finding.group", value=outcome.without.per100)
        if (
            "result" not in wrong
            and estimate
            and estimate.interval
            and not is_one_estimate(estimate.value, *estimate.interval, told)
        ):
            interval = "{} to {}".format(*estimate.interval)
            message = say("effect-not-in-finding.interval", field="result", value=estimate.value, interval=interval)
            yield ("outcomes", index, "result"), message


def _counts_other(count: object, unit: str, findings: list[Text]) -> Number | None:
    """A number of a finding that is equal to a count and counts something else, wherever it is, in both languages."""
    other = None
    for language in LANGUAGES:
        same = [
            said for finding in findings for said in numbers_of(finding[language], language) if count in (said.value, *said.also)
        ]
        if not isinstance(count, int) or not same or any(said.unit in ("", unit) for said in same):
            return None
        other = same[0]
    return other


def _taken(outcome: Outcome) -> Iterator[tuple[str, str | None, float]]:
    """The numbers of an outcome: the field, the source that gives it, the number; counts are whole."""
    if estimate := estimate_of(outcome):
        for value in (estimate.value, *(estimate.interval or ())):
            yield "result", outcome.source, value
    for name in ("studies", "participants"):
        count = getattr(outcome, name)
        if isinstance(count, int) and (name, count) != ("studies", 1):  # one trial says so without a number
            yield name, outcome.source, count
    for value in (outcome.i2(), *(outcome.prediction() or ())):
        if value is not None:  # 0% is a value as well
            yield "heterogeneity", outcome.source, value
    if outcome.without:
        yield "without", outcome.without.source, float(outcome.without.per100)
    if outcome.observed:
        for share in (outcome.observed.treated, outcome.observed.compared):
            if share is not None:
                yield "observed", outcome.observed.source, float(share)
    for rating in outcome.rated:
        if isinstance(rating.studies, int):
            yield "rated", rating.by, rating.studies


def _not_said(field: str, value: float, findings: list[Text], counted: bool = False) -> Message | None:
    """What is wrong with a number that findings should give; None where each language has it, with its sign."""
    return next((wrong for language in LANGUAGES if (wrong := _wrong(field, value, findings, language, counted))), None)


def _wrong(field: str, value: float, findings: list[Text], language: Language, counted: bool) -> Message | None:
    same = [
        number
        for finding in findings
        for said in numbers_of(finding[language], language)
        if field not in _OF_100 or said.unit == "%" or said.whole == 100
        for number in (said.value, *said.also)
        if abs(value) == abs(number) or (field == "heterogeneity" and abs(value - 100 * number) < _ALIKE)
    ]
    if not same:
        shares = (share for finding in findings for share in _shares(finding, language))
        derived = not counted and any(abs(value - share) <= _ROUNDING for share in shares)
        code = "effect-not-in-finding.of-100" if field in _OF_100 else "effect-not-in-finding"
        return None if derived else say(code, field=field, value=value)
    if value < 0 < min(same):
        return say("effect-not-in-finding.sign", field=field, value=value, said=min(same))
    if value > 0 > max(same):
        return say("effect-not-in-finding.sign", field=field, value=value, said=max(same))
    return None


def _shares(finding: Text, language: Language) -> Iterator[float]:
    """Of its counts, each as a share of each larger one, in per cent: 75 of 120 is 62.5."""
    said = numbers_of(finding[language], language)
    counts = {n.value for n in said if n.firm and n.value > 0 and not n.value % 1 and n.unit not in _NO_COUNTS}
    yield from (100 * part / total for part, total in permutations(counts, 2) if part < total)


def _is_other_group(without: Baseline, observed: Observed | None) -> bool:
    """True where the share without the treatment is that of the treated, by the same source."""
    if observed is None or without.source != observed.source or observed.compared is None:
        return False
    return float(without.per100) == float(observed.treated) != float(observed.compared)
