"""Broken files give problems, never a crash: a sample of `python -m tests.fuzz`, and what it has found before."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fuzz import SECONDS, run
from tools.__main__ import main


def test_a_few_broken_files_give_problems() -> None:
    assert not run(20, seed=2026)


@pytest.mark.long
def test_broken_files_give_problems() -> None:
    assert not run(200, seed=2026)


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(8))
def test_broken_files_by_the_thousand(seed: int) -> None:
    assert not run(1000, seed)


@pytest.mark.parametrize("morsel", ["A" * 200_000, "9" * 200_000, "[@" * 50_000, "可能性が" * 50_000, "no " * 60_000])
def test_a_huge_text_takes_no_time(morsel: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pattern that starts anew at each letter of a long word took minutes."""
    record = miniature / "claims/lamp-lifts-mood.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("The long course is not known.", f"The long course is not known. {morsel}", 1), encoding="utf-8"
    )
    started = time.perf_counter()
    assert main(["check", "--root", str(miniature)]) in (0, 1)
    assert time.perf_counter() - started < SECONDS
    capsys.readouterr()
