"""What both languages share in writing numbers: digits and their groups, signs, ranges, and the number that is read. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

# Groups of thousands are parted by a comma or a space of any width; a text may leave out the zero before the point.
DIGITS = (
    r"(?:(?<![0-9.,])[0-9]{1,3}(?:[,\u0020\u00a0\u2007\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
    r"|(?<![0-9A-Za-z.])\.[0-9]+"
)
# A word, and whether it is the name that holds a number: HAMD17, IL-6.
NAME_OR_WORD = "(?P<word>[A-Za-z]+)(?P<name>(?=-?[0-9]))?"
_GROUPED = re.compile("[,\u0020\u00a0\u2007\u2009\u202f]")
_DASHES = "-‐‑–—−﹣"
_MINUS = ("マイナス", "minus", "negative")


class Number(NamedTuple):
    """A number in a text.

    Attributes:
        value: with its sign; `3割` is 30, as `30%` is.
        written: as the text has it.
        start, end: its place in the text.
        firm: written out as a number, so that the other language has to give it; False for what may be something else.
        also: what else it may mean: `third` is 3, and one third.
        unit: what it counts, a class of `units`; "" where the text does not say it beside the number.
        whole: that of which it is a part: 80 for the 31 in `31 of 80`.
    """

    value: float
    written: str
    start: int
    end: int
    firm: bool = True
    also: tuple[float, ...] = ()
    unit: str = ""
    whole: float | None = None


# What a form says: value, firm, also, unit.
Meaning = tuple[float, bool, tuple[float, ...], str]
Reader = Callable[[str], Meaning | None]


def firm(value: float, unit: str = "") -> Meaning:
    """What is a number beyond doubt."""
    return value, True, (), unit


def soft(value: float, *also: float, unit: str = "") -> Meaning:
    """What may be a number, and may mean another."""
    return value, False, also, unit


def value_of(digits: str) -> float:
    """The value of digits without a sign, in groups or not."""
    return float(digits if digits.isdigit() else _GROUPED.sub("", digits))


@dataclass(frozen=True)
class Forms:
    """How one language writes numbers.

    Attributes:
        candidate: finds quickly where a number may begin, with NAME_OR_WORD; the pattern is tried only there.
        words: of candidates that are words, those that may begin a number.
        pattern: one named group for each form.
        readers: name of the form to what reads it.
    """

    candidate: re.Pattern[str]
    words: frozenset[str]
    pattern: re.Pattern[str]
    readers: dict[str, Reader]


def scan(forms: Forms, text: str) -> Iterator[Number]:
    """The numbers in a text, in order."""
    done = 0
    for candidate in forms.candidate.finditer(text):
        start = candidate.start()
        if start < done or (candidate.lastgroup == "word" and candidate["word"].lower() not in forms.words):
            continue
        if match := forms.pattern.match(text, start):
            done = match.end()
            if number := _read(forms, match):
                yield number


def _read(forms: Forms, match: re.Match[str]) -> Number | None:
    form, written = match.lastgroup or "", match.group()
    meaning = forms.readers[form](written)
    if meaning is None:
        return None
    value, is_firm, also, unit = meaning
    if form == "digits" and is_negative(match.string, match):
        value, written = -value, f"−{written}"
    return Number(value, written, match.start(), match.end(), is_firm, also, unit)


def is_negative(text: str, match: re.Match[str]) -> bool:
    """True where a minus is before the number, and not the dash of a range or the hyphen of a name."""
    start = match.start()
    if start == 0 or text[start - 1] not in _DASHES:
        return text[max(0, start - 10) : start].rstrip().lower().endswith(_MINUS)
    before = text[start - 2] if start > 1 else " "
    if before.isascii() and before.isalpha():  # SMD-0.48 is a value, HAMD-17 a name
        return text[start - 1] == "−" or "." in match.group()
    return not (before.isdigit() or before in "%)]）」.")
