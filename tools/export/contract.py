"""What the data hold besides the fields of the records, as types: `data` fills them in, `data_schema` describes them.

`CONTRACT` counts the changes that can break a reader of the files: a field or a file renamed or removed, or its meaning changed.
A field or a file that is added leaves it as it is. `CHANGELOG.md` tells each change.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools.appraisal.assess import Verdict
from tools.appraisal.case import Favour
from tools.appraisal.certainty import Rating
from tools.appraisal.rule import Flag, Why
from tools.appraisal.size import Size
from tools.records.outcome import DOMAINS, Domain, ReasonFor
from tools.records.sources import Issuer, Notice
from tools.records.words import At, Day, Id, Key, Level, Position, Text, Wording, record

CONTRACT = 2


@record
class Source:
    """What a reader must know of the source of an evidence item."""

    name: Text = Field(description="How a text cites it.")
    title: str = Field(description="Its title.")
    year: int | None = Field(description="The year of publication.")
    doi: str | None = Field(description="Its DOI.")
    pmid: str | None = Field(description="Its number in PubMed.")
    design: str = Field(description="Its design, a word of the vocabulary.")
    species: str = Field(description="Whom or what it studied, a word of the vocabulary.")
    participants: int | None = Field(description="How many people took part.")
    authority: str | None = Field(description="Of a document: the body whose it is.")
    issuer: list[Issuer] = Field(description="Of a document: what kind of body that is.")
    notice: Notice | None = Field(description="A retraction, a correction or an expression of concern.")
    withdrawn: bool = Field(description="Whether that takes it out of the count.")
    link: str | None = Field(description="Where a reader reaches it.")


@record
class ComputedEvidence:
    """What is computed of an evidence item."""

    place: str | None = Field(description="The word under which `considered` has it, or `weighed` where a reason names it.")
    source: Source = Field(description="Its source, in short.")


@record
class Estimate:
    """A result, read."""

    measure: Literal["RR", "OR", "HR", "RD", "MD", "SMD", "proportion"] = Field(description="What kind of number it is.")
    value: float = Field(description="The estimate; a risk difference is a fraction of one, a proportion of 100 people.")
    low: float | None = Field(description="The lower end of the 95 % interval.")
    high: float | None = Field(description="The upper end of the 95 % interval.")


@record
class Yielded:
    """A floor that gave way to a published rating of the same body of evidence."""

    domain: Domain = Field(description="The domain.")
    steps: int = Field(description="How many steps the floor asks for.")
    why: str = Field(description="What the floor is there for.")


@record
class Graded:
    """How the certainty came about."""

    start: Rating = Field(description="Where the body of evidence starts.")
    steps: dict[Domain, int] = Field(description=f"Steps lowered, by domain: {', '.join(f'`{name}`' for name in DOMAINS)}.")
    up: int = Field(description="Steps raised.")
    yielded: list[Yielded] = Field(description="Floors that gave way to a published rating; certainty is then never high.")


@record
class Absolute:
    """How many people have the outcome."""

    per: Literal[100, 1000] = Field(description="Of how many people the other numbers are.")
    without: int | None = Field(description="Without the treatment; nothing for a share.")
    treated: int = Field(alias="with", description="With the treatment.")
    difference: int | None = Field(description="With less without; nothing for a share.")
    low: int | None = Field(description="The lower end of the 95 % interval, of the difference (of a share: of the share).")
    high: int | None = Field(description="The upper end of that interval.")


@record
class ComputedOutcome:
    """What is computed of an outcome; nothing is rated where nobody measured it."""

    side: Literal["benefit", "harm", "measure"] = Field(description="What more of it means to a person, by the vocabulary.")
    critical: bool = Field(description="Whether it decides for the claim's topic (of a course: the claim states its time).")
    carries: bool = Field(description="Whether the level rests on it.")
    body: str | None = Field(description="The kind of body of evidence that it rests on.")
    people: int | None = Field(description="How many people it rests on: of the estimate or, where not printed, of the source.")
    estimate: Estimate | None = Field(description="The result, read.")
    graded: Graded | None = Field(description="How its certainty came about.")
    certainty: Rating | None = Field(description="Its certainty (GRADE).")
    size: Size | None = Field(description="How large the effect is, by its interval.")
    favour: Favour = Field(description="Which way it points: for the claim, against it, or neither.")
    absolute: Absolute | None = Field(description="The numbers of people.")
    sentence: Text | None = Field(description="What it means, as a sentence.")
    numbers: Text | None = Field(description="The numbers of people, as a sentence.")


@record
class Measured:
    """An outcome by its name and time."""

    outcome: str = Field(description="The outcome, a word of the vocabulary.")
    at: At = Field(description="When.")


@record
class Judgement:
    """What the rule says of a claim."""

    level: Level = Field(description="The highest level that the evidence allows.")
    certainty: Rating | None = Field(description="The certainty of the outcomes that carry it.")
    carried_by: list[Measured] = Field(description="The outcomes that carry it.")
    flags: list[Flag] = Field(description="What a reader must know beside the level.")
    why: Why | None = Field(description="Of `inconclusive`: what keeps it there.")
    floor_reasons: dict[ReasonFor, Text] = Field(description="Why a domain is lowered that has no reason of its own: its floors.")


@record
class Voice:
    """What an authority says of the use of the treatment, in one document."""

    ref: Key = Field(description="The document.")
    authority: str = Field(description="The body, or the document's key where its name is not recorded.")
    position: Position = Field(description="Where it stands.")
    in_force: bool = Field(description="Whether it holds on the day of the claim's review, by what is recorded.")
    vote: Literal["accepts", "rejects"] | None = Field(description="How it counts; nothing where it has no vote.")


@record
class Compared:
    """The article's wording in one language against the level."""

    said: Wording | None = Field(description="The strongest wording.")
    verdict: Verdict = Field(description="How that compares with the level.")


