"""The cause comes first, and what cannot be read is not blamed on what points to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MINIATURE, NOW, REAL_ROOT
from tests.rule_cases import BIB, BOTH, LAMP, SEARCHES, TEA, Change, spoil
from tests.test_check import problems_of
from tests.test_inflation import ABSENCE, CLAIM, MISSING, SAID, documented_description
from tests.test_versions import released
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load
from tools.records.problem import Problem, in_order
from tools.records.unread import Unread
from tools.text.messages import say

GARBAGE = "\u3000".encode("utf-16")
ONE_FAULT: dict[str, list[Change]] = {
    "references in another encoding": [(BIB, "", GARBAGE)],
    "searches in another encoding": [(SEARCHES, "", GARBAGE)],
    "searches with a field that is missing": [(SEARCHES, "  found: 0\n", "")],
    "a claim that others name": [(TEA, "code:", "code；")],
    "a claim in a file with another ending": [(TEA, "", None), ("claims/tea-calms-mice.yml.txt", "", "code: TEA-02\n")],
    "a page in another encoding": [("docs/en/index.md", "", GARBAGE)],
    "a conflict in a page": [("docs/ja/index.md", "title: ", ">>>>>>> main\ntitle: ")],
    "an entry that is not closed": [(BIB, "  checked = {2026-01-02 https://example.org/mice},\n}", "")],
    "an entry without its sign": [(BIB, "@article{kage2022null", "article{kage2022null")],
    "an entry without its key": [(BIB, "@article{kage2022null,", "@article{")],
    "an entry that says a thing twice": [(BIB, "{No effect of a lamp", "{x},\n  title = {No effect of a lamp")],
    "an entry whose field is wrong": [(BIB, "{10.5555/lamp.2020}", "{doi:10.5555/lamp.2020}")],
    "a design that nobody defined": [(BIB, "{meta-analysis}", "{metaanalysis}")],
    "a vocabulary that cannot be read": [("vocabulary.yml", "", GARBAGE)],
    "an article that cannot be read": [("references/article.yml", "title:", "title：")],
}


@pytest.mark.parametrize("fault", ONE_FAULT)
def test_one_fault_is_one_line(fault: str, miniature: Path, capsys) -> None:
    spoil(miniature, ONE_FAULT[fault])
    assert len(problems_of(miniature, capsys)) == 1


@pytest.mark.parametrize("kind", ["searches.yml", "*.bib"])
def test_one_unreadable_file_of_the_real_records_is_one_line(kind: str, records: Path, capsys) -> None:
    file = max((records / "references").glob(kind), key=lambda file: file.stat().st_size)
    file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16"))
    (line,) = problems_of(records, capsys)
    assert ": not-utf8: " in line


def test_a_claim_that_rests_on_a_search_is_not_blamed_for_it(miniature: Path, capsys) -> None:
    documented_description(miniature)
    spoil(miniature, [(CLAIM, *ABSENCE), (CLAIM, SAID, MISSING), (SEARCHES, "question:", "question：")])
    (line,) = problems_of(miniature, capsys)
    assert line.startswith(f"{SEARCHES}:2: bad-yaml: ")


@pytest.mark.parametrize(
    "written", ["@article｛mori2019mice", "＠article{mori2019mice", "@article{Mori2019mice", "@article{mori-2019-mice"]
)
def test_an_entry_that_is_not_read_is_missed_nowhere(written: str, miniature: Path, capsys) -> None:
    spoil(miniature, [(BIB, "@article{mori2019mice", written)])
    assert len(problems_of(miniature, capsys)) == 1


def test_a_frozen_version_that_was_edited_is_one_line(miniature: Path, capsys) -> None:
    released(miniature)
    capsys.readouterr()
    facts = miniature / "claims/archive/lamp-lifts-mood/v1.yml"
    facts.write_text(facts.read_text(encoding="utf-8") + "level：supported\nversion\n", encoding="utf-8")
    (line,) = problems_of(miniature, capsys)
    assert ": frozen-version: A published version was changed." in line


def test_other_faults_are_reported_all_the_same(miniature: Path, capsys) -> None:
    """What does not rest on the file that cannot be read."""
    spoil(
        miniature, [(BIB, "@article{kage2022null", "article{kage2022null"), (LAMP, "ref: hikari2020lamp", "ref: hikari2020lmap")]
    )
    rules = [line.split(": ")[1] for line in problems_of(miniature, capsys)]
    assert rules[0] == "stray-text" and {"unknown-reference", "citation-not-evidence"} <= set(rules)


def test_a_cause_is_printed_before_what_may_follow_from_it(miniature: Path, capsys) -> None:
    spoil(
        miniature,
        [
            (BOTH, "level: hypothetical", "level: supported"),
            (TEA, "version: 1\n", ""),
            (BIB, "@article{kage2022null", "x\n@article{kage2022null"),
        ],
    )
    rules = [line.split(": ")[1] for line in problems_of(miniature, capsys)]
    assert rules[:2] == ["stray-text", "missing-field"] and "level-above-evidence" in rules[2:]
    main_file, other = Problem("b.yml", 9, say("empty-file")), Problem("a.yml", 1, say("history-incomplete", version=2))
    assert in_order([other, main_file, other]) == [main_file, other]


def test_what_may_be_there_is_not_missed() -> None:
    unread = Unread(frozenset({("reference", "mori2019mice"), ("claim", "")}))
    assert unread.hides("reference", "mori2019mice") and not unread.hides("reference", "kage2022null")
    assert unread.hides("claim", "anything") and unread.any("claim") and not unread.any("search")
    assert unread.named("reference") == {"mori2019mice"} and unread.named("claim") == set()


@pytest.mark.parametrize("root", [MINIATURE, REAL_ROOT], ids=["invented", "real"])
def test_nothing_is_unread_where_nothing_is_wrong(root: Path) -> None:
    review, problems = load(root)
    assert review and not problems and not check(assess(review), NOW)
    assert review.unread == Unread()
