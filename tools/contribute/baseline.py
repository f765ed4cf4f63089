"""The records as they stood at a revision of git, beside those of the working tree."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from tools.records.load import CLAIMS, DOCS, REFERENCES, VOCABULARY


class NoBaseline(Exception):
    """The revision cannot be read; the message says why."""


def extract(root: Path, base: str, into: Path) -> None:
    """Write the records and the program of a revision under a folder.

    Args:
        root: a folder of a git checkout, the review's root.
        base: a revision as git names it, such as `main` or `HEAD~1`.

    Raises:
        NoBaseline: git does not know the revision, or the folder is no checkout.
    """
    wanted = (CLAIMS, REFERENCES, VOCABULARY, DOCS, "tools")
    paths = [path for path in wanted if _git(root, "ls-tree", "--name-only", base, "--", f"./{path}")]
    archive = _git(root, "archive", "--format=zip", base, "--", *paths)
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        packed.extractall(into)  # stays below the folder by itself; of tar files only Python 3.11.4 and newer do


def changed_files(root: Path, base: str) -> list[str]:
    """Paths that differ between the revision and the working tree, new files included, relative to the root."""
    differing = _git(root, "diff", "--name-only", "--relative", base, "--").decode()
    new = _git(root, "ls-files", "--others", "--exclude-standard").decode()
    return sorted({*differing.splitlines(), *new.splitlines()})


def ceilings_by_its_rule(extracted: Path, root: Path) -> dict[str, str]:
    """Claim id to the ceiling that the rule of the revision gives the records of the working tree.

    Runs the program of the revision, which is code that has been merged, and reads what it prints; {} where that program
    is too old to be asked.
    """
    asked = (
        "import json, pathlib, sys; from tools.appraisal.levels import ceiling_of; from tools.records.load import load; "
        "review, _ = load(pathlib.Path(sys.argv[1])); "
        "print(json.dumps({i: ceiling_of(c, review) for i, c in review.claims.items()}))"
    )
    command = [sys.executable, "-c", asked, str(root.resolve())]
    told = subprocess.run(command, cwd=extracted, capture_output=True, text=True, check=False)
    return json.loads(told.stdout) if told.returncode == 0 else {}


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise NoBaseline("git is not installed") from error
    except subprocess.CalledProcessError as error:
        raise NoBaseline(error.stderr.decode(errors="replace").strip()) from error
