"""The shape of records as people write them: the type at a place, and the place of an error. Pure.

Of a field that may hold one of several things pydantic reports why none of them fits; a reader wants one reason.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from tools.records.problem import KeyPath

_ABSENT = object()


@cache
def hints(record: Any) -> dict[str, Any]:
    """The keys of a record as they are written, with their types."""
    types = get_type_hints(record)
    return {field.alias or name: types[name] for name, field in record.__pydantic_fields__.items()}


def record_at(location: KeyPath, model: Any) -> Any:
    """The type of record that a key path leads to; lists and mappings lead to what they hold, of several things to a record."""
    for part in location:
        model = hints(cast(Hashable, model))[str(part)] if is_dataclass(model) else get_args(model)[-1]
        if isinstance(model, UnionType) or get_origin(model) is Union:
            model = next(filter(is_dataclass, get_args(model)), get_args(model)[0])
    return model


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
