"""Turn the model's complaints into problems that a contributor can act on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from tools.records.problem import KeyPath, Problem, Source
from tools.records.words import ID_PATTERN, LANGUAGES

# pydantic's error type → (our rule, what is wrong, what to do). {value} is the input, {field} the key, {expected} the choice.
_SENTENCES: dict[str, tuple[str, str]] = {
    "date_from_datetime_parsing": ("bad-date", "`{field}` is `{value}`, which is no date. Write YYYY-MM-DD."),
    "date_parsing": ("bad-date", "`{field}` is `{value}`, which is no date. Write YYYY-MM-DD."),
    "date_type": ("bad-date", "`{field}` is `{value}`, which is no date. Write YYYY-MM-DD."),
    "date_from_datetime_inexact": ("bad-date", "`{field}` is `{value}`. Write the day alone, YYYY-MM-DD."),
    "literal_error": ("unknown-word", "`{field}` is `{value}`. Use one of: {expected}."),
    "string_type": ("wrong-type", "`{field}` is {kind}, not text. Write text (in quotes if it looks like a number)."),
    "int_type": ("wrong-type", "`{field}` is {kind}, not a whole number. Write digits without quotes."),
    "int_parsing": ("wrong-type", "`{field}` is `{value}`, not a whole number. Write digits."),
    "float_type": ("wrong-type", "`{field}` is {kind}, not a number. Write digits without quotes."),
    "float_parsing": ("wrong-type", "`{field}` is `{value}`, not a number. Write digits without quotes."),
    "bool_type": ("wrong-type", "`{field}` is {kind}. Write `true` or `false`."),
    "list_type": ("wrong-type", "`{field}` is {kind}, not a list. Start each item with `- `."),
    "dict_type": ("wrong-type", "`{field}` is {kind}, not a mapping. Write `key: value` lines under it."),
    "dataclass_type": ("wrong-type", "`{field}` is {kind}, not a mapping. Write `key: value` lines under it."),
    "string_too_short": ("empty-text", "`{field}` is empty. Write it."),
    "too_short": ("empty-list", "`{field}` is empty. Give at least one item."),
    "string_too_long": ("too-long", "`{field}` has more than {limit} characters. Keep the few words that matter."),
    "string_pattern_mismatch": ("bad-form", "`{field}` is `{value}`. Write it in the form `{form}`."),
    "greater_than_equal": ("out-of-range", "`{field}` is `{value}`. It must be at least {limit}."),
    "less_than_equal": ("out-of-range", "`{field}` is `{value}`. It must be at most {limit}."),
    "finite_number": ("out-of-range", "`{field}` is `{value}`. Write an ordinary number."),
}
# What a contributor writes is clearer from an example than from a regular expression.
_FORMS = {
    "code": "ABC-01",
    "passage": "ja-05.2",
    "ref": "surname2020word",
    "kept": "surname2020word",
    "locator": "table 2",
    "doi": "10.1000/abc",
    "pmid": "12345678",
    "url": "https://example.org/page",
    "checked": "2026-11-24 https://example.org/page",
    "noticechecked": "2026-11-24 https://example.org/page",
    "registration": "NCT01234567",
    "distinct": "surname2020word",
    "sha256": "64 hexadecimal digits",
}
# Fields whose words are those of the vocabulary's list of the same name.
_WORDS = ("topic", "design", "species", "locator", "measure", "outcome")
_KINDS = {dict: "a mapping", list: "a list", str: "text", int: "a number", float: "a number", bool: "true/false"}
T = TypeVar("T")


def validate(model: type[T], data: Any, source: Source, at: KeyPath = ()) -> tuple[T | None, list[Problem]]:
    """Read data as a record; on faults, no record and every fault with its line."""
    try:
        return _reader(model).validate_python(data), []
    except ValidationError as error:
        return None, list(_problems(error, model, source, at))


@cache
def _reader(model: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(model)


def _problems(error: ValidationError, model: type, source: Source, at: KeyPath) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        location = detail["loc"]
        if location[-1:] == ("[key]",) and detail["type"] != "unexpected_keyword_argument":
            location = location[:-1]  # pydantic's mark for a key of a mapping, and not a key that somebody wrote
        rule, message = _sentence(detail, location, model)
        yield source.problem((*at, *location), rule, message)


def _sentence(detail: Any, location: KeyPath, model: type) -> tuple[str, str]:
    field = ".".join(map(str, location)) or "the record"
    if detail["type"] == "missing":
        if location[-1] in LANGUAGES:
            return "missing-translation", f"`{field}` is missing. Write it: every sentence is given in both languages."
        return "missing-field", f"`{field}` is missing. {_what_to_add(location, model)}"
    if detail["type"] == "unexpected_keyword_argument":
        return "unknown-key", f"`{field}` is not a field of the record. {_suggestion(location, model)}"
    context = detail.get("ctx", {})
    rule, sentence = _SENTENCES.get(detail["type"], ("bad-value", "`{field}` cannot be read: `{value}`. Correct it."))
    if detail["type"] == "string_too_short" and location[-1] in LANGUAGES:
        rule = "missing-translation"
    values = {
        "field": field,
        "value": _short(detail["input"]),
        "kind": _KINDS.get(type(detail["input"]), "empty"),
        "expected": str(context.get("expected", "")).replace("'", "`").replace(" or ", ", "),
        "form": _form(location, context.get("pattern", "")),
        "limit": context.get("ge", context.get("le", context.get("max_length", ""))),
    }
    return rule, sentence.format(**values)


def _what_to_add(location: KeyPath, model: type) -> str:
    field = str(location[-1])
    if field in _WORDS:
        return f"Add a word that `{field}:` of vocabulary.yml lists."
    wanted = get_type_hints(_record_at(location[:-1], model)).get(field)
    if get_origin(wanted) is Literal:
        return f"Add one of: {', '.join(f'`{word}`' for word in get_args(wanted))}."
    return f"Add it in the form `{_FORMS[field]}`." if field in _FORMS else "Add it."


def _form(location: KeyPath, pattern: str) -> str:
    """An example of the form that a field wants; ids are the rest."""
    name = next((part for part in reversed(location) if isinstance(part, str)), "")
    return _FORMS.get(name, "lower-case-words" if pattern == ID_PATTERN else pattern)


def _suggestion(location: KeyPath, model: Any) -> str:
    known = [field.name for field in fields(_record_at(location[:-1], model))]
    close = get_close_matches(str(location[-1]), known, n=1)
    return f"Did you mean `{close[0]}`?" if close else "Remove it, or correct its name."


def _record_at(location: KeyPath, model: Any) -> Any:
    """The type of record that a key path leads to; lists and mappings lead to what they hold, `X | None` to X."""
    for part in location:
        model = get_type_hints(model)[part] if is_dataclass(model) else get_args(model)[-1]
        if isinstance(model, UnionType):
            model = get_args(model)[0]
    return model


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def nearest(word: str, known: Any) -> str:
    """A closing sentence that names the closest known word, where one is close."""
    spelled = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), list(spelled), n=1, cutoff=0.7)
    return f" Did you mean `{spelled[close[0]]}`?" if close else ""
