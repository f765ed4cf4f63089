"""What claims are judged by: references, documented searches, the article, and the controlled words."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from tools.records.words import Certainty, Direction, Id, Key, Kind, Level, Passage, Sentence, State, Text, Wording, record


@record
class Search:
    """A documented search: where "nothing found" comes from.

    `found` counts the studies that answer the question itself; `kept` are the nearest things. `pubmed` is the query by
    which `verify --searches` asks PubMed what has come in since `date`; `found` rests on it only where `sources` names PubMed.
    """

    question: Text
    date: datetime.date
    sources: Text
    words: Annotated[list[Sentence], Field(min_length=1)]
    pubmed: Sentence | None = None
    found: Annotated[int, Field(strict=True, ge=0)]
    result: Text
    kept: list[Key] = Field([])
    limits: Text


@record
class ArticleSentence:
    """One sentence of the article, known by its position and hash; the text itself is not held."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    section: Id
    state: State


@record
class Difference:
    """A place where the two languages of the article do not say the same, or not as strongly."""

    ja: list[Passage] = Field([])
    en: list[Passage] = Field([])
    about: Literal["content", "strength"]
    note: Text


@record
class PlainStatement:
    """What the site says on every page. It holds only while the named claims stand at the named levels."""

    text: Text
    levels: dict[Id, Level]
    search: Id


@record
class Imprint:
    """How this review is named in citations. The author is a group: a name without a comma (reference managers split at it)."""

    title: Text
    author: Text


@record
class Article:
    """The reviewed article: where it is, what is in it, and what the review says about it in one sentence."""

    review: Imprint
    title: Text
    publisher: Text
    url: str
    seen: datetime.date
    plain_statement: PlainStatement
    sections: dict[Id, Text]
    sentences: dict[Passage, ArticleSentence]
    differences: list[Difference] = Field([])


@record
class Word:
    """A controlled word: its label and what it means."""

    label: Text
    definition: Text


@record
class Names:
    """All the names of a term, in each language; `patients` says that the page for patients answers who searches for it."""

    ja: Annotated[list[Sentence], Field(min_length=1)]
    en: Annotated[list[Sentence], Field(min_length=1)]
    patients: bool = False

    def __getitem__(self, language: str) -> list[str]:
        return getattr(self, language)


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
    design: dict[str, Word]
    species: dict[str, Word]
    measure: dict[str, Word]
    outcome: dict[str, Word]
    locator: dict[str, Word]
    term: dict[Id, Names]
    crisis: Crisis | None = None
    examples: Names | None = None


def _with_a_real_day(looked: str) -> str:
    try:
        datetime.date.fromisoformat(looked[:10])
    except ValueError as error:
        raise PydanticCustomError("date_parsing", "not a date") from error
    return looked


# A day, then one address or more that were opened.
Looked = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( https?://\S+)+$"), AfterValidator(_with_a_real_day)
]


@record
class Notice:
    """A retraction, correction or expression of concern, with its date."""

    kind: Literal["retraction", "expression-of-concern", "correction"]
    date: datetime.date


@record
class Reference:
    """One source. `checked` says when and where its identifiers were confirmed, `noticechecked` when and where a retraction,
    a correction or an expression of concern was looked for.

    An author or a year that nobody could confirm is left out, and the page names the source by its title.
    """

    type: str
    title: Sentence
    author: list[Sentence] = Field([])
    year: Annotated[int, Field(ge=1800, le=2100)] | None = None
    titleen: str | None = None
    journal: str | None = None
    publisher: str | None = None
    volume: str | None = None
    number: str | None = None
    pages: str | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.[0-9]{4,9}/[^\s\"<>{}\\^`|]+$")] | None = None
    pmid: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,8}$")] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"<>{}\\^`|]+$")] | None = None
    langid: str | None = None
    note: str | None = None
    design: str
    species: str
    participants: Annotated[int, Field(ge=1)] | None = None
    population: str | None = None
    funding: str | None = None
    notice: Notice | None = None
    checked: Looked
    noticechecked: Looked | None = None

    @property
    def checked_on(self) -> datetime.date:
        """The day on which the identifiers were confirmed."""
        return datetime.date.fromisoformat(self.checked[:10])

    @property
    def notices_checked_on(self) -> datetime.date | None:
        """The day on which notices were looked for; None where nobody has."""
        return datetime.date.fromisoformat(self.noticechecked[:10]) if self.noticechecked else None

    @property
    def withdrawn(self) -> bool:
        """True where a retraction or an expression of concern takes the study out of the count."""
        return self.notice is not None and self.notice.kind != "correction"

    @property
    def link(self) -> str | None:
        """Where a reader reaches the source: the DOI, then PubMed, then the official page."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url
