"""Raised and lowered signs, which plain text has for figures and little else. Pure."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def raised(text: str) -> str:
    """A text as superscript: `10` and `9` make 10⁹, never 109; "" where a sign has no such form."""
    return _all(text.strip(), _RAISED)


def lowered(text: str) -> str:
    """A text as subscript; "" where a sign has no such form."""
    return _all(text.strip(), _LOWERED)


def _all(text: str, forms: dict[int, int]) -> str:
    return text.translate(forms) if text and all(ord(sign) in forms for sign in text) else ""
