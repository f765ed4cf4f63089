"""What the search box finds, and by which words: every claim and every hand-written page, in one language. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tools.appraisal.assess import DIRECTIONS
from tools.export.search_index import SIZES, Page, Shown, index_files
from tools.export.search_words import other_languages, search_words
from tools.export.terms import piece
from tools.pages.patients import PAGE
from tools.pages.standing import standing
from tools.records.claim import Claim, Review
from tools.records.vocabulary import Names
from tools.records.words import Language
from tools.text.inserts import INSERT
from tools.text.marks import CITATION

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\{#[a-z-]+\}|\{\{.*?\}\}|<!--.*?-->|</?[a-z][^<>]*>|[*_`#>|]")


def search_files(review: Review, language: Language, sizes: Mapping[str, int] = SIZES) -> dict[str, str]:
    """The scripts that a page loads when somebody uses its search box: path to text. `sizes` is for `index_files`."""
    files = index_files(found_pages(review, language), _identifiers(review), search_words(review, language), sizes)
    return {f"search-index/{name}": text for name, text in files.items()}


def found_pages(review: Review, language: Language) -> list[Page]:
    """The pages that can be found; those of the claims stand first."""
    pages = [_claim(review, claim_id, language) for claim_id in review.claims]
    return pages + [_prose(review, language, name) for name in review.pages[language] if name != "index.md"]


def _claim(review: Review, claim_id: str, language: Language) -> Page:
    claim = review.claims[claim_id]
    said = [claim.appraisal, claim.unknown, claim.would_change, *(item.finding for item in claim.evidence)]
    said += [review.searches[name].question for name in claim.searches]
    terms = [review.vocabulary.term[term] for term in claim.terms]
    return Page(
        Shown(
            url=f"claims/{claim_id}/",
            title=claim.title[language],
            code=claim.code,
            level=standing(review, claim, language),
            short=claim.short[language],
        ),
        names=_names(terms, language),
        answer=f"{claim.answer[language]} {claim.statement[language]}",
        text=CITATION.sub("", _plain(" ".join(text[language] for text in said))),
        sources=" ".join(_people(review, claim)),
        other=tuple(text for lang in other_languages(language) for text in (claim.title[lang], *_names(terms, lang))),
    )


def _names(terms: Iterable[Names], language: Language) -> tuple[str, ...]:
    return tuple(name for term in terms for name in term[language])


def _people(review: Review, claim: Claim) -> Iterator[str]:
    """Family names and years of the claim's sources, each once."""
    yield from sorted({author.family for item in claim.evidence for author in review.references[item.ref].author})
    yield from sorted({str(year) for item in claim.evidence if (year := review.references[item.ref].year)})


def _prose(review: Review, language: Language, name: str) -> Page:
    page = review.pages[language][name]
    body = _plain(INSERT.sub("", page.body))
    terms = list(_terms_for_patients(review, language, body)) if name == PAGE else []
    there = [(lang, review.pages[lang].get(name)) for lang in other_languages(language)]
    return Page(
        Shown(f"{name.removesuffix('.md')}/", page.front.title),
        names=_names(terms, language),
        text=body,
        other=tuple(text for lang, twin in there for text in (twin.front.title if twin else "", *_names(terms, lang))),
    )


def _terms_for_patients(review: Review, language: Language, text: str) -> Iterator[Names]:
    """The terms that the page for patients is to answer, each that its text holds by one name or another."""
    whole = f" {piece(text)} "
    for term in review.vocabulary.term.values():
        names = term[language] if term.patients else ()
        if any((f" {piece(name)} " if name.isascii() else piece(name)) in whole for name in names):
            yield term


def _plain(markdown: str) -> str:
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", markdown)).split())


def _identifiers(review: Review) -> dict[str, list[int]]:
    """Code, DOI and PMID to the numbers of the claims that they stand for: evidence first, then searches that kept the source."""
    numbers = {claim_id: number for number, claim_id in enumerate(review.claims)}
    found = {claim.code.lower(): [numbers[claim_id]] for claim_id, claim in review.claims.items()}
    for key, claim_id in _uses(review):
        source = review.references[key]
        for identifier in (source.doi, source.pmid):
            if identifier and numbers[claim_id] not in found.setdefault(identifier.lower(), []):
                found[identifier.lower()].append(numbers[claim_id])
    return found


def _uses(review: Review) -> Iterator[tuple[str, str]]:
    """Reference and claim: those of the evidence, the most telling first, then those that a search of the claim kept."""
    items = [
        (not item.direct, DIRECTIONS.index(item.direction), item.ref, i) for i, c in review.claims.items() for item in c.evidence
    ]
    yield from ((key, claim_id) for *_, key, claim_id in sorted(items))
    for claim_id, claim in review.claims.items():
        yield from ((key, claim_id) for name in claim.searches for key in review.searches[name].kept)
