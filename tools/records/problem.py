"""How problems are reported: one line each, with the place, the rule, what is wrong and what to do; causes first."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from tools.text.characters import damaged, is_plain, unshown
from tools.text.locale import Language
from tools.text.messages import Message, say
from tools.text.rulebook import stage_of

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """One fault in a contributor's file.

    Attributes:
        path: the file, relative to the review's root, with forward slashes.
        line: line number, from 1.
        message: the rule that is broken, what is wrong and what to do, in no language yet.
    """

    path: str
    line: int
    message: Message

    @property
    def rule(self) -> str:
        """Kebab-case name of the rule that is broken."""
        return self.message.rule

    def as_line(self, language: Language) -> str:
        """`path:line: rule: what is wrong. What to do.`"""
        return f"{self.path}:{self.line}: {self.rule}: {self.message.text(language)}"

    def as_data(self, language: Language) -> dict[str, str | int]:
        """The same for other programs."""
        return {"path": self.path, "line": self.line, "rule": self.rule, "message": self.message.text(language)}

    def __str__(self) -> str:
        return self.as_line("en")


def counted(at: KeyPath) -> str:
    """A key path as people count: `evidence.1.ref` is in the first item."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in at)


def bad_characters(path: str, text: str, line: int = 1) -> Iterator[Problem]:
    """Characters that nobody sees, and what a wrong encoding left; `line` is the one on which the text starts."""
    for at, message in () if is_plain(text) else chain(unshown(text), damaged(text)):
        yield Problem(path, line + text.count("\n", 0, at), message)


@dataclass(frozen=True)
class Source:
    """Where a record is: its file, and the line of each of its values.

    Attributes:
        path: the file, relative to the review's root.
        lines: key path, such as ("evidence", 2, "ref"), to line number, from 1.
        columns: key path to the column in which its value begins, from 1, where the value is one line of text.
        cut: key path of a YAML value to the ` #` behind it and what follows, which YAML leaves out.
    """

    path: str
    lines: Mapping[KeyPath, int]
    columns: Mapping[KeyPath, int] = field(default_factory=dict)
    cut: Mapping[KeyPath, str] = field(default_factory=dict)

    def line(self, *at: str | int) -> int:
        """The line of a value, or of the nearest parent that has one."""
        while at and at not in self.lines:
            at = at[:-1]
        return self.lines.get(at, 1)

    def problem(self, at: KeyPath, message: Message) -> Problem:
        """A problem at the value of this key path."""
        return Problem(self.path, self.line(*at), message)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once: what spoils a whole file before what spoils a record, and that before what may follow from it."""
    return sorted(set(problems), key=lambda p: (stage_of(p.rule), p.path, p.line, p.rule, p.message.text("en")))


def as_text(problems: Iterable[Problem], language: Language) -> str:
    """All problems, one a line, with a closing count."""
    found = in_order(problems)
    if not found:
        return ""
    files = len({problem.path for problem in found})
    if len(found) == 1:
        count = say("part.count-one")
    elif files == 1:
        count = say("part.count-one-file", problems=len(found))
    else:
        count = say("part.count", problems=len(found), files=files)
    return "\n".join([*(problem.as_line(language) for problem in found), count.text(language), ""])


def as_github(problems: Iterable[Problem], language: Language) -> str:
    """The problems as annotations of GitHub's workflow log."""
    return "".join(
        f"::error file={p.path},line={p.line},title={p.rule}::{_escape(p.message.text(language))}\n" for p in in_order(problems)
    )


def as_json(problems: Iterable[Problem], language: Language) -> str:
    """The problems as a JSON list of objects, for other programs."""
    return json.dumps([p.as_data(language) for p in in_order(problems)], ensure_ascii=False, indent=2) + "\n"


def _escape(message: str) -> str:
    """GitHub reads `%`, CR and LF in a workflow command as control characters."""
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMATS: Mapping[str, Callable[[Iterable[Problem], Language], str]] = {"text": as_text, "github": as_github, "json": as_json}
