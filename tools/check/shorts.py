"""The answer in one line says nothing that the answer does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.check.opposites import opposed
from tools.check.registry import Findings, rule
from tools.records.claim import Claim
from tools.records.words import LANGUAGES, Language
from tools.text.messages import say

# Said of the evidence, and not of what the claim is about.
_CERTAINTY = {
    "ja": re.compile("確実性[はが][^。、()]*"),
    "en": re.compile(r"certainty is [a-z ]*", re.IGNORECASE),
}


@rule("short-not-in-answer", each="claim")
def shorts_say_what_the_answer_says(claim: Claim) -> Findings:
    """The numbers of `short` are in the answer, and what rises in the one does not fall in the other.

    Bad: {short: {en: About 3 in 4 respond., …}, answer: {en: About 1 in 4 people respond …, …}}
    Good: {short: {en: About 1 in 4 respond., …}, answer: {en: About 1 in 4 people respond …, …}}
    """
    for language in LANGUAGES:
        short, answer = claim.short[language], claim.answer[language]
        if missing := tuple(number.written for number in _missing(short, answer, language)):
            yield ("short", language), say("short-not-in-answer", numbers=missing)
        for ours, theirs in opposed(short, language, _CERTAINTY[language].sub("", answer), language):
            yield ("short", language), say("short-not-in-answer.opposite", short=ours, answer=theirs)


def _missing(short: str, answer: str, language: Language) -> Iterator[Number]:
    """The numbers that the answer does not give; `the two of them` is none."""
    given = {value for number in numbers_of(answer, language) for value in (number.value, *number.also)}
    for number in numbers_of(short, language):
        of_them = number.value <= 2 and not number.unit and not number.written.isdigit()
        if number.firm and not of_them and given.isdisjoint((number.value, *number.also)):
            yield number
