"""A local server that speaks as the registries and databases are documented to. What it tells of is invented."""

from __future__ import annotations

import datetime
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tools.verify.cache import Cache
from tools.verify.web import NAMES, Manners, Services, Web, today

QUICK = Manners(intervals={}, connect=1, read=0.4, attempts=3, backoff=0, longest_wait=1)

JSON, XML = "application/json", "text/xml; charset=UTF-8"


def crossref(title: str = "Lamps and mood", family: str = "Hikari", year: int = 2020, **more: Any) -> dict[str, Any]:
    """A work as Crossref tells it."""
    person = {"given": "Taro", "family": family, "sequence": "first", "affiliation": []}
    dates = {"issued": {"date-parts": [[year, 3]]}, "published-print": {"date-parts": [[year, 3, 1]]}}
    return {"DOI": "10.5555/lamp", "type": "journal-article", "title": [title], "author": [person], **dates, **more}


def update(kind: str, source: str = "publisher", day: tuple[int, ...] = (2024, 5, 1)) -> dict[str, Any]:
    return {"DOI": "10.5555/notice", "type": kind, "source": source, "updated": {"date-parts": [list(day)]}, "record-id": 1}


def article(
    pmid: str, title: str = "Lamps and mood.", family: str = "Hikari", year: int = 2020,
    doi: str = "", kinds: tuple[str, ...] = ("Journal Article",), related: tuple[str, ...] = (),
) -> str:  # fmt: skip
    """An article as PubMed tells it. `title` is XML."""
    types = "".join(f"<PublicationType UI='D0'>{kind}</PublicationType>" for kind in kinds)
    notes = "".join(
        f"<CommentsCorrections RefType='{kind}'><RefSource>J. 2024</RefSource></CommentsCorrections>" for kind in related
    )
    location = f"<ELocationID EIdType='doi' ValidYN='Y'>{escape(doi)}</ELocationID>" if doi else ""
    return (
        f"<PubmedArticle><MedlineCitation><PMID Version='1'>{pmid}</PMID><Article><Journal><JournalIssue><Volume>3</Volume>"
        f"<PubDate><Year>{year}</Year></PubDate></JournalIssue><Title>Journal of invented light</Title></Journal>"
        f"<ArticleTitle>{title}</ArticleTitle><Pagination><MedlinePgn>1-9</MedlinePgn></Pagination>{location}"
        f"<AuthorList><Author><LastName>{family}</LastName><ForeName>Taro</ForeName></Author></AuthorList>"
        f"<PublicationTypeList>{types}</PublicationTypeList></Article>"
        f"<CommentsCorrectionsList>{notes}</CommentsCorrectionsList></MedlineCitation></PubmedArticle>"
    )


