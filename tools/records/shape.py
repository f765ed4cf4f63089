"""The type that a key path of a record leads to, and whether it is for sentences or for a code. Pure."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints

from tools.records.problem import KeyPath
from tools.records.words import Locator

# Fields whose words are those of the vocabulary's list of the same name.
WORDS = ("topic", "design", "species", "locator", "measure", "outcome")


def type_at(location: KeyPath, model: Any) -> Any:
    """The type at a key path: lists and mappings lead to what they hold, `X | None` to X.

    Raises:
        KeyError, IndexError: the model has nothing there.
    """
    for part in location:
        model = _bare(model)
        held = get_type_hints(model, include_extras=True)[str(part)] if is_dataclass(model) else get_args(model)[-1]
        model = get_args(held)[0] if get_origin(held) in (UnionType, Union) else held
    return model


def record_at(location: KeyPath, model: Any) -> Any:
    """The same without what narrows the type."""
    return _bare(type_at(location, model))


def holds_sentences(location: KeyPath, model: Any) -> bool:
    """True where text with spaces may be written: a sentence, a name, a locator; False for codes, words, numbers and days."""
    try:
        found = type_at(location, model)
    except (KeyError, IndexError):
        return False
    if _bare(found) is not str or (location[-1] in WORDS and found != Locator):
        return False
    forms = [part.pattern for part in getattr(found, "__metadata__", ()) if isinstance(part, StringConstraints)]
    return found == Locator or not any(forms)


def _bare(found: Any) -> Any:
    return get_args(found)[0] if get_origin(found) is Annotated else found
