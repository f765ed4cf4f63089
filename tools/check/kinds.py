"""Words that exclude each other: which animals, blinded or open, taken in or left out, of which country. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from tools.records.words import Language


class Word(NamedTuple):
    """One side of a pair: what says it for certain in each language, and what may say it as well."""

    ja: str
    en: str
    also: str = ""


# With what a form of a word may begin before its first letter: what may not stand before it.
_BEFORE = re.compile(r"^(?:\(\?<[!=][^)]*\))*")


@cache
def kinds() -> Mapping[str, Mapping[str, Word]]:
    """Kind → word → its forms in both languages, parted by ` | `."""
    text = files("tools").joinpath("check/kinds.yml").read_text(encoding="utf-8")
    given = yaml.load(text, Loader=yaml.CSafeLoader)
    return {kind: {name: Word(**forms) for name, forms in words.items()} for kind, words in given.items()}


def kinds_in(sentence: str, language: Language) -> Iterator[tuple[str, str, str]]:
    """The words of each kind that a sentence in small letters has, in order: kind, name, as written."""
    begins, by_letter = _forms(language)
    for start in begins.finditer(sentence):
        for kind, name, form in by_letter[start.group()]:
            if found := form.match(sentence, start.start()):
                yield kind, name, found.group()


@cache
def _forms(language: Language) -> tuple[re.Pattern[str], Mapping[str, list[tuple[str, str, re.Pattern[str]]]]]:
    """Where a form may begin, and under each letter the forms that begin with it: few are tried at a place."""
    end = r"(?!\w)" if language == "en" else ""
    by_letter: dict[str, list[tuple[str, str, re.Pattern[str]]]] = {}
    for kind, words in kinds().items():
        for name, word in words.items():
            letters: dict[str, list[str]] = {}
            for form in getattr(word, language).split(" | "):
                letters.setdefault(_BEFORE.sub("", form)[0], []).append(form)
            for letter, forms in letters.items():
                by_letter.setdefault(letter, []).append((kind, name, re.compile(f"(?:{'|'.join(forms)}){end}")))
    before = r"(?<!\w)" if language == "en" else ""
    return re.compile(f"{before}[{''.join(by_letter)}]"), by_letter
