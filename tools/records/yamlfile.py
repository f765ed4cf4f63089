"""YAML as plain data in which every value still knows its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tools.records.problem import KeyPath, Problem, Source, control_characters

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
    if tabs := [number for number, line in enumerate(text.splitlines(), 1) if _is_tab_indented(line)]:
        return None, [Problem(path, n, "tab-indentation", "The line is indented with a tab. Use spaces.") for n in tabs]
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = (error.problem or "cannot be read").replace("`", "'")
        message = f"The YAML is malformed: {reason}. Check quotes, colons and indentation here."
        return None, [Problem(path, mark.line + 1 if mark else 1, "bad-yaml", message)]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [Problem(path, 1, "bad-yaml", f"The YAML is malformed: {_first_line(error)}. Mend the file.")]
    if node is None:
        return None, [Problem(path, 1, "empty-file", "The file is empty. Write the record, or delete the file.")]
    reader = _Reader(path)
    data = reader.read(node, ())
    return (None, reader.problems) if reader.problems else (Document(data, Source(path, reader.lines)), [])


def _is_tab_indented(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())] and bool(line.strip())


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


@cache
def _below(at: KeyPath, part: str | int) -> KeyPath:
    """The same paths stand in every record, and are held once."""
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
            return self._fault(node, "alias", "An alias (`*name`) repeats another value. Write the value itself.")
        if len(at) > _MAX_DEPTH:
            return self._fault(node, "bad-yaml", f"Nested deeper than {_MAX_DEPTH} levels. Flatten the record.")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, _below(at, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, at: KeyPath) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._text(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                self._fault(key_node, "bad-yaml", "A key is not plain text. Write `key: value`.")
                continue
            if key in data:
                self._fault(key_node, "duplicate-key", f"The key `{key}` is given twice. Keep one.")
                continue
            below = _below(at, key)
            self.lines[below] = key_node.start_mark.line + 1
            data[key] = self.read(value_node, below)
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        kind = node.tag.rpartition(":")[2]
        if kind not in _SCALARS or not node.tag.startswith("tag:yaml.org"):
            return self._fault(node, "bad-yaml", f"The tag `{node.tag}` is not allowed. Records hold plain data only.")
        if kind in ("str", "timestamp"):
            return self._text(node)
        try:
            return _CONSTRUCT.construct_object(node, deep=True)
        except (ValueError, KeyError, OverflowError, yaml.YAMLError):
            return self._fault(node, "bad-yaml", f"`{node.value[:40]}` is not a {kind}. Put it in quotes.")

    def _text(self, node: yaml.ScalarNode) -> str:
        if node.style == '"':  # only there can a control character be escaped; as it is, YAML refuses it
            self.problems += control_characters(self.path, node.value, node.start_mark.line + 1)
        return node.value

    def _fault(self, node: yaml.Node, rule: str, message: str) -> None:
        self.problems.append(Problem(self.path, node.start_mark.line + 1, rule, message))
