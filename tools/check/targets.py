"""What the rules are called for: each record, or part of one, with where it is in the files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from tools.appraisal.assess import Assessed
from tools.check.bilingual import texts_of
from tools.check.registry import Scope
from tools.records.problem import KeyPath
from tools.records.words import LANGUAGES

_NO_TEXT = frozenset({int, float, bool, type(None), datetime.date})


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


class Written(NamedTuple):
    """A text of a record.

    Attributes:
        field: the kind of record and the innermost name, without language and number: `claim.title`, `search.words`.
        at: where in the record it is.
        text: what it says.
    """

    field: str
    at: KeyPath
    text: str


def _claims(assessed: Assessed) -> Iterator[Target]:
    for claim_id, judged in assessed.claims.items():
        yield Target(f"claim:{claim_id}", (), {"claim_id": claim_id, "claim": judged.claim, "judged": judged})


def _evidence(assessed: Assessed) -> Iterator[Target]:
    for claim_id, claim in assessed.review.claims.items():
        for index, item in enumerate(claim.evidence):
            yield Target(f"claim:{claim_id}", ("evidence", index), {"claim": claim, "item": item})


def _said(assessed: Assessed) -> Iterator[Target]:
    for claim_id, claim in assessed.review.claims.items():
        for index, said in enumerate(claim.said):
            yield Target(f"claim:{claim_id}", ("said", index), {"claim": claim, "said": said})


def _references(assessed: Assessed) -> Iterator[Target]:
    for key, reference in assessed.review.references.items():
        yield Target(f"reference:{key}", (), {"key": key, "reference": reference})


def _searches(assessed: Assessed) -> Iterator[Target]:
    for name, search in assessed.review.searches.items():
        yield Target("searches", (name,), {"name": name, "search": search})


def _sentences(assessed: Assessed) -> Iterator[Target]:
    for passage, sentence in assessed.review.article.sentences.items():
        yield Target("article", ("sentences", passage), {"passage": passage, "sentence": sentence})


def _pages(assessed: Assessed) -> Iterator[Target]:
    for language in LANGUAGES:
        for name, page in assessed.review.pages[language].items():
            gives = {"language": language, "name": name, "page": page, "text": page.text}
            yield Target(f"page:{language}/{name}", (), gives)


def _published(assessed: Assessed) -> Iterator[Target]:
    for claim_id, versions in assessed.review.archive.items():
        yield Target(f"archive:{claim_id}", (), {"claim_id": claim_id, "versions": versions})


def _texts(assessed: Assessed) -> Iterator[Target]:
    """All texts of one record at a time: there are many."""
    review = assessed.review
    records: Iterator[tuple[str, str, object]] = chain(
        (("claim", f"claim:{name}", claim) for name, claim in review.claims.items()),
        (("claim", f"claim:{name}", claim) for name, claim in review.withdrawn.items()),
        (("reference", f"reference:{key}", reference) for key, reference in review.references.items()),
        [("search", "searches", review.searches), ("article", "article", review.article)],
        [("vocabulary", "vocabulary", review.vocabulary)],
        (("page", f"page:{lang}/{name}", page.front) for lang in LANGUAGES for name, page in review.pages[lang].items()),
    )
    for kind, record, held in records:
        texts: list[Written] = []
        _strings(held, (), kind, "", texts)
        yield Target(record, (), {"texts": tuple(texts)})


def _strings(value: object, at: KeyPath, kind: str, name: str, found: list[Written]) -> None:
    """Adds what is text in a value, however deep; the keys of a mapping are ids, and none."""
    if isinstance(value, str):
        found.append(Written(f"{kind}.{name}", at, value))
        return
    if fields := getattr(value, "__dataclass_fields__", None):  # the commonest, and quicker to tell than a mapping
        held: Iterable[tuple[str | int, object]] = [(field, getattr(value, field)) for field in fields]
    elif isinstance(value, (list, tuple)):
        held = enumerate(value)
    else:
        held = value.items() if isinstance(value, dict) else ()
    for part, inner in held:
        if type(inner) not in _NO_TEXT:
            _strings(inner, (*at, part), kind, name if isinstance(part, int) or part in LANGUAGES else part, found)


def _bilingual(assessed: Assessed) -> Iterator[Target]:
    """Each text that is there in both languages; a rule on it need not know what it is of."""
    review = assessed.review
    records: dict[str, object] = {f"claim:{claim_id}": claim for claim_id, claim in review.claims.items()}
    records |= {f"claim:{claim_id}": claim for claim_id, claim in review.withdrawn.items()}
    records |= {"searches": review.searches, "article": review.article, "vocabulary": review.vocabulary}
    for record, held in records.items():
        for at, text in texts_of(held):
            yield Target(record, at, {"text": text})


TARGETS: Mapping[Scope, Callable[[Assessed], Iterator[Target]]] = {
    "claim": _claims,
    "evidence": _evidence,
    "said": _said,
    "reference": _references,
    "search": _searches,
    "sentence": _sentences,
    "article": lambda assessed: iter([Target("article", (), {"article": assessed.review.article})]),
    "vocabulary": lambda assessed: iter([Target("vocabulary", (), {"vocabulary": assessed.review.vocabulary})]),
    "page": _pages,
    "published": _published,
    "texts": _texts,
    "bilingual": _bilingual,
    "review": lambda assessed: iter([Target("", (), {})]),
}
