"""What somebody may have meant. Pure."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from tools.text.messages import Message, say
from tools.text.signs import lookalike, ordinary


def hint(word: str, known: Collection[str]) -> Message | None:
    """A closing sentence that names the closest known word, where one is close, or the sign that only looks right."""
    found = lookalike(word)
    if found and ordinary(word) in known:
        return say("part.sign-in-word", sign=found.sign, code=f"U+{ord(found.sign):04X}", word=ordinary(word))
    spelled = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), list(spelled), n=1, cutoff=0.7)
    return say("part.did-you-mean", word=spelled[close[0]]) if close else None
