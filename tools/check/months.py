"""The months of the years that a text names: 2019年11月, November 2019. Pure."""

from __future__ import annotations

import calendar
import re

from tools.records.words import Text

_NAMES = {name: number for number, name in enumerate(calendar.month_name) if name}
_JAPANESE = re.compile("(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月")
_ENGLISH = re.compile(rf"\b(?P<month>{'|'.join(_NAMES)}),? (?:[0-9]{{1,2}},? )?(?P<year>(?:19|20)[0-9]{{2}})\b")
Months = dict[tuple[int, int], str]


def other_months(text: Text) -> tuple[str, str] | None:
    """Of one year, a month that only the Japanese names, and one that only the English does; the year may be said once."""
    japanese: Months = {(int(found["year"]), int(found["month"])): found.group() for found in _JAPANESE.finditer(text.ja)}
    if not japanese:
        return None
    english: Months = {(int(found["year"]), _NAMES[found["month"]]): found.group() for found in _ENGLISH.finditer(text.en)}
    for year, month in japanese.keys() - english.keys():
        for other in english.keys() - japanese.keys():
            if other[0] == year and not (f"{other[1]}月" in text.ja or _named(month, text.en)):
                return japanese[year, month], english[other]
    return None


def _named(month: int, text: str) -> bool:
    return 0 < month < 13 and calendar.month_name[month] in text
