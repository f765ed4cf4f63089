"""Citations as files: of each claim's page, of the studies of each claim, and of every source. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tools.appraisal.assess import Assessed
from tools.cite.bibtex import bibtex
from tools.cite.csl import Item, claim_csl, reference_csl
from tools.cite.ris import ris
from tools.edition import Publication
from tools.export.csl_json import csl_json
from tools.pages.versions import is_overdue, snapshot
from tools.records.claim import Review

FORMATS: Mapping[str, Callable[[Sequence[Item]], str]] = {"ris": ris, "bib": bibtex, "csl.json": csl_json}


def citation_files(assessed: Assessed, publication: Publication) -> Iterator[tuple[str, str]]:
    """Path below the site to text, each citation in three formats."""
    review = assessed.review
    for claim_id, claim in review.claims.items():
        facts = snapshot(assessed, claim_id)
        for edition in publication.editions:
            address = edition.permalink(claim_id, claim.version)
            item = claim_csl(review, facts, edition.language, address, overdue=is_overdue(claim, edition.today))
            yield from _files(f"data/claims/{claim_id}.{edition.language}", [item])
        yield from _files(f"data/claims/{claim_id}.references", _sources(review, [item.ref for item in claim.evidence]))
    yield from _files("data/references", _sources(review, sorted(review.references)))


def _sources(review: Review, keys: Sequence[str]) -> list[Item]:
    return [reference_csl(key, review.references[key]) for key in keys]


def _files(stem: str, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    yield from ((f"{stem}.{ending}", write(items)) for ending, write in FORMATS.items())
