"""DOIs: the bare one in whatever was pasted, and the address at which it is found."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
# What an address has after its DOI: a query, a fragment, the page of the publisher that was open.
_TAIL = re.compile(
    r"(?:\?[a-z_.-]+=.*|#[a-z][a-z0-9_-]{2,}|/(?:abstract|full|fulltext|full-text|summary|meta|e?pdf|html)|\.(?:pdf|full|html?))$",
    re.IGNORECASE,
)
_PAIRS = {")": "(", "]": "[", ">": "<"}


def bare_doi(text: str) -> str:
    """The DOI in a text or an address, decoded and without what follows it; "" where there is none.

    Old DOIs hold `<`, `>`, `;`, `(` and `)`: a closing sign goes only where it closes nothing.
    """
    found = _DOI.search(unquote(text) if re.search("%[0-9A-Fa-f]{2}", text) else text)
    doi, before = found[0] if found else "", ""
    while doi != before:
        before = doi
        doi = _TAIL.sub("", doi).rstrip(".,;:/'\"")
        if doi[-1:] in _PAIRS and doi.count(doi[-1]) > doi.count(_PAIRS[doi[-1]]):
            doi = doi[:-1]
    return doi if _DOI.fullmatch(doi) else ""


def doi_address(doi: str) -> str:
    """Where a DOI leads, as an address in which every sign stands for itself."""
    return "https://doi.org/" + quote(doi, safe="/:;()!$*,@~=+&")
