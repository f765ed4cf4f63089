"""The configuration of the site: what is wrong with `mkdocs.yml` before MkDocs reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from tools.records.problem import KeyPath, Problem, bad_characters
from tools.records.words import LANGUAGES
from tools.records.yamlfile import Document, read_yaml
from tools.text.hints import hint
from tools.text.inserts import LISTS
from tools.text.leftovers import unfinished
from tools.text.messages import say

_CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")
_SHOWN = ("site_name", "site_description")


def config_faults(root: Path) -> Iterator[Problem]:
    """What keeps the configuration from being read, a name that is still to be written, and a menu that is not of the pages."""
    pages = [{file.name for file in (root / "docs" / language).glob("*.md")} for language in LANGUAGES]
    for path in _CONFIGS:
        if (root / path).is_file():
            yield from _faults(path, (root / path).read_bytes().decode("utf-8-sig", errors="replace"), pages)


def _faults(path: str, text: str, pages: Sequence[set[str]]) -> Iterator[Problem]:
    yield from bad_characters(path, text)
    document, problems = read_yaml(path, text.replace("!ENV", "    "))  # a tag of MkDocs
    yield from problems
    if document and isinstance(document.data, dict):
        for key in _SHOWN:
            if found := unfinished(str(document.data.get(key, key))):
                yield document.source.problem((key,), say("placeholder", found=found))
        if isinstance(document.data.get("nav"), list):
            yield from _menu(document, pages)


def _menu(document: Document, pages: Sequence[set[str]]) -> Iterator[Problem]:
    """An entry of the menu that leads to no page, and a page of both languages that is neither in it nor left out by name."""
    entries = dict(_entries(document.data["nav"], ("nav",)))
    known = {f"{name}.md" for name in LISTS}.union(*pages)
    for at, page in entries.items():
        if page not in known and not page.startswith(("https://", "http://")):
            yield document.source.problem(at, say("dead-link.menu", target=page, hint=hint(page, known)))
    left_out = str(document.data.get("not_in_nav", "")).split()
    for page in sorted(pages[0].intersection(*pages) - set(entries.values())):
        if not any(fnmatch(f"/{page}", pattern) or fnmatch(page, pattern) for pattern in left_out):
            yield document.source.problem(("nav",), say("dead-link.not-in-menu", page=page))


def _entries(held: object, at: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The pages of a menu, with or without a title of their own, however deep."""
    if isinstance(held, str):
        yield at, held
    inside = enumerate(held) if isinstance(held, list) else held.items() if isinstance(held, dict) else ()
    for name, inner in inside:
        yield from _entries(inner, (*at, name))
