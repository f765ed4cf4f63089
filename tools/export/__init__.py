"""Review → {path: text}: what the site offers besides its pages. Pure."""

from __future__ import annotations

import datetime

from tools.export.citations import citation_files
from tools.export.data import claim_json, claims_json
from tools.export.feed import feed
from tools.export.schema import claim_schema, editor_schema
from tools.export.search import search_files
from tools.export.short import short_addresses
from tools.export.table import claims_csv
from tools.model import Review

__all__ = ["editor_schema", "export", "export_root"]


def export(review: Review, language: str, site_url: str = "") -> dict[str, str]:
    """The files of one language's site that are no pages."""
    return search_files(review, language) | {"feed.xml": feed(review, language, site_url)}


def export_root(review: Review, today: datetime.date, site_url: str = "") -> dict[str, str]:
    """The files below the site's root that hold for both languages: data, schema, short addresses.

    Args:
        today: the day of the build; a claim past its `review_by` says so.
    """
    files = {
        "data/claims.json": claims_json(review, today, site_url),
        "data/claims.csv": claims_csv(review, today, site_url),
        "data/schema/claim.schema.json": claim_schema(review.vocabulary),
    }
    files |= {f"data/claims/{claim_id}.json": claim_json(review, claim_id, today, site_url) for claim_id in review.claims}
    return files | citation_files(review, today, site_url) | short_addresses(review, site_url)
