"""Whether two first authors are the same person or group, by family name alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from tools.records.authors import Author
from tools.verify.titles import State, plain

_PARTICLES = {
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "el", "al", "ten", "ter",
    "te", "bin", "ibn", "zu", "zur",
}  # fmt: skip
# Letters that do not fall apart into a letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def compare_first(ours: Author, authors: Sequence[Author], aliases: Sequence[Author]) -> State:
    """Our first author against a registry's authors.

    Args:
        ours: a person, or a name that stands whole: a group, or a person known by the family name.
        authors: all of the registry's. A group and the first person behind it may change places between registries.
        aliases: other spellings of the registry's first author.

    Returns:
        "open" where the scripts differ, so that nothing can be compared.
    """
    first_person = [author for author in authors if not author.group][:1]
    first_group = [author for author in authors if author.group][:1]
    candidates = [*authors[:1], *aliases, *first_person, *first_group]
    family = ours.family
    if any(_same_family(family, them.family) or (ours.group and _same_group(family, them.family)) for them in candidates):
        return "same"
    return "differs" if any(is_latin(them.family) == is_latin(family) for them in candidates) else "open"


def fold(name: str) -> str:
    """A family name without case, marks, particles, initials, hyphens and spaces."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS))
    letters = "".join(sign for sign in text if not unicodedata.combining(sign))
    words = [word for word in re.split(r"[\s.\-‐‑–']+", letters.replace("’", "'")) if word and word not in _PARTICLES]
    long = [word for word in words if len(word) > 1 or not is_latin(word)]
    return "".join(long or words) or re.sub(r"\W", "", letters)


def _same_family(one: str, other: str) -> bool:
    return bool(_forms(one) & _forms(other))


def _forms(name: str) -> set[str]:
    """Müller is also written Mueller, and Mueller Muller."""
    return {fold(name), fold(unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS))}


def _same_group(one: str, other: str) -> bool:
    words, others = set(plain(one).split()) - {"the"}, set(plain(other).split()) - {"the"}
    within = len(words & others) >= 2 and (words <= others or others <= words)
    return within or ratio(plain(one), plain(other)) >= 85


def is_latin(name: str) -> bool:
    """True where no letter is of another script; Greek and Cyrillic names count as other scripts, like Japanese ones."""
    return all("LATIN" in unicodedata.name(sign, "") for sign in name if sign.isalpha())
