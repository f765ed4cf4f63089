"""The two languages of everything that is said, and the one in which somebody is addressed on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_of(environment: Mapping[str, str]) -> Language:
    """Japanese where the locale is Japanese, otherwise English; the variables outrank each other as POSIX says."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "ja" if locale.startswith("ja") else "en"
