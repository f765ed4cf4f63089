"""What a published version of a claim said: its facts, and its page as it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from tools.records.words import Certainty, Day, Direction, Key, Kind, Language, Level, Text, Wording, record


@record
class FrozenEvidence:
    """One evidence item of a frozen version; the source is named as it was then."""

    ref: Key
    direction: Direction
    direct: bool
    source: Text


@record
class Frozen:
    """The facts of one version of a claim, for telling later what changed. Its page is kept beside it, as it was."""

    version: Annotated[int, Field(strict=True, ge=1)]
    date: Day
    reviewed: Day
    review_by: Day
    code: str
    kind: Kind | None = None  # a version frozen before it was kept; its page shows a level
    title: Text
    short: Text | None = None  # as of `kind`; the answer then stands for it
    answer: Text
    level: Level
    certainty: Certainty
    ceiling: Level
    wording: dict[Language, Wording]
    evidence: list[FrozenEvidence] = Field([])

    @property
    def line(self) -> Text:
        """The answer for where there is room for one line."""
        return self.short or self.answer

    @property
    def is_description(self) -> bool:
        """As of the claim."""
        return self.kind == "description"


@dataclass(frozen=True)
class FrozenVersion:
    """A frozen version: its facts, the content of its page in each language, as its files hold them."""

    facts: Frozen
    content: Mapping[Language, str]
