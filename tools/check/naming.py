"""How texts name the outcomes of the vocabulary: by its labels, as findings usually do, and by any word of its own. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tools.check.measures import OUTCOMES, SCALES_NAMED
from tools.records.vocabulary import Measured
from tools.records.words import LANGUAGES, Language, Text

_BRACKET = re.compile(r"\s*[(（][^)）]*[)）]")
_WORD: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("[一-龠々]{2,}|[ァ-ヶー]{2,}|[A-Za-z][A-Za-z0-9-]+"),
    "en": re.compile(r"(?<![A-Za-z])(?!(?:because|other|such|that|this|where|which|with)\b)[A-Za-z][A-Za-z0-9-]{3,}"),
}
# What is between the particles of a label, whatever it is written in: 「けいれん発作」, 「大きさ」.
_PIECE = re.compile("[^のをにでと・やがは、。（）(), A-Za-z]{2,}")
# The same beginning in both languages is a name of its own: `CRP（血液）`, `CRP in the blood`.
_SYMBOL = re.compile("[A-Z0-9][A-Za-z0-9-]+")
_SCORES = rf"{SCALES_NAMED}|点数|尺度|\b(?:score|scale)s?\b"
# So many letters of an English word are the same in all its forms; a word that so many outcomes share tells none apart.
_STEM = 5
_COMMON = 3
# Who has responded is whom a number is of as often as what it counts.
_PEOPLE = re.compile(r"\b(?:non-?)?responders?\b|反応し(?:た|なかった)(?=[0-9人者患])", re.IGNORECASE)

_Told = tuple[str, Text, tuple[Text, ...]]


@dataclass(frozen=True)
class Names:
    """How each outcome is named.

    Attributes:
        plain: outcome to its name beyond doubt, in each language.
        labels: outcome to the words of its label, in each language.
        words: outcome to all words that may speak of it.
        broader: outcome to those of which it is a kind by its label: of `sustained response`, `response`.
        scores: the outcomes that scales may measure.
        counted: the outcomes that are counted in people.
    """

    plain: Mapping[Language, Mapping[str, re.Pattern[str]]]
    labels: Mapping[Language, Mapping[str, frozenset[str]]]
    words: Mapping[Language, Mapping[str, frozenset[str]]]
    broader: Mapping[str, frozenset[str]]
    scores: frozenset[str]
    counted: frozenset[str]

    def in_text(self, text: str, language: Language) -> frozenset[str]:
        """The outcomes that a text names beyond doubt; whoever has responded is no response."""
        return self._named(_PEOPLE.sub(lambda found: " " * len(found.group()), text), language)

    def _named(self, text: str, language: Language) -> frozenset[str]:
        """The outcomes that are named; a name that is part of a longer one is not."""
        found = [(match.span(), name) for name, pattern in self.plain[language].items() for match in pattern.finditer(text)]
        return frozenset(name for span, name in found if not any(_holds(longer, span) for longer, _ in found))

    def may_speak_of(self, outcome: str, text: str, language: Language, named: Iterable[str]) -> bool:
        """True where a text that names these may speak of the outcome, by a word that is not of their labels."""
        if outcome in named or not self.broader.get(outcome, frozenset()).isdisjoint(named):
            return True
        if outcome in OUTCOMES:
            return outcome in self._named(text, language)
        return outcome not in self.words[language] or bool(self.spoken(outcome, language, named).search(text))

    def spoken(self, outcome: str, language: Language, named: Iterable[str] = ()) -> re.Pattern[str]:
        """Whatever may speak of an outcome of the vocabulary where others are named; of some, what findings usually say."""
        if outcome in OUTCOMES:
            return OUTCOMES[outcome]
        words = self.words[language][outcome].difference(*(self.labels[language].get(other, ()) for other in named))
        return _any_of(words, outcome in self.scores, language)

    def says_score(self, text: str) -> bool:
        """True where a text speaks of a score or names a scale."""
        return re.search(_SCORES, text, re.IGNORECASE) is not None

    def places(self, text: str, language: Language, start: int) -> list[int]:
        """Where a part of a text, which begins at `start`, names any outcome."""
        return [start + found.start() for pattern in self.plain[language].values() for found in pattern.finditer(text)]


def _holds(longer: tuple[int, int], span: tuple[int, int]) -> bool:
    return longer != span and longer[0] <= span[0] and span[1] <= longer[1]


def names_of(words: Mapping[str, Measured]) -> Names:
    """How the outcomes of a vocabulary are named."""
    scores = frozenset(name for name, word in words.items() if word.unit == "score" and word.side == "benefit")
    counted = frozenset(name for name, word in words.items() if word.unit == "people")
    return _names(tuple((name, word.label, _also(word)) for name, word in words.items()), scores, counted)


def _also(word: Measured) -> tuple[Text, ...]:
    return tuple(text for text in (word.phrase, word.definition) if text)


@lru_cache(maxsize=8)
def _names(words: tuple[_Told, ...], scores: frozenset[str], counted: frozenset[str]) -> Names:
    plain = {language: {name: _plain(name, label, language) for name, label, _ in words} for language in LANGUAGES}
    labels = {
        language: {name: _words_of(label, language) | _pieces(label, language) for name, label, _ in words}
        for language in LANGUAGES
    }
    broader = {name: _broader(name, label, plain) for name, label, _ in words if name not in OUTCOMES}
    more = {language: _words(words, labels[language], language) for language in LANGUAGES}
    return Names(plain, labels, more, broader, scores, counted)


def _plain(name: str, label: Text, language: Language) -> re.Pattern[str]:
    """By its label, but for what is in brackets, by the symbol with which both labels begin, and as findings usually do."""
    forms = [re.escape(_BRACKET.sub("", label[language])).replace(r"\-", "[- ]?")]
    symbols = [_SYMBOL.match(label[each]) for each in LANGUAGES]
    if symbols[0] and symbols[1] and symbols[0].group() == symbols[1].group():
        forms.append(rf"(?<![A-Za-z0-9-]){re.escape(symbols[0].group())}(?![A-Za-z0-9])")
    if name in OUTCOMES:
        forms.append(OUTCOMES[name].pattern)
    return re.compile("|".join(rf"\b(?:{form})" if language == "en" else form for form in forms), re.IGNORECASE)


def _broader(name: str, label: Text, plain: Mapping[Language, Mapping[str, re.Pattern[str]]]) -> frozenset[str]:
    others = {other for other in plain["ja"] if other != name}
    return frozenset(other for other in others if all(plain[each][other].search(label[each]) for each in LANGUAGES))


def _words(words: tuple[_Told, ...], labels: Mapping[str, frozenset[str]], language: Language) -> Mapping[str, frozenset[str]]:
    """The words of its label, and those of its phrase and its definition that few others share."""
    more = {name: labels[name].union(*(_words_of(text, language) for text in also)) for name, _, also in words}
    shared = Counter(word for said in more.values() for word in said)
    return {name: labels[name] | {word for word in said if shared[word] < _COMMON} for name, said in more.items()}


def _words_of(text: Text, language: Language) -> frozenset[str]:
    found = _WORD[language].findall(text[language])
    return frozenset(word.lower()[:_STEM] if language == "en" else word.lower() for word in found)


def _pieces(label: Text, language: Language) -> frozenset[str]:
    return frozenset(_PIECE.findall(label.ja)) if language == "ja" else frozenset()


@lru_cache(maxsize=2**10)
def _any_of(words: frozenset[str], is_score: bool, language: Language) -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(words))) or "(?!)"
    scales = f"|{_SCORES}" if is_score else ""
    return re.compile(rf"\b(?:{said}){scales}" if language == "en" else f"{said}{scales}", re.IGNORECASE)
