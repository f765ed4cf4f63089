"""Sources that read alike where a text names them, and the letters that tell them apart: 2014a, 2014b. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from tools.records.sources import Reference


def letters_of(references: Mapping[str, Reference]) -> dict[str, str]:
    """Key to the letter of a source, for those that share names and year with another.

    The letters follow the titles, as APA has it, so that they depend on no page and no language.
    """
    alike: dict[tuple[str, int | None], list[str]] = {}
    for key in sorted(references, key=lambda key: (references[key].title.casefold(), key)):
        source = references[key]
        alike.setdefault((" & ".join(source.called).casefold(), source.year), []).append(key)
    return {key: _letter(place) for keys in alike.values() if len(keys) > 1 for place, key in enumerate(keys)}


def _letter(place: int) -> str:
    """0 is a, 25 is z, 26 is aa."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]
