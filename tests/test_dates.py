"""Days that cannot be: still to come, older than what they are about, out of order; each is reported once, with its place."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.rule_cases import APPROVAL, ARTICLE, BIB, LAMP, SEARCHES, TEA, spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load

DAY = datetime.date(2026, 3, 4)
SIGNED = "terms: [tea]\nsignoff: [{{version: 1, name: Somebody, role: {{ja: 役, en: Role}}, date: {}, "
SIGNED += "interests: {{ja: 無し, en: None}}}}]"
TWO = (
    "version: 2\nhistory:\n  - {{version: 1, date: {}, change: {{ja: 初版, en: First version}}}}\n"
    "  - {{version: 2, date: {}, change: {{ja: 次の版, en: Next version}}}}\n"
)
ONE = "version: 1\nhistory:\n  - {version: 1, date: 2026-01-02, change: {ja: 初版, en: First version}}\n"
SIGNED_TOO_SOON = TWO.format("2026-01-02", "2026-03-01") + SIGNED.removeprefix("terms: [tea]\n").format("2026-02-28").replace(
    "version: 1", "version: 2"
)
REVIEWED = "reviewed: 2026-01-02\nreview_by: 2026-07-02"
CONFIRMED = "    confirmed: 2026-01-02"


def told(root: Path, *changes: tuple[str, str, str]) -> list[str]:
    spoil(root, list(changes))
    review, problems = load(root)
    assert review
    found = [*problems, *check(assess(review), DAY)]
    return [str(problem) for problem in found if problem.rule != "frozen-version"]  # nothing here is published


def mice(field: str, value: str) -> tuple[str, str, str]:
    """One more field of one source."""
    at = "  species = {mouse},\n"
    return BIB, at, f"{at}  {field} = {value},\n"


def tell_of(japanese: str, english: str) -> tuple[str, str, str]:
    """A finding of the mice with a year in it."""
    finding = "finding: {{ja: {}マウスが静かになった。, en: Mice became calm{}.}}"
    return TEA, finding.format("", ""), finding.format(japanese, f" {english}" if english else "")


WRONG = [
    ("future-date", "reviewed", TEA, REVIEWED, REVIEWED.replace("2026", "2036")),
    ("future-date", "confirmed", APPROVAL, CONFIRMED, "    confirmed: 2026-03-06"),
    ("future-date", "signoff.1.date", TEA, "terms: [tea]", SIGNED.format("2027-01-01")),
    ("future-date", "history.1.date", TEA, "date: 2026-01-02", "date: 2062-01-02"),
    ("future-date", "2062-01-02", SEARCHES, "date: 2026-01-03", "date: 2062-01-02"),
    ("future-date", "seen", ARTICLE, "seen: 2026-01-02", "seen: 2026-12-01"),
    ("future-date", "`checked`", BIB, "{2026-01-02 https://example.org/mice}", "{2099-01-02 https://example.org/mice}"),
    ("future-date", "noticechecked", *mice("noticechecked", "{2099-01-02 https://example.org/mice}")),
    ("future-date", "`notice`", *mice("notice", "{correction 2099-01-02}")),
    ("future-date", "2052", BIB, "{2019}", "{2052}"),
    ("date-out-of-order", "before 2000", APPROVAL, CONFIRMED, "    confirmed: 1970-01-01"),
    ("date-out-of-order", "before 2000", TEA, "terms: [tea]", SIGNED.format("1970-01-01")),
    ("date-out-of-order", "before any of its evidence", TEA, "terms: [tea]", SIGNED.format("2006-01-02")),
    ("date-out-of-order", "before any of its evidence", TEA, "terms: [tea]", SIGNED.format("2025-12-31")),
    ("date-out-of-order", "the year of the source, 2021", APPROVAL, CONFIRMED, "    confirmed: 2020-12-31"),
    ("date-out-of-order", "`checked` is 2018-01-02", BIB, "{2026-01-02 https://example.org/mice}", "{2018-01-02 https://a.org/b}"),
    ("date-out-of-order", "`noticechecked` is 2018", *mice("noticechecked", "{2018-01-02 https://example.org/mice}")),
    ("date-out-of-order", "`notice` is 2018-01-02", *mice("notice", "{correction 2018-01-02}")),
    ("date-out-of-order", "2025-05-01", *mice("notice", "{correction 2025-05-01},\n  noticechecked = {2024-01-01 https://a.org/b}")),
    ("future-date", "`inforce`", *mice("inforce", "{2030-01-01}")),
    ("date-out-of-order", "`inforce` is 2018", *mice("inforce", "{2018-01-01}")),
    ("date-out-of-order", "`valid` ends on 2024-06-01", *mice("valid", "{2026-05-31/2024-06-01}")),
    ("date-out-of-order", "`date` is 2018-01-03", SEARCHES, "date: 2026-01-03", "date: 2018-01-03"),
    ("date-out-of-order", "`reviewed` is 2018", TEA, REVIEWED, "reviewed: 2018-01-02\nreview_by: 2018-07-02"),
    ("date-out-of-order", "Version 2 is of 2026-01-31", TEA, ONE, TWO.format("2026-02-01", "2026-01-31")),
    ("date-out-of-order", "a month before the first version", APPROVAL, CONFIRMED, "    confirmed: 2025-01-02"),
    ("date-out-of-order", "a month before the first version", APPROVAL, CONFIRMED, "    confirmed: 2025-11-30"),
    ("date-out-of-order", "`history.1.date` is 2018-01-02", TEA, ONE, ONE.replace("2026", "2018")),
    ("future-date", "speaks of 2031", *tell_of("2031年に", "in 2031")),
    ("future-date", "speaks of 2062", *tell_of("2062年の研究で", "in a study of 2062")),
    ("bad-date", "no day of the calendar", *tell_of("2月30日に", "on 30 February")),
    ("bad-date", "no day of the calendar", *tell_of("2025年11月31日に", "on 31 November 2025")),
    ("future-date", "was done on it", *tell_of("2026年11月26日に調べた写しで", "in a copy read on 26 November 2026")),
    ("future-date", "2031年の時点", *tell_of("2031年の時点で", "as of 2031")),
    ("future-date", "2026年5月現在", *tell_of("2026年5月現在、", "as of May 2026")),
    ("future-date", "2026年4月26日の時点", *tell_of("2026年4月26日の時点で", "as of 26 April 2026")),
    ("future-date", "2026年5月に検索", *tell_of("2026年5月に検索し、", "searched again in May 2026")),
    ("future-date", "speaks of 2038", *tell_of("令和20年に", "in 2038")),
    ("date-out-of-order", "Version 2 is dated 2026-03-01", TEA, ONE, SIGNED_TOO_SOON),
    ("bad-date", "more than a year", TEA, "review_by: 2026-07-02", "review_by: 2047-07-02"),
    ("bad-date", "more than a year", TEA, "review_by: 2026-07-02", "review_by: 2027-07-02"),
    ("bad-date", "is not after", TEA, "review_by: 2026-07-02", "review_by: 2025-07-02"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "words", "path", "old", "new"), WRONG, ids=[f"{case[0]}-{i}" for i, case in enumerate(WRONG)])
def test_a_day_that_cannot_be_is_one_problem(rule: str, words: str, path: str, old: str, new: str, miniature: Path) -> None:
    (line,) = told(miniature, (path, old, new))
    assert line.startswith(f"{path}:") and f": {rule}: " in line and words in line


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (APPROVAL, CONFIRMED, "    confirmed: 2026-03-05"),  # it is that day already in the east
        (TEA, "terms: [tea]", SIGNED.format("2026-01-02")),
        (TEA, ONE, TWO.format("2026-01-02", "2026-01-02")),
        (TEA, "review_by: 2026-07-02", "review_by: 2026-01-03"),  # overdue, which the page says
        (TEA, "review_by: 2026-07-02", "review_by: 2027-01-02"),
        (BIB, "year         = {2020},\n", ""),
        mice("valid", "{2024-06-01/2026-05-31}"),
        mice("valid", "{/2026-05-31}"),
        (APPROVAL, CONFIRMED, "    confirmed: 2025-12-20"),  # read for a record that was being written
        tell_of("2026年に", "in 2026"),
        tell_of("2026年3月の時点で", "as of March 2026"),
        tell_of("令和8年度に", "in fiscal 2026"),
        (TEA, ONE, SIGNED_TOO_SOON.replace("date: 2026-02-28", "date: 2026-03-02")),
        tell_of("2024年2月29日に", "on 29 February 2024"),
        tell_of("2026年11月26日まで有効な文書(読んだのは写し)で", "in a document valid until 26 November 2026 (a copy was read)"),
        tell_of("2031年に終わる予定の試験で", "in a trial that is to end in 2031"),
        (LAMP, "reviewed: 2026-01-02", "reviewed: 2026-03-04"),
    ],
)
def test_a_day_that_can_be_is_none(path: str, old: str, new: str, miniature: Path) -> None:
    assert told(miniature, (path, old, new)) == []


@pytest.mark.parametrize(("day", "words"), [
    ("2025-01-02", "is 2025-01-02, more than a month before the first version of the record, 2026-01-02"),
    ("2019-01-02", "the year of the source, 2021"),
])  # fmt: skip
def test_a_second_reading_before_there_was_anything_to_read(day: str, words: str, judged: Path) -> None:
    old = "second_read: {by: mori, date: 2026-01-02}"
    (line,) = told(judged, ("claims/lamp-by-outcome.yml", old, old.replace("2026-01-02", day)))
    assert "date-out-of-order: `outcomes.2.second_read.date`" in line and words in line


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("docs/en/index.md", "We read it on 31 November 2025.", "bad-date"),
        ("docs/ja/index.md", "2月30日に読みました。", "bad-date"),
        ("docs/en/index.md", "The copies were read on 26 November 2026.", "future-date"),
        ("docs/ja/index.md", "写しは2026年11月26日に読みました。", "future-date"),
        ("docs/en/index.md", "The copies were read on 26 January 2026.", ""),
    ],
)
def test_a_day_on_a_page_can_be(path: str, text: str, rule: str, miniature: Path) -> None:
    page = miniature / path
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    found = [line.split(": ")[1] for line in told(miniature) if line.startswith(path) and "-date: " in line]
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2031年の時点のものです。", "`2031年の時点`"),
        ("2062年の試験です。", "speaks of 2062"),
        ("2026年2月30日のものです。", "no day of the calendar"),
    ],
)
def test_a_year_on_a_page_has_begun(day: str, words: str, miniature: Path) -> None:
    assert [line for line in told(miniature, ("docs/ja/index.md", "ランプ", f"{day}ランプ")) if words.strip("`") in line]


def test_what_holds_as_of_a_day_to_come_is_told_in_english_alone(miniature: Path) -> None:
    lines = told(miniature, ("docs/en/index.md", "[Claims]", "As of 5 March 2026, and as of May 2026: [Claims]"))
    assert [line for line in lines if "`as of May 2026`" in line] and not [line for line in lines if "5 March" in line]
