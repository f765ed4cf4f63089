"""A file that nobody reads is said, alone: what may be in it is not missed elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import BIB, SEARCHES, TEA
from tests.test_check import problems_of
from tools.records.load import load

MOVED = [
    (BIB, "references/All.BIB"),
    (BIB, "references/all.bib.txt"),
    (BIB, "references/all.bibtex"),
    (BIB, "references/new/all.bib"),
    (BIB, "all.bib"),
    (BIB, "claims/all.bib"),
    (BIB, "docs/en/all.bib"),
    (TEA, "claims/tea-calms-mice.yaml"),
    (TEA, "claims/tea-calms-mice.YML"),
    (TEA, "claims/tea-calms-mice.yml.txt"),
    (TEA, "claims/Tea_calms_mice.yml"),
    (TEA, "claims/.tea-calms-mice.yml"),
    (BIB, "references/すべて.bib"),
    (BIB, "references/all sources.bib"),
    (BIB, "docs/all.bib"),
    (TEA, "claims/tea\u200bcalms-mice.yml"),
]
ADDED = [
    ("claims/copy of tea-calms-mice.yml", "copy"),
    ("claims/tea-calms-mice copy.yml", "copy"),
    ("claims/tea-calms-mice - コピー.yml", "copy"),
    ("claims/tea-calms-mice (1).yml", "copy"),
    ("claims/#tea-calms-mice.yml#", "copy"),
    ("claims/tea-calms-mice.yml~", "copy"),
    ("claims/tea-calms-mice.yml.bak", "copy"),
    ("claims/tea-calms-mice.yml.orig", "copy"),
    ("references/all.bib~", "copy"),
    ("references/all copy.bib", "copy"),
    ("references/all (1).bib", "copy"),
    ("claims/tea-calms-mice-copy.yml", "copy"),
    ("claims/tea-calms-mice.LOCAL.yml", "copy"),
    ("claims/~$tea.yml", "copy"),
    ("docs/en/index copy.md", "copy"),
    ("docs/ja/Index.md", "lower-case"),
    ("docs/ja/a\u202eb.md", "<U+202E>"),
    ("vocabulary copy.yml", "copy"),
    ("vocabulary.yaml", "`vocabulary.yml` alone"),
    ("Vocabulary.yml", "`vocabulary.yml` alone"),
    ("claim/tea-calms-mice.yml", "Move it to `claims/`"),
    ("article.yml", "Move it to `references/`"),
    ("References/all.bib", "Move it to `references/`"),
    ("references/#searches.yml#", "copy"),
    ("references/tea-calms-mice.yml", "references/"),
    ("references/new/searches.yml", "references/"),
    ("references/notes.txt", "references/"),
    ("docs/en/index.md~", "copy"),
    ("docs/en/Index.MD", "docs/en/"),
    ("docs/ja/index.md.txt", "docs/ja/"),
    ("docs/ja/more/index.md", "docs/ja/"),
    ("docs/fr/index.md", "`docs/ja/` and `docs/en/` alone"),
    ("docs/zh/more/about.md", "`docs/ja/` and `docs/en/` alone"),
]
OWN = (
    *("claims/.#tea-calms-mice.yml", "claims/.tea-calms-mice.yml.swp", "references/.all.bib.swo", "references/.DS_Store"),
    *("claims/.tea-calms-mice.yml.new", "references/.~lock.all.bib#", "docs/en/._index.md", "claims/.gitkeep"),
    *("references/reading/tea.yml", "claims/archive/README.md", "README.md", "mkdocs.yml", "docs/assets/x.css"),
)


@pytest.mark.parametrize(("path", "other"), MOVED)
def test_a_record_where_nobody_reads_it_is_one_line(path: str, other: str, miniature: Path, capsys) -> None:
    (miniature / other).parent.mkdir(parents=True, exist_ok=True)
    (miniature / path).rename(miniature / other)
    (line,) = problems_of(miniature, capsys)
    name = Path(other).name.replace("\u200b", "<U+200B>")
    assert line.startswith(f"{other}:1: bad-file-name: `{name}` is not ")


@pytest.mark.parametrize(("path", "told"), ADDED)
def test_a_file_beside_the_records_is_one_line(path: str, told: str, miniature: Path, capsys) -> None:
    (miniature / path).parent.mkdir(parents=True, exist_ok=True)
    (miniature / path).write_bytes((miniature / TEA).read_bytes())
    (line,) = problems_of(miniature, capsys)
    assert line.startswith(f"{path}:1: bad-file-name: ") and told in line.split(": ", 2)[2].replace(path, "")


@pytest.mark.parametrize("name", OWN)
def test_what_editors_keep_for_themselves_is_passed_over(name: str, miniature: Path, capsys) -> None:
    (miniature / name).parent.mkdir(parents=True, exist_ok=True)
    (miniature / name).write_text("x\n", encoding="utf-8")
    assert problems_of(miniature, capsys) == []


@pytest.mark.parametrize("other", ["searches.yaml", "Searches.yml", "searches.yml.txt"])
def test_a_file_with_another_name_is_not_also_missing(other: str, miniature: Path, capsys) -> None:
    (miniature / SEARCHES).rename(miniature / "references" / other)
    (line,) = problems_of(miniature, capsys)
    assert line == f"{SEARCHES}:1: missing-file: The file does not exist, but `{other}` does. Rename that to `searches.yml`."


ONE = "@misc{kawa2020tea, title = {Tea}, year = {2020}, url = {https://example.org/tea}, design = {rct}, species = {human},\n"
ONE += "  checked = {2026-01-02 https://example.org/tea},\n}\n"


@pytest.mark.parametrize(
    ("name", "more", "wanted"),
    [
        ("kawa2020tea", "", 0),
        ("more", "", 0),
        ("kawa2020te", "", 1),
        ("kawa2020tea-1", "", 1),
        ("Kawa2020tea", "", 1),
        ("tea2020", ONE.replace("kawa2020tea", "kawa2020cup").replace("{Tea}", "{Cup}").replace("tea},", "cup},", 1), 0),
    ],
)
def test_a_file_of_one_source_has_its_key_for_a_name(name: str, more: str, wanted: int, miniature: Path) -> None:
    (miniature / f"references/{name}.bib").write_text(ONE + more, encoding="utf-8")
    found = [str(problem) for problem in load(miniature)[1]]
    assert len(found) == wanted and all(f"references/{name}.bib:1: bad-file-name: " in line for line in found)


def test_a_copy_is_not_read(miniature: Path) -> None:
    (miniature / "claims/copy of tea.yml").write_bytes((miniature / TEA).read_bytes())
    review, _ = load(miniature)
    assert review and len(review.claims) == 4
