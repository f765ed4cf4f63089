"""What the templates show that takes more than a look-up: evidence in groups, comparisons, trees, counts. Pure."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tools.appraisal import argument, levels, tally, wording
from tools.appraisal.load_bearing import Support, load_bearing
from tools.cite import names as bibliography
from tools.records.claim import Claim, Effect, Evidence, Review
from tools.records.frozen import Frozen
from tools.records.sources import Reference
from tools.records.words import LANGUAGES, Level, Wording
from tools.text.labels import labels

DIRECTIONS = ("supports", "contradicts", "mixed", "context")
VERDICTS = ("stronger", "in_line", "more_careful", "not_said")
# (direction, direct) to how many items.
Counts = Mapping[tuple[str, bool], int]


@dataclass(frozen=True)
class Item:
    """One evidence item with its source."""

    key: str
    evidence: Evidence
    source: Reference


@dataclass(frozen=True)
class Comparison:
    """How one language of the article says a claim, against what the level allows.

    `verdict` is a label name: stronger, in_line, more_careful or not_said.
    """

    language: str
    wording: Wording | None
    verdict: str


@dataclass(frozen=True)
class ClaimView:
    """What a claim page shows beyond its record."""

    ceiling: Level
    contradicted: bool
    headline: str
    direct: Mapping[str, list[Item]]
    indirect: list[Item]
    comparisons: tuple[Comparison, ...]
    premises: list[str]
    weakest: list[str]
    dependents: list[str]
    sources: list[Item]
    supports: list[Support]


def claim_view(review: Review, claim_id: str) -> ClaimView:
    """Everything computed for one claim page."""
    claim = review.claims[claim_id]
    items = [Item(item.ref, item, review.references[item.ref]) for item in claim.evidence]
    counts = tally.tally_of(claim, review)
    contradicted = levels.is_contradicted(counts)
    direct = {name: [i for i in items if i.evidence.direct and i.evidence.direction == name] for name in DIRECTIONS}
    return ClaimView(
        ceiling=levels.ceiling(claim.kind, counts),
        contradicted=contradicted,
        headline=headline(claim, contradicted),
        direct=direct,
        indirect=sorted(
            (item for item in items if not item.evidence.direct), key=lambda i: DIRECTIONS.index(i.evidence.direction)
        ),
        comparisons=compare(claim),
        premises=argument.premises_of(claim_id, review.claims),
        weakest=argument.weakest_of(claim_id, review.claims),
        dependents=review.dependents.get(claim_id, []),
        supports=load_bearing(claim, review),
        sources=sorted(items, key=lambda item: bibliography.sort_key(review, item.key)),
    )


def is_contradicted(review: Review, claim_id: str) -> bool:
    """The flag alone, for the many places that print a claim with its level."""
    return levels.is_contradicted(tally.tally_of(review.claims[claim_id], review))


def headline(claim: Claim, contradicted: bool) -> str:
    """The label name of the generated headline: one template a level and flag, so that the languages cannot drift."""
    if contradicted:
        return "headline_contradicted"
    special = f"headline_{claim.kind}_{claim.level}"
    return special if special in labels("en") else f"headline_{claim.level}"


def mark(claim: Claim) -> str:
    """What a claim is coloured and filtered by: its level, or `fact` for a description."""
    return "fact" if claim.is_description else claim.level


def standing(review: Review, claim: Claim | Frozen, language: str) -> str:
    """The word under which a claim stands wherever it is named: its level, or, of a description, that a fact was checked."""
    return labels(language)["fact_check"] if claim.is_description else review.vocabulary.level[claim.level].label[language]


def compare(claim: Claim) -> tuple[Comparison, ...]:
    """The strongest wording of each language against the level."""
    return tuple(_compare(claim, language) for language in LANGUAGES)


def _compare(claim: Claim, language: str) -> Comparison:
    said = wording.strongest_wording(claim, language)
    if said is None:
        return Comparison(language, None, "not_said")
    difference = wording.compare_wording(said, claim.level)
    return Comparison(language, said, "stronger" if difference > 0 else "in_line" if difference == 0 else "more_careful")


def verdicts(claim: Claim) -> list[str]:
    """How the article's wording compares, over both languages, each verdict once; none where the article does not say it."""
    found = dict.fromkeys(comparison.verdict for comparison in compare(claim) if comparison.wording)
    return list(found) or ["not_said"]


