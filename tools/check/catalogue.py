"""Every rule that the program can report, as contributors read it: what it demands, what breaks it and what keeps it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from tools.check.registry import RULES, Rule
from tools.text.rulebook import Demand, Section, rulebook

_EXAMPLE = re.compile(r"^(Bad|Good): (.+)$", re.MULTILINE)


@cache
def catalogue() -> Mapping[str, Demand]:
    """Name to rule, by section, with the example that the docstring of its function gives, or that of a rule of reading."""
    found = dict(rulebook())
    for rule in sorted(RULES, key=lambda rule: len(rule.names)):  # an example of one rule alone is the plainer one
        bad, good = example(rule)
        for name in rule.names:
            if not found[name].bad:
                found[name] = replace(found[name], bad=bad, good=good)
    return found


def example(rule: Rule) -> tuple[str, str]:
    """What breaks a rule and what keeps it, as its docstring shows; "" for what it does not show."""
    shown = dict(_EXAMPLE.findall(inspect.cleandoc(rule.find.__doc__ or "")))
    return shown.get("Bad", ""), shown.get("Good", "")


def by_section() -> list[tuple[Section, list[Demand]]]:
    """The catalogue as a page shows it."""
    found: dict[str, tuple[Section, list[Demand]]] = {}
    for demand in catalogue().values():
        found.setdefault(demand.section.id, (demand.section, []))[1].append(demand)
    return list(found.values())
