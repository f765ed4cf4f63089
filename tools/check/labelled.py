"""Numbers that are of one thing in one language and of another of its kind in the other: names that changed places. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import product

from tools.check.clauses import names_at
from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.check.opposites import words_in
from tools.check.symbols import symbols_in
from tools.records.words import LANGUAGES, Language, Text

# What a number may be of, `kind:name`, and the words for it.
_Names = Mapping[str, str]


def changed_places(text: Text) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Two names that changed places: a number and its name in Japanese, and the name that it has in English; None without such.

    A list may put its names before or behind its numbers, so that one name alone proves nothing: each has the other's number.
    """
    found: set[tuple[str, str]] = set()
    mine, yours = (_once(text, language) for language in LANGUAGES)
    shared = sorted(mine.keys() & yours.keys())
    for value in shared if len(shared) > 1 else ():
        ours, theirs = _named(text, "ja", mine[value]), _named(text, "en", yours[value])
        for one, other in product(ours.keys() - theirs.keys(), theirs.keys() - ours.keys()):
            if one.partition(":")[0] == other.partition(":")[0]:
                if (other, one) in found:
                    return (mine[value].written, ours[one]), (yours[value].written, theirs[other])
                found.add((one, other))
    return None


def _once(text: Text, language: Language) -> dict[float, Number]:
    """The numbers that a text gives once."""
    numbers = [number for number in numbers_of(text[language], language) if number.firm]
    times = Counter(number.value for number in numbers)
    return {number.value: number for number in numbers if times[number.value] == 1}


def _named(text: Text, language: Language, number: Number) -> _Names:
    written: dict[str, str] = {}

    def named(clause: str) -> frozenset[str]:
        said = _said(clause, language)
        written.update(said)
        return frozenset(said)

    return {name: written[name] for name in names_at(text[language], language, number.start, named)}


@lru_cache(maxsize=2**10)  # the numbers of one clause ask for the same
def _said(clause: str, language: Language) -> _Names:
    said = {f"{pair}:{name}": words[0] for pair, names in words_in(clause, language).items() for name, words in names.items()}
    return said | {f"name:{name.casefold().replace('-', '')}": name for name in symbols_in(clause)}
