"""What an address says of the source to which it leads: a DOI, an article of PubMed, a registered trial, or a page. Pure."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

Identity = tuple[str, str]
# In the address of a publisher, too: `/doi/full/10.1000/abc`, `/articles/10.1000/abc/full`.
_DOI = re.compile(r"/(10\.\d{4,9}/.+?)(?:/(?:full|fulltext|abstract|pdf|epdf))?$")
_PUBMED = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed|europepmc\.org/(?:article|abstract)/med)/(\d+)")
# A registry shows one trial at many addresses, and PubMed Central one article: all of them hold its number.
_NUMBERED = re.compile(r"\b(nct\d{8}|isrctn\d+|jrcts?\d+|umin\d+|chictr\d+|actrn\d+|drks\d+|pmc\d+|\d{4}-\d{6}-\d{2})\b")
_DASHES = re.compile("[‐-―−]")


def plain_doi(text: str) -> str:
    """A DOI in the one form in which it is compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", unquote(text)) if unicodedata.category(c) != "Cf")
    return _DASHES.sub("-", plain).casefold().rstrip(".,;/")


def identity_of(url: str) -> Identity:
    """An address without what does not matter; that of a DOI, an article of PubMed or a registered trial is that number."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no number of a computer
        return "address", url
    host = (parts.hostname or "").removeprefix("www.")
    path = re.sub(r"(/index\.html?)?/*$", "", unquote(parts.path))
    parameters = parse_qsl(parts.query)
    for place in (path, *(f"/{value}" for _, value in parameters)):
        if doi := _DOI.search(place):
            return "doi", plain_doi(doi.group(1))
    if pubmed := _PUBMED.match(f"{host}{path}".lower()):
        return "pmid", pubmed.group(1)
    for place in (path, *(value for _, value in parameters)):
        if numbered := _NUMBERED.search(place.lower()):
            return "address", numbered.group(1)
    asked = sorted((name, value) for name, value in parameters if not name.startswith(("utm_", "fbclid", "gclid")))
    return "address", f"{host}{path}?{urlencode(asked)}"


def is_near(host: str) -> bool:
    """True for this computer, and for one that only its own network knows."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan", ".home", ".intranet"))
