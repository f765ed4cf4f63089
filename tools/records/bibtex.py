"""BibTeX entries as references, with the line of each field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tools.records.authors import Author, read_authors
from tools.records.bibfields import decoded
from tools.records.bibsyntax import Entry, Library, parse
from tools.records.entrytypes import wrong_type
from tools.records.explain import validate
from tools.records.problem import KeyPath, Problem, Source
from tools.records.sources import Reference
from tools.text.messages import Message, say

# Where an entry begins in text that the parser refused.
_KEY = re.compile(r"(?<![=] )(?<!=)[{(｛（\s]\s*([a-z]+[0-9]{4}[a-z0-9]+)\s*[,，}]")
_NOTICE = re.compile(r"[a-z-]+[,\s]+[0-9]\S*")
_NOTICES = ("retraction, 2026-01-02", "expression-of-concern, 2026-01-02", "correction, 2026-01-02")
References = dict[str, tuple[Reference | None, Source]]


def read_bibtex(path: str, text: str) -> tuple[References, list[Problem]]:
    """Every entry by key, None for one that could not be read, and every fault of the file.

    Text that the parser refused has the keys that can be seen in it; where there are none, the key "" stands for what it holds.
    """
    if not text.strip():
        return {}, [Problem(path, 1, say("empty-file.bib"))]
    library = parse(text)
    problems = [Problem(path, line, message) for line, message in library.faults]
    references: References = {}
    for entry in library.entries:
        source = _source(path, entry)
        if entry.key in references:
            problems.append(source.problem((), say("duplicate-key.entry", key=entry.key)))
            continue
        values, unread = decoded({field.name: field.value for field in entry.fields})
        problems += [source.problem((name,), message) for name, message in unread.items()]
        authors, more, wrong = _authors(values) if "author" not in unread else ([], False, [])
        problems += [source.problem(("author",), message) for message in wrong]
        mistaken = wrong_type(entry.type)
        problems += [source.problem((), mistaken)] if mistaken else []
        notice = values.pop("notice", None) if not _NOTICE.fullmatch(values.get("notice", "")) else None
        problems += [source.problem(("notice",), say("bad-form", field="notice", value=notice, form=_NOTICES))] if notice else []
        ours = [name for name in values if name in ("type", "et_al")]  # what we write ourselves
        problems += [source.problem((name,), say("unknown-key", field=name)) for name in ours]
        reference, faults = validate(Reference, _data(entry, values) | {"author": authors, "et_al": more}, source)
        problems += faults
        references[entry.key] = (None if wrong or ours or unread or mistaken or notice else reference, source)
    return _lost(path, library) | references, problems


def _lost(path: str, library: Library) -> References:
    """What may be in the text that could not be read."""
    found: References = {}
    for line, text in library.lost:
        for key in _KEY.findall(text) or [""]:
            found[key] = (None, Source(path, {(): line}))
    return found


def _authors(values: Mapping[str, str]) -> tuple[list[Author], bool, list[Message]]:
    """What `read_authors` makes of an entry; one without the field has no author, and nothing is wrong."""
    return read_authors(values["author"]) if "author" in values else ([], False, [])


def _data(entry: Entry, values: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {name: _clean(value) for name, value in values.items()}
    data["type"] = entry.type.lower()
    for name in ("distinct", "pools", "updates", "issuer"):
        if name in data:
            data[name] = data[name].replace(",", " ").split()
    if "appraisal" in data:
        data["appraisal"] = [_appraisal(text) for text in data["appraisal"].split(";") if text.strip()]
    if "notice" in data:
        kind, _, date = data["notice"].replace(",", " ").partition(" ")
        data["notice"] = {"kind": kind, "date": date.strip()}
    return data


def _appraisal(text: str) -> dict[str, str]:
    """`tool: word: key`, as far as its parts are there."""
    return dict(zip(("tool", "word", "by"), (part.strip() for part in text.split(":")), strict=False))


def _clean(value: str) -> str:
    """Braces protect case in BibTeX; a reader does not see them."""
    return " ".join(value.replace("{", "").replace("}", "").split())


def _source(path: str, entry: Entry) -> Source:
    """The lines of an entry, its own for (), and where the value of each field begins."""
    lines: dict[KeyPath, int] = {(): entry.line} | {(field.name,): field.line for field in entry.fields}
    return Source(path, lines, {(field.name,): field.column for field in entry.fields})
