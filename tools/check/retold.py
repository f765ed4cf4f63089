"""Rules on what an answer or an appraisal takes over from a finding: the number is of the same outcome and of the same group."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tools.check.arms import shares_of_compared
from tools.check.cited import with_citations
from tools.check.clauses import names_at
from tools.check.naming import Names, names_of
from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.check.owners import Kind, Value, is_i2, other_outcomes, other_times, times_in
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.outcome import Observed, Rates
from tools.records.problem import KeyPath
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

_FIELDS = ("short", "answer", "appraisal")
# `10.4% and 5%`: which of the names before is of which, only the sense tells.
_NEXT_IN_LIST: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(r"\s*%?(?:と|、)\s*[0-9]"),
    "en": re.compile(r"\s*%?(?: and|,) [0-9]"),
}
_SHARE = r"([0-9]+(?:\.[0-9]+)?) ?%"
_AGAINST: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(rf"{_SHARE}(?:対|に対し(?:て)?)、?{_SHARE}"),
    "en": re.compile(rf"{_SHARE} (?:against|v|vs\.?|versus|compared with) {_SHARE}"),
}


@rule("number-not-in-evidence", each="claim", linked=("reference",))
def numbers_are_of_the_outcome_of_the_finding(claim: Claim, review: Review) -> Findings:
    """A share or an estimate that a finding gives for one outcome is not given for another.

    Bad: {answer: {en: 16% responded.}, evidence: [{finding: {en: 25% responded and 16% had remission.}, …}]}
    Good: {answer: {en: 25% responded.}, evidence: [{finding: {en: 25% responded and 16% had remission.}, …}]}
    """
    names, findings = names_of(review.vocabulary.outcome), claim.findings()
    for field in _FIELDS:
        yield from _in_both(field, *(dict(_of_others(claim, field, language, findings, names)) for language in LANGUAGES))


def _in_both(field: str, japanese: Mapping[float, Message], english: Mapping[float, Message]) -> Findings:
    """What is wrong in one language alone is told where the languages are compared."""
    yield from (((field,), message) for value, message in english.items() if value in japanese)


def _of_others(
    claim: Claim, field: str, language: Language, findings: Mapping[str | None, list[Text]], names: Names
) -> Iterator[tuple[float, Message]]:
    text = getattr(claim, field)[language]
    for number, keys in _numbers(text, language, field, list(findings)):
        kind = _kind(number, text)
        if kind is None or _NEXT_IN_LIST[language].match(text, number.end):
            continue
        named = names_at(text, language, number.start, lambda clause: names.in_text(clause, language))
        told = [finding for key in keys for finding in findings.get(key, [])]
        value, written = Value((number.value,), kind), number.written.lstrip("−")
        others = {outcome: other_outcomes(value, outcome, told, names) for outcome in sorted(named)}
        if not others or not all(others.values()):
            others = {at: other_times(value, at, told) for at in sorted(names_at(text, language, number.start, times_in))}
        if others and all(others.values()):
            of, other = next(iter(others.items()))
            yield abs(number.value), say("number-not-in-evidence.outcome", number=written, other=other, named=of)


def _numbers(
    text: str, language: Language, field: str, keys: Sequence[str | None]
) -> Iterator[tuple[Number, Sequence[str | None]]]:
    """The numbers of a text, each with the sources that it is from: those cited for it, or all."""
    if field == "appraisal":
        yield from ((number, cited) for number, cited, _ in with_citations(text, language))
    else:
        yield from ((number, keys) for number in numbers_of(text, language) if number.firm)


def _kind(number: Number, text: str) -> Kind | None:
    if number.unit == "%":
        return "I²" if is_i2(number, text) else "share"
    return "estimate" if not number.unit and number.value % 1 else None


@rule("number-not-in-evidence", each="claim", linked=("reference",))
def shares_are_of_the_group_of_the_finding(claim: Claim) -> Findings:
    """The share of those treated is not given for those compared, nor the two the other way round.

    Bad: {answer: {en: 10% against 25%.}, outcomes: [{observed: {treated: 25, compared: 10, …}, …}]}
    Good: {answer: {en: 25% against 10%.}, outcomes: [{observed: {treated: 25, compared: 10, …}, …}]}
    """
    told = [finding for findings in claim.findings().values() for finding in findings]
    for field in _FIELDS:
        yield from _in_both(field, *(dict(_of_the_other_group(claim, getattr(claim, field), lang, told)) for lang in LANGUAGES))


def _of_the_other_group(claim: Claim, text: Text, language: Language, told: Sequence[Text]) -> Iterator[tuple[float, Message]]:
    pairs = set(_pairs(claim))
    for one, other in _AGAINST[language].findall(text[language]):
        if (float(other), float(one)) in pairs and (float(one), float(other)) not in pairs:
            yield float(one), say("number-not-in-evidence.order", treated=other, compared=one)
    for share in sorted(shares_of_compared(text[language], language)):
        compared = [shares_of_compared(finding[language], language) for finding in told if _gives(finding[language], share)]
        if compared and all(shares and share not in shares for shares in compared):
            yield float(share.replace(",", "")), say("number-not-in-evidence.group", number=f"{share}%")


@rule("effect-not-in-finding", each="claim", doubts=True)
def shares_of_fields_are_of_their_group(claim: Claim) -> Findings:
    """`treated` and `compared` are not exchanged, where the finding says in both languages which is which.

    Bad: {finding: {en: 10% with sham and 25% with light.}, rates: {treated: 10, compared: 25, …}}
    Good: {finding: {en: 10% with sham and 25% with light.}, rates: {treated: 25, compared: 10, …}}
    """
    for at, shares, told in _shares(claim):
        if shares.compared is not None and told:
            pair = float(shares.treated), float(shares.compared)
            if all(_are_exchanged(pair, finding, language) for finding in told for language in LANGUAGES):
                yield at, say("effect-not-in-finding.exchanged", treated=shares.treated, compared=shares.compared)


@rule("effect-not-in-finding", each="review", whole=("claim",))
def findings_of_a_source_agree_on_the_groups(review: Review) -> Findings:
    """Two claims that tell of one source give the same share for those compared.

    Bad: tea-calms: {finding: {en: 3% (10% with placebo).}}; tea-harms: {finding: {en: 10% (3% with placebo).}}, of one source
    Good: tea-calms: {finding: {en: 10% (3% with placebo).}}; tea-harms: {finding: {en: 10% (3% with placebo).}}
    """
    told: dict[str, list[tuple[str, int, Text]]] = defaultdict(list)
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.evidence):
            told[item.ref].append((claim_id, index, item.finding))
    for findings in told.values():
        for (claim_id, index, finding), (other_id, _, other) in pairwise(findings):
            exchanged = [_exchanged_shares(finding[language], other[language], language) for language in LANGUAGES]
            if share := min(exchanged[0] & exchanged[1], default=None):
                at = (f"claim:{claim_id}", "evidence", index, "finding")
                yield at, say("effect-not-in-finding.elsewhere", value=f"{share}%", other=other_id)


def _exchanged_shares(one: str, other: str, language: Language) -> set[str]:
    """The shares that only one of two texts gives for those compared, and the other for somebody else."""
    ours, theirs = (shares_of_compared(text, language) for text in (one, other))
    if not (ours and theirs):
        return set()
    return {share for shares, text in ((ours - theirs, other), (theirs - ours, one)) for share in shares if _gives(text, share)}


def _gives(text: str, share: str) -> bool:
    return re.search(rf"(?<![0-9.]){re.escape(share)} ?%", text) is not None


def _shares(claim: Claim) -> Iterator[tuple[KeyPath, Observed | Rates, Sequence[Text]]]:
    """The shares of both groups that a claim holds in fields, each with what its source found."""
    findings = claim.findings()
    for index, outcome in enumerate(claim.outcomes):
        if outcome.observed:
            yield ("outcomes", index, "observed"), outcome.observed, findings.get(outcome.observed.source, [])
    for index, item in enumerate(claim.evidence):
        if item.rates:
            yield ("evidence", index, "rates"), item.rates, [item.finding]


def _are_exchanged(pair: tuple[float, float], finding: Text, language: Language) -> bool:
    printed = {(float(one), float(other)) for one, other in _AGAINST[language].findall(finding[language])}
    compared = {float(share.replace(",", "")) for share in shares_of_compared(finding[language], language)}
    if pair in printed or pair[1] in compared:
        return False
    return pair[::-1] in printed or pair[0] in compared


def _pairs(claim: Claim) -> Iterator[tuple[float, float]]:
    """The shares of those treated and compared, as the fields of the claim have them."""
    yield from ((float(one.treated), float(one.compared)) for _, one, _ in _shares(claim) if one.compared is not None)
