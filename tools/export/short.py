"""`/c/<CODE>/`: an address short enough to be spoken, that leads to a claim's page without a script. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from tools.edition import Publication
from tools.records.claim import Review
from tools.records.words import LANGUAGES, Language, Text
from tools.text.labels import labels

# The page that a code leads to by itself. The article is Japanese, and so are most who are told a code.
_FIRST: Language = "ja"
_ROOT = "../../"  # from /c/<CODE>/ to the site's root

# The links name the file, since a page that is read from disk has no server to find it. A refresh without delay counts as a
# redirection (WCAG technique H76); the links are for whoever has switched it off.
_PAGE = Markup("""\
<!doctype html>
<html lang="{first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{code}: {titles}</title>
<meta http-equiv="refresh" content="0; url={goal}">
{canonical}<link rel="stylesheet" href="{root}{first}/assets/root.css">
</head>
<body>
<main>
<h1>{code}</h1>
{sections}</main>
</body>
</html>
""")
_SECTION = Markup("""\
<section lang="{language}">
<h2>{title}</h2>
<p><a class="choose" hreflang="{language}" href="{href}">{choose}</a></p>
</section>
""")


def short_addresses(review: Review, publication: Publication) -> Iterator[tuple[str, str]]:
    """Path below the site's root to HTML, one page for each code that a claim has or had, and the same where somebody types it
    in small letters.

    The public address is used for the canonical link alone.
    """
    for code, claim_id in review.names.items():
        if code.isupper():
            claim = review.claims.get(claim_id) or review.withdrawn[claim_id]
            page = str(_page(claim_id, code, claim.title, publication))
            yield from ((f"c/{written}/index.html", page) for written in (code, code.lower()))


def _page(claim_id: str, code: str, title: Text, publication: Publication) -> Markup:
    link, first = Markup('<link rel="canonical" href="{}">\n'), publication.edition(_FIRST)
    return _PAGE.format(
        first=_FIRST,
        code=code,
        titles=" / ".join(title[language] for language in LANGUAGES),
        goal=_file(claim_id, _FIRST),
        canonical=link.format(first.page(claim_id)) if publication.site_url else "",
        root=_ROOT,
        sections=Markup("").join(_section(claim_id, title, language) for language in LANGUAGES),
    )


def _section(claim_id: str, title: Text, language: Language) -> Markup:
    return _SECTION.format(
        language=language,
        title=title[language],
        href=_file(claim_id, language),
        choose=labels(language)["choose"],
    )


def _file(claim_id: str, language: Language) -> str:
    return f"{_ROOT}{language}/claims/{claim_id}/index.html"
