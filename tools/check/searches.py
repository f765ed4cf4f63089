"""What a search found is said twice, as a number and in words; and its question and its result are its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.appraisal.strength import sentences
from tools.check.copies import LONG, plain
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.sources import Search
from tools.records.words import LANGUAGES, Language
from tools.text.messages import say

# A first sentence that says no more than that nothing was found.
_NOTHING: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "^(?!.*(?:が、|ほか|以外|だけ|のみ|一[つ件]|[0-9二三四五六七八九][つ件])).*(?:ませんでした|なかった|ありません)[。]?$"
    ),
    "en": re.compile(
        r"^(?!.*(?:;|\b(?:but|except|apart|besides|beyond|other than|however|only|although|while)\b))"
        r"(?:(?:we|I) found no\b|no\b|none\b|nothing\b|neither\b|not one\b)",
        re.IGNORECASE,
    ),
}
# What is kept answers the question: what follows are the others.
_BESIDES: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("^採(?:った|用した)もののほか"),
    "en": re.compile(
        r"^(?:Besides|Apart from|In addition to|Beyond) (?:those|what was|the (?:\w+ )?ones?) kept\b", re.IGNORECASE
    ),
}
_DENIES: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("ませ|な[いくかし]|ず|だけ|のみ|近い|ほか|別|ゼロ"),
    "en": re.compile(
        r"\b(?:no|none|not|nothing|neither|nor|nobody|without|only|nearest|closest|instead|lack\w*|other|zero)\b", re.IGNORECASE
    ),
}


@rule("numbers-disagree", each="search")
def searches_found_what_their_result_says(search: Search) -> Findings:
    """`found` is 0 where the result says that nothing was found, and not where it says something else.

    Bad: {found: 3, result: {ja: 試験は見つかりませんでした。, en: No trial was found.}}
    Good: {found: 0, result: {ja: 試験は見つかりませんでした。, en: No trial was found.}}
    """
    firsts = {language: next(iter(sentences(search.result[language], language)), "") for language in LANGUAGES}
    if search.found:
        told = (number for language in LANGUAGES for number in numbers_of(search.result[language], language))
        said = {number.value for number in told if number.unit == "studies"}
        if _in_both(_NOTHING, firsts) and search.found not in said:
            yield ("found",), say("numbers-disagree.found-nothing", found=search.found)
    elif _in_both(_BESIDES, firsts) or not any(_DENIES[language].search(search.result[language]) for language in LANGUAGES):
        yield ("found",), say("numbers-disagree.found-some")


@rule("copied-text", each="review")
def searches_ask_different_things(review: Review) -> Findings:
    """No two searches have one question, or one result that is more than a few words.

    Bad: tea: {question: {en: Does tea calm people?, …}, …}; lamp: {question: {en: Does tea calm people?, …}, …}
    Good: tea: {question: {en: Does tea calm people?, …}, …}; lamp: {question: {en: Does the lamp lift moods?, …}, …}
    """
    first: dict[tuple[str, str], str] = {}
    for name, search in review.searches.items():
        for field, text in (("question", search.question), ("result", search.result)):
            own = [
                plain(text[language]) for language in LANGUAGES if field == "question" or len(text[language]) >= LONG[language]
            ]
            others = [other for said in own if (other := first.setdefault((field, said), name)) != name]
            if others:
                yield ("searches", name, field), say("copied-text.search", field=field, other=others[0])


def _in_both(patterns: Mapping[Language, re.Pattern[str]], texts: Mapping[Language, str]) -> bool:
    return all(patterns[language].search(texts[language]) for language in LANGUAGES)
