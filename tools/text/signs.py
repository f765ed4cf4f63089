"""Signs that look like those of a code, a number or a date, and are others: full-width letters, a minus sign, spaces. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tools.text.messages import Message, say

_MEANT = {
    **dict.fromkeys("‐‑‒–—―−ー˗⁃", "-"),
    **dict.fromkeys("“”„‟«»〝〞", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    "、": ",",
    "。": ".",
    "〜": "~",
    "・": "-",
}


@dataclass(frozen=True)
class Lookalike:
    """A sign that is not what it looks like.

    Attributes:
        at: its place in the text, from 0.
        sign: the sign itself.
        meant: the one of the keyboard for it; "" for a sign that nobody sees.
    """

    at: int
    sign: str
    meant: str

    def cure(self, column: int) -> Message:
        """What to type, and where; `column` is that of the first sign of the text, from 1."""
        place, code = column + self.at, f"U+{ord(self.sign):04X}"
        if not self.meant:
            return say("part.sign-unseen", column=place, code=code)
        if not self.meant.strip():
            return say("part.sign-space", column=place, code=code)
        return say("part.sign", column=place, code=code, sign=self.sign, meant=self.meant)


def lookalike(text: str) -> Lookalike | None:
    """The first such sign in what should be a code, a number or a date; None where there is none."""
    for at, sign in enumerate("" if text.isascii() else text):
        if not sign.isascii() and (meant := _meant(sign)) is not None:
            return Lookalike(at, sign, meant)
    return None


def ordinary(text: str) -> str:
    """The text with the signs that were meant."""
    return "".join(sign if sign.isascii() or (meant := _meant(sign)) is None else meant for sign in text)


def _meant(sign: str) -> str | None:
    if sign in _MEANT:
        return _MEANT[sign]
    if sign == "²":  # as in I²
        return None
    if unicodedata.category(sign) == "Cf":
        return ""
    digit = unicodedata.decimal(sign, None)
    plain = str(digit) if digit is not None else unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 and plain.isascii() else None
