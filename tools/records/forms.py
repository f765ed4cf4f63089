"""The form that a field wants: what was written, in that form, where this is certain, or an example. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tools.records.identifiers import bare_doi
from tools.records.words import ID_PATTERN, KEY_PATTERN, NAME_PATTERN

# What a contributor writes is clearer from an example than from a regular expression.
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "code": ("ABC-01",),
    "passage": ("ja-05.2",),
    "ref": ("surname2020word",),
    "kept": ("surname2020word",),
    "locator": ("abstract", "table 2"),
    "doi": ("10.1000/abc",),
    "pmid": ("12345678",),
    "url": ("https://example.org/page",),
    "checked": ("2026-11-24 https://example.org/page",),
    "noticechecked": ("2026-11-24 https://example.org/page",),
    "registration": ("NCT01234567",),
    "distinct": ("surname2020word",),
    "heterogeneity": ("I² 62.4%", "PI 0.80 to 3.10", "not-reported"),
    "valid": ("2024-06-01/2026-05-31",),
    "country": ("JP",),
    "sha256": ("[0-9a-f]{64}",),
}
_BY_PATTERN: Mapping[str, tuple[str, ...]] = {
    ID_PATTERN: ("lower-case-words",), NAME_PATTERN: ("lower-case-words", "ABC-01"), KEY_PATTERN: ("surname2020word",),
}  # fmt: skip


def _id(text: str) -> str:
    """The name of a file, a title in capitals or words with spaces as an id."""
    return re.sub(r"[\s_]+", "-", re.sub(r"\.ya?ml$", "", text.rpartition("/")[2])).lower()


def _key(text: str) -> str:
    """A citation, or a key in capitals, as a key."""
    return text.strip("[]{}@ ").lower()


def _padded(text: str) -> str:
    found = re.fullmatch(r"([A-Za-z]{2})[- ]?([0-9]+)[.:-]([0-9]+)", text)
    return f"{found[1].lower()}-{int(found[2]):02}.{int(found[3])}" if found else ""


def _code(text: str) -> str:
    return re.sub(r"^([A-Z]{3})[ _]?(?=[0-9])", r"\1-", text.upper())


def _pmid(text: str) -> str:
    return re.sub(r"^(?:https?://\S+?/|pmid:?\s*)0*(?=[0-9])|/$", "", text, flags=re.IGNORECASE)


def _place(text: str) -> str:
    return re.sub(r"^([a-z-]+)[. ]*(?=[0-9])", r"\1 ", text.lower())


_MEANT: Mapping[str, Callable[[str], str]] = {
    "doi": lambda text: bare_doi(text) if "'" not in text else "",
    "pmid": _pmid,
    "code": _code,
    "passage": _padded,
    "locator": _place,
    "registration": lambda text: re.sub(r"[\s.:_]+", "", text),
    ID_PATTERN: _id,
    NAME_PATTERN: _id,
    KEY_PATTERN: _key,
}


def form_of(name: str, pattern: str, written: object) -> tuple[str, ...]:
    """What to write in a field, by its name or the pattern that its text did not match."""
    meant = _MEANT.get(name) or _MEANT.get(pattern)
    text = meant(written.strip()) if meant and isinstance(written, str) else ""
    if text != written and pattern and re.search(pattern, text):
        return (text,)
    return EXAMPLES.get(name, _BY_PATTERN.get(pattern, (pattern,)))
