"""Imports flow one way, modules are small, and nothing speaks of anything but itself."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, of_each
from tools.records.words import LANGUAGES

TOOLS = ROOT / "tools"
# Each step may import only what stands before it; within a line the modules are independent of each other.
LAYERS = (
    {"text", "files", "progress"},
    {"edition"},
    {"records"},
    {"appraisal", "cite"},
    {"check"},
    {"pages"},
    {"export"},
    {"contribute"},
    {"site", "verify"},
    {"commands"},
    {"__main__"},
)
# Of these, all that each may import.
NEEDS = {"text": set(), "records": {"files", "text"}, "check": {"appraisal", "records", "text"}}
MODULES = sorted(TOOLS.rglob("*.py"))


def name_of(module: Path) -> str:
    """A module's name in the layers; those of a package share its name."""
    folder = module.relative_to(TOOLS).parent
    return module.stem if folder == Path() else folder.parts[0]


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "tools":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tools."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("tools."))


def test_every_module_has_its_layer() -> None:
    assert {name_of(path) for path in MODULES} - {"__init__"} == set().union(*LAYERS)


@of_each(MODULES)
def test_imports_flow_one_way(module: Path) -> None:
    layer = {name: number for number, names in enumerate(LAYERS) for name in names}
    name = name_of(module)
    for imported in imports_of(module):
        assert imported == name != module.stem or layer[imported] < layer[name], f"{module.stem} imports {imported}"


@pytest.mark.parametrize("package", NEEDS)
def test_the_records_and_the_rules_need_little(package: str) -> None:
    imported = {name for module in MODULES if name_of(module) == package for name in imports_of(module)}
    assert imported - {package} <= NEEDS[package]


def test_few_modules_write_or_run_anything() -> None:
    writing = re.compile(r"\.write_(text|bytes)\(|subprocess|shutil|\.unlink\(|\.mkdir\(")
    found = {str(path.relative_to(TOOLS)) for path in MODULES if writing.search(path.read_text(encoding="utf-8"))}
    assert found == {"contribute/baseline.py", "files.py", "site/build.py", "site/hooks/page_cache.py", "site/live.py"}


def test_the_program_knows_nothing_of_what_is_reviewed() -> None:
    """Whatever is true of this article only stands in the records; the program serves any other review as well."""
    subject = re.compile(r"\btms\b|magnetic|磁気|exosom|エクソソーム|vesicle|小胞|depress|うつ|psychiatr|精神", re.IGNORECASE)
    files = [path for path in TOOLS.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert len(files) > len(MODULES)
    assert not [path for path in files if subject.search(path.read_text(encoding="utf-8"))]


@of_each(MODULES)
def test_modules_are_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250
    long = [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef) and length_of(node) > 40]
    assert not long


def length_of(function: ast.FunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "docs/ja").glob("*.md")))
def test_hand_written_pages_have_the_same_headings_in_both_languages(name: str) -> None:
    anchors = [re.findall(r"^(#+) .*?(\{#[a-z-]+\})?$", (ROOT / f"docs/{lang}/{name}").read_text(), re.M) for lang in LANGUAGES]
    assert anchors[0] == anchors[1]


@pytest.mark.parametrize("left", [".site-0a1b2c3d-x1/", "tests/review/.site-0a1b2c3d-x1-old/"])
def test_what_a_killed_build_leaves_is_not_taken_for_work(left: str) -> None:
    assert subprocess.run(["git", "check-ignore", "-q", left], cwd=ROOT, check=False).returncode == 0


def test_no_host_of_a_package_registry_is_named() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    hosts = re.compile(r"py" + r"pi\.org|python" + r"hosted|npm" + r"js\.")
    assert not [
        name for name in files if (ROOT / name).is_file() and hosts.search((ROOT / name).read_bytes().decode("utf-8", "replace"))
    ]
