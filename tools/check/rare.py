"""Whom a frequency of a rare harm is of, and over what it was counted, by the clause of the finding that gives it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tools.check.numerals import numbers_of
from tools.check.owners import Value, others
from tools.records.frequency import Frequency
from tools.records.words import LANGUAGES, Language, Text

_WORD: Mapping[Language, re.Pattern[str]] = {"ja": re.compile("[^ぁ-ん、。（）(),\\s]{2,}"), "en": re.compile("[A-Za-z0-9-]{2,}")}
_UNIT = {"people": "people", "sessions": "session"}
# `0.14% of sessions`, 「セッションの0.14%」: a percentage says over what without a number.
_SHARE_OF: Mapping[str, re.Pattern[str]] = {
    "people": re.compile(r"% of (?:\w+ )?(?:people|patients|participants)|[人者]の[0-9.]+%|人あたり|per (?:person|patient)"),
    "sessions": re.compile(r"% of (?:\w+ )?sessions|per session|(?:回|セッション)(?:の[0-9.]+%|あたり)"),
}


def other_groups(rare: Frequency, frequencies: Sequence[Frequency], finding: Text) -> tuple[str, ...]:
    """The groups of the other frequencies whose words the finding has beside this one, where it has none of its own group."""
    rest = [other.group for other in frequencies if other.group and other.group != rare.group]
    if rare.group is None or not rest:
        return ()
    own = rare.group
    marks = {language: {group[language]: _marks(group[language], language) for group in (own, *rest)} for language in LANGUAGES}

    def named(text: str, language: Language) -> frozenset[str]:
        """The groups, by their English names, of which a text has a word that no other group has."""
        every = marks[language]
        low = text.lower()
        found = (group for group in (own, *rest) if any(word in low for word in _telling(group[language], every)))
        return frozenset(group.en for group in found)

    return others(Value((rare.rate,), "estimate"), [finding], named, lambda text, language, names: own.en in names)


def _marks(group: str, language: Language) -> frozenset[str]:
    return frozenset({group.lower(), *(word.lower() for word in _WORD[language].findall(group))})


def _telling(group: str, every: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return every[group].difference(*(words for other, words in every.items() if other != group))


def other_counted(rare: Frequency, finding: Text) -> tuple[str, ...]:
    """Over what the finding counts a frequency, where that is not what its field says."""

    def named(text: str, language: Language) -> frozenset[str]:
        units = {number.unit for number in numbers_of(text, language) if number.value == rare.per}
        shares = {name for name, pattern in _SHARE_OF.items() if pattern.search(text)}
        return frozenset(shares | {name for name, unit in _UNIT.items() if unit in units})

    return others(Value((rare.rate,), "estimate"), [finding], named, lambda text, language, names: rare.of in names)
