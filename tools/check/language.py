"""Rules on what the two languages say: the same citations, equally sure, and no absence without a search."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tools.appraisal.strength import careful, sentences, strong
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.problem import KeyPath
from tools.records.words import LANGUAGES, Language, Text
from tools.text.marks import cited_keys
from tools.text.messages import say

# "No trial …", 「研究は見つかりませんでした」: an absence is a finding, and a finding has a search behind it.
_ABSENCE = {
    "ja": re.compile(
        r"(?:研究|試験|報告|論文)(?:は|が|も)[^。、]{0,12}(?:見つか(?:りませ|らな|っていませ|っていな)|ありません|存在しません)"
    ),
    "en": re.compile(
        r"\b(?:no|not one|not a single) (?!better|worse|more|less|different)(?:[\w-]+ ){0,4}(?:study|studies|trials?)\b"
        r"|\bnothing (?:was )?found\b",
        re.IGNORECASE,
    ),
}
# So are these of a claim as a whole; a finding says them of its source.
_ABSENT_TOO = {
    "ja": re.compile(
        "(?:研究|試験|報告|論文|証拠|根拠|データ|文献)(?:は|が|も)?[^。、]{0,8}(?:ない(?!か|わけ|とは|し)|なく|無い|皆無|なかった|ありません"
        "|見当たり?(?:ません|らない)|(?:行わ|な|発表さ|知ら)[されら]{0,2}れていま?(?:せん|ない))|(?:誰|だれ)も[^。、]{0,8}(?:ません|ない)"
        "|(?:試さ|調べら|検証さ|検討さ)れ(?:ていま?(?:せん|ない)|たことが(?:ありません|ない))|未(?:検証|研究|調査)|(?:承認|認可|例)[^。、差]{0,8}見つかりません"
    ),
    "en": re.compile(
        r"\b(?:(?:no|not any|without any|lack of|absence of|lacks) (?:[\w-]+ ){0,3}"
        r"(?:evidence|research|data|reports?|trials?|stud(?:y|ies))"
        r"|(?:nobody|no one) ha[sd]|(?:never|not) (?:yet |been )*(?:tested|studied|tried|examined|investigated|looked at)"
        r"|un(?:tested|studied|researched)|(?:studies|trials|evidence|research|data) (?:is|are|has|have|does|do) "
        r"(?:lacking|missing|absent|not (?:exist|been done))"
        r"|(?:could|can) not find|no (?:approvals?|cases?|examples?|records?) (?:\w+ ){0,3}found)\b",
        re.IGNORECASE,
    ),
}
# A statement that itself says that studies are missing: it speaks of studies, and of few or none of them.
_STUDIES = {
    "ja": re.compile("研究|試験|報告|論文|証拠|データ"),
    "en": re.compile(r"\b(?:stud(?:y|ies)|trials?|research|reports?|evidence|data)\b", re.I),
}
_FEW = {
    "ja": re.compile("限られ|少な|乏し|不足|わずか|見つか(?:ら|り)|ありません|ない|なかった|存在しません"),
    "en": re.compile(r"\b(?:no|not|none|nothing|few|limited|scarce|scant|lack(?:s|ing)?|missing|absent|without)\b", re.I),
}
# The language that is sure and the one that is careful → the message.
_SURER: Mapping[tuple[Language, Language], str] = {
    ("ja", "en"): "languages-differ.ja-surer",
    ("en", "ja"): "languages-differ.en-surer",
}
_SENTENCES = ("short", "answer", "appraisal", "unknown", "would_change")


@rule("absence-without-search", each="claim")
def absence_rests_on_a_search(claim: Claim) -> Findings:
    """That nothing was found is said only where a documented search backs it; so are the levels that say so.

    Bad: {level: hypothetical, searches: []}
    Good: {level: hypothetical, searches: [tea-in-people]}
    """
    if claim.searches:
        return
    if claim.level in ("preclinical", "hypothetical") and not claim.outcomes:  # each of which names its own
        yield ("level",), say("absence-without-search.level", level=claim.level)
    for at, text in _texts(claim):
        for language in LANGUAGES:
            match = _ABSENCE[language].search(text[language])
            if match or ("finding" not in at and (match := _ABSENT_TOO[language].search(text[language]))):
                yield (*at, language), say("absence-without-search", words=match.group())


@rule("search-does-not-answer", each="claim")
def searches_answer_what_they_lift(claim: Claim, review: Review) -> Findings:
    """A search that found nothing lifts only a description that itself says that studies are missing.

    Bad: {kind: effect, absence: tea-in-people, searches: [tea-in-people]}
    Good: {kind: description, absence: tea-in-people, searches: [tea-in-people]}
    """
    name = claim.absence
    search = review.searches.get(name or "")
    if name is None or search is None:
        return
    if claim.kind != "description":
        yield ("absence",), say("search-does-not-answer.kind", kind=claim.kind)
    elif name not in claim.searches:
        yield ("absence",), say("search-does-not-answer.not-listed", name=name)
    elif search.found:
        yield ("absence",), say("search-does-not-answer.found", name=name, found=search.found)
    elif not all(_says_that_studies_are_missing(claim.statement[language], language) for language in LANGUAGES):
        yield ("absence",), say("search-does-not-answer.statement", name=name)


@rule("languages-differ", each="claim")
def languages_cite_the_same(claim: Claim) -> Findings:
    """Both languages of an appraisal cite the same sources, each as often.

    Bad: appraisal: {ja: …[@mori2019mice]。, en: '… [@kage2022null].'}
    Good: appraisal: {ja: …[@mori2019mice]。, en: '… [@mori2019mice].'}
    """
    japanese, english = (Counter(cited_keys(claim.appraisal[language])) for language in LANGUAGES)
    for key in sorted((japanese - english) + (english - japanese)):
        message = say("languages-differ.citations", key=key, japanese=japanese[key], english=english[key])
        yield ("appraisal",), message


@rule("languages-differ", each="claim")
def languages_are_equally_sure(claim: Claim) -> Findings:
    """No text is sure in one language and careful in the other.

    Bad: answer: {ja: 効く可能性が高い。, en: It may work.}
    Good: answer: {ja: 効くかもしれない。, en: It may work.}
    """
    for at, text in [(("statement",), claim.statement), *_texts(claim)]:
        if at == ("appraisal",):
            continue  # too long for a word to speak for the whole
        for (sure, other), name in _SURER.items():
            for told, same in _pairs(text, sure, other):
                weak = careful(same, other)  # the quickest to find, and rare: most sentences need nothing else
                if weak and not careful(told, sure) and (found := strong(told, sure)) and not strong(same, other):
                    yield at, say(name, strong=found[0].words, weak=weak)
                    break


def _pairs(text: Text, one: Language, other: Language) -> list[tuple[str, str]]:
    """The sentences of two languages side by side, where there are as many of them; otherwise the two texts."""
    ours, theirs = sentences(text[one], one), sentences(text[other], other)
    return list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(text[one], text[other])]


def _says_that_studies_are_missing(statement: str, language: Language) -> bool:
    return bool(_FEW[language].search(statement) and _STUDIES[language].search(statement))


def _texts(claim: Claim) -> Iterator[tuple[KeyPath, Text]]:
    for field in _SENTENCES:
        yield (field,), getattr(claim, field)
    for index, item in enumerate(claim.evidence):
        yield ("evidence", index, "finding"), item.finding
