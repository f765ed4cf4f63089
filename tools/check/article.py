"""Rules on the article: every sentence is accounted for, and what every page says about it is true."""

from __future__ import annotations

from tools.appraisal.assess import Assessed
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review, Said
from tools.records.sources import Article, ArticleSentence, Search
from tools.records.words import LANGUAGES, is_below
from tools.text.hints import hint
from tools.text.messages import say

_NOT_OF_THE_LANGUAGE = {"ja": "unknown-passage.ja", "en": "unknown-passage.en"}


@rule("unsaid-claim", each="claim")
def every_claim_is_said(claim: Claim) -> Findings:
    """A claim is said by a sentence of the article, or says in `context` why it is here although none does.

    Bad: {said: [], …}
    Good: {said: [{passage: en-02.1, …}], …}
    """
    if not claim.said and claim.context is None:
        yield ("said",), say("unsaid-claim")
    if claim.said and claim.context is not None:
        yield ("context",), say("unsaid-claim.both")


@rule("unknown-passage", each="said")
def passages_of_claims_exist(said: Said, review: Review) -> Findings:
    """A sentence that a claim points at is one of the article's.

    Bad: {passage: en-99.1, …}
    Good: {passage: en-02.1, …}
    """
    if said.passage not in review.article.sentences:
        yield ("passage",), say("unknown-passage", passage=said.passage)


@rule("unknown-passage", each="article")
def passages_of_differences_exist(article: Article) -> Findings:
    """A difference between the languages points at sentences of the article, each in its language.

    Bad: differences: [{ja: [en-02.2], …}]
    Good: differences: [{ja: [ja-02.2], …}]
    """
    for index, difference in enumerate(article.differences):
        for language in LANGUAGES:
            for number, passage in enumerate(getattr(difference, language)):
                if passage not in article.sentences or not passage.startswith(language):
                    message = say(_NOT_OF_THE_LANGUAGE[language], passage=passage)
                    yield ("differences", index, language, number), message


@rule("passage-not-claim", each="said")
def passages_of_claims_count_as_such(said: Said, review: Review) -> Findings:
    """A sentence that a claim points at is counted as one that claims.

    Bad: article.yml: en-02.2: {state: heading, …}; tea-calms-mice.yml: said: [{passage: en-02.2, …}]
    Good: article.yml: en-02.2: {state: claim, …}; tea-calms-mice.yml: said: [{passage: en-02.2, …}]
    """
    sentence = review.article.sentences.get(said.passage)
    if sentence and sentence.state != "claim":
        yield ("passage",), say("passage-not-claim", passage=said.passage, state=sentence.state)


@rule("unclaimed-sentence", each="review", whole=("claim",))
def sentences_that_claim_are_taken_up(review: Review) -> Findings:
    """Each sentence that claims is taken up by a claim.

    Bad: article.yml: en-02.2: {state: claim, …}; claims/*.yml: said: []
    Good: article.yml: en-02.2: {state: claim, …}; tea-calms-mice.yml: said: [{passage: en-02.2, …}]
    """
    said = {item.passage for claim in review.claims.values() for item in claim.said}
    for passage, sentence in review.article.sentences.items():
        if sentence.state == "claim" and passage not in said:
            yield ("article", "sentences", passage), say("unclaimed-sentence", passage=passage)


@rule("unknown-section", each="sentence")
def sections_exist(sentence: ArticleSentence, review: Review) -> Findings:
    """The section of a sentence is one of the article's.

    Bad: {sections: {body: …}, sentences: {en-02.1: {section: boddy, …}}}
    Good: {sections: {body: …}, sentences: {en-02.1: {section: body, …}}}
    """
    known = review.article.sections
    if sentence.section not in known:
        yield ("section",), say("unknown-section", section=sentence.section, hint=hint(sentence.section, known))


@rule("unknown-claim", "unknown-search", each="article")
def plain_statement_rests_on_what_exists(article: Article, review: Review) -> Findings:
    """The claims and the search that the sentence on every page rests on exist.

    Bad: plain_statement: {levels: {tea-clams-mice: preclinical}, …}
    Good: plain_statement: {levels: {tea-calms-mice: preclinical}, …}
    """
    statement = article.plain_statement
    known = review.claims.keys() | review.unread.named("claim")
    for claim_id in statement.levels:
        if claim_id not in known and not review.unread.hides("claim", claim_id):
            yield ("plain_statement", "levels", claim_id), say("unknown-claim", id=claim_id, hint=hint(claim_id, known))
    name = statement.search
    if name not in review.searches and not review.unread.hides("search", name):
        yield ("plain_statement", "search"), say("unknown-search", name=name, hint=hint(name, review.searches))


@rule("statement-out-of-date", each="article")
def plain_statement_names_the_levels(article: Article, assessed: Assessed) -> Findings:
    """The sentence on every page holds only while its claims are at the levels that it names.

    Bad: article.yml: levels: {tea-calms-mice: supported}; tea-calms-mice.yml: level: preclinical
    Good: article.yml: levels: {tea-calms-mice: preclinical}; tea-calms-mice.yml: level: preclinical
    """
    for claim_id, wanted in article.plain_statement.levels.items():
        judged = assessed.claims.get(claim_id)
        # a level above its evidence is refused as such; one line is enough
        if judged and judged.claim.level != wanted and not is_below(judged.ceiling, judged.claim.level):
            message = say("statement-out-of-date.level", id=claim_id, wanted=wanted, level=judged.claim.level)
            yield ("plain_statement", "levels", claim_id), message


@rule("statement-out-of-date", each="search")
def plain_statement_counts_what_came(name: str, search: Search, assessed: Assessed) -> Findings:
    """Where the sentence on every page counts no study in people, its claims have none either.

    Bad: searches.yml: found: 0; lamp-and-tea.yml: evidence: [{ref: kage2022null, direct: true, …}]
    Good: searches.yml: found: 1; lamp-and-tea.yml: evidence: [{ref: kage2022null, direct: true, …}]
    """
    statement = assessed.review.article.plain_statement
    if name != statement.search or search.found:
        return
    for claim_id in statement.levels:
        judged = assessed.claims.get(claim_id)
        if judged and name in judged.claim.searches and judged.tested_in_people:
            yield ("found",), say("statement-out-of-date.found", id=claim_id)


@rule("statement-out-of-date", each="article")
def plain_statement_gives_the_number_found(article: Article, review: Review) -> Findings:
    """The sentence on every page gives the number of studies found; where it is 0, it says that the search found none.

    Bad: searches.yml: found: 2; article.yml: en: Our search of {date} found no study.
    Good: searches.yml: found: 2; article.yml: en: Our search of {date} found {found} studies.
    """
    statement = article.plain_statement
    search = review.searches.get(statement.search)
    if search is None:
        return
    for language in LANGUAGES:
        at = ("plain_statement", "text", language)
        if search.found and "{found}" not in statement.text[language]:
            yield at, say("statement-out-of-date.number", search=statement.search, found=search.found)
        elif not search.found and "{found}" in statement.text[language]:
            yield at, say("statement-out-of-date.none")
