"""What reference managers, search engines and harvesters read in the head of the built pages."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import SITE_URL, real_review
from tools.records.words import LANGUAGES

CLAIM = "combination-better-than-tms-alone"


class Head(HTMLParser):
    """The meta tags, links and linked data of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[dict[str, str]]] = {}
        self.data: list[str] = []
        self._in_data = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.meta.setdefault(values.get("name") or values.get("property") or "", []).append(values.get("content", ""))
        elif tag == "link":
            self.links.setdefault(values.get("rel", ""), []).append(values)
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False


def head(site: Path, page: str) -> Head:
    return Head((site / page / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_is_a_section_of_an_online_book(language: str, published: Path) -> None:
    review = real_review()
    for claim_id, claim in review.claims.items():
        found = head(published, f"{language}/claims/{claim_id}")
        live = f"{SITE_URL}{language}/claims/{claim_id}/"
        one = {name: values[0] for name, values in found.meta.items() if len(values) == 1}
        assert one["citation_title"] == one["og:title"] == claim.title[language]
        assert one["citation_inbook_title"] == one["og:site_name"] == review.article.review.title[language]
        assert one["citation_author"].rstrip(",") == review.article.review.author[language]
        assert one["citation_author"].endswith(",") == (" " in review.article.review.author[language])
        assert re.fullmatch(r"\d{4}/\d{2}/\d{2}", one["citation_publication_date"])
        assert one["citation_language"] == language and one["citation_publisher"]
        assert one["citation_public_url"] == f"{live}v{claim.version}/"
        assert str(claim.version) in one["prism.edition"] and one["bibo:shortTitle"] == claim.code
        assert one["DCTERMS.modified"] == claim.reviewed.isoformat()
        assert one["description"] == one["og:description"] and one["description"].endswith(claim.short[language])
        assert one["citation_abstract"].endswith(claim.answer[language])
        assert found.links["canonical"][0]["href"] == one["og:url"] == live
        assert not {"citation_doi", "DC.identifier", "prism.doi", "DC.type"} & found.meta.keys()
        assert 'class="Z3988"' not in (published / language / "claims" / claim_id / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "page", ["", "claims/", f"claims/{CLAIM}/", f"claims/{CLAIM}/v1/", "references/", "patients/", "method/"]
)
def test_alternates_are_absolute_and_reciprocal(language: str, page: str, published: Path) -> None:
    alternates = {}
    for lang in LANGUAGES:
        links = head(published, f"{lang}/{page}").links["alternate"]
        alternates[lang] = {link["hreflang"]: link["href"] for link in links if "type" not in link}
        (feed,) = [link for link in links if link.get("type") == "application/atom+xml"]
        assert feed["hreflang"] == lang and (published / feed["href"].removeprefix(SITE_URL)).is_file()
    assert alternates["ja"] == alternates["en"] and alternates["ja"].keys() == {"ja", "en", "x-default"}
    assert all(address.startswith(SITE_URL) for address in alternates["ja"].values())
    for address in alternates["ja"].values():
        assert (published / address.removeprefix(SITE_URL) / "index.html").is_file()
    assert len(head(published, f"{language}/{page}").links["canonical"]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_lists_dois_has_tags_of_its_own(language: str, published: Path) -> None:
    for page in published.glob(f"{language}/**/index.html"):
        text = page.read_text(encoding="utf-8")
        if "https://doi.org/" in text:
            assert {"citation_title", "citation_author", "citation_publication_date"} <= Head(text).meta.keys(), page


@pytest.mark.parametrize("language", LANGUAGES)
def test_linked_data_names_the_page_the_review_and_the_studies(language: str, published: Path) -> None:
    review = real_review()
    for claim_id, claim in review.claims.items():
        (text,) = head(published, f"{language}/claims/{claim_id}").data
        graph = json.loads(text)["@graph"]
        page = graph[0]
        live = f"{SITE_URL}{language}/claims/{claim_id}/"
        assert page["@type"] == "MedicalWebPage" and page["@id"] == live and page["version"] == str(claim.version)
        assert len(page["citation"]) == len(claim.evidence)
        dois = {f"https://doi.org/{source.doi}" for i in claim.evidence if (source := review.references[i.ref]).doi}
        assert dois <= {study.get("@id") for study in page["citation"]}
        assert [node["@type"] for node in graph[1:]] == (["ClaimReview"] if claim.said else [])
        if claim.said:
            assert page["mainEntity"]["@id"] == graph[1]["@id"] and graph[1]["claimReviewed"] == claim.statement[language]
            assert graph[1]["itemReviewed"]["appearance"]["url"] == review.article.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_local_preview_prints_no_address_that_nobody_can_open(language: str, site: Path) -> None:
    page = (site / language / "claims" / CLAIM / "index.html").read_text(encoding="utf-8")
    found = Head(page)
    assert (
        not {"citation_public_url", "og:url"} & found.meta.keys()
        and not {"canonical", "alternate", "cite-as"} & found.links.keys()
    )
    assert {"ja": "公開前の手元での表示", "en": "local preview"}[language] in page
    assert "localhost" not in page and "127.0.0.1" not in page
