"""What a pull request means: golden files for the changes that matter, and the whole command on a real checkout."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import MINIATURE
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.contribute.impact import LINES, impact
from tools.records.claim import Review
from tools.records.load import load

CLAIM = "lamp-and-tea"
TRIAL = """
  - ref: cha2027trial
    direction: supports
    direct: true
    finding: {ja: 200人で差があった。, en: A difference in 200 people.}
    locator: abstract
"""
ENTRY = """
@article{cha2027trial,
  title   = {Tea with a lamp: a randomised trial},
  author  = {Cha, Mei},
  year    = {2027},
  url     = {https://example.org/trial},
  design  = {rct},
  species = {human},
  checked = {2027-01-02 https://example.org/trial},
}
"""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def read(root: Path) -> Review:
    review, _ = load(root)
    assert review
    return review


@pytest.mark.parametrize(
    ("path", "old_text", "new_text", "told"),
    [
        (f"claims/{CLAIM}.yml", "kind: comparison", "kind：comparison", f"`{CLAIM}`: the claim **cannot be read**"),
        (f"claims/{CLAIM}.yml", "version: 1\n", "", f"`{CLAIM}`: the claim **cannot be read**"),
        (
            f"claims/{CLAIM}.yml",
            "ref: mori2019mice",
            "ref: mori2019mouse",
            f"TEA-01 `{CLAIM}`: a source or a search that it names",
        ),
        (f"claims/{CLAIM}.yml", "-in-people]", "-in-poeple]", f"TEA-01 `{CLAIM}`: a source or a search that it names"),
        (
            "references/all.bib",
            "@article{mori2019mice",
            "article{mori2019mice",
            f"TEA-01 `{CLAIM}`: a source or a search that it",
        ),
        ("references/searches.yml", "question:", "question：", f"TEA-01 `{CLAIM}`: a source or a search that it names"),
    ],
)
def test_what_cannot_be_read_is_neither_gone_nor_unchanged(
    path: str, old_text: str, new_text: str, told: str, miniature: Path
) -> None:
    edit(miniature / path, old_text, new_text)
    text = impact(assess(read(MINIATURE)), assess(read(miniature)), [path])
    assert f"- {told}" in text and "gone" not in text and "No change of meaning" not in text


def add_a_trial(root: Path) -> None:
    record = root / f"claims/{CLAIM}.yml"
    edit(record, "evidence:\n", "evidence:" + TRIAL)
    (root / "references/all.bib").write_text((root / "references/all.bib").read_text(encoding="utf-8") + ENTRY, encoding="utf-8")


def drop_a_contradicting_study(root: Path) -> None:
    record = root / "claims/lamp-lifts-mood.yml"
    text = record.read_text(encoding="utf-8")
    start = text.index("  - ref: kage2022null")
    record.write_text(text[:start] + text[text.index("related:") :], encoding="utf-8")


def change_a_hedge_in_one_language(root: Path) -> None:
    edit(root / "claims/lamp-lifts-mood.yml", "en: The lamp improved mood more", "en: The lamp may have improved mood more")


def change_the_kind(root: Path) -> None:
    record = root / f"claims/{CLAIM}.yml"
    edit(record, "kind: comparison", "kind: description")
    edit(record, "level: hypothetical", "level: reported")
    edit(record, "terms:", "absence: lamp-and-tea-in-people\nterms:")


def take_a_synthesis_for_less(root: Path) -> None:
    edit(root / "vocabulary.yml", "meta-analysis: {body: randomised", "meta-analysis: {body: cohort")


CHANGES = {
    "a-trial-added": (add_a_trial, ["claims/lamp-and-tea.yml", "references/all.bib"]),
    "a-contradicting-study-dropped": (drop_a_contradicting_study, ["claims/lamp-lifts-mood.yml"]),
    "a-hedge-in-one-language": (change_a_hedge_in_one_language, ["claims/lamp-lifts-mood.yml"]),
    "the-rule-and-a-record": (lambda root: None, ["tools/appraisal/rule.py", "claims/lamp-lifts-mood.yml"]),
    "a-kind-changed": (change_the_kind, [f"claims/{CLAIM}.yml"]),
    "a-design-taken-for-less": (take_a_synthesis_for_less, ["vocabulary.yml"]),
    "nothing": (lambda root: None, ["README.md"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_a_change_means(name: str, miniature: Path, golden) -> None:
    change, touched = CHANGES[name]
    change(miniature)
    by_old_rule = {"lamp-lifts-mood": "supported"} if name.startswith("the-rule") else None
    golden(f"golden/impact/{name}.md", impact(assess(read(MINIATURE)), assess(read(miniature)), touched, by_old_rule))


def test_nothing_is_one_line() -> None:
    assert impact(assess(read(MINIATURE)), assess(read(MINIATURE)), []).count("\n") == 1


def test_a_long_list_is_folded(miniature: Path) -> None:
    record = (miniature / f"claims/{CLAIM}.yml").read_text(encoding="utf-8")
    for number in range(LINES + 3):
        text = record.replace("code: TEA-01", f"code: TEA-{number + 10}")
        (miniature / f"claims/tea-{number}.yml").write_text(text, encoding="utf-8")
    shown, _, rest = impact(assess(read(MINIATURE)), assess(read(miniature)), []).partition(
        "<details><summary>The other 3</summary>"
    )
    assert (shown.count("\n- "), rest.count("\n- ")) == (LINES, 3)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The invented review as a git repository with one commit."""
    root = tmp_path / "checkout"
    shutil.copytree(MINIATURE, root, ignore=shutil.ignore_patterns("build", "site"))
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "First"]):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    return root


def test_the_command_compares_with_a_revision(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "HEAD", "--root", str(checkout)]) == 0
    assert "No change of meaning" in capsys.readouterr().out
    add_a_trial(checkout)
    edit(checkout / f"claims/{CLAIM}.yml", "level: hypothetical", "level: inconclusive")
    assert main(["diff", "HEAD", "--root", str(checkout)]) == 0
    told = capsys.readouterr().out
    assert "level: hypothetical → **inconclusive**" in told and "`cha2027trial` (direct, supports, rct in human)" in told


def test_an_unknown_revision_is_wrong_usage(checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "no-such-branch", "--root", str(checkout)]) == 2
    assert "no-such-branch" in capsys.readouterr().err


def test_a_clone_that_has_the_branch_by_its_longer_name_is_told_it(checkout: Path, tmp_path: Path, capsys) -> None:
    git = ["git", "-C", str(checkout)]
    for arguments in (["branch", "-m", "main"], ["checkout", "-qb", "feature"]):
        subprocess.run([*git, *arguments], check=True)
    for name, more, told in (
        ("whole", [], "Try `origin/main`."),
        ("narrow", ["--single-branch"], "Fetch it first: `git fetch origin main:main`."),
    ):
        subprocess.run(["git", "clone", "-q", *more, checkout.as_uri(), str(tmp_path / name)], check=True)
        assert main(["diff", "main", "--root", str(tmp_path / name)]) == 2
        assert told in capsys.readouterr().err
    assert main(["diff", "origin/main", "--root", str(tmp_path / "whole")]) == 0
