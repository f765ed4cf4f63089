"""The mark at the end of a sentence: one, whatever the text ends in already. Pure."""

from __future__ import annotations

import re

# A closing quotation mark after it changes nothing; a closing bracket does: the mark inside it ends what is in brackets.
_ENDED = re.compile(r"[.?!…‥。．｡？！؟۔।][\"'”’»」』]*\s*$")


def stop(text: object) -> str:
    """The full stop that a text still needs; "" where it ends in a mark of its own."""
    return "" if _ENDED.search(str(text)) else "."


def closed(text: str) -> str:
    """A text as a sentence."""
    return f"{text}{stop(text)}"
