"""What one file cannot know: rules over the whole review.

A rule is a generator of problems; its docstring is the rule. `RULES` lists them all, and every one holds or is a
problem: there are no warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tools import check_language, levels
from tools.citations import cited_keys
from tools.explain import nearest
from tools.model import LANGUAGES, Review
from tools.problem import Problem

Rule = Callable[[Review], Iterator[Problem]]
TOPIC_CODES = {"tms": "TMS", "exosome": "EXO", "combination": "COM", "depression": "DEP"}


def references_exist(review: Review) -> Iterator[Problem]:
    """Every reference that a claim or a search names is in `references/`."""
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.evidence):
            if item.ref not in review.references and f"reference:{item.ref}" not in review.sources:
                message = f"`{item.ref}` is not in references/.{nearest(item.ref, review.references)} Add it, or correct the key."
                yield _at(review, claim_id, ("evidence", index, "ref"), "unknown-reference", message)
    for name, search in review.searches.items():
        for index, key in enumerate(search.kept):
            if key not in review.references:
                message = f"`{key}` is not in references/.{nearest(key, review.references)} Add it, or correct the key."
                yield review.sources["searches"].problem((name, "kept", index), "unknown-reference", message)


def evidence_is_listed_once(review: Review) -> Iterator[Problem]:
    """A claim lists each source once: listing it twice would count it twice."""
    for claim_id, claim in review.claims.items():
        refs = [item.ref for item in claim.evidence]
        for index, ref in enumerate(refs):
            if ref in refs[:index]:
                message = f"`{ref}` is listed twice in the evidence. Keep one item."
                yield _at(review, claim_id, ("evidence", index, "ref"), "duplicate-evidence", message)


def citations_are_evidence(review: Review) -> Iterator[Problem]:
    """Every source cited in an appraisal is an item of that claim's evidence, so that a reader finds what it said."""
    for claim_id, claim in review.claims.items():
        listed = {item.ref for item in claim.evidence}
        for language in LANGUAGES:
            for key in sorted(set(cited_keys(claim.appraisal[language])) - listed):
                message = f"`[@{key}]` is cited, but `{key}` is not in the evidence of this claim. Add it there, or cite another."
                yield _at(review, claim_id, ("appraisal", language), "citation-not-evidence", message)


def references_are_cited(review: Review) -> Iterator[Problem]:
    """Every reference is used by a claim or a search: an unread source is no evidence."""
    used = {item.ref for claim in review.claims.values() for item in claim.evidence}
    used |= {key for search in review.searches.values() for key in search.kept}
    for key in review.references.keys() - used:
        message = f"No claim and no search uses `{key}`. Use it as evidence, or remove it."
        yield review.sources[f"reference:{key}"].problem((), "uncited-reference", message)


def references_can_be_reached(review: Review) -> Iterator[Problem]:
    """A reader can open every source: by DOI, by PMID or at the official address."""
    for key, reference in review.references.items():
        if reference.link is None:
            message = f"`{key}` has no `doi`, `pmid` or `url`. Add one that you have confirmed."
            yield review.sources[f"reference:{key}"].problem((), "unreachable-reference", message)


def linked_claims_exist(review: Review) -> Iterator[Problem]:
    """`requires` and `related` name claims that exist."""
    for claim_id, claim in review.claims.items():
        for field, targets in (("requires", claim.requires), ("related", claim.related)):
            for index, target in enumerate(targets):
                if f"claim:{target}" not in review.sources:
                    message = f"`{target}` is not a claim.{nearest(target, review.claims)} Correct the id."
                    yield _at(review, claim_id, (field, index), "unknown-claim", message)
                elif target == claim_id and field == "related":
                    yield _at(review, claim_id, (field, index), "unknown-claim", "A claim is not related to itself. Remove it.")


def premises_have_no_cycle(review: Review) -> Iterator[Problem]:
    """No claim is its own premise, directly or by others."""
    for claim_id, claim in review.claims.items():
        for index, premise in enumerate(claim.requires):
            if premise == claim_id or (premise in review.claims and claim_id in levels.premises_of(premise, review.claims)):
                message = f"`{claim_id}` requires `{premise}`, which in turn requires `{claim_id}`. Break the cycle."
                yield _at(review, claim_id, ("requires", index), "cycle", message)


