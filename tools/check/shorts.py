"""The answer in one line says nothing that the answer does not, and neither is behind the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.appraisal.assess import Judged
from tools.appraisal.strength import says_unstudied
from tools.check.agreeing import disagreeing, no_difference
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
# That there were none is 0.
_NONE = {
    "ja": re.compile("(?:一つも|一件も|1件も|ひとつも|何も|見つか)[^。]{0,12}ません|ありません|なかった|ゼロ"),
    "en": re.compile(r"\b(?:no|none|nobody|nothing|neither|zero|not (?:one|any|a single))\b", re.IGNORECASE),
}
# What is asked, or was not shown, is not said.
_ASKED = {
    "ja": re.compile("[^。、]*か(?:どうか)?[はがも][^。]*?(?:ません|ない)"),
    "en": re.compile(r"\b(?:whether|not (?:yet )?(?:been )?(?:shown|known|clear|certain) (?:that|if))\b[^.;]*", re.IGNORECASE),
}


@rule("short-not-in-answer", each="claim")
def shorts_say_what_the_answer_says(claim: Claim) -> Findings:
    """The numbers of `short` are in the answer, and what rises, helps or was studied in the one is not denied in the other.

    Bad: {short: {en: About 3 in 4 respond., …}, answer: {en: About 1 in 4 people respond …, …}}
    Good: {short: {en: About 1 in 4 respond., …}, answer: {en: About 1 in 4 people respond …, …}}
    """
    for language in LANGUAGES:
        short, answer = claim.short[language], claim.answer[language]
        if missing := tuple(number.written for number in _missing(short, answer, language)):
            yield ("short", language), say("short-not-in-answer", numbers=missing)
        said = _ASKED[language].sub("", short)
        told = opposed(said, language, _CERTAINTY[language].sub("", answer), language)
        for ours, theirs in list(told) or disagreeing(short, answer, language):
            yield ("short", language), say("short-not-in-answer.opposite", short=ours, answer=theirs)


@rule("answer-behind-evidence", each="claim")
def answers_know_of_the_estimates(claim: Claim) -> Findings:
    """Where an outcome has an estimate, no answer says that there is no study, or that only animals were studied.

    Bad: {short: {en: It was studied in mice only., …}, outcomes: [{outcome: response, result: RR 1.67 (1.08 to 2.57), …}]}
    Good: {short: {en: More responded in one trial., …}, outcomes: [{outcome: response, result: RR 1.67 (1.08 to 2.57), …}]}
    """
    texts = [((field, language), getattr(claim, field)[language]) for field in ("short", "answer") for language in LANGUAGES]
    behind = {at: words for at, text in texts if (words := says_unstudied(text, at[1]))}
    source = next((outcome.source for outcome in claim.outcomes if outcome.result), None)
    if behind and source:  # one cause, in however many texts
        yield next(iter(behind)), say("answer-behind-evidence", words=tuple(dict.fromkeys(behind.values())), source=source)


@rule("answer-behind-evidence", each="claim", linked=("reference", "absence"))
def no_difference_is_shown_by_an_interval(claim: Claim, judged: Judged) -> Findings:
    """That nothing differs is said where an interval shows it; where it leaves room for a difference, none was shown.

    Bad: {answer: {en: Mood does not differ., …}, outcomes: [{outcome: response, result: RR 1.2 (0.7 to 2.1), …}]}
    Good: {answer: {en: Whether mood differs is not known., …}, outcomes: [{outcome: response, result: RR 1.2 (0.7 to 2.1), …}]}
    """
    sizes = {one.result.size for one in judged.outcomes if one.result.size}
    if not sizes or "little" in sizes:
        return
    for field in ("short", "answer"):
        for language in LANGUAGES:
            if words := no_difference(getattr(claim, field)[language], language):
                yield (field, language), say("answer-behind-evidence.no-difference", words=words)


def _missing(short: str, answer: str, language: Language) -> Iterator[Number]:
    """The numbers that the answer does not give; `the two of them` is none."""
    given = {value for number in numbers_of(answer, language) for value in (number.value, *number.also)}
    if _NONE[language].search(answer):
        given.add(0.0)
    for number in numbers_of(short, language):
        of_them = number.value <= 2 and not number.unit and not number.written.isdigit()
        if number.firm and not of_them and given.isdisjoint((number.value, *number.also)):
            yield number
