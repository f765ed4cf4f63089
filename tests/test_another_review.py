"""The guide to another review, done as it says: a review in a folder of its own, checked and built whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.__main__ import main
from tools.check.article_text import split_article

GUIDE = ROOT / "docs/another-review.md"


def follow(new: Path) -> None:
    """Run the guide's commands with another place for the review."""
    (script,) = re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert "NEW=../another-review\n" in script
    script = script.replace("NEW=../another-review\n", "").replace(".venv/bin/python", "python")
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    subprocess.run(["bash", "-euc", script], cwd=ROOT, env=os.environ | {"NEW": str(new), "PATH": path}, check=True)


@pytest.mark.proof
def test_the_guide_leads_to_a_whole_site(tmp_path: Path) -> None:
    new = tmp_path / "another-review"
    follow(new)
    page = (new / "site/en/claims/lamp-and-tea/index.html").read_text(encoding="utf-8")
    assert "Adding tea is a hypothesis" in page and "assets/site.js" in page
    assert (new / "site/en/assets/search.js").is_file()


def test_a_new_article_is_told_sentence_by_sentence(tmp_path: Path, miniature: Path, capsys) -> None:
    record = miniature / "references/article.yml"
    text = record.read_text(encoding="utf-8")
    start = text.index("sentences:\n") + len("sentences:\n")
    first = text[start:].splitlines()[0]
    record.write_text(text[:start] + first + "\n", encoding="utf-8")
    main(["check", "--root", str(miniature), "--article", str(miniature / "article.txt")])
    told = [line for line in capsys.readouterr().err.splitlines() if "sentence-uncounted" in line]
    assert len(told) == len(split_article((miniature / "article.txt").read_text(encoding="utf-8"))) - 1
    for line in text[start:].splitlines()[1:]:
        assert any(line.split(", section")[0].strip() in problem for problem in told)
