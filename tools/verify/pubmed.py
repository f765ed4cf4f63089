"""PubMed by its E-utilities: articles by PMID, the PMID of a DOI, and searches.

Documented, and not tried live: the utilities, their parameters and rates, `CommentsCorrections`, `PublicationType`. General
knowledge, and not tried live: the other elements, and esearch's `errorlist` in JSON.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tools.records.authors import Author, read_suffix
from tools.verify.cache import Answer
from tools.verify.web import NoAnswer, Web
from tools.verify.work import Work, funder_of, with_retracted_title

# Documented: about 200 identifiers a request; half of that keeps answers small.
BATCH = 100
MOST_HITS = 200
_NOTICES = {
    "RetractionIn": "retraction", "PartialRetractionIn": "retraction", "RetractedandRepublishedIn": "retraction",
    "ExpressionOfConcernIn": "expression-of-concern",
    "ErratumIn": "correction", "CorrectedandRepublishedIn": "correction",
}  # fmt: skip
_NOTICE_TYPES = {
    "Retraction of Publication": "retraction", "Retraction Notice": "retraction",
    "Expression of Concern": "expression-of-concern", "Published Erratum": "correction",
}  # fmt: skip
_EMPTY = "<none/>"


@dataclass(frozen=True)
class Hits:
    """What a search found: how many in all, and the first identifiers; `ignored` are words that PubMed did not understand."""

    count: int
    pmids: tuple[str, ...]
    ignored: tuple[str, ...]


def prefetch(web: Web, pmids: Iterable[str]) -> None:
    """Get many articles in few requests. What fails is left: each is asked for again when its turn comes."""
    wanted = [pmid for pmid in dict.fromkeys(pmids) if web.cache.get("pubmed", pmid) is None]
    for start in range(0, len(wanted), BATCH):
        try:
            _fetch(web, wanted[start : start + BATCH])
        except NoAnswer:
            return


def by_pmid(web: Web, pmid: str) -> Work | None:
    """The article; None where PubMed has none with this number.

    Raises:
        NoAnswer: PubMed could not be asked.
    """
    if web.cache.get("pubmed", pmid) is None:
        _fetch(web, [pmid])
    answer = web.cache.get("pubmed", pmid)
    return web.reading("pubmed", answer, lambda kept: _article(kept, pmid)) if answer else None


def with_doi(web: Web, doi: str) -> Work | None:
    """The article that carries exactly this DOI; None where PubMed has none.

    Raises:
        NoAnswer: PubMed could not be asked.
    """
    # Where PubMed does not know a phrase it searches for something else: only the record itself says whose DOI it is.
    found = _answering(web, f'"{doi}"[doi]', f"doi {doi}")
    return next((work for work in found if work.doi.casefold() == doi.casefold()), None)


def with_title(web: Web, words: Iterable[str]) -> list[Work]:
    """The first articles that have all of these words in their titles; twins among them.

    Raises:
        NoAnswer: PubMed could not be asked.
    """
    term = " AND ".join(f"{word}[ti]" for word in words)
    return _answering(web, term, f"find {term}")


def _answering(web: Web, term: str, key: str) -> list[Work]:
    hits = web.ask("pubmed", "/esearch.fcgi", key, _hits, {"db": "pubmed", "retmode": "json", "retmax": "5", "term": term})
    return [work for pmid in hits.pmids[:5] if (work := by_pmid(web, pmid))]


def since(web: Web, query: str, day: datetime.date, until: datetime.date) -> Hits:
    """What PubMed took in from a day on that answers a query. Never from the cache: the question is what is new.

    Raises:
        NoAnswer: PubMed could not be asked.
    """
    dates = {"datetype": "edat", "mindate": f"{day:%Y/%m/%d}", "maxdate": f"{until:%Y/%m/%d}"}
    params = {"db": "pubmed", "retmode": "json", "retmax": str(MOST_HITS), "term": query, **dates}
    return web.reading("pubmed", web.get("pubmed", "/esearch.fcgi", params), _hits)


def counted(web: Web, query: str) -> tuple[Hits, datetime.date]:
    """How much PubMed has for a query, and the day of its answer; from the cache where that is young enough.

    Raises:
        NoAnswer: PubMed could not be asked.
    """
    params = {"db": "pubmed", "retmode": "json", "retmax": "0", "term": query}
    return web.ask("pubmed", "/esearch.fcgi", f"count {query}", lambda answer: (_hits(answer), answer.date), params)


def _fetch(web: Web, pmids: Sequence[str]) -> None:
    answer = web.get("pubmed", "/efetch.fcgi", {"db": "pubmed", "retmode": "xml", "id": ",".join(pmids)})
    found = web.reading("pubmed", answer, _split)
    for pmid in pmids:
        body = found.get(pmid)
        web.cache.put("pubmed", pmid, replace(answer, status=200 if body else 404, body=body or _EMPTY))


def _split(answer: Answer) -> dict[str, str]:
    """An answer about many articles, as the text of each by its PMID."""
    root, articles = ElementTree.fromstring(answer.body), {}
    if answer.status != 200 or root.tag != "PubmedArticleSet":
        # A page about an error, or about maintenance, must not pass for "no such article".
        raise ValueError("no set of articles")
    for article in root:
        pmid = article.findtext("MedlineCitation/PMID") or article.findtext("BookDocument/PMID")
        if pmid:
            articles[pmid.strip()] = ElementTree.tostring(article, encoding="unicode")
    return articles


def _hits(answer: Answer) -> Hits:
    result = json.loads(answer.body)["esearchresult"]
    errors = result.get("errorlist") or {}
    ignored = [word for name in ("phrasesnotfound", "fieldsnotfound") for word in errors.get(name) or []]
    return Hits(int(result["count"]), tuple(result["idlist"]), tuple(ignored))


def _article(answer: Answer, pmid: str) -> Work | None:
    if answer.status == 404:
        return None
    root = ElementTree.fromstring(answer.body)
    article = root.find("MedlineCitation/Article")
    if article is None:
        return _book(root, pmid, answer.date)
    kinds = tuple(_text(kind) for kind in article.iterfind("PublicationTypeList/PublicationType"))
    related = root.iterfind("MedlineCitation/CommentsCorrectionsList/CommentsCorrections")
    notices: dict[str, datetime.date | None] = {_NOTICES[r]: None for item in related if (r := item.get("RefType")) in _NOTICES}
    if "Retracted Publication" in kinds:
        notices["retraction"] = None
    titles = tuple(filter(None, (_text(article.find(tag)).removesuffix(".") for tag in ("ArticleTitle", "VernacularTitle"))))
    printed, online = _year(article.find("Journal/JournalIssue/PubDate")), _year(article.find("ArticleDate"))
    return Work(
        service="PubMed",
        page=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        day=answer.date,
        titles=titles,
        authors=_authors(article),
        year=printed or online,
        years=frozenset(year for year in (printed, online) if year),
        doi=_doi(root, article),
        pmid=pmid,
        journal=_text(article.find("Journal/Title")),
        volume=_text(article.find("Journal/JournalIssue/Volume")),
        number=_text(article.find("Journal/JournalIssue/Issue")),
        pages=_text(article.find("Pagination/MedlinePgn")),
        language=_text(article.find("Language")),
        funders=_funders(article),
        kinds=kinds,
        notices=with_retracted_title(notices, titles),
        notice_itself=next((_NOTICE_TYPES[kind] for kind in kinds if kind in _NOTICE_TYPES), ""),
    )


def _book(root: Element, pmid: str, day: datetime.date) -> Work:
    """A chapter of a book (`PubmedBookArticle`)."""
    document = root.find("BookDocument")
    if document is None:
        raise ValueError("neither an article nor a book")
    year = _year(document.find("ContributionDate")) or _year(document.find("Book/PubDate"))
    titles = (_text(document.find("ArticleTitle")), _text(document.find("Book/BookTitle")))
    return Work(
        service="PubMed",
        page=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        day=day,
        titles=tuple(filter(None, titles)),
        authors=_authors(document),
        year=year,
        years=frozenset({year} if year else ()),
        pmid=pmid,
        journal=titles[1] if titles[0] else "",
    )


def _authors(article: Element) -> tuple[Author, ...]:
    found = []
    for author in article.iterfind("AuthorList/Author"):
        if family := _text(author.find("LastName")):
            found.append(Author(family, _text(author.find("ForeName")), read_suffix(_text(author.find("Suffix")))))
        elif group := _text(author.find("CollectiveName")):
            found.append(Author(group, group=True))
    return tuple(found)


def _funders(article: Element) -> tuple[str, ...]:
    grants: dict[str, list[str]] = {}
    for grant in article.iterfind("GrantList/Grant"):
        if agency := _text(grant.find("Agency")):
            grants.setdefault(agency, []).extend(filter(None, [_text(grant.find("GrantID"))]))
    return tuple(funder_of(agency, numbers) for agency, numbers in grants.items())


def _doi(root: Element, article: Element) -> str:
    for element in (*article.iterfind("ELocationID[@EIdType='doi']"), *root.iterfind("PubmedData/ArticleIdList/ArticleId")):
        if element.get("IdType", "doi") == "doi" and element.get("ValidYN") != "N":
            return _text(element)
    return ""


def _year(date: Element | None) -> int | None:
    if date is None:
        return None
    found = re.search(r"\d{4}", date.findtext("Year") or date.findtext("MedlineDate") or "")
    return int(found[0]) if found else None


def _text(element: Element | None) -> str:
    """All text of an element, that of its markup (`<i>`, `<sub>`) too."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
