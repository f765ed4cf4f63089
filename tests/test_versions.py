"""A version that was cited keeps saying what it said, and says what has changed since."""

from __future__ import annotations

import datetime
import re
import subprocess
from pathlib import Path

import pytest

from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.edition import Edition
from tools.export.citations import FORMATS
from tools.pages.render import render
from tools.records.load import load
from tools.records.words import LANGUAGES

CLAIM = "lamp-lifts-mood"
TODAY = datetime.date(2026, 3, 4)

HEDGED = (
    "{ja: 偽の光より気分を良くするかもしれません（確実性は低いです）。, "
    "en: The lamp may improve mood more than a sham light (the certainty is low).}"
)


def released(root: Path, claim: str = CLAIM) -> int:
    return main(["release", claim, "--root", str(root)])


def raise_version(root: Path, claim: str = CLAIM, day: str = "2026-02-03") -> None:
    """As a contributor does it, by hand."""
    record = root / f"claims/{claim}.yml"
    text = record.read_text(encoding="utf-8")
    (number,) = re.findall(r"^version: (\d+)$", text, re.MULTILINE)
    text = text.replace(f"\nversion: {number}\n", f"\nversion: {int(number) + 1}\n").rstrip("\n")
    line = f"  - {{version: {int(number) + 1}, date: {day}, change: {{ja: 新しい試験, en: A new trial}}}}\n"
    record.write_text(f"{text}\n{line}", encoding="utf-8")


def opened(root: Path) -> None:
    """Version 1 is published, and version 2 begun."""
    assert released(root) == 0
    raise_version(root)


def content(page: str) -> str:
    """The content block of a version's page."""
    found = re.search(r"<!-- content of version \d+ -->\n(.*)<!-- end of content -->", page, re.S)
    assert found
    return found.group(1)


