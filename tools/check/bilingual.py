"""Every text of a record that is there in both languages, with its place. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from tools.records.outcome import Reason
from tools.records.problem import KeyPath
from tools.records.vocabulary import Names
from tools.records.words import Text

_PLAIN = frozenset({str, int, float, bool, type(None), datetime.date})


def texts_of(record: object, at: KeyPath = ()) -> Iterator[tuple[KeyPath, Text]]:
    """The texts inside a record, in the order of its fields."""
    for place, value in _all_inside(record, at, (Text, Reason)):
        assert isinstance(value, Text | Reason)
        yield place, value if isinstance(value, Text) else Text(ja=value.ja, en=value.en)


def names_of(record: object) -> Iterator[tuple[KeyPath, Names]]:
    """The lists of names inside a record, in the order of its fields."""
    for place, value in _all_inside(record, (), Names):
        assert isinstance(value, Names)
        yield place, value


def _all_inside(record: object, at: KeyPath, kind: type | tuple[type, ...]) -> list[tuple[KeyPath, object]]:
    found: list[tuple[KeyPath, object]] = []
    _inside(record, at, kind, found)
    return found


def _inside(value: object, at: KeyPath, kind: type | tuple[type, ...], found: list[tuple[KeyPath, object]]) -> None:
    """Adds to what was found: of many thousand values most are plain, and nothing is asked of these."""
    if isinstance(value, kind):
        found.append((at, value))
        return
    held: Iterable[tuple[str | int, object]]
    if fields := getattr(value, "__dataclass_fields__", None):
        held = [(name, getattr(value, name)) for name in fields]
    elif isinstance(value, list):
        held = enumerate(value)
    else:
        held = value.items() if isinstance(value, dict) else ()
    for part, inner in held:
        if type(inner) not in _PLAIN:
            _inside(inner, (*at, part), kind, found)
