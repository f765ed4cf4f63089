"""Rules on claims: links, words, codes, versions, and the level that cannot outrun its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from tools.appraisal import argument, levels
from tools.appraisal.load_bearing import ceiling_promised
from tools.appraisal.tally import tally_of
from tools.records.claim import Claim, Review
from tools.records.explain import nearest
from tools.records.problem import KeyPath, Problem
from tools.records.words import Certainty, Direction, Kind, Level, State, Wording


def linked_claims_exist(review: Review) -> Iterator[Problem]:
    """`requires` and `related` name claims that exist."""
    for claim_id, claim in review.claims.items():
        for field, targets in (("requires", claim.requires), ("related", claim.related)):
            for index, target in enumerate(targets):
                if f"claim:{target}" not in review.sources:
                    message = f"`{target}` is not a claim.{nearest(target, review.claims)} Correct the id."
                    yield review.sources[f"claim:{claim_id}"].problem((field, index), "unknown-claim", message)
                elif target == claim_id and field == "related":
                    yield review.sources[f"claim:{claim_id}"].problem(
                        (field, index), "unknown-claim", "A claim is not related to itself. Remove it."
                    )


def premises_have_no_cycle(review: Review) -> Iterator[Problem]:
    """No claim is its own premise, directly or by others."""
    for claim_id, claim in review.claims.items():
        for index, premise in enumerate(claim.requires):
            if premise == claim_id or (premise in review.claims and claim_id in argument.premises_of(premise, review.claims)):
                message = f"`{claim_id}` requires `{premise}`, which in turn requires `{claim_id}`. Break the cycle."
                yield review.sources[f"claim:{claim_id}"].problem(("requires", index), "cycle", message)


def words_are_in_the_vocabulary(review: Review) -> Iterator[Problem]:
    """Designs, species, measures, outcomes, locators, terms and searches are those of the vocabulary and the searches."""
    words = review.vocabulary
    for claim_id, claim in review.claims.items():
        yield from _unknown(review, f"claim:{claim_id}", ("topic",), "topic", claim.topic, words.topic)
        for index, name in enumerate(claim.terms):
            yield from _unknown(review, f"claim:{claim_id}", ("terms", index), "term", name, words.term)
        for index, name in enumerate(claim.searches):
            if review.searches:
                yield from _unknown(review, f"claim:{claim_id}", ("searches", index), "search", name, review.searches)
        if review.searches and claim.absence:
            yield from _unknown(review, f"claim:{claim_id}", ("absence",), "search", claim.absence, review.searches)
        for index, item in enumerate(claim.evidence):
            used = {("locator",): item.locator.split()[0]}
            if item.effect:
                used |= {("effect", "measure"): item.effect.measure, ("effect", "outcome"): item.effect.outcome}
            for field, word in used.items():
                known = getattr(words, field[-1])
                yield from _unknown(review, f"claim:{claim_id}", ("evidence", index, *field), field[-1], word, known)
    for key, reference in review.references.items():
        yield from _unknown(review, f"reference:{key}", ("design",), "design", reference.design, words.design)
        yield from _unknown(review, f"reference:{key}", ("species",), "species", reference.species, words.species)


def fixed_words_are_defined(review: Review) -> Iterator[Problem]:
    """The vocabulary says what each word of the record model means; pages print what it says."""
    fixed = {"level": Level, "certainty": Certainty, "direction": Direction, "wording": Wording, "kind": Kind, "state": State}
    for group, words in fixed.items():
        for word in get_args(words):
            if word not in getattr(review.vocabulary, group):
                message = f"`{word}` is not defined under `{group}`. Give its label and definition in both languages."
                yield review.sources["vocabulary"].problem((group,), "missing-word", message)


def _unknown(review: Review, record: str, at: KeyPath, kind: str, word: str, known: object) -> Iterator[Problem]:
    if word not in known:
        message = f"`{word}` is not defined under `{kind}`.{nearest(word, known)} Correct it, or define it first."
        yield review.sources[record].problem(at, f"unknown-{kind}", message)


def codes_are_unique(review: Review) -> Iterator[Problem]:
    """Each claim has a code of its own; the claims of one topic share its letters."""
    first: dict[str, str] = {}
    letters: dict[str, str] = {}
    for claim_id, claim in review.claims.items():
        if owner := first.get(claim.code):
            message = f"The code `{claim.code}` belongs to `{owner}`. Give this claim the next free number."
            yield review.sources[f"claim:{claim_id}"].problem(("code",), "duplicate-code", message)
        first.setdefault(claim.code, claim_id)
        expected = letters.setdefault(claim.topic, claim.code[:3])
        if claim.code[:3] != expected:
            message = f"The code `{claim.code}` does not fit the topic `{claim.topic}`. Begin it with `{expected}-`."
            yield review.sources[f"claim:{claim_id}"].problem(("code",), "code-not-of-topic", message)


def levels_stay_below_their_ceiling(review: Review) -> Iterator[Problem]:
    """A level is at most what the linked evidence allows; a lower one says why, and only a lower one."""
    for claim_id, claim in review.claims.items():
        if not _is_read(claim, review):
            continue
        allowed = levels.ceiling_of(claim, review)
        if levels.is_below(allowed, claim.level):
            message = (
                f"`{claim.level}` is above `{allowed}`, the highest level that the direct evidence allows. "
                f"Write `{allowed}`, or add direct evidence."
            )
            yield review.sources[f"claim:{claim_id}"].problem(("level",), "level-above-evidence", message)
        elif levels.is_below(claim.level, allowed) and claim.level_note is None:
            message = (
                f"`{claim.level}` is below `{allowed}`, which the evidence allows. "
                f"Write `{allowed}`, or say in `level_note` why not."
            )
            yield review.sources[f"claim:{claim_id}"].problem(("level",), "level-note-missing", message)
        elif claim.level == allowed and claim.level_note is not None:
            message = f"`level_note` explains a lower level, but `{claim.level}` is the highest allowed. Remove the note."
            yield review.sources[f"claim:{claim_id}"].problem(("level_note",), "level-note-needless", message)


def certainty_has_an_estimate(review: Review) -> Iterator[Problem]:
    """Without a study in people there is no certainty, and where a claim is open, little: unless the evidence contradicts it."""
    for claim_id, claim in review.claims.items():
        source = review.sources[f"claim:{claim_id}"]
        if claim.level in ("preclinical", "hypothetical") and claim.certainty != "none":
            message = (
                f"`certainty` is `{claim.certainty}`, but at `{claim.level}` there is no estimate in people. "
                "Write `none`, or add the studies."
            )
            yield source.problem(("certainty",), "certainty-without-estimate", message)
        contradicted = levels.is_contradicted(tally_of(claim, review))
        if claim.level == "inconclusive" and claim.certainty in ("high", "moderate") and not contradicted:
            message = (
                f"`certainty` is `{claim.certainty}`, but `inconclusive` says that the evidence is too weak or conflicts. "
                "Write `low` or `very-low`, or `none` where there is no estimate."
            )
            yield source.problem(("certainty",), "certainty-above-level", message)


def conditions_move_the_ceiling(review: Review) -> Iterator[Problem]:
    """What a record says would change it does so by the rule, and by as much as it says."""
    for claim_id, claim in review.claims.items():
        wanted, source = claim.would_change_if, review.sources[f"claim:{claim_id}"]
        if wanted is None or not _is_read(claim, review):
            continue
        for kind in ("design", "species"):
            known = getattr(review.vocabulary, kind)
            yield from _unknown(review, f"claim:{claim_id}", ("would_change_if", kind), kind, getattr(wanted, kind), known)
        then, now = ceiling_promised(claim, review), levels.ceiling_of(claim, review)
        if then != wanted.ceiling:
            message = (
                f"With the evidence now listed, these studies would make the ceiling `{then}`, not `{wanted.ceiling}`. "
                "Correct it; if what it waited for has come, name what would change the level next."
            )
            yield source.problem(("would_change_if",), "would-change", message)
        elif then == now:
            message = f"The ceiling is `{now}` already, so these studies would not move it. Name what would."
            yield source.problem(("would_change_if",), "would-change", message)


def _is_read(claim: Claim, review: Review) -> bool:
    """True where every source of the evidence can be read: without one of them the ceiling would be wrong."""
    return all(item.ref in review.references for item in claim.evidence)


def versions_and_dates_agree(review: Review) -> Iterator[Problem]:
    """The last entry of the history is the current version, and the next review is after the last."""
    for claim_id, claim in review.claims.items():
        if [revision.version for revision in claim.history] != list(range(1, claim.version + 1)):
            message = f"The history does not count from 1 to version `{claim.version}`. Add what is missing."
            yield review.sources[f"claim:{claim_id}"].problem(("history",), "history-incomplete", message)
        if claim.review_by <= claim.reviewed:
            message = f"`review_by` {claim.review_by} is not after `reviewed` {claim.reviewed}. Correct one of them."
            yield review.sources[f"claim:{claim_id}"].problem(("review_by",), "bad-date", message)


RULES = (
    linked_claims_exist,
    premises_have_no_cycle,
    words_are_in_the_vocabulary,
    fixed_words_are_defined,
    codes_are_unique,
    levels_stay_below_their_ceiling,
    certainty_has_an_estimate,
    conditions_move_the_ceiling,
    versions_and_dates_agree,
)
