"""Review → {path: text}: what the site offers besides its pages. Pure."""

from __future__ import annotations

from tools.export.search import search_index
from tools.model import Review


def export(review: Review, language: str) -> dict[str, str]:
    """The files of one language's site that are no pages."""
    return {"search-index.js": search_index(review, language)}
