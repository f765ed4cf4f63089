"""Our own part of a build: `python -m benchmarks.own FOLDER` loads, checks, renders and exports, and drops what it made."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.__main__ import collect_seldom
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.edition import Publication
from tools.export import export, export_root
from tools.pages.render import render_pages, render_root
from tools.records.load import load

TODAY = datetime.date(2026, 1, 3)


def drop(files: Iterable[tuple[str, str]]) -> None:
    for _ in files:
        pass


if __name__ == "__main__":
    collect_seldom()
    review, problems = load(Path(sys.argv[1]))
    assert review and not problems
    assessed = assess(review)
    assert not check(assessed, TODAY)
    publication = Publication(TODAY)
    for edition in publication.editions:
        drop(render_pages(assessed, edition))
        drop(export(assessed, edition))
    render_root(review, publication)
    drop(export_root(assessed, publication))
