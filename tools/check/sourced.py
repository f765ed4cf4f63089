"""Rules on the fields that hold numbers: each is what the finding of its source says, and of the measure that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from tools.appraisal.estimate import SCALES, Scale, read_estimate
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Outcome
from tools.records.vocabulary import Word
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

# A share is printed with one decimal place, and rounded either way.
_ROUNDING = 0.051


@rule("effect-not-in-finding", each="evidence")
def fields_hold_what_the_finding_says(item: Evidence, review: Review) -> Findings:
    """The numbers of `effect` and `rates` are in the finding, or follow from its counts, and the measure is the one it names.

    Bad: {finding: {en: Risk ratio 2.35 (1.70 to 3.25)}, effect: {value: 2.53, low: 1.70, high: 3.25, …}}
    Good: {finding: {en: Risk ratio 2.35 (1.70 to 3.25)}, effect: {value: 2.35, low: 1.70, high: 3.25, …}}
    """
    effect = item.effect
    if effect and not effect.low <= effect.value <= effect.high:
        return  # a slip of the hand in the fields themselves, which has a rule of its own
    for at, value in _fields(item):
        if message := _not_said(at[1], value, [item.finding]):
            yield at, message
            break  # where the finding says none of them, one is enough
    if effect and (message := _other_measure("measure", effect.measure, [item.finding], review.vocabulary.measure)):
        yield ("effect", "measure"), message


def _fields(item: Evidence) -> Iterator[tuple[tuple[str, str], float]]:
    given = {"effect": (item.effect, ("value", "low", "high")), "rates": (item.rates, ("treated", "compared"))}
    for field, (values, names) in given.items():
        for name in names if values else ():
            if (value := getattr(values, name)) is not None:
                yield (field, name), value


@rule("effect-not-in-finding", each="claim")
def outcomes_hold_what_their_sources_say(claim: Claim, review: Review) -> Findings:
    """The numbers of an outcome are in the finding of the source that each is taken from, or follow from its counts.

    Bad: {evidence: [{finding: {en: Risk ratio 2.35 (1.70 to 3.25).}, …}], outcomes: [{result: RR 2.53 (1.70 to 3.25), …}]}
    Good: {evidence: [{finding: {en: Risk ratio 2.35 (1.70 to 3.25).}, …}], outcomes: [{result: RR 2.35 (1.70 to 3.25), …}]}
    """
    findings: dict[str | None, list[Text]] = {}
    for item in claim.evidence:
        findings.setdefault(item.ref, []).append(item.finding)
    for index, outcome in enumerate(claim.outcomes):
        wrong: dict[str, Message] = {}
        for place, source, value in _taken(outcome):
            if source in findings and (message := _not_said(place, value, findings[source], counted=isinstance(value, int))):
                wrong.setdefault(place, message)
        for place, message in wrong.items():
            yield ("outcomes", index, place), message
        measure = (outcome.result or "").partition(" ")[0]
        if message := _other_measure("result", measure, findings.get(outcome.source, ()), review.vocabulary.measure):
            yield ("outcomes", index, "result"), message


def _taken(outcome: Outcome) -> Iterator[tuple[str, str | None, float]]:
    """The numbers of an outcome: the field, the source that gives it, the number; counts are whole."""
    for value in _printed(outcome.result):
        yield "result", outcome.source, value
    for name in ("studies", "participants"):
        if isinstance(count := getattr(outcome, name), int):
            yield name, outcome.source, count
    if outcome.without:
        yield "without", outcome.without.source, float(outcome.without.per100)
    if outcome.observed:
        for share in (outcome.observed.treated, outcome.observed.compared):
            if share is not None:
                yield "observed", outcome.observed.source, float(share)
    for rating in outcome.rated:
        if isinstance(rating.studies, int):
            yield "rated", rating.by, rating.studies


def _printed(result: str | None) -> list[float]:
    try:
        estimate = read_estimate(result) if result else None
    except ValueError:  # which has a rule of its own
        return []
    return [estimate.value, *(estimate.interval or ())] if estimate else []


def _not_said(field: str, value: float, findings: list[Text], counted: bool = False) -> Message | None:
    """What is wrong with a number that findings should give; None where each language has it, with its sign."""
    return next((wrong for language in LANGUAGES if (wrong := _wrong(field, value, findings, language, counted))), None)


def _wrong(field: str, value: float, findings: list[Text], language: Language, counted: bool) -> Message | None:
    said = [_numbers(finding, language) for finding in findings]
    same = [number for numbers in said for number in numbers if _rounds_to(abs(value), abs(number))]
    if not same:
        shares = (share for numbers in said for share in _shares(numbers))
        derived = not counted and any(_rounds_to(share, value, _ROUNDING) for share in shares)
        return None if derived else say("effect-not-in-finding", field=field, value=value)
    if value < 0 < min(same):
        return say("effect-not-in-finding.sign", field=field, value=value, said=min(same))
    if value > 0 > max(same):
        return say("effect-not-in-finding.sign", field=field, value=value, said=max(same))
    return None


def _numbers(finding: Text, language: Language) -> list[float]:
    return [value for number in numbers_of(finding[language], language) for value in (number.value, *number.also)]


def _shares(numbers: list[float]) -> list[float]:
    """Of whole numbers, each as a share of each larger one, in per cent: 75 of 120 is 62.5."""
    whole = {number for number in numbers if number > 0 and not number % 1}
    return [100 * part / total for part, total in permutations(whole, 2) if part < total]


def _rounds_to(one: float, other: float, within: float = 1e-9) -> bool:
    """True where two numbers are one, as a fraction or in per cent; `within` leaves room for rounding."""
    return any(abs(one - form) <= within for form in (other, other * 100, other / 100))


def _other_measure(field: str, measure: str, findings: Iterable[Text], words: Mapping[str, Word]) -> Message | None:
    """What is wrong where the findings name ratios by their labels, and not the one of the field."""
    text = " ".join(finding[language] for finding in findings for language in LANGUAGES).casefold()
    ratios = {name: word.label for name, word in words.items() if SCALES.get(name) is Scale.RATIO}
    named = tuple(name for name, label in ratios.items() if any(label[language].casefold() in text for language in LANGUAGES))
    if not named or measure in named or measure not in ratios:
        return None
    return say("effect-not-in-finding.measure", field=field, measure=measure, said=named)
