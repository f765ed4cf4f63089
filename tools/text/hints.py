"""What somebody may have meant. Pure."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from tools.text.messages import Message, say


def hint(word: str, known: Collection[str]) -> Message | None:
    """A closing sentence that names the closest known word, where one is close."""
    spelled = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), list(spelled), n=1, cutoff=0.7)
    return say("part.did-you-mean", word=spelled[close[0]]) if close else None
