"""Which outcome a finding gives a number for, and when: what it names in the clause of the number, in both languages. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from tools.check.clauses import names_at
from tools.check.estimates import WIDTHS
from tools.check.measures import TIMES
from tools.check.naming import Names
from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.records.words import LANGUAGES, Language, Text

Kind = Literal["estimate", "difference", "share", "people", "studies", "I²"]
# What a number of a kind may count.
_UNITS = {"share": ("%", ""), "people": ("people", ""), "studies": ("studies", ""), "I²": ("%", "")}
_I2 = re.compile(r"I²[はが:：=＝ ]*(?:was |of )?$")
# `6 to 12 months`: neither of the two.
_SPAN = re.compile(r"[0-9] ?(?:to|[〜～–-]) ?[0-9]+ ?(?:weeks?|months?|years?|か月|週|年)", re.IGNORECASE)


class Value(NamedTuple):
    """Numbers of a field that belong together, an estimate with the ends of its interval, say."""

    numbers: tuple[float, ...]
    kind: Kind


def other_outcomes(value: Value, outcome: str, findings: Sequence[Text], names: Names) -> tuple[str, ...]:
    """The outcomes that the findings name for a value where it never may be of its own; in both languages, or none.

    A difference of means is of a score, and never of what is counted in people.
    """

    is_of_score = value.kind == "difference" and outcome in names.counted

    def named(text: str, language: Language) -> frozenset[str]:
        found = names.in_text(text, language)
        return found | {"score"} if is_of_score and names.says_score(text) else found

    def is_its_own(text: str, language: Language, named: frozenset[str]) -> bool:
        return names.may_speak_of(outcome, text, language, named)

    return others(value, findings, named, is_its_own)


def other_times(value: Value, at: str, findings: Sequence[Text]) -> tuple[str, ...]:
    """The windows of time that the findings name for a value where that is never its own."""
    if at not in TIMES:
        return ()
    return others(value, findings, lambda text, language: times_in(text), lambda text, language, named: at in named)


def times_in(text: str) -> frozenset[str]:
    """The windows of time that a text names: `m6`."""
    return frozenset(name for name, pattern in TIMES.items() if pattern.search(text)) if not _SPAN.search(text) else frozenset()


def never_named(outcome: str, findings: Sequence[Text], names: Names) -> tuple[str, ...]:
    """What the findings name instead of an outcome of which no word is in them, in both languages."""
    told: list[str] = []
    for language in LANGUAGES:
        text = "\n".join(finding[language] for finding in findings)
        named = names.in_text(text, language)
        if not named or names.may_speak_of(outcome, text, language, named):
            return ()
        told.extend(sorted(named))
    return tuple(dict.fromkeys(told))


def others(
    value: Value,
    findings: Sequence[Text],
    named: Callable[[str, Language], frozenset[str]],
    is_its_own: Callable[[str, Language, frozenset[str]], bool],
) -> tuple[str, ...]:
    """What the findings name in the clauses of a value, in both languages; nothing where one of the clauses is its own."""
    told: list[str] = []
    for language in LANGUAGES:
        clauses = [(text, names) for finding in findings for text, names in _clauses(value, finding[language], language, named)]
        if not clauses or any(not names or is_its_own(text, language, names) for text, names in clauses):
            return ()
        told.extend(name for _, names in clauses for name in sorted(names))
    return tuple(dict.fromkeys(told))


def _clauses(
    value: Value, text: str, language: Language, named: Callable[[str, Language], frozenset[str]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """For each place of a value: the text of what it is about, and what that names."""
    for place in places_of(value, text, language):
        said: list[str] = []

        def names_in(clause: str, said: list[str] = said) -> frozenset[str]:
            said.append(clause)
            return named(clause, language)

        names = names_at(text, language, place, names_in)
        yield " ".join(said), names


def places_of(value: Value, text: str, language: Language) -> list[int]:
    """Where a text gives a value: with its interval where it is said at all, else wherever the number counts such a thing."""
    units = _UNITS.get(value.kind)
    numbers = [
        number for number in numbers_of(text, language) if number.firm and abs(number.value) not in WIDTHS - {*value.numbers}
    ]
    fitting = [
        n for n in numbers if _is(n, value.numbers[0]) and (units is None or n.unit in units) and _is_of(n, value.kind, text)
    ]
    whole = [number.start for number in fitting if _is_followed(number, numbers, value.numbers[1:])]
    return whole or [number.start for number in fitting]


def _is(number: Number, value: float) -> bool:
    return abs(number.value) == abs(value)


def _is_of(number: Number, kind: Kind, text: str) -> bool:
    return is_i2(number, text) == (kind == "I²")


def is_i2(number: Number, text: str) -> bool:
    """True where a percentage is an I²."""
    return _I2.search(text, max(0, number.start - 12), number.start) is not None


def _is_followed(number: Number, numbers: Sequence[Number], rest: Sequence[float]) -> bool:
    after = numbers[numbers.index(number) + 1 :][: len(rest)]
    return len(after) == len(rest) and all(_is(one, value) for one, value in zip(after, rest, strict=True))
