"""What claims are judged by: references, documented searches and the article."""

import datetime
from textwrap import shorten
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from tools.records.authors import Author
from tools.records.identifiers import doi_address
from tools.records.langid import language_code
from tools.records.pages import one_form
from tools.records.runs import Database, Run
from tools.records.words import Address, Day, Digits, Id, Key, Level, Passage, Sentence, State, Text, record


@record
class Search:
    """A documented search: where "nothing found" comes from.

    `found` counts the studies that answer the question itself; `kept` are the nearest things. `pubmed`, `europepmc` and `ctgov`
    are the queries by which `verify --searches` asks PubMed, Europe PMC and ClinicalTrials.gov what has come in since `date`, and
    `runs` how many hits each of them had when it was asked last; `found` rests on none of them, unless `sources` names it.
    `databases` says that somebody searched the databases themselves, and not a partial index of them, and read what came up.
    """

    question: Text
    date: Day
    sources: Text
    words: Annotated[list[Sentence], Field(min_length=1)]
    pubmed: Sentence | None = None
    europepmc: Sentence | None = None
    ctgov: Sentence | None = None
    runs: dict[Database, Run] = Field({})
    found: Annotated[int, Field(strict=True, ge=0)]
    result: Text
    kept: list[Key] = Field([])
    databases: Annotated[bool, Field(strict=True)] = False
    limits: Text

    @property
    def queries(self) -> dict[Database, str]:
        """The queries that can be run, by database."""
        named: dict[Database, str | None] = {"pubmed": self.pubmed, "europepmc": self.europepmc, "ctgov": self.ctgov}
        return {database: query for database, query in named.items() if query}


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
    """How this review is named in citations, and how it came about.

    The author is a group: a name without a comma (reference managers split at it). `authorship` says in one plain sentence who
    or what read the sources and drafted the texts; it stands on the pages beside who has signed. `formerly` are the addresses at
    which the site was before, without what follows them: whoever holds an old citation finds the page by the rest of it.
    """

    title: Text
    author: Text
    authorship: Text
    formerly: list[Address] = Field([])


@record
class Article:
    """The reviewed article: where it is, what is in it, and what the review says about it in one sentence."""

    review: Imprint
    title: Text
    publisher: Text
    url: Address
    seen: Day
    plain_statement: PlainStatement
    sections: dict[Id, Text]
    sentences: dict[Passage, ArticleSentence]
    differences: list[Difference] = Field([])


def _with_a_real_day(looked: str) -> str:
    try:
        datetime.date.fromisoformat(looked[:10])
    except ValueError as error:
        raise PydanticCustomError("date_parsing", "not a date") from error
    return looked


def _with_real_days(interval: str) -> str:
    for day in filter(None, interval.split("/")):
        _with_a_real_day(day)
    return interval


# A day, then one address or more that were opened.
Looked = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( https?://\S+)+$"), AfterValidator(_with_a_real_day)
]


@record
class Notice:
    """A retraction, correction or expression of concern, with its date."""

    kind: Literal["retraction", "expression-of-concern", "correction"] = Field(description="What kind of notice it is.")
    date: Day = Field(description="Its day.")


