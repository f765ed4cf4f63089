"""What a reason says of its domain is what the outcomes have: the steps, and the numbers that it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.appraisal.assess import Judged
from tools.appraisal.outcomes import Appraised, mean_risk, told_of
from tools.appraisal.profile import profile
from tools.appraisal.strength import sentences
from tools.check.number_forms import Number
from tools.check.numbers import INTERVAL, known_to, values_in
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.check.translation import difference
from tools.records.claim import Claim, Review
from tools.records.outcome import DOMAINS
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

_COUNTS = {"one": 1, "two": 2, "three": 3, "一": 1, "二": 2, "三": 3}
_STEPS = {
    "en": re.compile(r"\b(?:by|at) (?P<steps>[0-9]|one|two|three) steps?\b", re.IGNORECASE),
    "ja": re.compile("(?P<steps>[0-9０-９一二三])段階(?:下|低|の?まま)"),
}
# “The committee lowered it by 2 steps”: somebody else did; “…, too, lowered it” says that this reason does the same.
_LOWERED = re.compile(r"\b(?:lower(?:s|ed)|downgrade[sd]|rate[sd] down)\b(?! by)", re.IGNORECASE)
_LIKEWISE = re.compile(r"\b(?:too|also|likewise|as well)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|we) (?:\w+ )?$", re.IGNORECASE)
# What was computed here, and the number of people of whom a share is given: `1 in 1000`.
_OURS = {"ja": re.compile("私たち(?:自身)?の計算"), "en": re.compile(r"\bour own (?:arithmetic|calculation)", re.IGNORECASE)}
_OUT_OF = frozenset({100.0, 1000.0, 10_000.0, 100_000.0})
_I_SQUARED = re.compile("I²[はがの]?(?: ?[=:]| of| was| is)? ?(?:約|about )?([0-9]+(?:\\.[0-9]+)?)")
_SMALL = 10  # up to ten, a number may count things in a sentence
_NEAR = 0.02  # an estimate of people, however it was rounded on the way


@rule("numbers-disagree", each="claim")
def reasons_give_the_steps_of_their_domain(claim: Claim) -> Findings:
    """The steps that a reason says are those by which its domain lowers an outcome.

    Bad: {outcomes: [{grade: {inconsistency: 1, …}, …}], reasons: {inconsistency: {en: … so it is lowered by 2 steps., …}}}
    Good: {outcomes: [{grade: {inconsistency: 2, …}, …}], reasons: {inconsistency: {en: … so it is lowered by 2 steps., …}}}
    """
    for domain in DOMAINS:
        reason = claim.reasons.get(domain)
        steps = {outcome.grade.steps()[domain] for outcome in claim.outcomes if outcome.grade}
        if reason is None or not steps:
            continue
        said = _steps(reason.en, "en") or _steps(reason.ja, "ja")
        if wrong := sorted(said - steps):
            has = tuple(str(number) for number in sorted(steps))
            yield ("reasons", domain), say("numbers-disagree.steps", said=wrong[0], domain=domain, steps=has)


def _steps(reason: str, language: Language) -> set[int]:
    """The steps by which a reason says that this record lowers."""
    found: set[int] = set()
    for sentence in sentences(reason, language):
        if language == "ja" or not _is_of_others(sentence):
            said = (match["steps"].lower() for match in _STEPS[language].finditer(sentence))
            found |= {_COUNTS.get(word) or int(word) for word in said}
    return found


def _is_of_others(sentence: str) -> bool:
    active = any(not _PASSIVE.search(sentence, 0, verb.start()) for verb in _LOWERED.finditer(sentence))
    return active and not _LIKEWISE.search(sentence)


@rule("number-not-in-evidence", each="claim", linked=("reference", "search"))
def numbers_of_reasons_are_in_the_evidence(claim: Claim, judged: Judged, review: Review) -> Findings:
    """A number of a reason is in the evidence of its claim, is that of an outcome, or follows from one.

    Bad: {outcomes: [{heterogeneity: I² 83%, …}], reasons: {inconsistency: {en: The groups vary (I² 38%)., …}}}
    Good: {outcomes: [{heterogeneity: I² 83%, …}], reasons: {inconsistency: {en: The groups vary (I² 83%)., …}}}
    """
    limits = profile().floors
    rules_of_thumb = {float(number) for number in (limits.people, limits.events, limits.few)}
    counted = [_events(one) for one in judged.outcomes if one.graded and one.word.unit == "people"]
    known = known_to(claim, review) | _of_outcomes(claim) | rules_of_thumb if claim.reasons else set()
    varied = {value for told in _told(claim) for value in _i_squared(told)}
    for name, reason in claim.reasons.items():
        text = Text(ja=reason.ja, en=reason.en)
        strange = [number for language in LANGUAGES for number in _strange(text[language], language, known, counted)]
        if name == "not-lowered":  # which may speak of a source that is no evidence, by the number of its studies
            strange = [number for number in strange if number.unit != "studies"]
        written = {abs(number.value): number.written.lstrip("−") for number in strange}
        written |= {
            value: f"I² {value:g}%" for language in LANGUAGES for value in _i_squared(text[language]) if value not in varied
        }
        if written and difference(text) is None:  # what one language alone gives is reported by another rule
            yield ("reasons", name), _unknown(tuple(written[value] for value in sorted(written)), text, counted)


def _unknown(numbers: tuple[str, ...], text: Text, counted: list[float | None]) -> Message:
    """Of numbers of a reason that nothing gives; where it says that they were computed here, what follows from the outcomes."""
    events = tuple(f"{number:.0f}" for number in counted if number is not None)
    if events and any(_OURS[language].search(text[language]) for language in LANGUAGES):
        return say("number-not-in-evidence.computed", numbers=numbers, events=events)
    return say("number-not-in-evidence", numbers=numbers)


def _i_squared(text: str) -> list[float]:
    """The values that a text gives of I²."""
    return [float(value) for value in _I_SQUARED.findall(text)] if "I²" in text else []


def _strange(reason: str, language: Language, known: set[float], counted: list[float | None]) -> Iterator[Number]:
    """The numbers of a reason that nothing gives, and that do not follow from an outcome."""
    is_ours = bool(_OURS[language].search(reason))
    for number in numbers_of(reason, language):
        values = {abs(value) for value in (number.value, *number.also)}
        is_small = abs(number.value) <= _SMALL and not number.value % 1
        is_known = not values.isdisjoint(known | _OUT_OF | {INTERVAL}) or _is_computed(number.value, counted, is_ours)
        if number.firm and not is_small and not is_known:
            yield number


def _is_computed(value: float, counted: list[float | None], is_ours: bool) -> bool:
    """True for the events of an outcome; and, of what is said to be our own, where those of an outcome are not in the record."""
    return any(is_ours if events is None else abs(value - events) <= max(1.0, _NEAR * events) for events in counted)


def _events(one: Appraised) -> float | None:
    """How many people in both groups together had an outcome, as the floors count them."""
    risk = mean_risk(told_of(one.outcome, one.estimate), one.word) if one.estimate else None
    return None if risk is None or one.result.people is None else one.result.people * risk


def _told(claim: Claim) -> Iterator[str]:
    """What sources and outcomes say in words."""
    yield from (item.finding[language] for item in claim.evidence for language in LANGUAGES)
    yield from (outcome.heterogeneity for outcome in claim.outcomes)


def _of_outcomes(claim: Claim) -> set[float]:
    """The numbers that the outcomes of a claim give, without signs."""
    found: set[float] = set()
    for outcome in claim.outcomes:
        found |= values_in(f"{outcome.result}; {outcome.studies}; {outcome.participants}; {outcome.heterogeneity}")
        if outcome.without:
            found.add(float(outcome.without.per100))
        if outcome.observed:
            found |= {float(share) for share in (outcome.observed.treated, outcome.observed.compared) if share is not None}
    return found
