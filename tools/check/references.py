"""Rules on sources: they exist, are used, can be reached, and each counts once."""

from __future__ import annotations

from collections.abc import Iterator

from tools.records.claim import Review
from tools.records.explain import nearest
from tools.records.problem import Problem
from tools.records.words import LANGUAGES
from tools.text.marks import cited_keys


def references_exist(review: Review) -> Iterator[Problem]:
    """Every reference that a claim or a search names is in `references/`, though it may have faults of its own."""
    keys = {name.removeprefix("reference:") for name in review.sources if name.startswith("reference:")}
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.evidence):
            if item.ref not in keys:
                message = f"`{item.ref}` is not in references/.{nearest(item.ref, keys)} Add it, or correct the key."
                yield review.sources[f"claim:{claim_id}"].problem(("evidence", index, "ref"), "unknown-reference", message)
    for name, search in review.searches.items():
        for index, key in enumerate(search.kept):
            if key not in keys:
                message = f"`{key}` is not in references/.{nearest(key, keys)} Add it, or correct the key."
                yield review.sources["searches"].problem((name, "kept", index), "unknown-reference", message)


def references_are_cited(review: Review) -> Iterator[Problem]:
    """Every reference is used by a claim or a search: an unread source is no evidence."""
    if review.has_unread_claims:
        return
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


def evidence_is_listed_once(review: Review) -> Iterator[Problem]:
    """A claim lists each source once: listing it twice would count it twice."""
    for claim_id, claim in review.claims.items():
        refs = [item.ref for item in claim.evidence]
        for index, ref in enumerate(refs):
            if ref in refs[:index]:
                message = f"`{ref}` is listed twice in the evidence. Keep one item."
                yield review.sources[f"claim:{claim_id}"].problem(("evidence", index, "ref"), "duplicate-evidence", message)


def citations_are_evidence(review: Review) -> Iterator[Problem]:
    """Every source cited in an appraisal is an item of that claim's evidence, so that a reader finds what it said."""
    for claim_id, claim in review.claims.items():
        listed = {item.ref for item in claim.evidence}
        for language in LANGUAGES:
            for key in sorted(set(cited_keys(claim.appraisal[language])) - listed):
                message = f"`[@{key}]` is cited, but `{key}` is not in the evidence of this claim. Add it there, or cite another."
                yield review.sources[f"claim:{claim_id}"].problem(("appraisal", language), "citation-not-evidence", message)


def intervals_hold_their_value(review: Review) -> Iterator[Problem]:
    """An estimate lies inside its own interval."""
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.evidence):
            effect = item.effect
            if effect and not effect.low <= effect.value <= effect.high:
                message = f"`{effect.value}` is not between `{effect.low}` and `{effect.high}`. Read the source again."
                yield review.sources[f"claim:{claim_id}"].problem(
                    ("evidence", index, "effect"), "value-outside-interval", message
                )


RULES = (
    references_exist,
    references_are_cited,
    references_can_be_reached,
    evidence_is_listed_once,
    citations_are_evidence,
    intervals_hold_their_value,
)
