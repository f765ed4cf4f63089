"""Nothing that the branch merged into has published may change or vanish, whatever else a pull request brings."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.test_versions import CLAIM, edit, raise_version, released
from tools.__main__ import main
from tools.files import digest

FOLDER = f"claims/archive/{CLAIM}"
BIB = "references/all.bib"


@pytest.fixture
def merged(miniature: Path) -> Path:
    """The invented review with a published version, as the branch that is merged into has it."""
    assert released(miniature) == 0
    commit(miniature, "init")
    return miniature


def commit(root: Path, *first: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for arguments in ([*first, "-q"] if first else [], ["add", "-A"], [*who, "commit", "-qm", "State"]):
        if arguments:
            subprocess.run(["git", *arguments], cwd=root, check=True)


def against(root: Path, capsys: pytest.CaptureFixture[str], base: str = "HEAD") -> tuple[int, str]:
    capsys.readouterr()
    code = main(["check", "--against", base, "--root", str(root)])
    return code, capsys.readouterr().err


def test_what_only_adds_passes(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raise_version(merged)
    edit(merged / f"claims/{CLAIM}.yml", "The long course is not known.", "The longer course is not known.")
    released(merged)
    assert main(["release", "--all", "--root", str(merged)]) == 0
    assert against(merged, capsys) == (0, "")


def test_an_archive_that_is_gone_is_told(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """citing.md, A3: without the archive the records are as before the first release, and only the other revision knows."""
    shutil.rmtree(merged / "claims/archive")
    assert main(["check", "--root", str(merged)]) == 0
    code, told = against(merged, capsys)
    assert code == 1 and f"{FOLDER}/v1.en.md:1: frozen-version: A file of a published version is missing." in told
    raise_version(merged)
    assert "frozen-version: Version 1 is not in" in against(merged, capsys)[1]  # by itself, once another version follows


def test_a_forged_version_is_told(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """citing.md, A3: the file and its hash are rewritten together."""
    page, sums = merged / FOLDER / "v1.en.md", merged / FOLDER / "v1.sha256"
    before = digest(page.read_text(encoding="utf-8"))
    edit(page, "20 of 100", "90 of 100")
    edit(sums, before, digest(page.read_text(encoding="utf-8")))
    assert main(["check", "--root", str(merged)]) == 0
    code, told = against(merged, capsys)
    assert code == 1 and len(re.findall("frozen-version: A published version was changed", told)) == 2


@pytest.mark.parametrize("kept", [True, False])
def test_a_history_is_not_rewritten(kept: bool, merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """citing.md, A8."""
    edit(merged / f"claims/{CLAIM}.yml", "date: 2026-01-02, change", "date: 2025-01-01, change")
    if not kept:
        shutil.rmtree(merged / FOLDER)
    assert against(merged, capsys)[0] == 1


def test_an_edit_under_the_same_number_is_told(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """citing.md, A1: level, certainty and answer are rewritten, the version is not."""
    record = merged / f"claims/{CLAIM}.yml"
    edit(record, "level: established", "level: inconclusive")
    edit(record, "certainty: high", "certainty: low")
    edit(record, "en: The lamp improved mood more than a sham light.", "en: The lamp may improve mood.")
    assert "differs from version 1 as published (`level`, `certainty`, `answer`)" in against(merged, capsys)[1]


def test_a_code_or_a_name_that_is_gone_is_told(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """citing.md, A4, and contributing.md, 29."""
    edit(merged / f"claims/{CLAIM}.yml", "code: LMP-01", "code: LMP-77")
    assert f"claims/{CLAIM}.yml:1: frozen-version: `LMP-01` names nothing any more." in against(merged, capsys)[1]
    edit(merged / f"claims/{CLAIM}.yml", "code: LMP-77", "code: LMP-01")
    edit(merged / "claims/tea-calms-mice.yml", "code: TEA-02", "code: TEA-99")
    edit(merged / "claims/tea-approval.yml", "code: TEA-03", "code: TEA-02")
    told = against(merged, capsys)[1]
    assert "`TEA-02` named `tea-calms-mice`, and now names `tea-approval`." in told and "`TEA-03` names nothing" in told
    (merged / "claims/tea-approval.yml").rename(merged / "claims/tea-recognised.yml")
    assert "`tea-approval` names nothing any more" in against(merged, capsys)[1]


def test_a_record_that_cannot_be_read_is_not_called_gone(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(merged / "claims/tea-approval.yml", "code: TEA-03", "code：TEA-03")
    assert "names nothing" not in against(merged, capsys)[1]


def test_a_revision_that_git_does_not_know_is_refused(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert against(merged, capsys, "nowhere")[0] == 2


def test_publishing_asks_for_every_current_version(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "--published", "--root", str(merged)]) == 1
    told = capsys.readouterr().err
    assert CLAIM not in told and "frozen-version: Version 1 is not kept yet. Run `python -m tools release tea-approval`" in told
    assert main(["release", "--all", "--root", str(merged)]) == 0
    assert main(["check", "--published", "--root", str(merged)]) == 0
    raise_version(merged)
    assert main(["check", "--published", "--root", str(merged)]) == 1


def test_the_workflows_ask_for_both() -> None:
    steps = {
        name: [step.get("run", "") for job in jobs["jobs"].values() for step in job["steps"]]
        for name in ("check", "publish")
        if (jobs := yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")))
    }
    assert any('check --format github ${BASE:+--against "$BASE"}' in run for run in steps["check"])
    kept, built = (
        next(number for number, run in enumerate(steps["publish"]) if verb in run)
        for verb in ("check --published", "tools build")
    )
    assert kept < built and not any("release" in run for run in steps["publish"])


@pytest.mark.parametrize("codes", [("TEA-04", "TEA-05"), ("TEA-04", "TEA-04")])
def test_two_branches_that_add_claims_and_sources_merge(
    codes: tuple[str, str], merged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """contributing.md, 5: no conflict in git, and the one thing that git cannot see is told of the merged state."""
    subprocess.run(["git", "branch", "-q", "base"], cwd=merged, check=True)
    claim = (merged / "claims/tea-approval.yml").read_text(encoding="utf-8")
    (source,) = re.findall(
        r"^@misc\{lampsociety2021guide,\n(?:  .*\n)*\}\n", (merged / BIB).read_text(encoding="utf-8"), re.MULTILINE
    )
    for code, name, ja, en in zip(codes, ("one", "two"), ("緑茶", "紅茶"), ("Green tea", "Black tea"), strict=True):
        subprocess.run(["git", "checkout", "-qb", name, "base"], cwd=merged, check=True)
        key = f"society2021{name}"
        text = claim.replace("TEA-03", code).replace("lampsociety2021guide", key).replace("お茶", ja)
        text = (
            text.replace("Recognition of tea", f"Recognition of {en}")
            .replace("Tea is", f"{en} is")
            .replace("names tea", f"names {en}")
        )
        text = text.replace("short: {ja: ", f"short: {{ja: {ja}は", 1).replace(
            "Guidance of 2021 names it", f"Guidance of 2021 names {en}"
        )
        (merged / f"claims/tea-{name}.yml").write_text(text, encoding="utf-8")
        entry = (
            source.replace("lampsociety2021guide", key)
            .replace("Guidance on lamps", f"Views on {en}")
            .replace("/guide", f"/{name}")
        )
        (merged / f"references/{key}.bib").write_text(entry, encoding="utf-8")
        assert main(["release", "--all", "--root", str(merged)]) == 0, capsys.readouterr().err
        commit(merged)
    who = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run([*who, "merge", "-q", "-m", "Both", "one"], cwd=merged, check=True)
    code, said = against(merged, capsys, "base")
    if codes[0] != codes[1]:
        assert (code, said) == (0, "")
    else:
        assert code == 1 and "duplicate-code: The code `TEA-04` belongs to `tea-one`." in said and "frozen-version" not in said
