"""CSL items as BibTeX that BibLaTeX reads as well. Pure.

Titles stand in two pairs of braces, so that no style changes their case; a group or a family name of several words stands in
braces of its own. Text is escaped, addresses are not. `language` and `langid` are both given: each is what some program reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tools.cite.csl import Item, issued
from tools.records.langid import NAMES
from tools.records.pages import split_pages

_TYPES = {
    "chapter": "incollection",
    "article-journal": "article",
    "book": "book",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "online",
}
# Where each program looks for the name of a site: BibLaTeX; Zotero and pandoc; citation-js.
_SITE = ("organization", "journaltitle", "booktitle")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ESCAPED = re.compile(r"[&%$#_{}\\~^]")
# What has an escape of its own; the look-alikes, since some readers leave the commands for these two as they stand.
_SPECIAL = {"\\": r"\textbackslash{}", "~": "∼", "^": "ˆ"}


def bibtex(items: Sequence[Item]) -> str:
    """BibTeX entries, one after the other."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    kind = _TYPES.get(str(item["type"]), "misc")
    lines = [f"  {name:<12} = {value},\n" for name, value in _fields(item, kind)]
    return f"@{kind}{{{item['id']},\n{''.join(lines)}}}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    if authors := item.get("author"):
        yield "author", f"{{{' and '.join(map(_author, authors))}}}"
    yield "title", _protected(item["title"])
    if book := item.get("container-title"):
        names = {"incollection": ("booktitle",), "article": ("journal",), "online": _SITE}.get(kind, ("howpublished",))
        yield from ((name, _protected(book)) for name in names)
    if "publisher" in item:
        yield "publisher", _protected(item["publisher"])  # an "and" in its name would make two of it
    for name, field in (("edition", "edition"), ("volume", "volume"), ("issue", "number")):
        if name in item:
            yield field, _text(item[name])
    if "page" in item:
        yield "pages", f"{{{'--'.join(filter(None, split_pages(str(item['page']))))}}}"
    yield from _date(item)
    for name, field in (("DOI", "doi"), ("URL", "url")):
        if name in item:
            yield field, f"{{{item[name]}}}"
    language = str(item.get("language", ""))
    if language:
        yield "language", f"{{{language}}}"
        yield from (("langid", f"{{{names[0]}}}") for code, names in NAMES.items() if code == language)
    if "title-short" in item:
        yield "shorttitle", _protected(item["title-short"])
    for name in ("abstract", "note"):
        if name in item:
            yield name, _text(item[name])


def _author(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return _braced(name["literal"])
    family = _braced(name["family"]) if " " in name["family"] else _escape(name["family"])
    return ", ".join(filter(None, (family, _escape(name.get("suffix", "")), _escape(name["given"]))))


def _date(item: Item) -> Iterator[tuple[str, str]]:
    day = issued(item)
    if day:
        yield "year", f"{{{day[0]}}}"
    if len(day) == 3:
        yield "month", _MONTHS[day[1] - 1]
        yield "date", f"{{{'-'.join(f'{part:02d}' for part in day)}}}"


def _protected(text: object) -> str:
    return f"{{{{{_escape(str(text))}}}}}"


def _text(text: object) -> str:
    return f"{{{_escape(' '.join(str(text).split()))}}}"


def _braced(text: str) -> str:
    return f"{{{_escape(text)}}}"


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: _SPECIAL.get(match.group(), f"\\{match.group()}"), text)
