"""Words that exclude each other: which animals, blinded or open, taken in or left out, of which country. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
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
        any_form, forms = by_letter[start.group()]
        if any_form.match(sentence, start.start()):
            for kind, name, form in forms:
                if found := form.match(sentence, start.start()):
                    yield kind, name, found.group()


class _Letter(NamedTuple):
    """The forms that begin with a letter: few are tried at a place, and all at once first."""

    any_form: re.Pattern[str]
    forms: list[tuple[str, str, re.Pattern[str]]]


@cache
def _forms(language: Language) -> tuple[re.Pattern[str], Mapping[str, _Letter]]:
    """Where a form may begin, and the forms under their letters."""
    before, end = (r"(?<!\w)", r"(?!\w)") if language == "en" else ("", "")
    by_letter: dict[str, dict[tuple[str, str], list[str]]] = {}
    for kind, words in kinds().items():
        for name, word in words.items():
            for form in getattr(word, language).split(" | "):
                by_letter.setdefault(_BEFORE.sub("", form)[0], {}).setdefault((kind, name), []).append(form)

    def one_of(forms: Iterable[str]) -> re.Pattern[str]:
        return re.compile(f"(?:{'|'.join(forms)}){end}")

    letters = {
        letter: _Letter(one_of(chain(*of_words.values())), [(*word, one_of(forms)) for word, forms in of_words.items()])
        for letter, of_words in by_letter.items()
    }
    return re.compile(f"{before}[{''.join(letters)}]"), letters
