"""Citations in prose: `[@key]` or `[@key; @other]`, and nothing else."""

from __future__ import annotations

import re

_KEY = r"@[\w:.+/-]+"
CITATION = re.compile(rf"\[({_KEY}(?: *; *{_KEY})*)\]")


def cited_keys(markdown: str) -> list[str]:
    """The keys that a text cites, in order, each as often as it is cited."""
    return [key for group in CITATION.findall(markdown) for key in split_citation(group)]


def split_citation(group: str) -> list[str]:
    """The keys inside one pair of brackets: `@a; @b` to `a`, `b`."""
    return [part.strip().removeprefix("@") for part in group.split(";")]
