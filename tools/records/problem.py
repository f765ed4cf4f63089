"""How every fault is told: one line, with the place, the rule, what is wrong and what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

KeyPath = tuple[str | int, ...]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # all but tab and the ends of lines


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in a contributor's file.

    Attributes:
        path: the file, relative to the review's root, with forward slashes.
        line: line number, from 1.
        rule: kebab-case name of the rule that is broken.
        message: what is wrong, with the value in backticks, and what to do.
    """

    path: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


def control_characters(path: str, text: str, line: int = 1) -> Iterator[Problem]:
    """Characters that no page can show and that mean something to a program; `line` is the one on which the text starts."""
    for found in _CONTROL.finditer(text):
        message = f"The control character U+{ord(found.group()):04X} stands in the text. Delete it."
        yield Problem(path, line + text.count("\n", 0, found.start()), "control-character", message)


@dataclass(frozen=True)
class Source:
    """Where a record stands: its file, and the line of each of its values.

    Attributes:
        path: the file, relative to the review's root.
        lines: key path, such as ("evidence", 2, "ref"), to line number, from 1.
    """

    path: str
    lines: Mapping[KeyPath, int]

    def line(self, *at: str | int) -> int:
        """The line of a value, or of the nearest parent that has one."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)

    def problem(self, at: KeyPath, rule: str, message: str) -> Problem:
        """A problem at the value of this key path."""
        return Problem(self.path, self.line(*at), rule, message)


def as_text(problems: Iterable[Problem]) -> str:
    """All problems, sorted, one a line, with a closing count."""
    found = sorted(set(problems))
    if not found:
        return ""
    files = len({problem.path for problem in found})
    count = f"{len(found)} problem{'s' * (len(found) != 1)} in {files} file{'s' * (files != 1)}."
    return "\n".join([*map(str, found), count, ""])


def as_github(problems: Iterable[Problem]) -> str:
    """The problems as annotations of GitHub's workflow log."""
    return "".join(f"::error file={p.path},line={p.line},title={p.rule}::{_escape(p.message)}\n" for p in sorted(set(problems)))


def as_json(problems: Iterable[Problem]) -> str:
    """The problems as a JSON list of objects, for other programs."""
    return json.dumps([asdict(p) for p in sorted(set(problems))], ensure_ascii=False, indent=2) + "\n"


def _escape(message: str) -> str:
    """GitHub reads `%`, CR and LF in a workflow command as control characters."""
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMATS = {"text": as_text, "github": as_github, "json": as_json}
