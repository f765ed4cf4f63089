"""BibTeX entries as references, with the line of each field."""

from __future__ import annotations

import logging
from typing import Any

import bibtexparser
from bibtexparser.library import Library
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ImplicitComment

from tools.records.authors import Author, read_authors
from tools.records.explain import validate
from tools.records.problem import KeyPath, Problem, Source
from tools.records.sources import Reference

# The parser also logs what it returns as failed blocks; we report those as problems.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_bibtex(path: str, text: str) -> tuple[dict[str, tuple[Reference | None, Source]], list[Problem]]:
    """Every entry by key, None for one that has a fault, and every fault of the file."""
    if not text.strip():
        return {}, [Problem(path, 1, "empty-file", "The file is empty. Add an entry, or delete the file.")]
    library = bibtexparser.parse_string(text)
    problems = _failed(path, library)
    references: dict[str, tuple[Reference | None, Source]] = {}
    for entry in library.entries:
        source = _source(path, entry)
        authors, more, wrong = _authors(entry)
        problems += [source.problem(("author",), "bad-author", message) for message in wrong]
        reference, faults = validate(Reference, _data(entry) | {"author": authors, "et_al": more}, source)
        problems += faults
        references[entry.key] = (None if wrong else reference, source)
    return references, problems


def _authors(entry: Entry) -> tuple[list[Author], bool, list[str]]:
    """What `read_authors` makes of an entry; one without the field has no author, and nothing is wrong."""
    field = entry.fields_dict.get("author")
    return read_authors(str(field.value)) if field else ([], False, [])


def _data(entry: Entry) -> dict[str, Any]:
    data: dict[str, Any] = {field.key: _clean(str(field.value)) for field in entry.fields}
    data["type"] = entry.entry_type
    if "distinct" in data:
        data["distinct"] = data["distinct"].replace(",", " ").split()
    if "notice" in data:
        kind, _, date = data["notice"].replace(",", " ").partition(" ")
        data["notice"] = {"kind": kind, "date": date.strip()}
    return data


def _clean(value: str) -> str:
    """Braces protect case in BibTeX; a reader does not see them."""
    return " ".join(value.replace("{", "").replace("}", "").split())


def _source(path: str, entry: Entry) -> Source:
    """The lines of an entry: its own for "", and one for each field."""
    first = (entry.start_line or 0) + 1
    lines: dict[KeyPath, int] = {(): first}
    for field in entry.fields:
        lines[(field.key,)] = (field.start_line or first - 1) + 1
    return Source(path, lines)


def _failed(path: str, library: Library) -> list[Problem]:
    problems = [Problem(path, _line(block), *_fault(block)) for block in library.failed_blocks]
    for block in library.comments:
        if isinstance(block, ImplicitComment):
            message = "Text outside an entry is not read. Put it in an entry, or delete it."
            problems.append(Problem(path, _line(block), "stray-text", message))
    return problems


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _fault(block: Block) -> tuple[str, str]:
    if isinstance(block, DuplicateBlockKeyBlock):
        return "duplicate-key", f"The key `{block.key}` is used twice. Keep one entry."
    if isinstance(block, DuplicateFieldKeyBlock):
        fields = ", ".join(f"`{name}`" for name in sorted(block.duplicate_keys))
        return "duplicate-key", f"An entry gives {fields} twice. Keep one."
    return "bad-bibtex", "The entry cannot be read. Check its braces, commas and quotes."
