"""Rules on the numbers of a text: both languages give the same, and every number of a page is in its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tools.appraisal.frequencies import rates_of
from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.check.translation import difference
from tools.records.claim import Claim, Evidence, Review
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

_WIDE = re.compile("[０-９][０-９]*(?:[．，][０-９]+)*")
# 95 is the width of nearly every interval; up to ten, a number may count things in a sentence, and parts of a whole.
INTERVAL = 95.0
_FIELDS = ("short", "answer", "appraisal")
# In a text longer than this, a number is shown with the words beside it.
_LONG = 150
_UNITS = {
    "": "part.unit-none",
    "%": "part.unit-percent",
    "people": "part.unit-people",
    "month": "part.unit-month",
    "week": "part.unit-week",
    "day": "part.unit-day",
    "year": "part.unit-year",
    "hour": "part.unit-hour",
    "minute": "part.unit-minute",
    "studies": "part.unit-studies",
    "session": "part.unit-session",
    "point": "part.unit-point",
    "animal": "part.unit-animal",
    "fold": "part.unit-fold",
    "yen": "part.unit-yen",
    "dollar": "part.unit-dollar",
    "site": "part.unit-site",
    "country": "part.unit-country",
}


@rule("languages-differ", each="bilingual")
def languages_give_the_same_numbers(text: Text) -> Findings:
    """Both languages of a text give the same numbers: with their signs, as often, of the same things and in one order.

    Bad: finding: {ja: 46人。, en: 48 people.}
    Good: finding: {ja: 46人。, en: 46 people.}
    """
    for language in LANGUAGES:
        if wide := tuple(_WIDE.findall(text[language])):
            yield (language,), say("languages-differ.wide-digits", numbers=wide)
    if found := difference(text):
        japanese, english = shown(found.japanese, text, "ja"), shown(found.english, text, "en")
        if japanese and english:
            yield (), say("languages-differ.numbers", japanese=japanese, english=english)
        elif japanese:
            yield (), say("languages-differ.numbers-ja", japanese=japanese)
        elif english:
            yield (), say("languages-differ.numbers-en", english=english)
        for one, other in found.units:
            yield (), say("languages-differ.units", number=one.written, japanese=unit_name(one), english=unit_name(other))
        if found.order:
            ours, theirs = (tuple(number.written for number in numbers) for numbers in found.order)
            yield (), say("languages-differ.order", japanese=ours, english=theirs)


def unit_name(number: Number) -> Message | str:
    """The words for what a number counts; what is measured is named by its symbol."""
    return say(_UNITS[number.unit]) if number.unit in _UNITS else number.unit


def shown(numbers: Iterable[Number], text: Text, language: Language) -> tuple[str, ...]:
    """Numbers as a problem names them."""
    whole = text[language]
    if len(whole) < _LONG:
        return tuple(number.written for number in numbers)
    return tuple(f"…{whole[max(0, n.start - 8) : n.end + 8]}…" for n in numbers)


@rule("number-not-in-evidence", each="claim", linked=("reference", "search"))
def numbers_are_in_the_evidence(claim: Claim, review: Review) -> Findings:
    """A number of `answer` or `appraisal` is in a finding, an effect, a rate, a source or a search of that claim.

    Bad: {answer: {en: Of 37 people …}, evidence: [{finding: {en: Trial in 32 people …}, …}]}
    Good: {answer: {en: Of 32 people …}, evidence: [{finding: {en: Trial in 32 people …}, …}]}
    """
    known = known_to(claim, review) | {INTERVAL}
    for field in _FIELDS:
        text = getattr(claim, field)
        stated = {abs(n.value): n.written for language in LANGUAGES for n in numbers_of(text[language], language) if n.firm}
        missing = sorted(value for value in stated.keys() - known if value > 10 or (value % 1 and "." in stated[value]))
        if missing:
            yield (field,), say("number-not-in-evidence", numbers=tuple(stated[value].lstrip("−") for value in missing))


def known_to(claim: Claim, review: Review) -> set[float]:
    """The numbers that the evidence of a claim gives, without signs."""
    known = values_in("; ".join((claim.code, str(claim.reviewed), *(said.words for said in claim.said))))
    for item in claim.evidence:
        known |= told_by(item, review)
    for name in claim.searches:
        if search := review.searches.get(name):
            known |= values_in(search.result.ja, "ja") | values_in(f"{search.result.en}; {search.found}; {search.date}")
    return known


def told_by(item: Evidence, review: Review) -> set[float]:
    """The numbers that an item of evidence and its source give, without signs."""
    told = values_in(item.finding.ja, "ja") | values_in(item.finding.en)
    if item.effect:
        told |= {abs(item.effect.value), abs(item.effect.low), abs(item.effect.high)}
    if item.rates:
        told |= {item.rates.treated, item.rates.compared or 0.0}
    for rare in rates_of(item):
        told |= values_in(f"{rare.told('en')}; {rare.interval('en')}; {rare.out_of}")
    if source := review.references.get(item.ref):
        told |= values_in(f"{source.title}; {source.year}; {source.participants}; {source.population}")
    return told


def values_in(text: str, language: Language = "en") -> set[float]:
    """The numbers in a text as values without signs, and what else they may mean."""
    return {abs(value) for number in numbers_of(text, language) for value in (number.value, *number.also)}
