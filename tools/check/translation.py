"""Both languages of a text give the same numbers: each as often, of the same things, and in one order. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.records.words import Language, Text

_CLOSE = 1e-9
# Nobody counts 0.59 people: where only one language seems to, an estimate was exchanged with a count.
_WHOLE_THINGS = {"people", "studies", "session", "animal", "site", "country"}
# `7人ずつ` is said once of two groups; the other language may name the number for each of them.
_EACH: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("ずつ|それぞれ|いずれも|どちらも|とも"),
    "en": re.compile(r"\b(?:each|both|either|respectively)\b", re.IGNORECASE),
}


@dataclass(frozen=True)
class Difference:
    """Numbers in which two languages of a text differ.

    Attributes:
        japanese, english: the numbers that only one of them gives.
        units: pairs of one number that counts different things.
        order: numbers of one unit, as both have them, in another order: (Japanese, English).
    """

    japanese: tuple[Number, ...] = ()
    english: tuple[Number, ...] = ()
    units: tuple[tuple[Number, Number], ...] = ()
    order: tuple[tuple[Number, ...], tuple[Number, ...]] | None = None


def difference(text: Text) -> Difference | None:
    """What the numbers of the two languages differ in; None where they agree. Order is compared only where all have a partner."""
    japanese, english = numbers_of(text.ja, "ja"), numbers_of(text.en, "en")
    if _stated(japanese) == _stated(english):
        return None
    only_japanese = _not_of_each(_without_partner(japanese, english), english, text, "en")
    only_english = _not_of_each(_without_partner(english, japanese), japanese, text, "ja")
    if only_japanese or only_english:
        return Difference(only_japanese, only_english)
    units = tuple(_of_other_things(japanese, english))
    order = next(_in_other_order(japanese, english), None)
    return Difference(units=units, order=order) if units or order else None


def _stated(numbers: Sequence[Number]) -> list[tuple[float, str]]:
    return [(number.value, number.unit) for number in numbers if number.firm]


def _without_partner(numbers: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    """The firm numbers to which no number of the other language answers, one for one; firm ones answer first."""
    free = sorted(others, key=lambda other: not other.firm)
    missing: list[Number] = []
    for strict in (True, False):  # those that mean the very value take their partners before those that may mean it
        waiting = missing if not strict else [number for number in numbers if number.firm]
        missing = []
        for number in waiting:
            partner = next((other for other in free if _answers(other, number, strict)), None)
            if partner:
                free.remove(partner)
            else:
                missing.append(number)
    return missing


def _not_of_each(missing: list[Number], others: Sequence[Number], text: Text, language: Language) -> tuple[Number, ...]:
    """Without those that the other language says once of each."""

    def said_of_each(number: Number) -> bool:
        equal = [other for other in others if _answers(other, number, True)]
        return any(_EACH[language].search(text[language], max(0, n.start - 40), n.end + 40) for n in equal)

    return tuple(number for number in missing if not said_of_each(number))


def _answers(other: Number, number: Number, strict: bool) -> bool:
    if strict:
        return abs(other.value - number.value) < _CLOSE
    return any(abs(a - b) < _CLOSE for a in (other.value, *other.also) for b in (number.value, *number.also))


def _of_other_things(japanese: Sequence[Number], english: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Numbers that occur once in each language, and count people in one and weeks in the other."""
    for number, other in _pairs(japanese, english):
        both_say = number.unit and other.unit
        part_of_one = number.value % 1 and {number.unit, other.unit} & _WHOLE_THINGS
        if number.unit != other.unit and (both_say or part_of_one):
            yield number, other


def _pairs(japanese: Sequence[Number], english: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    held: dict[float, list[list[Number]]] = defaultdict(lambda: [[], []])
    for side, numbers in enumerate((japanese, english)):
        for number in numbers:
            held[number.value][side].append(number)
    for ours, theirs in held.values():
        if len(ours) == len(theirs) == 1 and ours[0].firm and theirs[0].firm:
            yield ours[0], theirs[0]


def _in_other_order(
    japanese: Sequence[Number], english: Sequence[Number]
) -> Iterator[tuple[tuple[Number, ...], tuple[Number, ...]]]:
    """Numbers of one unit that both languages have, in another order: exchanged between groups in one of them."""
    for unit in sorted({number.unit for number in japanese} | {""}):
        ours, theirs = _of_unit(japanese, unit), _of_unit(english, unit)
        if sorted(_values(ours)) == sorted(_values(theirs)) and _values(ours) != _values(theirs):
            yield ours, theirs


def _of_unit(numbers: Sequence[Number], unit: str) -> tuple[Number, ...]:
    """The firm numbers of a unit; of those without one, the estimates, which have a decimal point."""
    return tuple(n for n in numbers if n.firm and n.unit == unit and (unit or "." in n.written))


def _values(numbers: Iterable[Number]) -> list[float]:
    return [number.value for number in numbers]
