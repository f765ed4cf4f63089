"""The forms that claim pages link to, and the workflows: what they may do, and what their scripts do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tools.contribute.impact import RECORDS, RULE

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


@pytest.mark.parametrize("form", [form for form in FORMS if form.name != "config.yml"], ids=lambda form: form.name)
def test_a_form_speaks_both_languages_and_asks_for_the_claim(form) -> None:
    found = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= found.keys() and " / " in found["name"]
    fields = {field["id"]: field for field in found["body"]}
    assert "claim" in fields
    assert all(" / " in field["attributes"]["label"] for field in fields.values())


def test_every_form_that_a_page_links_to_exists() -> None:
    text = (ROOT / "tools/pages/templates/claim-links.md").read_text(encoding="utf-8")
    linked = re.findall(r"template=([a-z-]+\.yml)&amp;([a-z-]+)=", text)
    assert len(linked) == 2
    for name, field in linked:
        form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / name).read_text(encoding="utf-8"))
        assert field in {entry["id"] for entry in form["body"]}


def test_the_template_of_a_pull_request_has_four_boxes() -> None:
    assert (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8").count("- [ ] ") == 4


def test_the_editor_is_shown_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    (path,) = settings["yaml.schemas"]
    assert (ROOT / path).is_file()


def test_the_workflows_pass_the_audit() -> None:
    """Least permissions, actions pinned to commits, nothing of a stranger's in a script: zizmor's strictest reading."""
    found = subprocess.run(
        [Path(sys.executable).with_name("zizmor"), "--offline", "--persona=auditor", "--no-progress", ".github"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout


def test_the_tests_run_on_the_oldest_python_that_is_promised_and_on_the_newest() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    job = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]["tests"]
    assert job["strategy"]["matrix"]["python"] == [project["requires-python"].removeprefix(">="), "3.x"]
    assert "${{ matrix.python }}" in [step.get("with", {}).get("python-version") for step in job["steps"]]


def test_few_jobs_may_write_to_the_project_and_none_checks_it_out() -> None:
    writing = {}
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {}, path
        for name, job in workflow["jobs"].items():
            if {"issues", "pull-requests", "contents"} & {what for what, how in job["permissions"].items() if how == "write"}:
                writing[path.stem, name] = [step.get("uses", "run").split("@")[0] for step in job["steps"]]
    assert writing == {
        ("comment", "impact"): ["actions/download-artifact", "run"],
        ("watch", "tell"): ["actions/download-artifact", "run"],
        ("watch", "propose"): ["actions/download-artifact", "run"],
    }


GH = """#!/usr/bin/env python3
# Stands for GitHub's program: keeps comments and issues in a file, and answers the calls that the workflows make.
import json, pathlib, sys

state = pathlib.Path("github.json")
held = json.loads(state.read_text())
words = sys.argv[1:]
body = next((pathlib.Path(word.split("@")[1]).read_text() for word in words if word.startswith("body=@")), "")
if "--body-file" in words:
    body = pathlib.Path(words[words.index("--body-file") + 1]).read_text()
if words[0] == "api" and "pulls" in words[3]:
    assert "head=stranger:evidence" in words
    print(*held["pulls"])
elif words[0] == "api" and "--paginate" in words:
    print(*held["written"], sep="\\n")
elif words[0] == "api" and "/git/" in " ".join(words) or "/commits/" in " ".join(words):
    # Trees, commits and refs: what was sent is kept, and the newest commit is what a branch is at.
    kind = next(word for word in words if word.startswith("repos/")).split("/", 3)[3]
    if kind == "git/trees":
        held["trees"].append(json.loads(pathlib.Path(words[words.index("--input") + 1]).read_text()))
        print(f"tree{len(held['trees'])}")
    elif kind == "git/commits":
        assert f"tree=tree{len(held['trees'])}" in words and "parents[]=base" in words
        print(f"commit{len(held['trees'])}")
    elif kind.startswith("git/matching-refs/"):
        print(held["refs"][-1:] and held["refs"][-1].split("=")[1] or "")
    elif kind.startswith("commits/"):
        print(held["author"])
    else:
        assert ("--method" in words and words[words.index("--method") + 1] == "POST") is not bool(held["refs"])
        held["refs"].append(next(word for word in words if word.startswith("sha=")))
elif words[0] == "api":
    number = words[3].rsplit("/", 1)[1] if words[2] == "PATCH" else str(len(held["written"]) + 1)
    held["written"][number] = body
elif words[:2] == ["pr", "list"]:
    print(*held["written"])
