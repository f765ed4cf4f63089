"""The search finds: patients' and clinicians' words, codes, PMIDs and DOIs, typed into the real box of the real site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import REAL_ROOT, ROOT, proof
from tools.export.search import found_pages, search_files
from tools.export.search_index import SIZES
from tools.export.terms import piece, words
from tools.records.load import load
from tools.records.words import LANGUAGES

# The second set was written by somebody who had seen neither the names nor the settings nor any result.
SETS = {
    name: yaml.safe_load((ROOT / f"tests/{name}.yml").read_text(encoding="utf-8"))
    for name in ("search_queries", "search_queries_blind")
}
FIRST_FIVE, FIRST, PATIENTS_FIRST = 0.95, 0.85, 0.15


@pytest.fixture(scope="module", params=LANGUAGES)
def box(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[tuple[str, Page]]:
    """One language and a page with its search box open."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}{request.param}/")
        page.locator("input[name=query]").click()
        expect(page.locator(".find-hints > *").first).to_be_attached()  # it is ready, and has said so
        yield request.param, page


def results(page: Page, typed: str) -> list[str]:
    """The addresses below the site that a query finds, best first, one for each page."""
    field = page.locator("input[name=query]")
    # Each answer of the search rewrites this line, so a mark in it shows when the answer to this query has come.
    page.evaluate("document.querySelector('.md-search-result__meta').textContent = 'waiting'")
    field.fill(typed)
    field.press("End")
    expect(page.locator(".md-search-result__meta")).not_to_have_text("waiting")
    read = "links => links.map(link => link.pathname)"
    found = page.locator(".md-search-result__item > a").evaluate_all(read)
    return list(dict.fromkeys(path.split("/", 2)[2] for path in found))


@pytest.mark.parametrize("name", SETS)
def test_what_people_type(name: str, box: tuple[str, Page]) -> None:
    language, page = box
    queries: dict[str, list[str]] = {str(typed): claims for typed, claims in SETS[name][language].items()}
    assert len(queries) >= 60
    first, five, ahead, empty, missed = 0, 0, 0, [], []
    for typed, claims in queries.items():
        found = results(page, typed)
        good = {f"claims/{claim}/" for claim in claims}
        # The page for patients answers some queries as well as a claim does, and may be ahead of it.
        ahead += found[:1] == ["patients/"]
        leads = [path for path in found if path != "patients/"][:1]
        first += bool(good & set(leads))
        hit = bool(good & set(found[:5]))
        five += hit
        empty += [] if found else [typed]
        missed += [] if hit and good & set(leads) else [(typed, found[:3])]
        assert not {"claims/", "references/", "article/", "evidence/", "argument/"} & set(found), typed
    print(f"{name}, {language}: first {first}, first five {five}, of {len(queries)}; none {empty}; not first: {missed}")
    assert not empty
    assert ahead / len(queries) <= PATIENTS_FIRST
    assert five / len(queries) >= FIRST_FIVE, missed
    assert first / len(queries) >= FIRST, missed


@pytest.mark.parametrize("step", [20, proof(1)])
def test_an_identifier_typed_whole_finds_its_claim_first(step: int, box: tuple[str, Page]) -> None:
    """Codes, PMIDs and DOIs, every one of them in `make proof`: as such, and the DOI as the address that people copy."""
    _, page = box
    review, _ = load(REAL_ROOT)
    assert review
    holding: dict[str, set[str]] = {claim.code: {f"claims/{claim_id}/"} for claim_id, claim in review.claims.items()}
    for claim_id, claim in review.claims.items():
        kept = {key for name in claim.searches for key in review.searches[name].kept}
        for key in kept | {item.ref for item in claim.evidence}:
            source = review.references[key]
            for identifier in (source.pmid, source.doi, source.doi and f"https://doi.org/{source.doi}"):
                if identifier:
                    holding.setdefault(identifier, set()).add(f"claims/{claim_id}/")
    first = {identifier: results(page, identifier)[:1] for identifier in list(holding)[::step]}
    assert not {identifier: found for identifier, found in first.items() if not set(found) & holding[identifier]}
    assert len(holding) > len(review.claims)  # more than the codes


# Who asks these may be harmed by a wrong turn: the claim that answers comes first, and the page for patients is found by the
# words that stand on it.
CANNOT = {"ja": "受けられない人", "en": "who cannot have TMS"}
CONTRAINDICATIONS = {
    "ja": ("禁忌", "ペースメーカー", "人工内耳", "妊娠", "妊娠中"),
    "en": ("contraindications", "pacemaker", "cochlear implant", "pregnant", "pregnancy"),
}


