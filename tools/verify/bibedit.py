"""One field of a BibTeX entry, written into the text of its file, of which nothing else is touched."""

from __future__ import annotations

import dataclasses
import re

from tools.records.bibsyntax import Entry, parse
from tools.records.bibtex import read_bibtex
from tools.text.messages import say
from tools.verify.runs import NotEdited

_ORDER = (
    "title", "titleen", "author", "authoren", "journal", "publisher", "year", "volume", "number", "pages", "doi", "pmid", "url",
    "langid", "note", "registration", "distinct", "design", "species", "participants", "population", "funding", "interests",
    "sponsor", "notice", "checked", "noticechecked",
)  # fmt: skip
_FIELD = re.compile(r"(\s*)([a-z]+ *?) ?=")


def with_field(path: str, text: str, key: str, name: str, value: str) -> str:
    """The text with a field that its entry had not, or with another value for one that it had.

    Raises:
        NotEdited: the field would be a fault, or would not say `value`, or something else would change.
    """
    before, problems = read_bibtex(path, text)
    entry = next((one for one in parse(text).entries if one.key == key), None)
    written = _written(text, entry, name, value) if entry else None
    after, faults = read_bibtex(path, written) if written else ({}, problems)
    old, new = (found[key][0] if key in found else None for found in (before, after))
    if written is None or old is None or new is None or len(faults) > len(problems):
        raise NotEdited(say("command.not-edited", path=path, name=key))
    changed = {one.name for one in dataclasses.fields(old) if getattr(old, one.name) != getattr(new, one.name)}
    if not changed <= ({"author", "et_al"} if name == "author" else {name}) or not changed:
        raise NotEdited(say("command.not-edited", path=path, name=key))
    return written


def _written(text: str, entry: Entry, name: str, value: str) -> str | None:
    """The text with the field in its place; None where that place cannot be seen for certain."""
    lines = text.split("\n")
    places = {
        field.name: (sum(len(line) + 1 for line in lines[: field.line - 1]) + field.column - 1, field.value)
        for field in entry.fields
    }
    if any(text[at : at + len(held)] != held for at, held in places.values()):
        return None
    if name in places:
        at, held = places[name]
        return f"{text[:at]}{value}{text[at + len(held) :]}"
    before = [field for field in entry.fields if field.name in _ORDER and _ORDER.index(field.name) < _ORDER.index(name)]
    if not before:
        return None
    last = max(before, key=lambda field: _ORDER.index(field.name))
    at = places[last.name][0] + len(last.value)
    at += text[at : at + 1] in ("}", '"')
    form = _FIELD.match(lines[last.line - 1])
    indent, width = (form[1], len(form[2])) if form else ("  ", 0)
    return f"{text[:at]},\n{indent}{name:<{width}} = {{{value}}}{text[at:]}"
