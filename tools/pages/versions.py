"""Versions of a claim: what one said, in facts and as a page, and what changed in meaning between two. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tools.appraisal.assess import Assessed
from tools.cite.names import short_name
from tools.pages.standing import standing
from tools.records.claim import Claim, Review
from tools.records.frozen import Frozen, FrozenEvidence
from tools.records.words import LANGUAGES, Language, Text
from tools.text.labels import labels


def snapshot(assessed: Assessed, claim_id: str) -> Frozen:
    """The facts of a claim as they stand now; the day is that of its newest version."""
    review, judged = assessed.review, assessed.claims[claim_id]
    claim = judged.claim
    return Frozen(
        version=claim.version,
        date=claim.history[-1].date,
        reviewed=claim.reviewed,
        review_by=claim.review_by,
        code=claim.code,
        kind=claim.kind,
        title=claim.title,
        short=claim.short,
        answer=claim.answer,
        level=claim.level,
        certainty=claim.certainty,
        ceiling=judged.ceiling,
        wording={c.language: c.wording for c in judged.comparisons if c.wording},
        evidence=[
            FrozenEvidence(ref=item.ref, direction=item.direction, direct=item.direct, source=_named(review, item.ref))
            for item in claim.evidence
        ],
    )


def _named(review: Review, ref: str) -> Text:
    return Text(**{language: short_name(review, ref, language) for language in LANGUAGES})


@dataclass(frozen=True)
class Change:
    """One change of meaning: a label name, and what fills it in."""

    label: str
    values: Mapping[str, str]

    def told(self, language: Language) -> str:
        return labels(language)[self.label].format(**self.values)


def changes(old: Frozen, new: Frozen, review: Review, language: Language) -> Iterator[Change]:
    """What the newer version says otherwise: level, ceiling, certainty, wording, evidence; not how it is put."""
    yield from _standing(old, new, review, language)
    for article in LANGUAGES:
        before, after = old.wording.get(article), new.wording.get(article)
        if before != after:
            values = {"old": _word(before, review, language), "new": _word(after, review, language)}
            yield Change(f"changed_wording_{article}", values)
    yield from _evidence(old, new, review, language)
    if old.answer != new.answer:
        yield Change("changed_answer", {})


def _standing(old: Frozen, new: Frozen, review: Review, language: Language) -> Iterator[Change]:
    """Level, ceiling and certainty; of a description, which shows none of them, only that it is backed otherwise."""
    if old.is_description and new.is_description:
        if (old.level, old.ceiling) != (new.level, new.ceiling):
            yield Change("changed_backing", {})
        return
    if old.is_description or new.is_description:
        yield Change("changed_level", {"old": standing(review, old, language), "new": standing(review, new, language)})
        return
    words = review.vocabulary
    for name, of in (("level", words.level), ("ceiling", words.level), ("certainty", words.certainty)):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change(f"changed_{name}", {"old": of[before].label[language], "new": of[after].label[language]})


def _word(wording: str | None, review: Review, language: Language) -> str:
    return review.vocabulary.wording[wording].label[language] if wording else labels(language)["not_said"]  # type: ignore[index]


def _evidence(old: Frozen, new: Frozen, review: Review, language: Language) -> Iterator[Change]:
    before = {item.ref: item for item in old.evidence}
    after = {item.ref: item for item in new.evidence}
    for label, items in (
        ("evidence_added", [item for ref, item in after.items() if ref not in before]),
        ("evidence_dropped", [item for ref, item in before.items() if ref not in after]),
    ):
        for item in items:
            yield Change(label, {"source": item.source[language], "kind": _kind(item, review, language)})
    for ref, item in after.items():
        was = before.get(ref)
        if was and (was.direction, was.direct) != (item.direction, item.direct):
            kinds = {"old": _kind(was, review, language), "new": _kind(item, review, language)}
            yield Change("evidence_changed", {"source": item.source[language], **kinds})


def _kind(item: FrozenEvidence, review: Review, language: Language) -> str:
    """`direct, contradicts`: what a reader must know of an item that came or went."""
    t = labels(language)
    directness = t["map_direct"] if item.direct else t["map_indirect"]
    return f"{directness}, {review.vocabulary.direction[item.direction].label[language]}"


def is_overdue(record: Claim | Frozen, today: datetime.date) -> bool:
    """True from the day after `review_by`."""
    return today > record.review_by


def lapsed_on(claim: Claim, facts: Frozen, today: datetime.date) -> datetime.date | None:
    """The last day on which a judged description held, once it is past: of the rule itself, or the day by which to look again.

    Only the current version is told so: of an older one it is not known until when what it says held.
    """
    if facts.level not in ("documented", "reported") or facts.version != claim.version:
        return None
    until = claim.valid.until if claim.valid and claim.valid.until else claim.review_by
    return min(until, claim.review_by) if today > min(until, claim.review_by) else None
