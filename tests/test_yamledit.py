"""A value changed in a file leaves the rest of it to the byte, however somebody laid it out."""

from __future__ import annotations

import pytest

from tests.conftest import REAL_ROOT
from tools.records.yamledit import added, appended, flow, renamed, replaced
from tools.records.yamlfile import read_yaml

LINE = {"version": 2, "date": "2026-02-03", "change": {"ja": "次: #2", "en": "Next: a, {b}"}}
LAYOUTS = {
    "block": "version: 1  # now\nhistory:\n  - version: 1\n    change: first  # so\nterms: [a]\n",
    "at the margin": "version: 1\nhistory:\n- version: 1\n  change: first\nterms: [a]\n",
    "in a line": "version: 1\nhistory: [{version: 1, change: first}]  # so\nterms: [a]\n",
    "over lines": "version: 1\nhistory: [\n  {version: 1,\n   change: first}\n]\nterms: [a]\n",
    "at the end": "terms: [a]\nversion: '1'\nhistory:\n  - version: 1\n    change: first",
    "with a text": "version: 1\nhistory:\n  - version: 1\n    change: |\n      first\n      second\n\nterms: [a]\n",
    "windows": "version: 1\r\nhistory:\r\n  - {version: 1, change: first}\r\nterms: [a]\r\n",
    "beyond ASCII": "version: 1\nhistory:\n  - {version: 1, change: 初版、𠮟る}\nterms: [あ]\n",
    "nothing yet": "version: 1\nhistory: []\nterms: [a]\n",
}


def read(text: str) -> dict[str, object]:
    document, problems = read_yaml("x.yml", text)
    assert document and not problems, problems
    return dict(document.data)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_more_item_and_nothing_else(layout: str) -> None:
    before = LAYOUTS[layout]
    after = appended(before, ("history",), LINE)
    was, now = read(before), read(after)
    assert isinstance(was["history"], list)
    assert now == {**was, "history": [*was["history"], LINE]}
    assert after.count(flow(LINE)) == 1
    assert all(line in after for line in before.split("\n") if line and "history: [" not in line)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_value_another_key_and_another_field(layout: str) -> None:
    before = LAYOUTS[layout]
    was = read(before)
    assert read(replaced(before, ("version",), 2)) == {**was, "version": 2}
    assert read(replaced(before, ("terms", 0), "b")) == {**was, "terms": ["b"]}
    assert read(added(before, "formerly", ["x-y"], before="version")) == {**was, "formerly": ["x-y"]}
    assert list(read(renamed(before, ("terms",), "words"))) == ["words" if name == "terms" else name for name in was]


@pytest.mark.parametrize("place", [("nothing",), ("terms", "nothing")])
def test_what_is_not_there_is_an_error(place: tuple[str, ...]) -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        replaced(LAYOUTS["block"], place, "x")
    with pytest.raises(KeyError):
        added(LAYOUTS["block"], "x", "y", before="nothing")


@pytest.mark.parametrize(
    "text", ["a-b", "A: b", "#", "true", "no", "1", "2026-01-02", "", "\u3042", '"', "- a", "{b}", "-1", "1-2", "LMP-01"]
)
def test_what_is_written_is_read_again(text: str) -> None:
    assert read(f"x: {flow({'ja': text})}\n") == {"x": {"ja": text}}


def test_the_real_records_keep_every_line() -> None:
    for path in (REAL_ROOT / "claims").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        was = read(text)
        if "history" not in was:
            continue
        now = appended(added(text, "formerly", ["x"], before="version"), ("history",), LINE)
        assert isinstance(was["history"], list)
        assert read(now) == {**was, "formerly": ["x"], "history": [*was["history"], LINE]}
        lines = now.split("\n")
        assert [line for line in lines if line in text.split("\n")] == text.rstrip("\n").split("\n") + [""] * (lines[-1] == "")
