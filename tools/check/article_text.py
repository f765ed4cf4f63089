"""The text of the reviewed article, cut into sentences that have a position and a hash.

The text itself is never stored: `references/article.yml` holds the hashes, and `compare` finds what a text lacks,
adds or changes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from tools.records.claim import Review
from tools.records.problem import Problem

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
    paragraphs = {"ja": 0, "en": 0}
    for line in text.splitlines():
        paragraph = line.strip()
        if not paragraph:
            continue
        language = "ja" if _KANA_OR_KANJI.search(paragraph) else "en"
        paragraphs[language] += 1
        for number, sentence in enumerate(_split_paragraph(language, paragraph), 1):
            sentences[f"{language}-{paragraphs[language]:02}.{number}"] = sentence
    return sentences


def _split_paragraph(language: str, paragraph: str) -> list[str]:
    if language == "ja":
        return _JAPANESE_END.split(paragraph)
    numbering = match.group() if (match := _NUMBERING.match(paragraph)) else ""
    first, *rest = _ENGLISH_END.split(paragraph[len(numbering) :])
    return [numbering + first, *rest]


def fingerprint(sentence: str) -> str:
    """The SHA-256 of a sentence, in hexadecimal."""
    return hashlib.sha256(sentence.encode()).hexdigest()


def compare(review: Review, text: str) -> Iterator[Problem]:
    """Every sentence that is missing, changed or uncounted, and every quotation that the article does not have."""
    sentences = split_article(text)
    source = review.sources["article"]
    known = review.article.sentences
    for passage, held in known.items():
        if passage not in sentences:
            message = f"`{passage}` is not in the article. Remove it, or check the text."
            yield source.problem(("sentences", passage), "sentence-missing", message)
        elif fingerprint(sentences[passage]) != held.sha256:
            message = f"`{passage}` has changed: its SHA-256 is now `{fingerprint(sentences[passage])}`. Read it again."
            yield source.problem(("sentences", passage), "sentence-changed", message)
    for passage in sorted(sentences.keys() - known.keys()):
        line = f"{passage}: {{sha256: {fingerprint(sentences[passage])}, section: …, state: …}}"
        message = f"`{passage}` of the article is not accounted for. Add `{line}`: its section, and `claim` or why it is none."
        yield source.problem(("sentences",), "sentence-uncounted", message)
    yield from _quotations(review, sentences)


def _quotations(review: Review, sentences: Mapping[str, str]) -> Iterator[Problem]:
    for claim_id, claim in review.claims.items():
        for index, said in enumerate(claim.said):
            if said.passage in sentences and said.words not in sentences[said.passage]:
                message = f"`{said.words}` is not in `{said.passage}` of the article. Copy the words exactly."
                yield review.sources[f"claim:{claim_id}"].problem(("said", index, "words"), "not-in-sentence", message)
