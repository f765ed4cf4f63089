"""References against the registries, and completed or new ones from them; searches in their databases. Needs the network."""

from tools.verify.completing import complete_references
from tools.verify.entry import NotKnown, entry_from_doi, entry_from_pmid
from tools.verify.run import verify, verify_searches
from tools.verify.runs import NotEdited
from tools.verify.web import NoAnswer, Web, open_web

__all__ = [
    "NoAnswer",
    "NotEdited",
    "NotKnown",
    "Web",
    "complete_references",
    "entry_from_doi",
    "entry_from_pmid",
    "open_web",
    "verify",
    "verify_searches",
]
