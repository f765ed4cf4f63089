"""What every rule demands, in both languages, from `rules.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import yaml

# What a fault spoils; the earlier stage is the cause of what follows in the later.
Stage = Literal["file", "record", "review"]
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True)
class Section:
    """A group of rules under one heading.

    Attributes:
        id: the anchor of its heading.
        title, intro: language to text; `intro` may be empty.
    """

    id: str
    stage: Stage
    title: Mapping[str, str]
    intro: Mapping[str, str]


@dataclass(frozen=True)
class Demand:
    """One rule as contributors read it.

    Attributes:
        name: as problems print it.
        text: language to what the rule demands, as Markdown.
        bad, good: what breaks it and what keeps it, or "" where the docstring of its function shows that.
    """

    name: str
    section: Section
    text: Mapping[str, str]
    bad: str
    good: str


@cache
def rulebook() -> Mapping[str, Demand]:
    """Name to rule, in the order in which contributors read them."""
    text = files("tools").joinpath("text/rules.yml").read_text(encoding="utf-8")
    found: dict[str, Demand] = {}
    for group in yaml.load(text, Loader=yaml.CSafeLoader):
        section = Section(group["id"], group["stage"], group["title"], group.get("intro", {}))
        for name, rule in group["rules"].items():
            example = rule.pop("bad", ""), rule.pop("good", "")
            found[name] = Demand(name, section, rule, *example)
    return found


def stage_of(rule: str) -> int:
    """0 for what spoils a whole file, 1 for a record, 2 for how records fit together."""
    return STAGES.index(rulebook()[rule].section.stage)