@dataclass
class Registries:
    """What the server knows, and what it was asked.

    Attributes:
        crossref: DOI to work.
        doi: DOI to CSL-JSON of another agency.
        jalc: DOI to JaLC's `data`.
        pubmed: PMID to article.
        hits: query to PMIDs, for a search; a search for a DOI finds the article that carries it.
            In Europe PMC and ClinicalTrials.gov a query with a limit of days is another one than without.
        ignored: words that PubMed does not know.
        spoiled: answers given first, each once, whatever is asked: (status, headers, body).
        seconds: how long every answer takes.
    """

    crossref: dict[str, Any] = field(default_factory=dict)
    doi: dict[str, Any] = field(default_factory=dict)
    jalc: dict[str, Any] = field(default_factory=dict)
    pubmed: dict[str, str] = field(default_factory=dict)
    hits: dict[str, list[str]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    spoiled: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    seconds: float = 0
    asked: Counter[str] = field(default_factory=Counter)
    requests: list[tuple[str, dict[str, list[str]], dict[str, str]]] = field(default_factory=list)
    address: str = ""

    def answer(self, path: str, query: dict[str, list[str]]) -> tuple[int, dict[str, str], str]:
        _, service, rest = path.split("/", 2)
        self.asked[service] += 1
        if self.spoiled:
            return self.spoiled.pop(0)
        return getattr(self, f"_{service}")(unquote(rest), {name: values[0] for name, values in query.items()})

    def _crossref(self, rest: str, query: dict[str, str]) -> tuple[int, dict[str, str], str]:
        if rest == "v1/works":
            items = [work for work in self.crossref.values() if not isinstance(work, str)]
            return 200, {"Content-Type": JSON}, json.dumps({"status": "ok", "message": {"items": items}})
        work = self.crossref.get(rest.removeprefix("v1/works/"))
        if work is None:
            return 404, {"Content-Type": "text/plain"}, "Resource not found."
        body = work if isinstance(work, str) else json.dumps({"status": "ok", "message-type": "work", "message": work})
        return 200, {"Content-Type": JSON}, body

    def _doi(self, rest: str, query: dict[str, str]) -> tuple[int, dict[str, str], str]:
        if rest.startswith("moved/"):
            item = self.doi[rest.removeprefix("moved/")]
            if isinstance(item, str):
                return 200, {"Content-Type": "text/html"}, item
            return 200, {"Content-Type": "application/vnd.citationstyles.csl+json"}, json.dumps(item)
        if rest not in self.doi:
            return 404, {"Content-Type": "text/html"}, "DOI not found"
        return 302, {"Location": f"/doi/moved/{rest}"}, ""

    def _jalc(self, rest: str, query: dict[str, str]) -> tuple[int, dict[str, str], str]:
        data = self.jalc.get(rest.removeprefix("dois/"))
        return (404 if data is None else 200), {"Content-Type": JSON}, json.dumps({"status": "OK", "data": data})

    def _pubmed(self, rest: str, query: dict[str, str]) -> tuple[int, dict[str, str], str]:
        if rest == "efetch.fcgi":
            found = "".join(self.pubmed.get(pmid, "") for pmid in query["id"].split(","))
            return 200, {"Content-Type": XML}, f"<?xml version='1.0' ?><PubmedArticleSet>{found}</PubmedArticleSet>"
        term = query["term"]
        doi = term.removesuffix("[doi]").strip('"')
        pmids = self.hits.get(term, [pmid for pmid, text in self.pubmed.items() if f">{escape(doi)}<" in text])
        result = {"count": str(len(pmids)), "retmax": "5", "idlist": pmids}
        if self.ignored:
            result["errorlist"] = {"phrasesnotfound": self.ignored, "fieldsnotfound": []}
        return 200, {"Content-Type": JSON}, json.dumps({"header": {"type": "esearch"}, "esearchresult": result})

    def _europepmc(self, rest: str, query: dict[str, str]) -> tuple[int, dict[str, str], str]:
        found = self.hits.get(query["query"], [])
        named = [{"id": one, "source": "MED", "title": f"Paper {one}", "pubYear": "2027"} for one in found]
        data = {"version": "6.9", "hitCount": len(found), "resultList": {"result": named[: int(query["pageSize"])]}}
        return 200, {"Content-Type": JSON}, json.dumps(data)

    def _ctgov(self, rest: str, query: dict[str, str]) -> tuple[int, dict[str, str], str]:
        found = self.hits.get(query["query.term"] + query.get("filter.advanced", ""), [])
        named = [
            {"protocolSection": {
                "identificationModule": {"nctId": one, "briefTitle": f"Trial {one}"},
                "statusModule": {"studyFirstPostDateStruct": {"date": "2027-01-05", "type": "ACTUAL"}},
            }} for one in found
        ]  # fmt: skip
        return 200, {"Content-Type": JSON}, json.dumps({"studies": named[: int(query["pageSize"])], "totalCount": len(found)})


def web_at(address: str, folder: Path | None = None, contact: str = "", manners: Manners = QUICK) -> Web:
    """What asks the registries there, and does not wait long."""
    services = Services(**{name: f"{address}/{name}" for name in NAMES})
    return Web(services, manners, contact, Cache(folder, datetime.timedelta(days=6), today()))


@contextmanager
def serving() -> Iterator[Registries]:
    """The registries on a free port of this machine."""
    registries = Registries()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            query = parse_qs(url.query)
            registries.requests.append((url.path, query, dict(self.headers)))
            time.sleep(registries.seconds)
            status, headers, body = registries.answer(url.path, query)
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                self.wfile.write(body.encode())
            except OSError:
                pass  # the client did not wait

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        registries.address = f"http://127.0.0.1:{server.server_port}"
        yield registries
        server.shutdown()
