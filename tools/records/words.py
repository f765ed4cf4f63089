"""What every record is made of: controlled words, forms of ids, and a text in both languages."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar, cast, dataclass_transform, get_args

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass

from tools.text.locale import LANGUAGES as LANGUAGES
from tools.text.locale import Language as Language

T = TypeVar("T")
Level = Literal["established", "supported", "inconclusive", "preclinical", "hypothetical"]
LEVELS: tuple[Level, ...] = get_args(Level)
Certainty = Literal["high", "moderate", "low", "very-low", "none"]
Direction = Literal["supports", "contradicts", "mixed", "context"]
Wording = Literal["asserted", "likely", "possible", "tentative"]
WORDINGS: tuple[Wording, ...] = get_args(Wording)
Kind = Literal["effect", "harm", "comparison", "mechanism", "description"]
# What the level rule takes a design and a species for.
DesignClass = Literal["synthesis", "trial", "people", "cases", "laboratory", "authority", "own-page", "nothing"]
SpeciesClass = Literal["people", "laboratory", "nothing"]
State = Literal["claim", "greeting", "heading", "topic", "link"]

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
KEY_PATTERN = r"^[a-z]+[0-9]{4}[a-z0-9]+$"
PASSAGE_PATTERN = r"^(ja|en)-[0-9]{2,}\.[0-9]+$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
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
    made = dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))(cls)
    return cast(type[T], made)


@record
class Text:
    """One thing said in both languages."""

    ja: Sentence
    en: Sentence

    def __getitem__(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en
