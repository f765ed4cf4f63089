"""A page says in each language what it says in the other: no paragraph, item or row is in one of them alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_check import problems_of

START = "---\ntitle: {}\ndescription: {}\n---\n\n"
FRONT = {"en": START.format("Lamps", "About lamps."), "ja": START.format("ランプ", "ランプのことです。")}
JA = "あかりです。\n\n## 節 {#part}\n\n- 一つめ。\n- 二つめ。\n\n| 名 | 色 |\n| --- | --- |\n| 灯 | 白 |\n\n終わりです。\n"
EN = "It is a light.\n\n## Part {#part}\n\n- One.\n- Two.\n\n| name | colour |\n| --- | --- |\n| lamp | white |\n\nIt ends.\n"


def told(root: Path, capsys: pytest.CaptureFixture[str], english: str = EN, japanese: str = JA) -> list[str]:
    for language, body in (("en", english), ("ja", japanese)):
        (root / f"docs/{language}/lamps.md").write_text(FRONT[language] + body, encoding="utf-8")
    return [line for line in problems_of(root, capsys) if "blocks-differ" in line]


@pytest.mark.parametrize(
    ("english", "japanese", "where"),
    [
        (EN.replace("light.\n", "light.\n\nIt is warm.\n"), JA, "docs/en/lamps.md:8: blocks-differ: Here is a paragraph"),
        (EN, JA.replace("です。\n\n##", "です。\n\n暖かいです。\n\n##"), "docs/ja/lamps.md, line 8, a paragraph"),
        (EN.replace("- Two.\n", "- Two.\n- Three.\n"), JA, "docs/en/lamps.md:12: blocks-differ: Here is an item of a list"),
        (EN, JA.replace("- 二つめ。\n", ""), "docs/en/lamps.md:11: blocks-differ: Here is an item of a list"),
        (EN.replace("| lamp | white |\n", "| lamp | white |\n| sun | red |\n"), JA, "docs/en/lamps.md:16: blocks-differ"),
        (EN + "\n> It glows.\n", JA, "Here is a quotation, and in docs/ja/lamps.md, line 17, the end of the section"),
        (EN + "\n!!! note\n    It glows.\n", JA, "Here is a box"),
    ],
)
def test_what_one_language_alone_has(
    english: str, japanese: str, where: str, miniature: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = told(miniature, capsys, english, japanese)
    assert "blocks-differ" in line and where in line


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        (EN, JA),
        (EN.replace("light.", "light,\nand it glows."), JA),  # a line of the source is none of the page
        (EN.replace("- One.\n", "- One,\n  or so.\n"), JA),
        (EN + "\n<!-- Ask them. -->\n", JA),
        (EN + "\n```\n- x\n\ny\n```\n", JA + "\n```\nx\n```\n"),
        (EN.replace("It is", "<b>It</b> is"), JA),
        (EN.replace("## Part {#part}\n\n", ""), JA),  # the headings differ, which is told alone
    ],
)
def test_what_both_have(english: str, japanese: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(miniature, capsys, english, japanese) == []
