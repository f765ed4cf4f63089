"""Numbers in English: digits, words, fractions, months, and the numerals of phases. Pure."""

from __future__ import annotations

import calendar
import re

from tools.check.number_forms import DIGITS, NAME_OR_WORD, Forms, Meaning, Reader, firm, soft, value_of

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_VALUES = {word: float(n) for n, word in enumerate([*_ONES, *_TEENS])} | {word: 20.0 + 10 * n for n, word in enumerate(_TENS)}
_WORD = rf"(?:{'|'.join([*_TENS, *_TEENS, *_ONES, *_SCALES])})\b"
_AFTER_SCALE = f"(?:{'|'.join(f'(?<={scale})' for scale in _SCALES)})"
_WORDS = rf"(?:a[ ](?:{'|'.join(_SCALES)})\b|{_WORD})(?:[- ]{_WORD}|{_AFTER_SCALE}[ ]and[ ]{_WORD})*"
_PARTS = {"half": 2.0, "third": 3.0, "quarter": 4.0, "fifth": 5.0, "sixth": 6.0, "eighth": 8.0, "tenth": 10.0}
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_SOFT = {
    **{word: soft(n) for n, word in enumerate(_ORDINALS, 1)},
    **dict.fromkeys(("a", "an", "another", "single", "once", "each", "every", "per"), soft(1)),
    **dict.fromkeys(("half", "halved", "halves", "halving"), soft(0.5, 2, 50)),
    **dict.fromkeys(("both", "twice", "double", "doubled", "doubling", "twofold", "couple", "pair"), soft(2)),
    **dict.fromkeys(("triple", "tripled", "threefold", "thrice"), soft(3)),
    "third": soft(3, 1 / 3),
    "quarter": soft(4, 0.25),
    **{f"{word[:-1]}ies": soft(20 + 10 * n) for n, word in enumerate(_TENS)},
    "dozen": soft(12),
    "decade": soft(10),
}
_MONTHS = {name: soft(n, unit="month") for n, name in enumerate(calendar.month_name) if name}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}

_PATTERN = re.compile(
    rf"""
    (?P<name>(?<![A-Za-z0-9])(?!(?:[Uu]nder|[Oo]ver)-)[A-Za-z]+-?[0-9]+(?!\.?[0-9])[A-Za-z0-9-]*)
    |(?P<fraction>(?i:(?:an?|{"|".join(_ONES[1:])}|[0-9]+)[- ](?:{"|".join(_PARTS)})s?\b))
    |(?P<month>(?:(?!May|March)(?:{"|".join(_MONTHS)})|(?:May|March)(?=[ ][0-9])|(?:(?<=[0-9][ ])|(?<=in[ ]))(?:May|March))\b)
    |(?P<scaled>(?:{DIGITS})[ -](?i:hundred|thousand|million|billion)\b)
    |(?P<digits>{DIGITS})
    |(?P<roman>(?<=[A-Za-z][ ])(?:III|II|IV|VI|I|V)(?![\w’']))
    |(?P<again>(?i:(?:the|these|those|all|both)[ ]{_WORDS}))
    |(?P<words>(?![A-Z]{{2}})(?i:{_WORDS}))
    |(?P<soft>(?i:(?:{"|".join(_SOFT)})\b))
    """,
    re.VERBOSE,
)


def _words(written: str) -> Meaning:
    """`one hundred and twenty`, `twelve`; `one` is a pronoun as often, and `two three-arm trials` are two numbers."""
    total = group = last = 0.0
    for word in written.lower().replace("-", " ").split():
        if word in _SCALES:
            group = (group or 1) * _SCALES[word]
            if word != "hundred":
                total, group = total + group, 0
        elif word in _VALUES:
            if last and (last < 20 or _VALUES[word] > 9):
                return soft(last, _VALUES[word])
            group += _VALUES[word]
        last = _VALUES.get(word, 0)
    value = total + group
    return soft(value) if value <= 1 else firm(value)


def _scaled(written: str) -> Meaning:
    digits, word = re.split(r"[ -](?=[A-Za-z])", written)
    return firm(value_of(digits) * _SCALES[word.lower()])


def _fraction(written: str) -> Meaning:
    count, part = re.split("[- ]", written.lower())
    below = _PARTS[part] if part in _PARTS else _PARTS[part.removesuffix("s")]
    above = float(count) if count.isdigit() else _VALUES.get(count, 1.0)
    if below == 2 or count in ("a", "an"):  # half; a third trial
        return soft(above / below, 50.0 * above, below)
    return soft(above / below, 100 * above / below, below)


def _in_name(written: str) -> Meaning:
    found = re.findall("[0-9]+", written)
    return soft(*map(float, found))


_READERS: dict[str, Reader] = {
    "name": _in_name,
    "fraction": _fraction,
    "month": _MONTHS.__getitem__,
    "scaled": _scaled,
    "digits": lambda written: firm(value_of(written)),
    "roman": lambda written: soft(_ROMAN[written]),
    "again": lambda written: soft(_words(written.split(" ", 1)[1])[0]),
    "words": _words,
    "soft": lambda written: _SOFT[written.lower()],
}
_FIRST = {*_VALUES, *_SOFT, *(month.lower() for month in _MONTHS), *(roman.lower() for roman in _ROMAN)}
# “the” begins a number in `the two trials` alone, and is the commonest word.
_BEGIN = "|".join(sorted({word[:2] for word in (*_ONES, *_TEENS, *_TENS, *_SCALES)} | {"a "}))
_NO_NUMBER = rf"(?i:the|these|those|all)[ ](?!(?i:{_BEGIN}))"
ENGLISH = Forms(
    candidate=re.compile(rf"[0-9]|\.(?=[0-9])|(?<![A-Za-z])(?!{_NO_NUMBER}){NAME_OR_WORD}"),
    words=frozenset({*_FIRST, "the", "these", "those", "all"}),
    pattern=_PATTERN,
    readers=_READERS,
)
