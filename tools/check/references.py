"""Rules on sources: they exist, are used, can be reached, and are listed once."""

from __future__ import annotations

from tools.check.estimates import outside_intervals, turned_intervals
from tools.check.registry import Findings, rule
from tools.check.significance import called_significant
from tools.check.translation import difference
from tools.records.claim import Claim, Evidence, Review
from tools.records.problem import KeyPath
from tools.records.sources import Reference, Search
from tools.records.words import LANGUAGES, Text
from tools.text.hints import hint
from tools.text.marks import cited_keys
from tools.text.messages import Message, say


@rule("unknown-reference", each="evidence")
def sources_of_evidence_exist(item: Evidence, review: Review) -> Findings:
    """Every source of a claim's evidence is in `references/`.

    Bad: ref: mori2019mouse
    Good: ref: mori2019mice
    """
    yield from _known(("ref",), item.ref, review)


@rule("unknown-reference", each="search")
def sources_of_searches_exist(search: Search, review: Review) -> Findings:
    """Every source that a search kept is in `references/`.

    Bad: kept: [mori2019mouse]
    Good: kept: [mori2019mice]
    """
    for index, key in enumerate(search.kept):
        yield from _known(("kept", index), key, review)


def _known(at: KeyPath, key: str, review: Review) -> Findings:
    if key not in review.references and not review.unread.hides("reference", key):
        yield at, say("unknown-reference", key=key, hint=_hint(key, review))


def _hint(key: str, review: Review) -> Message | None:
    return hint(key, review.references.keys() | review.unread.named("reference"))


@rule("unknown-reference", each="reference")
def distinct_sources_exist(key: str, reference: Reference, review: Review) -> Findings:
    """A source that `distinct` names is another one of the references.

    Bad: distinct = {mori2019mouse},
    Good: distinct = {mori2019mice},
    """
    for other in reference.distinct:
        if other == key:
            yield ("distinct",), say("unknown-reference.itself")
        elif other not in review.references and not review.unread.hides("reference", other):
            yield ("distinct",), say("unknown-reference.distinct", key=other, hint=_hint(other, review))


@rule("uncited-reference", each="review", whole=("claim", "search"))
def sources_are_used(review: Review) -> Findings:
    """Every source is used by a claim or a search: an unread source is no evidence.

    Bad: all.bib: @article{mori2019mice, …}; tea-calms-mice.yml: evidence: []
    Good: all.bib: @article{mori2019mice, …}; tea-calms-mice.yml: evidence: [{ref: mori2019mice, …}]
    """
    used = {item.ref for claim in review.claims.values() for item in claim.evidence}
    used |= {key for search in review.searches.values() for key in search.kept}
    for key in review.references.keys() - used:
        yield (f"reference:{key}",), say("uncited-reference", key=key)


@rule("unreachable-reference", each="reference")
def sources_can_be_reached(key: str, reference: Reference) -> Findings:
    """A reader can find every source: by DOI, by PMID, at the official address, or by journal, volume and pages.

    Bad: @misc{kawa2020tea, title = {Tea}, …}
    Good: @misc{kawa2020tea, title = {Tea}, url = {https://example.org/tea}, …}
    """
    if reference.link is None and not (reference.journal and reference.volume and reference.pages):
        yield (), say("unreachable-reference", key=key)


@rule("duplicate-evidence", each="claim")
def evidence_is_listed_once(claim: Claim) -> Findings:
    """A claim lists each source once: listing it twice would count it twice.

    Bad: evidence: [{ref: mori2019mice, …}, {ref: mori2019mice, …}]
    Good: evidence: [{ref: mori2019mice, …}]
    """
    refs = [item.ref for item in claim.evidence]
    for index, ref in enumerate(refs):
        if ref in refs[:index]:
            yield ("evidence", index, "ref"), say("duplicate-evidence", key=ref)


@rule("citation-not-evidence", each="claim")
def citations_are_evidence(claim: Claim) -> Findings:
    """Every source cited in an appraisal is an item of that claim's evidence, so that a reader finds what it said.

    Bad: {appraisal: {en: 'Mice were calm [@mori2019mice].', …}, evidence: []}
    Good: {appraisal: {en: 'Mice were calm [@mori2019mice].', …}, evidence: [{ref: mori2019mice, …}]}
    """
    listed = {item.ref for item in claim.evidence}
    for language in LANGUAGES:
        for key in sorted(set(cited_keys(claim.appraisal[language])) - listed):
            yield ("appraisal", language), say("citation-not-evidence", key=key)


@rule("value-outside-interval", each="evidence")
def estimates_lie_in_their_interval(item: Evidence) -> Findings:
    """An estimate lies inside its own interval.

    Bad: effect: {value: 2.5, low: 3.5, high: 4.1, …}
    Good: effect: {value: 2.5, low: 1.5, high: 4.1, …}
    """
    effect = item.effect
    if effect and not effect.low <= effect.value <= effect.high:
        yield ("effect",), say("value-outside-interval", value=effect.value, low=effect.low, high=effect.high)
    for index, rare in enumerate(item.frequencies):
        low, high = (rare.rate if end is None else end for end in (rare.low, rare.high))
        if not low <= rare.rate <= high:
            yield ("frequencies", index), say("value-outside-interval", value=rare.rate, low=low, high=high)


@rule("value-outside-interval", each="bilingual")
def values_said_are_inside_their_intervals(text: Text) -> Findings:
    """In a text as well, an estimate is inside the interval behind it, whose lower end comes first.

    Bad: finding: {ja: 差は0.03(95% CI 0.51〜0.56)。, en: The difference was 0.03 (95% CI 0.51 to 0.56).}
    Good: finding: {ja: 差は0.03(95% CI −0.51〜0.56)。, en: The difference was 0.03 (95% CI −0.51 to 0.56).}
    """
    for language in LANGUAGES:
        for said in outside_intervals(text[language]):
            yield (language,), say("value-outside-interval.said", said=said)
    turned = [(language, said) for language in LANGUAGES for said in turned_intervals(text[language])]
    if {language for language, _ in turned} == set(LANGUAGES) or (turned and difference(text) is None):
        for language, said in turned:  # in one language alone, the numbers are in another order, which is reported
            yield (language,), say("value-outside-interval.turned", said=said)


@rule("value-outside-interval", each="bilingual")
def what_includes_no_effect_is_not_called_significant(text: Text) -> Findings:
    """An estimate whose interval includes no effect is not said to differ significantly, where both languages say so.

    Bad: finding: {ja: オッズ比1.3（0.8〜2.1）で有意だった。, en: 'Odds ratio 1.3 (0.8 to 2.1), a significant difference.'}
    Good: finding: {ja: オッズ比1.3（0.8〜2.1）で有意でない。, en: 'Odds ratio 1.3 (0.8 to 2.1), no significant difference.'}
    """
    if found := called_significant(text):
        yield (), say("value-outside-interval.significant", estimate=found[0], said=found[1])
