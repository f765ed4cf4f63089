"""A work by its title, where a record has no identifier: only where title, first author and year are the same.

Twins are many: the same title in another year, a preprint, a correction under the title that it corrects, an abstract in a
supplement, a reply. So nothing that is merely close counts here, and of two works that agree in everything neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.records.sources import Reference
from tools.text.messages import Message, say
from tools.verify import doi as agencies
from tools.verify import pubmed
from tools.verify.names import compare_first
from tools.verify.titles import SAME, compare_titles, plain
from tools.verify.web import Web
from tools.verify.work import Work

_PREPRINT = re.compile(r"preprint|rxiv", re.IGNORECASE)
_SMALL = {"a", "an", "and", "for", "in", "of", "on", "the", "und", "de"}


def find(reference: Reference, web: Web) -> tuple[list[Work], Message | None]:
    """What Crossref and PubMed have for it, each at most once, or why nothing was taken.

    Raises:
        NoAnswer: one of them could not be asked, so that a twin there would not be seen.
    """
    if not reference.author or reference.year is None:
        return [], say("complete-open.no-anchor")
    found: list[Work] = []
    for works in _candidates(reference, web):
        agreeing = [work for work in works if is_same(reference, work)]
        names = tuple(dict.fromkeys((work.doi or work.pmid).casefold() for work in agreeing))
        if len(names) > 1:
            return [], say("complete-open.twins", service=agreeing[0].service, found=names)
        found += agreeing[:1]
    dois = {work.doi.casefold() for work in found if work.doi}
    if len(dois) > 1:
        return [], say("complete-open.twins", service=" / ".join(work.service for work in found), found=tuple(sorted(dois)))
    return found, None if found else say("complete-open.not-found")


def _candidates(reference: Reference, web: Web) -> Iterator[list[Work]]:
    line = f"{reference.title} {reference.author[0].family} {reference.year}"
    yield agencies.with_words(web, line)
    words = [word for word in plain(reference.title).split() if re.fullmatch("[a-z]{4,}", word)]
    yield pubmed.with_title(web, words[:12]) if len(words) > 2 else []


def is_same(reference: Reference, work: Work) -> bool:
    """True where title, first author and year are the same, and nothing else speaks against it."""
    if work.notice_itself or not work.titles or not work.authors or reference.year not in work.years:
        return False
    title = compare_titles([reference.title, *filter(None, [reference.titleen])], work.titles)
    if title.state != "same" or title.score < SAME:
        return False
    if compare_first(reference.author[0], work.authors, work.aliases) != "same":
        return False
    journal = reference.journal or ""
    if ("posted-content" in work.kinds or "Preprint" in work.kinds) is not bool(_PREPRINT.search(journal)):
        return False
    return not journal or not work.journal or same_journal(journal, work.journal)


def same_journal(one: str, other: str) -> bool:
    """True for a name and its abbreviation, and for one with its subtitle."""
    words, others = ([word for word in plain(name).split() if word not in _SMALL] for name in (one, other))
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(words, others, strict=False))
