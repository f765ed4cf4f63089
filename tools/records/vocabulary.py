"""The controlled words of a review, with what the program takes some of them for."""

from typing import Annotated, Literal

from pydantic import Field

from tools.records.words import (
    Body,
    Certainty,
    Direction,
    Id,
    Key,
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
    """A design, with what the level rule takes it for.

    `body` is the kind of body of evidence that such studies make; a `synthesis` pools or reviews studies of that body, and a
    `document` is an authority's.
    """

    body: Body = "none"
    synthesis: Annotated[bool, Field(strict=True)] = False
    document: Annotated[bool, Field(strict=True)] = False


@record
class Species(Word):
    """Whom or what a study looked at, with what the level rule takes it for."""

    counts_as: SpeciesClass


@record
class Worthwhile:
    """A published smallest difference that is worthwhile: people of 100, points of a scale, or standard deviations."""

    value: Annotated[float, Field(gt=0)]
    unit: Literal["people", "points", "sd"]
    scale: str | None = None
    source: Key


@record
class Measured(Word):
    """An outcome: what the level rule and the sentences take it for, the same in every claim.

    Attributes:
        side: what more of it means to a person; a measure of what happens in the body means nothing by itself, and decides in
            mechanisms only.
        unit: it is counted in people, or a score.
        good: which way is good; of a measure the claim says, and not the word.
        critical: the topics in whose claims it decides; elsewhere it is shown.
        phrase: what people do or have, or the name of the score, as the sentences need it.
        worthwhile: published smallest worthwhile differences (benefits).
        limit: the smallest increase that matters, more people of 100 (harms; ours).
        trivial: what is trivial where no worthwhile difference was published (benefits; ours): people of 100, or standard
            deviations of a score.
    """

    side: Literal["benefit", "harm", "measure"] = "benefit"
    unit: Literal["people", "score"] = "people"
    good: Literal["more", "less"] = "more"
    critical: list[Id] = Field([])
    phrase: Text | None = None
    worthwhile: list[Worthwhile] = Field([])
    limit: Annotated[float, Field(gt=0, le=100)] | None = None
    trivial: Annotated[float, Field(gt=0, le=100)] | None = None


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
    outcome: dict[str, Measured]
    scale: dict[str, Word] = Field({})
    set_aside: dict[Id, Word] = Field({}, alias="set-aside")
    locator: dict[str, Place]
    reader: dict[Id, Word] = Field({})
    term: dict[Id, Names]
    crisis: Crisis | None = None
    examples: Names | None = None
