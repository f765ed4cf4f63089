"""YAML as plain data in which every value still knows its place.

YAML 1.1 reads more into a text than people write: `012` is 10, `1:30` is 90, `no` is false, and ` #` ends a sentence. Here a
number is digits with a sign and a point, only `true` and `false` are true and false, and what a comment cuts off is kept for the
model, which knows where sentences are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tools.records.problem import KeyPath, Problem, Source, bad_characters, counted
from tools.records.slips import why_malformed
from tools.text.messages import Message, say
from tools.text.signs import lookalike, ordinary

# Data only: a tag outside these (a Python object, a binary, a set) is a fault, and dates stay text for the model to read.
_SCALARS = {"str", "int", "float", "bool", "null", "timestamp"}
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_COMMENT = {
    None: re.compile(r"[ \t]+#.*"),
    "quoted": re.compile(r"[ \t]*#(?! ).*"),
    "block": re.compile(r"[|>][-+0-9]*[ \t]+#.*"),
}
_BEFORE = re.compile(r"\s*(?:- +)*(?:[\w-]+:|-)[ \t]+#.*")  # between a key and its value
_BELOW = re.compile(r"(?:[ \t]*\r?\n)+( *)#.*")  # on a line of its own, under a value
# A comment after a value that goes on as a line would: what once stood on the next one, which lost its beginning.
_JOINED = re.compile(r"""^[ -]*[^\s#'"|>][^#'"\n]*[ \t]#[^\n]*?[ \t]{2,}(?P<line>- [\w{\["'].*|[a-z_]+:[ \t].*)""", re.MULTILINE)
_WIDE_COLON = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\s*(?:：|:[^\S \t])")
_NO_SPACE = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?!//)(\S.*)", re.DOTALL)
_CODE = re.compile(r"[\w.-]+", re.ASCII)
_MAX_DEPTH = 20


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
        stopped, began = (mark.line + 1 if mark else 1 for mark in (error.problem_mark, error.context_mark))
        return None, [Problem(path, *why_malformed(text.splitlines(), stopped, began, error.problem or ""))]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [Problem(path, *why_malformed((), 1, 1, str(error).partition("\n")[0] or type(error).__name__))]
    if node is None:
        return None, [Problem(path, 1, say("empty-file"))]
    reader = _Reader(path, text)
    data = reader.read(node, ())
    for joined in _JOINED.finditer(text) if "#" in text else ():
        line = text.count("\n", 0, joined.start()) + 1
        reader.problems.append(Problem(path, line, say("comment-in-text.joined", line=joined["line"][:60])))
    source = Source(path, reader.lines, reader.columns, reader.cut)
    return (None, reader.problems) if reader.problems else (Document(data, source), [])


def _is_tab_indented(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())] and bool(line.strip())


@cache
def _below(at: KeyPath, part: str | int) -> KeyPath:
    """Interned: most records share their key paths."""
    return (*at, part)


