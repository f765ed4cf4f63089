"""A version is signed by people, and by each of them once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import TEA
from tests.test_check import change, problems_of

REST = "role: {{ja: 医師, en: {role}}}, date: 2026-01-03, interests: {{ja: なし。, en: None.}}"


def signed(root: Path, capsys: pytest.CaptureFixture[str], *names: str, role: str = "Physician") -> list[str]:
    rows = "".join(f"  - {{version: 1, name: '{name}', {REST.format(role=role)}}}\n" for name in names)
    change(root, TEA, "version: 1\n", f"signoff:\n{rows}version: 1\n")
    return problems_of(root, capsys)


@pytest.mark.parametrize(
    "name",
    ["AI", "Lamp AI assistant", "A language model", "Model 4.1", "言語モデル", "ＡＩ", "an automatic reader", "a-reader-2"],
)
def test_a_program_signs_nothing(name: str, miniature: Path, capsys) -> None:
    told = signed(miniature, capsys, name)
    assert any(": signed-by-whom: " in line and "is not a person's" in line for line in told)


@pytest.mark.parametrize("role", ["Language model", "AI assistant"])
def test_nor_what_has_the_role_of_one(role: str, miniature: Path, capsys) -> None:
    (told,) = signed(miniature, capsys, "Ann Lamp", role=role)
    assert "is not a person's" in told


@pytest.mark.parametrize("name", ["a-program", "計算機", "Lamplighter"])
def test_a_reader_that_is_a_program_does_not_sign(name: str, miniature: Path, capsys) -> None:
    reader = "  a-program: {label: {ja: 計算機, en: Lamplighter}, definition: {ja: 読む機械。, en: A machine that reads.}}\n"
    change(miniature, "vocabulary.yml", "reader:\n", f"reader:\n{reader}".replace("計算機,", "計算機の言語モデル,"))
    told = signed(miniature, capsys, {"計算機": "計算機の言語モデル"}.get(name, name))
    assert any("is not a person's" in line for line in told)


@pytest.mark.parametrize("again", ["Ann Lamp", "ann  lamp", "Lamp, Ann", "Dr. Ann Lamp", "Ａｎｎ Ｌａｍｐ", "Ann Lamp, MD"])
def test_one_person_signs_a_version_once(again: str, miniature: Path, capsys) -> None:
    told = signed(miniature, capsys, "Ann Lamp", again)
    assert any("has signed version 1 already" in line for line in told)


def test_two_people_sign(miniature: Path, capsys) -> None:
    assert signed(miniature, capsys, "Ann Lamp", "Ai Lamp", "灯 花子", role="Research assistant on AI") == []
