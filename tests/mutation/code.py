"""What can be changed in a module: each place that decides, and what may be there instead."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from tests.mutation.graft import graft_module
from tests.mutation.mutant import Mutant

_EDGES = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
_EDGES |= {ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
_TURNED = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
Change = tuple[ast.expr, ast.expr]


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module: a comparison at its edge or turned round, `and` for `or`, `not` or one of several conditions
    left out, a condition always true or never, `min` for `max`, `any` for `all`, a number one more, a word of a list left out.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for place, in_function, node in _nodes(tree):
        for target, after in _changes(node):
            change = f"{ast.unparse(target)} → {ast.unparse(after)}"
            yield Mutant(path.stem, target.lineno, place, change, in_function, partial(_apply, path, tree, target, after))


def _nodes(node: ast.AST, place: str = "", in_function: bool = False) -> Iterator[tuple[str, bool, ast.AST]]:
    """Each node with the outermost function that it is in, or the class."""
    yield place, in_function, node
    match node:
        case ast.FunctionDef() if not in_function:
            for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
                yield from _nodes(default, place)
            place, in_function = f"{place}.{node.name}".strip("."), True
        case ast.ClassDef():
            place = node.name
    for part in _parts(node):
        yield from _nodes(part, place, in_function)


def _parts(node: ast.AST) -> Iterable[ast.AST]:
    """What is in a node, but for what decides nothing: types, decorators, and what is asserted for the reader."""
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return node.body
        case ast.AnnAssign():
            return filter(None, [node.value])
        case ast.Assert():
            return []
        case _:
            return ast.iter_child_nodes(node)


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp():
            yield node, ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
            for index in range(len(node.values)):
                rest = node.values[:index] + node.values[index + 1 :]
                yield node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not()):
            yield node, node.operand
        case ast.If() | ast.IfExp():
            yield from ((node.test, ast.Constant(value)) for value in (True, False))
        case ast.comprehension():
            yield from ((test, ast.Constant(value)) for test in node.ifs for value in (True, False))
        case ast.match_case(guard=ast.expr() as guard):
            yield from ((guard, ast.Constant(value)) for value in (True, False))
        case ast.Name(id=name) if name in _NAMES:
            yield node, ast.Name(_NAMES[name], node.ctx)
        case ast.Constant(value=bool()):
            yield node, ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield node, ast.Constant(node.value + 1)


def _compared(node: ast.Compare) -> Iterator[Change]:
    for index, operator in enumerate(node.ops):
        for table in (_EDGES, _TURNED):
            if other := table.get(type(operator)):
                yield node, ast.Compare(node.left, [*node.ops[:index], other(), *node.ops[index + 1 :]], node.comparators)
        listed = node.comparators[index]
        if isinstance(operator, ast.In | ast.NotIn) and isinstance(listed, ast.Tuple):
            yield from ((listed, ast.Tuple([one for one in listed.elts if one is not left], listed.ctx)) for left in listed.elts)


def _apply(path: Path, tree: ast.Module, target: ast.expr, after: ast.expr) -> None:
    class Swap(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return ast.copy_location(after, node) if node is target else self.generic_visit(node)

    changed = ast.fix_missing_locations(Swap().visit(tree))
    graft_module(f"tools.appraisal.{path.stem}", compile(changed, str(path), "exec"))
