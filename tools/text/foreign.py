"""Japanese words in English text, marked as Japanese: a screen reader says them in the right voice, a browser draws them in the
right letters. Pure."""

from __future__ import annotations

import re

# What is left as it is: code, an element that names its language, tags, and the addresses of links.
_LEFT = r"```.*?```|`[^`\n]*`|<code\b.*?</code>|<(?P<name>\w+)\b[^<>]*\slang=[^<>]*>.*?</(?P=name)>|<[^<>]*>|\]\([^()]*\)"
_LETTERS = "\u3041-\u30ff\u4e00-\u9fff々"
_WORDS = rf"(?P<words>[{_LETTERS}](?:[{_LETTERS}0-9・「」、。（）]*[{_LETTERS}])?)"
_PIECE = re.compile(f"{_LEFT}|{_WORDS}", re.DOTALL)
_ANY = re.compile(f"[{_LETTERS}]")


def japanese_marked(page: str) -> str:
    """The Markdown or HTML of an English page with `lang` on every run of Japanese."""
    return _PIECE.sub(_marked, page) if _ANY.search(page) else page


def _marked(match: re.Match[str]) -> str:
    words = match["words"]
    return f'<span lang="ja">{words}</span>' if words else match[0]
