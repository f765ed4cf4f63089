"""What the search box finds pages by: one script that holds the words of each page, in one language. Pure.

A script and not JSON, because a page read from disk may load a script from beside it but may not fetch a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tools.bibliography import family_name
from tools.citations import CITATION
from tools.inserts import INSERT
from tools.model import Claim, Review

_FRONT = re.compile(r"^# (.+)$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\{#[a-z-]+\}|<!--.*?-->|[*_`#>|]")


def search_index(review: Review, language: str) -> str:
    """The script that a page loads when somebody first uses its search box."""
    pages = [_claim(review, claim_id, language) for claim_id in review.claims]
    pages += [_prose(name, text) for name, text in review.pages[language].items() if name != "index.md"]
    index = {"pages": pages, "identifiers": _identifiers(review)}
    return f"globalThis.searchIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n".replace("<", "\\u003c")


def _claim(review: Review, claim_id: str, language: str) -> dict[str, object]:
    claim = review.claims[claim_id]
    names = [name for term in claim.terms for name in review.vocabulary.term[term][language]]
    words = [claim.appraisal, claim.unknown, claim.would_change, *(item.finding for item in claim.evidence)]
    words += [review.searches[name].question for name in claim.searches]
    return {
        "url": f"claims/{claim_id}/",
        "title": claim.title[language],
        "code": claim.code,
        "level": review.vocabulary.level[claim.level].label[language],
        "names": names,
        "answer": f"{claim.answer[language]} {claim.statement[language]}",
        "text": CITATION.sub("", _plain(" ".join(text[language] for text in words))),
        "sources": " ".join(_people(review, claim)),
    }


def _people(review: Review, claim: Claim) -> Iterator[str]:
    """Family names and years of the claim's sources, each once."""
    said = {family_name(author) for item in claim.evidence for author in review.references[item.ref].author}
    yield from sorted(said - {"others"})
    yield from sorted({str(year) for item in claim.evidence if (year := review.references[item.ref].year)})


def _prose(name: str, text: str) -> dict[str, object]:
    title = _FRONT.search(text)
    body = _plain(INSERT.sub("", _FRONT.sub("", text, count=1)))
    return {"url": f"{name.removesuffix('.md')}/", "title": title.group(1).strip() if title else name, "names": [], "text": body}


def _plain(markdown: str) -> str:
    return re.sub(r"\s+", " ", _MARKS.sub("", _LINK.sub(r"\1", markdown))).strip()


def _identifiers(review: Review) -> dict[str, list[str]]:
    """Code, DOI and PMID to the pages of the claims that they stand for: evidence first, then searches that kept the source."""
    found: dict[str, list[str]] = {claim.code.lower(): [f"claims/{claim_id}/"] for claim_id, claim in review.claims.items()}
    for key, claim_id in _uses(review):
        source = review.references[key]
        for identifier in (source.doi, source.pmid):
            if identifier and f"claims/{claim_id}/" not in found.setdefault(identifier.lower(), []):
                found[identifier.lower()].append(f"claims/{claim_id}/")
    return found


def _uses(review: Review) -> Iterator[tuple[str, str]]:
    """Reference and claim: those of the evidence, the most telling first, then those that a search of the claim kept."""
    order = ("supports", "contradicts", "mixed", "context")
    items = [(not item.direct, order.index(item.direction), item.ref, i) for i, c in review.claims.items() for item in c.evidence]
    yield from ((key, claim_id) for *_, key, claim_id in sorted(items))
    for claim_id, claim in review.claims.items():
        yield from ((key, claim_id) for name in claim.searches for key in review.searches[name].kept)
