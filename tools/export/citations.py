"""Citations as files: of each claim's page and each of its versions, of their studies, and of every source. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tools.appraisal.assess import Assessed
from tools.cite.bibtex import bibtex
from tools.cite.csl import Item, claim_csl, reference_csl
from tools.cite.enw import enw
from tools.cite.ris import ris
from tools.edition import Publication, put_at
from tools.export.csl_json import csl_json
from tools.pages.versions import snapshot
from tools.records.claim import Claim, Review
from tools.records.tombstone import Tombstone

FORMATS: Mapping[str, Callable[[Sequence[Item]], str]] = {"ris": ris, "enw": enw, "bib": bibtex, "csl.json": csl_json}


def citation_files(assessed: Assessed, publication: Publication) -> Iterator[tuple[str, str]]:
    """Path below the site to text, each citation in every format."""
    review = assessed.review
    for claim_id, claim in review.claims.items():
        current = frozen_citations(assessed, claim_id)
        versions: dict[tuple[str, int], Mapping[str, str]] = {(claim_id, claim.version): current}
        versions |= {(home, number): one.files for number, (home, one) in review.published(claim_id).items()}
        for (home, number), files in versions.items():
            yield from _placed(f"data/claims/{home}.v{number}", files, publication)
        # What is cited of the live page is its version, in the words of that.
        yield from _live(claim_id, claim, versions.get((claim_id, claim.version), current), publication)
    for claim_id, tombstone in review.withdrawn.items():
        said: Mapping[str, str] = {}
        for number, (home, one) in sorted(review.published(claim_id).items()):
            yield from _placed(f"data/claims/{home}.v{number}", said := one.files, publication)
        yield from _live(claim_id, tombstone, said, publication)
    yield from ((f"data/references.{end}", text) for end, text in _written(_sources(review, sorted(review.references))))


def _live(
    claim_id: str, claim: Claim | Tombstone, files: Mapping[str, str], publication: Publication
) -> Iterator[tuple[str, str]]:
    """What the page of a claim offers, under every id that it has or had."""
    for name in (claim_id, *filter(str.islower, claim.formerly)):
        yield from _placed(f"data/claims/{name}", files, publication)


def frozen_citations(assessed: Assessed, claim_id: str) -> dict[str, str]:
    """Ending to text of the files that the page of the current version offers, at no address yet."""
    review, claim, facts = assessed.review, assessed.review.claims[claim_id], snapshot(assessed, claim_id)
    files = {f"references.{end}": text for end, text in _written(_sources(review, [item.ref for item in claim.evidence]))}
    for one in Publication(facts.reviewed).anywhere.editions:
        item = claim_csl(review, facts, one.language, one.version(claim_id, claim.version))
        files |= {f"{one.language}.{end}": text for end, text in _written([item])}
    return files


def _placed(stem: str, files: Mapping[str, str], publication: Publication) -> Iterator[tuple[str, str]]:
    for name, text in files.items():
        if name.partition(".")[2] in FORMATS:
            yield f"{stem}.{name}", put_at(text, publication.site_url)


def _sources(review: Review, keys: Sequence[str]) -> list[Item]:
    return [reference_csl(key, review.references[key]) for key in keys]


def _written(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    yield from ((ending, write(items)) for ending, write in FORMATS.items())
