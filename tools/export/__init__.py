"""Review → path and text, one file after another: what the site offers besides its pages. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from tools.appraisal.assess import Assessed
from tools.export.citations import citation_files
from tools.export.data import data_files
from tools.export.feed import feed
from tools.export.schema import claim_schema, editor_schema
from tools.export.search import search_files
from tools.export.short import short_addresses
from tools.export.table import claims_csv
from tools.records.claim import Review
from tools.records.words import Language

__all__ = ["editor_schema", "export", "export_root"]


def export(review: Review, language: Language, site_url: str = "") -> Iterator[tuple[str, str]]:
    """The files of one language's site that are no pages."""
    yield from search_files(review, language).items()
    yield "feed.xml", feed(review, language, site_url)


def export_root(assessed: Assessed, today: datetime.date, site_url: str = "") -> Iterator[tuple[str, str]]:
    """The files below the site's root that hold for both languages: data, schema, citations, short addresses.

    Args:
        today: the day of the build; a claim past its `review_by` says so.
    """
    review = assessed.review
    yield from data_files(assessed, today, site_url)
    yield "data/claims.csv", claims_csv(assessed, today, site_url)
    yield "data/schema/claim.schema.json", claim_schema(review.vocabulary)
    yield from citation_files(assessed, today, site_url)
    yield from short_addresses(review, site_url)
