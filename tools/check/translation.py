"""Both languages of a text give the same numbers: each as often, of the same things, and in one order. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tools.check.aligned import sentence_pairs
from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.check.otherwise import answers, said_otherwise, without_limits
from tools.records.words import Language, Text

Order = tuple[tuple[Number, ...], tuple[Number, ...]]
# Nobody counts 0.59 people: where only one language seems to, an estimate was exchanged with a count.
_WHOLE_THINGS = {"people", "studies", "session", "animal", "site", "country"}
_PER = re.compile(" per|/")
# Between two numbers, what puts first in English what comes last in Japanese: `14 remained of 5,376`, `6 treated for 1 more`.
_TURNING = re.compile(r"\b(?:of|for|where|instead|in|per|after|from|with|than)\b")
# The ends of a range or an interval, whose unit may be said once, or beside the estimate only.
_RANGE_AFTER = re.compile(r"%?\s*(?:[〜～–—-]|to |から|and |と)")
_RANGE_BEFORE = re.compile(r"(?:[〜～–—-]|\bto |から|and |と)\s*[−-]?$")

# What parts two numbers that are said in one breath: `25人と31人`, `25 and 31 people`.
_AND: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:人|名|例|匹|件|点|%|回|週|日|か月|歳|年)?(?:と|、|対|および|か)"),
    "en": re.compile(
        r"%?(?: (?:people|patients|participants|mice|rats|animals|trials|studies))? (?:and|or|versus|vs\.?|against) "
    ),
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
    order: Order | None = None


def difference(text: Text) -> Difference | None:
    """What the numbers of the two languages differ in; None where they agree. Order is compared only where all have a partner."""
    japanese, english = numbers_of(text.ja, "ja"), numbers_of(text.en, "en")
    if _stated(japanese) == _stated(english):
        return None
    only_japanese = said_otherwise(_without_partner(japanese, english), japanese, english, text, "en")
    only_english = said_otherwise(_without_partner(english, japanese), english, japanese, text, "ja")
    if only_japanese or only_english:
        return Difference(only_japanese, only_english)
    units = tuple(_of_other_things(japanese, english, text))
    order = _order(text, japanese, english)
    if order and (rest := without_limits(japanese, english, text)):
        order = _order(text, *rest)
    return Difference(units=units, order=order) if units or order else None


def _order(text: Text, japanese: Sequence[Number], english: Sequence[Number]) -> Order | None:
    order = next(_in_other_order(japanese, english), None) or _exchanged_between_sentences(text, japanese, english)
    order = order or next(_exchanged_in_a_pair(text, japanese, english), None)
    return order or next(_exchanged_neighbours(text, japanese, english), None)


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
            partner = next((other for other in free if answers(other, number, strict)), None)
            if partner:
                free.remove(partner)
            else:
                missing.append(number)
    return missing


def _of_other_things(japanese: Sequence[Number], english: Sequence[Number], text: Text) -> Iterator[tuple[Number, Number]]:
    """Numbers that both languages give, and that count people in one and weeks in the other, or lost their per cent in one."""
    for number, other in _pairs(japanese, english):
        both_say = number.unit and other.unit and number.whole is other.whole is None  # a part may have the unit of its whole
        part_of_one = number.value % 1 and {number.unit, other.unit} & _WHOLE_THINGS and not _PER.match(text.en, other.end)
        lost = (number.unit == "%" and not _is_end(other, text.en)) or (other.unit == "%" and not _is_end(number, text.ja))
        if number.unit != other.unit and (both_say or part_of_one or lost):
            yield number, other


def _is_end(number: Number, text: str) -> bool:
    return bool(
        number.unit or _RANGE_AFTER.match(text, number.end) or _RANGE_BEFORE.search(text, max(0, number.start - 5), number.start)
    )


def _pairs(japanese: Sequence[Number], english: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """The firm numbers of one value, side by side: those of one unit first."""
    held: dict[float, list[list[Number]]] = defaultdict(lambda: [[], []])
    for side, numbers in enumerate((japanese, english)):
        for number in numbers:
            held[number.value][side].append(number)
    for ours, theirs in held.values():
        if len(ours) == len(theirs) and all(number.firm for number in (*ours, *theirs)):
            yield from zip(*_of_unequal_units(ours, theirs), strict=True)


def _of_unequal_units(ours: list[Number], theirs: list[Number]) -> tuple[list[Number], list[Number]]:
    """Both sides without the numbers of one unit; what has none comes last in each, since it fits any."""
    rest = list(theirs)
    mine: list[Number] = []
    for number in ours:
        partner = next((other for other in rest if other.unit == number.unit), None)
        if partner:
            rest.remove(partner)
        else:
            mine.append(number)
    without_unit = sum(not number.unit for number in (*mine, *rest))
    if len(ours) > 1 and without_unit:  # whichever it is, one that has no unit may be it
        return [], []
    return mine, rest


def _in_other_order(japanese: Sequence[Number], english: Sequence[Number]) -> Iterator[Order]:
    """Numbers of one unit that both languages have, in another order: exchanged between groups in one of them."""
    sides = [(_of_unit(japanese, unit), _of_unit(english, unit)) for unit in sorted({number.unit for number in japanese} | {""})]
    for ours, theirs in [*sides, (_parts(japanese), _parts(english))]:
        if sorted(_values(ours)) == sorted(_values(theirs)) and _values(ours) != _values(theirs):
            yield ours, theirs


def _of_unit(numbers: Sequence[Number], unit: str) -> tuple[Number, ...]:
    """The firm numbers of a unit; of those without one, the estimates, which have a decimal point."""
    return tuple(n for n in numbers if n.firm and n.unit == unit and (unit or "." in n.written))


def _parts(numbers: Sequence[Number]) -> tuple[Number, ...]:
    """What is a part of a whole: 14 and 17 in `14 of 18 and 17 of 27`."""
    return tuple(number for number in numbers if number.firm and number.whole is not None)


def _exchanged_neighbours(text: Text, japanese: Sequence[Number], english: Sequence[Number]) -> Iterator[Order]:
    """Two numbers, side by side and alike, that are the other way round though all others of the sentence are in one order."""
    for ours, theirs in _of_sentences(text, japanese, english):
        turned = [at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one.value != other.value]
        if len(turned) != 2 or len(ours) < 3 or sorted(_values(ours)) != sorted(_values(theirs)):
            continue
        mine, yours = ours[turned[0] : turned[1] + 1], theirs[turned[0] : turned[1] + 1]
        alike = len(mine) == 2 and any(pair[0].unit == pair[1].unit for pair in (mine, yours))
        counted = [{number.unit for number in pair} - {""} for pair in (mine, yours)]
        is_part = {number.whole for number in (*mine, *yours)} & set(_values(mine))
        if alike and max(map(len, counted)) < 2 and not is_part and not _TURNING.search(text.en, yours[0].end, yours[1].start):
            yield tuple(mine), tuple(yours)


def _exchanged_between_sentences(text: Text, japanese: Sequence[Number], english: Sequence[Number]) -> Order | None:
    """The numbers of sentences that were exchanged in one language: each sentence has as many of them as its translation."""
    if _values(_firm(japanese)) == _values(_firm(english)):
        return None
    ours: list[Number] = []
    theirs: list[Number] = []
    for a, b in _of_sentences(text, japanese, english):
        if len(a) == len(b) and sorted(_values(a)) != sorted(_values(b)):
            ours += a
            theirs += b
    return (tuple(ours), tuple(theirs)) if ours and sorted(_values(ours)) == sorted(_values(theirs)) else None


def _of_sentences(
    text: Text, japanese: Sequence[Number], english: Sequence[Number]
) -> Iterator[tuple[list[Number], list[Number]]]:
    """The firm numbers of each sentence, and those of its translation."""
    at = [0, 0]
    for said in sentence_pairs(text):
        at = [whole.index(part, begin) for whole, part, begin in zip((text.ja, text.en), said, at, strict=True)]
        a, b = (
            [number for number in numbers if number.firm and begin <= number.start < begin + len(part)]
            for numbers, begin, part in zip((japanese, english), at, said, strict=True)
        )
        yield a, b


def _exchanged_in_a_pair(text: Text, japanese: Sequence[Number], english: Sequence[Number]) -> Iterator[Order]:
    """Two numbers in one breath that the other language has the other way round, whatever they count: `25と31`, `31 and 25`."""
    ours, theirs = _in_one_breath(japanese, text.ja, "ja"), _in_one_breath(english, text.en, "en")
    for (one, other), pair in ours.items():
        turned = theirs.get((other, one))
        if turned and one != other and (one, other) not in theirs and (other, one) not in ours:
            yield pair, turned


def _in_one_breath(numbers: Sequence[Number], text: str, language: Language) -> dict[tuple[float, float], tuple[Number, Number]]:
    pairs = (pair for pair in pairwise(_firm(numbers)) if _AND[language].fullmatch(text, pair[0].end, pair[1].start))
    return {(one.value, other.value): (one, other) for one, other in pairs}


def _firm(numbers: Sequence[Number]) -> list[Number]:
    return [number for number in numbers if number.firm]


def _values(numbers: Iterable[Number]) -> list[float]:
    return [number.value for number in numbers]
