"""The months and the days that a text names: 2019年11月, November 2019, 30 November. Pure."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tools.records.words import Language, Text

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_JAPANESE = re.compile("(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月")
_ENGLISH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}),? (?:[0-9]{{1,2}},? )?(?P<year>(?:19|20)[0-9]{{2}})\b")
Months = dict[tuple[int, int], str]
_DAY: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?:(?P<year>[12][0-9]{3})年)?(?<![0-9])(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
        "(?P<done>に[^。、]{0,12}(?:読(?:ん|み|め)|調べ|検索し|探し|試し|見まし|確かめ|確認し))?"
    ),
    "en": re.compile(
        r"(?P<done>\b(?:read|searched|looked|seen|checked|tried|repeated)(?: \w+)? on )?"
        rf"\b(?P<day>[0-9]{{1,2}}) (?P<month>{'|'.join(MONTHS)})\b(?: (?P<year>[12][0-9]{{3}})\b)?"
    ),
}
_IN_A_DAY: Mapping[Language, tuple[str, ...]] = {"ja": ("日",), "en": tuple(MONTHS)}
_LEAP = 2024  # a day without its year may be 29 February


class Said(NamedTuple):
    """A day as a text names it.

    Attributes:
        day: None where the calendar has none; in a leap year where the text gives no year.
        dated: the text gives the year.
        done: it says that something was read or searched on that day of a year.
    """

    words: str
    day: datetime.date | None
    dated: bool
    done: bool


def days_said(text: str, language: Language) -> Iterator[Said]:
    """The days that a text names with day and month."""
    if not any(word in text for word in _IN_A_DAY[language]):
        return  # most texts name none
    for found in _DAY[language].finditer(text):
        month = int(found["month"]) if language == "ja" else MONTHS[found["month"]]
        words = found.group().removeprefix(found["done"] or "").removesuffix(found["done"] or "")
        try:
            day = datetime.date(int(found["year"] or _LEAP), month, int(found["day"]))
        except ValueError:
            day = None
        yield Said(words, day, bool(found["year"]), bool(found["year"] and found["done"]))


def other_months(text: Text) -> tuple[str, str] | None:
    """Of one year, a month that only the Japanese names, and one that only the English does; the year may be said once."""
    japanese: Months = {(int(found["year"]), int(found["month"])): found.group() for found in _JAPANESE.finditer(text.ja)}
    if not japanese:
        return None
    english: Months = {(int(found["year"]), MONTHS[found["month"]]): found.group() for found in _ENGLISH.finditer(text.en)}
    for year, month in japanese.keys() - english.keys():
        for other in english.keys() - japanese.keys():
            if other[0] == year and not (f"{other[1]}月" in text.ja or _named(month, text.en)):
                return japanese[year, month], english[other]
    return None


def _named(month: int, text: str) -> bool:
    return 0 < month < 13 and calendar.month_name[month] in text
