"""Rules on the links of the hand-written pages: each leads to a page, and to a place on it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from tools.check.addresses import is_near
from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.text.hints import hint
from tools.text.inserts import INSERT, LISTS, anchor_patterns
from tools.text.leads import (
    html_targets,
    is_elsewhere,
    is_malformed,
    is_of_a_computer,
    local_addresses,
    other_number,
    parted_links,
)
from tools.text.locale import Language
from tools.text.messages import Message, say
from tools.text.pages import anchors, links, printed

_VERSION = re.compile(r"claims/([a-z0-9-]+)/v[0-9]+\.md")
_FILES = "assets/"


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
        if is_elsewhere(target) or is_of_a_computer(target):
            continue  # of which another rule speaks
        path, _, anchor = target.partition("#")
        there = posixpath.normpath(unquote(path)) if path else name
        version = _VERSION.fullmatch(there)
        if path.startswith(_FILES):
            if there not in review.assets:
                yield (line,), say("dead-link.file", target=there, hint=hint(there, review.assets))
        elif not target or (there not in known and not (version and version[1] in review.names)):
            yield (line,), say("dead-link", target=target or written, hint=hint(there, known))
        elif anchor and there in pages and not _is_place(unquote(anchor), pages[there].body):
            places = anchors(pages[there].body)
            yield (line,), say("dead-link.anchor", target=there, anchor=anchor, hint=hint(anchor, places))


@rule("dead-link", each="page")
def links_open_for_everybody(page: Page) -> Findings:
    """A link of a hand-written page has words, leads to no single computer, and is written as a browser opens it.

    Bad: docs/en/index.md: [Claims](http://localhost:8000/claims/)
    Good: docs/en/index.md: [Claims](claims/index.md)
    """
    text = page.numbered
    for at, message in _wrong_links(text):
        yield (text.count("\n", 0, at) + 1,), message
    for number, said in enumerate(printed(text).split("\n"), 1):
        for _, target in local_addresses(said):
            yield (number,), say("dead-link.local", target=target)


def _wrong_links(text: str) -> Iterator[tuple[int, Message]]:
    for at, target, written in links(text):
        if re.match(r"!?\[\s*\]\(", text[at:]):
            yield at, say("dead-link.no-words", target=written)
        elif message := _wrong(target or ""):
            yield at, message
        elif said := other_number(written, target or ""):
            yield at, say("dead-link.number", said=said, target=target)
    for at, target in html_targets(text):
        if message := _wrong(target):
            yield at, message
        elif target.partition("#")[0].endswith(".md") and not is_elsewhere(target):
            yield at, say("dead-link.html", target=target)
    for at, target in parted_links(text):
        yield at, say("dead-link.parted", target=target)


def _wrong(target: str) -> Message | None:
    """What is wrong with an address by itself."""
    if is_of_a_computer(target) or (target.lower().startswith(("http://", "https://", "//")) and is_near(_host(target))):
        return say("dead-link.local", target=target)
    return say("dead-link.malformed", target=target) if is_elsewhere(target) and is_malformed(target) else None


def _host(target: str) -> str:
    try:
        return urlsplit(target).hostname or ""
    except ValueError:
        return ""


def _is_place(anchor: str, page: str) -> bool:
    """Whether a page has this place, or a part that is made for it may have."""
    return anchor in anchors(page) or any(
        re.fullmatch(pattern, anchor) for part in INSERT.findall(page) for pattern in anchor_patterns(part)
    )
