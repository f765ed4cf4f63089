"""Rules on the article: every sentence is accounted for, and what every page says about it is true."""

from __future__ import annotations

from collections.abc import Iterator

from tools.appraisal.levels import ceiling_of, is_below
from tools.appraisal.tally import Rank, tally_of
from tools.records.claim import Review
from tools.records.explain import nearest
from tools.records.problem import Problem
from tools.records.words import LANGUAGES


def every_claim_is_said(review: Review) -> Iterator[Problem]:
    """A claim is said by a sentence of the article, or says in `context` why it is here although none does."""
    for claim_id, claim in review.claims.items():
        if not claim.said and claim.context is None:
            message = "No sentence of the article says this claim. List it in `said`, or say in `context` why it is here."
            yield review.sources[f"claim:{claim_id}"].problem(("said",), "unsaid-claim", message)
        if claim.said and claim.context is not None:
            message = "`context` is for what the article does not say, but `said` lists sentences. Keep one of the two."
            yield review.sources[f"claim:{claim_id}"].problem(("context",), "unsaid-claim", message)


def sentences_and_claims_agree(review: Review) -> Iterator[Problem]:
    """Each sentence that claims is taken up by a claim, and each passage of a claim is such a sentence."""
    source, sentences = review.sources["article"], review.article.sentences
    said: set[str] = set()
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.said):
            said.add(item.passage)
            if item.passage not in sentences:
                message = f"`{item.passage}` is not a sentence of the article. Correct the position."
                yield review.sources[f"claim:{claim_id}"].problem(("said", index, "passage"), "unknown-passage", message)
            elif sentences[item.passage].state != "claim":
                state = sentences[item.passage].state
                message = f"`{item.passage}` counts as `{state}`. Make it a claim in article.yml, or remove it."
                yield review.sources[f"claim:{claim_id}"].problem(("said", index, "passage"), "passage-not-claim", message)
    for passage, sentence in sentences.items():
        if sentence.state == "claim" and passage not in said and not review.has_unread_claims:
            message = f"`{passage}` counts as a claim, but no claim says it. Add it to a claim, or give another state."
            yield source.problem(("sentences", passage), "unclaimed-sentence", message)
        if sentence.section not in review.article.sections:
            message = f"`{sentence.section}` is not a section of the article. Correct it."
            yield source.problem(("sentences", passage, "section"), "unknown-section", message)


def differences_are_in_the_article(review: Review) -> Iterator[Problem]:
    """A difference between the languages points at sentences of the article."""
    for index, difference in enumerate(review.article.differences):
        for language in LANGUAGES:
            for number, passage in enumerate(getattr(difference, language)):
                if passage not in review.article.sentences or not passage.startswith(language):
                    message = f"`{passage}` is not a {language} sentence of the article. Correct the position."
                    at = ("differences", index, language, number)
                    yield review.sources["article"].problem(at, "unknown-passage", message)


def plain_statement_is_true(review: Review) -> Iterator[Problem]:
    """The sentence on every page holds only while its claims stand at the levels that it names."""
    statement, source = review.article.plain_statement, review.sources["article"]
    for claim_id, level in statement.levels.items():
        claim = review.claims.get(claim_id)
        if claim is None and f"claim:{claim_id}" not in review.sources:
            message = f"`{claim_id}` is not a claim.{nearest(claim_id, review.claims)} Correct the id."
            yield source.problem(("plain_statement", "levels", claim_id), "unknown-claim", message)
        elif claim and claim.level != level and not is_below(ceiling_of(claim, review), claim.level):
            # a level above its evidence is refused as such; one line is enough
            message = f"The statement needs `{claim_id}` at `{level}`, but it is at `{claim.level}`. Rewrite the statement."
            yield source.problem(("plain_statement", "levels", claim_id), "statement-out-of-date", message)
    if review.searches and statement.search not in review.searches:
        message = f"`{statement.search}` is not a search of this review. Correct the id."
        yield source.problem(("plain_statement", "search"), "unknown-search", message)


def plain_statement_counts_what_came(review: Review) -> Iterator[Problem]:
    """Where the sentence on every page counts no study in people, its claims have none either."""
    statement = review.article.plain_statement
    search = review.searches.get(statement.search)
    if search is None or search.found:
        return
    for claim_id in statement.levels:
        claim = review.claims.get(claim_id)
        if claim and statement.search in claim.searches and max(tally_of(claim, review).tested, default=Rank.NONE) >= Rank.CASES:
            message = (
                f"`found` is 0, and every page says so, but `{claim_id}` has a direct study in people. "
                "Search again, and correct `found`, `result` and `date`."
            )
            yield review.sources["searches"].problem((statement.search, "found"), "statement-out-of-date", message)


def plain_statement_gives_the_number_found(review: Review) -> Iterator[Problem]:
    """The sentence on every page gives the number of studies found; where it is 0, it says that the search found none."""
    statement = review.article.plain_statement
    search = review.searches.get(statement.search)
    for language in LANGUAGES if search else ():
        if ("{found}" in statement.text[language]) == bool(search.found):
            continue
        if search.found:
            message = f"`{statement.search}` found {search.found}, but the statement does not say so. Write it as `{{found}}`."
        else:
            message = "`{found}` would print 0, as if no study existed. Say that the search found none."
        yield review.sources["article"].problem(("plain_statement", "text", language), "statement-out-of-date", message)


RULES = (
    every_claim_is_said,
    sentences_and_claims_agree,
    differences_are_in_the_article,
    plain_statement_is_true,
    plain_statement_counts_what_came,
    plain_statement_gives_the_number_found,
)
