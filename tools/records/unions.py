"""Errors of fields that may hold one of several things: why none of them fits, in one reason. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tools.records.problem import KeyPath

_ABSENT = object()


def settled(errors: Iterable[Any], data: Any) -> Iterator[tuple[Any, KeyPath]]:
    """Each error with its place in the data, at most one a place, and of nested ones only those of the closest fit.

    Where a field may hold one of several things, pydantic puts the name of the one that it tried into the place.
    """
    placed = [(detail, _place(detail, data)) for detail in errors]
    tried = {place for detail, place in placed if len(place) < len(detail["loc"])}
    seen: set[KeyPath] = set()
    for detail, place in placed:
        deeper = any(other[: len(place)] == place and len(other) > len(place) for _, other in placed)
        if place in seen or (place in tried and deeper):
            continue
        seen.add(place)
        yield detail, place


def _place(detail: Any, data: Any) -> KeyPath:
    """The parts of an error's location that are in the data, and the last one of a key that is missing."""
    location = detail["loc"]
    place: list[str | int] = []
    for number, part in enumerate(location):
        below = _below(data, part)
        if below is not _ABSENT:
            data = below
        elif not (number == len(location) - 1 and detail["type"] == "missing"):
            continue
        place.append(part)
    return tuple(place)


def _below(data: Any, part: str | int) -> Any:
    try:
        return data[part]
    except (KeyError, IndexError, TypeError):
        return _ABSENT