def words_are_in_the_vocabulary(review: Review) -> Iterator[Problem]:
    """Designs, species, measures, outcomes, locators, terms and searches are those of the vocabulary and the searches."""
    words = review.vocabulary
    for claim_id, claim in review.claims.items():
        for index, name in enumerate(claim.terms):
            yield from _unknown(review, f"claim:{claim_id}", ("terms", index), "term", name, words.term)
        for index, name in enumerate(claim.searches):
            if "searches" in review.sources:
                yield from _unknown(review, f"claim:{claim_id}", ("searches", index), "search", name, review.searches)
        for index, item in enumerate(claim.evidence):
            at = ("evidence", index)
            word = item.locator.split()[0]
            yield from _unknown(review, f"claim:{claim_id}", (*at, "locator"), "locator", word, words.locator)
            if item.effect:
                yield from _unknown(review, f"claim:{claim_id}", (*at, "effect", "measure"), "measure", item.effect.measure, words.measure)
                yield from _unknown(review, f"claim:{claim_id}", (*at, "effect", "outcome"), "outcome", item.effect.outcome, words.outcome)
    for key, reference in review.references.items():
        yield from _unknown(review, f"reference:{key}", ("design",), "design", reference.design, words.design)
        yield from _unknown(review, f"reference:{key}", ("species",), "species", reference.species, words.species)


def _unknown(review: Review, record: str, at: tuple, kind: str, word: str, known: object) -> Iterator[Problem]:
    if word not in known:
        message = f"`{word}` is not a {kind} of this review.{nearest(word, known)} Correct it, or define it first."
        yield review.sources[record].problem(at, f"unknown-{kind}", message)


def intervals_hold_their_value(review: Review) -> Iterator[Problem]:
    """An estimate lies inside its own interval."""
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.evidence):
            effect = item.effect
            if effect and not effect.low <= effect.value <= effect.high:
                message = f"`{effect.value}` is not between `{effect.low}` and `{effect.high}`. Read the source again."
                yield _at(review, claim_id, ("evidence", index, "effect"), "value-outside-interval", message)


def codes_are_unique(review: Review) -> Iterator[Problem]:
    """Each claim has a code of its own, with the letters of its topic."""
    first: dict[str, str] = {}
    for claim_id, claim in review.claims.items():
        if owner := first.get(claim.code):
            message = f"The code `{claim.code}` belongs to `{owner}`. Give this claim the next free number."
            yield _at(review, claim_id, ("code",), "duplicate-code", message)
        first.setdefault(claim.code, claim_id)
        if not claim.code.startswith(TOPIC_CODES[claim.topic] + "-"):
            message = f"The code `{claim.code}` does not fit the topic `{claim.topic}`. Begin it with `{TOPIC_CODES[claim.topic]}-`."
            yield _at(review, claim_id, ("code",), "code-not-of-topic", message)


def levels_stay_below_their_ceiling(review: Review) -> Iterator[Problem]:
    """A level is at most what the linked evidence allows; a lower one says why, and only a lower one."""
    for claim_id, claim in review.claims.items():
        if any(f"reference:{item.ref}" not in review.sources for item in claim.evidence):
            continue  # reported as unknown-reference; the ceiling would be wrong
        allowed = levels.ceiling_of(claim, review)
        if levels.is_below(allowed, claim.level):
            message = (
                f"`{claim.level}` is above `{allowed}`, the highest level that the direct evidence allows. "
                f"Write `{allowed}`, or add direct evidence."
            )
            yield _at(review, claim_id, ("level",), "level-above-evidence", message)
        elif levels.is_below(claim.level, allowed) and claim.level_note is None:
            message = f"`{claim.level}` is below `{allowed}`, which the evidence allows. Say why in `level_note`."
            yield _at(review, claim_id, ("level",), "level-note-missing", message)
        elif claim.level == allowed and claim.level_note is not None:
            message = f"`level_note` explains a lower level, but `{claim.level}` is the highest allowed. Remove the note."
            yield _at(review, claim_id, ("level_note",), "level-note-needless", message)


