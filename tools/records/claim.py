"""The claims of a review, as types, and the review that holds everything. A key that is not in a type is a fault everywhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from tools.records.alike import letters_of
from tools.records.dated import Revision, SecondRead, Signoff, Valid
from tools.records.frequency import Frequency
from tools.records.frozen import FrozenVersion
from tools.records.handwritten import Page
from tools.records.outcome import Awaited, Considered, Effect, Outcome, Pico, Rates, Reason, ReasonFor, Share
from tools.records.problem import Source
from tools.records.sources import Article, Reference, Search
from tools.records.tombstone import Code, Correction, Tombstone, names_of
from tools.records.unread import Unread
from tools.records.vocabulary import Vocabulary
from tools.records.words import (
    Asks,
    At,
    Causal,
    Certainty,
    Day,
    Direction,
    Id,
    Key,
    Kind,
    Language,
    Level,
    Line,
    Locator,
    Name,
    Passage,
    Position,
    Quotation,
    Text,
    VersionNumber,
    Wording,
    record,
)


@record
class Said:
    """One sentence of the article that makes the claim, and how strongly."""

    passage: Passage = Field(
        description="The sentence of the article, by position: `ja-05.2` is paragraph 5 of the Japanese text, sentence 2."
    )
    wording: Wording = Field(description="How strongly the sentence makes the claim.")
    words: Quotation = Field(description="The few words of the article that carry the strength.")

    @property
    def language(self) -> str:
        return self.passage[:2]


@record
class Evidence:
    """What one source says for or against the claim.

    `confirmed` is the day of a second reading, apart from the one in which `by` wrote the finding, and by another reader.
    """

    ref: Key = Field(description="The key of the source in `references/*.bib`.")
    direction: Direction = Field(description="Which way the source points.")
    direct: Annotated[bool, Field(strict=True)] = Field(
        description="True only where population, intervention and comparison are the claim's own."
    )
    indirect: Literal["population", "intervention", "comparison", "outcome"] | None = Field(
        None, description="Of a study in people that is not direct: what is not the claim's own."
    )
    position: Position | None = Field(
        None, description="Of an authority's document: where it stands on the use of the treatment."
    )
    harm: str | None = Field(None, description="Which harm it is evidence of, a word of the vocabulary's outcomes.")
    causal: Causal | None = Field(None, description="How far it ties that harm to the treatment.")
    finding: Text = Field(description="What the source found, with its numbers.")
    locator: Locator = Field(description="How far the source was read, or where the finding stands in it: `abstract`, `table 2`.")
    effect: Effect | None = Field(None, description="The estimate that the source reports, where it reports one.")
    reports: list[str] = Field([], description="The outcomes on which it bears, where no number of it says so.")
    rates: Rates | None = Field(None, description="The shares of people that the source reports, where it reports them.")
    frequencies: list[Frequency] = Field([], description="How often it counted a rare harm, where nobody was compared.")
    by: Id | None = Field(None, description="Who or what read the source and wrote the finding, a word of the vocabulary.")
    confirmed: Day | None = Field(None, description="The day of a second, separate reading that found it there again.")
    confirmed_by: Id | None = Field(
        None, description="Who or what read it then, a word of the vocabulary: never who wrote the finding."
    )


@record
class Claim:
    """One claim of the article, or one fact that a reader needs where the article is silent (`context`)."""

    code: Code = Field(description="A short code for speech and print that never changes, such as `ABC-01`.")
    topic: Id = Field(description="What the claim is about, a word of the vocabulary.")
    kind: Kind = Field(description="What kind of claim it is, which decides what its levels ask for.")
    title: Text = Field(description="A short noun phrase or a question, which asserts nothing.")
    statement: Text = Field(description="What the article claims, restated neutrally, with its own strength.")
    said: list[Said] = Field([], description="The sentences of the article that make the claim, and how strongly each does.")
    context: Text | None = Field(
        None, description="Why a reader needs this page, where no sentence of the article makes the claim."
    )
    level: Level = Field(description="The evidence level, which cannot be above what the direct evidence allows.")
    certainty: Certainty = Field(description="How far what carries the level can be trusted (GRADE); `none` if no outcome does.")
    short: Line = Field(description="The answer in one sentence, for lists; at most 60 characters in Japanese, 110 in English.")
    answer: Text = Field(description="What the evidence says, in at most two plain sentences.")
    appraisal: Text = Field(description="The reasoning, the numbers and both sides, as Markdown with `[@key]` citations.")
    unknown: Text = Field(description="What is not known, and which harms are unknown.")
    would_change: Text = Field(description="The study that would move the level.")
    would_change_if: Awaited | None = Field(default=None, description="That study in the terms of the rule, which is checked.")
    evidence: list[Evidence] = Field([], description="What each source says for or against the claim.")
    pico: Pico | None = Field(None, description="Whom and what the claim is about.")
    asks: Asks | None = Field(None, description="What a comparison or a mechanism claims.")
    share: Share | None = Field(None, description="Of a course: how many of 100 people the statement claims.")
    times: list[At] = Field([], description="Of a course: the times that the statement claims.")
    harms: list[str] = Field([], description="The harms that a statement of harm names; of safety, those that decide besides.")
    outcomes: list[Outcome] = Field([], description="What was measured, one outcome and time after the other.")
    reasons: dict[ReasonFor, Reason] = Field(
        {},
        description="Why certainty is lowered: one text a domain, for all outcomes, in quotes if it holds a comma. None is "
        "needed where few people or events, a wide interval or an unseen risk of bias asks for the steps.",
    )
    considered: Considered | None = Field(None, description="What became of each direct study in people that is no source.")
    judged_by: Id | None = Field(None, description="Who or what judged it, a word of the vocabulary.")
    second_read: SecondRead | None = Field(
        None, description="The second reading of the judgement; with outcomes, of each of them that has none of its own."
    )
    also: list[Name] = Field([], description="Claims, by id or code, whose outcomes stand in this table without counting.")
    as_of: Day | None = Field(None, description="Of a description: the day of which it speaks.")
    valid: Valid | None = Field(None, description="Of a description: from when until when the thing itself holds.")
    requires: list[Name] = Field([], description="The claims, by id or code, that must all hold for this one to hold.")
    related: list[Name] = Field([], description="Other claims, by id or code, worth reading.")
    searches: list[Id] = Field([], description="The ids of the documented searches behind “nothing found”.")
    absence: Id | None = Field(
        None,
        description="Where a description itself says that studies are missing: the documented search that found none.",
    )
    terms: list[Id] = Field([], description="The ids of the vocabulary's terms that the claim itself is about.")
    level_note: Text | None = Field(None, description="Why the declared level is below what the evidence allows, where it is.")
    reviewed: Day = Field(description="The day on which the evidence was last checked.")
    review_by: Day = Field(description="The day by which it is to be checked again.")
    signoff: list[Signoff] = Field([], description="Who has read a version of the page and answers for it.")
    version: VersionNumber = Field(description="The number of the current version.")
    history: Annotated[list[Revision], Field(min_length=1)] = Field(
        description="Every version from the first to the current one."
    )
    formerly: list[Name] = Field([], description="The ids and codes that the claim had; their addresses lead here for ever.")
    corrected: list[Correction] = Field([], description="What is to be said above published versions that misled.")

    @property
    def is_description(self) -> bool:
        """True where it has no effect to be shown: pages then say that a fact was checked, and name no level or certainty."""
        return self.kind == "description"

    def findings(self) -> Mapping[str | None, list[Text]]:
        """Each source of the evidence to what it found, in the order of the record; no source has found nothing."""
        found: dict[str | None, list[Text]] = {}
        for item in self.evidence:
            found.setdefault(item.ref, []).append(item.finding)
        return found

    def signed(self) -> list[Signoff]:
        """The sign-offs of the current version."""
        return [sign for sign in self.signoff if sign.version == self.version]

    def second_reads(self) -> Iterator[tuple[tuple[str | int, ...], SecondRead]]:
        """Each second reading of a judgement, with its place in the record."""
        for index, outcome in enumerate(self.outcomes):
            if isinstance(outcome.second_read, SecondRead):
                yield ("outcomes", index, "second_read"), outcome.second_read
        if self.second_read:
            yield ("second_read",), self.second_read

    def said_second_reads(self) -> Iterator[tuple[tuple[str | int, ...], SecondRead]]:
        """The same, each once, where somebody wrote it: what several outcomes have was said of the whole."""
        places: dict[int, list[tuple[tuple[str | int, ...], SecondRead]]] = {}
        for at, second in self.second_reads():
            places.setdefault(id(second), []).append((at, second))
        for (at, second), *more in places.values():
            yield ("second_read",) if more else at, second


@dataclass(frozen=True)
class Review:
    """Everything that the records of one review hold.

    Attributes:
        claims: id to claim, in the order of their codes.
        withdrawn: id to what is left of a claim that was withdrawn.
        references: key to source.
        article: the reviewed article.
        searches: id to documented search.
        vocabulary: the controlled words.
        pages: language to {file name: page} of the hand-written pages.
        archive: id to {version: what it said}.
        assets: the files beside the pages, as pages link to them: `assets/lists.js`.
        sources: where each record is, by "claim:<id>", "reference:<key>", "article", "searches", "vocabulary",
            "page:<language>/<file name>", "archive:<id>".
        unread: what is there besides, and could not be read.
    """

    article: Article
    vocabulary: Vocabulary
    claims: Mapping[str, Claim] = field(default_factory=dict)
    withdrawn: Mapping[str, Tombstone] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    searches: Mapping[str, Search] = field(default_factory=dict)
    pages: Mapping[Language, Mapping[str, Page]] = field(default_factory=dict)
    archive: Mapping[str, Mapping[int, FrozenVersion]] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    unread: Unread = field(default_factory=Unread)

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """Key to the letter that tells a source from others of the same names and year, for those that need one."""
        return letters_of(self.references)

    def published(self, claim_id: str) -> Mapping[int, tuple[str, FrozenVersion]]:
        """Number of each published version of a claim to the id that it was published under, and what is kept of it."""
        owner = self.claims.get(claim_id) or self.withdrawn[claim_id]
        homes = (*owner.formerly, claim_id)
        return {number: (home, one) for home in homes for number, one in self.archive.get(home, {}).items()}

    @property
    def unpublished(self) -> list[str]:
        """The ids of the claims whose current version has not been published."""
        return [claim_id for claim_id, claim in self.claims.items() if claim.version not in self.published(claim_id)]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every id and every code, of today and of before, to the id of the claim that it names, withdrawn or not."""
        return names_of([*self.claims.items(), *self.withdrawn.items()])

    @cached_property
    def dependents(self) -> Mapping[str, list[str]]:
        """Id to the claims that name it as a premise; an id that none names is left out."""
        found: dict[str, list[str]] = {}
        for claim_id, claim in self.claims.items():
            for premise in claim.requires:
                found.setdefault(premise, []).append(claim_id)
        return found
