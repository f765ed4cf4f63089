"""Citations in prose: `[@key]` or `[@key; @other]`."""

from __future__ import annotations

import re

CITATION = re.compile(r"\[(@[^\[\]]*)\]")


def cited_keys(markdown: str) -> list[str]:
    """The keys that a text cites, in order, each as often as it is cited."""
    return [key for group in CITATION.findall(markdown) for key in split_citation(group)]


def split_citation(group: str) -> list[str]:
    """The keys inside one pair of brackets: `@a; @b` to `a`, `b`."""
    return [part.strip().removeprefix("@") for part in group.split(";")]
