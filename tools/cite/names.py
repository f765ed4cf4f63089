"""Sources as people name and list them: citations in running text, authors, the list of all. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

from tools.records.claim import Evidence, Review
from tools.records.sources import Reference
from tools.text.labels import labels


def short_name(reference: Reference, language: str) -> str:
    """Author and year, as a citation in running text: `Brunoni et al. 2017`; without authors, the start of the title."""
    match reference.author:
        case []:
            who = f"“{shorten(reference.title, 40, placeholder='…')}”"
        case [author]:
            who = family_name(author)
        case [author, other] if other != "others":
            who = f"{family_name(author)} & {family_name(other)}"
        case [author, *_]:
            who = f"{family_name(author)} {labels(language)['authors_others']}"
    return f"{who} {reference.year or labels(language)['no_year']}"


def family_name(author: str) -> str:
    """The family name of `Family, Given`; an organisation's name, up to its comma if it has one."""
    return author.strip("{}").partition(",")[0]


def group_name(author: str) -> str | None:
    """An organisation's whole name, or that of a person who has but one; None for `Family, Given`."""
    return author.strip("{}") if author.startswith("{") or "," not in author else None


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
    if group := group_name(author):
        return group
    family, _, given = author.partition(",")
    if not given.strip().isascii():
        return author.replace(",", "")
    return f"{family} {''.join(part[0] for part in given.replace('-', ' ').replace('.', ' ').split())}"


@dataclass(frozen=True)
class ReferenceRow:
    """A source in the list of all, with the claims that list it and the place of its design in the vocabulary."""

    key: str
    source: Reference
    rank: int
    uses: list[tuple[str, Evidence]]
    topics: list[str]
    bears: list[str]


def reference_rows(review: Review, bearing: Mapping[str, list[str]]) -> list[ReferenceRow]:
    """Every source, in the order of its first author's name.

    Args:
        bearing: reference key to the claims whose ceiling it carries alone.
    """
    uses: dict[str, list[tuple[str, Evidence]]] = {key: [] for key in review.references}
    for claim_id, claim in review.claims.items():
        for item in claim.evidence:
            uses[item.ref].append((claim_id, item))
    ranks = {design: rank for rank, design in enumerate(review.vocabulary.design)}
    topics = {key: list(dict.fromkeys(review.claims[claim_id].topic for claim_id, _ in used)) for key, used in uses.items()}

    def row(key: str, source: Reference) -> ReferenceRow:
        return ReferenceRow(key, source, ranks[source.design], uses[key], topics[key], bearing.get(key, []))

    by_name = sorted(review.references.items(), key=lambda pair: (sort_name(pair[1]), pair[1].year or 0, pair[0]))
    return [row(key, source) for key, source in by_name]


def years(review: Review) -> list[int]:
    """The years of the sources, newest first."""
    return sorted({source.year for source in review.references.values() if source.year}, reverse=True)


def design_counts(review: Review) -> Counter[str]:
    """Design to the number of references of it."""
    return Counter(reference.design for reference in review.references.values())
