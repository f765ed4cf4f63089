"""The claims as data: every field of the record, and what the program computes from it. Pure.

`CONTRACT` counts the changes that can break a reader of these files: a field or a file renamed or removed, or its meaning
changed. A field or a file that is added leaves it as it is. `CHANGELOG.md` tells each change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from pydantic_core import to_json

from tools.appraisal.assess import Assessed, Judged
from tools.cite import names as bibliography
from tools.edition import Publication
from tools.pages import head
from tools.pages.versions import is_overdue
from tools.records.claim import Claim, Evidence, Review
from tools.records.words import LANGUAGES

CONTRACT = 1
ALL = "data/claims.json"
LICENCE = {"name": "CC BY 4.0", "url": head.LICENCE}


def data_files(assessed: Assessed, publication: Publication) -> Iterator[tuple[str, str]]:
    """`data/claims/<id>.json` for each claim, and `data/claims.json` with all of them in the order of their codes.

    Both are a header and what it is about. The day of the build decides `overdue` and nothing else.
    """
    review, judged = assessed.review, assessed.claims
    claims = {claim_id: claim_data(review, judged[claim_id], publication) for claim_id in review.claims}
    yield ALL, _write({**_header(review, review.claims.values(), publication), "claims": list(claims.values())})
    for claim_id, claim in review.claims.items():
        header = _header(review, [claim], publication)
        yield f"data/claims/{claim_id}.json", _write({**header, "claim": claims[claim_id]})


def claim_data(review: Review, judged: Judged, publication: Publication) -> dict[str, object]:
    """One claim: its id, the fields of its record in the record's order, then what is computed."""
    claim_id, claim = judged.id, judged.claim
    return {
        "id": claim_id,
        **_fields(claim),
        "evidence": [_evidence(review, item) for item in claim.evidence],
        "ceiling": judged.ceiling,
        "contradicted": judged.contradicted,
        "wording": {c.language: {"said": c.wording, "verdict": c.verdict} for c in judged.comparisons},
        "premises": judged.premises,
        "weakest": judged.weakest,
        "dependents": judged.dependents,
        "overdue": is_overdue(claim, publication.today),
        "addresses": {
            "short": publication.short(claim.code),
            "page": {one.language: one.page(claim_id) for one in publication.editions},
            "version": {one.language: one.version(claim_id, claim.version) for one in publication.editions},
        },
    }


def _evidence(review: Review, item: Evidence) -> dict[str, object]:
    """An evidence item as recorded, with what a reader must know of its source."""
    source = review.references[item.ref]
    told = ("title", "year", "doi", "pmid", "design", "species", "participants", "notice")
    return {
        **_fields(item),
        "source": {
            "name": {language: bibliography.short_name(review, item.ref, language) for language in LANGUAGES},
            **{name: getattr(source, name) for name in told},
            "withdrawn": source.withdrawn,
            "link": source.link,
        },
    }


def _fields(record: Claim | Evidence) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _header(review: Review, claims: Iterable[Claim], publication: Publication) -> dict[str, object]:
    """What the file is. Its dates are those of the claims in it, so that the same records give the same file."""
    article, claims = review.article, list(claims)
    return {
        "contract": CONTRACT,
        "review": article.review,
        "licence": LICENCE,
        "article": {name: getattr(article, name) for name in ("title", "publisher", "url", "seen")},
        "reviewed": max(claim.reviewed for claim in claims).isoformat(),
        "review_by": min(claim.review_by for claim in claims).isoformat(),
        "site": publication.site_url or None,
        "documentation": {one.language: one.at("data/") for one in publication.editions},
        "schema": publication.file("data/schema/claim.schema.json"),
    }


def _write(data: Mapping[str, object]) -> str:
    # The standard library takes eight times as long to indent.
    return to_json(data, indent=2, inf_nan_mode="strings").decode() + "\n"
