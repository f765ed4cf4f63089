"""Numbers as prose writes them, in both languages, with what they count. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tools.check.number_forms import Number, scan
from tools.check.numerals_en import ENGLISH
from tools.check.numerals_ja import JAPANESE
from tools.check.units import with_units
from tools.records.words import Language
from tools.text.marks import CITATION

_LANGUAGES = {"ja": JAPANESE, "en": ENGLISH}
# Full-width forms as ordinary ones, one for one, so that places stay.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_WIDE = re.compile("[\uff01-\uff5e]")
_ADDRESS = re.compile(r"https?://[!-~]+")
_PER_MILLE = re.compile("‰| ?per mille", re.IGNORECASE)
_SCALES = {"割": 10.0, "千": 1e3, "万": 1e4, "億": 1e8}
_RANGES = ("〜", "~", "–", "-", "から")
_GLOSS = re.compile(r"[%人件]?\s?\((?:約|about )?")
# `31 of 80`, `1 in 4`; 「80人のうち31人」, 「33人中18人」.
_PART = {
    "ja": re.compile("(?:(?:人|名|例|件|点|匹|回|研究|試験)(?:のうち|中|の中)|の[^。、0-9()]{1,6}のうち)[^。0-9()]{0,12}"),
    "en": re.compile(
        r" (?:(?:people|patients|participants|women|men|trials|studies|cases) )?(?:(?:out )?of (?:the |all |these )?|in )"
    ),
}


@lru_cache(maxsize=2**15)  # most texts are as they were when a preview checks again; of 5,000 claims not all are kept
def numbers_of(text: str, language: Language) -> tuple[Number, ...]:
    """The numbers of a text in their order, a part after its whole; those in citation keys and addresses are left out."""
    plain = text.translate(_NARROW) if _WIDE.search(text) else text
    for sign, hidden in (("[@", CITATION), ("://", _ADDRESS)):
        if sign in plain:
            plain = hidden.sub(lambda match: " " * len(match.group()), plain)
    numbers = with_units(_scaled(list(scan(_LANGUAGES[language], plain)), plain), plain, language)
    return _wholes_first(_without_glosses(numbers, plain), plain, language)


def _scaled(numbers: list[Number], text: str) -> list[Number]:
    """`2〜3割` is 20 to 30: the scale of a range is said once, at its end; 5‰ is 0.5%."""
    per_mille = "‰" in text or "mille" in text.lower()
    for index, number in enumerate(numbers):
        if per_mille and _PER_MILLE.match(text, number.end):
            numbers[index] = number._replace(value=number.value / 10, unit="%")
        scale = _SCALES.get(number.written[-1])
        if index and scale and text[numbers[index - 1].end : number.start] in _RANGES:
            below = numbers[index - 1]
            numbers[index - 1] = below._replace(value=below.value * scale, unit=number.unit)
    return numbers


def _without_glosses(numbers: Sequence[Number], text: str) -> list[Number]:
    """`3割(30%)` says one number twice: what is in the brackets is not another."""
    found = list(numbers[:1])
    for number in numbers[1:]:
        before = found[-1]
        same = number.value in (before.value, *before.also)
        again = same and _GLOSS.fullmatch(text, before.end, number.start)
        found.append(number._replace(firm=False) if again else number)
    return found


def _wholes_first(numbers: list[Number], text: str, language: Language) -> tuple[Number, ...]:
    for index in range(len(numbers) - 1):
        first, second = numbers[index], numbers[index + 1]
        if not (first.firm and second.firm) or not _PART[language].fullmatch(text, first.end, second.start):
            continue
        whole, part = (first, second) if language == "ja" else (second, first)
        if whole.unit != "year" and part.unit in ("", whole.unit):
            numbers[index : index + 2] = whole, part._replace(unit=whole.unit, whole=whole.value)
    return tuple(numbers)
