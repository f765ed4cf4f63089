"""Versions of a claim: what one said, in facts and as a page, and what changed in meaning between two. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tools.appraisal.assess import Assessed
from tools.cite.names import short_name
from tools.pages.standing import standing
from tools.records.archive import record_of
from tools.records.claim import Claim, Evidence, Review
from tools.records.frozen import Frozen, FrozenEvidence
from tools.records.words import LANGUAGES, Language, Level, Text, Wording
from tools.text.labels import labels


def snapshot(assessed: Assessed, claim_id: str) -> Frozen:
    """The facts of a claim as they stand now; the day is that of its newest version."""
    review, judged = assessed.review, assessed.claims[claim_id]
    claim = judged.claim
    wording = {c.language: c.wording for c in judged.comparisons if c.wording}
    return Frozen(
        version=claim.version,
        date=claim.history[-1].date,
        reviewed=claim.reviewed,
        review_by=claim.review_by,
        code=claim.code,
        kind=claim.kind,
        title=claim.title,
        short=claim.short,
        statement=claim.statement,
        answer=claim.answer,
        level=claim.level,
        certainty=claim.certainty,
        ceiling=judged.ceiling,
        wording=wording,
        words={name: _both(word) for name, word in _words(review, claim, judged.ceiling, wording).items()},
        evidence=[_frozen_item(review, item) for item in claim.evidence],
        record=record_of(claim),
    )


def _words(
    review: Review, claim: Claim, ceiling: Level, wording: Mapping[Language, Wording]
) -> Mapping[str, Callable[[Language], str]]:
    """What stands for the facts of a claim, by their name."""
    words = review.vocabulary
    found: dict[str, Callable[[Language], str]] = {
        "page": lambda language: f"{claim.title[language]} ({edition(claim.version, language)})",
        "level": lambda language: standing(review, claim, language),
        "ceiling": lambda language: words.level[ceiling].label[language],
        "certainty": lambda language: words.certainty[claim.certainty].label[language],
    }
    for article in LANGUAGES:
        word = wording.get(article)
        found[f"wording_{article}"] = words.wording[word].label.__getitem__ if word else lambda lang: labels(lang)["not_said"]
    return found


def edition(version: int, language: Language) -> str:
    """A version in words."""
    return labels(language)["edition"].format(version=version)


def _both(word: Callable[[Language], str]) -> Text:
    return Text(**{language: word(language) for language in LANGUAGES})


def _frozen_item(review: Review, item: Evidence) -> FrozenEvidence:
    direction, directness = review.vocabulary.direction[item.direction].label, "map_direct" if item.direct else "map_indirect"
    return FrozenEvidence(
        ref=item.ref,
        direction=item.direction,
        direct=item.direct,
        source=_both(lambda language: short_name(review, item.ref, language)),
        bearing=_both(lambda language: f"{labels(language)[directness]}, {direction[language]}"),
    )


@dataclass(frozen=True)
class Change:
    """One change of meaning: a label name, and what fills it in."""

    label: str
    values: Mapping[str, str]

    def told(self, language: Language) -> str:
        return labels(language)[self.label].format(**self.values)


def changes(old: Frozen, new: Frozen, language: Language) -> Iterator[Change]:
    """What the newer version says otherwise, each in the words of its day: what is claimed, and what is known of it."""
    if old.title != new.title:
        yield Change("changed_title", {"old": old.title[language], "new": new.title[language]})
    if old.statement != new.statement:
        yield Change("changed_statement", {})
    yield from _standing(old, new, language)
    for article in LANGUAGES:
        if old.wording.get(article) != new.wording.get(article):
            yield _change(f"wording_{article}", old, new, language)
    yield from _evidence(old, new, language)
    for field in ("answer", "appraisal", "unknown", "would_change"):
        if old.record.get(field) != new.record.get(field):
            yield Change(f"changed_{field}", {})


def _change(name: str, old: Frozen, new: Frozen, language: Language) -> Change:
    return Change(f"changed_{name}", {"old": old.words[name][language], "new": new.words[name][language]})


def _standing(old: Frozen, new: Frozen, language: Language) -> Iterator[Change]:
    """Level, ceiling and certainty; of a description, which shows none of them, only that it is backed otherwise."""
    if old.is_description and new.is_description:
        if (old.level, old.ceiling) != (new.level, new.ceiling):
            yield Change("changed_backing", {})
        return
    if old.is_description or new.is_description:
        yield _change("level", old, new, language)
        return
    for name in ("level", "ceiling", "certainty"):
        if getattr(old, name) != getattr(new, name):
            yield _change(name, old, new, language)


def _evidence(old: Frozen, new: Frozen, language: Language) -> Iterator[Change]:
    before = {item.ref: item for item in old.evidence}
    after = {item.ref: item for item in new.evidence}
    for label, items in (
        ("evidence_added", [item for ref, item in after.items() if ref not in before]),
        ("evidence_dropped", [item for ref, item in before.items() if ref not in after]),
    ):
        for item in items:
            yield Change(label, {"source": item.source[language], "kind": item.bearing[language]})
    for ref, item in after.items():
        was = before.get(ref)
        if was and (was.direction, was.direct) != (item.direction, item.direct):
            kinds = {"old": was.bearing[language], "new": item.bearing[language]}
            yield Change("evidence_changed", {"source": item.source[language], **kinds})


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
