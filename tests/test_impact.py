"""What a pull request means: golden files for the changes that matter, and the whole command on a real checkout."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import MINIATURE, TODAY
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.contribute.impact import LINES, comment, impact
from tools.contribute.line import Line
from tools.contribute.release import release
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LANGUAGES, Text

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
    review, problems = load(miniature)
    assert review
    text = impact(assess(read(MINIATURE)), assess(review), [path], problems=[*problems, *check(assess(review), TODAY)])
    assert f"- {told}" in text and "the claim is" not in text and "No change of meaning" not in text
    assert f"  - {path}:" in text or "unknown-" in text or "bad-" in text
    back = impact(assess(review), assess(read(MINIATURE)), [path])
    assert "**added**" not in back.replace("evidence `mori2019mice`: **added**", "") and "No change of meaning" not in back


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
    edit(root / "vocabulary.yml", "synthesis: true", "synthesis: false")


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
    before, after = assess(read(MINIATURE)), assess(read(miniature))
    for language in LANGUAGES:
        golden(f"golden/impact/{language}/{name}.md", impact(before, after, touched, by_old_rule, language=language))


def test_nothing_is_one_line() -> None:
    assert impact(assess(read(MINIATURE)), assess(read(MINIATURE)), []).count("\n") == 1


@pytest.mark.parametrize(
    ("path", "old_text", "new_text"),
    [
        (f"claims/{CLAIM}.yml", "code: TEA-01\n", "code: TEA-01  # the pair\n\n"),
        (f"claims/{CLAIM}.yml", "en: No study that tested", "en:  No study   that tested"),
        ("docs/en/index.md", "A review of the lamp and the tea.\n\n<", "A review of the\nlamp and the tea.\n\n\n<"),
    ],
)
def test_white_space_and_comments_change_nothing(path: str, old_text: str, new_text: str, miniature: Path) -> None:
    edit(miniature / path, old_text, new_text)
    assert impact(assess(read(MINIATURE)), assess(read(miniature)), [path]).startswith("**No change of meaning**")


def test_a_page_that_came_or_went_is_quoted(miniature: Path) -> None:
    without = assess(read(miniature))
    page = "---\ntitle: Lamps\ndescription: On lamps.\n---\n\nLamps are not lanterns.\n"
    (miniature / "docs/en/lamps.md").write_text(page, encoding="utf-8")
    with_it = assess(read(miniature))
    came, went = impact(without, with_it, []), impact(with_it, without, [])
    assert "`docs/en/lamps.md`: **added**" in came and "<ins>Lamps are not lanterns.</ins>" in came
    assert "`docs/en/lamps.md`: **gone**" in went and "<del>Lamps are not lanterns.</del>" in went


def test_what_no_field_says_is_seen_on_the_pages() -> None:
    """The order in which searches are listed is a value of no field."""
    review = read(MINIATURE)
    name, search = next(iter(review.searches.items()))
    question, result = Text(ja="お茶の研究はあるか。", en="Is there a study of tea?"), Text(ja="2件あった。", en="There were 2.")
    before = {name: search, "other": replace(search, found=2, question=question, result=result)}
    old, new = (assess(replace(review, searches=dict(items))) for items in (before.items(), reversed(before.items())))
    told = impact(old, new, [])
    assert "these pages read differently: `en/" in told and "No change of meaning" not in told


def test_an_old_version_that_changes_or_goes_stands_at_the_top(miniature: Path) -> None:
    none = assess(read(miniature))
    release(miniature, none, CLAIM)
    kept = assess(read(miniature))
    assert f"- `claims/archive/{CLAIM}` v1: **added**" in impact(none, kept, [])
    told = impact(kept, none, [])
    assert told.splitlines()[2] == f"- `claims/archive/{CLAIM}` v1: **gone**"
    version = kept.review.archive[CLAIM][1]
    facts = replace(version.facts, level="established")
    other = replace(kept.review, archive={CLAIM: {1: replace(version, facts=facts)}})
    told = impact(kept, assess(other), [])
    assert told.splitlines()[2] == f"- `claims/archive/{CLAIM}` v1 facts, `level`: hypothetical → **established**"


def test_files_of_the_program_are_named_and_not_judged() -> None:
    told = impact(assess(read(MINIATURE)), assess(read(MINIATURE)), ["README.md", "tools/pages/head.py"])
    assert told.startswith("**No change of meaning**") and "1: `tools/pages/head.py`" in told and "README" not in told


def lines(count: int, length: int) -> list[Line]:
    return [Line("other", f"**{number}** " + "@" * length) for number in range(count)]


def test_a_template_is_a_file_of_the_program_though_it_is_markdown() -> None:
    old, _ = load(MINIATURE)
    assert old
    template = "tools/pages/templates/claim-content.md"
    said = impact(assess(old), assess(old), [template, "docs/en/index.md"])
    assert f"`{template}`" in said and "docs/en/index.md" not in said


def test_details_give_way_before_whole_lines_do() -> None:
    grave, slight = Line("level", "grave", ("x" * 40_000,)), Line("date", "slight", ("y" * 40_000,))
    told = comment([slight, grave], "en")
    assert "- grave\n  - xxx" in told and "- slight (details left out: too long)" in told and "yyy" not in told


def test_a_long_list_is_folded() -> None:
    shown, _, rest = comment(lines(LINES + 3, 5), "en").partition("<details><summary>The other 3</summary>")
    assert (shown.count("\n- "), rest.count("\n- ")) == (LINES, 3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("count", "length"), [(2000, 100), (30, 5000), (3, 100_000)])
def test_no_comment_is_longer_than_github_takes(count: int, length: int, language: str) -> None:
    told = comment(lines(count, length), language)
    assert len(told) + told.count("@") < 62_000
    left = count - told.count("\n- **")
    assert left > 0 and str(left) in told.splitlines()[-1]
    assert told.count("<details>") == told.count("</details>")


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
    assert "level: hypothetical → **inconclusive**" in told and "evidence `cha2027trial`: **added**" in told
    assert main(["diff", "HEAD", "--root", str(checkout), "--language", "ja"]) == 0
    assert "段階: hypothetical → **inconclusive**" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "old_text", "new_text", "told"),
    [
        (f"claims/{CLAIM}.yml", "kind: comparison", "kind：comparison", f"claims/{CLAIM}.yml:3: bad-yaml: "),
        (f"claims/{CLAIM}.yml", "ref: mori2019mice", "ref: mori2019mouse", ": unknown-reference: "),
        ("references/all.bib", "  author  = {Kage, Jiro},", "  author  = {Kage, Jiro,", "references/all.bib:"),
        ("vocabulary.yml", "level:", "level：", "vocabulary.yml:2: "),
        ("docs/en/index.md", "title: ", "title：", "docs/en/index.md:"),
    ],
)
def test_what_cannot_be_read_fails_with_its_problem_in_the_comment(
    path: str, old_text: str, new_text: str, told: str, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(checkout / path, old_text, new_text)
    assert main(["diff", "HEAD", "--root", str(checkout)]) == 1
    printed = capsys.readouterr().out
    assert "cannot be" in printed and told in printed and "No change of meaning" not in printed


def test_a_file_that_is_no_text_and_a_name_that_is_no_english_are_no_traceback(checkout: Path, capsys) -> None:
    (checkout / "references/all.bib").write_bytes("@article".encode("utf-16"))
    (checkout / "claims/お茶.yml").write_text("", encoding="utf-8")
    assert main(["diff", "HEAD", "--root", str(checkout)]) == 1
    assert "not-utf8" in capsys.readouterr().out


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
