"""What a number counts, as far as the words beside it say: one class for the words of both languages. Pure.

Only classes whose words are unmistakable in both: a number of no class fits any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tools.check.number_forms import Number

_WORDS = {
    "%": ("%|％|パーセント", "%|per ?cent|percent"),
    "people": (
        "人|名|例",
        "people|persons?|patients?|participants?|adults?|women|men|children|adolescents|controls|volunteers|subjects|individuals|responders|cases",
    ),
    "month": ("か月|カ月|ヶ月|ヵ月|ケ月|月", "months?"),
    "week": ("週間?", "weeks?"),
    "day": ("日間?", "days?"),
    "year": ("年|歳", "years?|year-olds?"),
    "hour": ("時間", "hours?"),
    "minute": ("分(?!の)間?", "min(?:utes?)?"),
    "studies": (
        "件|研究|試験|論文|報告|本|編|文献",
        "studies|trials|RCTs|articles|papers|publications|reports|analyses|meta-analyses|reviews",
    ),
    "session": ("回", "sessions?"),
    "times": ("(?!)", "times"),
    "point": ("点", "points?"),
    "animal": ("匹|頭", "animals?|mice|rats?|monkeys?|rabbits?|pigs?"),
    "fold": ("倍", "-?fold"),
    "yen": ("円", "yen"),
    "dollar": ("ドル", "dollars?"),
    "site": ("施設", "centres?|sites?|practices|hospitals"),
    "country": ("か国|カ国|ヶ国", "countries"),
    # measured: the words beside their symbols, which both languages write alike
    "kHz": ("キロヘルツ", "kilohertz"),
    "Hz": ("ヘルツ", "hertz"),
    "µg": ("マイクログラム", "micrograms?"),
    "mg": ("ミリグラム", "milligrams?"),
    "kg": ("キログラム", "kilograms?"),
    "g": ("グラム", "grams?"),
    "mL": ("ミリリットル", "millilit(?:re|er)s?"),
    "L": ("リットル", "lit(?:re|er)s?"),
    "mm": ("ミリ(?:メートル)?(?!秒)", "millimet(?:re|er)s?"),
    "cm": ("センチ(?:メートル)?", "centimet(?:re|er)s?"),
    "m": ("メートル", "met(?:re|er)s?"),
    "ms": ("ミリ秒", "milliseconds?"),
    "s": ("秒間?", "seconds?|sec"),
    "T": ("テスラ", "tesla"),
    "dB": ("デシベル", "decibels?"),
}
_SYMBOL = (
    r"(?P<symbol>(?:[kmcdnpµμu]?(?:g|[lL]|m[²³23]?|T|V|W|Hz|Pa|mol|IU|U)|(?:(?<=\s)|[mnµμ])s|MHz|GHz|dB|°C|hPa|Gy)"
    r"(?:/(?:kg|m²|[mdµμ]?[lL]|g|min|h|day|日))?)(?![A-Za-zα-ω0-9])"
)
_JAPANESE = re.compile(rf"\s*(?:(?P<unit>{'|'.join(ja for ja, _ in _WORDS.values())})|{_SYMBOL})")
# The noun may have a few words before it: `40 blinded randomised trials`; no other number, mark or preposition between.
_NOT_BETWEEN = "of|in|with|to|and|or|at|from|for|per|than|v|by|until|after|against|on|were|had|was"
_BETWEEN = rf"(?:(?!(?:{_NOT_BETWEEN})\b)[A-Za-z’'-]+ ){{0,4}}?"
_ENGLISH = re.compile(rf"[\s-]?(?:{_SYMBOL}|(?:{_BETWEEN})(?P<unit>{'|'.join(en for _, en in _WORDS.values())})(?![A-Za-z]))")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# The noun before its number: `weeks 3 and 4`, `aged 18 to 65`, `June 6`.
_BEFORE = re.compile(
    rf"\b(?:(?P<unit>week|month|day|year|session)s?|(?P<age>aged?|ages)|(?P<day>{_MONTH})) (?:[0-9.]+ ?(?:,|and|to|–|-|or) ?)*$",
    re.IGNORECASE,
)
_DAY = re.compile(rf" (?:{_MONTH})\b")
# 2012 is a year but for a noun straight after it.
_YEARS = frozenset(range(1900, 2100))
_COUNTED = re.compile(
    r"[\s-]?(?:[A-Za-z-]+ )?(?:%|people|patients|participants|adults|points|trials|studies|articles|publications|yen)\b"
)
# `3 times a week` are sessions, `2.4 times` and `10 times as many` are not.
_OFTEN = re.compile(r"[\s-]?(?:[A-Za-z’'-]+ ){0,4}?times (?:an?|per|each|every|daily|weekly|monthly)\b")
# What joins numbers that share the unit of the last.
_RANGE = re.compile(r"\s*(?:[–—〜～~]|to|から|ないし)\s*[−–-]?\s*")
_JOINED = re.compile(r"\s*(?:[–—〜～~−-]|to|and|or|から|ないし|、|,|と|または|および|・|/)\s*(?:to )?[−–-]?\s*")


def with_units(numbers: Sequence[Number], text: str, language: str) -> tuple[Number, ...]:
    """The numbers with what they count; of `3, 6 and 12 months` each counts months. Only of firm ones."""
    found: list[Number] = []
    following: Number | None = None
    for number in reversed(numbers):
        if not number.firm:
            found.append(number)
            continue
        unit = number.unit or (_japanese(number, text) if language == "ja" else _english(number, text))
        if not unit and following and _shares(number, following, text):
            unit = following.unit
        following = number._replace(unit=unit) if unit else number
        found.append(following)
    return tuple(reversed(found))


def _shares(number: Number, following: Number, text: str) -> bool:
    """True for both ends of a range, and for numbers in a row that are written alike."""
    if _RANGE.fullmatch(text, number.end, following.start):
        return True
    alike = bool(number.value % 1) == bool(following.value % 1)
    return alike and bool(_JOINED.fullmatch(text, number.end, following.start))


def _named(match: re.Match[str]) -> str:
    return _class_of(match["unit"]) if match["unit"] else _as_one(match["symbol"])


@cache
def _class_of(unit: str) -> str:
    """The class of a word that one of the patterns has found."""
    return next(name for name, words in _WORDS.items() if any(re.fullmatch(pattern, unit) for pattern in words))


@cache
def _as_one(symbol: str) -> str:
    """A symbol in the one form in which it is compared: µg for μg and ug, mL for ml."""
    plain = re.sub("^[μu](?=[glLms])", "µ", symbol)
    return re.sub("l", "L", plain).replace("/日", "/day")


def _japanese(number: Number, text: str) -> str:
    match = _JAPANESE.match(text, number.end)
    return _named(match) if match else ""


def _english(number: Number, text: str) -> str:
    if number.value in _YEARS and not _COUNTED.match(text, number.end):
        return "year"
    if number.value <= 31 and _DAY.match(text, number.end):
        return "day"
    if match := _ENGLISH.match(text, number.end):
        unit = _named(match)
        if unit != "times":
            return unit
        return "session" if _OFTEN.match(text, number.end) else "fold" if number.value % 1 else ""
    if before := _BEFORE.search(text, max(0, number.start - 60), number.start):
        if before["day"]:
            return "day" if number.value <= 31 else ""
        return "year" if before["age"] else before["unit"].lower()
    return ""
