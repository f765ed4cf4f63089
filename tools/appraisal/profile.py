"""A profile: what the level rule takes for given, as data. The only one so far is `clinical`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import Field, TypeAdapter

from tools.appraisal.case import CaseKind
from tools.appraisal.certainty import Floors, Rating
from tools.records.words import Level, Text, Wording, record


@record
class Rung:
    """One level of a ladder: reached where all conditions of one of its lines hold."""

    level: Level
    when: list[list[str]]


@record
class Carries:
    """What a body of evidence can carry at most, by its people.

    `one_trial`: fewest people of a single trial that carries `supported`. Below the two others a body carries no more than
    they say, however many its studies.
    """

    one_trial: Annotated[int, Field(alias="one-trial")]
    inconclusive_below: Annotated[int, Field(alias="inconclusive-below")]
    supported_below: Annotated[int, Field(alias="supported-below")]


@record
class Allowed:
    """The strongest wording that fits, by certainty or by level."""

    certainty: dict[Rating, Wording]
    harm: dict[str, Wording]
    description: dict[str, Wording]


@record
class Profile:
    """All that is data of the rule. The file says what each part means."""

    bodies: dict[str, dict[str, str]]
    start: dict[str, Rating]
    supported: dict[str, Rating]
    raised: list[str]
    floors: Floors
    carries: Carries
    wording: Allowed
    ladders: dict[str, list[Rung]]
    conditions: dict[str, Text]

    def ladder(self, kind: CaseKind) -> list[Rung]:
        """The rungs for a kind of claim, from the highest level to the lowest."""
        return self.ladders[kind if kind in self.ladders else "claim"]

    def body(self, design_body: str, kind: CaseKind, asks: str | None, *, share: bool) -> str:
        """The body of evidence that a design is for a kind of claim; "" where it is none.

        Args:
            design_body: what the vocabulary says that the design counts as.
            share: the result is a share of people and compares nothing.
        """
        table = "share" if share or kind == "course" else asks if kind == "mechanism" and asks else "treatment"
        return self.bodies[table].get(design_body, "")


@cache
def profile(name: str = "clinical") -> Profile:
    """A profile by its name. A profile that is not there is a bug, and raises FileNotFoundError."""
    text = files("tools").joinpath(f"appraisal/{name}.yml").read_text(encoding="utf-8")
    return TypeAdapter(Profile).validate_python(yaml.load(text, Loader=yaml.CSafeLoader))


def words_of(profile: Profile, kind: CaseKind) -> Mapping[Level, list[list[Text]]]:
    """Level to its lines of conditions in words, as the method page prints them."""
    return {rung.level: [[profile.conditions[name] for name in line] for line in rung.when] for rung in profile.ladder(kind)}
