"""The language in which somebody is addressed on a terminal."""

from __future__ import annotations

from collections.abc import Mapping


def language_of(environment: Mapping[str, str]) -> str:
    """Japanese where the locale is Japanese, otherwise English; the variables outrank each other as POSIX says."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return "ja" if locale.startswith("ja") else "en"
