"""How a field is called for readers of a change, and how grave a change of it is: the words are data (`fields.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import yaml

from tools.contribute.walk import At, Step
from tools.text.locale import Language

# The order in which a reviewer wants to know.
Group = Literal[
    "unread",
    "rule",
    "archive",
    "claim",
    "plain",
    "help",
    "level",
    "ceiling",
    "certainty",
    "answer",
    "asked",
    "margin",
    "notice",
    "dropped",
    "direction",
    "downstream",
    "set-aside",
    "finding",
    "number",
    "outcome",
    "design",
    "reason",
    "evidence",
    "bearing",
    "unknown",
    "would-change",
    "search",
    "premise",
    "appraisal",
    "pico",
    "wording",
    "signoff",
    "source",
    "word",
    "article",
    "page",
    "reading",
    "date",
    "other",
    "program",
]
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True)
class Field:
    """One line of the table; without a group, a field is as grave as what it stands in."""

    group: Group | None
    ja: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en


@cache
def table() -> Mapping[str, Field]:
    """`Claim.answer` to how it is told."""
    text = files("tools").joinpath("contribute/fields.yml").read_text(encoding="utf-8")
    found: Mapping[str, tuple[Group | None, str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {name: Field(*line) for name, line in found.items()}


def field_of(step: Step) -> Field | None:
    """The line of a field, or of the same field of what its record is made from."""
    return next((table()[name] for kind in step.kinds if (name := f"{kind}.{step.name}") in table()), None)


def group_of(at: At) -> Group:
    """How grave a change at a place is: by the innermost field that says it."""
    found = (field.group for step in reversed(at) if (field := field_of(step)))
    return next(filter(None, found), "other")


def called(at: At, language: Language) -> str:
    """A place in a record, for readers: `outcome `response, end`, grade, imprecision`."""
    parts: list[str] = []
    for step in at:
        field = field_of(step)
        name = field[language] if field else f"`{_one_line(step.name)}`"
        if step.kinds or not parts:
            parts.append(name)
        else:
            parts[-1] += f" {name}"
    return ("、" if language == "ja" else ", ").join(parts)


def _one_line(name: str) -> str:
    return " ".join(name.replace("`", "'").split())
