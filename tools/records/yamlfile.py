"""YAML as plain data in which every value still knows its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tools.records.problem import KeyPath, Problem, Source, bad_characters
from tools.records.slips import why_malformed
from tools.text.messages import Message, say

# Data only: a tag outside these (a Python object, a binary, a set) is a fault, and dates stay text for the model to read.
_SCALARS = {"str", "int", "float", "bool", "null", "timestamp"}
_MAX_DEPTH = 20
_CONSTRUCT = yaml.constructor.SafeConstructor()


@dataclass(frozen=True)
class Document:
    """The plain data of one YAML file (dicts, lists, scalars; dates are left as text), and where each value stands."""

    data: Any
    source: Source


def read_yaml(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Parse one YAML document; on a fault, no file and its problems."""
    if "\t" in text and (tabs := [n for n, line in enumerate(text.splitlines(), 1) if _is_tab_indented(line)]):
        return None, [Problem(path, number, say("tab-indentation")) for number in tabs]
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [Problem(path, *why_malformed(text.splitlines(), mark.line + 1 if mark else 1, error.problem or ""))]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [Problem(path, *why_malformed((), 1, str(error).partition("\n")[0] or type(error).__name__))]
    if node is None:
        return None, [Problem(path, 1, say("empty-file"))]
    reader = _Reader(path)
    data = reader.read(node, ())
    return (None, reader.problems) if reader.problems else (Document(data, Source(path, reader.lines)), [])


def _is_tab_indented(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())] and bool(line.strip())


@cache
def _below(at: KeyPath, part: str | int) -> KeyPath:
    """Interned: most records share their key paths."""
    return (*at, part)


class _Reader:
    """Walks a composed document once, collecting data, lines and faults."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, at: KeyPath) -> Any:
        self.lines.setdefault(at, node.start_mark.line + 1)
        if id(node) in self._seen:
            return self._fault(node, say("alias"))
        if len(at) > _MAX_DEPTH:
            return self._fault(node, say("bad-yaml.too-deep", limit=_MAX_DEPTH))
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, _below(at, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # there is no other kind
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, at: KeyPath) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._text(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                self._fault(key_node, say("bad-yaml.key"))
                continue
            if key in data:
                self._fault(key_node, say("duplicate-key", key=key))
                continue
            below = _below(at, key)
            self.lines[below] = key_node.start_mark.line + 1
            data[key] = self.read(value_node, below)
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        kind = node.tag.rpartition(":")[2]
        if kind not in _SCALARS or not node.tag.startswith("tag:yaml.org"):
            return self._fault(node, say("bad-yaml.tag", tag=node.tag))
        if kind in ("str", "timestamp"):
            return self._text(node)
        try:
            return _CONSTRUCT.construct_object(node, deep=True)
        except (ValueError, KeyError, OverflowError, yaml.YAMLError):
            return self._fault(node, say("bad-yaml.value", value=node.value[:40], kind=kind))

    def _text(self, node: yaml.ScalarNode) -> str:
        if node.style == '"':  # only there can one be escaped; as they are, they have been found in the file
            self.problems += bad_characters(self.path, node.value, node.start_mark.line + 1)
        text: str = node.value
        return text

    def _fault(self, node: yaml.Node, message: Message) -> None:
        self.problems.append(Problem(self.path, node.start_mark.line + 1, message))
