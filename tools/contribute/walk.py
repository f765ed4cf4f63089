"""Two readings of one record, field by field: what differs, and where. No field needs to be known beforehand. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass

from tools.records.authors import Author
from tools.records.words import Text

# By which of its fields an item of a list is the same item again; one of another kind is known by its place.
KNOWN_BY = {
    "Evidence": ("ref",),
    "Outcome": ("outcome", "at"),
    "Said": ("passage",),
    "Revision": ("version",),
    "Correction": ("version",),
    "Signoff": ("name",),
    "SetAside": ("ref",),
    "Weighed": ("ref",),
    "PublishedRating": ("by",),
    "PublishedAppraisal": ("by",),
    "Raised": ("reason",),
    "Worthwhile": ("unit", "scale"),
    "Difference": ("ja", "en"),
    "FrozenEvidence": ("ref",),
}


@dataclass(frozen=True)
class Step:
    """One step into a record: a field of a kind of record (then what that is made from), or the name of an item."""

    name: str
    kinds: tuple[str, ...] = ()


At = tuple[Step, ...]


@dataclass(frozen=True)
class Difference:
    """A place at which two readings differ; None is what is not there. `order` where only the order of a list differs."""

    at: At
    before: object
    after: object
    order: bool = False


def differences(before: object, after: object, at: At = ()) -> Iterator[Difference]:
    """Every place at which two values differ, in the order of their fields."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _items(before, after, at)
    elif _is_record(before) and type(before) is type(after):
        yield from _fields(before, after, at)
    elif _holds_records(before) or _holds_records(after):
        yield from _items(_named(before), _named(after), at)
    elif before != after:
        yield Difference(at, before, after)


def _is_record(value: object) -> bool:
    """True where a value has fields to walk; a text in both languages is one thing, and so is a name."""
    return is_dataclass(value) and not isinstance(value, (Text, Author))


def _fields(before: object, after: object, at: At) -> Iterator[Difference]:
    names = [field.name for field in fields(before)]  # type: ignore[arg-type]  # both are records
    if {"ja", "en"} <= set(names) and isinstance(getattr(before, "ja", None), str):
        was, now = _text(before), _text(after)
        if was != now:
            yield Difference(at, was, now)
        names = [name for name in names if name not in ("ja", "en")]
    kinds = tuple(kind.__name__ for kind in type(before).__mro__[:-1])
    for name in names:
        yield from differences(getattr(before, name), getattr(after, name), (*at, Step(name, kinds)))


def _text(record: object) -> Text:
    ja, en = (str(getattr(record, language)) for language in ("ja", "en"))
    return Text(ja=ja, en=en)


def _items(before: Mapping[str, object], after: Mapping[str, object], at: At) -> Iterator[Difference]:
    for name in [*before, *(name for name in after if name not in before)]:
        yield from differences(before.get(name), after.get(name), (*at, Step(str(name))))
    was, now = ([name for name in one if name in other] for one, other in ((before, after), (after, before)))
    if was != now:
        yield Difference(at, was, now, order=True)


def _holds_records(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and any(map(_is_record, value))


def _named(items: object) -> dict[str, object]:
    """The items of a list by what they are known by; a second one of a name has a number."""
    found: dict[str, object] = {}
    for place, item in enumerate(items if isinstance(items, Sequence) else (), 1):
        known = KNOWN_BY.get(type(item).__name__)
        values = [getattr(item, field) for field in known] if known else [] if _is_record(item) else [item]
        name = ", ".join(" ".join(map(str, value)) if isinstance(value, list) else str(value) for value in values if value)
        name = name or str(place)
        found[f"{name} ({place})" if name in found else name] = item
    return found
