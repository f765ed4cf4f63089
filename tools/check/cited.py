"""A number of an appraisal is in the source that its sentence cites, and not only in another one of the claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tools.check.number_forms import Number
from tools.check.numbers import INTERVAL, told_by
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.words import LANGUAGES, Language
from tools.text.marks import CITATION, cited_keys
from tools.text.messages import say

# One citation, or several in a row, which speak for one another.
_CITED = re.compile(rf"(?:{CITATION.pattern}[ ,、]*)+")
_ENDS = {"ja": re.compile("[。！？]|\n"), "en": re.compile(r"[.!?](?=[\s”\"’)])|\n")}
# A key outside a citation that is read.
_UNREAD = re.compile(r"[@＠]\{?[a-z]+[0-9]{4}[a-z0-9]*|\\cite\w*\{")
# What people may be counted by in a finding and by hand in an appraisal: `2 trials`, `three groups`.
_COUNTED = 10
_TOLD_EXACTLY = ("people", "animal", "%")


class _Cited(NamedTuple):
    """The citations at one place of a text."""

    start: int
    end: int
    keys: list[str]


@rule("number-not-in-evidence", each="claim", linked=("reference",))
def numbers_are_in_the_source_that_is_cited(claim: Claim, review: Review) -> Findings:
    """A number is in what the source says that is cited beside it: next in its sentence, or else last in it, or in its paragraph.

    Bad: {appraisal: {en: 'Of 32 … [@mori2019mice].'}, evidence: [{ref: kage2022null, finding: {en: Trial in 32 …}, …}, …]}
    Good: {appraisal: {en: 'Of 32 … [@kage2022null].'}, evidence: [{ref: kage2022null, finding: {en: Trial in 32 …}, …}, …]}
    """
    told: dict[str, set[float]] = defaultdict(set)
    for item in claim.evidence:
        told[item.ref] |= told_by(item, review)
    for language in LANGUAGES:
        before: set[float] = set()  # what an earlier sentence gave with its source may be taken up again
        for number, keys, own in with_citations(claim.appraisal[language], language):
            value = abs(number.value)
            is_told = not told.keys() >= set(keys) or any(value in told[key] for key in keys)
            if is_told or value == INTERVAL or (value in before and not own):
                before.add(value)
            elif others := [ref for ref, values in told.items() if value in values]:
                message = say("number-not-in-evidence.cited", number=number.written, keys=tuple(keys), others=tuple(others[:2]))
                yield ("appraisal", language), message


def with_citations(text: str, language: Language) -> Iterator[tuple[Number, list[str], bool]]:
    """The numbers of a text that have to be in a source, each with the keys cited for it, and whether its own sentence does."""
    if _UNREAD.search(CITATION.sub("", text)):
        return  # a citation that cannot be read is told, and not which numbers are then without one
    cited = [_Cited(found.start(), found.end(), cited_keys(found.group())) for found in _CITED.finditer(text)]
    ends = [found.end() for found in _ENDS[language].finditer(text)] if cited else []
    for number in numbers_of(text, language) if cited else ():
        if not number.firm or (abs(number.value) <= _COUNTED and not number.value % 1 and number.unit not in _TOLD_EXACTLY):
            continue
        begin = max((end for end in ends if end <= number.start), default=0)
        end = min((end for end in ends if end >= number.end), default=len(text))
        inside = [one for one in cited if begin <= one.start < end + 2]
        after = [one for one in inside if one.start >= number.end]
        if after:
            yield number, after[0].keys, True
        elif inside:  # what comes after the last citation may belong to that of the next sentence
            following = next((one.keys for one in cited if one.start >= number.end), [])
            yield number, inside[-1].keys + following, True
        elif number.unit in _TOLD_EXACTLY or number.value % 1:
            begin, end = text.rfind("\n", 0, number.start), text.find("\n", number.end)
            if keys := [key for one in cited if begin < one.start and (one.start < end or end < 0) for key in one.keys]:
                yield number, keys, False
