"""Text as publishers deposit it, with HTML, JATS and entities in it, as plain text. Pure."""

from __future__ import annotations

import html
import re
import unicodedata

from tools.text.characters import without_unshown
from tools.text.scripts import lowered, raised

_SCRIPT = re.compile(r"<(?P<name>(?:jats:|mml:)?(?:su[bp]|m?su[bp]))\b[^<>]*>(?P<text>[^<>]*)</(?P=name)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--(?:(?!<!--).)*?--)>", re.DOTALL)


def as_text(deposited: str) -> str:
    """What a reader is meant to see, on one line.

    Entities are resolved until nothing changes, since many deposits escape them twice, and tags are taken out after that. A
    raised or lowered figure keeps its place: without it, 10⁹ would be another number.
    """
    text = deposited
    while (resolved := html.unescape(text)) != text:
        text = resolved
    text = _TAG.sub("", _SCRIPT.sub(_script, text))
    return " ".join(unicodedata.normalize("NFC", without_unshown(text)).split())


def _script(found: re.Match[str]) -> str:
    form = raised if "sup" in found["name"].lower() else lowered
    return form(found["text"]) or found["text"]
