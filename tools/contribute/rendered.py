"""Whether two readings of a review give pages that read the same, by this program. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from tools.appraisal.assess import Assessed
from tools.check.rules import check
from tools.edition import Edition
from tools.pages.render import render
from tools.records.claim import Review
from tools.records.words import LANGUAGES

# Any day that all records have behind them: what a page says of the day on which it is built is no change of the records.
_DAY = datetime.date(2999, 1, 1)
_WHOLE = ("claims", "references", "searches", "vocabulary", "article", "pages", "archive")


def pages_that_differ(old: Assessed, new: Assessed) -> list[str] | None:
    """The pages whose words differ, such as `en/claims/x.md`; None where one of the reviews is too faulty to be rendered."""
    if all(_in_order(old.review, name) == _in_order(new.review, name) for name in _WHOLE):
        return []
    if not (_is_sound(old) and _is_sound(new)):
        return None
    before, after = _words(old), _words(new)
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _in_order(review: Review, name: str) -> object:
    """A part of a review; the order of its records may be that of a list."""
    part = getattr(review, name)
    return [*part.items()] if isinstance(part, Mapping) else part


def _is_sound(assessed: Assessed) -> bool:
    return not assessed.review.unread.marks and not any(check(assessed, _DAY))


def _words(assessed: Assessed) -> dict[str, list[str]]:
    """Path of each page to its words: white space aside."""
    return {
        f"{language}/{path}": text.split()
        for language in LANGUAGES
        for path, text in render(assessed, Edition(_DAY, language=language)).items()
    }
