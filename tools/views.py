"""What the templates show that takes more than a look-up: evidence in groups, comparisons, trees, counts. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

from tools import argument, levels, tally, wording
from tools.labels import labels
from tools.model import Claim, Evidence, Review
from tools.record import LANGUAGES, Level, Wording
from tools.sources import Reference

DIRECTIONS = ("supports", "contradicts", "mixed", "context")


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
        dependents=argument.dependents_of(claim_id, review.claims),
        sources=sorted(items, key=lambda item: (sort_name(item.source), item.source.year or 0)),
    )


def headline(claim: Claim, contradicted: bool) -> str:
    """The label name of the generated headline: one template a level and flag, so that the languages cannot drift."""
    if contradicted:
        return "headline_contradicted"
    special = f"headline_{claim.kind}_{claim.level}"
    return special if special in labels("en") else f"headline_{claim.level}"


def compare(claim: Claim) -> tuple[Comparison, ...]:
    """The strongest wording of each language against the level."""
    return tuple(_compare(claim, language) for language in LANGUAGES)


def _compare(claim: Claim, language: str) -> Comparison:
    said = wording.strongest_wording(claim, language)
    if said is None:
        return Comparison(language, None, "not_said")
    difference = wording.compare_wording(said, claim.level)
    return Comparison(language, said, "stronger" if difference > 0 else "in_line" if difference == 0 else "more_careful")


def language_note(claim: Claim) -> str | None:
    """The label name of a note where the two languages do not say the claim alike."""
    japanese, english = compare(claim)
    if not claim.said or japanese.wording == english.wording:
        return None
    return "only_en" if japanese.wording is None else "only_ja" if english.wording is None else "languages_differ"


def short_name(reference: Reference, language: str) -> str:
    """Author and year, as a citation in running text: `Brunoni et al. 2017`; without authors, the start of the title."""
    names = [family_name(author) for author in reference.author]
    others = labels(language)["authors_others"]
    if not names:
        who = f"“{shorten(reference.title, 40, placeholder='…')}”"
    elif len(names) == 1:
        who = names[0]
    elif len(names) == 2 and names[1] != "others":
        who = f"{names[0]} & {names[1]}"
    else:
        who = f"{names[0]} {others}"
    return f"{who} {reference.year or labels(language)['no_year']}"


def family_name(author: str) -> str:
    """The family name of `Family, Given`; an organisation's whole name."""
    return author.partition(",")[0]


def sort_name(reference: Reference) -> str:
    """The key by which lists of references are sorted."""
    return family_name((reference.author or [reference.title])[0]).casefold()


def author_list(reference: Reference, language: str) -> str:
    """The authors as printed in a reference: the first three of a long list, initials after the family name."""
    shown = [author for author in reference.author if author != "others"]
    names = [_initials(author) for author in shown]
    if len(names) > 6 or len(shown) < len(reference.author):
        return ", ".join([*names[:3], labels(language)["authors_others"]])
    return ", ".join(names)


def _initials(author: str) -> str:
    family, comma, given = author.partition(",")
    if not comma or not given.strip().isascii():
        return author.replace(",", "")
    return f"{family} {''.join(part[0] for part in given.replace('-', ' ').replace('.', ' ').split())}"


def claims_of_reference(review: Review) -> dict[str, list[tuple[str, Evidence]]]:
    """Key to the claims that list the source, with what it says for each."""
    found: dict[str, list[tuple[str, Evidence]]] = {key: [] for key in review.references}
    for claim_id, claim in review.claims.items():
        for item in claim.evidence:
            found.setdefault(item.ref, []).append((claim_id, item))
    return found


def claims_by_topic(review: Review) -> dict[str, list[str]]:
    """Topic to claim ids, in the order of the vocabulary and of the codes."""
    return {topic: [i for i, c in review.claims.items() if c.topic == topic] for topic in review.vocabulary.topic}


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


def evidence_counts(review: Review, claim: Claim) -> dict[str, Counter[str]]:
    """Kind of evidence to how many items of it point each way; indirect items are counted apart."""
    counts: dict[str, Counter[str]] = {}
    for item in claim.evidence:
        counts.setdefault(_kind_of_evidence(review, item), Counter())[item.direction] += 1
    return counts


def _kind_of_evidence(review: Review, item: Evidence) -> str:
    source = review.references[item.ref]
    if not item.direct:
        return "indirect"
    if source.design in tally.ACCEPTANCE:
        return "acceptance"
    rank = tally.Study(source.design, source.species, item.direction, item.direct).rank
    return rank.name.lower() if rank else "indirect"


def claims_at(review: Review, level: Level) -> list[str]:
    """The ids of the claims that stand at a level."""
    return [claim_id for claim_id, claim in review.claims.items() if claim.level == level]


def design_counts(review: Review) -> Counter[str]:
    """Design to the number of references of it."""
    return Counter(reference.design for reference in review.references.values())
