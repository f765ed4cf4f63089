"""Review, language → {path: Markdown}. Pure: nothing is read but the templates, nothing is written, no clock is asked.

Every page is Markdown with its title in the front matter. What comes from a record is HTML, escaped by the templates
or made safe by `markup`, so that no text of a record is ever read as Markdown of the page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from tools.appraisal.assess import Assessed
from tools.cite.styles import coins
from tools.edition import Edition, Publication, address_of
from tools.pages.claim_page import claim_pages, claim_paths
from tools.pages.former import former_pages, former_paths, withdrawn_paths
from tools.pages.head import page_head
from tools.pages.patients import HELP, title_of
from tools.pages.quotes import quoted
from tools.pages.templating import Templates, environment, limits_of_search, plain_statement
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import LANGUAGES, Language
from tools.text.inserts import INSERT, LISTS, QUOTED
from tools.text.labels import labels

DEPTHS = range(20)  # how many folders below the site's root an address may be for the 404 page to find the root by itself


def render(assessed: Assessed, edition: Edition) -> dict[str, str]:
    """Every page of an edition by its path."""
    return dict(render_pages(assessed, edition))


def render_pages(assessed: Assessed, edition: Edition, only: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Path and text of every page of an edition, one after another: nobody need hold them all.

    Args:
        only: files of the review, such as `claims/x.yml`; then their own pages alone, and no list.
    """
    review, language, templates = assessed.review, edition.language, Templates(assessed, edition)
    for claim_id in review.claims:
        if only is None or f"claims/{claim_id}.yml" in only:
            yield from claim_pages(templates, claim_id).items()
    if only is None:
        yield from former_pages(templates)
    for name in LISTS if only is None else ():
        yield f"{name}.md", _listing(templates, name)
    for name, page in review.pages[language].items():
        if only is None or f"docs/{language}/{name}" in only:
            yield name, _prose_page(templates, name, page)


def page_paths(review: Review, language: Language) -> list[str]:
    """The path of every page of one language, without rendering it."""
    claims = [path for claim_id in review.claims for path in claim_paths(review, claim_id)]
    former = [*withdrawn_paths(review), *former_paths(review)]
    return [*claims, *former, *(f"{name}.md" for name in LISTS), *review.pages[language]]


def _listing(templates: Templates, name: str) -> str:
    t, count = labels(templates.language), len(templates.review.references)
    word = {"claims/index": "claims", "evidence": "evidence_map"}.get(name, name)
    intro = t[f"{word}_intro"].replace("{count}", str(count))
    body = templates.render(f"{name.removesuffix('/index')}.md", "../", count=count, coins=coins)
    return templates.page(t[word], intro, body, page_head(templates, address_of(f"{name}.md"), t[word], intro))


def _prose_page(templates: Templates, name: str, page: Page) -> str:
    root, title, description = "" if name == "index.md" else "../", page.front.title, page.front.description
    body = QUOTED.sub(lambda match: quoted(templates, match.group(1)), page.body)
    body = INSERT.sub(lambda match: templates.render(f"insert-{match.group(1)}.md", root), body)
    return templates.page(title, description, body, page_head(templates, address_of(name), title, description))


def render_root(review: Review, publication: Publication) -> dict[str, str]:
    """The files at the site's root, in both languages: language choice, 404 and its style sheets, robots and sitemap."""
    listed = set(page_paths(review, LANGUAGES[0])) - set(former_paths(review))  # both languages have the same
    addresses = sorted(map(address_of, listed))
    shared = {
        "site_url": publication.site_url,
        "languages": LANGUAGES,
        "labels_of": labels,
        "statements": {language: plain_statement(review, language) for language in LANGUAGES},
        "limits": {language: limits_of_search(review, language) for language in LANGUAGES},
        "names": review.article.review.title,
        "patients": {language: title_of(review, language) for language in LANGUAGES},
        "help": HELP,
        "depths": DEPTHS,
        "path": urlsplit(publication.site_url).path or "/",
        "addresses": addresses,
    }
    names = ("index.html", "404.html", "robots.txt", "sitemap.xml", "_headers")
    files = {name: environment().get_template(f"root/{name}").render(shared) for name in names}
    sheet = environment().get_template("root/not-found.css")
    return files | {f"not-found/{depth}.css": sheet.render(depth=depth) for depth in DEPTHS}
