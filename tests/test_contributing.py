"""The ten minutes that CONTRIBUTING.md describes, walked through on the real records: what it pastes is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.registries import crossref, serving
from tests.test_verify import web_at
from tools import verify
from tools.__main__ import main
from tools.contribute.impact import impact
from tools.records.load import load

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CLAIM = "combination-speeds-recovery"
RECORD, REFERENCES = f"claims/{CLAIM}.yml", "references/combination.bib"
ITEM = """\
  - ref: surname2027vesicle
    direction: supports
    direct: true
    finding:
      ja: 100人の試験。反応までの日数の中央値は14日と21日でした。
      en: Trial in 100 people. Median time to response was 14 against 28 days.
    locator: abstract
"""


def entry() -> str:
    """What `new --from-doi` writes of an invented trial."""
    with serving() as registries:
        more = {"container-title": ["Journal of Invented Trials"], "volume": "1"}
        title = "Vesicles with magnetic stimulation: an invented trial"
        work = registries.crossref["10.5555/example"] = crossref(title, "Surname", 2027, **more)
        work["author"][0]["given"] = "Given"
        return verify.entry_from_doi("10.5555/example", web_at(registries.address))


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


def test_the_ten_minutes(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def problems() -> str:
        main(["check", "--root", str(records)])
        return capsys.readouterr().err

    main(["what-if", CLAIM, "--design", "rct", "--direct", "-n", "100", "--root", str(records)])
    assert_pasted_twice(capsys.readouterr().out)

    written = entry()
    assert_pasted_twice(written)
    assert_pasted_twice(ITEM)
    bib, record = records / REFERENCES, records / RECORD
    bib.write_text(bib.read_text(encoding="utf-8") + "\n" + written, encoding="utf-8")
    edit(
        record,
        ("evidence:\n", f"evidence:\n{ITEM}"),
        ("level: hypothetical", "level: supported"),
        ("certainty: none", "certainty: low"),
    )
    first = problems()
    assert first.count("\n") == 5
    assert_pasted_twice(first)

    edit(
        bib, ("  title         = {Vesicles", "  design        = {rct},\n  species       = {human},\n  title         = {Vesicles")
    )
    edit(record, ("surname2027vesicle\n", "surname2027vesicles\n"), ("against 28 days", "against 21 days"))
    second = problems()
    assert second.count("\n") == 3
    assert_pasted_twice(second)

    edit(record, ("level: supported", "level: inconclusive"), ("ceiling: inconclusive}", "ceiling: supported}"))
    assert problems() == ""
    old, new = load(ROOT)[0], load(records)[0]
    assert old and new
    assert_pasted_twice(impact(old, new, [RECORD, REFERENCES]))
