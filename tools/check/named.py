"""Rules on what outcomes name: words of the vocabulary and sources of the references."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Awaited, Outcome
from tools.records.problem import KeyPath
from tools.records.sources import Reference
from tools.records.vocabulary import Vocabulary
from tools.text.hints import hint
from tools.text.messages import Message, say

Named = Iterator[tuple[KeyPath, str]]


@rule("unknown-outcome", each="claim")
def outcomes_of_claims_are_defined(claim: Claim, review: Review) -> Findings:
    """The outcomes and the harms that a claim names are words of the vocabulary.

    Bad: outcomes: [{outcome: joy, …}]
    Good: outcomes: [{outcome: response, …}]
    """
    named: list[tuple[KeyPath, str]] = [(("outcomes", i, "outcome"), one.outcome) for i, one in enumerate(claim.outcomes)]
    if isinstance(claim.would_change_if, Awaited):
        named.append((("would_change_if", "outcome"), claim.would_change_if.outcome))
    named += [(("harms", i), word) for i, word in enumerate(claim.harms)]
    yield from _unknown_outcomes(iter(named), review.vocabulary.outcome)


@rule("unknown-outcome", each="evidence")
def outcomes_of_studies_are_defined(item: Evidence, review: Review) -> Findings:
    """The harm and the outcomes on which a study bears are words of the vocabulary.

    Bad: reports: [joy]
    Good: reports: [response]
    """
    named: list[tuple[KeyPath, str]] = [(("reports", i), word) for i, word in enumerate(item.reports)]
    named += [(("harm",), item.harm)] if item.harm else []
    named += [(("frequencies", i, "outcome"), one.outcome) for i, one in enumerate(item.frequencies)]
    yield from _unknown_outcomes(iter(named), review.vocabulary.outcome)


def _unknown_outcomes(named: Named, known: Collection[str]) -> Findings:
    for at, word in named:
        if word not in known:
            yield at, say("unknown-outcome", word=word, hint=hint(word, known))


@rule("unknown-scale", each="claim")
def scales_are_defined(claim: Claim, review: Review) -> Findings:
    """The scale of a difference in points is a word of the vocabulary.

    Bad: scale: bleu
    Good: scale: blue
    """
    known = review.vocabulary.scale
    for index, outcome in enumerate(claim.outcomes):
        if outcome.scale is not None and outcome.scale not in known:
            yield ("outcomes", index, "scale"), say("unknown-scale", word=outcome.scale, hint=hint(outcome.scale, known))


@rule("unknown-set-aside", each="claim")
def words_for_setting_aside_are_defined(claim: Claim, review: Review) -> Findings:
    """A study is set aside for a reason that the vocabulary knows.

    Bad: {ref: kage2022null, because: too-small, …}
    Good: {ref: kage2022null, because: same-people, …}
    """
    known = review.vocabulary.set_aside
    for index, aside in enumerate(claim.considered.set_aside if claim.considered else []):
        if aside.because not in known:
            at = ("considered", "set-aside", index, "because")
            yield at, say("unknown-set-aside", word=aside.because, words=tuple(known))


@rule("unknown-reference", each="claim")
def sources_of_outcomes_exist(claim: Claim, review: Review) -> Findings:
    """The sources that an outcome names for its baseline, for ratings and for what raises it are in `references/`.

    Bad: without: {per100: 11, source: mori2019mouse}
    Good: without: {per100: 11, source: mori2019mice}
    """
    for index, outcome in enumerate(claim.outcomes):
        for at, key in _sources(outcome):
            if key not in review.references and not review.unread.hides("reference", key):
                yield ("outcomes", index, *at), _unknown(key, review)


def _sources(outcome: Outcome) -> Named:
    if outcome.without:
        yield ("without", "source"), outcome.without.source
    if outcome.observed:
        yield ("observed", "source"), outcome.observed.source
    yield from ((("rated", index, "by"), rating.by) for index, rating in enumerate(outcome.rated))
    yield from ((("up", index, "source"), raised.source) for index, raised in enumerate(outcome.up))


@rule("unknown-reference", "date-out-of-order", each="reference")
def sources_of_sources_exist(key: str, reference: Reference, review: Review) -> Findings:
    """What a source pools, updates or is replaced by, and who appraised it, is in `references/`; what replaces it is not older.

    Bad: updates = {mori2018mouse},
    Good: updates = {mori2018mice},
    """
    named: list[tuple[str, str]] = [("pools", other) for other in reference.pools]
    named += [("updates", other) for other in reference.updates]
    named += [("supersededby", reference.supersededby)] if reference.supersededby else []
    named += [("appraisal", appraisal.by) for appraisal in reference.appraisal]
    for field, other in named:
        if other == key and field != "appraisal":
            yield (field,), say("unknown-reference.own", field=field)
        elif other not in review.references and not review.unread.hides("reference", other):
            yield (field,), _unknown(other, review)
        elif field in ("updates", "supersededby") and (source := review.references.get(other)):
            older, newer = (source.year, reference.year) if field == "updates" else (reference.year, source.year)
            if older and newer and older > newer:
                yield (field,), say("date-out-of-order.replaced", field=field, other=other, older=older, newer=newer)
            elif field == "supersededby" and reference.authority and reference.country not in (None, source.country):
                yield (field,), say("unknown-reference.other-body", other=other, authority=reference.authority)


@rule("unknown-reference", each="vocabulary")
def sources_of_margins_exist(vocabulary: Vocabulary, review: Review) -> Findings:
    """A smallest worthwhile difference has its source in `references/`.

    Bad: worthwhile: [{value: 3, unit: points, scale: blue, source: mori2019mouse}]
    Good: worthwhile: [{value: 3, unit: points, scale: blue, source: mori2019mice}]
    """
    for name, word in vocabulary.outcome.items():
        for index, margin in enumerate(word.worthwhile):
            if margin.source not in review.references and not review.unread.hides("reference", margin.source):
                yield ("outcome", name, "worthwhile", index, "source"), _unknown(margin.source, review)


def _unknown(key: str, review: Review) -> Message:
    return say("unknown-reference", key=key, hint=hint(key, review.references.keys() | review.unread.named("reference")))
