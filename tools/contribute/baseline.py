"""The records as they stood at a revision of git, beside those of the working tree."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from tools.records.beside import CLAIMS, DOCS, REFERENCES, VOCABULARY
from tools.text.messages import Message, say


class NoBaseline(Exception):
    """The revision cannot be read; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text("en"))
        self.message = message


def extract(root: Path, base: str, into: Path) -> None:
    """Write the records and the program of a revision under a folder.

    Args:
        root: a folder of a git checkout, the review's root.
        base: a revision as git names it, such as `main` or `HEAD~1`.

    Raises:
        NoBaseline: git does not know the revision, or the folder is no checkout.
    """
    if not _git(root, "rev-parse", "--revs-only", base):
        raise NoBaseline(_instead(root, base))
    wanted = (CLAIMS, REFERENCES, VOCABULARY, DOCS, "tools")
    paths = [path for path in wanted if _git(root, "ls-tree", "--name-only", base, "--", f"./{path}")]
    archive = _git(root, "archive", "--format=zip", base, "--", *paths)
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        packed.extractall(into)  # stays below the folder by itself; of tar files only Python 3.11.4 and newer do


def changed_files(root: Path, base: str) -> list[str]:
    """Paths that differ between the revision and the working tree, new files included, relative to the root."""
    differing = _git(root, "diff", "--name-only", "--relative", "-z", base, "--").decode(errors="replace")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z").decode(errors="replace")
    return sorted({*differing.split("\0"), *new.split("\0")} - {""})


def ceilings_by_its_rule(extracted: Path, root: Path) -> dict[str, str]:
    """Claim id to the ceiling that the rule of the revision gives the records of the working tree.

    Runs the program of the revision, which is code that has been merged, and reads what it prints; {} where that program
    is too old to be asked.
    """
    command = [sys.executable, "-m", "tools", "assess", "--json", "--root", str(root.resolve())]
    told = subprocess.run(command, cwd=extracted, capture_output=True, text=True, check=False)
    if told.returncode != 0:
        return {}
    return {claim_id: judged["ceiling"] for claim_id, judged in json.loads(told.stdout).items()}


def _instead(root: Path, base: str) -> Message:
    """What to try where git does not know a branch: a clone has only its own, and those of its origin by a longer name."""
    remotes = _git(root, "remote").decode().split()
    known = _git(root, "for-each-ref", "--format=%(refname:short)", "refs/remotes").decode().split()
    if close := [f"{remote}/{base}" for remote in remotes if f"{remote}/{base}" in known]:
        return say("part.revision-there", other=close[0])
    return say("part.revision-far", remote=remotes[0], base=base) if remotes else say("part.revision-unknown")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise NoBaseline(say("part.no-git")) from error
    except subprocess.CalledProcessError as error:
        raise NoBaseline(say("part.git-says", said=error.stderr.decode(errors="replace"))) from error
