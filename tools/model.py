"""The records of a review, as types.

Unknown keys are faults everywhere; every human sentence is a `Text`, a pair of both languages. The fields and their
meaning are those of the design (section 4); `vocabulary.yml` says what the controlled words mean to a reader.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tools.problem import Source

LANGUAGES = ("ja", "en")
Language = Literal["ja", "en"]
Level = Literal["established", "supported", "inconclusive", "preclinical", "hypothetical"]
LEVELS: tuple[Level, ...] = get_args(Level)
Certainty = Literal["high", "moderate", "low", "very-low", "none"]
Direction = Literal["supports", "contradicts", "mixed", "context"]
Wording = Literal["asserted", "likely", "possible", "tentative"]
Topic = Literal["tms", "exosome", "combination", "depression"]
Kind = Literal["effect", "harm", "comparison", "mechanism", "description"]
State = Literal["claim", "greeting", "heading", "topic", "link"]

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
KEY_PATTERN = r"^[a-z]+[0-9]{4}[a-z0-9]+$"
PASSAGE_PATTERN = r"^(ja|en)-[0-9]{2}\.[0-9]+$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
Passage = Annotated[str, StringConstraints(pattern=PASSAGE_PATTERN)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# The article is located, not copied: a quotation is the few words that carry the strength of the wording.
Quotation = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
# A locator starts with a word of the vocabulary; what follows is a number or a name ("table 2").
Locator = Annotated[str, StringConstraints(pattern=r"^[a-z-]+( [0-9A-Za-z.,;:()–-]+)*$", max_length=60)]


class Record(BaseModel):
    """What every record has in common: frozen, and a key that is not in the model is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class Text(Record):
    """One thing said in both languages."""

    ja: Sentence
    en: Sentence

    def __getitem__(self, language: str) -> str:
        return getattr(self, language)


class Said(Record):
    """One sentence of the article that makes the claim, and how strongly."""

    passage: Passage
    wording: Wording
    words: Quotation

    @property
    def language(self) -> str:
        return self.passage[:2]


class Effect(Record):
    """An estimate that a source reports, with its 95 % interval."""

    measure: str
    value: float
    low: float
    high: float
    outcome: str


class Evidence(Record):
    """What one source says for or against the claim."""

    ref: Key
    direction: Direction
    direct: Annotated[bool, Field(strict=True)]
    finding: Text
    locator: Locator
    effect: Effect | None = None


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
    topic: Topic
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


class Search(Record):
    """A documented search: where "nothing found" comes from.

    `found` counts the studies that answer the question itself; `kept` are the nearest things.
    """

    question: Text
    date: datetime.date
    sources: Text
    words: Annotated[list[Sentence], Field(min_length=1)]
    found: Annotated[int, Field(strict=True, ge=0)]
    result: Text
    kept: list[Key] = []
    limits: Text


class ArticleSentence(Record):
    """One sentence of the article, known by its position and hash; the text itself is not held."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    section: Id
    state: State


class Difference(Record):
    """A place where the two languages of the article do not say the same, or not as strongly."""

    ja: list[Passage] = []
    en: list[Passage] = []
    about: Literal["content", "strength"]
    note: Text


class PlainStatement(Record):
    """What the site says on every page. It holds only while the named claims stand at the named levels."""

    text: Text
    levels: dict[Id, Level]
    search: Id


class Article(Record):
    """The reviewed article: where it is, what is in it, and what the review says about it in one sentence."""

    title: Text
    publisher: Text
    url: str
    seen: datetime.date
    plain_statement: PlainStatement
    sections: dict[Id, Text]
    sentences: dict[Passage, ArticleSentence]
    differences: list[Difference] = []


class Word(Record):
    """A controlled word: its label and what it means."""

    label: Text
    definition: Text


class Names(Record):
    """All the names of a term, in each language."""

    ja: Annotated[list[Sentence], Field(min_length=1)]
    en: Annotated[list[Sentence], Field(min_length=1)]

    def __getitem__(self, language: str) -> list[str]:
        return getattr(self, language)


class Vocabulary(Record):
    """The controlled words of the review."""

    level: dict[Level, Word]
    certainty: dict[Certainty, Word]
    direction: dict[Direction, Word]
    wording: dict[Wording, Word]
    topic: dict[Topic, Word]
    kind: dict[Kind, Word]
    state: dict[State, Word]
    design: dict[str, Word]
    species: dict[str, Word]
    measure: dict[str, Word]
    outcome: dict[str, Word]
    locator: dict[str, Word]
    term: dict[Id, Names]


class Notice(Record):
    """A retraction, correction or expression of concern, with its date."""

    kind: Literal["retraction", "expression-of-concern", "correction"]
    date: datetime.date


class Reference(Record):
    """One source. `checked` says when and where its identifiers were confirmed."""

    type: str
    title: Sentence
    author: Annotated[list[Sentence], Field(min_length=1)]
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
    checked: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2} https?://\S+")]

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
