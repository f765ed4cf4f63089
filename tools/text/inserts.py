"""Generated pages, and generated parts inside hand-written ones: a line of its own, `<!-- insert: levels -->`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

# The pages that are made of the records alone, by their path without its ending.
LISTS = ("claims/index", "argument", "evidence", "article", "references")
INSERT = re.compile(r"^<!-- insert: (.*?) -->$", re.MULTILINE)
# A number of an outcome inside a sentence: `{{LMP-11 response treated}}`. Other braces are left over from some template.
QUOTED = re.compile(r"\{\{( *[A-Z]+-[0-9]+ [^{}\n]*)\}\}")


@cache
def insert_names() -> frozenset[str]:
    """The parts that a page can ask for: one template each, `insert-<name>.md`."""
    names = (entry.name for entry in files("tools").joinpath("pages/templates").iterdir())
    return frozenset(name[len("insert-") : -len(".md")] for name in names if name.startswith("insert-"))


@cache
def anchor_patterns(part: str) -> tuple[str, ...]:
    """The places that a part makes on its page, as regular expressions; of a name that is filled in, any."""
    if part not in insert_names():
        return ()
    template = files("tools").joinpath(f"pages/templates/insert-{part}.md").read_text(encoding="utf-8")
    names = re.findall(r"\{#((?:\{\{.*?\}\}|[\w.-])+)\}|\sid=\"([^\"]+)\"", template)
    return tuple(".+".join(map(re.escape, re.split(r"\{\{.*?\}\}", one or other))) for one, other in names)
