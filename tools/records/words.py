"""What every record is made of: controlled words, forms of ids, and a text in both languages."""

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar, cast, dataclass_transform, get_args

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from tools.text.locale import LANGUAGES as LANGUAGES
from tools.text.locale import Language as Language

T = TypeVar("T")
Level = Literal["established", "supported", "inconclusive", "preclinical", "hypothetical", "documented", "reported", "unverified"]
# The steps of a claim, from the highest; the other three are those of a description, which has no evidence of an effect.
LEVELS: tuple[Level, ...] = get_args(Level)[:5]
LEVELS_OF_FACTS: tuple[Level, ...] = get_args(Level)[5:]
_RANKS: Mapping[Level, int] = {level: n for levels in (LEVELS, LEVELS_OF_FACTS) for n, level in enumerate(levels)}
Certainty = Literal["high", "moderate", "low", "very-low", "none"]
Direction = Literal["supports", "contradicts", "no-difference", "mixed", "context"]
Wording = Literal["asserted", "likely", "possible", "tentative"]
WORDINGS: tuple[Wording, ...] = get_args(Wording)
Kind = Literal["effect", "comparison", "safety", "course", "harm", "mechanism", "description"]
# What a comparison or a mechanism leaves open: better, no worse or fewer (harms); that a measure differs, or that it is why.
Asks = Literal["better", "no-worse", "fewer", "occurs", "causes"]
# Windows of time: the end of treatment, or months after it.
At = Literal["end", "m3", "m6", "m12"]
# The kind of body of evidence that a design makes; what a body can carry is data of the rule's profile.
Body = Literal["randomised", "controlled", "instrument", "cohort", "arm", "association", "reports", "laboratory", "none"]
# Where an authority stands on the use of a treatment, and how a harm is tied to its cause.
Position = Literal["for", "for-some", "research-only", "against", "none"]
Causal = Literal["reported", "probable", "shown"]
# What the level rule takes a design and a species for.
SpeciesClass = Literal["people", "laboratory", "nothing"]
State = Literal["claim", "greeting", "heading", "topic", "link"]

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
CODE_PATTERN = r"^[A-Z]{3}-[0-9]{2,4}$"
NAME_PATTERN = f"{ID_PATTERN}|{CODE_PATTERN}"
KEY_PATTERN = r"^[a-z]+[0-9]{4}[a-z0-9]+$"
PASSAGE_PATTERN = r"^(ja|en)-[0-9]{2,}\.[0-9]+$"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT = re.compile(rf"{_DAY.pattern}[Tt ].*", re.DOTALL)


def _day(written: object) -> object:
    """A day is written in one form only. (A bare number would be taken for seconds since 1970.)"""
    if isinstance(written, datetime.date) or written is None:
        return written
    text = written if isinstance(written, str) else ""
    if _MOMENT.fullmatch(text):
        raise PydanticCustomError("date_from_datetime_inexact", "a day only")
    if not _DAY.fullmatch(text):
        raise PydanticCustomError("date_parsing", "not a day")
    return written


def _digits(written: object) -> object:
    """A whole number in BibTeX, which has texts only: `1_200`, ` 12 ` and `1e3` are none."""
    if isinstance(written, str) and not re.fullmatch("0|[1-9][0-9]*", written, re.ASCII):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return written


Day = Annotated[datetime.date, BeforeValidator(_day)]
Digits = Annotated[int, BeforeValidator(_digits)]
# A number is written as one, and not as text that looks like it.
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
VersionNumber = Annotated[int, Field(strict=True, ge=1)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"<>{}\\^`|]+$")]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
# A claim by its id or by its code, of today or of before.
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
Passage = Annotated[str, StringConstraints(pattern=PASSAGE_PATTERN)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# The article is located, not copied: a quotation is the few words that carry the strength of the wording.
Quotation = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
# A locator starts with a word of the vocabulary; what follows is a number or a name ("table 2").
Locator = Annotated[str, StringConstraints(pattern=r"^[a-z-]+( [0-9A-Za-z.,;:()–-]+)*$", max_length=60)]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
def record(cls: type[T]) -> type[T]:
    """What every record has in common: frozen, and a key that is not in the model is a fault.

    A dataclass with slots, and not pydantic's own base class, takes a seventh of the memory.
    """
    made = dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid", defer_build=True))(cls)
    return cast(type[T], made)


@record
class Text:
    """One thing said in both languages."""

    ja: Sentence
    en: Sentence

    def __getitem__(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en


@record
class Line(Text):
    """One sentence in both languages, short enough for a line of a list."""

    ja: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    en: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=110)]


def rank_of(level: Level) -> int:
    """How far down a level is: 0 for the highest. A documented fact ranks with what is established, a reported one below it."""
    return _RANKS[level]


def is_below(level: Level, other: Level) -> bool:
    """True where `level` is a lower step than `other`."""
    return rank_of(level) > rank_of(other)
