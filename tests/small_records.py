"""Records made in a line, for tests of what the rule reads: each says what the test is about, and the rest is ordinary."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from tests.conftest import MINIATURE, unchecked
from tools.appraisal.study import Study
from tools.records.claim import Claim, Evidence, Review
from tools.records.load import load
from tools.records.outcome import Grade, Outcome
from tools.records.sources import Notice, Reference
from tools.records.vocabulary import Design, Measured, Species
from tools.records.words import Text

DAY = datetime.date(2026, 1, 2)
TEXT = Text(ja="文", en="A text")
RETRACTED, CORRECTED = (Notice(kind=kind, date=DAY) for kind in ("retraction", "correction"))  # type: ignore[arg-type]


@cache
def _loaded() -> Review:
    review, problems = load(MINIATURE)
    assert review and not problems
    return review


def source(**fields: Any) -> Reference:
    """A trial in people."""
    ordinary = {
        "type": "article",
        "title": "A title",
        "year": 2020,
        "design": "rct",
        "species": "human",
        "checked": "2026-01-02 https://a.org",
    }
    return Reference(**ordinary | fields)


def item(ref: str = "mori2020lamp", direction: Any = "supports", direct: bool = True, **fields: Any) -> Evidence:
    return Evidence(
        ref=ref, direction=direction, direct=direct, finding=TEXT, locator=fields.pop("locator", "abstract"), **fields
    )


def design(body: Any = "randomised", **fields: Any) -> Design:
    return Design(label=TEXT, definition=TEXT, body=body, **fields)


def study(key: str = "mori2020lamp", direction: Any = "supports", **fields: Any) -> Study:
    """A direct trial in people that supports the claim; fields are those of the item, the source, the design or the study."""
    of_item = {name: fields.pop(name) for name in list(fields) if name in Evidence.__dataclass_fields__}
    of_source = {
        name: fields.pop(name)
        for name in list(fields)
        if name in Reference.__dataclass_fields__ and name not in ("design", "species")
    }
    of_design = {name: fields.pop(name) for name in ("body", "synthesis", "document") if name in fields}
    made = item(key, direction, **of_item), source(**of_source), design(**of_design)
    return Study(key, *made, **{"species": "people", **fields})


def word(**fields: Any) -> Measured:
    """A benefit that people have or have not."""
    return Measured(label=TEXT, definition=TEXT, **fields)


def grade(**steps: Any) -> Grade:
    domains = ("risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias")
    return Grade(**{domain: steps.get(domain.replace("-", "_"), 0) for domain in domains})


def outcome(result: str | None = "RR 2.0 (1.5 to 2.5)", **fields: Any) -> Outcome:
    """Response at the end of treatment, with nothing lowered."""
    return Outcome(**{"outcome": "response", "source": "mori2020lamp", "result": result, "grade": grade(), **fields})


def claim(kind: Any = "effect", **fields: Any) -> Claim:
    """A claim about the lamp without evidence."""
    lists = {name: [] for name in ("evidence", "outcomes", "requires", "said", "searches")}
    bare = {"kind": kind, "considered": None, "pico": None, "would_change_if": None, **lists}
    return replace(_loaded().claims["lamp-lifts-mood"], **bare | fields)


def review(claims: Iterable[tuple[str, Claim]] = (), **fields: Any) -> Review:
    """The invented review with other claims, and other fields."""
    return replace(_loaded(), claims=dict(claims), **fields)


def with_words(one: Review, **groups: Any) -> Review:
    """The review with more words in some groups of its vocabulary."""
    more = {group: {**getattr(one.vocabulary, group), **words} for group, words in groups.items()}
    return replace(one, vocabulary=unchecked(one.vocabulary, **more))


def species(counts_as: Any) -> Species:
    return Species(label=TEXT, definition=TEXT, counts_as=counts_as)
