"""Both languages of a text say the same of what numbers alone do not hold: limits, opposites, names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tools.check.aligned import shorter
from tools.check.arms import exchanged_arms
from tools.check.bounds import SIDES, Bound, bound_of, has_bounds, holds_its_number, is_end_of_range
from tools.check.denials import lost_denials
from tools.check.drugs import other_drugs
from tools.check.labelled import changed_places
from tools.check.months import other_months
from tools.check.numerals import numbers_of
from tools.check.opposites import differently_told
from tools.check.registry import Findings, rule
from tools.check.symbols import other_names
from tools.records.words import LANGUAGES, Language, Text
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
    ends: set[tuple[Language, float, str]] = set()
    for side, language in enumerate(LANGUAGES):
        for number in numbers_of(text[language], language):
            if number.firm:
                said[number.value][side].append(bound_of(number, text[language], language))
                written.setdefault(number.value, number.written)
                ends |= {(language, number.value, way) for way in SIDES if is_end_of_range(number, way, text[language])}
    for value, (ours, theirs) in said.items():
        a, b = [bound for bound in ours if bound], [bound for bound in theirs if bound]
        if not (ours and theirs):
            continue
        if turned := _turned(a, b) if len(ours) == len(theirs) else ():
            yield say("languages-differ.limits", number=written[value], japanese=turned[0], english=turned[1])
        elif len(ours) == len(theirs) == len(a) == len(b) == 1 and _strictly_otherwise(a[0], b[0]):
            yield say("languages-differ.limits", number=written[value], japanese=a[0].words, english=b[0].words)
        elif not (a and b):
            own, other = LANGUAGES if a else LANGUAGES[::-1]
            name = "languages-differ.limit-en" if a else "languages-differ.limit-ja"
            lost = [bound for bound in (*a, *b) if bound.plain and not _is_range(bound, own, (other, value, bound.side) in ends)]
            if lost:
                yield say(name, number=written[value], words=lost[0].words)


def _is_range(bound: Bound, language: Language, is_end: bool) -> bool:
    """True where the other language says the same by a range: 「18歳以上」 and “18 to 64”."""
    return is_end and holds_its_number(bound, language) is True


def _strictly_otherwise(ours: Bound, theirs: Bound) -> bool:
    """True where only one of two limits of one side holds the number itself: 「5以下」, “fewer than 5”."""
    mine, yours = holds_its_number(ours, "ja"), holds_its_number(theirs, "en")
    return ours.side == theirs.side and None not in (mine, yours) and mine is not yours


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


@rule("languages-differ", each="bilingual")
def drugs_are_the_same(text: Text) -> Findings:
    """A drug that one language names is the one that the other names; katakana spells it as it sounds.

    Bad: finding: {ja: セルトラリンと比べた。, en: Compared with fluoxetine.}
    Good: finding: {ja: フルオキセチンと比べた。, en: Compared with fluoxetine.}
    """
    japanese, english = other_drugs(text)
    if japanese and english:
        yield (), say("languages-differ.names", japanese=tuple(japanese), english=tuple(english))
    elif japanese or english:
        lost = "languages-differ.name-en" if japanese else "languages-differ.name-ja"
        yield (), say(lost, names=tuple(japanese or english))


@rule("languages-differ", each="bilingual")
def months_are_the_same(text: Text) -> Findings:
    """A month of a year is the same month in both languages.

    Bad: finding: {ja: 2019年1月まで探した。, en: Searched up to November 2019.}
    Good: finding: {ja: 2019年11月まで探した。, en: Searched up to November 2019.}
    """
    if found := other_months(text):
        yield (), say("languages-differ.names", japanese=(found[0],), english=(found[1],))


@rule("languages-differ", each="bilingual")
def denials_are_the_same(text: Text) -> Findings:
    """What one language denies, the other denies as well, as often in each sentence.

    Bad: finding: {ja: 聴力の差はありませんでした。, en: A gap in hearing was found.}
    Good: finding: {ja: 聴力の差はありませんでした。, en: No gap in hearing was found.}
    """
    for language, said in lost_denials(text):
        if said["ja"] and said["en"]:
            yield (), say("languages-differ.denials", japanese=said["ja"], english=said["en"])
        else:
            lost = "languages-differ.denial-en" if language == "ja" else "languages-differ.denial-ja"
            yield (), say(lost, words=said[language])


@rule("languages-differ", each="bilingual")
def groups_have_the_same_shares(text: Text) -> Findings:
    """The share or the number of those compared is not that of those treated in the other language.

    Bad: finding: {ja: お茶で30%、偽薬で20%。, en: 30% with placebo and 20% with tea.}
    Good: finding: {ja: お茶で30%、偽薬で20%。, en: 30% with tea and 20% with placebo.}
    """
    for japanese, english in exchanged_arms(text):
        yield (), say("languages-differ.arms", japanese=japanese, english=english)


@rule("languages-differ", each="bilingual")
def numbers_are_of_the_same_things(text: Text) -> Findings:
    """No two names have each other's number in the other language.

    Bad: finding: {ja: 反応は30%、寛解は20%。, en: Remission was 30% and response 20%.}
    Good: finding: {ja: 反応は30%、寛解は20%。, en: Response was 30% and remission 20%.}
    """
    if found := changed_places(text):
        (number, japanese), (_, english) = found
        yield (), say("languages-differ.places", number=number, japanese=japanese, english=english)


@rule("languages-differ", each="bilingual")
def no_sentence_is_lost(text: Text) -> Findings:
    """A text of several sentences does not lack one in one language.

    Bad: finding: {ja: 反応が増えた。害は少なかった。著者らは試験を求めている。, en: Response rose. Harms were few.}
    Good: finding: {ja: 反応が増えた。害は少なかった。, en: Response rose. Harms were few.}
    """
    if language := shorter(text):
        yield (language,), say("languages-differ.sentence-lost")
