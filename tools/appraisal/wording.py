"""The article's strength of wording against what a level allows (design, section 5)."""

from __future__ import annotations

from collections.abc import Mapping

from tools.records.claim import Claim
from tools.records.words import WORDINGS, Language, Level, Wording

ALLOWED_WORDING: Mapping[Level, Wording] = {
    "established": "asserted",
    "supported": "likely",
    "inconclusive": "possible",
    "preclinical": "tentative",
    "hypothetical": "tentative",
}
_STRENGTH: Mapping[Wording, int] = {word: strength for strength, word in enumerate(reversed(WORDINGS))}


def compare_wording(wording: Wording, level: Level) -> int:
    """The strength of a wording against what the level allows: above 0 is stronger, below 0 more careful."""
    return _STRENGTH[wording] - _STRENGTH[ALLOWED_WORDING[level]]


def bears(level: Level, wording: Wording) -> bool:
    """True where what has this level may be put as strongly as that."""
    return compare_wording(wording, level) <= 0


def strongest_wording(claim: Claim, language: Language) -> Wording | None:
    """The strongest wording in which one language of the article makes the claim; None where it does not."""
    said = [item.wording for item in claim.said if item.language == language]
    return max(said, key=_STRENGTH.__getitem__, default=None)
