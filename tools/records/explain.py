"""Turn the model's complaints into problems that a contributor can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from tools.records.foreign import foreign_field
from tools.records.forms import EXAMPLES, form_of
from tools.records.problem import KeyPath, Problem, Source, counted
from tools.records.shape import WORDS, holds_sentences, keys_of, record_at
from tools.records.sources import Reference
from tools.records.unions import settled
from tools.records.words import LANGUAGES
from tools.text.messages import Message, say
from tools.text.signs import lookalike

# pydantic's error type → our message.
_MESSAGES = {
    "date_from_datetime_parsing": "bad-date",
    "date_parsing": "bad-date",
    "date_type": "bad-date",
    "date_from_datetime_inexact": "bad-date.day-only",
    "literal_error": "unknown-word",
    "string_type": "wrong-type.text",
    "int_type": "wrong-type.integer",
    "int_parsing": "wrong-type.not-integer",
    "float_type": "wrong-type.number",
    "float_parsing": "wrong-type.not-number",
    "bool_type": "wrong-type.boolean",
    "list_type": "wrong-type.list",
    "dict_type": "wrong-type.mapping",
    "dataclass_type": "wrong-type.mapping",
    "string_too_short": "empty-text",
    "too_short": "empty-list",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "bad-form",
    "heterogeneity_form": "bad-form",
    "greater_than_equal": "out-of-range.least",
    "less_than_equal": "out-of-range.most",
    "finite_number": "out-of-range.finite",
}
# The closer message where a key has no value at all.
_OF_NOTHING = {
    "bad-date": "bad-date.nothing",
    "unknown-word": "unknown-word.nothing",
    "wrong-type.text": "wrong-type.no-text",
    "wrong-type.list": "wrong-type.no-list",
    "wrong-type.integer": "wrong-type.no-value",
    "wrong-type.number": "wrong-type.no-value",
    "wrong-type.boolean": "wrong-type.no-value",
    "wrong-type.mapping": "wrong-type.no-value",
}
# Where a code, a number or a day is wanted, a sign that only looks right is the cause.
_OF_SIGNS = {
    "bad-date": "bad-date.sign",
    "unknown-word": "unknown-word.sign",
    "wrong-type.not-integer": "wrong-type.sign",
    "wrong-type.not-number": "wrong-type.sign",
    "wrong-type.boolean": "wrong-type.sign",
    "wrong-type.list": "wrong-type.sign",
    "bad-form": "bad-form.sign",
}
_KINDS = {
    dict: say("part.mapping"),
    list: say("part.list"),
    str: say("part.text"),
    int: say("part.number"),
    float: say("part.number"),
    bool: say("part.boolean"),
}
# A DOI with a space inside: of what follows it, digits are taken for its end, and words for something else.
_PARTED_DOI = re.compile(r"(?:https?://\S+/)?10\.[0-9]{4,9}/\S+(?P<space>\s+)\S*[0-9]\S*")
T = TypeVar("T")


def validate(model: type[T], data: Any, source: Source, at: KeyPath = ()) -> tuple[T | None, list[Problem]]:
    """Read data as a record; on faults, no record and every fault with its line."""
    cut = {(*at, *place) for place in source.cut if holds_sentences(place, model)}
    problems = [
        source.problem(place, say("comment-in-text", field=counted(place[len(at) :]), comment=_short(source.cut[place])))
        for place in cut
    ]
    try:
        record = cast(T, _reader(cast(Any, model)).validate_python(data))
    except ValidationError as error:
        return None, problems + [problem for place, problem in _problems(error, model, source, at, data) if place not in cut]
    return (None, problems) if problems else (record, [])


@cache
def _reader(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _problems(error: ValidationError, model: type, source: Source, at: KeyPath, data: Any) -> Iterator[tuple[KeyPath, Problem]]:
    for detail, location in settled(error.errors(include_url=False), data):
        place = (*at, *location)
        yield place, source.problem(place, _message(detail, location, model, source.columns.get(place, 1)))


def _message(detail: Any, location: KeyPath, model: type, column: int) -> Message:
    if detail["type"] == "missing":
        return _missing(location, model)
    if detail["type"] == "unexpected_keyword_argument":
        return _unknown(location, model)
    context, written = detail.get("ctx", {}), detail["input"]
    name, found = _name(detail["type"], location, written), lookalike(written) if isinstance(written, str) else None
    innermost = next((part for part in reversed(location) if isinstance(part, str)), "")
    pattern = str(context.get("pattern", ""))
    if innermost == "doi" and (parted := _PARTED_DOI.fullmatch(str(written).strip())):
        return say("bad-form.doi-space", value=_short(written), place=parted.start("space") + 1)
    return say(
        _OF_SIGNS.get(name, name) if found else name,
        field=counted(location),
        value=_short(written),
        kind=_KINDS.get(type(written), say("part.text")),
        words=tuple(re.findall("'([^']*)'", str(context.get("expected", "")))),
        form=form_of(innermost, pattern, written),
        limit=context.get("ge", context.get("le", context.get("max_length", ""))),
        cure=found.cure(column) if found else None,
    )


def _name(kind: str, location: KeyPath, written: Any) -> str:
    """The message for an error of pydantic's, or the closer one for what was written."""
    name = _MESSAGES.get(kind, "bad-value")
    if location[-1:] in [(language,) for language in LANGUAGES] and (name == "empty-text" or written is None):
        return "missing-translation.empty"
    if name == "wrong-type.mapping" and not location:
        return "wrong-type.record"
    if "grade" in location[:-1] and written is not None and name.startswith(("wrong-type.", "unknown-word")):
        return "wrong-type.steps"
    if isinstance(written, str) and name in ("wrong-type.integer", "wrong-type.number"):
        return name.replace(".", ".not-")
    return _OF_NOTHING.get(name, name) if written is None else name


def _missing(location: KeyPath, model: type) -> Message:
    name, field = str(location[-1]), counted(location)
    if name in LANGUAGES:
        return say("missing-translation", field=field)
    if name in WORDS:
        return say("missing-field.word", field=field, group=name)
    wanted = record_at(location, model)
    if get_origin(wanted) is Literal:
        return say("missing-field.choice", field=field, words=get_args(wanted))
    if name in EXAMPLES:
        return say("missing-field.form", field=field, form=EXAMPLES[name])
    return say("missing-field", field=field)


def _unknown(location: KeyPath, model: Any) -> Message:
    name, field = str(location[-1]), counted(location)
    if " " in name:
        return say("unknown-key.comma", field=field)
    if model is Reference and (told := foreign_field(name)):
        return told
    known = list(keys_of(record_at(location[:-1], model)))
    if len(location) > 1 and isinstance(model, type) and name in keys_of(model):
        return say("unknown-key.outside", field=field, name=name)
    if close := get_close_matches(name, known, n=1):
        return say("unknown-key.meant", field=field, meant=close[0])
    return say("unknown-key", field=field)


def _short(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"
