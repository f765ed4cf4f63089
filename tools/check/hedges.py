"""Rules on how carefully a claim answers: as its certainty asks, and alike in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.appraisal.assess import Judged
from tools.appraisal.certainty import RATINGS, Rating
from tools.appraisal.strength import strong
from tools.check.aligned import page_lines, sentence_pairs
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.handwritten import Page
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import say

ANSWERS = ("short", "answer")
# The words of GRADE for what is not sure, and what else says so.
_HEDGE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("かもしれ|可能性|おそらく|だろう|でしょう|と思われ"),
    "en": re.compile(r"\b(?:may|might|perhaps|probabl[ey]|possibl[ey]|likely)\b", re.IGNORECASE),
}
_UNSURE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(f"{_HEDGE['ja'].pattern}|不確か"),
    "en": re.compile(rf"{_HEDGE['en'].pattern}|\buncertain\b", re.IGNORECASE),
}
_OPEN: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        f"{_HEDGE['ja'].pattern}|ようです|考えられ|示唆|得[るまな]|不確か|不明|分か[らっ]|はっきり|言え|言い切|区別|決着|食い違"
    ),
    "en": re.compile(
        rf"{_HEDGE['en'].pattern}|\b(?:unlikely|seems?|appears? to|suggests?|un(?:certain|clear|known|settled|sure)"
        r"|cannot|could|can|not (?:\w+ )?(?:known|settled|sure|clear|certain)|less certain|disputed)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
# What is put forward, and not as a fact, on a page.
_IDEA: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(f"{_HEDGE['ja'].pattern}|仮説"),
    "en": re.compile(rf"{_HEDGE['en'].pattern}|\b(?:idea|hypothes[ie]s|hypothetical)\b", re.IGNORECASE),
}
_DENIED: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("ません|ない|考え|おそれ|恐れ"),
    "en": re.compile(r"\b(?:not|no|none|whether|about|some|often|rare(?:ly)?)\b", re.IGNORECASE),
}
_DEGREES: Mapping[str, Rating] = {
    "非常に低": "very-low",
    "低": "low",
    "中程度": "moderate",
    "高": "high",
    "very low": "very-low",
    "low": "low",
    "moderate": "moderate",
    "high": "high",
}
_CERTAINTY: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("確実性[はが](?P<degree>非常に低|低|中程度|高)(?!けれ|いとき)"),
    "en": re.compile(
        r"\bcertainty(?: of the evidence)? is (?P<degree>very low|low|moderate|high)\b"
        r"|(?:\b(?:with|of) |\()(?P<degree2>very low|low|moderate|high)[- ]certainty",
        re.IGNORECASE,
    ),
}


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def answers_name_the_certainty_that_follows(claim: Claim, judged: Judged) -> Findings:
    """An answer calls the certainty no higher than the highest of its outcomes.

    Bad: {certainty: low, answer: {en: 'It may help (the certainty is high).', …}}
    Good: {certainty: low, answer: {en: 'It may help (the certainty is low).', …}}
    """
    ratings = [one.graded.rating for one in judged.outcomes if one.graded]
    highest = max([RATINGS.index(rating) for rating in ratings], default=RATINGS.index("low"))
    for field in ANSWERS:
        for language in LANGUAGES:
            for degree, words in degrees(getattr(claim, field)[language], language):
                if RATINGS.index(degree) > highest:
                    yield (field, language), say("answer-above-level.degree", words=words, certainty=RATINGS[highest])


@rule("answer-above-level", each="claim", linked=("reference", "absence"))
def answers_hedge_what_is_not_sure(claim: Claim, judged: Judged) -> Findings:
    """At moderate certainty or less, the answer says in both languages that it is not sure: “probably”, “may”.

    Bad: {certainty: low, answer: {ja: お茶で増えます。, en: More people calm down with tea.}}
    Good: {certainty: low, answer: {ja: お茶で増えるかもしれません。, en: More people may calm down with tea.}}
    """
    certainty = judged.judgement.certainty  # as it follows: a wrong one in the record has a rule of its own
    if certainty in (None, "high"):
        return
    for field in ANSWERS:
        for language in LANGUAGES:
            if _is_bare(getattr(claim, field)[language], language):
                yield (field, language), say("answer-above-level.hedge", field=field, certainty=certainty)


@rule("languages-differ", each="claim")
def answers_hedge_in_both_languages(claim: Claim) -> Findings:
    """What an answer puts carefully in one language is not put as a fact in the other.

    Bad: answer: {ja: お茶で増えるかもしれません。, en: More people calm down with tea.}
    Good: answer: {ja: お茶で増えるかもしれません。, en: More people may calm down with tea.}
    """
    for field in ANSWERS:
        for japanese, english in sentence_pairs(getattr(claim, field)):
            ours, theirs = _UNSURE["ja"].search(japanese), _UNSURE["en"].search(english)
            if ours and _is_bare(english, "en"):
                yield (field,), say("languages-differ.hedge-en", words=ours.group())
            elif theirs and _is_bare(japanese, "ja"):
                yield (field,), say("languages-differ.hedge-ja", words=theirs.group())


@rule("languages-differ", each="page")
def pages_hedge_in_both_languages(language: Language, name: str, page: Page, review: Review) -> Findings:
    """What a page that leads to a claim puts as an idea, or carefully, in one language is not put as a fact in the other.

    Bad: docs/ja/index.md: お茶で治るというのは仮説です。; docs/en/index.md: Tea cures.
    Good: docs/ja/index.md: お茶で治るというのは仮説です。; docs/en/index.md: That tea cures is an idea.
    """
    for number, japanese, english in page_lines(language, name, page, review):
        if "](claims/" not in english or not (_IDEA["ja"].search(japanese) or _IDEA["en"].search(english)):
            continue
        for mine, yours in _side_by_side(japanese, english):
            said, told = _IDEA["ja"].search(mine), _IDEA["en"].search(yours)
            if said and not (told or _OPEN["en"].search(yours) or _DENIED["en"].search(yours)):
                yield (number,), say("languages-differ.hedge-en", words=said.group())
            elif told and not (said or _OPEN["ja"].search(mine) or _DENIED["ja"].search(mine)):
                yield (number,), say("languages-differ.hedge-ja", words=told.group())


def _side_by_side(japanese: str, english: str) -> Iterator[tuple[str, str]]:
    """The sentences of a line with their translation, those of a row cell by cell."""
    ours, theirs = ([cell.strip() for cell in line.replace("**", "").split("|")] for line in (japanese, english))
    if len(ours) == len(theirs):
        yield from (pair for ja, en in zip(ours, theirs, strict=True) if ja and en for pair in sentence_pairs(Text(ja=ja, en=en)))


def _is_bare(text: str, language: Language) -> bool:
    """True where nothing is careful, though no strong word says so: that is reported as such."""
    return not is_unsure(text, language) and not strong(text, language)


def is_unsure(text: str, language: Language) -> bool:
    """True where a text is careful in any way."""
    return _OPEN[language].search(text) is not None


def degrees(text: str, language: Language) -> Iterator[tuple[Rating, str]]:
    """The degrees of certainty that a text states, and the words."""
    for found in _CERTAINTY[language].finditer(text):
        degree = found["degree"] or found["degree2"]
        yield _DEGREES[degree.lower()], found.group()
