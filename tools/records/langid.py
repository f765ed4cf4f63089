"""Languages of sources: the names that BibLaTeX has for them, and their codes (BCP 47)."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import PydanticCustomError

# The first name of a code is the one that is written.
NAMES: Mapping[str, tuple[str, ...]] = {
    "ja": ("japanese",),
    "en": ("english",),
    "en-US": ("american", "usenglish"),
    "en-GB": ("british", "ukenglish"),
    "zh": ("chinese",),
    "ko": ("korean",),
    "de": ("german", "ngerman"),
    "fr": ("french",),
    "es": ("spanish",),
    "it": ("italian",),
    "pt": ("portuguese",),
    "nl": ("dutch",),
    "ru": ("russian",),
    "pl": ("polish",),
    "tr": ("turkish",),
    "fa": ("persian",),
}
_CODES = {word.casefold(): code for code, names in NAMES.items() for word in (code, *names)}


def language_code(langid: str) -> str:
    """The code of a language by its name or code.

    Raises:
        PydanticCustomError: no such language is known.
    """
    try:
        return _CODES[langid.casefold()]
    except KeyError:
        words = sorted(names[0] for names in NAMES.values())
        raise PydanticCustomError(
            "literal_error", "no language", {"expected": ", ".join(f"'{word}'" for word in words)}
        ) from None
