"""A value of a record in one line or a few, for the account of a change. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from tools.contribute.fields import called
from tools.contribute.prose import language_of, plain, quoted, rewritten
from tools.contribute.walk import KNOWN_BY, Difference, Step
from tools.records.authors import Author
from tools.records.words import LANGUAGES, Text
from tools.text.locale import Language
from tools.text.messages import say

_LONG = 60  # a longer text is no word, and is compared like a sentence


def is_text(value: object) -> bool:
    """True for what is told like a sentence."""
    return isinstance(value, Text) or (isinstance(value, str) and (len(value) > _LONG or " " in value))


def texts(difference: Difference, frame: Language) -> list[str]:
    """The changed sentences of a text, a line each; none where only white space moved."""
    before, after = difference.before, difference.after
    if not isinstance(before, Text) and not isinstance(after, Text):
        one, other = str(before or ""), str(after or "")
        return _changed(one, other, language_of(one + other), frame)
    found = {language: _of(before, after, language, frame) for language in LANGUAGES}
    lines = [f"{language}: {line}" for language, told in found.items() for line in told]
    only = [language for language, told in found.items() if told]
    if before and after and len(only) == 1:
        silent = next(language for language in LANGUAGES if language not in only)
        lines.append(say("told.diff-one-language", language=silent).text(frame))
    return lines


def _of(before: object, after: object, language: Language, frame: Language) -> list[str]:
    one, other = (value[language] if isinstance(value, Text) else "" for value in (before, after))
    return _changed(one, other, language, frame)


def _changed(before: str, after: str, language: Language, frame: Language) -> list[str]:
    return quoted(rewritten(before, after, language), language, frame)


def moved(difference: Difference, frame: Language) -> str:
    """`before → **after**`; of a list, what left it and what came."""
    before, after = difference.before, difference.after
    if isinstance(before, Sequence) and isinstance(after, Sequence) and not difference.order and not isinstance(before, str):
        gone = ", ".join(f"<del>{word(item, frame)}</del>" for item in before if item not in after)
        come = ", ".join(f"<ins>{word(item, frame)}</ins>" for item in after if item not in before)
        if gone or come:
            return ", ".join(filter(None, (gone, come)))
    return f"{word(before, frame)} → **{word(after, frame)}**"


def word(value: object, frame: Language) -> str:
    """A value as one word of a line."""
    if value is None or value == [] or value == "":
        return say("told.diff-none").text(frame)
    if isinstance(value, bool):
        return say("told.diff-true" if value else "told.diff-false").text(frame)
    if isinstance(value, float):
        return f"{value:g}".replace("-", "−")
    if isinstance(value, Text):
        return " / ".join(plain(value[language]) for language in LANGUAGES)
    if isinstance(value, Author):
        return plain(str(value))
    if is_dataclass(value):
        return "; ".join(parts(value, frame))
    if isinstance(value, Mapping):
        return "; ".join(f"{plain(str(name))}: {word(item, frame)}" for name, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(word(item, frame) for item in value)
    return plain(str(value))


def parts(record: object, frame: Language) -> Iterator[str]:
    """The fields of a record that hold something and are not its name: `direction: supports`."""
    kinds = tuple(kind.__name__ for kind in type(record).__mro__[:-1])
    for field in fields(record):  # type: ignore[arg-type]  # a record
        value, name = getattr(record, field.name), called((Step(field.name, kinds),), frame)
        if field.name in KNOWN_BY.get(kinds[0], ()) or value is None or value in ([], {}, ""):
            continue
        if isinstance(value, Text):
            yield from (f"{name} ({language}): {plain(value[language])}" for language in LANGUAGES)
        else:
            yield f"{name}: {word(value, frame)}"
