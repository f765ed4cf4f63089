"""What a revision has published or promised, held to: nothing of it may change or vanish."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.contribute import baseline
from tools.records.archive import FOLDER
from tools.records.beside import CLAIMS
from tools.records.claim import Review
from tools.records.load import load
from tools.records.problem import Problem
from tools.text.messages import say


def against(root: Path, base: str, review: Review) -> list[Problem]:
    """What the working tree takes away from a revision: files of published versions, ids and codes of claims.

    Args:
        base: a revision as git names it, such as `origin/main`.

    Raises:
        NoBaseline: git does not know the revision, or the folder is no checkout.
    """
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder)
        baseline.extract(root, base, before)
        old, _ = load(before)
        return [*_files(root, before), *(_names(old, review) if old else ())]


def open_versions(review: Review) -> list[Problem]:
    """Each claim whose current version has not been published."""
    return [
        review.sources[f"claim:{claim_id}"].problem(
            ("version",), say("frozen-version.open", version=review.claims[claim_id].version, id=claim_id)
        )
        for claim_id in review.unpublished
    ]


def _files(root: Path, before: Path) -> Iterator[Problem]:
    for file in sorted(file for file in (before / FOLDER).rglob("*") if file.is_file()):
        path = file.relative_to(before).as_posix()
        now = root / path
        if not now.is_file():
            yield Problem(path, 1, say("frozen-version.file-gone"))
        elif now.read_bytes() != file.read_bytes():
            yield Problem(path, 1, say("frozen-version.changed"))


def _names(old: Review, new: Review) -> Iterator[Problem]:
    """Ids and codes that name nothing any more, or another claim than they did."""
    for name, owner in old.names.items():
        if new.unread.hides("claim", owner) or new.unread.hides("claim", new.names.get(owner, owner)):
            continue
        path = f"{CLAIMS}/{new.names.get(owner, owner)}.yml"
        if name not in new.names:
            yield Problem(path, 1, say("frozen-version.name-gone", name=name))
        elif new.names[name] != new.names.get(owner):
            yield Problem(path, 1, say("frozen-version.name-moved", name=name, owner=owner, other=new.names[name]))
