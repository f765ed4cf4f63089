"""DOIs and addresses: the bare one in whatever was pasted, and the address at which a DOI is found."""

from __future__ import annotations

import html
import re
from urllib.parse import quote, unquote

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
# What an address has after its DOI: a query, a fragment, the page of the publisher that was open.
_TAIL = re.compile(
    r"(?:\?[a-z_.-]+=.*|#[a-z][a-z0-9_-]+|;10\.[0-9]+/.*|/(?:abstract|full|fulltext|full-text|summary|meta|e?pdf|html)|\.(?:pdf|full|html?))$",
    re.IGNORECASE,
)
_ENTITY = re.compile("&(?:lt|gt|amp);")
_PAIRS = {")": "(", "]": "[", ">": "<", "）": "（", "】": "【", "」": "「", "』": "『"}
# What ends a sentence, or a list of addresses without spaces.
_AFTER = ".,;:'\"!、。，；：’”"
_NEXT = re.compile(r"(?<=.)[,;、，；]?https?://.*", re.IGNORECASE)
_WITHIN = re.compile(r"[/=?&](?=https?(?:://|%3A))", re.IGNORECASE)


def bare_doi(text: str) -> str:
    """The DOI in a text or an address, decoded and without what follows it; "" where there is none.

    Old DOIs hold `<`, `>`, `;`, `(` and `)`: a closing sign goes only where it closes nothing.
    """
    found = _DOI.search(unquote(text) if re.search("%[0-9A-Fa-f]{2}", text) else text)
    doi, before = found[0] if found else "", ""
    while doi != before:
        before = doi
        doi = _unclosed(_TAIL.sub("", html.unescape(doi) if _ENTITY.search(doi) else doi).rstrip(".,;:/'\""))
    return doi if _DOI.fullmatch(doi) else ""


def _unclosed(text: str) -> str:
    """The text without a last sign that closes what was never opened."""
    last = text[-1:]
    return text[:-1] if last in _PAIRS and text.count(last) > text.count(_PAIRS[last]) else text


def bare_address(text: str) -> str:
    """An address without what a sentence or a list puts after it; one inside another (an archive, a query) is part of it."""
    address, before = text, ""
    if (following := _NEXT.search(text)) and not _WITHIN.match(text, following.start() - 1):
        address = text[: following.start()]
    while address != before:
        before, address = address, _unclosed(address.rstrip(_AFTER))
    return address


def doi_address(doi: str) -> str:
    """Where a DOI leads, as an address in which every sign stands for itself."""
    return "https://doi.org/" + quote(doi, safe="/:;()!$*,@~=+&")
