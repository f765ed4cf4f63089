"""Rules on the links of the hand-written pages: each leads to a page, and to a place on it."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.text.hints import hint
from tools.text.inserts import INSERT, LISTS, anchor_patterns
from tools.text.locale import Language
from tools.text.messages import say
from tools.text.pages import anchors, links

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_VERSION = re.compile(r"claims/([a-z0-9-]+)/v[0-9]+\.md")
_FILES = "assets/"  # no record: the builder knows whether they are there


@rule("dead-link", each="page", whole=("claim", "page"))
def links_lead_somewhere(language: Language, name: str, page: Page, review: Review) -> Findings:
    """A link of a hand-written page leads to the file of a page, and to a place on it, that exists.

    Bad: docs/en/index.md: [Claims](claims/indx.md)
    Good: docs/en/index.md: [Claims](claims/index.md)
    """
    pages = review.pages[language]
    known = {*pages, *(f"{page}.md" for page in LISTS), *(f"claims/{claim_id}.md" for claim_id in review.claims)}
    text = page.numbered
    for at, target, written in links(text):
        line = text.count("\n", 0, at) + 1
        if target is None:
            yield (line,), say("dead-link.reference", target=written)
            continue
        path, _, anchor = target.partition("#")
        if _ELSEWHERE.match(path) or path.startswith(_FILES):
            continue
        there = posixpath.normpath(unquote(path)) if path else name
        version = _VERSION.fullmatch(there)
        if not target or (there not in known and not (version and version[1] in review.claims)):
            yield (line,), say("dead-link", target=target or written, hint=hint(there, known))
        elif anchor and there in pages and not _is_place(unquote(anchor), pages[there].body):
            places = anchors(pages[there].body)
            yield (line,), say("dead-link.anchor", target=there, anchor=anchor, hint=hint(anchor, places))


def _is_place(anchor: str, page: str) -> bool:
    """Whether a page has this place, or a part that is made for it may have."""
    return anchor in anchors(page) or any(
        re.fullmatch(pattern, anchor) for part in INSERT.findall(page) for pattern in anchor_patterns(part)
    )
