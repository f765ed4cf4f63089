"""Of what nothing can be said, since it cannot be read or names what cannot be found: with the problems that say why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tools.contribute.line import Line
from tools.contribute.prose import plain
from tools.records.claim import Review
from tools.records.links import unread_links
from tools.records.problem import Problem, in_order
from tools.text.locale import Language
from tools.text.messages import say

_PROBLEMS = 5  # of one file
_KEPT = {"claim": "claims/", "reference": "references/", "search": "references/searches.yml", "page": "docs/"}

_UNREAD = {
    "claim": "told.diff-unread-claim",
    "reference": "told.diff-unread-reference",
    "search": "told.diff-unread-search",
    "page": "told.diff-unread-page",
}


def unreadable(old: Review, new: Review, problems: Sequence[Problem], language: Language) -> Iterator[Line]:
    """What cannot be read in one of two readings; `problems` are those of the new one."""
    for kind, name in sorted(new.unread.marks):
        source = new.sources.get(f"{kind}:{name}")
        path = source.path if source else f"docs/{name}" if kind == "page" else _KEPT[kind]
        told = say("told.diff-unread-file", path=path) if not name else say(_UNREAD[kind], name=name)
        yield Line("unread", told.text(language), tuple(_why(path, problems, language)))
    for claim_id, claim in new.claims.items():
        if unread_links(claim, new):
            path = new.sources[f"claim:{claim_id}"].path
            told = say("told.diff-unread-link", code=claim.code, name=claim_id)
            yield Line("unread", told.text(language), tuple(_why(path, problems, language)))
    before = tuple(sorted(name or _KEPT[kind] for kind, name in old.unread.marks - new.unread.marks))
    if before:
        yield Line("unread", say("told.diff-unread-before", names=before).text(language))


def is_unread(review: Review) -> bool:
    """True where a record cannot be read, or a claim names what cannot be found or read."""
    return bool(review.unread.marks) or any(unread_links(claim, review) for claim in review.claims.values())


def no_review(problems: Iterable[Problem], language: Language) -> Iterator[Line]:
    """Of a review without an article or a vocabulary that can be read."""
    found = in_order(problems)
    for path in dict.fromkeys(problem.path for problem in found):
        yield Line("unread", say("told.diff-unread-file", path=path).text(language), tuple(_why(path, found, language)))


def _why(path: str, problems: Iterable[Problem], language: Language) -> Iterator[str]:
    found = [problem for problem in in_order(problems) if problem.path.startswith(path)]
    yield from (plain(problem.as_line(language)) for problem in found[:_PROBLEMS])
    if len(found) > _PROBLEMS:
        yield say("told.diff-more-problems", count=len(found) - _PROBLEMS).text(language)
