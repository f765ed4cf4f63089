"""How certain a finding says that its source calls the evidence for an outcome, in both languages. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tools.check.clauses import Clause, clauses_of
from tools.check.naming import names_of
from tools.check.owners import Value, places_of
from tools.records.outcome import PublishedRating
from tools.records.vocabulary import Vocabulary
from tools.records.words import LANGUAGES, Language, Text

# Older ratings have a word of their own for too little to tell.
_ALSO: Mapping[Language, Mapping[str, str]] = {
    "ja": {"非常に低い": "very-low", "とても低い": "very-low", "不十分": "very-low", "中等度": "moderate"},
    "en": {"very low": "very-low", "insufficient": "very-low"},
}
# Where a finding speaks of certainty at all; what is high, moderate or low besides.
_ABOUT: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("確実性|確信度|根拠の(?:強さ|質)|エビデンスの|GRADE"),
    "en": re.compile(r"\b(?:certainty|confidence|(?:strength|quality) of (?:the )?evidence|GRADE)\b", re.IGNORECASE),
}
_NOT_AFTER = r"(?!-|\w| (?:risk|heterogeneity|bias|dose|frequency|rate|value))"


def other_ratings(rating: PublishedRating, outcome: str, findings: Sequence[Text], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The ratings that the findings give for an outcome, where that of the record is not among them in either language."""
    told: list[str] = []
    for language in LANGUAGES:
        said = [one for finding in findings for one in _given(rating, outcome, finding[language], language, vocabulary)]
        if not said or rating.rating in said:
            return ()
        told.extend(said)
    return tuple(dict.fromkeys(told))


def _given(rating: PublishedRating, outcome: str, text: str, language: Language, vocabulary: Vocabulary) -> Iterator[str]:
    """The rating beside each place where the text speaks of the outcome, with as many studies where the record counts them."""
    if not _ABOUT[language].search(text):
        return
    names = names_of(vocabulary.outcome)
    labels = tuple((name, word.label) for name, word in vocabulary.certainty.items() if name != "none")
    pattern, meanings = _ratings(labels, language)
    counted = places_of(Value((rating.studies,), "studies"), text, language) if isinstance(rating.studies, int) else None
    for sentence in clauses_of(text, language):
        start, end = sentence[0].start, sentence[-1].end
        said = [(found.start(), meanings[found.group().lower()]) for found in pattern.finditer(text, start, end)]
        places = [found.start() for found in names.spoken(outcome, language).finditer(text, start, end)]
        if not said or not places:
            continue
        is_first = said[0][0] < min((*places, *names.places(text[start:end], language, start)))
        for place in places if counted is None else _of_outcome(sentence, counted, places):
            yield _beside(place, said, is_first)


def _of_outcome(sentence: tuple[Clause, ...], counted: Sequence[int], places: Sequence[int]) -> list[int]:
    """Of the counts of studies in a sentence, those of the clauses that speak of the outcome; all where none of these counts."""
    inside = [[place for place in counted if clause.start <= place <= clause.end] for clause in sentence]
    spoken = [any(clause.start <= place <= clause.end for place in places) for clause in sentence]
    own = [place for found, speaks in zip(inside, spoken, strict=True) if speaks for place in found]
    return own or [place for found in inside for place in found]


def _beside(place: int, said: Sequence[tuple[int, str]], is_first: bool) -> str:
    """Of ratings with their places, the one for a place: the last before it where the sentence begins with one, else the next."""
    before, after = ([name for at, name in said if (at < place) == first] for first in (True, False))
    if is_first:
        return before[-1] if before else after[0]
    return after[0] if after else before[-1]


@lru_cache(maxsize=8)
def _ratings(labels: tuple[tuple[str, Text], ...], language: Language) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The words for the ratings, the longest first, and what each means."""
    meanings = {**_ALSO[language], **{label[language].lower(): name for name, label in labels}}
    said = "|".join(map(re.escape, sorted(meanings, key=len, reverse=True)))
    return re.compile(rf"\b(?:{said}){_NOT_AFTER}" if language == "en" else said, re.IGNORECASE), meanings