def claims_worded(review: Review, verdict: str) -> list[str]:
    """The ids of the claims whose wording, in one language or both, compares so."""
    return [claim_id for claim_id, claim in review.claims.items() if verdict in verdicts(claim)]


def language_note(claim: Claim) -> str | None:
    """The label name of a note where the two languages do not say the claim alike."""
    japanese, english = compare(claim)
    if not claim.said or japanese.wording == english.wording:
        return None
    return "only_en" if japanese.wording is None else "only_ja" if english.wording is None else "languages_differ"


def write_interval(effect: Effect) -> str:
    """An estimate as people write it: `0.67 (0.38 – 1.17)`, with a true minus sign."""
    value, low, high = (f"{number:g}".replace("-", "−") for number in (effect.value, effect.low, effect.high))
    return f"{value} ({low} – {high})"


def claims_by_topic(review: Review) -> dict[str, list[str]]:
    """Topic to claim ids, in the order of the vocabulary and of the codes."""
    return {topic: [i for i, c in review.claims.items() if c.topic == topic] for topic in review.vocabulary.topic}


def claims_said(review: Review, claim_ids: list[str]) -> list[str]:
    """Those of the claims that the article makes."""
    return [claim_id for claim_id in claim_ids if review.claims[claim_id].said]


def claims_of_passage(review: Review) -> dict[str, list[tuple[str, int]]]:
    """Passage to the claims that it makes, each with the index of its entry in `said`."""
    found: dict[str, list[tuple[str, int]]] = {}
    for claim_id, claim in review.claims.items():
        for index, said in enumerate(claim.said):
            found.setdefault(said.passage, []).append((claim_id, index))
    return found


def state_counts(review: Review) -> dict[str, Counter[str]]:
    """Language to how many of its sentences have each state."""
    counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for passage, sentence in review.article.sentences.items():
        counts[passage[:2]][sentence.state] += 1
    return counts


def evidence_counts(review: Review, claim: Claim) -> Mapping[str, Counts]:
    """Kind of evidence to how many items of it point each way, direct and indirect apart."""
    counts: dict[str, Counter[tuple[str, bool]]] = {}
    for item in claim.evidence:
        if kind := tally.kind_of_evidence(review.references[item.ref], review.vocabulary):
            counts.setdefault(kind, Counter())[item.direction, item.direct] += 1
    return counts


def is_second_hand(review: Review, item: Evidence) -> bool:
    """True where a finding was read in what others say of its source."""
    return review.vocabulary.locator[item.locator.split()[0]].second_hand


@dataclass(frozen=True)
class ReadingCounts:
    """How far the second reading went: counts of findings and sources, and its newest day."""

    items: int
    confirmed: int
    second_hand: int
    sources: int
    fresh: int
    looked: int
    notices: int
    day: datetime.date


def reading_counts(review: Review) -> ReadingCounts:
    """How many findings were found again at their source, and how many sources were checked on the newest day or looked up."""
    items = [item for claim in review.claims.values() for item in claim.evidence]
    sources = list(review.references.values())
    days = [source.checked_on for source in sources]
    newest = max(days)
    return ReadingCounts(
        items=len(items),
        confirmed=sum(item.confirmed is not None for item in items),
        second_hand=sum(is_second_hand(review, item) for item in items),
        sources=len(sources),
        fresh=days.count(newest),
        looked=sum(source.noticechecked is not None for source in sources),
        notices=sum(source.notice is not None for source in sources),
        day=newest,
    )


def last_reviewed(review: Review) -> datetime.date:
    """The newest day on which a claim was reviewed."""
    return max(claim.reviewed for claim in review.claims.values())


def claims_at(review: Review, level: Level) -> list[str]:
    """The ids of the claims that stand at a level; descriptions stand at none."""
    return [claim_id for claim_id, claim in review.claims.items() if claim.level == level and not claim.is_description]


def descriptions(review: Review) -> list[str]:
    """The ids of the claims that describe something."""
    return [claim_id for claim_id, claim in review.claims.items() if claim.is_description]


def signed_pages(review: Review) -> list[str]:
    """The ids of the claims that somebody has signed."""
    return [claim_id for claim_id, claim in review.claims.items() if claim.signoff]


def signatories(review: Review) -> list[str]:
    """The names of those who have signed, each once."""
    return list(dict.fromkeys(sign.name for claim in review.claims.values() for sign in claim.signoff))