def pages(root: Path, language: str = "en") -> dict[str, str]:
    review, problems = load(root)
    assert review and not problems, problems
    return render(assess(review), Edition(TODAY, "https://example.org/review/", language=language))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_release_keeps_what_is_published_and_leaves_the_record(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (miniature / f"claims/{CLAIM}.yml").read_bytes()
    assert released(miniature) == 0
    assert (miniature / f"claims/{CLAIM}.yml").read_bytes() == before
    assert main(["check", "--root", str(miniature)]) == 0
    folder = miniature / "claims/archive" / CLAIM
    assert subprocess.run(["sha256sum", "--check", "--quiet", "v1.sha256"], cwd=folder, check=False).returncode == 0
    pages = {f"v1.{language}.{ending}" for language in LANGUAGES for ending in ("md", "html", *FORMATS)}
    assert {file.name for file in folder.iterdir()} == pages | {
        "v1.yml",
        "v1.sha256",
        *(f"v1.references.{end}" for end in FORMATS),
    }
    kept = {file.name: file.read_bytes() for file in folder.iterdir()}
    capsys.readouterr()
    assert released(miniature) == 0
    assert "has been published already" in capsys.readouterr().out
    assert kept == {file.name: file.read_bytes() for file in folder.iterdir()}


def test_release_of_all_takes_those_that_are_open(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    released(miniature)
    capsys.readouterr()
    assert main(["release", "--all", "--root", str(miniature)]) == 0
    assert CLAIM not in (told := capsys.readouterr().out) and "Version 1 of tea-calms-mice is kept" in told
    assert main(["release", "--all", "--root", str(miniature)]) == 0
    assert capsys.readouterr().out == ""


def test_an_old_version_names_the_newest_and_what_changed_in_meaning(miniature: Path) -> None:
    opened(miniature)
    record = miniature / f"claims/{CLAIM}.yml"
    edit(record, "level: established", "level: supported")
    edit(record, "certainty: high", "certainty: low")
    edit(record, "imprecision: 0", "imprecision: 2")
    edit(record, "considered:\n  pooled: [kage2022null]", "reasons:\n  imprecision: {ja: 少ない。, en: Few.}")
    for field in ("short", "answer"):
        text = record.read_text(encoding="utf-8")
        edit(record, re.findall(f"^{field}: .*", text, re.MULTILINE)[0], f"{field}: {HEDGED}")
    text = record.read_text(encoding="utf-8")
    start = text.index("  - ref: kage2022null")
    text = text[:start] + text[text.index("related:") :]
    record.write_text(
        text.replace("- One trial found none [@kage2022null].", "- That is all.").replace(
            "- 差のない試験もあります[@kage2022null]。", "- それだけです。"
        ),
        encoding="utf-8",
    )
    edit(miniature / "references/searches.yml", "kept: [", "kept: [kage2022null, ")
    article = miniature / "references/article.yml"
    edit(article, "lamp-lifts-mood: established", "lamp-lifts-mood: supported")
    edit(article, "確立した方法", "方法")
    edit(article, "The lamp is established", "The lamp is a method")
    assert main(["check", "--root", str(miniature)]) == 0
    now = pages(miniature)
    old, live = now[f"claims/{CLAIM}/v1.md"], now[f"claims/{CLAIM}.md"]
    notes = old[: old.index("<!-- content")]
    for told in (
        "This is version 1 of 2 January 2026. There is a newer one.",
        'href="../../lamp-lifts-mood/"',
        "Level of evidence: Established → Supported",
        "Certainty: High → Low",
        "Evidence dropped: Kage 2022 (direct, Contradicts)",
    ):
        assert told in notes, (told, notes)
    assert "claims/lamp-lifts-mood/v1/" in live[: live.index("<!-- content")]
    assert "latest-version" in old and "latest-version" not in live


def test_a_change_of_words_alone_is_told_as_one(miniature: Path) -> None:
    opened(miniature)
    notes = pages(miniature)[f"claims/{CLAIM}/v1.md"].split("<!-- content")[0]
    assert "Title, claim, level, certainty, evidence, the comparison of wording and the text are the same." in notes
    record = miniature / f"claims/{CLAIM}.yml"
    edit(record, "ja: 長い経過は分かっていません。", "ja: 長い経過はまだ分かりません。")
    edit(record, "en: The effect of the lamp", "en: Lamps and mood")
    notes = pages(miniature)[f"claims/{CLAIM}/v1.md"].split("<!-- content")[0]
    assert "What is not known was put in other words." in notes
    assert "Title: The effect of the lamp → Lamps and mood" in notes


@pytest.mark.parametrize(
    ("name", "damage", "told"),
    [
        ("v1.en.md", "append", "v1.en.md:1: frozen-version: A published version was changed."),
        ("v1.yml", "append", "v1.yml:1: frozen-version: A published version was changed."),
        ("v1.ja.md", "remove", "v1.ja.md:1: frozen-version: A file of a published version is missing."),
        ("v7.yml", "append", "v7.yml:1: frozen-version: No `v<number>.sha256` lists `v7.yml`."),
    ],
)
def test_a_frozen_version_cannot_be_edited(
    name: str, damage: str, told: str, miniature: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    released(miniature)
    capsys.readouterr()
    file = miniature / "claims/archive" / CLAIM / name
    if damage == "remove":
        file.unlink()
    else:
        file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + "# x\n", encoding="utf-8")
    assert main(["check", "--root", str(miniature)]) == 1
    assert told in capsys.readouterr().err


def told(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `check` finds."""
    capsys.readouterr()
    main(["check", "--root", str(root)])
    return capsys.readouterr().err


def test_a_published_claim_is_not_removed_nor_its_number_lowered(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened(miniature)
    released(miniature)
    record = miniature / f"claims/{CLAIM}.yml"
    edit(record, "version: 2", "version: 1")
    assert "`version` is 1, but version 2 has been published. Make it at least 2." in told(miniature, capsys)
    record.unlink()
    assert "has published versions but no record" in told(miniature, capsys)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("en: The effect of the lamp", "en: The effect of a lamp", "`title`"),
        ("en: The lamp lifts the mood.", "en: A lamp lifts the mood.", "`statement`"),
        ("en: The long course is not known.", "en: The longer course is not known.", "`unknown`"),
        ("review_by: 2026-07-02", "review_by: 2026-08-02", "`review_by`"),
        ("related: [lamp-and-tea]\n", "", "`related`"),
    ],
)
def test_a_published_version_is_not_edited_under_its_number(
    old: str, new: str, field: str, miniature: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = miniature / f"claims/{CLAIM}.yml"
    edit(record, old, new)
    assert told(miniature, capsys) == ""  # nothing is asked for before it is published
    edit(record, new or "terms:", old + ("" if new else "terms:"))
    released(miniature)
    edit(record, old, new)
    said = told(miniature, capsys)
    assert f"frozen-version: The record differs from version 1 as published ({field}). Raise `version` to 2" in said
    raise_version(miniature)
    assert told(miniature, capsys) == ""


def test_other_layout_and_later_notes_are_no_other_version(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    released(miniature)
    edit(miniature / f"claims/{CLAIM}.yml", "code: LMP-01", "# a remark\ncode: 'LMP-01'")
    assert told(miniature, capsys) == ""


SIGNS = "role: {ja: 医師, en: Physician}, date: 2026-01-03, interests: {ja: 無し, en: None}"
SIGNED = f"signoff: [{{version: 1, name: Dr Tomoshibi, {SIGNS}}}]"


def test_a_version_is_signed_after_it_was_published(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept of it stays; its page says above who signed, and the live page says so itself, until the next version."""
    released(miniature)
    edit(miniature / f"claims/{CLAIM}.yml", "version: 1\n", f"{SIGNED}\nversion: 1\n")
    assert told(miniature, capsys) == ""
    note = "Checked and signed after it was published, by: Dr Tomoshibi (Physician, 3 January 2026; Interests: None)"
    now = pages(miniature)
    assert note in now[f"claims/{CLAIM}/v1.md"] and "Dr Tomoshibi" not in content(now[f"claims/{CLAIM}/v1.md"])
    assert "Checked and signed by: Dr Tomoshibi" in now[f"claims/{CLAIM}.md"]
    raise_version(miniature)
    assert told(miniature, capsys) == ""
    now = pages(miniature)
    assert note in now[f"claims/{CLAIM}/v1.md"] and note not in now[f"claims/{CLAIM}/v2.md"]
    for path in (f"claims/{CLAIM}.md", f"claims/{CLAIM}/v2.md"):
        assert "No clinician has checked and signed this version yet." in now[path]
        assert "The earlier version 1 was checked and signed by: Dr Tomoshibi" in now[path]


def test_who_had_signed_a_version_when_it_was_published_stays(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(miniature / f"claims/{CLAIM}.yml", "version: 1\n", f"{SIGNED}\nversion: 1\n")
    released(miniature)
    assert told(miniature, capsys) == "" and "after it was published" not in pages(miniature)[f"claims/{CLAIM}/v1.md"]
    edit(miniature / f"claims/{CLAIM}.yml", f"{SIGNED}\n", "")
    assert "frozen-version: The record differs from version 1 as published (`signoff`)" in told(miniature, capsys)


def test_a_history_is_not_written_again(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened(miniature)
    edit(miniature / f"claims/{CLAIM}.yml", "date: 2026-01-02", "date: 2025-12-01")
    assert "frozen-version: In version 1 as published, this line of `history` had another day" in told(miniature, capsys)


def test_a_version_that_was_never_published_has_no_successor(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raise_version(miniature)
    assert "frozen-version: Version 1 is not in claims/archive/lamp-lifts-mood/." in told(miniature, capsys)


def test_release_takes_the_code_of_a_claim(miniature: Path) -> None:
    assert released(miniature, "LMP-01") == 0
    assert (miniature / f"claims/archive/{CLAIM}/v1.yml").is_file()


def test_release_refuses(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "--root", str(miniature)]) == 2
    assert main(["release", CLAIM, "--all", "--root", str(miniature)]) == 2
    assert "Name one claim to publish, or give `--all`." in capsys.readouterr().err
    assert released(miniature, "lamp-lifts-moods") == 2
    assert "Did you mean `lamp-lifts-mood`?" in capsys.readouterr().err
    edit(miniature / f"claims/{CLAIM}.yml", "certainty: high", "certainty: sure")
    assert released(miniature) == 1
    assert not (miniature / "claims/archive").exists()


def test_a_page_past_its_date_says_so_on_old_versions_too(miniature: Path) -> None:
    opened(miniature)
    review, _ = load(miniature)
    assert review
    late = render(assess(review), Edition(datetime.date(2026, 7, 3), language="en"))
    assert all("The next review is overdue." in late[f"claims/{CLAIM}{page}.md"] for page in ("", "/v1", "/v2"))


def test_a_version_that_is_not_published_says_so(miniature: Path) -> None:
    opened(miniature)
    now = pages(miniature)
    assert (
        "has not been published yet" in now[f"claims/{CLAIM}/v2.md"] and "not been published" not in now[f"claims/{CLAIM}/v1.md"]
    )
    released(miniature)
    assert "This is the permanent address of the current version (2)." in pages(miniature)[f"claims/{CLAIM}/v2.md"]
