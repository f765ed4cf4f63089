"""A first direct trial arrives: what a correct contributor writes passes `check`, builds, and fails no test of the real records.

The trial is invented, and stands in a copy. The claim is the one on which the sentence of every page rests with its search: the
hardest case, since the level, the answer, the search and that sentence all change.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REAL_ROOT, ROOT
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.pages.templating import plain_statement
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LEVELS

PARTS = ("claims", "references", "docs", "overrides", "vocabulary.yml", "mkdocs.yml", "mkdocs.en.yml")
# The tests that read the real records and need no browser; `REVIEW=folder make test` runs the others on a copy as well.
READERS = (
    "bibtex", "causes", "citations", "data", "data_contract", "data_exports", "descriptions", "figures", "head",
    "house_words", "method", "names", "names_in_english", "plain_language", "plain_words", "rare_harms", "recompute",
    "sentences", "site", "studies", "what_if", "yamledit",
)  # fmt: skip
ENTRY = """
@article{invented2026trial,
  title        = {An invented trial, made for a test},
  author       = {Invented, Nobody},
  year         = {2026},
  doi          = {10.5555/invented.trial.2026},
  registration = {NCT00000001},
  design       = {rct},
  species      = {human},
  participants = {100},
  checked      = {2026-11-26 https://example.org/invented},
}
"""
ITEM = {
    "ref": "invented2026trial",
    "direction": "supports",
    "direct": True,
    "finding": {"ja": "架空の試験。100人で差がありました。", "en": "An invented trial. There was a difference in 100 people."},
    "locator": "abstract",
}
SHORT = {
    "ja": "架空の一つの試験が差を報告しましたが、まだ不確かです。",
    "en": "A single invented trial reports a difference, which is still uncertain.",
}
ANSWER = {
    "ja": "架空の試験が差を報告しています。まだ一つの試験で、不確かです。",
    "en": "An invented trial reports a difference. It is still a single trial, and uncertain.",
}
RESULT = {"ja": "架空の試験が見つかりました。", "en": "An invented trial was found."}
STATEMENT = {
    "ja": "TMSは確立した治療です。エクソソームを加えることを人で確かめた研究は{found}件です({date}の検索)。",
    "en": "TMS is an established treatment. Studies in people that tested adding exosomes: {found} (search of {date}).",
}


def rewrite(file: Path, change: Callable[[Any], None]) -> None:
    record = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(record)
    file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


def read(root: Path) -> Review:
    review, problems = load(root)
    assert review and not problems, problems
    return review


def the_claim(review: Review) -> str:
    """The claim of the plain statement that leans on the statement's own search."""
    statement = review.article.plain_statement
    return next(claim_id for claim_id in statement.levels if statement.search in review.claims[claim_id].searches)


@pytest.fixture(scope="module")
def with_a_trial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real records, changed as the guide says."""
    root = tmp_path_factory.mktemp("trial") / "review"
    root.mkdir()
    for name in PARTS:
        copy = shutil.copytree if (REAL_ROOT / name).is_dir() else shutil.copy
        copy(REAL_ROOT / name, root / name)
    claim_id = the_claim(read(root))
    (root / "references/invented.bib").write_text(ENTRY, encoding="utf-8")
    record = root / f"claims/{claim_id}.yml"
    rewrite(record, lambda claim: claim["evidence"].insert(0, ITEM))
    review = read(root)
    judged = assess(review).claims[claim_id]
    level, certainty = judged.ceiling, judged.judgement.certainty or "none"
    search = review.article.plain_statement.search

    def judge(claim: dict[str, Any]) -> None:
        claim |= {"level": level, "certainty": certainty, "short": SHORT, "answer": ANSWER}
        for gone in ("would_change_if", "level_note"):
            claim.pop(gone, None)

    rewrite(record, judge)
    rewrite(root / "references/searches.yml", lambda found: found[search].update(found=found[search]["found"] + 1, result=RESULT))
    rewrite(
        root / "references/article.yml",
        lambda article: article["plain_statement"].update(
            text=STATEMENT, levels=article["plain_statement"]["levels"] | {claim_id: level}
        ),
    )
    return root


def test_it_lifts_the_claim(with_a_trial: Path) -> None:
    review = read(with_a_trial)
    assert LEVELS.index(review.claims[the_claim(review)].level) <= LEVELS.index("inconclusive")


def test_it_is_no_problem(with_a_trial: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(with_a_trial)]) == 0, capsys.readouterr().err


@pytest.mark.proof  # with a site of its own
def test_it_builds(with_a_trial: Path, tmp_path: Path) -> None:
    assert main(["build", "--root", str(with_a_trial), "--out", str(tmp_path / "site")]) == 0
    review = read(with_a_trial)
    page = (tmp_path / "site/en/claims" / the_claim(review) / "index.html").read_text(encoding="utf-8")
    assert ANSWER["en"] in page and plain_statement(review, "en") in page


@pytest.mark.proof
def test_no_test_of_the_real_records_minds(with_a_trial: Path) -> None:
    files = [f"tests/test_{name}.py" for name in READERS]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not proof", *files]
    ran = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"REVIEW": str(with_a_trial)}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout[-5000:]


def test_the_list_of_readers_is_whole() -> None:
    """Every test module that reads the real records is on the list, or needs a browser."""
    reading = {
        path.stem.removeprefix("test_")
        for path in (ROOT / "tests").glob("test_*.py")
        if any(name in path.read_text(encoding="utf-8") for name in ("REAL_ROOT", "real_review", "real_assessed"))
    }
    assert reading - {"new_trial"} == set(READERS)