@record
class Wordings:
    """The article's wording in each language."""

    ja: Compared = Field(description="The Japanese article.")
    en: Compared = Field(description="The English article.")


@record
class Addresses:
    """Where the claim is."""

    short: str = Field(description="The short address.")
    page: Text = Field(description="The page, which changes with the evidence.")
    version: Text = Field(description="The page of this version, which keeps what it says.")


@record
class ComputedClaim:
    """What is computed of a claim."""

    judgement: Judgement = Field(description="What the rule says.")
    ceiling: Level = Field(description="The highest level that the evidence allows.")
    contradicted: bool = Field(description="Whether the evidence speaks against it.")
    voices: list[Voice] = Field(description="What authorities say of the treatment's use, newest first.")
    wording: Wordings = Field(description="The article's wording against the level.")
    premises: list[Id] = Field(description="Every claim that it rests on, nearest first.")
    weakest: list[Id] = Field(description="Those of the premises at the lowest level.")
    dependents: list[Id] = Field(description="The claims that name it as a premise.")
    overdue: bool = Field(description="Whether `review_by` had passed on the day of the build.")
    addresses: Addresses = Field(description="Where it is.")


@record
class Licence:
    """The licence of the data."""

    name: str = Field(description="Its name.")
    url: str = Field(description="Its address.")


@record
class Imprint:
    """How the review is named."""

    title: Text = Field(description="Its name.")
    author: Text = Field(description="Its group author.")
    authorship: Text = Field(description="What read the sources and drafted the texts.")
    formerly: list[str] = Field(description="The addresses at which the site was before.")


@record
class Reviewed:
    """The article under review."""

    title: Text = Field(description="Its title.")
    publisher: Text = Field(description="Who published it.")
    url: str = Field(description="Its address.")
    seen: Day = Field(description="The day on which it was last seen.")


@record
class Header:
    """What a file of the data is, and whence."""

    contract: Annotated[int, Field(ge=CONTRACT, le=CONTRACT)] = Field(description="The number of the data contract.")
    review: Imprint = Field(description="The review.")
    licence: Licence = Field(description="The licence.")
    article: Reviewed = Field(description="The article.")
    reviewed: Day = Field(description="The latest day on which a claim of the file was reviewed.")
    review_by: Day = Field(description="The earliest day on which one is due.")
    site: str | None = Field(description="The site's address; nothing in a copy built without one.")
    documentation: Text = Field(description="The page that explains the data.")
    schema: str = Field(description="The schema of the file.")
    record_schema: str = Field(description="The schema of a record.")
