"""What the rules are called for: each record, or part of one, with where it is in the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tools.check.registry import Scope
from tools.records.claim import Review
from tools.records.problem import KeyPath
from tools.records.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a rule looks at.

    Attributes:
        record: its name in `Review.sources`; "" for the whole review, whose rules name the record themselves.
        at: its place in the record.
        gives: what a rule can take.
    """

    record: str
    at: KeyPath
    gives: Mapping[str, object]


def _claims(review: Review) -> Iterator[Target]:
    for claim_id, claim in review.claims.items():
        yield Target(f"claim:{claim_id}", (), {"claim_id": claim_id, "claim": claim})


def _evidence(review: Review) -> Iterator[Target]:
    for claim_id, claim in review.claims.items():
        for index, item in enumerate(claim.evidence):
            yield Target(f"claim:{claim_id}", ("evidence", index), {"claim": claim, "item": item})


def _said(review: Review) -> Iterator[Target]:
    for claim_id, claim in review.claims.items():
        for index, said in enumerate(claim.said):
            yield Target(f"claim:{claim_id}", ("said", index), {"claim": claim, "said": said})


def _references(review: Review) -> Iterator[Target]:
    for key, reference in review.references.items():
        yield Target(f"reference:{key}", (), {"key": key, "reference": reference})


def _searches(review: Review) -> Iterator[Target]:
    for name, search in review.searches.items():
        yield Target("searches", (name,), {"name": name, "search": search})


def _sentences(review: Review) -> Iterator[Target]:
    for passage, sentence in review.article.sentences.items():
        yield Target("article", ("sentences", passage), {"passage": passage, "sentence": sentence})


def _pages(review: Review) -> Iterator[Target]:
    for language in LANGUAGES:
        for name, text in review.pages[language].items():
            yield Target(f"page:{language}/{name}", (), {"language": language, "name": name, "text": text})


def _published(review: Review) -> Iterator[Target]:
    for claim_id, versions in review.archive.items():
        yield Target(f"archive:{claim_id}", (), {"claim_id": claim_id, "versions": versions})


TARGETS: Mapping[Scope, Callable[[Review], Iterator[Target]]] = {
    "claim": _claims,
    "evidence": _evidence,
    "said": _said,
    "reference": _references,
    "search": _searches,
    "sentence": _sentences,
    "article": lambda review: iter([Target("article", (), {"article": review.article})]),
    "vocabulary": lambda review: iter([Target("vocabulary", (), {"vocabulary": review.vocabulary})]),
    "page": _pages,
    "published": _published,
    "review": lambda review: iter([Target("", (), {})]),
}