def test_who_must_not_have_it_is_answered_by_the_safety_page_and_the_patients_page(box: tuple[str, Page]) -> None:
    language, page = box
    wanted = {"claims/tms-safety/", "patients/"}
    found = {typed: results(page, typed)[:3] for typed in (CANNOT[language], *CONTRAINDICATIONS[language])}
    assert not {typed: pages for typed, pages in found.items() if not wanted <= set(pages)}


@pytest.mark.parametrize("typed", ["https://doi.org/10.9999/nowhere", "99999999", "ZZZ-99", "=", '"', "<script>", "\\"])
def test_odd_queries_do_no_harm(typed: str, box: tuple[str, Page]) -> None:
    _, page = box
    results(page, typed)
    assert page.locator(".md-search-result__meta").inner_text()
    assert not page.locator(".md-search-result__list script").count()


def test_both_sides_cut_the_same_words(box: tuple[str, Page]) -> None:
    """Python cuts the pages and JavaScript the query: every text of the site gives the same terms on both sides."""
    language, page = box
    review, _ = load(REAL_ROOT)
    assert review
    texts = [
        "Ｒ－ＴＭＳ’s ｴｸｿｿｰﾑ İs as us 々々 ゔぁゖ ﬁne・naïve YEARLY y ties generalizations",
        *map(str, SETS["search_queries_blind"][language]),
    ]
    for found in found_pages(review, language):
        texts += [found.shown.title, found.answer, found.text, found.sources, *found.names]
    assert len(texts) > len(review.claims)
    page.evaluate("reviewSearch.prepare()")
    there = page.evaluate("texts => texts.map(text => [reviewSearch.words(text).sort(), reviewSearch.piece(text)])", texts)
    assert there == [[sorted(words(text)), piece(text)] for text in texts]


def rankings(page: Page, address: str, files: dict[str, str], queries: list[str]) -> list[list[int]]:
    """What each query finds with these files of the index. One after the other: what is loaded already must not matter."""

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2].partition("?")[0]
        route.fulfill(body=files[f"search-index/{name}"], content_type="text/javascript")

    page.route("**/search-index/*", answer)
    page.goto(address)
    with page.expect_response("**/head.js"):
        page.locator("input[name=query]").click()
    return [page.evaluate("query => reviewSearch.find(query)", query) for query in queries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ranking_does_not_depend_on_where_the_index_is_cut(language: str, chromium: Browser, address: str) -> None:
    review, _ = load(REAL_ROOT)
    assert review
    queries = [query for asked in SETS.values() for query in map(str, asked[language])][::3]
    queries += [query[:2] + query[3:] for query in queries if len(query) > 5] + ["病", "a", "2019"]
    found = []
    for size, fewest, most in ((1_500, 100, 1_000), (10**9, 4, 4)):
        files = search_files(review, language, dict.fromkeys(SIZES, size))
        assert fewest <= len(files) <= most
        with chromium.new_context() as context:
            found.append(rankings(context.new_page(), f"{address}{language}/", files, queries))
    assert found[0] == found[1]
    assert sum(map(bool, found[0])) > len(queries) * 0.9


def abort(route: Route) -> None:
    route.abort()


def of_another_build(route: Route) -> None:
    route.fulfill(body="globalThis.searchIndex['other/terms-0'] = [];", content_type="text/javascript")


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ("**/assets/vendor/*", abort),
        ("**/search-index/head.js", abort),
        ("**/search-index/terms-*", abort),
        ("**/search-index/terms-*", of_another_build),
        ("**/search-index/pages-*", abort),
    ],
)
def test_a_part_that_fails_to_load_is_told_and_a_later_try_works(
    files: str, fault: Callable[[Route], None], chromium: Browser, address: str
) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}en/")
        page.route(files, fault)
        page.locator("input[name=query]").fill("relapse")
        expect(page.locator(".md-search-result__meta")).to_have_text("The search could not be loaded.")
        page.unroute(files)
        page.locator("input[name=query]").fill("relapses")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        expect(page.locator(".md-search-result__meta")).to_contain_text("matching")


@pytest.mark.parametrize(("language", "typed"), [("ja", "再発"), ("en", "relapse")])
def test_a_query_loads_a_part_of_the_index(language: str, typed: str, site: Path, chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}{language}/")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.partition("?")[0].removeprefix(address)))
        results(page, typed)
        parts = [path for path in asked if "/search-index/" in path]
    loaded, whole = (
        sum(file.stat().st_size for file in files)
        for files in (map(site.joinpath, parts), (site / language / "search-index").iterdir())
    )
    print(f"{language}: {loaded} of {whole} bytes of the index in {len(parts)} of its parts, {len(asked)} requests")
    assert loaded < whole / 2 and len(set(parts)) == len(parts)
