"""Rules on what the two languages say: the same citations and numbers, and no absence without a search."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tools.records.claim import Claim, Review
from tools.records.problem import KeyPath, Problem
from tools.records.words import LANGUAGES, Text
from tools.text.marks import CITATION, cited_keys

# "No trial …", 「研究は見つかりませんでした」: an absence is a finding, and a finding has a search behind it.
_ABSENCE_EN = re.compile(
    r"\b(?:no|not one|not a single) (?!better|worse|more|less|different)(?:[\w-]+ ){0,4}(?:study|studies|trials?)\b"
    r"|\bnothing (?:was )?found\b",
    re.IGNORECASE,
)
_ABSENCE_JA = re.compile(
    r"(?:研究|試験|報告|論文)(?:は|が|も)[^。、]{0,12}(?:見つか(?:りませ|らな|っていませ|っていな)|ありません|存在しません)"
)
# A statement that itself says that studies are missing: it speaks of studies, and of few or none of them.
_STUDIES = {
    "ja": re.compile("研究|試験|報告|論文|証拠|データ"),
    "en": re.compile(r"\b(?:stud(?:y|ies)|trials?|research|reports?|evidence|data)\b", re.I),
}
_FEW = {
    "ja": re.compile("限られ|少な|乏し|不足|わずか|見つか(?:ら|り)|ありません|ない|なかった|存在しません"),
    "en": re.compile(r"\b(?:no|not|none|nothing|few|limited|scarce|scant|lack(?:s|ing)?|missing|absent|without)\b", re.I),
}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Japanese writes with digits what English may write as a word: small numbers, and the months.
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ((1, "once"), (2, "twice"), (2, "second"), (2, "half"), (3, "third"), (4, "quarter"))
_NUMBER_WORDS = {
    word.lower(): number for number, word in (*enumerate(_COUNTS), *list(enumerate(calendar.month_name))[1:], *_ORDINALS)
}
_SPELLED = re.compile(rf"\b({'|'.join(_NUMBER_WORDS)})s?\b")
# Words that no translation of a "may" can carry, and the words for "may" themselves.
_HEDGES = {
    "strong": {
        "ja": re.compile("可能性が高い|おそらく|証明され|確立し"),
        "en": re.compile(r"\b(?:likely|probably|proven|established)\b", re.I),
    },
    "weak": {
        "ja": re.compile("可能性があ|かもしれ|示唆|考えられ"),
        "en": re.compile(r"\b(?:may|might|could|possibly|suggests?|seems?|appears?)\b", re.I),
    },
}
_SENTENCES = ("answer", "appraisal", "unknown", "would_change")


def absence_rests_on_a_search(review: Review) -> Iterator[Problem]:
    """That nothing was found is said only where a documented search backs it; so are the levels that say so."""
    for claim_id, claim in review.claims.items():
        if claim.searches:
            continue
        source = review.sources[f"claim:{claim_id}"]
        if claim.level in ("preclinical", "hypothetical"):
            message = f"`{claim.level}` says that no study in people was found. Name the search in `searches`."
            yield source.problem(("level",), "absence-without-search", message)
        for at, text in _texts(claim):
            for language, pattern in (("ja", _ABSENCE_JA), ("en", _ABSENCE_EN)):
                if match := pattern.search(text[language]):
                    message = f"`{match.group()}` says that nothing was found. Name the search in `searches`."
                    yield source.problem((*at, language), "absence-without-search", message)


def searches_answer_what_they_lift(review: Review) -> Iterator[Problem]:
    """A search that found nothing lifts only a description that itself says that studies are missing."""
    for claim_id, claim in review.claims.items():
        search = review.searches.get(claim.absence or "")
        if search is None:
            continue
        name, wrong = claim.absence, ""
        if claim.kind != "description":
            wrong = f"is for a claim of kind `description`, and this one is of kind `{claim.kind}`. Remove it."
        elif name not in claim.searches:
            wrong = f"names `{name}`, which is not under `searches`. List it there, so that the page shows it."
        elif search.found:
            wrong = f"names `{name}`, which found `{search.found}`: it shows no absence. Remove it, and answer the claim anew."
        elif not all(
            _FEW[lang].search(claim.statement[lang]) and _STUDIES[lang].search(claim.statement[lang]) for lang in LANGUAGES
        ):
            wrong = (
                f"names `{name}`, but the statement does not say, in both languages, that studies are few or missing. Remove it."
            )
        if wrong:
            message = f"`absence` {wrong}"
            yield review.sources[f"claim:{claim_id}"].problem(("absence",), "search-does-not-answer", message)


def languages_cite_the_same(review: Review) -> Iterator[Problem]:
    """Both languages of an appraisal cite the same sources, each as often."""
    for claim_id, claim in review.claims.items():
        japanese, english = (Counter(cited_keys(claim.appraisal[language])) for language in ("ja", "en"))
        for key in sorted((japanese - english) + (english - japanese)):
            message = f"`[@{key}]` is cited {japanese[key]} times in Japanese and {english[key]} in English. Cite it alike."
            yield review.sources[f"claim:{claim_id}"].problem(("appraisal",), "languages-differ", message)


def languages_give_the_same_numbers(review: Review) -> Iterator[Problem]:
    """Both languages of a text give the same numbers."""
    for claim_id, claim in review.claims.items():
        for at, text in _texts(claim):
            only = {
                "ja": _numbers(text.ja) - _all_digits(text.en) - _spelled(text.en),
                "en": _numbers(text.en) - _all_digits(text.ja),
            }
            if any(only.values()):
                parts = [f"{', '.join(f'`{n}`' for n in sorted(found))} only in {lang}" for lang, found in only.items() if found]
                message = f"The numbers differ: {'; '.join(parts)}. Give the same numbers in both languages."
                yield review.sources[f"claim:{claim_id}"].problem(at, "languages-differ", message)


def languages_hedge_alike(review: Review) -> Iterator[Problem]:
    """No text is sure in one language and careful in the other."""
    for claim_id, claim in review.claims.items():
        for at, text in [(("statement",), claim.statement), *_texts(claim)]:
            if at == ("appraisal",):
                continue  # too long for a word to stand for the whole
            for sure, careful in (("ja", "en"), ("en", "ja")):
                strong, weak = _hedge("strong", sure, text[sure]), _hedge("weak", careful, text[careful])
                if strong and weak and not _hedge("strong", careful, text[careful]):
                    message = f"`{strong}` in {sure} is stronger than `{weak}` in {careful}. Hedge alike."
                    yield review.sources[f"claim:{claim_id}"].problem(at, "languages-differ", message)


@lru_cache(maxsize=2**15)
def _hedge(strength: str, language: str, text: str) -> str:
    """The first word of that strength in a text, or ""."""
    found = _HEDGES[strength][language].search(text)
    return found.group() if found else ""


def _texts(claim: Claim) -> Iterator[tuple[KeyPath, Text]]:
    for field in _SENTENCES:
        yield (field,), getattr(claim, field)
    for index, item in enumerate(claim.evidence):
        yield ("evidence", index, "finding"), item.finding


@lru_cache(maxsize=2**15)
def _numbers(text: str) -> frozenset[str]:
    """The numbers that a text states; those in citation keys and in names such as IL-6 or HAMD17 are part of the name."""
    return _all_digits(re.sub(r"(?<![A-Za-z])[A-Za-z]+-?\d+[A-Za-z0-9-]*", "", text))


@lru_cache(maxsize=2**15)
def _all_digits(text: str) -> frozenset[str]:
    return frozenset(number.replace(",", "") for number in _NUMBER.findall(CITATION.sub("", text)))


@lru_cache(maxsize=2**15)
def _spelled(text: str) -> frozenset[str]:
    return frozenset(str(_NUMBER_WORDS[word]) for word in _SPELLED.findall(text.lower()))


RULES = (
    absence_rests_on_a_search,
    searches_answer_what_they_lift,
    languages_cite_the_same,
    languages_give_the_same_numbers,
    languages_hedge_alike,
)
