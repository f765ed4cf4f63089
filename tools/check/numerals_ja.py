"""Numbers in Japanese: digits, kanji, ten thousands, tenths, parts, and the years of an era. Pure."""

from __future__ import annotations

import re
from itertools import pairwise

from tools.check.number_forms import DIGITS, NAME_OR_WORD, Forms, Meaning, Reader, firm, soft, value_of

_KANJI = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 1e4, "億": 1e8, "兆": 1e12}
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_NUMBER = rf"(?:(?:{DIGITS})[千百]?|[〇零一二三四五六七八九十百千]+)"
_LARGE = rf"(?:(?:{_NUMBER}[万億兆])+(?:{_NUMBER})?|{_NUMBER})"
_WHOLE = "(?:[0-9]+万?|[一二三四五六七八九十百千]+)"
# A single kanji is a number before these; elsewhere it is part of a word, as in 一般, 統一, 四肢.
_COUNTED = "人|名|件|例|回|年|か月|カ月|ヶ月|ヵ月|週|日|点|歳|倍|匹|本|編|種|群|つ(?!とも)|時間|施設|割|段階|世代|番"
_KNOWN_PAIRS = {"半数": soft(0.5, 50), "半分": soft(0.5, 50), "半減": soft(0.5, 50, 2), "半年": soft(6, 0.5), "半": soft(0.5, 50)}
_SOFT = {
    **_KNOWN_PAIRS,
    **dict.fromkeys(("ある", "単一", "単独", "毎", "ひとり", "ひとつ"), soft(1)),
    **dict.fromkeys(("二重", "両", "双方", "対", "倍", "組", "ふたり", "ふたつ"), soft(2)),
    **dict.fromkeys(("三重", "みっつ"), soft(3)),
}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6}

_PATTERN = re.compile(
    rf"""
    (?P<vague>[数何幾][十百千万億兆]+|[十百千万][数余]|十分(?!間|の)|二次|三次|一次)
    |(?P<name>(?<![A-Za-z0-9])[A-Za-z]+-?[0-9]+(?!\.?[0-9])[A-Za-z0-9-]*(?!回|人|例|件|週|日|か月|年|匹|%))
    |(?P<era>(?:{"|".join(_ERAS)})(?:元|{_NUMBER})年)
    |(?P<part>(?<![.0-9]){_WHOLE}分の{_WHOLE}(?![.0-9A-Za-z人件例回]))
    |(?P<tenths>{_NUMBER}割(?![合りっ付当])(?:{_NUMBER}分)?)
    |(?P<years>{_NUMBER}年半)
    |(?P<digits>(?:{DIGITS})(?![0-9.]*[千百万億兆]))
    |(?P<large>(?:{DIGITS})[千百](?![万億兆])|(?:{_NUMBER}[万億兆])+(?:{_NUMBER})?|[〇零一二三四五六七八九十百千]{{2,}})
    |(?P<counted>(?<!第)(?:[一二三四五六七八九十](?={_COUNTED})|[百千](?=人|件|例|回|名|匹|年)))
    |(?P<ordinal>(?<=第)[一二三四五六七八九十]|(?<![A-Za-z])(?:III|II|IV|VI|I|V|[Ⅰ-Ⅵ])(?=相|型|度|期|群|種|類|$))
    |(?P<soft>{"|".join(_SOFT)})
    """,
    re.VERBOSE,
)


def _plain(written: str) -> float:
    """Digits, or kanji by place (二〇二六) or by name (百二十)."""
    if written[0] in ".0123456789":
        digits = written.rstrip("千百")
        return value_of(digits) * _TENS.get(written[len(digits) :], 1)
    if not set(written) & _TENS.keys():
        return float("".join(str(_KANJI[character]) for character in written))
    total = 0
    for before, character in pairwise(f" {written}"):
        if character in _TENS:
            total += _TENS[character] * _KANJI.get(before, 1)
    return float(total + _KANJI.get(written[-1], 0))


def _large(written: str) -> float:
    """The same with 万, 億 and 兆: 1万2000."""
    *scaled, rest = re.split("(?<=[万億兆])", written)
    return sum(_plain(part[:-1]) * _SCALES[part[-1]] for part in scaled) + (_plain(rest) if rest else 0)


def _era(written: str) -> Meaning:
    year = written[2:-1]
    return firm(_ERAS[written[:2]] + (1 if year == "元" else _plain(year)), "year")


def _part(written: str) -> Meaning:
    below, above = map(_large, written.split("分の"))
    return firm(above / below)


def _tenths(written: str) -> Meaning:
    tenths, _, hundredths = written.partition("割")
    return firm(_plain(tenths) * 10 + (_plain(hundredths[:-1]) if hundredths else 0), "%")


def _years(written: str) -> Meaning:
    years = _plain(written[:-2]) + 0.5
    return years, True, (years * 12, years - 0.5), "year"


def _counted(written: str) -> Meaning:
    value = _plain(written)
    return soft(value) if value == 1 else firm(value)


def _in_name(written: str) -> Meaning:
    return soft(*map(float, re.findall("[0-9]+", written)))


_READERS: dict[str, Reader] = {
    "vague": lambda written: None,
    "name": _in_name,
    "era": _era,
    "part": _part,
    "tenths": _tenths,
    "years": _years,
    "digits": lambda written: firm(value_of(written)),
    "large": lambda written: firm(_large(written)),
    "counted": _counted,
    "ordinal": lambda written: soft(_ROMAN.get(written) or _plain(written)),
    "soft": _SOFT.__getitem__,
}
_BEGIN = "".join((*_KANJI, "十百千数何幾", *{era[0] for era in _ERAS}, *{word[0] for word in _SOFT}))
JAPANESE = Forms(
    candidate=re.compile(rf"[0-9Ⅰ-Ⅵ{_BEGIN}]|\.(?=[0-9])|{NAME_OR_WORD}"),
    words=frozenset(roman.lower() for roman in _ROMAN),
    pattern=_PATTERN,
    readers=_READERS,
)
