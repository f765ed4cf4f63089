"""Addresses in pages, for a reader without a server and for the other builder. Pure.

MkDocs leaves the addresses in our HTML as they are, relative to the page's own address (`/en/data/`). Zensical takes them as
relative to the page's source (`en/data.md`), one folder up, and so puts `../` before each; here it is taken away beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
# What zensical rewrites; it leaves alone what has a scheme or a host, and what is of the page itself.
_ADDRESS = re.compile(r'(?<=\s)((?:href|src|srcset)=")(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#?"])([^"]*)"')
# A link inside the site whose path ends in a folder: ".", "..", "../", "../claims/"; its query and fragment stay.
_TO_FOLDER = re.compile(r'(<a [^>]*?href="(?:(?:[^":#?]*/)?\.{1,2}|[^":#?]+(?=/)))/?((?:[?#][^"]*)?")')


def to_files(page: str) -> str:
    """A page whose links to folders of the site name their `index.html`: on disk there is no server to do that."""
    return _TO_FOLDER.sub(r"\1/index.html\2", page)


def from_source(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Path and text of each file, with addresses that zensical turns into those that are meant."""
    for path, text in files:
        page = PurePosixPath(path)
        yield path, _relinked(text, page.stem) if page.suffix == ".md" and page.name != "index.md" else text


def _relinked(text: str, stem: str) -> str:
    return _TAG.sub(lambda tag: _ADDRESS.sub(lambda found: f'{found[1]}{_above(found[2], stem)}"', tag[0]), text)


def _above(address: str, stem: str) -> str:
    """An address relative to `x/`, as it is from the folder that `x` is in."""
    if address.startswith("../"):
        return address.removeprefix("../") or "."
    return "." if address == ".." else f"{stem}/{address}"
