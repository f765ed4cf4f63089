"""One study counts once: two keys for one source are a problem, and so is what looks like it until a person has said no."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tools.check.registry import Finding, Findings, rule
from tools.records.claim import Review
from tools.records.sources import Reference
from tools.text.messages import say

Identity = tuple[str, str]
# What two sources can share. Of the last three only a person can say what it means: one page may hold several documents, two
# works may have one title, and one trial several reports (which the level rule counts as one study).
_MESSAGES = {
    "doi": "duplicate-source.doi",
    "pmid": "duplicate-source.pmid",
    "address": "duplicate-source.address",
    "title": "duplicate-source.title",
    "registration": "duplicate-source.registration",
}
_ANSWERED_BY_A_PERSON = ("address", "title", "registration")
# In the address of a publisher, too: `/doi/full/10.1000/abc`, `/articles/10.1000/abc/full`.
_DOI = re.compile(r"/(10\.\d{4,9}/.+?)(?:/(?:full|fulltext|abstract|pdf|epdf))?$")
_PUBMED = re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed|europepmc\.org/(?:article|abstract)/med)/(\d+)")
# A registry shows one trial at many addresses, and PubMed Central one article: all of them hold its number.
_NUMBERED = re.compile(r"\b(nct\d{8}|isrctn\d+|jrcts?\d+|umin\d+|chictr\d+|actrn\d+|drks\d+|pmc\d+|\d{4}-\d{6}-\d{2})\b")
_NO_LETTER = re.compile(r"[\W_]+")
_TAG = re.compile(r"</?[a-z]+>")
_DASHES = re.compile("[‐-―−]")


@rule("duplicate-source", each="review")
def sources_count_once(review: Review) -> Findings:
    """No DOI, PMID or address has two keys; nor has a title of one year, unless the record says that the works differ.

    Bad: @article{mori2019mice, doi = {10.5555/mice}, …} @article{mori2019tea, doi = {10.5555/MICE}, …}
    Good: @article{mori2019mice, doi = {10.5555/mice}, …}
    """
    seen: dict[Identity, list[str]] = {}
    for key, reference in sorted(review.references.items(), key=lambda item: _place(review, item[0])):
        shared: dict[str, Identity] = {}
        for identity in dict.fromkeys(_identities(reference)):
            for other in seen.setdefault(identity, []):
                if not _told_apart(key, other, identity[0], review.references):
                    shared.setdefault(other, identity)
            seen[identity].append(key)
        for other, (kind, _) in shared.items():
            yield _finding(review, key, other, kind)


def _place(review: Review, key: str) -> tuple[str, int]:
    source = review.sources[f"reference:{key}"]
    return source.path, source.line()


def _identities(reference: Reference) -> Iterator[Identity]:
    """What makes two sources one, the surest first, each in one form."""
    if reference.doi:
        yield "doi", _doi(reference.doi)
    if reference.pmid:
        yield "pmid", reference.pmid
    if reference.url:
        yield _address(reference.url)
    if reference.registration:
        yield "registration", reference.registration.casefold()
    for title in dict.fromkeys((reference.title, reference.titleen)):
        if title and (letters := _letters(title)):
            yield "title", letters


def _doi(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKC", unquote(text)) if unicodedata.category(c) != "Cf")
    return _DASHES.sub("-", plain).casefold().rstrip(".,;/")


def _address(url: str) -> Identity:
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
            return "doi", _doi(doi.group(1))
    if pubmed := _PUBMED.match(f"{host}{path}".lower()):
        return "pmid", pubmed.group(1)
    for place in (path, *(value for _, value in parameters)):
        if numbered := _NUMBERED.search(place.lower()):
            return "address", numbered.group(1)
    asked = sorted((name, value) for name, value in parameters if not name.startswith(("utm_", "fbclid", "gclid")))
    return "address", f"{host}{path}?{urlencode(asked)}"


def _letters(title: str) -> str:
    """A title without accents, marks, tags and spaces."""
    plain = unicodedata.normalize("NFKD", _TAG.sub("", html.unescape(title)))
    return _NO_LETTER.sub("", plain.casefold())


def _told_apart(key: str, other: str, kind: str, references: Mapping[str, Reference]) -> bool:
    """True where the records say that two sources which share something are not one."""
    one, two = references[key], references[other]
    if kind == "title" and one.year and two.year and one.year != two.year:
        return True
    return kind in _ANSWERED_BY_A_PERSON and (other in one.distinct or key in two.distinct)


def _finding(review: Review, key: str, other: str, kind: str) -> Finding:
    field = {"title": "title", "address": "url"}.get(kind, kind)
    value = getattr(review.references[key], field)
    if value is None:  # the address is that of a DOI or of an article of PubMed
        field, value = "url", review.references[key].url
    path, line = _place(review, other)
    return (f"reference:{key}", field), say(_MESSAGES[kind], key=key, other=other, path=path, line=line, value=value)
