"""The article's strength of wording against what the evidence allows."""

from __future__ import annotations

from collections.abc import Mapping

from tools.appraisal.certainty import Rating
from tools.appraisal.profile import Profile
from tools.records.claim import Claim
from tools.records.words import WORDINGS, Language, Level, Wording

_STRENGTH: Mapping[Wording, int] = {word: strength for strength, word in enumerate(reversed(WORDINGS))}


def allowed_wording(claim: Claim, certainty: Rating | None, profile: Profile) -> Wording:
    """The strongest wording that fits: by the certainty of what carries a claim, by the level of a harm or a description.

    Args:
        certainty: that of the outcomes that carry the claim; it allows nothing where the level is declared below them.
    """
    if claim.kind in ("harm", "description"):
        return profile.wording.by_level(claim.level)
    if certainty is None or claim.level not in ("established", "supported"):
        return "tentative"
    return profile.wording.certainty[certainty]


def compare_wording(wording: Wording, allowed: Wording) -> int:
    """The strength of a wording against what is allowed: above 0 is stronger, below 0 more careful."""
    return _STRENGTH[wording] - _STRENGTH[allowed]


def bears(level: Level, wording: Wording, profile: Profile) -> bool:
    """True where what has this level may be put as strongly as that."""
    return compare_wording(wording, profile.wording.by_level(level)) <= 0


def strongest_wording(claim: Claim, language: Language) -> Wording | None:
    """The strongest wording in which one language of the article makes the claim; None where it does not."""
    said = [item.wording for item in claim.said if item.language == language]
    return max(said, key=_STRENGTH.__getitem__, default=None)