elif words[:2] == ["pr", "edit"]:
    held["written"][words[2]] = body
elif words[:2] == ["pr", "create"]:
    held["written"][str(len(held["written"]) + 1)] = body
elif words[:2] == ["issue", "list"]:
    print(*held["written"])
elif words[:2] == ["issue", "edit"]:
    held["written"][words[2]] = body
elif words[:2] == ["issue", "create"]:
    held["written"][str(len(held["written"]) + 1)] = body
else:
    assert words[:2] == ["label", "create"], words
state.write_text(json.dumps(held))
"""


EMPTY: dict[str, object] = {"pulls": [7], "written": {}, "trees": [], "refs": [], "author": "github-actions[bot]"}


@pytest.fixture
def github(tmp_path: Path) -> Path:
    """A folder in which the steps of a workflow run, with a stand-in for GitHub."""
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text(GH, encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "github.json").write_text(json.dumps(EMPTY), encoding="utf-8")
    return tmp_path


def run_last_step(workflow: str, job: str, folder: Path) -> dict[str, str]:
    """Run a job's last step as GitHub would, and return what was written: number to text."""
    steps = yaml.safe_load((ROOT / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8"))["jobs"][job]["steps"]
    given = {"REPOSITORY": "owner/review", "HEAD": "stranger:evidence", "HEAD_SHA": "abc", "GH_TOKEN": "none"}
    given |= {"GH_REPO": "owner/review", "BASE": "main", "PARENT": "base", "BRANCH": "weekly-proposal"}
    environment = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", **given}
    subprocess.run(["bash", "-eo", "pipefail", "-c", steps[-1]["run"]], cwd=folder, env=environment, check=True)
    return json.loads((folder / "github.json").read_text(encoding="utf-8"))["written"]


@pytest.mark.long
def test_one_comment_is_made_and_then_kept_up_to_date(github: Path) -> None:
    text = github / "impact/impact.md"
    text.parent.mkdir()
    text.write_text("**What this change means**, @everybody", encoding="utf-8")
    (first,) = run_last_step("comment", "impact", github).values()
    assert first.startswith("<!-- impact -->\n**What this change means**, @\u200beverybody")
    text.write_text("**No change of meaning**", encoding="utf-8")
    (second,) = run_last_step("comment", "impact", github).values()
    assert "No change of meaning" in second and "abc" in second


def test_a_closed_pull_request_gets_no_comment(github: Path) -> None:
    (github / "github.json").write_text(json.dumps(EMPTY | {"pulls": []}), encoding="utf-8")
    assert run_last_step("comment", "impact", github) == {}


@pytest.mark.long
def test_the_weekly_look_keeps_one_issue(github: Path) -> None:
    report = github / "report/report.md"
    report.parent.mkdir()
    for text in ("one mismatch", "two mismatches"):
        report.write_text(text, encoding="utf-8")
        assert list(run_last_step("watch", "tell", github).values()) == [text]


def propose(github: Path, text: str) -> dict[str, Any]:
    """Run the job that proposes, with a proposal of one file; what GitHub holds then."""
    path = github / "proposal/files/references/lamp.bib"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (github / "proposal/tree").write_text("was\n", encoding="utf-8")
    (github / "proposal/body.md").write_text(f"{text}, @everybody", encoding="utf-8")
    run_last_step("watch", "propose", github)
    return json.loads((github / "github.json").read_text(encoding="utf-8"))


@pytest.mark.long
def test_one_pull_request_is_made_and_then_kept_up_to_date(github: Path) -> None:
    for text in ("hits: 2 “é”\n", "hits: 3\n"):
        held = propose(github, text)
        blob = {"path": "references/lamp.bib", "mode": "100644", "type": "blob", "content": text}
        assert held["trees"][-1] == {"base_tree": "was", "tree": [blob]}
        assert list(held["written"].values()) == [f"{text}, @\u200beverybody"]
    assert held["refs"] == ["sha=commit1", "sha=commit2"]


@pytest.mark.long
def test_what_somebody_has_gone_on_with_is_left_alone(github: Path) -> None:
    before = propose(github, "hits: 2\n") | {"author": "hikari"}
    (github / "github.json").write_text(json.dumps(before), encoding="utf-8")
    assert propose(github, "hits: 3\n") == before


def test_the_owners_of_the_rule_are_named_apart() -> None:
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    paths = {line.split()[0] for line in lines if line and not line.startswith("#")}
    assert paths >= {f"/{path}" for path in (RULE, *RECORDS)}
