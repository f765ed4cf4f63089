"""Review → path and text, one file after another: what the site offers besides its pages. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from tools.appraisal.assess import Assessed
from tools.edition import Edition, Publication
from tools.export.citations import citation_files
from tools.export.data import data_files
from tools.export.data_schema import data_schema
from tools.export.editor_schema import editor_schema
from tools.export.feed import feed
from tools.export.outcomes_table import outcomes_csv
from tools.export.schema import claim_schema
from tools.export.search import search_files
from tools.export.short import short_addresses
from tools.export.table import claims_csv

__all__ = ["editor_schema", "export", "export_root"]


def export(assessed: Assessed, edition: Edition) -> Iterator[tuple[str, str]]:
    """The files of one language's site that are no pages."""
    yield from search_files(assessed.review, edition.language).items()
    yield "feed.xml", feed(assessed, edition)


def export_root(assessed: Assessed, publication: Publication) -> Iterator[tuple[str, str]]:
    """The files below the site's root that hold for both languages: data, schema, citations, short addresses."""
    review = assessed.review
    yield from data_files(assessed, publication)
    yield "data/claims.csv", claims_csv(assessed, publication)
    yield "data/outcomes.csv", outcomes_csv(assessed, publication)
    yield "data/schema/claim.schema.json", claim_schema(review.vocabulary)
    yield "data/schema/data.schema.json", data_schema(review.vocabulary)
    yield from citation_files(assessed, publication)
    yield from short_addresses(review, publication)
