"""Every text of a record that is there in both languages, with its place. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from tools.records.problem import KeyPath
from tools.records.vocabulary import Names
from tools.records.words import Text


def texts_of(record: object, at: KeyPath = ()) -> Iterator[tuple[KeyPath, Text]]:
    """The texts inside a record, in the order of its fields."""
    for place, value in _inside(record, at, Text):
        assert isinstance(value, Text)
        yield place, value


def names_of(record: object) -> Iterator[tuple[KeyPath, Names]]:
    """The lists of names inside a record, in the order of its fields."""
    for place, value in _inside(record, (), Names):
        assert isinstance(value, Names)
        yield place, value


def _inside(value: object, at: KeyPath, kind: type) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, kind):
        yield at, value
    elif fields := getattr(value, "__dataclass_fields__", None):
        for name in fields:
            yield from _inside(getattr(value, name), (*at, name), kind)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*at, index), kind)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside(inner, (*at, key), kind)
