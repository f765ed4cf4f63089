"""Texts arrive whole, and once: no sentence breaks off, and nothing was pasted twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.appraisal.strength import sentences
from tools.check.registry import Findings, rule
from tools.check.targets import Written
from tools.records.outcome import DOMAINS
from tools.records.words import LANGUAGES, Language, Text
from tools.text.marks import CITATION
from tools.text.messages import say

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
    last: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairwise(words)):
        if pair[0] == pair[1] and _LITTLE.fullmatch(pair[0]):
            yield " ".join(pair)
        before = last.get(pair)
        if before is not None and at - before <= _FAR and words[before:at] == words[at : 2 * at - before]:
            yield " ".join(words[before:at])
        last[pair] = at
