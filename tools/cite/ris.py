"""CSL items as RIS, as reference managers really read it. Pure.

A section is `CHAP` with its book in `T2` and in `BT` (some read only the one, some only the other); the year stands alone in
`PY`; a group author ends in a comma, so that its last word is not taken for a family name. Lines end in CR LF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tools.cite.csl import Item, group_as_author, issued
from tools.records.pages import split_pages

_TYPES = {"chapter": "CHAP", "article-journal": "JOUR", "book": "BOOK", "report": "RPRT", "thesis": "THES", "webpage": "ELEC"}
_FIELDS = (
    ("title", "TI"),
    ("edition", "ET"),
    ("publisher", "PB"),
    ("volume", "VL"),
    ("issue", "IS"),
    ("DOI", "DO"),
    ("URL", "UR"),
    ("language", "LA"),
    ("abstract", "AB"),
    ("title-short", "ST"),
    ("note", "N1"),
)


def ris(items: Sequence[Item]) -> str:
    """RIS records, one after the other."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _record(item))


def _record(item: Item) -> Iterator[tuple[str, str]]:
    kind = _TYPES[str(item["type"])]
    yield "TY", kind
    for author in item.get("author", ()):
        yield "AU", _author(author)
    if book := item.get("container-title"):
        yield "T2", str(book)
        if kind == "CHAP":
            yield "BT", str(book)
    yield from _date(item)
    yield from ((tag, page) for tag, page in zip(("SP", "EP"), split_pages(str(item.get("page", ""))), strict=True) if page)
    for name, tag in _FIELDS:
        if name in item and (kind, tag) != ("ELEC", "VL"):  # of a web page it would be read as the day of access
            yield tag, " ".join(str(item[name]).split())
    yield "ER", ""


def _author(name: Mapping[str, str]) -> str:
    if "literal" not in name:
        return ", ".join(filter(None, (name["family"], name["given"], name.get("suffix"))))
    return group_as_author(name["literal"])  # the format has no braces to keep a name whole


def _date(item: Item) -> Iterator[tuple[str, str]]:
    day = issued(item)
    if day:
        yield "PY", f"{day[0]}"
    if len(day) == 3:
        yield "DA", "/".join(f"{part:02d}" for part in day)
