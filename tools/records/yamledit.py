"""A value in a YAML file replaced or added, with everything else as somebody wrote it: comments, quotes, order, line ends. Pure.

PyYAML says where in the text each value begins and ends; nothing is parsed by a pattern, and nothing is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import yaml

from tools.records.problem import KeyPath

Plain = str | int | list[object] | Mapping[str, object]


def flow(value: object) -> str:
    """A value on one line, as YAML reads it: bare where that is certain, in quotes where it is not."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    text = str(value)
    # Ids, codes and days have hyphens; a word without one may be true, or a number.
    bare = isinstance(value, int) or (
        "-" in text.strip("-") and text.isascii() and text[0].isalnum() and text.replace("-", "").isalnum()
    )
    return text if bare else json.dumps(text, ensure_ascii=False)


def replaced(text: str, at: KeyPath, value: Plain) -> str:
    """The text with another value at a key path. Raises KeyError where there is none."""
    node = _node(text, at)
    return text[: node.start_mark.index] + flow(value) + text[_end(node) :]


def renamed(text: str, at: KeyPath, name: str) -> str:
    """The text with another key at a key path. Raises KeyError where there is none."""
    parent = _node(text, at[:-1])
    for key, _ in parent.value:
        if key.value == at[-1]:
            return text[: key.start_mark.index] + flow(name) + text[key.end_mark.index :]
    raise KeyError(at)


def appended(text: str, at: KeyPath, value: Plain) -> str:
    """The text with one more item at the end of a list. Raises KeyError where there is none."""
    node = _node(text, at)
    if not isinstance(node, yaml.SequenceNode):
        raise KeyError(at)
    if not node.value:
        return replaced(text, at, [value])
    end = _end(node.value[-1])
    if node.flow_style:
        return f"{text[:end]}, {flow(value)}{text[end:]}"
    while end < len(text) and text[end - 1] != "\n":  # what is left of the line is a comment
        end += 1
    line = f"{' ' * node.start_mark.column}- {flow(value)}\n"
    return f"{text[:end]}{'' if text[end - 1] == chr(10) else chr(10)}{line}{text[end:]}"


def added(text: str, name: str, value: Plain, before: str) -> str:
    """The text with one more field of the record, before another. Raises KeyError where that is not there."""
    for key, _ in _node(text, ()).value:
        if key.value == before:
            start = key.start_mark.index - key.start_mark.column
            return f"{text[:start]}{name}: {flow(value)}\n{text[start:]}"
    raise KeyError(before)


def _node(text: str, at: KeyPath) -> yaml.Node:
    """The node at a key path."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)  # the one that counts characters
    if node is None:
        raise KeyError(at)
    for part in at:
        if isinstance(part, int):
            node = node.value[part]
        else:
            found = [value for key, value in node.value if key.value == part]
            if not found:
                raise KeyError(at)
            node = found[0]
    return node


def _end(node: yaml.Node) -> int:
    """Where a value ends. That of a block is where the next thing begins, so it is asked of what stands last in it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    return end
