"""Rules on the years and days that a text names: they are in the calendar, and what was done on them has come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from itertools import chain

from tools.check.dates import AHEAD
from tools.check.months import MONTHS, days_said
from tools.check.registry import Findings, rule
from tools.records.sources import Reference
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

_YEAR = re.compile("(?<![0-9])2[0-9]{3}(?=年)|令和(?P<era>[0-9]{1,2})(?=年)")
_ERA = 2018  # 令和1年 is 2019
# What is said to hold as of a day, a month or a year, or to have been looked up in one.
_AS_OF: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?P<year>2[0-9]{3})年(?:(?P<month>[0-9]{1,2})月)?(?:(?P<day>[0-9]{1,2})日)?"
        "(?:(?:の)?(?:時点|現在)|に[^。、]{0,8}(?:調べ|検索し|読(?:ん|み)|確かめ|確認し))"
    ),
    "en": re.compile(
        rf"\b(?:as (?:of|at)|(?:searched|read|checked|looked up)(?: again)? (?:in|on)) (?:(?P<day>[0-9]{{1,2}}) )?"
        rf"(?:(?P<month>{'|'.join(MONTHS)}) )?(?P<year>2[0-9]{{3}})\b",
        re.IGNORECASE,
    ),
}
_MAY_BE: Mapping[Language, str] = {"ja": "年", "en": " 2"}
# What may be said of a year to come.
_AHEAD_OF_US = re.compile("期限|有効|予定|見込|計画|終了|終わ|更新|施行|見直|目標|将来|続[きく]")


@rule("future-date", each="bilingual")
def years_in_texts_have_begun(text: Text, today: datetime.date) -> Findings:
    """A year in a text has begun, unless the sentence speaks of a plan or a term.

    Bad: finding: {ja: 2062年の試験。, en: A trial of 2062.}
    Good: finding: {ja: 2026年の試験。, en: A trial of 2026.}
    """
    yield from ((("ja",), message) for message in _years_ahead(text.ja, today))


@rule("future-date", each="page")
def years_on_pages_have_begun(text: str, language: Language, today: datetime.date) -> Findings:
    """So has a year on a hand-written page.

    Bad: docs/ja/about.md: 2062年の試験です。
    Good: docs/ja/about.md: 2026年の試験です。
    """
    for number, line in enumerate(text.split("\n"), 1) if language == "ja" else ():
        yield from (((number,), message) for message in _years_ahead(line, today))


def _years_ahead(text: str, today: datetime.date) -> Iterator[Message]:
    """What is wrong with the years of a Japanese text, also those of the era: the English has the same numbers."""
    for found in _YEAR.finditer(text) if "年" in text else ():
        year = int(found["era"]) + _ERA if found["era"] else int(found.group())
        if year > (today + AHEAD).year and not _AS_OF["ja"].match(text, found.start()):  # which is told elsewhere
            sentence = text[text.rfind("。", 0, found.start()) + 1 :].partition("。")[0]
            if not _AHEAD_OF_US.search(sentence):
                yield say("future-date.in-text", year=year, today=today)


@rule("bad-date", "future-date", each="bilingual")
def days_in_texts_are_days(text: Text, today: datetime.date) -> Findings:
    """A day in a text is in the calendar, and one on which something was read or searched has come.

    Bad: finding: {ja: 2026年11月31日に読んだ写しです。, en: From a copy read on 31 November 2026.}
    Good: finding: {ja: 2026年11月30日に読んだ写しです。, en: From a copy read on 30 November 2026.}
    """
    for language in LANGUAGES:
        for message in _no_days(text[language], language, today):
            yield (language,), message
            return  # told once: the other language says the same day


@rule("bad-date", "future-date", each="reference")
def days_in_remarks_are_days(reference: Reference, today: datetime.date) -> Findings:
    """So is a day in a remark on a source.

    Bad: note = {Read on 31 November 2026}
    Good: note = {Read on 30 November 2026}
    """
    for field in ("title", "note", "population", "funding", "interests"):
        text = getattr(reference, field) or ""
        for message in chain.from_iterable(_no_days(text, language, today) for language in LANGUAGES):
            yield (field,), message
            break  # told once, in whichever language it is


@rule("bad-date", "future-date", each="page")
def days_on_pages_are_days(text: str, language: Language, today: datetime.date) -> Findings:
    """So is a day on a hand-written page.

    Bad: docs/en/about.md: The records were read on 31 November 2026.
    Good: docs/en/about.md: The records were read on 30 November 2026.
    """
    for number, line in enumerate(text.split("\n"), 1):
        yield from (((number,), message) for message in _no_days(line, language, today))


def _no_days(text: str, language: Language, today: datetime.date) -> Iterator[Message]:
    """What is wrong with the days that a text names: they are in no calendar, or something was done on them that has not come."""
    for said in days_said(text, language):
        if said.day is None:
            yield say("bad-date.in-text", day=said.words)
        elif said.done and said.day > today + AHEAD:
            yield say("future-date.done", day=said.words, today=today)
            return
    for found in _AS_OF[language].finditer(text) if _MAY_BE[language] in text else ():
        if (first := _first_day(found)) and first > today + AHEAD:
            yield say("future-date.as-of", words=found.group(), today=today)


def _first_day(found: re.Match[str]) -> datetime.date | None:
    """The first day of a year, a month or a day as of which something is said; None where the calendar has none."""
    month = found["month"] or "1"
    number = int(month) if month.isdigit() else MONTHS[month.capitalize()]
    try:
        return datetime.date(int(found["year"]), number, int(found["day"] or 1))
    except ValueError:
        return None
