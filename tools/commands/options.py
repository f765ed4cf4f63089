"""What a verb takes on the command line: a frozen dataclass, each field of which says how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from tools.commands.outcome import Refused
from tools.records.problem import FORMATS
from tools.text.locale import LANGUAGES, Language
from tools.text.messages import Message, say


@dataclass(frozen=True)
class Argument:
    """How a field is written.

    Attributes:
        name: `--out`, `-n`; without a hyphen, its place says what it is.
        help: what it is for.
        read: text to value; raises Refused, which says what is wrong with it.
        words: the words that it may be; () where it may be any.
    """

    name: str
    help: Message
    read: Callable[[str], object]
    words: Sequence[str]


def argument(
    name: str, help: Message, *, default: object = MISSING, read: Callable[[str], object] = str, words: Sequence[str] = ()
) -> Any:
    """A field of options. Without a default it must be given; False makes it a switch, () a list."""
    return field(default=default, metadata={"argument": Argument(name, help, read, words)}, kw_only=True)


@dataclass(frozen=True)
class Common:
    """What every verb takes."""

    root: Path = argument("--root", say("help.root"), default=Path(), read=Path)
    format: str = argument("--format", say("help.format"), default="text", words=tuple(FORMATS))
    language: Language = argument("--language", say("help.language"), default="en", words=LANGUAGES)


def arguments_of(options: type[Common]) -> dict[str, tuple[Field[Any], Argument]]:
    """Name of each field to the field and how it is written; what a verb takes by itself stands before what all take."""
    common = {one.name for one in fields(Common)}
    found = sorted(fields(options), key=lambda one: one.name in common)
    return {one.name: (one, one.metadata["argument"]) for one in found}


def command_line(verb: str, options: type[Common], values: Common) -> list[str]:
    """The arguments that give a verb these values. `values` may be those of a verb that takes more."""
    words: list[str] = [verb]
    for name, (_, how) in arguments_of(options).items():
        value = getattr(values, name)
        if value is True:
            words.append(how.name)
        elif value not in (False, None, ()):
            given = [str(one) for one in value] if isinstance(value, tuple) else [str(value)]
            words += [how.name, *given] if how.name.startswith("-") else given
    return words


def number(text: str) -> int:
    """A whole number of at least 1."""
    if not re.fullmatch("0*[1-9][0-9]{0,8}", text):
        raise Refused(say("part.no-number", value=text))
    return int(text)


def port(text: str) -> int:
    """The number of a port."""
    if (found := number(text)) > 65535:
        raise Refused(say("part.no-port", value=text))
    return found
