"""CONTRIBUTING.md, walked through on the invented review (ten minutes, then five): it pastes what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import MINIATURE, ROOT
from tests.registries import crossref, serving, web_at
from tools import verify
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.contribute.impact import impact
from tools.records.load import load
from tools.records.words import LANGUAGES

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CLAIM = "tea-calms-mice"
RECORD, REFERENCES = f"claims/{CLAIM}.yml", "references/all.bib"
ITEM = """\
  - ref: yube2026evenings
    direction: supports
    direct: true
    reports: [response]
    finding:
      ja: 100人の試験。落ち着くまでの時間の中央値は14分と21分、反応した人は60%と36%(リスク比1.67、95%信頼区間 1.08〜2.57)でした。
      en: Trial in 100 people. Median time until calm was 14 against 28 minutes; 60% against 36% responded \
(risk ratio 1.67, 95% CI 1.08 to 2.57).
    locator: abstract
"""


# What the five minutes write, and what the check makes of it.
NOT_MEASURED = """\
outcomes:
  - {outcome: response, found: none, searched: lamp-and-tea-in-people}
"""
OUTCOME = """\
outcomes:
  - outcome: response
    source: yube2026evening
    result: RR 1.67 (1.08 to 2.57)
    studies: 1
    participants: 100
    without: {per100: 36, source: yube2026evening}
    grade: {risk-of-bias: 0, inconsistency: 0, indirectness: 0, imprecision: 0, publication-bias: 0}
"""
AWAITED = """\
would_change_if: {outcome: response, body: randomised, studies: 3, people: 900, certainty: moderate, ceiling: supported}
"""
OLD_ANSWERS = """\
short: {ja: 調べたのはマウスだけです。, en: It was studied in mice only.}
answer: {ja: マウスでだけ調べられています。, en: It has been tested in mice only.}
"""
ANSWERS = """\
short: {ja: 一つの試験では、反応した人が水より多くいました。, en: In one trial more people responded than with water.}
answer: {ja: '反応した人が水より多かった試験が一つあります。', en: 'There is one trial, in which more responded than with water.'}
"""


def entry() -> str:
    """What `new --from-doi` writes of an invented trial."""
    with serving() as registries:
        more = {"container-title": ["Journal of Invented Trials"], "volume": "1"}
        title = "Evening tea: an invented trial"
        work = registries.crossref["10.5555/tea.2026"] = crossref(title, "Yube", 2026, **more)
        work["author"][0]["given"] = "Given"
        return verify.entry_from_doi("10.5555/tea.2026", web_at(registries.address))


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def pasted(text: str) -> str:
    """As it stands in the guide: lines and days move, and the parser's own note is left out."""
    return re.sub(r"(\.(?:yml|bib)):\d+:", r"\1:…:", re.sub(r"\d{4}-\d\d-\d\d", "…", text)).strip()


def assert_pasted_twice(text: str) -> None:
    """Once in each language."""
    assert pasted(GUIDE).count(pasted(text)) == 2, f"CONTRIBUTING.md does not say in both languages:\n{text}"


def assert_pasted(told: dict[str, str]) -> None:
    """Each language in its own half."""
    japanese, english = pasted(GUIDE).split("\n## English\n")
    for language, half in (("ja", japanese), ("en", english)):
        assert half.count(pasted(told[language])) == 1, f"CONTRIBUTING.md does not say in {language}:\n{told[language]}"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, str]:
    """What a command prints in each language."""
    told = {}
    for language in LANGUAGES:
        main([*map(str, arguments), "--language", language])
        printed = capsys.readouterr()
        told[language] = printed.out + printed.err
    return told


def test_the_ten_minutes_and_the_five(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def problems() -> dict[str, str]:
        return said(capsys, "check", "--root", miniature)

    assert_pasted(said(capsys, "what-if", CLAIM, "--design", "rct", "--direct", "-n", 100, "--root", miniature))

    written = entry()
    assert_pasted_twice(written)
    assert_pasted_twice(ITEM)
    bib, record = miniature / REFERENCES, miniature / RECORD
    bib.write_text(bib.read_text(encoding="utf-8") + "\n" + written, encoding="utf-8")
    edit(
        record,
        ("evidence:\n", f"evidence:\n{ITEM}"),
        ("level: preclinical", "level: supported"),
        ("certainty: none", "certainty: low"),
    )
    first = problems()
    assert first["en"].count("\n") == first["ja"].count("\n") == 6
    assert_pasted(first)

    remark = next(line for line in written.splitlines(keepends=True) if line.startswith("@comment{"))
    known = "  design        = {rct},\n  species       = {human},\n  title         = {Evening"
    edit(bib, ("  title         = {Evening", known), (remark, ""))
    edit(record, (ITEM.split()[2] + "\n", "yube2026evening\n"), ("against 28 minutes", "against 21 minutes"))
    second = problems()
    assert second["en"].count("\n") == second["ja"].count("\n") == 4
    assert_pasted(second)

    awaited = next(line for line in record.read_text(encoding="utf-8").splitlines(True) if line.startswith("would_change_if"))
    edit(record, ("level: supported", "level: inconclusive"), ("certainty: low\n", "certainty: none\n"), (awaited, AWAITED))
    assert_pasted_twice(AWAITED)
    assert problems() == {"ja": "", "en": ""}
    old, new = load(MINIATURE)[0], load(miniature)[0]
    assert old and new
    before, after = assess(old), assess(new)
    assert_pasted({language: impact(before, after, [RECORD, REFERENCES], language=language) for language in LANGUAGES})
    five_minutes(miniature, capsys)


def five_minutes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The trial's table, entered where the ten minutes ended."""
    record = root / RECORD
    edit(record, (NOT_MEASURED, OUTCOME))
    assert_pasted_twice(OUTCOME)
    told = said(capsys, "check", "--root", root)
    assert told["en"].count("\n") == told["ja"].count("\n") == 3
    assert_pasted(told)

    assert_pasted_twice(ANSWERS)
    edit(record, (OLD_ANSWERS, ANSWERS), ("imprecision: 0", "imprecision: 1"))
    assert said(capsys, "check", "--root", root) == {"ja": "", "en": ""}
    asked = ("what-if", CLAIM, "--outcome", "response", "--grade", "imprecision=2", "--root", root)
    assert_pasted(said(capsys, *asked))


def test_the_commands_name_the_review_to_practise_on() -> None:
    """So that nobody practises on the real records; `--root tests/review` works from the repository's own folder."""
    commands = re.findall(r"^\.venv/bin/python -m tools (?!verify).*$", GUIDE, re.MULTILINE)
    assert len(commands) == 12 and all("--root tests/review" in command for command in commands)
    assert (ROOT / "tests/review" / RECORD).is_file()
