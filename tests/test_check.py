"""Every fault of a contributor is one line that says where, what and what to do; nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MINIATURE, ROOT
from tools.__main__ import main
from tools.records.words import LANGUAGES

BROKEN = ROOT / "tests/broken"


def problems_of(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The problem lines of `check`, without the closing count."""
    code = main(["check", "--root", str(root), *arguments])
    lines = capsys.readouterr().err.splitlines()
    assert code == (1 if lines else 0)
    return lines[:-1]


def change(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old} is not in {path}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_wrong(language: str, golden, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(BROKEN), "--language", language]) == 1
    golden(f"broken/expected.{language}.txt", capsys.readouterr().err)


def test_a_faulty_review_is_not_built_and_the_old_site_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("the old site")
    assert main(["build", "--root", str(BROKEN), "--out", str(out)]) == 1
    assert [file.name for file in out.iterdir()] == ["index.html"]
    assert (out / "index.html").read_text() == "the old site"
    assert not (BROKEN / "build").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_the_invented_review_has_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert problems_of(MINIATURE, capsys, "--article", str(MINIATURE / "article.txt")) == []


# What a rule reports besides its smallest fault, which tests/rule_cases.py holds.
CASES = [
    ("claims/lamp-lifts-mood.yml", "en: The effect of the lamp", "en: ''", "missing-translation"),
    ("claims/tea-calms-mice.yml", "お茶は心を静める可能性がある", "お茶は心を静める可能性が高い", "languages-differ"),
    ("claims/lamp-lifts-mood.yml", "found **a difference** [@hikari2020lamp]", "found **a difference**", "languages-differ"),
    ("claims/lamp-and-tea.yml", "requires: [lamp-lifts-mood, ", "requires: [lamp-lifts-moon, ", "unknown-claim"),
    ("claims/tea-calms-mice.yml", "review_by: 2026-07-02", "review_by: 2026-01-02", "bad-date"),
    ("claims/tea-calms-mice.yml", "{outcome: response, body", "{outcome: respond, body", "unknown-outcome"),
    ("claims/tea-approval.yml", "terms:", "said:\n  - {passage: en-02.2, wording: possible, words: may}\nterms:", "unsaid-claim"),
    ("references/all.bib", "author  = {Kage, Jiro}", "author  = {Jiro Kage}", "bad-author"),
    ("references/all.bib", "@article{kage2022null", "@article{mori2019mice", "duplicate-key"),
    ("references/searches.yml", "kept: [mori2019mice]", "kept: [mori2019mouse]", "unknown-reference"),
    ("references/article.yml", "ja: [ja-02.2]", "ja: [en-02.2]", "unknown-passage"),
    ("references/article.yml", "lamp-lifts-mood: established", "lamp-lifts-moon: established", "unknown-claim"),
    ("references/article.yml", "search: lamp-and-tea-in-people", "search: lamp-and-tea", "unknown-search"),
    ("claims/lamp-and-tea.yml", "mori2019mice\n    direction: supports\n    direct: false",
     "kage2022null\n    direction: mixed\n    direct: true", "statement-out-of-date"),
    ("references/article.yml", "私たちの検索({date})では見つかっていません", "{found}件です({date})", "statement-out-of-date"),
    ("references/searches.yml", "found: 0", "found: 2", "statement-out-of-date"),
    ("references/article.yml", "authorship:", "# authorship:", "missing-field"),
    ("vocabulary.yml", "  asserted:", "  assured:", "unknown-word"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "rule"), CASES, ids=[f"{case[3]}-{i}" for i, case in enumerate(CASES)])