def plain_statement_is_true(review: Review) -> Iterator[Problem]:
    """The sentence on every page holds only while its claims stand at the levels that it names."""
    statement, source = review.article.plain_statement, review.sources["article"]
    for claim_id, level in statement.levels.items():
        claim = review.claims.get(claim_id)
        if claim is None and f"claim:{claim_id}" not in review.sources:
            message = f"`{claim_id}` is not a claim.{nearest(claim_id, review.claims)} Correct the id."
            yield source.problem(("plain_statement", "levels", claim_id), "unknown-claim", message)
        elif claim and claim.level != level:
            message = f"The statement needs `{claim_id}` at `{level}`, but it is at `{claim.level}`. Rewrite the statement."
            yield source.problem(("plain_statement", "levels", claim_id), "statement-out-of-date", message)
    if "searches" in review.sources and statement.search not in review.searches:
        message = f"`{statement.search}` is not a search of this review. Correct the id."
        yield source.problem(("plain_statement", "search"), "unknown-search", message)


def every_claim_is_said(review: Review) -> Iterator[Problem]:
    """A claim is said by a sentence of the article, or says in `context` why it is here although none does."""
    for claim_id, claim in review.claims.items():
        if not claim.said and claim.context is None:
            message = "No sentence of the article says this claim. List it in `said`, or say in `context` why it is here."
            yield _at(review, claim_id, ("said",), "unsaid-claim", message)
        if claim.said and claim.context is not None:
            message = "`context` is for what the article does not say, but `said` lists sentences. Keep one of the two."
            yield _at(review, claim_id, ("context",), "unsaid-claim", message)


def sentences_and_claims_agree(review: Review) -> Iterator[Problem]:
    """Each sentence that claims is taken up by a claim, and each passage of a claim is such a sentence."""
    source, sentences = review.sources["article"], review.article.sentences
    said: set[str] = set()
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.said):
            said.add(item.passage)
            if item.passage not in sentences:
                message = f"`{item.passage}` is not a sentence of the article. Correct the position."
                yield _at(review, claim_id, ("said", index, "passage"), "unknown-passage", message)
            elif sentences[item.passage].state != "claim":
                message = f"`{item.passage}` counts as `{sentences[item.passage].state}`. Make it a claim in article.yml, or remove it."
                yield _at(review, claim_id, ("said", index, "passage"), "passage-not-claim", message)
    for passage, sentence in sentences.items():
        if sentence.state == "claim" and passage not in said:
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


def versions_and_dates_agree(review: Review) -> Iterator[Problem]:
    """The last entry of the history is the current version, and the next review is after the last."""
    for claim_id, claim in review.claims.items():
        if [revision.version for revision in claim.history] != list(range(1, claim.version + 1)):
            message = f"The history does not count from 1 to version `{claim.version}`. Add what is missing."
            yield _at(review, claim_id, ("history",), "history-incomplete", message)
        if claim.review_by <= claim.reviewed:
            message = f"`review_by` {claim.review_by} is not after `reviewed` {claim.reviewed}. Correct one of them."
            yield _at(review, claim_id, ("review_by",), "bad-date", message)


def pages_are_in_both_languages(review: Review) -> Iterator[Problem]:
    """Every hand-written page exists in both languages."""
    names = set().union(*(review.pages[language] for language in LANGUAGES))
    for language in LANGUAGES:
        for name in sorted(names - review.pages[language].keys()):
            message = f"The page `{name}` is missing in this language. Write it, or delete the other."
            yield Problem(f"docs/{language}/{name}", 1, "missing-translation", message)


def _at(review: Review, claim_id: str, at: tuple, rule: str, message: str) -> Problem:
    return review.sources[f"claim:{claim_id}"].problem(at, rule, message)


RULES: tuple[Rule, ...] = (
    references_exist,
    evidence_is_listed_once,
    citations_are_evidence,
    references_are_cited,
    references_can_be_reached,
    linked_claims_exist,
    premises_have_no_cycle,
    words_are_in_the_vocabulary,
    intervals_hold_their_value,
    codes_are_unique,
    levels_stay_below_their_ceiling,
    plain_statement_is_true,
    every_claim_is_said,
    sentences_and_claims_agree,
    differences_are_in_the_article,
    versions_and_dates_agree,
    pages_are_in_both_languages,
    *check_language.RULES,
)


def check(review: Review) -> list[Problem]:
    """Every problem that the rules find in a review."""
    return [problem for rule in RULES for problem in rule(review)]
