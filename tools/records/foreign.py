"""Fields of other programs' bibliographies (BibLaTeX, Zotero, Mendeley, Crossref, PubMed), and which of ours each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from tools.records.sources import Reference
from tools.text.messages import Message, say

_OURS: Mapping[str, str] = {
    "date": "year", "issued": "year", "origdate": "year", "eventdate": "year",
    "journaltitle": "journal", "booktitle": "journal", "maintitle": "journal", "container-title": "journal",
    "issue": "number", "vol": "volume", "page": "pages", "eid": "pages", "articleno": "pages", "article-number": "pages",
    "institution": "publisher", "school": "publisher", "organization": "publisher", "howpublished": "publisher",
    "language": "langid", "hyphenation": "langid", "lang": "langid",
    "urldate": "checked", "accessed": "checked", "lastchecked": "checked", "visited": "checked",
    "link": "url", "bdsk-url-1": "url", "ee": "url",
    "subtitle": "title", "titleaddon": "title", "translatedtitle": "titleen", "title-en": "titleen", "usera": "titleen",
    "pubmedid": "pmid", "pubmed": "pmid", "pubmed-id": "pmid", "accession": "pmid",
    "annote": "note", "annotation": "note", "addendum": "note", "comment": "note",
    "authors": "author", "trial": "registration", "nct": "registration", "trialnumber": "registration",
}  # fmt: skip
_UNUSED = {
    "abstract", "address", "archive", "archiveprefix", "arxivid", "bibsource", "biburl", "chapter", "copyright", "day",
    "edition", "editor", "eprint", "eprintclass", "eprinttype", "file", "groups", "isbn", "issn", "keyword", "keywords",
    "local-url", "location", "month", "numpages", "options", "owner", "pagetotal", "place", "pmcid", "primaryclass",
    "priority", "publisher-place", "rights", "series", "shortjournal", "shorttitle", "source", "tags", "timestamp",
    "translator", "urn",
}  # fmt: skip
_NOTICE = {"retracted", "retraction", "withdrawn", "withdrawal", "concern", "corrected", "correction", "erratum", "corrigendum"}
_KNOWN = frozenset(field.name for field in fields(Reference))


def foreign_field(name: str) -> Message | None:
    """What to do with a field of another program; None where it is of none that we know."""
    plain = name.casefold()
    ours = plain if plain in _KNOWN else _OURS.get(plain)
    if ours:
        return say("unknown-key.foreign", field=name, ours=ours)
    if plain in _NOTICE:
        return say("unknown-key.notice", field=name)
    if plain in _UNUSED or plain.startswith(("bdsk-", "mendeley-", "date-")):
        return say("unknown-key.unused", field=name)
    return None
