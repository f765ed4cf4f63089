"""CSL items as CSL-JSON: the form that loses nothing. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import to_json

from tools.cite.csl import Item


def csl_json(items: Sequence[Item]) -> str:
    """A CSL-JSON list."""
    return to_json(items, indent=2).decode() + "\n"
