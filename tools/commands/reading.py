"""Reading a review for a command, which ends where it cannot be read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tools.appraisal.assess import Assessed, assess
from tools.check.rules import check
from tools.commands.outcome import Faulty, Refused
from tools.files import write_all
from tools.records.claim import Review
from tools.records.links import claim_named
from tools.records.load import load
from tools.records.problem import Problem
from tools.text.hints import hint
from tools.text.messages import say


def read(root: Path) -> Review:
    """The review, however many problems its records have. Raises Faulty where the article or the vocabulary cannot be read."""
    review, problems = load(root)
    if review is None:
        raise Faulty(problems)
    return review


def problems_of(
    root: Path, today: datetime.date, original: Mapping[str, str] | None = None
) -> tuple[Assessed | None, list[Problem]]:
    """The judged review and every problem; `today` and `original` as for `check`."""
    review, problems = load(root)
    assessed = assess(review) if review else None
    return assessed, problems + (check(assessed, today, original) if assessed else [])


def read_sound(root: Path, today: datetime.date) -> Assessed:
    """The judged review. Raises Faulty where there is any problem."""
    assessed, problems = problems_of(root, today)
    if assessed is None or problems:
        raise Faulty(problems)
    return assessed


def change_names(root: Path, assessed: Assessed, change: Callable[[Mapping[str, str]], Mapping[str, str | None]]) -> None:
    """Write what a change makes of the files of a review, as they stand. Raises Refused where one cannot be read or written."""
    try:
        paths = {source.path for source in assessed.review.sources.values() if (root / source.path).is_file()}
        texts = {path: (root / path).read_bytes().decode("utf-8-sig") for path in paths}
        write_all(root, change(texts))
    except OSError as error:
        raise Refused(say("command.not-renamed", reason=str(error)), code=1) from error


def known_references(keys: Iterable[str], review: Review) -> None:
    """Raises Refused where a key is that of no reference."""
    for key in keys:
        if key not in review.references:
            raise Refused(say("command.no-reference", key=key, hint=hint(key, review.references)))


def find_claim(review: Review, written: str) -> str:
    """The id of the claim that is named by its id or its code. Raises Refused where there is none."""
    claim_id = claim_named(written, review)
    if claim_id is None and review.unread.hides("claim", written):
        raise Refused(say("command.unread-claim", id=written))
    if claim_id is None:
        raise Refused(say("command.no-claim", id=written, hint=hint(written, review.claims)))
    return claim_id
