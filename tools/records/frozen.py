"""What a published version of a claim said: its facts, and its files as they were."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from tools.records.words import Certainty, Day, Direction, Key, Kind, Language, Level, Text, VersionNumber, Wording, record


@record
class FrozenEvidence:
    """One evidence item of a frozen version, with its source and its bearing in the words of that day."""

    ref: Key
    direction: Direction
    direct: bool
    source: Text
    bearing: Text


@record
class Frozen:
    """The facts of one version of a claim, for telling later what changed: what they mean, and the words that were used for it.

    Attributes:
        words: what stood for `level`, `ceiling`, `certainty`, `wording_ja` and `wording_en`, and the name of the `page`.
        record: the record itself, as plain data.
    """

    version: VersionNumber
    date: Day
    reviewed: Day
    review_by: Day
    code: str
    kind: Kind
    title: Text
    short: Text
    statement: Text
    answer: Text
    level: Level
    certainty: Certainty
    ceiling: Level
    wording: dict[Language, Wording]
    words: dict[str, Text]
    evidence: list[FrozenEvidence] = Field([])
    record: dict[str, Any]

    @property
    def is_description(self) -> bool:
        """As of the claim."""
        return self.kind == "description"


@dataclass(frozen=True)
class FrozenVersion:
    """A frozen version.

    Attributes:
        facts: what it said, as data.
        files: ending to text: `en.html` the head of its page, `en.md` what stands on it, `en.ris` its citation,
            `references.ris` its studies. The site's address in them is `edition.ANYWHERE`.
    """

    facts: Frozen
    files: Mapping[str, str]
