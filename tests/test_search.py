"""The search finds: patients' and clinicians' words, codes, PMIDs and DOIs, typed into the real box of the real site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tools.load import load
from tools.record import LANGUAGES

# The second set was written by somebody who had seen neither the names nor the settings nor any result.
SETS = {
    name: yaml.safe_load((ROOT / f"tests/{name}.yml").read_text(encoding="utf-8"))
    for name in ("search_queries", "search_queries_blind")
}
FIRST_FIVE, FIRST = 0.95, 0.85


@pytest.fixture(scope="module", params=LANGUAGES)
def box(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[tuple[str, Page]]:
    """One language and a page with its search box open."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}{request.param}/")
        page.locator("input[name=query]").click()
        yield request.param, page


def results(page: Page, words: str) -> list[str]:
    """The addresses below the site that a query finds, best first, one for each page."""
    field = page.locator("input[name=query]")
    # Each answer of the search rewrites this line, so a mark in it shows when the answer to this query has come.
    page.evaluate("document.querySelector('.md-search-result__meta').textContent = 'waiting'")
    field.fill(words)
    field.press("End")
    page.wait_for_function("document.querySelector('.md-search-result__meta').textContent !== 'waiting'")
    read = "links => links.map(link => link.pathname)"
    found = page.locator(".md-search-result__item > a").evaluate_all(read)
    return list(dict.fromkeys(path.split("/", 2)[2] for path in found))


@pytest.mark.parametrize("name", SETS)
def test_what_people_type(name: str, box: tuple[str, Page]) -> None:
    language, page = box
    queries: dict[str, list[str]] = {str(words): claims for words, claims in SETS[name][language].items()}
    assert len(queries) >= 60
    first, five, empty, missed = 0, 0, [], []
    for words, claims in queries.items():
        found = results(page, words)
        good = {f"claims/{claim}/" for claim in claims}
        first += found[:1] != [] and found[0] in good
        hit = bool(good & set(found[:5]))
        five += hit
        empty += [] if found else [words]
        missed += [] if hit and found[0] in good else [(words, found[:3])]
        assert not {"claims/", "references/", "article/", "evidence/", "argument/"} & set(found), words
    print(f"{name}, {language}: first {first}, first five {five}, of {len(queries)}; none {empty}; not first: {missed}")
    assert not empty
    assert five / len(queries) >= FIRST_FIVE, missed
    assert first / len(queries) >= FIRST, missed


def test_an_identifier_typed_whole_finds_its_claim_first(box: tuple[str, Page]) -> None:
    """Every code, PMID and DOI: as such, and the DOI as the address that people copy."""
    _, page = box
    review, _ = load(ROOT)
    assert review
    holding: dict[str, set[str]] = {claim.code: {f"claims/{claim_id}/"} for claim_id, claim in review.claims.items()}
    for claim_id, claim in review.claims.items():
        kept = {key for name in claim.searches for key in review.searches[name].kept}
        for key in kept | {item.ref for item in claim.evidence}:
            source = review.references[key]
            for identifier in (source.pmid, source.doi, source.doi and f"https://doi.org/{source.doi}"):
                if identifier:
                    holding.setdefault(identifier, set()).add(f"claims/{claim_id}/")
    first = {identifier: results(page, identifier)[:1] for identifier in holding}
    assert not {identifier: found for identifier, found in first.items() if not set(found) & holding[identifier]}
    assert len([identifier for identifier in holding if identifier.startswith("10.")]) > 200


@pytest.mark.parametrize("words", ["https://doi.org/10.9999/nowhere", "99999999", "ZZZ-99", "=", '"', "<script>", "\\"])
def test_odd_queries_do_no_harm(words: str, box: tuple[str, Page]) -> None:
    _, page = box
    results(page, words)
    assert page.locator(".md-search-result__meta").inner_text()
    assert not page.locator(".md-search-result__list script").count()