def test_a_fault_is_reported(
    path: str, old: str, new: str, rule: str, miniature: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(miniature, path, old, new)
    assert rule in {line.split(": ")[1] for line in problems_of(miniature, capsys)}


@pytest.mark.parametrize(
    ("path", "key", "slip"),
    [
        ("claims/lamp-lifts-mood.yml", "level", "levl"),
        ("claims/lamp-lifts-mood.yml", "locator", "locater"),
        ("claims/lamp-lifts-mood.yml", "wording", "wordng"),
        ("references/searches.yml", "question", "qestion"),
        ("vocabulary.yml", "label", "lable"),
    ],
)
def test_the_key_that_was_meant_is_named(path: str, key: str, slip: str, miniature: Path, capsys) -> None:
    change(miniature, path, f"{key}:", f"{slip}:")
    unknown = [line for line in problems_of(miniature, capsys) if ": unknown-key: " in line]
    assert [line.endswith(f"{slip}` is not a field of the record. Did you mean `{key}`?") for line in unknown] == [True]


CONTROLS = [
    ("claims/lamp-lifts-mood.yml", "en: The effect of the lamp", 'en: "The effect of\\0 the lamp"', "U+0000"),
    ("claims/lamp-lifts-mood.yml", "level:", '"lev\\x07el":', "U+0007"),
    ("references/all.bib", "Lamps and mood", "Lamps\x1f and mood", "U+001F"),
    ("docs/en/index.md", "A review", "A\x9b review", "U+009B"),
]


@pytest.mark.parametrize(("path", "old", "new", "character"), CONTROLS)
def test_a_control_character_is_told(path: str, old: str, new: str, character: str, miniature: Path, capsys) -> None:
    line = (miniature / path).read_text(encoding="utf-8").partition(old)[0].count("\n") + 1
    change(miniature, path, old, new)
    told = f"{path}:{line}: control-character: The text contains the control character {character}. Delete it."
    assert told in problems_of(miniature, capsys)


def test_a_key_that_looks_like_a_mark_of_the_reader_is_told(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(miniature, "claims/lamp-lifts-mood.yml", "- ref:", '- "[key]": 1\n    ref:')
    change(miniature, "claims/tea-calms-mice.yml", "code:", '"[key]": 1\ncode:')
    keys = [line.split("`")[1] for line in problems_of(miniature, capsys) if ": unknown-key: " in line]
    assert keys == ["evidence.1.[key]", "[key]"]


def test_a_line_number_is_the_line_of_the_value(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (miniature / "claims/tea-calms-mice.yml").read_text(encoding="utf-8").splitlines()
    change(miniature, "claims/tea-calms-mice.yml", "level: preclinical", "level: supported")
    (line,) = problems_of(miniature, capsys)
    assert line.startswith(f"claims/tea-calms-mice.yml:{text.index('level: preclinical') + 1}: level-above-evidence: ")


def test_a_fault_in_an_entry_is_told_once_and_not_again_where_the_entry_is_used(
    miniature: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(miniature, "references/all.bib", "  checked      = {2026-01-02 https://example.org/lamp},\n", "")
    (line,) = problems_of(miniature, capsys)
    assert "missing-field: `checked`" in line


def test_article_text_that_lacks_adds_or_changes_a_sentence(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = miniature / "article.txt"
    text = article.read_text(encoding="utf-8")
    for new, rule in (
        (text.replace("Tea may calm mice.", ""), "sentence-missing"),
        (text.replace("Tea may calm", "Tea calms"), "sentence-changed"),
        (text + "Buy a lamp.\n", "sentence-uncounted"),
        (text.replace("Tea may calm", "Tea can calm"), "not-in-sentence"),
    ):
        article.write_text(new, encoding="utf-8")
        found = problems_of(miniature, capsys, "--article", str(article))
        assert rule in {line.split(": ")[1] for line in found}


def test_every_fault_in_other_formats(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--root", str(BROKEN), "--format", "github"])
    assert all(line.startswith("::error file=") for line in capsys.readouterr().err.splitlines())
    main(["check", "--root", str(BROKEN), "--format", "json"])
    assert '"rule": "cycle"' in capsys.readouterr().err


def test_wrong_usage_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path / "nowhere")]) == 2
    assert main(["paint"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_with_no_review_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = problems_of(tmp_path, capsys)
    assert {line.split(":")[0] for line in found} >= {"vocabulary.yml", "references/article.yml"}


def test_one_unreadable_record_is_one_line(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it would have said and cited is not reported as missing."""
    change(miniature, "claims/tea-calms-mice.yml", "kind: effect", "kind: [effect")
    (line,) = problems_of(miniature, capsys)
    assert line.split(": ")[1] == "bad-yaml"


def test_a_sentence_that_no_claim_takes_up(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(miniature, "claims/lamp-lifts-mood.yml", "  - {passage: en-02.1, wording: asserted, words: lifts}\n", "")
    (line,) = problems_of(miniature, capsys)
    assert line.startswith("references/article.yml:") and ": unclaimed-sentence: " in line


def test_a_number_that_no_source_gives(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for old, new in (("統合解析では", "37人の統合解析では"), ("A synthesis found", "A synthesis of 37 people found")):
        change(miniature, "claims/lamp-lifts-mood.yml", old, new)
    (line,) = problems_of(miniature, capsys)
    assert ": number-not-in-evidence: `37`: " in line


def test_a_version_with_a_digit_too_many_is_told(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(miniature, "claims/tea-calms-mice.yml", "version: 1\n", f"version: {10**30}\n")
    (told,) = problems_of(miniature, capsys)
    assert ": history-incomplete: " in told
