"""The claims of a review, as types, and the review that holds everything.

Unknown keys are faults everywhere. The fields and their meaning are those of the design (section 4); `vocabulary.yml`
says what the controlled words mean to a reader.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tools.problem import Source
from tools.record import Certainty, Direction, Id, Key, Kind, Level, Locator, Passage, Quotation, Record, Sentence, Text, Wording
from tools.sources import Article, Reference, Search, Vocabulary


class Said(Record):
    """One sentence of the article that makes the claim, and how strongly."""

    passage: Passage
    wording: Wording
    words: Quotation

    @property
    def language(self) -> str:
        return self.passage[:2]


class Effect(Record):
    """An estimate that a source reports, with its 95 % interval.

    `against` is what the treatment was compared with; `better` says which values favour the treatment, since sources
    differ in the sign that they print.
    """

    measure: str
    value: float
    low: float
    high: float
    outcome: str
    against: Literal["sham", "active", "untreated"] | None = None
    better: Literal["lower", "higher"] | None = None


class Rates(Record):
    """How many of 100 people reached an outcome, treated and in the comparison group, as one source reports it."""

    outcome: str
    treated: Annotated[float, Field(ge=0, le=100)]
    compared: Annotated[float, Field(ge=0, le=100)] | None = None


class Evidence(Record):
    """What one source says for or against the claim.

    `confirmed` is the day on which somebody who did not write the finding found it again at its source.
    """

    ref: Key
    direction: Direction
    direct: Annotated[bool, Field(strict=True)]
    finding: Text
    locator: Locator
    effect: Effect | None = None
    rates: Rates | None = None
    confirmed: datetime.date | None = None


class Signoff(Record):
    """Somebody who has read the page and answers for it."""

    name: Sentence
    role: Text
    date: datetime.date
    interests: Text


class Revision(Record):
    """What changed with one version."""

    version: Annotated[int, Field(strict=True, ge=1)]
    date: datetime.date
    change: Text


class Claim(Record):
    """One claim of the article, or one fact that a reader needs where the article is silent (`context`)."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[0-9]{2}$")]
    topic: Id
    kind: Kind
    title: Text
    statement: Text
    said: list[Said] = []
    context: Text | None = None
    level: Level
    certainty: Certainty
    answer: Text
    appraisal: Text
    unknown: Text
    would_change: Text
    evidence: list[Evidence] = []
    requires: list[Id] = []
    related: list[Id] = []
    searches: list[Id] = []
    terms: list[Id] = []
    level_note: Text | None = None
    reviewed: datetime.date
    review_by: datetime.date
    signoff: list[Signoff] = []
    version: Annotated[int, Field(strict=True, ge=1)]
    history: Annotated[list[Revision], Field(min_length=1)]


@dataclass(frozen=True)
class Review:
    """Everything that the records of one review hold.

    Attributes:
        claims: id to claim, in the order of their codes.
        references: key to source.
        article: the reviewed article.
        searches: id to documented search.
        vocabulary: the controlled words.
        pages: language to {file name: Markdown} of the hand-written pages.
        sources: where each record stands, by "claim:<id>", "reference:<key>", "article", "searches", "vocabulary".
    """

    article: Article
    vocabulary: Vocabulary
    claims: Mapping[str, Claim] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    searches: Mapping[str, Search] = field(default_factory=dict)
    pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)

    @property
    def has_unread_claims(self) -> bool:
        """True where a claim's file could not be read: what it says and cites is then not known."""
        return sum(name.startswith("claim:") for name in self.sources) > len(self.claims)
