"""A profile: what the level rule takes for given, as data. The only one so far is `clinical`."""

from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import Field, TypeAdapter

from tools.appraisal.case import CaseKind
from tools.appraisal.certainty import Domain, Floors, Rating
from tools.appraisal.size import Size
from tools.records.words import Language, Level, Text, Wording, record


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
    """The strongest wording that fits: by certainty, or by the level of a harm or of a description."""

    certainty: dict[Rating, Wording]
    harm: dict[str, Wording]
    description: dict[str, Wording]

    def by_level(self, level: Level) -> Wording:
        """What a level bears by itself: the levels of claims and those of descriptions are other words."""
        return {**self.harm, **self.description}[level]


@record
class Favoured:
    """What a claim needs of its critical outcomes: of one of them, or of all."""

    needs: Literal["one", "all"]
    in_favour: Annotated[Text, Field(alias="for")]
    against: Text


@record
class FloorWords(Text):
    """When a floor is met, in words; numbers of the profile are in braces."""

    domain: Domain
    steps: int
    why: str


@record
class Words:
    """The rule in words, for the method page: each beside the name that the code uses."""

    favour: dict[str, Favoured]
    compares: dict[str, Text]
    questions: dict[str, Text]
    domains: dict[Domain, Text]
    floors: list[FloorWords]
    caps: list[Text]
    sizes: dict[Size, Text]
    flags: dict[str, Text]


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
    words: Words

    def ladder(self, kind: str) -> list[Rung]:
        """The rungs for a kind of claim (or of a ladder by its name), from the highest level to the lowest."""
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


def words_of(profile: Profile, kind: str) -> Mapping[Level, list[list[Text]]]:
    """Level to its lines of conditions in words, as the method page prints them."""
    return {rung.level: [[profile.conditions[name] for name in line] for line in rung.when] for rung in profile.ladder(kind)}


def floors_of(profile: Profile, language: Language) -> list[tuple[Domain, int, str]]:
    """Each floor: its domain, the fewest steps, and when it is met."""
    limits = asdict(profile.floors)
    return [(floor.domain, floor.steps, floor[language].format_map(limits)) for floor in profile.words.floors]


def caps_of(profile: Profile, language: Language) -> list[str]:
    """What a body of evidence carries at most, by its studies and people."""
    limits = {name.replace("_", "-"): value for name, value in asdict(profile.carries).items()}
    return [cap[language].format_map(limits) for cap in profile.words.caps]
