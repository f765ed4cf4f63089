"""Every number that a page states is in its evidence, so that a reader finds the source of it."""

from __future__ import annotations

import re
from functools import lru_cache

from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.words import LANGUAGES
from tools.text.marks import CITATION
from tools.text.messages import say

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# IL-6 and HAMD17 are names; 95 is the width of nearly every interval; up to ten, a number may count things in a sentence.
_NAME = re.compile(r"(?<![A-Za-z])[A-Za-z]+-?\d+[A-Za-z0-9-]*")
_INTERVAL = 95.0
_FIELDS = ("short", "answer", "appraisal")


@rule("number-not-in-evidence", each="claim", linked=("reference", "search"))
def numbers_are_in_the_evidence(claim: Claim, review: Review) -> Findings:
    """A number of `answer` or `appraisal` is in a finding, an effect, a rate, a source or a search of that claim.

    Bad: {answer: {en: Of 37 people …}, evidence: [{finding: {en: Trial in 32 people …}, …}]}
    Good: {answer: {en: Of 32 people …}, evidence: [{finding: {en: Trial in 32 people …}, …}]}
    """
    known = _known(claim, review) | {_INTERVAL}
    for field in _FIELDS:
        text = getattr(claim, field)
        stated = {number for language in LANGUAGES for number in numbers_of(_NAME.sub("", text[language]))}
        missing = sorted(number for number in stated - known if number > 10 or number % 1)
        if missing:
            yield (field,), say("number-not-in-evidence", numbers=tuple(f"{number:.15g}" for number in missing))


def _known(claim: Claim, review: Review) -> frozenset[float]:
    known = numbers_of(f"{claim.code} {claim.reviewed} {' '.join(said.words for said in claim.said)}")
    for item in claim.evidence:
        known |= numbers_of(item.finding.ja) | numbers_of(item.finding.en)
        if item.effect:
            known |= {item.effect.value, item.effect.low, item.effect.high}
        if item.rates:
            known |= {item.rates.treated, item.rates.compared or 0.0}
        if source := review.references.get(item.ref):
            known |= numbers_of(f"{source.title} {source.year} {source.participants} {source.population}")
    for name in claim.searches:
        if search := review.searches.get(name):
            known |= numbers_of(f"{search.result.ja} {search.result.en} {search.found} {search.date}")
    return known


@lru_cache(maxsize=2**15)  # most texts are as they were when a preview checks again; of 5,000 claims not all are kept
def numbers_of(text: str) -> frozenset[float]:
    """The numbers in a text as values, so that 1.30 and 1.3 are the same; those in citation keys are left out."""
    found = _NUMBER.findall(CITATION.sub("", text))
    return frozenset(float(plain) for number in found if (plain := number.replace(",", "")).count(".") <= 1)
