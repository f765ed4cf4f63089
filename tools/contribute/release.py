"""Publish the current version of a claim: keep what it says, as it says it, under `claims/archive/`."""

from __future__ import annotations

from pathlib import Path

from tools.appraisal.assess import Assessed
from tools.export.citations import frozen_citations
from tools.files import write
from tools.pages.frozen_page import frozen_pages
from tools.pages.versions import snapshot
from tools.records.archive import FACTS, FOLDER, SUMS, sums, written


def release(root: Path, assessed: Assessed, claim_id: str) -> None:
    """Write the files of the current version of a claim. Its record is not touched.

    Raises:
        OSError: a file could not be written. The list of them is written last, and without it they count as no version.
    """
    number = assessed.review.claims[claim_id].version
    kept = {
        FACTS: written(snapshot(assessed, claim_id)),
        **frozen_pages(assessed, claim_id),
        **frozen_citations(assessed, claim_id),
    }
    files = {f"v{number}.{ending}": text for ending, text in kept.items()}
    for name, text in {**files, f"v{number}.{SUMS}": sums(files)}.items():
        write(root / FOLDER / claim_id / name, text)
