"""The text of the reviewed article, cut into sentences that have a position and a hash.

The text itself is never stored: `references/article.yml` holds the hashes. Where a copy of the text is at
hand, the rules find what it lacks, adds or changes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from tools.check.registry import Findings, rule
from tools.records.claim import Said
from tools.records.sources import Article, ArticleSentence
from tools.records.words import LANGUAGES, Language
from tools.text.messages import say

_KANA_OR_KANJI = re.compile("[ぁ-ゖァ-ヺ一-龠]")
# "1. " and "a. " number a heading; their full stop ends no sentence, nor does that of "Dr.".
_NUMBERING = re.compile(r"(?:\d+|[a-z])\.\s")
_JAPANESE_END = re.compile(r"(?<=。)(?!$)")
_ENGLISH_END = re.compile(r"(?<=[.!?])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)\s+(?=[A-Z“\"])")


def split_article(text: str) -> dict[str, str]:
    """Position (`ja-05.2`: paragraph 5 of the Japanese text, sentence 2) to sentence.

    A paragraph is a line with text; its language is told by its script.
    """
    sentences: dict[str, str] = {}
    paragraphs = dict.fromkeys(LANGUAGES, 0)
    for line in text.splitlines():
        paragraph = line.strip()
        if not paragraph:
            continue
        language: Language = "ja" if _KANA_OR_KANJI.search(paragraph) else "en"
        paragraphs[language] += 1
        for number, sentence in enumerate(_split_paragraph(language, paragraph), 1):
            sentences[f"{language}-{paragraphs[language]:02}.{number}"] = sentence
    return sentences


def _split_paragraph(language: Language, paragraph: str) -> list[str]:
    if language == "ja":
        return _JAPANESE_END.split(paragraph)
    numbering = match.group() if (match := _NUMBERING.match(paragraph)) else ""
    first, *rest = _ENGLISH_END.split(paragraph[len(numbering) :])
    return [numbering + first, *rest]


def fingerprint(sentence: str) -> str:
    """The SHA-256 of a sentence, in hexadecimal."""
    return hashlib.sha256(sentence.encode()).hexdigest()


@rule("sentence-missing", each="sentence")
def sentences_on_record_are_in_the_article(passage: str, original: Mapping[str, str]) -> Findings:
    """A sentence on record is in the article.

    Bad: article.txt: Tea calms mice.; article.yml: {en-01.1: …, en-01.2: …}
    Good: article.txt: Tea calms mice.; article.yml: {en-01.1: …}
    """
    if passage not in original:
        yield (), say("sentence-missing", passage=passage)


@rule("sentence-changed", each="sentence")
def sentences_on_record_are_unchanged(passage: str, sentence: ArticleSentence, original: Mapping[str, str]) -> Findings:
    """A sentence on record is in the article as it was when it was read.

    Bad: article.txt: Tea may calm mice.; article.yml: en-01.1: {sha256: 9b2ba9ad…}
    Good: article.txt: Tea may calm mice.; article.yml: en-01.1: {sha256: ef7fa628…}
    """
    if passage in original and (now := fingerprint(original[passage])) != sentence.sha256:
        yield (), say("sentence-changed", passage=passage, sha256=now)


@rule("sentence-uncounted", each="article")
def sentences_of_the_article_are_on_record(article: Article, original: Mapping[str, str]) -> Findings:
    """Every sentence of the article is on record.

    Bad: article.txt: Tea calms mice. A lamp shines.; article.yml: {en-01.1: …}
    Good: article.txt: Tea calms mice. A lamp shines.; article.yml: {en-01.1: …, en-01.2: …}
    """
    for passage in sorted(original.keys() - article.sentences.keys()):
        yield ("sentences",), say("sentence-uncounted", passage=passage, sha256=fingerprint(original[passage]))


@rule("not-in-sentence", each="said")
def quotations_are_exact(said: Said, original: Mapping[str, str]) -> Findings:
    """Quoted words are in their sentence exactly.

    Bad: article.txt: A lamp lifts the mood.; words: lift the
    Good: article.txt: A lamp lifts the mood.; words: lifts the
    """
    if said.passage in original and said.words not in original[said.passage]:
        yield ("words",), say("not-in-sentence", words=said.words, passage=said.passage)
