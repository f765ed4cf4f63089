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
from tools.pages.render import render
from tools.records.load import load
from tools.records.words import LANGUAGES

CLAIM = "lamp-lifts-mood"
TODAY = datetime.date(2026, 3, 4)

HEDGED = "{ja: 偽の光より気分を良くするかもしれません。, en: The lamp may improve mood more than a sham light.}"


def released(root: Path) -> int:
    return main(["release", CLAIM, "--root", str(root), "--change-ja", "新しい試験", "--change-en", "A new trial"])


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


def test_release_freezes_raises_and_keeps_the_layout(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (miniature / f"claims/{CLAIM}.yml").read_text(encoding="utf-8")
    assert released(miniature) == 0
    after = (miniature / f"claims/{CLAIM}.yml").read_text(encoding="utf-8")
    assert after.startswith(before[: before.index("version: 1")]) and "version: 2" in after
    assert '      ja: "新しい試験"\n      en: "A new trial"\n' in after
    assert main(["check", "--root", str(miniature)]) == 0
    folder = miniature / "claims/archive" / CLAIM
    assert subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=False).returncode == 0
    assert released(miniature) == 0
    assert {file.name for file in folder.iterdir()} == {
        *(f"v{version}{end}" for version in (1, 2) for end in (".yml", ".ja.md", ".en.md")),
        "SHA256SUMS",
    }
    capsys.readouterr()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frozen_version_stays_to_the_byte(language: str, miniature: Path) -> None:
    as_cited = content(pages(miniature, language)[f"claims/{CLAIM}/v1.md"])
    released(miniature)
    record = miniature / f"claims/{CLAIM}.yml"
    edit(record, "A difference in 12 trials", "A large difference in 12 trials")
    edit(record, "certainty: high", "certainty: moderate")
    edit(miniature / "references/all.bib", "Lamps and mood: a meta-analysis", "Lamps and mood, renamed")
    edit(miniature / "vocabulary.yml", "Established", "Very well established")
    now = pages(miniature, language)
    assert content(now[f"claims/{CLAIM}/v1.md"]) == as_cited
    assert content(now[f"claims/{CLAIM}/v2.md"]) != as_cited
    assert content(now[f"claims/{CLAIM}.md"]) == content(now[f"claims/{CLAIM}/v2.md"]).replace("../../../", "../../")


def test_an_old_version_names_the_newest_and_what_changed_in_meaning(miniature: Path) -> None:
    released(miniature)
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
        'href="../"',
        "Level of evidence: Established → Supported",
        "Certainty: High → Low",
        "Evidence dropped: Kage 2022 (direct, Contradicts)",
    ):
        assert told in notes, (told, notes)
    assert "claims/lamp-lifts-mood/v1/" in live[: live.index("<!-- content")]
    assert "latest-version" in old and "latest-version" not in live


def test_a_change_of_words_alone_is_no_change_of_meaning(miniature: Path) -> None:
    released(miniature)
    edit(
        miniature / f"claims/{CLAIM}.yml",
        "unknown: {ja: 長い経過は分かっていません。",
        "unknown: {ja: 長い経過はまだ分かりません。",
    )
    old = pages(miniature)[f"claims/{CLAIM}/v1.md"]
    assert "Level, certainty, evidence and the comparison of wording are the same." in old


@pytest.mark.parametrize(
    ("name", "damage", "told"),
    [
        ("v1.en.md", "append", "v1.en.md:1: frozen-version: A frozen version was changed."),
        ("v1.yml", "append", "v1.yml:1: frozen-version: A frozen version was changed."),
        ("v1.ja.md", "remove", "v1.ja.md:1: frozen-version: A file of a frozen version is missing."),
        ("v7.yml", "append", "v7.yml:1: frozen-version: `v7.yml` is not in SHA256SUMS."),
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


def test_a_published_claim_is_not_removed_nor_its_number_lowered(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    released(miniature)
    edit(miniature / f"claims/{CLAIM}.yml", "version: 2", "version: 1")
    assert main(["check", "--root", str(miniature)]) == 1
    assert "`version` is 1, but version 1 is frozen. Make it at least 2." in capsys.readouterr().err
    (miniature / f"claims/{CLAIM}.yml").unlink()
    assert main(["check", "--root", str(miniature)]) == 1
    assert "has frozen versions but no record" in capsys.readouterr().err


def test_release_takes_the_code_of_a_claim(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "LMP-01", "--root", str(miniature), "--change-ja", "x", "--change-en", "x"]) == 0
    assert (miniature / f"claims/archive/{CLAIM}/v1.yml").is_file()
    assert f"edit claims/{CLAIM}.yml" in capsys.readouterr().out


def test_release_asks_and_refuses(miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", CLAIM, "--root", str(miniature)]) == 2
    assert "Say in both languages" in capsys.readouterr().err
    assert main(["release", "lamp-lifts-moods", "--root", str(miniature), "--change-ja", "x", "--change-en", "x"]) == 2
    assert "Did you mean `lamp-lifts-mood`?" in capsys.readouterr().err
    edit(miniature / f"claims/{CLAIM}.yml", "certainty: high", "certainty: sure")
    assert released(miniature) == 1
    assert not (miniature / "claims/archive").exists()
    capsys.readouterr()


def test_a_page_past_its_date_says_so_on_old_versions_too(miniature: Path) -> None:
    released(miniature)
    review, _ = load(miniature)
    assert review
    late = render(assess(review), Edition(datetime.date(2026, 7, 3), language="en"))
    assert all("The next review is overdue." in late[f"claims/{CLAIM}{page}.md"] for page in ("", "/v1", "/v2"))
