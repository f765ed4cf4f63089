"""References against the registries (Crossref, doi.org, JaLC, PubMed), and new entries from them. Needs the network."""

from tools.verify.entry import NotKnown, entry_from_doi, entry_from_pmid
from tools.verify.run import verify, verify_searches
from tools.verify.runs import NotEdited
from tools.verify.web import NoAnswer, Web, open_web

__all__ = [
    "NoAnswer",
    "NotEdited",
    "NotKnown",
    "Web",
    "entry_from_doi",
    "entry_from_pmid",
    "open_web",
    "verify",
    "verify_searches",
]
