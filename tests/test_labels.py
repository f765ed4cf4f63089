"""Every label that code or a template asks for is there, in both languages; none lies unused.

A name may be composed (`t["kind_" ~ kind]`): then its fixed parts must fit labels.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import yaml
from jinja2 import nodes

from tests.conftest import ROOT, of_each
from tools.pages.templating import environment
from tools.text.locale import LANGUAGES

TOOLS = ROOT / "tools"
LABELS = yaml.load((TOOLS / "text/labels.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def modules() -> dict[str, ast.Module]:
    return {path.relative_to(TOOLS).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in TOOLS.rglob("*.py")}


def templates() -> dict[str, nodes.Template]:
    files = [path for path in (TOOLS / "pages/templates").rglob("*") if path.is_file()]
    return {path.relative_to(TOOLS).as_posix(): environment().parse(path.read_text(encoding="utf-8")) for path in files}


def in_python(tree: ast.AST) -> Iterator[str]:
    """What `labels(…)[…]` and `t[…]` ask for, as patterns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).split("(")[0] in ("t", "labels"):
            if isinstance(node.slice, ast.Constant):
                yield re.escape(str(node.slice.value))
            elif isinstance(node.slice, ast.JoinedStr):
                parts = node.slice.values
                yield "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)


def is_labels(node: nodes.Node) -> bool:
    """`t`, or `labels_of(…)`."""
    if isinstance(node, nodes.Call):
        node = node.node
    return isinstance(node, nodes.Name) and node.name in ("t", "labels_of")


def in_template(template: nodes.Template) -> Iterator[str]:
    """What `t.…`, `t[…]` and `labels_of(…).…` ask for, as patterns."""
    for got in template.find_all(nodes.Getattr):
        if is_labels(got.node):
            yield re.escape(got.attr)
    for item in template.find_all(nodes.Getitem):
        if is_labels(item.node) and isinstance(item.arg, nodes.Const):
            yield re.escape(item.arg.value)
        elif is_labels(item.node) and isinstance(item.arg, nodes.Concat):
            yield "".join(re.escape(part.value) if isinstance(part, nodes.Const) else ".+" for part in item.arg.nodes)


@cache
def asked() -> list[tuple[str, str]]:
    """Where a label is asked for, and the pattern that it has to fit."""
    found = [(name, pattern) for name, tree in modules().items() for pattern in in_python(tree)]
    return found + [(name, pattern) for name, template in templates().items() for pattern in in_template(template)]


@of_each(lambda: sorted(set(asked())))
def test_a_label_that_is_asked_for_is_there(where: str, pattern: str) -> None:
    assert [name for name in LABELS if re.fullmatch(pattern, name)], f"{where} asks for a label that labels.yml lacks"


def test_the_test_finds_what_is_asked_for() -> None:
    assert len(asked()) > len(LABELS) / 2
    assert {*in_python(ast.parse("labels(x)['a'], t['b'], t[f'c_{d}'], u['e']"))} == {"a", "b", "c_.+"}
    assert {*in_template(environment().parse('{{ t.a }}{{ t["b"] }}{{ t["c_" ~ d] }}{{ labels_of("ja").e }}{{ u.f }}'))} == {
        "a", "b", "c_.+", "e",
    }  # fmt: skip


def test_no_label_lies_unused() -> None:
    written = {str(node.value) for tree in modules().values() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    composed = {
        "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant) and "_" in str(node.values[0].value)
    }
    patterns = {pattern for _, pattern in asked()} | composed
    assert not [name for name in LABELS if name not in written and not any(re.fullmatch(p, name) for p in patterns)]


@of_each(LABELS)
def test_a_label_is_in_both_languages_and_can_be_reached(name: str) -> None:
    pair = LABELS[name]
    assert pair.keys() == set(LANGUAGES) and all(isinstance(text, str) and text.strip() for text in pair.values())
    assert not hasattr({}, name), "a template would get the method of a dictionary"
