"""What the program reports, in both languages: `messages.yml` holds the sentences, and code names one and gives its values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Union

import yaml

from tools.text.locale import Language

Value = Union[str, int, float, datetime.date, tuple[str, ...], "Message", None]


@dataclass(frozen=True)
class Message:
    """A sentence of `messages.yml` with its values, in no language yet.

    Attributes:
        name: the rule that it reports, or `rule.variant` where a rule has several sentences; `part.…` stands inside others.
        values: what fills its placeholders. Several words are listed, a message is put into the same language, None is left out.
    """

    name: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def rule(self) -> str:
        """The rule that it reports."""
        return self.name.partition(".")[0]

    def text(self, language: Language) -> str:
        """The sentence in one language, on one line."""
        filled = {name: _written(value, language) for name, value in self.values}
        return sentences()[self.name][language].format(**filled)


def say(name: str, /, **values: Value) -> Message:
    """A message by its name, with a value for each of its placeholders."""
    return Message(name, tuple(values.items()))


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Name of a message to its sentence in each language."""
    text = files("tools").joinpath("text/messages.yml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def _written(value: Value, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, Message):
        return value.text(language)
    if isinstance(value, tuple):
        return sentences()["part.comma"][language].join(f"`{_one_line(word)}`" for word in value)
    return _one_line(str(value)).removesuffix(".0") if isinstance(value, float) else _one_line(str(value))


def _one_line(text: str) -> str:
    """A value may come from anywhere in a file, and a problem is one line."""
    return " ".join(text.split())
