"""One number in two forms, which is no difference: 25% and 1 in 4, a third and 1 in 3, 1 year and 12 months, 0 and none. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.check.bounds import bound_of, has_bounds
from tools.check.number_forms import Number
from tools.records.words import Language, Text

# `7人ずつ` is said once of two groups; the other language may name the number for each of them.
_EACH: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("ずつ|それぞれ|いずれも|どちらも|とも"),
    "en": re.compile(r"\b(?:each|both|either|respectively)\b", re.IGNORECASE),
}


# Nobody had it, which is 0.
_NONE: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("な[しいくかけ]|ません|ず(?:、|に)|皆無|ゼロ"),
    "en": re.compile(r"\b(?:no|none|nobody|not|never|without|neither|nothing)\b", re.IGNORECASE),
}
# 「4人に1人」, “one in four”: the number between is said in words as often.
_ONE_IN: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:人|件|例|回)に(?:約|およそ)?"),
    "en": re.compile(" in (?:every )?"),
}
_CLOSE = 1e-9
_MONTHS = 12
_LONGEST = 100  # more years than these are a date


def said_otherwise(
    missing: list[Number], own: Sequence[Number], others: Sequence[Number], text: Text, language: Language
) -> tuple[Number, ...]:
    """Without what the other language says once of each, or in another form, and without 0 where it says that there were none."""
    if not missing:
        return ()
    first: Language = "en" if language == "ja" else "ja"
    ratios, theirs = _ratios(own, text[first], first), _ratios(others, text[language], language)

    def otherwise(number: Number) -> bool:
        if number.value == 0 and _NONE[language].search(text[language]):
            return True
        equal = [other for other in others if answers(other, number, True)]
        each = any(_EACH[language].search(text[language], max(0, n.start - 40), n.end + 40) for n in equal)
        return each or _in_other_form(number, ratios, others, theirs)

    return tuple(number for number in missing if not otherwise(number))


def answers(other: Number, number: Number, strict: bool) -> bool:
    """True where a number of one language means one of the other: its very value, or where not strict, what else it may be."""
    if strict:
        return abs(other.value - number.value) < _CLOSE
    return any(abs(a - b) < _CLOSE for a in (other.value, *other.also) for b in (number.value, *number.also))


def _in_other_form(
    number: Number, own: Sequence[tuple[float, float]], others: Sequence[Number], ratios: Sequence[tuple[float, float]]
) -> bool:
    """True where the other language says a number in another form.

    Args:
        own: the ratios of the language that gives the number.
        others: the numbers of the other language.
        ratios: its ratios.
    """
    if number.unit == "%":
        return any(_is_share(number.value, ratio) for ratio in ratios)
    if any(number.value in ratio and _is_share(other.value, ratio) for ratio in own for other in others if other.unit == "%"):
        return True
    if _is_fraction(number) and any(_is_of(number, ratio) for ratio in ratios):
        return True
    if any(number.value in ratio and _is_of(other, ratio) for ratio in own for other in others if _is_fraction(other)):
        return True
    return any({number.unit, other.unit} == {"year", "month"} and _is_as_long(number, other) for other in others)


def _ratios(numbers: Sequence[Number], text: str, language: Language) -> list[tuple[float, float]]:
    """Each part with its whole: 1 and 4 in `1 in 4`."""
    found = [(number.value, number.whole) for number in numbers if number.whole]
    for one, other in pairwise(sorted(numbers, key=lambda number: number.start)):
        if _ONE_IN[language].fullmatch(text, one.end, other.start):
            found.append((other.value, one.value) if language == "ja" else (one.value, other.value))
    return found


def without_limits(numbers: Sequence[Number], others: Sequence[Number], text: Text) -> tuple[list[Number], list[Number]] | None:
    """The numbers of both languages without the one limit of its unit that both give, such as 「50%以上」; None without one.

    What it limits stands before it in one language, and behind it in the other.
    """
    if not (has_bounds(text.ja, "ja") and has_bounds(text.en, "en")):
        return None
    ours, theirs = list(_limits(numbers, text.ja, "ja")), list(_limits(others, text.en, "en"))
    single = [
        (one, other)
        for one in ours
        for other in theirs
        if (one.value, one.unit) == (other.value, other.unit)
        and sum(number.unit == one.unit for number in ours) == sum(number.unit == one.unit for number in theirs) == 1
    ]
    if not single:
        return None
    left_out = {id(number) for pair in single for number in pair}
    return [n for n in numbers if id(n) not in left_out], [n for n in others if id(n) not in left_out]


def _limits(numbers: Sequence[Number], text: str, language: Language) -> Iterator[Number]:
    return (number for number in numbers if number.firm and bound_of(number, text, language))


def _is_share(share: float, ratio: tuple[float, float]) -> bool:
    part, whole = ratio
    return 0 < part <= whole and abs(100 * part / whole - share) < (0.05 if share % 1 else 0.5)


def _is_fraction(number: Number) -> bool:
    """True for a third in words, and not for 0.33."""
    return 0 < number.value < 1 and "." not in number.written


def _is_of(fraction: Number, ratio: tuple[float, float]) -> bool:
    part, whole = ratio
    return abs(fraction.value * whole - part) < _CLOSE


def _is_as_long(one: Number, other: Number) -> bool:
    years, months = (one, other) if one.unit == "year" else (other, one)
    return years.value < _LONGEST and years.value * _MONTHS == months.value
