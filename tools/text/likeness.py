"""Titles and names without what may be written in two ways, and whether two differ by no more than a slip of the hand. Pure."""

from __future__ import annotations

import html
import re
import unicodedata

_NO_LETTER = re.compile(r"[\W_][\W_]*")
_UMLAUT = re.compile("([aou])e")
_JOINING = {"", "a", "an", "and", "by", "for", "in", "of", "on", "the", "to", "with"}
_TAG = re.compile(r"</?[a-z]+>")


def letters_of(title: str) -> str:
    """A title without accents, marks, tags and spaces."""
    plain = unicodedata.normalize("NFKD", _TAG.sub("", html.unescape(title)))
    return _NO_LETTER.sub("", plain.casefold())


def words_of(title: str) -> list[str]:
    """The words of a title, so that their order, and what joins them, do not matter."""
    return sorted({letters_of(word) for word in title.split()} - _JOINING)


def family_of(name: str) -> str:
    """A family name without accents, and `ü` as `ue` is written."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return _UMLAUT.sub(r"\1", _NO_LETTER.sub("", plain))


def is_slip(one: str, other: str, least: int) -> bool:
    """True where one letter, or two that were exchanged, is all that differs; `least` is how many letters both have."""
    short, long = sorted((one, other), key=len)
    if len(short) < least or len(long) - len(short) > 1:
        return False
    start = _alike(short, long)
    short, long = short[start:], long[start:]
    end = _alike(short[::-1], long[::-1])
    short, long = short[: len(short) - end], long[: len(long) - end]
    return len(long) <= 1 or (len(long) == 2 and short == long[::-1])


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with in common."""
    return next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), len(one))
