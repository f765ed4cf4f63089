"""What the search takes for a word; `docs/assets/search.js` cuts a query by the same rules, written there again. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from operator import add

import snowballstemmer

_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_KATAKANA = {kana: kana + 0x60 for kana in range(ord("ぁ"), ord("ゖ") + 1)}
_LATIN = re.compile(r"[a-z0-9]+")
_UNSPACED = re.compile(r"[ぁ-ゖァ-ヿ一-鿿々가-힣]+")
_PIECE = re.compile(r"[a-z0-9ァ-ヿ一-鿿々가-힣]+")
_STEMMED = re.compile(r"[a-z]{3,}")
_PORTER = snowballstemmer.stemmer("porter")


def words(text: str) -> list[str]:
    """Latin words by their stem; Japanese, which has no spaces, and Korean in overlapping pairs of characters."""
    plain = _plain(text)
    found = list(map(_stem, _LATIN.findall(plain)))
    for run in _UNSPACED.findall(plain):
        found += map(add, run, run[1:]) if len(run) > 1 else run
    return found


@cache
def piece(name: str) -> str:
    """A name as one piece: stems with spaces between them, or Japanese without any."""
    return " ".join(map(_stem, _PIECE.findall(_fold(name))))


def _plain(text: str) -> str:
    """Width, case and the long-vowel mark make no difference."""
    return unicodedata.normalize("NFKC", text).lower().replace("’", "").replace("'", "").replace("ー", "")


def _fold(text: str) -> str:
    """Nor does hiragana for katakana, in a name."""
    plain = _plain(text)
    return plain.translate(_KATAKANA) if _HIRAGANA.search(plain) else plain


@cache
def _stem(word: str) -> str:
    return _PORTER.stemWord(word) if _STEMMED.fullmatch(word) else word
