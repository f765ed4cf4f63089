"""The controlled words of a review, with what the program takes some of them for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tools.records.words import (
    Certainty,
    DesignClass,
    Direction,
    Id,
    Kind,
    Language,
    Level,
    Sentence,
    SpeciesClass,
    State,
    Text,
    Wording,
    record,
)


@record
class Word:
    """A controlled word: its label and what it means."""

    label: Text
    definition: Text


@record
class Design(Word):
    """A design, with what the level rule takes it for."""

    counts_as: DesignClass


@record
class Species(Word):
    """Whom or what a study looked at, with what the level rule takes it for."""

    counts_as: SpeciesClass


@record
class Place(Word):
    """Where a finding was read. `second_hand` marks what is not the source itself but what others say of it."""

    second_hand: Annotated[bool, Field(strict=True)] = False


@record
class Names:
    """All the names of a term, in each language; `patients` says that the page for patients answers who searches for it."""

    ja: Annotated[list[Sentence], Field(min_length=1)]
    en: Annotated[list[Sentence], Field(min_length=1)]
    patients: Annotated[bool, Field(strict=True)] = False

    def __getitem__(self, language: Language) -> list[str]:
        return self.ja if language == "ja" else self.en


@record
class Crisis:
    """What people type who may be thinking of ending their life, in any language: with other words around it, or alone."""

    anywhere: list[Sentence]
    alone: list[Sentence] = Field([])


@record
class Vocabulary:
    """The controlled words of the review, and what its search box knows: words of a crisis, and examples of questions."""

    level: dict[Level, Word]
    certainty: dict[Certainty, Word]
    direction: dict[Direction, Word]
    wording: dict[Wording, Word]
    topic: dict[Id, Word]
    kind: dict[Kind, Word]
    state: dict[State, Word]
    design: dict[str, Design]
    species: dict[str, Species]
    measure: dict[str, Word]
    outcome: dict[str, Word]
    locator: dict[str, Place]
    reader: dict[Id, Word] = Field({})
    term: dict[Id, Names]
    crisis: Crisis | None = None
    examples: Names | None = None