Issuer = Literal["regulator", "public-body", "society", "providers"]
# ISO 8601: `2024-06-01/2026-05-31`; either day may be left out.
Interval = Annotated[
    str,
    StringConstraints(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?/([0-9]{4}-[0-9]{2}-[0-9]{2})?$"),
    AfterValidator(_with_real_days),
]


@record
class PublishedAppraisal:
    """What somebody published about the quality of a synthesis: `AMSTAR-2: critically low: surname2023word`."""

    tool: Sentence
    word: Sentence
    by: Key


@record
class Reference:
    """One source. `checked` says when and where its identifiers were confirmed, `noticechecked` when and where a retraction,
    a correction or an expression of concern was looked for.

    An author or a year that nobody could confirm is left out, and the page names the source by its title. `registration` is the
    number of the trial that it reports; reports with one number count as one study. `distinct` names sources that look like this
    one, by their address or by title and year, and are others. `et_al` says that the list of authors ends in `and others`;
    `authoren` is the English name of a body whose name is in another script, or a translation of it. `pages` is in one form,
    and `langid` the code of the language (BCP 47).

    `pools` are the trials that a synthesis pools, where its list was seen, and `updates` what it replaces. A document of an
    authority says whose it is (`authority`, `issuer`, `country`), what has taken its place (`supersededby`), when it holds
    (`valid`) and on which day it was seen in force. `sponsor` is whose money a study is of, and `appraisal` what was published
    about its quality.
    """

    type: str
    title: Sentence
    author: list[Author] = Field([])
    et_al: bool = False
    authoren: Sentence | None = None
    year: Annotated[Digits, Field(ge=1800, le=2100)] | None = None
    titleen: Sentence | None = None
    journal: Sentence | None = None
    publisher: Sentence | None = None
    volume: Sentence | None = None
    number: Sentence | None = None
    pages: Annotated[Sentence, AfterValidator(one_form)] | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$")] | None = None
    pmid: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,7}$")] | None = None
    url: Address | None = None
    langid: Annotated[Sentence, AfterValidator(language_code)] | None = None
    note: Sentence | None = None
    design: str
    species: str
    participants: Annotated[Digits, Field(ge=1)] | None = None
    population: Sentence | None = None
    funding: Sentence | None = None
    registration: Annotated[str, StringConstraints(pattern=r"^[A-Za-z/-]*[0-9][0-9A-Za-z/-]*$")] | None = None
    distinct: list[Key] = Field([])
    pools: list[Key] = Field([])
    updates: list[Key] = Field([])
    supersededby: Key | None = None
    authority: Sentence | None = None
    issuer: list[Issuer] = Field([])
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    valid: Interval | None = None
    inforce: Day | None = None
    centres: Annotated[Digits, Field(ge=1)] | None = None
    sponsor: Literal["maker", "seller", "independent"] | None = None
    interests: Sentence | None = None
    appraisal: list[PublishedAppraisal] = Field([])
    notice: Notice | None = None
    checked: Looked
    noticechecked: Looked | None = None

    @property
    def checked_on(self) -> datetime.date:
        """The day on which the identifiers were confirmed."""
        return datetime.date.fromisoformat(self.checked[:10])

    @property
    def copy(self) -> str | None:
        """Where a source was read that has no address of its own; a copy does not stand as its address."""
        return None if self.link else next(iter(self.checked.split()[1:]), None)

    @property
    def notices_checked_on(self) -> datetime.date | None:
        """The day on which notices were looked for; None where nobody has."""
        return datetime.date.fromisoformat(self.noticechecked[:10]) if self.noticechecked else None

    @property
    def called(self) -> tuple[str, ...]:
        """The one or two names by which a text cites it; of more, the first and "" for the others; of none, its title."""
        names = [author.family.partition(",")[0] if author.group else author.family for author in self.author]
        if not names:
            return (f"“{shorten(self.title, 40, placeholder='…')}”",)
        return (names[0], "") if len(names) > 2 or self.et_al else tuple(names)

    def in_force(self, day: datetime.date) -> bool:
        """True where a document holds on a day, by what is recorded of it."""
        begin, _, end = (self.valid or "/").partition("/")
        written = self.year is None or self.year <= day.year
        return written and self.supersededby is None and not self.withdrawn and begin <= day.isoformat() <= (end or "9999")

    @property
    def withdrawn(self) -> bool:
        """True where a retraction or an expression of concern takes the study out of the count."""
        return self.notice is not None and self.notice.kind != "correction"

    @property
    def link(self) -> str | None:
        """Where a reader reaches the source: the DOI, then PubMed, then the official page."""
        if self.doi:
            return doi_address(self.doi)
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url
