"""Both languages of a text say the same of what numbers alone do not hold: limits, opposites, names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tools.check.bounds import Bound, bound_of, has_bounds
from tools.check.numerals import numbers_of
from tools.check.opposites import differently_told
from tools.check.registry import Findings, rule
from tools.check.symbols import other_names
from tools.records.words import LANGUAGES, Text
from tools.text.messages import Message, say


@rule("languages-differ", each="bilingual")
def limits_are_the_same(text: Text) -> Findings:
    """What is at least so much in one language is not at most as much, or exactly as much, in the other.

    Bad: finding: {ja: 12か月以上追った。, en: Followed for up to 12 months.}
    Good: finding: {ja: 12か月以上追った。, en: Followed for at least 12 months.}
    """
    if any(has_bounds(text[language], language) for language in LANGUAGES):
        yield from (((), message) for message in _other_limits(text))


def _other_limits(text: Text) -> Iterator[Message]:
    said: dict[float, tuple[list[Bound | None], list[Bound | None]]] = defaultdict(lambda: ([], []))
    written: dict[float, str] = {}
    for side, language in enumerate(LANGUAGES):
        for number in numbers_of(text[language], language):
            if number.firm:
                said[number.value][side].append(bound_of(number, text[language], language))
                written.setdefault(number.value, number.written)
    for value, (ours, theirs) in said.items():
        a, b = [bound for bound in ours if bound], [bound for bound in theirs if bound]
        if not (ours and theirs):
            continue
        if turned := _turned(a, b) if len(ours) == len(theirs) else ():
            yield say("languages-differ.limits", number=written[value], japanese=turned[0], english=turned[1])
        elif not (a and b) and (plain := next((bound.words for bound in (*a, *b) if bound.plain), None)):
            lost = "languages-differ.limit-en" if a else "languages-differ.limit-ja"
            yield say(lost, number=written[value], words=plain)


def _turned(ours: list[Bound], theirs: list[Bound]) -> tuple[str, str] | tuple[()]:
    """The words of two limits of which one was turned round: one language has more of one side, the other of the other."""
    for side, other in (("above", "below"), ("below", "above")):
        mine, yours = ([bound.words for bound in said if bound.side == kind] for said, kind in ((ours, side), (theirs, other)))
        same, too = ([bound for bound in said if bound.side == kind] for said, kind in ((theirs, side), (ours, other)))
        if len(mine) > len(same) and len(yours) > len(too):
            return mine[0], yours[0]
    return ()


@rule("languages-differ", each="bilingual")
def opposites_are_the_same(text: Text) -> Findings:
    """What rose in one language did not fall in the other, and what was before did not come after.

    Bad: finding: {ja: 治療後に細胞が減った。, en: Cells increased after treatment.}
    Good: finding: {ja: 治療後に細胞が増えた。, en: Cells increased after treatment.}
    """
    if found := differently_told(text):
        yield (), say("languages-differ.opposites", japanese=found[0], english=found[1])


@rule("languages-differ", each="bilingual")
def names_are_the_same(text: Text) -> Findings:
    """Markers, scales and phases that both languages write alike are the same.

    Bad: finding: {ja: IL-6が増えた。, en: IL-10 increased.}
    Good: finding: {ja: IL-6が増えた。, en: IL-6 increased.}
    """
    if found := other_names(text):
        yield (), say("languages-differ.names", japanese=tuple(found[0]), english=tuple(found[1]))
