"""Change each condition of the rule in turn, and see that a quick test fails: `python -m tests.mutation [FILE…]`.

A mutant is one change of one place: a comparison at its edge or turned round, `and` for `or`, `not` left out, a condition always
true or never, `min` for `max`, `any` for `all`, a number one more. Each is tried in a process of its own, which compiles the
changed module from memory; no file is touched. Exits with 1 where a mutant survives that EQUIVALENT does not name.
"""

from __future__ import annotations

import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import io
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pydantic  # noqa: F401  (imported once here, and not in each process)
import pytest
import yaml  # noqa: F401

ROOT = Path(__file__).parent.parent
RULE = ROOT / "tools/appraisal"
TESTS = ("tests/test_rule.py", "tests/test_estimate.py")
# Changes that leave the meaning as it is, each with the reason: `module: changed code`.
EQUIVALENT: dict[str, str] = {}
_EDGES = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
_EDGES |= {ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
_TURNED = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One changed module.

    Attributes:
        module: its dotted name.
        line: where the change is.
        change: the changed code, as Python writes it.
        tree: the whole module with the change.
    """

    module: str
    line: int
    change: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return f"{self.module}: {self.change}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module."""
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for place, node in enumerate(ast.walk(tree)):
        for number, _ in enumerate(_changes(node)):
            changed = copy.deepcopy(tree)
            target = list(ast.walk(changed))[place]
            before, after = list(_changes(target))[number]
            yield Mutant(module, getattr(node, "lineno", 0), f"{before} → {_replace(changed, target, after)}", changed)


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """What a place says, and each of the expressions that may stand there instead."""
    match node:
        case ast.Compare(ops=[operator]):
            for table in (_EDGES, _TURNED):
                if other := table.get(type(operator)):
                    yield ast.unparse(node), ast.Compare(node.left, [other()], node.comparators)
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield ast.unparse(node), ast.BoolOp(other, node.values)
            for index in range(len(node.values)):
                rest = node.values[:index] + node.values[index + 1 :]
                yield ast.unparse(node), rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not()):
            yield ast.unparse(node), node.operand
        case ast.IfExp():
            yield ast.unparse(node), node.body
            yield ast.unparse(node), node.orelse
        case ast.Name(id=name) if name in _NAMES:
            yield name, ast.Name(_NAMES[name], node.ctx)
        case ast.Constant(value=bool()):
            yield ast.unparse(node), ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.unparse(node), ast.Constant(node.value + 1)


def _replace(tree: ast.Module, target: ast.AST, after: ast.expr) -> str:
    class Swap(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return ast.copy_location(after, node) if node is target else self.generic_visit(node)

    Swap().visit(tree)
    ast.fix_missing_locations(tree)
    return ast.unparse(after)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    """Imports one module as it was changed."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.mutant.module else None

    def get_filename(self, fullname: str) -> str:
        return f"<{fullname}>"

    def get_data(self, path: str) -> bytes:
        return ast.unparse(self.mutant.tree).encode()


def survives(mutant: Mutant) -> bool:
    """True where every quick test passes although the rule was changed."""
    child = os.fork()
    if child == 0:
        sys.meta_path.insert(0, _Changed(mutant))
        try:
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                code = pytest.main(["-x", "-q", "--noconftest", "-p", "no:cacheprovider", *TESTS])
        except BaseException:
            code = 1
        os._exit(0 if code == 0 else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main(arguments: list[str]) -> int:
    """Try every mutant of the files, or of the whole rule; print those that survive."""
    os.chdir(ROOT)
    paths = [Path(name).resolve() for name in arguments] or sorted(RULE.glob("*.py"))
    tried = [mutant for path in paths for mutant in mutants(path)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        survived = [mutant for mutant, lives in zip(tried, pool.map(survives, tried), strict=True) if lives]
    unknown = [mutant for mutant in survived if mutant.name not in EQUIVALENT]
    for mutant in unknown:
        print(f"{mutant.module}:{mutant.line}: survives: {mutant.change}")
    stale = EQUIVALENT.keys() - {mutant.name for mutant in survived} if not arguments else set()
    for name in sorted(stale):
        print(f"EQUIVALENT names a change that is killed or gone: {name}")
    killed, equivalent = len(tried) - len(survived), len(survived) - len(unknown)
    print(f"{len(tried)} mutants: {killed} killed, {equivalent} equivalent, {len(unknown)} survive.")
    return 1 if unknown or stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
