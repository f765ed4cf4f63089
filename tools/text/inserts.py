"""Generated parts inside hand-written pages: a line of its own, `<!-- insert: levels -->`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

INSERT = re.compile(r"^<!-- insert: (.*?) -->$", re.MULTILINE)


@cache
def insert_names() -> frozenset[str]:
    """The parts that a page can ask for: one template each, `insert-<name>.md`."""
    names = (entry.name for entry in files("tools").joinpath("pages/templates").iterdir())
    return frozenset(name[len("insert-") : -len(".md")] for name in names if name.startswith("insert-"))
