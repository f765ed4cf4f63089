"""The type that a key path of a record leads to, and whether it is for sentences or for a code. Pure."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from pydantic import StringConstraints

from tools.records.problem import KeyPath
from tools.records.words import Address, Locator

# Fields whose words are those of the vocabulary's list of the same name.
WORDS = ("topic", "design", "species", "locator", "measure", "outcome")


def type_at(location: KeyPath, model: Any) -> Any:
    """The type at a key path: lists and mappings lead to what they hold, of several things to a record, or to the first.

    Raises:
        KeyError, IndexError: the model has nothing there.
    """
    for part in location:
        model = _bare(model)
        model = _chosen(keys_of(cast(Hashable, model))[str(part)] if is_dataclass(model) else get_args(model)[-1])
    return model


@cache
def keys_of(record: Any) -> dict[str, Any]:
    """The keys of a record as they are written, with their types."""
    types = get_type_hints(record, include_extras=True)
    return {field.alias or name: types[name] for name, field in record.__pydantic_fields__.items()}


def _chosen(held: Any) -> Any:
    """Of several things that a field may hold, a record, or else the first."""
    while get_origin(_bare(held)) in (UnionType, Union):
        members = get_args(_bare(held))
        held = next((member for member in members if is_dataclass(_bare(member))), members[0])
    return held


def record_at(location: KeyPath, model: Any) -> Any:
    """The same without what narrows the type."""
    return _bare(type_at(location, model))


def holds_sentences(location: KeyPath, model: Any) -> bool:
    """True where ` #` may be meant: in a sentence, a name, a locator, an address; False for codes, words, numbers and days."""
    try:
        found = type_at(location, model)
    except (KeyError, IndexError):
        return False
    if found in (Locator, Address):
        return True
    if _bare(found) is not str or location[-1] in WORDS:
        return False
    forms = [part.pattern for part in getattr(found, "__metadata__", ()) if isinstance(part, StringConstraints)]
    return not any(forms)


def _bare(found: Any) -> Any:
    return get_args(found)[0] if get_origin(found) is Annotated else found
