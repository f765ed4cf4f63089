"""A denial that only one language of a sentence makes: 「差はなかった」 beside “A difference was found”. Pure.

Denials are counted, sentence for sentence. A language that denies more often says something else, unless the other has as many
words that can say the same without a denial: “failed” for 「効かなかった」.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tools.appraisal.strength import sentences
from tools.check.aligned import paragraph_pairs
from tools.check.denial_words import AGAIN, ALSO, DENIAL, MARK, NEARLY, NO_DENIAL
from tools.records.words import LANGUAGES, Language, Text
from tools.text.marks import CITATION, cited_keys

_OTHER: Mapping[Language, Language] = {"ja": "en", "en": "ja"}


def lost_denials(text: Text) -> Iterator[tuple[Language, Mapping[Language, tuple[str, ...]]]]:
    """Of each sentence that denies more than its translation: its language, and the denials of both."""
    if not any(DENIAL[language].search(text[language]) for language in LANGUAGES):
        return
    for japanese, english in _pairs(text):
        if language := _denies_more(japanese, english):
            yield language, {"ja": _named(japanese, "ja"), "en": _named(english, "en")}


def _named(sentence: str, language: Language) -> tuple[str, ...]:
    """The denials of a sentence, each with the words beside it."""
    plain = _plain(sentence, language)
    return tuple(_beside(plain, *found.span(), language) for found in DENIAL[language].finditer(plain))


def _beside(text: str, start: int, end: int, language: Language) -> str:
    """A part of a text with some eight characters before and after it, in English with the rest of their words."""
    start, end = max(0, start - 8), end + 8
    if language == "en":
        start, end = text.rfind(" ", 0, start) + 1, end + len(text[end:].partition(" ")[0])
    return text[start:end].strip()


def _pairs(text: Text) -> Iterator[tuple[str, str]]:
    """Each sentence with its translation, or what is between two sentences with one citation; never a part of a sentence.

    In Japanese a sentence denies at its end, in English at its beginning.
    """
    for one, other in paragraph_pairs(text):
        mine, yours = sentences(one, "ja"), sentences(other, "en")
        yield from zip(mine, yours, strict=True) if len(mine) == len(yours) else _between_citations(one, other)


def _between_citations(ours: str, theirs: str) -> Iterator[tuple[str, str]]:
    """A paragraph, parted where both languages end a sentence with the same citation."""
    at = (0, 0)
    if cited_keys(ours) == cited_keys(theirs):
        for one, other in zip(CITATION.finditer(ours), CITATION.finditer(theirs), strict=False):
            if ours[one.end() :].startswith("。") and theirs[other.end() :].startswith((".", ";")):
                yield ours[at[0] : one.end()], theirs[at[1] : other.end()]
                at = one.end() + 1, other.end() + 1
    yield ours[at[0] :], theirs[at[1] :]


def _denies_more(japanese: str, english: str) -> Language | None:
    said: Mapping[Language, str] = {"ja": japanese, "en": english}
    counts = {language: _denials(said[language], language) for language in LANGUAGES}
    for language in LANGUAGES:
        surplus = counts[language][0] - counts[_OTHER[language]][1]
        if surplus > 0 and surplus > _otherwise_said(japanese, english)[_OTHER[language]]:
            return language
    return None


@lru_cache(maxsize=2**14)
def _denials(sentence: str, language: Language) -> tuple[int, int]:
    """How often a sentence denies, at the fewest and at the most."""
    plain = _plain(sentence, language)
    most = len(DENIAL[language].findall(plain))
    return most and max(0, most - len(AGAIN[language].findall(plain))), most


def _plain(sentence: str, language: Language) -> str:
    """A sentence without what is no denial, and with a sign for each that is nearly one."""
    return NEARLY[language].sub(MARK[language], NO_DENIAL[language].sub("", sentence))


def _otherwise_said(japanese: str, english: str) -> Mapping[Language, int]:
    """How many words each language has that can stand for a denial of the other, beyond those that both have."""
    ours, theirs = _plain(japanese, "ja"), _plain(english, "en")
    more: dict[Language, int] = {"ja": 0, "en": 0}
    for also in ALSO:
        difference = len(also.ja.findall(ours)) - len(also.en.findall(theirs))
        if difference > 0:
            more["ja"] += min(difference, len(also.instead.findall(ours)))
        else:
            more["en"] -= difference
    return more
