"""CSL items as the tagged format that EndNote imports (`.enw`). Pure.

A record begins with its type (`%0`), and a blank line ends it. EndNote takes what follows the last comma of an author for given
names: a group author ends in a comma, whatever its name, and has none inside. Lines end in CR LF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tools.cite.csl import Item, group_as_author, issued

_TYPES = {
    "chapter": "Book Section",
    "article-journal": "Journal Article",
    "book": "Book",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "Web Page",
}
_FIELDS = (
    ("title", "%T"),
    ("title-short", "%!"),
    ("edition", "%7"),
    ("publisher", "%I"),
    ("volume", "%V"),
    ("issue", "%N"),
    ("page", "%P"),
    ("DOI", "%R"),
    ("PMID", "%M"),
    ("URL", "%U"),
    ("language", "%G"),
    ("abstract", "%X"),
    ("note", "%Z"),
)


def enw(items: Sequence[Item]) -> str:
    """Records for EndNote, one after the other."""
    return "\r\n".join("".join(f"{tag} {value}\r\n" for tag, value in _record(item)) for item in items)


def _record(item: Item) -> Iterator[tuple[str, str]]:
    kind = str(item["type"])
    yield "%0", _TYPES[kind]
    yield from (("%A", _author(author)) for author in item.get("author", ()))
    if holder := item.get("container-title"):
        yield "%J" if kind == "article-journal" else "%B", _on_one_line(holder)
    yield from _date(item)
    yield from ((tag, _on_one_line(item[name])) for name, tag in _FIELDS if name in item)


def _author(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"{group_as_author(name['literal']).removesuffix(',')},"
    return ", ".join(filter(None, (name["family"], name.get("given"), name.get("suffix"))))


def _date(item: Item) -> Iterator[tuple[str, str]]:
    """The year, and the day beside it where it is known."""
    day = issued(item)
    if day:
        yield "%D", f"{day[0]}"
    if len(day) == 3:
        yield "%8", "-".join(f"{part:02d}" for part in day)


def _on_one_line(value: object) -> str:
    return " ".join(str(value).split())