class _Reader:
    """Walks a composed document once, collecting data, places and faults."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.has_comments = "#" in text  # as few records do
        self.lines: dict[KeyPath, int] = {}
        self.columns: dict[KeyPath, int] = {}
        self.cut: dict[KeyPath, str] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, at: KeyPath) -> Any:
        self.lines.setdefault(at, node.start_mark.line + 1)
        if id(node) in self._seen:
            return None  # an alias; its anchor is the fault
        if len(at) > _MAX_DEPTH:
            return self._fault(node, say("bad-yaml.too-deep", limit=_MAX_DEPTH))
        self._seen.add(id(node))
        if self._is_marked(node):
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, _below(at, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # there is no other kind
        self._note_place(node, at)
        return self._scalar(node)

    def _is_marked(self, node: yaml.Node) -> bool:
        """Whether an anchor or a tag stands before a value, which YAML takes away; a fault then."""
        if self.text[node.start_mark.index : node.start_mark.index + 1] not in ("&", "!"):
            return False
        word = self.text[node.start_mark.index :].split(maxsplit=1)[0].rstrip(",]}")[:40]
        self._fault(node, say("alias", word=word) if word[0] == "&" else say("bad-yaml.tag", tag=word))
        return True

    def _mapping(self, node: yaml.MappingNode, at: KeyPath) -> dict[str, Any]:
        data: dict[str, Any] = {}
        twice: list[tuple[str, yaml.Node]] = []
        for key_node, value_node in node.value:
            key = self._key(key_node, value_node, bool(node.flow_style))
            if key is None:
                continue
            if key in data:
                twice.append((key, key_node))
                continue
            below = _below(at, key)
            self.lines[below] = key_node.start_mark.line + 1
            data[key] = self.read(value_node, below)
        self._are_twice(twice, next(iter(data), ""), at)
        return data

    def _are_twice(self, keys: list[tuple[str, yaml.Node]], first: str, at: KeyPath) -> None:
        """Keys given twice; where they begin with the first of the mapping, it is all of it that is there again."""
        if len(keys) > 1 and keys[0][0] == first:
            self._fault(keys[0][1], say("duplicate-key.item" if at else "duplicate-key.record", key=first))
            return
        for key, node in keys:
            self._fault(node, say("duplicate-key", key=key))

    def _key(self, node: yaml.Node, value: yaml.Node, in_braces: bool) -> str | None:
        """A key as text; None, and a fault, where it is none."""
        if not isinstance(node, yaml.ScalarNode) or self.text[node.start_mark.index : node.start_mark.index + 1] in ("&", "!"):
            self._fault(node, say("bad-yaml.key"))
            return None
        key = self._text(node)
        wrong = None if node.style else self._wrong_key(key, node, value, in_braces)
        if wrong:
            self._fault(node, wrong)
        return None if wrong else key

    def _wrong_key(self, key: str, node: yaml.ScalarNode, value: yaml.Node, in_braces: bool) -> Message | None:
        between = self.text[node.end_mark.index : value.start_mark.index + 1]
        alone = in_braces and node.end_mark.index == value.end_mark.index and ":" not in between
        found = lookalike(key)
        if found and (_WIDE_COLON.match(key) if alone else _CODE.fullmatch(ordinary(key).strip())):
            return say("bad-yaml.sign", cure=found.cure(node.start_mark.column + 1))
        if alone and (tight := _NO_SPACE.fullmatch(key)):
            return say("bad-yaml.no-space", key=tight[1], value=tight[2][:40])
        return say("bad-yaml.comma", text=key[:40]) if alone else None

    def _note_place(self, node: yaml.ScalarNode, at: KeyPath) -> None:
        """Where a value stands in its line, and what a comment cuts off it."""
        quoted, block = node.style in ("'", '"'), node.style in ("|", ">")
        self.columns[at] = node.start_mark.column + 1 + quoted
        if not self.has_comments:
            return
        kind = "quoted" if quoted else "block" if block else None
        after = _COMMENT[kind].match(self.text, node.start_mark.index if block else node.end_mark.index)
        before = None if after else _BEFORE.fullmatch(self._line_before(node.start_mark.index))
        comment = after or before or self._deeper_below(node)
        words = comment[0].partition("#")[2].strip() if comment else ""
        if comment and not node.value and not node.style:
            self._fault(node, say("comment-in-text.no-value", field=counted(at), comment=words[:60]))
        elif comment:
            self.cut[at] = words

    def _deeper_below(self, node: yaml.ScalarNode) -> re.Match[str] | None:
        """A comment under a value and deeper than its key: a line of the text that begins with `#`."""
        begins = self.text.rfind("\n", 0, node.start_mark.index) + 1
        head = self.text[begins : node.start_mark.index]
        alone = not head.strip(" -")  # an item of a list, or a value on the line under its key
        deep = len(head) - len(head.lstrip(" -")) + (not alone)
        end = node.end_mark.index
        while self.text[end - 1 : end].isspace():
            end -= 1
        below = _BELOW.match(self.text, end)
        return below if below and len(below[1]) >= deep else None

    def _line_before(self, at: int) -> str:
        """The line before the one that a value begins; "" where it is not the first on its line."""
        begins = self.text.rfind("\n", 0, at) + 1
        if begins == 0 or self.text[begins:at].strip():
            return ""
        return self.text[self.text.rfind("\n", 0, begins - 1) + 1 : begins - 1].rstrip("\r")

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        kind = node.tag.rpartition(":")[2]
        if kind not in _SCALARS:
            return self._fault(node, say("bad-yaml.tag", tag=node.value[:40]))
        if kind == "null":
            if node.value:
                self._fault(node, say("bad-yaml.null", value=node.value))
            return None
        if kind == "bool" and node.value.lower() in ("true", "false"):
            return node.value.lower() == "true"
        if kind not in ("int", "float"):
            return self._text(node)
        if not (number := _NUMBER.fullmatch(node.value)):
            return self._fault(node, say("bad-yaml.number", value=node.value[:40]))
        try:
            return float(node.value) if number[1] else int(node.value)
        except ValueError:  # Python reads no whole number of more than some thousand digits
            return self._fault(node, say("bad-yaml.value", value=node.value[:40], kind=kind))

    def _text(self, node: yaml.ScalarNode) -> str:
        if node.style == '"':  # only there can one be escaped; as they are, they have been found in the file
            self.problems += bad_characters(self.path, node.value, node.start_mark.line + 1)
        text: str = node.value.strip(" \u00a0\u3000") if node.style in ("'", '"') else node.value  # nobody sees what is there
        if "\t" in text:  # a table of the data would begin its next column there
            self._fault(node, say("control-character", code="U+0009"))
        return text

    def _fault(self, node: yaml.Node, message: Message) -> None:
        self.problems.append(Problem(self.path, node.start_mark.line + 1, message))
