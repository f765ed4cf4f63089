"""Review, language → {path: Markdown}. Pure: nothing is read but the templates, nothing is written, no clock is asked.

Every page is Markdown with its title in the front matter. What comes from a record is HTML, escaped by the templates
or made safe by `markup`, so that no text of a record is ever read as Markdown of the page.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tools import argument, bibliography, figures, levels, views, wording
from tools.inserts import INSERT
from tools.labels import labels, write_date
from tools.markup import front_matter_text, heading, prose
from tools.model import Review
from tools.record import LANGUAGES, LEVELS
from tools.sources import Article
from tools.tally import EVIDENCE_KINDS

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
LISTS = ("claims/index", "argument", "evidence", "article", "references")


def render(review: Review, language: str, today: datetime.date, site_url: str = "") -> dict[str, str]:
    """Every page of one language.

    Args:
        today: the day of the build; a claim past its `review_by` says so.
        site_url: the site's public address with a trailing slash, or "" for a local build.
    """
    pages = _Pages(review, language, today, site_url)
    rendered = {f"claims/{claim_id}.md": pages.claim(claim_id) for claim_id in review.claims}
    rendered |= {f"{name}.md": pages.listing(name) for name in LISTS}
    rendered |= {name: pages.prose_page(name, text) for name, text in review.pages[language].items()}
    return rendered


def plain_statement(review: Review, language: str) -> str:
    """What every page says first."""
    article: Article = review.article
    search = review.searches[article.plain_statement.search]
    text = article.plain_statement.text[language]  # of a record: never a format string
    return text.replace("{found}", str(search.found)).replace("{date}", write_date(search.date, language))


@cache
def _environment() -> Environment:
    # `{#said}` is a heading's id here, so a comment of a template is `<# … #>`.
    return Environment(
        loader=PackageLoader("tools", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="<#",
        comment_end_string="#>",
    )


class _Pages:
    """The pages of one review in one language; holds what the templates share."""

    def __init__(self, review: Review, language: str, today: datetime.date, site_url: str) -> None:
        self.review = review
        self.language = language
        self.statement = plain_statement(review, language)
        self.shared = {
            "review": review,
            "language": language,
            "other": next(other for other in LANGUAGES if other != language),
            "today": today,
            "site_url": site_url,
            "t": labels(language),
            "labels_of": labels,
            "argument": argument,
            "bibliography": bibliography,
            "figures": figures,
            "levels": levels,
            "wording": wording,
            "views": views,
            "LEVELS": LEVELS,
            "EVIDENCE_KINDS": EVIDENCE_KINDS,
            "VERDICTS": views.VERDICTS,
            "statement": self.statement,
            "heading": heading,
            "write_date": lambda day: write_date(day, language),
            "word": lambda kind, name: getattr(review.vocabulary, kind)[name].label[language],
            "defined": lambda kind, name: getattr(review.vocabulary, kind)[name].definition[language],
        }

    def claim(self, claim_id: str) -> str:
        claim = self.review.claims[claim_id]
        root = "../../"
        cite = self._citer()
        body = self._template(
            "claim.md", root, claim_id=claim_id, claim=claim,
            view=views.claim_view(self.review, claim_id),
            prose=lambda text: prose(text, cite),
        )  # fmt: skip
        return self._page(claim.title[self.language], claim.answer[self.language], body)

    def listing(self, name: str) -> str:
        title = labels(self.language)["claims" if name == "claims/index" else "evidence_map" if name == "evidence" else name]
        template = name.replace("/index", "")
        intro = labels(self.language)[f"{'evidence_map' if name == 'evidence' else template}_intro"]
        body = self._template(f"{template}.md", "../", count=len(self.review.references))
        return self._page(title, re.sub(r"\{count\}", str(len(self.review.references)), intro), body)

    def prose_page(self, name: str, text: str) -> str:
        root = "" if name == "index.md" else "../"
        heading = _HEADING.search(text)
        title = heading.group(1).strip() if heading else name
        body = _HEADING.sub("", text, count=1)
        description = next((line for line in body.splitlines() if line.strip() and line[0] not in "#<!-|{"), title)
        body = INSERT.sub(lambda match: self._template(f"insert-{match.group(1)}.md", root), body)
        return self._page(title, re.sub(r"[*_`\[\]]|\([^)]*\.md[^)]*\)", "", description), body)

    def _template(self, name: str, root: str, **values: object) -> str:
        return _environment().get_template(name).render(self.shared, root=root, **values)

    def _page(self, title: str, description: str, body: str) -> str:
        meta = {
            "title": front_matter_text(title),
            "description": front_matter_text(description),
            "statement": front_matter_text(self.statement),
        }
        if 'class="plain-statement"' in body:
            del meta["statement"]  # the page says it itself, larger
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items()]
        lines.append("hide: [navigation]")  # the tabs hold every page of the navigation
        return "\n".join(["---", *lines, "---", "", body.strip(), ""])

    def _citer(self):
        def cite(key: str) -> Markup:
            name = bibliography.short_name(self.review.references[key], self.language)
            return Markup('<a href="#ref-{}">{}</a>').format(key, name)

        return cite


def render_root(review: Review, site_url: str, paths: Mapping[str, str]) -> dict[str, str]:
    """The files at the site's root, in both languages: language choice, 404, robots and sitemap.

    Args:
        site_url: the site's public address with a trailing slash, or "" for a local build.
        paths: the pages of one language (both have the same).
    """
    addresses = sorted(_address(path) for path in paths if path.endswith(".md"))
    shared = {
        "site_url": site_url,
        "languages": LANGUAGES,
        "labels_of": labels,
        "statements": {language: plain_statement(review, language) for language in LANGUAGES},
        "titles": review.article.title,
        "addresses": addresses,
    }
    names = ("index.html", "404.html", "robots.txt", "sitemap.xml")
    return {name: _environment().get_template(f"root/{name}").render(shared) for name in names}


def _address(path: str) -> str:
    """The address of a page below its language: `claims/x.md` is `claims/x/`, `index.md` is the root."""
    bare = path.removesuffix(".md")
    return "" if bare == "index" else f"{bare.removesuffix('/index')}/"
