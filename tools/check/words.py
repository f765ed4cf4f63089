"""Rules on words: each that a record uses is defined, by the vocabulary or by the searches on record."""

from __future__ import annotations

from typing import get_args

from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.problem import KeyPath
from tools.records.sources import Reference, Search
from tools.records.vocabulary import Vocabulary
from tools.records.words import Certainty, Direction, Kind, Level, State, Wording
from tools.text.hints import hint
from tools.text.messages import say

# The words of the record model, by the group of the vocabulary that says what they mean to a reader.
_FIXED = {"level": Level, "certainty": Certainty, "direction": Direction, "wording": Wording, "kind": Kind, "state": State}


@rule("missing-word", each="vocabulary")
def fixed_words_are_defined(vocabulary: Vocabulary) -> Findings:
    """The vocabulary says what each word of the record model means; pages print what it says.

    Bad: certainty: {high: …, low: …}
    Good: certainty: {high: …, moderate: …, low: …, very-low: …, none: …}
    """
    for group, words in _FIXED.items():
        for word in get_args(words):
            if word not in getattr(vocabulary, group):
                yield (group,), say("missing-word", word=word, group=group)


@rule("unknown-topic", each="claim")
def topics_are_defined(claim: Claim, review: Review) -> Findings:
    """The topic of a claim is a word of the vocabulary.

    Bad: topic: teas
    Good: topic: tea
    """
    known = review.vocabulary.topic
    if claim.topic not in known:
        yield ("topic",), say("unknown-topic", word=claim.topic, hint=hint(claim.topic, known))


@rule("unknown-term", each="claim")
def terms_are_defined(claim: Claim, review: Review) -> Findings:
    """The terms of a claim are words of the vocabulary.

    Bad: terms: [teas]
    Good: terms: [tea]
    """
    known = review.vocabulary.term
    for index, word in enumerate(claim.terms):
        if word not in known:
            yield ("terms", index), say("unknown-term", word=word, hint=hint(word, known))


@rule("unknown-search", each="claim")
def searches_are_on_record(claim: Claim, review: Review) -> Findings:
    """The searches that a claim names are on record.

    Bad: searches: [tea-in-poeple]
    Good: searches: [tea-in-people]
    """
    named: list[tuple[KeyPath, str]] = [(("searches", index), name) for index, name in enumerate(claim.searches)]
    if claim.absence is not None:
        named.append((("absence",), claim.absence))
    for at, name in named:
        if name not in review.searches and not review.unread.hides("search", name):
            yield at, say("unknown-search", name=name, hint=hint(name, review.searches))


@rule("stale-run", each="search")
def runs_are_of_the_queries_on_record(search: Search) -> Findings:
    """A number of hits is that of the query as it stands.

    Bad: {pubmed: 'tea[ti] AND mood[ti]', runs: {pubmed: {date: 2026-01-03, hits: 4, sha256: (of another query)}}}
    Good: {pubmed: 'tea[ti] AND mood[ti]', runs: {}}
    """
    for database, run in search.runs.items():
        if not run.is_of(search.queries.get(database)):
            yield ("runs", database), say("stale-run", database=database)


@rule("unknown-locator", each="evidence")
def locators_are_defined(item: Evidence, review: Review) -> Findings:
    """The first word of a locator is one of the vocabulary.

    Bad: locator: somewhere
    Good: locator: table 2
    """
    word, known = item.locator.split()[0], review.vocabulary.locator
    if word not in known:
        yield ("locator",), say("unknown-locator", word=word, hint=hint(word, known))


@rule("unknown-reader", each="evidence")
def readers_are_defined(item: Evidence, review: Review) -> Findings:
    """Who wrote a finding, and who confirmed it, is said in words of the vocabulary, which tells what they are.

    Bad: by: somebody
    Good: by: hikari
    """
    known = review.vocabulary.reader
    for field, word in (("by", item.by), ("confirmed_by", item.confirmed_by)):
        if word is not None and word not in known:
            yield (field,), say("unknown-reader", word=word, hint=hint(word, known))


@rule("unknown-reader", each="claim")
def judges_are_defined(claim: Claim, review: Review) -> Findings:
    """Who judged, and who read a judgement again, is said in words of the vocabulary.

    Bad: judged_by: somebody
    Good: judged_by: hikari
    """
    known = review.vocabulary.reader
    named = [(("judged_by",), claim.judged_by), *(((*at, "by"), second.by) for at, second in claim.said_second_reads())]
    for at, word in named:
        if word is not None and word not in known:
            yield at, say("unknown-reader", word=word, hint=hint(word, known))


@rule("unknown-measure", each="evidence")
def measures_are_defined(item: Evidence, review: Review) -> Findings:
    """The measure of an effect is a word of the vocabulary.

    Bad: effect: {measure: odds, …}
    Good: effect: {measure: OR, …}
    """
    known = review.vocabulary.measure
    if item.effect and item.effect.measure not in known:
        word = item.effect.measure
        yield ("effect", "measure"), say("unknown-measure", word=word, hint=hint(word, known))


@rule("unknown-outcome", each="evidence")
def outcomes_are_defined(item: Evidence, review: Review) -> Findings:
    """The outcome of an effect is a word of the vocabulary.

    Bad: effect: {outcome: joy, …}
    Good: effect: {outcome: response, …}
    """
    known = review.vocabulary.outcome
    if item.effect and item.effect.outcome not in known:
        word = item.effect.outcome
        yield ("effect", "outcome"), say("unknown-outcome", word=word, hint=hint(word, known))


@rule("unknown-design", each="reference")
def designs_are_defined(reference: Reference, review: Review) -> Findings:
    """The design of a study is a word of the vocabulary.

    Bad: design = {randomised},
    Good: design = {rct},
    """
    word, known = reference.design, review.vocabulary.design
    if word not in known:
        yield ("design",), say("unknown-design", word=word, hint=hint(word, known))


@rule("unknown-species", each="reference")
def species_are_defined(reference: Reference, review: Review) -> Findings:
    """The species that a study looked at is a word of the vocabulary.

    Bad: species = {people},
    Good: species = {human},
    """
    word, known = reference.species, review.vocabulary.species
    if word not in known:
        yield ("species",), say("unknown-species", word=word, hint=hint(word, known))
