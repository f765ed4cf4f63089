"""What every page is written with: the templates, what they share, and the front matter that the theme reads. Pure."""

from __future__ import annotations

import json
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tools.appraisal.assess import Assessed
from tools.check.catalogue import by_section
from tools.cite import names as bibliography
from tools.edition import Edition, address_of
from tools.pages.figures import Pictures
from tools.pages.views import SiteView
from tools.records.claim import Review
from tools.records.sources import Article
from tools.records.words import LANGUAGES, Language
from tools.text.foreign import japanese_marked
from tools.text.inserts import INSERT
from tools.text.labels import labels, write_date
from tools.text.markup import front_matter_text, heading, prose
from tools.text.sentences import stop


def plain_statement(review: Review, language: Language) -> str:
    """What every page says first."""
    article: Article = review.article
    search = review.searches[article.plain_statement.search]
    text = article.plain_statement.text[language]  # of a record: never a format string
    return text.replace("{found}", str(search.found)).replace("{date}", write_date(search.date, language))


def limits_of_search(review: Review, language: Language) -> str:
    """Where the search behind that sentence is described with its limits, below the language's root; "" where no page does."""
    pages = (name for name, page in review.pages[language].items() if "searches" in INSERT.findall(page.body))
    found = next((address_of(name) for name in pages), None)
    return "" if found is None else f"{found}#search-{review.article.plain_statement.search}"


@cache
def environment() -> Environment:
    """The templates; every value that they print is escaped."""
    # `{#said}` is a heading's id here, so a comment of a template is `<# … #>`.
    return Environment(
        loader=PackageLoader("tools.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="<#",
        comment_end_string="#>",
    )


class Templates:
    """The templates of one edition of a review, with what they share."""

    def __init__(self, assessed: Assessed, edition: Edition) -> None:
        self.assessed, self.review = assessed, assessed.review
        review, language = assessed.review, edition.language
        self.edition, self.language = edition, language
        self.statement = plain_statement(review, language)
        self.limits = limits_of_search(review, language)
        self.shared = {
            "review": review,
            "language": language,
            "other": next(other for other in LANGUAGES if other != language),
            "site_url": edition.site_url,
            "repo_url": edition.repo_url,
            "t": labels(language),
            "labels_of": labels,
            "site": SiteView(assessed, language),
            "pictures": Pictures(assessed, language),
            "author_list": lambda source: bibliography.author_list(source, language),
            "title_language": bibliography.title_language,
            "language_of": bibliography.language_of,
            "statement": self.statement,
            "limits": self.limits,
            "heading": heading,
            "stop": stop,
            "rules_by_section": by_section,
            "write_date": lambda day: write_date(day, language),
            "word": cache(lambda kind, name: getattr(review.vocabulary, kind)[name].label[language]),
            "defined": cache(lambda kind, name: getattr(review.vocabulary, kind)[name].definition[language]),
        }
        # A source stands on many pages, and on each alike: by its key, its name, what kind of study it is, its reference.
        parts = environment().get_template("parts/source.jinja").make_module(self.shared)
        called = cache(lambda key: bibliography.called(review.references[key], language))
        year_of = cache(lambda key: bibliography.year(review, key, language))
        name_of = cache(lambda key: parts.short_name(review.references[key], called(key), year_of(key)))  # type: ignore[attr-defined]
        cite = cache(lambda key: Markup('<a href="#ref-{}">{}</a>').format(key, name_of(key)))
        self.shared |= {
            "prose": lambda text: prose(text, cite),
            "name_of": name_of,
            "facts_of": cache(lambda key: parts.source_facts(review.references[key])),  # type: ignore[attr-defined]
            "text_of": cache(lambda key: parts.reference_text(review.references[key], year_of(key))),  # type: ignore[attr-defined]
        }

    def render(self, name: str, root: str, **values: object) -> str:
        """A template's text; `root` leads from the page to the language's root."""
        return environment().get_template(name).render(self.shared, root=root, **values)

    def page(self, title: str, description: str, body: str, head: Markup) -> str:
        """A whole page: front matter, then Markdown. `head` is what stands in the page's head beyond the theme's own."""
        meta = {"title": front_matter_text(title), "description": front_matter_text(description)}
        if 'class="plain-statement"' not in body:  # the page may say it itself, larger
            meta["statement"] = front_matter_text(self.statement)
            if self.limits:
                meta |= {"limits": self.limits, "limits_name": labels(self.language)["limits_of_search"]}
        meta["head"] = str(head)
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items()]
        lines.append("hide: [navigation]")  # the tabs hold every page of the navigation
        body = japanese_marked(body) if self.language == "en" else body
        return "\n".join(["---", *lines, "---", "", body.strip(), ""])
