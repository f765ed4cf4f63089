"""Texts arrive whole, and once: no sentence breaks off, and nothing was pasted twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from tools.appraisal.strength import sentences
from tools.check.registry import Findings, rule
from tools.check.targets import Written
from tools.records.handwritten import Page
from tools.records.outcome import DOMAINS
from tools.records.words import LANGUAGES, Language, Text
from tools.text.marks import CITATION
from tools.text.messages import say
from tools.text.pages import printed

# The texts that are whole sentences, and end as one. What a short answer ends in has a rule of its own.
_OF_A_CLAIM = (
    "statement",
    "answer",
    "appraisal",
    "unknown",
    "would_change",
    "context",
    "finding",
    "chosen",
    "not-lowered",
    *DOMAINS,
)
_SENTENCES = {
    *(f"claim.{field}" for field in _OF_A_CLAIM),
    *("search.result", "search.limits", "search.question"),
    *("article.note", "article.text", "article.authorship", "vocabulary.definition"),
}
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|[0-9]+[.)]) )")
# The same on a page, with what parts them; a heading, a row or a remark of HTML is none.
_BLOCK = re.compile(r"(\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|[0-9]+[.)]|\|) ))")
_NO_PROSE = re.compile("[#|<!:>]")
_ENDED: dict[Language, re.Pattern[str]] = {
    "ja": re.compile(r"[。！？!?…：:][」』”）)]*[*_]*$"),
    "en": re.compile(r"[.!?…:][”’\"')\]]*[*_]*$"),
}
# No text ends in one of these, however short it is.
_BROKEN: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:[、,・をがはへ]|(?<![そこも])の|および|または|かつ|ただし|しかし)$"),
    "en": re.compile(
        r"(?:[,;–—]|(?<!-)\b(?:and|or|but|the|an?|of|to|with|from|that|which|than|because|was|were|is|are))$", re.IGNORECASE
    ),
}
_LEAST: dict[Language, int] = {"ja": 12, "en": 30}
# Two marks at once, and a sentence that stops before its verb or its noun; in Japanese a head in bold may end so.
_MARKS: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("[。、\\s][。、]|(?:(?<![こそもあ])の|[をはが]|および|または|かつ)。(?!\\*\\*)"),
    "en": re.compile(
        r",[,.;]|[;:]\.|\s[.,;!?](?!\S)|(?<!\.)\.\.(?!\.)|\b(?:the|an?|and|or|than|its|their|very|which)[.;!?](?!\w)"
    ),
}
# One of these is in all of these, and found sooner: what a mark follows is seen at the mark.
_WORDS = "|".join(rf"(?<=\b{word}.)" for word in ("the", "a", "an", "and", "or", "than", "its", "their", "very", "which"))
_MAY_BE_MARKS: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("[。、]"),
    "en": re.compile(rf"[.,;:!?](?:(?<=,)[,.;]|(?<=[;:.])\.|(?<=\s.)|{_WORDS})"),
}
_PARTNER = dict(zip(")]）］」』】〕〉》”}", "([（［「『【〔〈《“{", strict=True))
_BRACKET = re.compile(f"[{re.escape(''.join([*_PARTNER, *_PARTNER.values()]))}]")
# `a)` and `2)` number what follows.
_NUMBER = re.compile(r"(?:^|[\s。、;])[0-9a-zA-Z]{1,2}$")
# The same words at once again: only of these may one be repeated alone.
_AGAIN = re.compile(r"([^\s。、0-9〇一二三四五六七八九十]{5,40}?)\1")
_LITTLE = re.compile("the|an?|of|to|in|and|was|were|with|is|are|for|by|on|at|from|or|it|no|not|than|but|be|been|its|their")
_FAR = 12
# The last signs of a text: how it ends.
_TAIL = 16


@rule("text-breaks-off", each="texts")
def sentences_are_whole(texts: Sequence[Written]) -> Findings:
    """What is written in sentences ends in one, and no text ends in a comma or in the middle of a phrase.

    Bad: finding: {ja: マウスが静かに, en: Mice became calm and}
    Good: finding: {ja: マウスが静かになった。, en: Mice became calm.}
    """
    for written in texts:
        language = written.at[-1] if written.at else None
        if language not in LANGUAGES:
            continue
        text = CITATION.sub("", written.text) if "[@" in written.text else written.text
        parts = _PARAGRAPH.split(text) if "\n" in text else [text]
        for part in map(str.strip, parts):
            end = part[-_TAIL:]
            broken = _BROKEN[language].search(end)
            if broken or (part and written.field in _SENTENCES and not _ENDED[language].search(end)):
                yield written.at, say("text-breaks-off", end=part[-20:])
                break


@rule("text-breaks-off", each="bilingual")
def nothing_is_cut_inside(text: Text) -> Findings:
    """Each bracket and quotation mark has its partner, no mark follows another, and no sentence ends in “the”.

    Bad: finding: {ja: マウス(12匹が静かになった。, en: Mice (12 became calm.}
    Good: finding: {ja: マウス(12匹)が静かになった。, en: Mice (12) became calm.}
    """
    for language in LANGUAGES:
        if near := next(_without_partner(text[language]), None):
            yield (language,), say("text-breaks-off.bracket", near=near)
        elif _MAY_BE_MARKS[language].search(text[language]) and (found := _MARKS[language].search(text[language])):
            yield (language,), say("text-breaks-off.marks", near=text[language][max(0, found.start() - 15) : found.end()])


# Left by a copy from a PDF: a word parted at the end of a line, a space or a full stop that was lost, spaces between characters.
_FROM_PDF: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:[ぁ-んァ-ヶ一-龠] ){3}|^[、。，．）」』】]"),
    "en": re.compile(
        r"\b[a-z]{3,}- (?!(?:and|or|to|nor|but|versus|as|rather|then)\b)[a-z]{3,}"
        r"|[a-z]{3,}\.[A-Z][a-z]+ [a-z]|\b[a-z]{24,}\b|^[,;.)\]]"
    ),
}


@rule("text-breaks-off", each="bilingual")
def nothing_is_left_of_a_copy(text: Text) -> Findings:
    """No word is parted by a hyphen and a space, no two run together, and no text begins with a comma, as copies from a PDF do.

    Bad: finding: {ja: マ ウ ス が静かになった。, en: Mice be- came calm.}
    Good: finding: {ja: マウスが静かになった。, en: Mice became calm.}
    """
    for language in LANGUAGES:
        if found := _FROM_PDF[language].search(text[language]):
            yield (language,), say("text-breaks-off.copy", near=found.group())


def _without_partner(text: str) -> Iterator[str]:
    """What is around a bracket that is never closed, or never opened."""
    opened: list[re.Match[str]] = []
    for sign in _BRACKET.finditer(text):
        if sign[0] not in _PARTNER:
            opened.append(sign)
        elif opened and opened[-1][0] == _PARTNER[sign[0]]:
            opened.pop()
        elif not _NUMBER.search(text, 0, sign.start()):
            opened.append(sign)
            break
    if opened:
        yield text[max(0, opened[-1].start() - 12) : opened[-1].end() + 12].replace("\n", " ")


@rule("text-breaks-off", each="page")
def pages_are_whole(page: Page, language: Language) -> Findings:
    """On a hand-written page, too, brackets have their partners and no paragraph ends in a comma or in the middle of a phrase.

    Bad: docs/en/index.md: We looked for trials and
    Good: docs/en/index.md: We looked for trials and studies.
    """
    number = page.text.count("\n", 0, page.start) + 1
    at = 0
    for block in _BLOCK.split(printed(page.body)):
        text = block.strip()
        written = page.body[at : at + len(block)].strip()  # with the marks that are not printed
        if near := next(_without_partner(text), None):
            yield (number,), say("text-breaks-off.bracket", near=near)
        elif not _NO_PROSE.match(written) and _BROKEN[language].search(text[-_TAIL:]):
            yield (number,), say("text-breaks-off", end=text[-20:])
        number += block.count("\n")
        at += len(block)


@rule("copied-text", each="bilingual")
def nothing_is_pasted_twice(text: Text) -> Findings:
    """No sentence is in a text twice, and no words follow upon themselves.

    Bad: finding: {ja: マウスが静かになった。, en: Mice became Mice became calm.}
    Good: finding: {ja: マウスが静かになった。, en: Mice became calm.}
    """
    for language in LANGUAGES:
        if words := next(_twice(text[language], language), None):
            yield (language,), say("copied-text.twice", words=words)


def _twice(text: str, language: Language) -> Iterator[str]:
    if len(text) > _LEAST[language]:
        counted = Counter(said for said in sentences(text, language) if len(said) > _LEAST[language])
        yield from (said[:60] for said, times in counted.items() if times > 1)
    if language == "en":
        yield from _words_again(text.split())
    elif found := _AGAIN.search(text):
        yield found[1]


def _words_again(words: list[str]) -> Iterator[str]:
    pairs = list(pairwise(words))
    if len(set(pairs)) == len(pairs) and not any(map(eq, words, words[1:])):  # which is the rule
        return
    last: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairs):
        if pair[0] == pair[1] and _LITTLE.fullmatch(pair[0]):
            yield " ".join(pair)
        before = last.get(pair)
        if before is not None and at - before <= _FAR and words[before:at] == words[at : 2 * at - before]:
            yield " ".join(words[before:at])
        last[pair] = at
