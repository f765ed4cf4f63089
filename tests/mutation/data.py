"""What can be changed in the data of the rule."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from tests.mutation.mutant import Mutant
from tools.appraisal.profile import Profile, profile

# The rest of the file is words.
_DECIDES = ("bodies", "start", "supported", "raised", "floors", "carries", "wording", "ladders")
_LEFT_OUT = object()


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of the data: a number one more, a word in place of another of the same table, an entry left out."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for group in _DECIDES:
        for place, before, after in _changes(data[group], (group,)):
            change = f"{before} → {'left out' if after is _LEFT_OUT else after}"
            yield Mutant(path.stem, 0, ".".join(map(str, place)), change, False, partial(_apply, data, place, after))


def _changes(node: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], object, object]]:
    entries = list(node.items() if isinstance(node, dict) else enumerate(node))
    for key, value in entries:
        there = (*place, key)
        if isinstance(value, dict | list):
            yield from _changes(value, there)
        elif isinstance(value, int):
            yield there, value, value + 1
        elif isinstance(node, dict):
            others = {other for _, other in entries if isinstance(other, str)} - {value}
            yield from ((there, value, other) for other in sorted(others))
        if not isinstance(value, int) and key not in ("level", "when"):
            yield there, value, _LEFT_OUT


def _apply(data: Any, place: tuple[str | int, ...], after: object) -> None:
    node = changed = copy.deepcopy(data)
    for key in place[:-1]:
        node = node[key]
    if after is _LEFT_OUT:
        del node[place[-1]]
    else:
        node[place[-1]] = after
    fresh, rule = TypeAdapter(Profile).validate_python(changed), profile()
    for field in fields(Profile):
        object.__setattr__(rule, field.name, getattr(fresh, field.name))
