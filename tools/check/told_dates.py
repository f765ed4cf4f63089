"""Rules on the years and days that a text names: they are in the calendar, and what was done on them has come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tools.check.dates import AHEAD
from tools.check.months import days_said
from tools.check.registry import Findings, rule
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

_YEAR = re.compile("2[0-9]{3}(?=年)")
# What may be said of a year to come.
_AHEAD_OF_US = re.compile("期限|有効|予定|見込|計画|終了|終わ|更新|施行|見直|目標|将来|続[きく]")


@rule("future-date", each="bilingual")
def years_in_texts_have_begun(text: Text, today: datetime.date) -> Findings:
    """A year in a text has begun, unless the sentence speaks of a plan or a term.

    Bad: finding: {ja: 2062年の試験。, en: A trial of 2062.}
    Good: finding: {ja: 2026年の試験。, en: A trial of 2026.}
    """
    for year in _YEAR.finditer(text.ja) if "年" in text.ja else ():
        if int(year[0]) > (today + AHEAD).year:
            sentence = text.ja[text.ja.rfind("。", 0, year.start()) + 1 :].partition("。")[0]
            if not _AHEAD_OF_US.search(sentence) and not text.ja[: year.start()].endswith(tuple("0123456789")):
                yield ("ja",), say("future-date.in-text", year=int(year[0]), today=today)


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
