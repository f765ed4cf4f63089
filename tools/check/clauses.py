"""The clauses of a sentence, and what each is about: a number is of what its own clause names. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tools.check.measures import MEASURES
from tools.records.words import Language

# Where a clause ends, outside brackets: at the end of its sentence, and between what is listed.
_MARKS: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        r"(?P<open>[(（「])|(?P<close>[)）」])|(?P<end>[。；;\n])|(?P<soft>、|(?<=[)）])(?:も|と|や|および|または))"
    ),
    "en": re.compile(
        r"(?P<open>[(\[])|(?P<close>[)\]])|(?P<end>[.;](?=\s|$)|\n)|(?P<soft>,(?=\s)| (?:and|or|but|while|whereas) )"
    ),
}
# What stands before the first number of a clause that goes on with the subject of the one before: 「偽薬では1.5%」, “19% with”.
_GOES_ON: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        rf"(?:{MEASURES}|平均(?:の)?差|偽刺激|偽の\w|見せかけ|プラセボ|偽薬|対照|信頼区間|群|では|で|は|が|の|も|に|約|計|対"
        r"|[Pp] ?[=<]|[\s(（〜−–:：,、=])*"
    ),
    "en": re.compile(
        rf"(?:{MEASURES}|(?:was|were|is|are|had|came to|of|in|at|an?|the|with|by|to|about|only|against|v|versus|P|p|CI|but)\b"
        r"|[\s(=<:−–-])*"
    ),
}
_VERB = re.compile(r"[\s,]*(?:was|were|is|are|had|came to)\b")
# Numbers that are told apart by their order alone: any of them may be of any name.
_IN_ORDER = re.compile(r"\brespectively|\bin turn\b|\bin (?:that|this) order|それぞれ|順に|この順", re.IGNORECASE)


class Clause(NamedTuple):
    """A clause, and its place in the text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=2**11)
def clauses_of(text: str, language: Language) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of each sentence; what is in brackets is part of the clause before them."""
    found: list[list[Clause]] = [[]]
    depth = start = 0
    for mark in _MARKS[language].finditer(text):
        depth = max(0, depth + (mark.lastgroup == "open") - (mark.lastgroup == "close"))
        if depth or mark.lastgroup in ("open", "close"):
            continue
        found[-1].append(Clause(text[start : mark.start()], start, mark.start()))
        start = mark.end()
        if mark.lastgroup == "end":
            found.append([])
    found[-1].append(Clause(text[start:], start, len(text)))
    return tuple(tuple(sentence) for sentence in found if sentence)


def names_at(text: str, language: Language, place: int, named: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """What is named in the clause of a place, or in those whose subject it goes on with; empty where that is not said."""
    for sentence in clauses_of(text, language):
        if not sentence[0].start <= place <= sentence[-1].end:
            continue
        if _IN_ORDER.search(text, sentence[0].start, sentence[-1].end):
            return frozenset()
        at = next((index for index, clause in enumerate(sentence) if place <= clause.end), len(sentence) - 1)
        return next((names for names in _subjects(sentence, at, language, named) if names), frozenset())
    return frozenset()


def _subjects(
    sentence: tuple[Clause, ...], at: int, language: Language, named: Callable[[str], frozenset[str]]
) -> Iterator[frozenset[str]]:
    """What the clause names, then what the clauses before it do, as long as each goes on with the one before."""
    yield named(sentence[at].text)
    while at and _goes_on(sentence[at], language):
        if language == "en" and _VERB.match(sentence[at].text):  # whatever is between it and its subject
            yield frozenset().union(*(named(clause.text) for clause in sentence[:at]))
            return
        at -= 1
        yield named(sentence[at].text)


def _goes_on(clause: Clause, language: Language) -> bool:
    first = re.search("[0-9]", clause.text)
    return first is not None and _GOES_ON[language].fullmatch(clause.text, 0, first.start()) is not None
