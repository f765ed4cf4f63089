"""What would change a level is said twice, in words and as fields that the rule can read: both speak of one study."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.appraisal.strength import sentences
from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.words import LANGUAGES, Language
from tools.text.messages import say

# What follows a number of people, or of studies; not those who had an outcome, and no share: “1 in 10 people”.
_MORE = r"(?:(?: or more| at least|\+)?(?: (?!(?:of|in|with|to|and|at|from|for|per)\b)[a-z-]+){0,4}?)"
_PEOPLE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"{_MORE} (?:people|persons|patients|participants|adults|children|adolescents)\b|(?: or more)? per (?:group|arm)\b"
    ),
    "ja": re.compile("(?:人|名)(?!に[0-9一二三])"),
}
_STUDIES: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(rf"{_MORE} (?:trials?|studies|study|RCTs?|cohorts?)\b"),
    "ja": re.compile("(?:件|つ|本)(?:以上)?(?:の(?:独立した)?(?:試験|研究|RCT))?"),
}
_STUDIES_BEFORE = re.compile("(?:試験|研究|RCT)(?:が|を|で)?(?:、)?(?:少なくとも|合わせて)?$")
_HAD = re.compile("(?:反応|寛解|再発|再燃|改善|発症)した人|起きた人|やめた人|人の数")
_EACH: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:each|per (?:group|arm))\b", re.IGNORECASE),
    "ja": re.compile("各|ずつ|それぞれ|(?:試験|研究)が[二三四五六七八九0-9]"),
}
_TOGETHER = re.compile(r"合わせて|合計|計[0-9]|\b(?:in all|together|in total)\b", re.IGNORECASE)
_DENIES: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:not|no|cannot|never)\b", re.IGNORECASE),
    "ja": re.compile("(?:ません|ない)。?$"),
}
_ONE = ("one", "1", "一")
_FEWEST = 20  # fewer people are a share, or a group
_GROUPS = (2, 3, 4)


@rule("would-change", each="claim")
def awaited_numbers_are_those_of_the_text(claim: Claim, review: Review) -> Findings:
    """Where `would_change` says of how many people or studies it speaks, `would_change_if` has the same.

    Bad: {would_change: {en: Two trials with 400 people …, …}, would_change_if: {studies: 2, people: 4000, …}}
    Good: {would_change: {en: Two trials with 400 people …, …}, would_change_if: {studies: 2, people: 400, …}}
    """
    awaited = claim.would_change_if
    if awaited is None:
        return
    others = [word.label for level, word in review.vocabulary.level.items() if level != awaited.ceiling]
    people: set[float] = set()
    studies: set[float] = set()
    for language in LANGUAGES:
        for sentence in sentences(claim.would_change[language], language):
            if not any(label[language].lower() in sentence.lower() for label in others):
                people |= set(_people(sentence, language, awaited.studies))
                studies |= set(_studies(sentence, language))
    for field, said, value in (("people", people, awaited.people), ("studies", studies, awaited.studies)):
        if said and value not in said:
            at = ("would_change_if", field)
            yield at, say("would-change.numbers", field=field, value=value, said=tuple(f"{number:g}" for number in sorted(said)))


def _people(sentence: str, language: Language, studies: int) -> Iterator[float]:
    """The numbers of people that a sentence gives; of what each group or study has, also of all together."""
    for number in _counted(sentence, language, _PEOPLE[language]):
        if number.value >= _FEWEST and not _HAD.search(sentence, max(0, number.start - 14), number.start):
            yield number.value
            if _EACH[language].search(sentence) and not _TOGETHER.search(sentence):
                yield from (number.value * groups for groups in {*_GROUPS, studies})


def _studies(sentence: str, language: Language) -> Iterator[float]:
    if _DENIES[language].search(sentence):  # “One trial would not do.”
        return
    for number in _counted(sentence, language, _STUDIES[language]):
        if language == "en" or "の" in sentence[number.end : number.end + 5] or _STUDIES_BEFORE.search(sentence, 0, number.start):
            yield number.value


def _counted(sentence: str, language: Language, following: re.Pattern[str]) -> Iterator[Number]:
    for number in numbers_of(sentence, language):
        if "×" in sentence[max(0, number.start - 1) : number.end + 1]:  # a design, and no number of anything
            continue
        if (number.firm or number.written.lower() in _ONE) and following.match(sentence, number.end):
            yield number
