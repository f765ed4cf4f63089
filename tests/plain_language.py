"""How easy a hand-written page is to read, in both languages. Nothing but counting: no list of words, no library.

English: Flesch and Kincaid's grade, 0.39 words a sentence + 11.8 syllables a word - 15.59. A syllable is a group of vowels; a
silent last `e` is none. Japanese: characters a sentence, the share of kanji, and chains of kanji, which are what makes a
text of officials hard. A heading, an item of a list and a cell of a table end what is in them; only whole sentences are counted,
since fragments flatter. Left out are the help lines, which are names and numbers, and what is generated, but for the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.appraisal.assess import Assessed
from tools.appraisal.quoted import quote
from tools.records.words import Language
from tools.text.inserts import QUOTED
from tools.text.pages import printed

KANJI = re.compile("[一-龠々]")
CHAIN = re.compile("[一-龠々]{7,}")
_LIST = re.compile(r"^\s*(?:[-*>]|\d+\.)\s+", re.MULTILINE)
_END = {"ja": re.compile(r"(?<=[。？！])"), "en": re.compile(r"(?<=[.?!])(?<![ap]\.m\.)[\"”)]*\s+")}
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")
_VOWELS = re.compile("[aeiouy]+")


@dataclass(frozen=True)
class Ease:
    """What was counted on a page: whole sentences, and of Japanese all pieces."""

    sentences: tuple[str, ...]
    pieces: tuple[str, ...]
    grade: float = 0.0
    kanji: float = 0.0

    @property
    def length(self) -> float:
        """Characters a sentence."""
        return sum(map(len, self.sentences)) / len(self.sentences)


def text_of(body: str, assessed: Assessed, language: Language) -> str:
    """What a reader reads of a page before its help lines."""
    filled = QUOTED.sub(lambda match: quote(match.group(1), assessed, language).text, body)
    shown = re.split(r"^## .*\{#help\}$", filled, maxsplit=1, flags=re.MULTILINE)[0].replace("</label>", "\n")
    return re.sub(" +", " ", printed(shown).replace("**", ""))


def sentences(text: str, language: Language) -> Iterator[str]:
    """The sentences of a page."""
    for line in text.splitlines():
        for block in _LIST.sub("", line).split("|"):
            for sentence in _END[language].split(block):
                plain = sentence.strip(" ·　")
                if re.search(r"\w", plain):
                    yield plain if language == "en" else re.sub(r"\s", "", plain)


def syllables(word: str) -> int:
    """About how many syllables a word has; a number has one, as it is read at a glance."""
    low = word.lower()
    groups = len(_VOWELS.findall(low))
    silent = (low.endswith("e") and not low.endswith(("le", "ee", "ye"))) or (low.endswith("ed") and low[-3:-2] not in "td")
    return max(1, groups - (silent and groups > 1))


def ease(text: str, language: Language) -> Ease:
    """What a page asks of its reader."""
    pieces = tuple(sentences(text, language))
    whole = tuple(piece for piece in pieces if piece.rstrip(')）」”"')[-1:] in set("。？.?!"))
    if language == "ja":
        letters = "".join(pieces)
        return Ease(whole, pieces, kanji=len(KANJI.findall(letters)) / len(re.findall(r"\w", letters)))
    words = [word for sentence in whole for word in _WORD.findall(sentence)]
    return Ease(whole, pieces, 0.39 * len(words) / len(whole) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59)
