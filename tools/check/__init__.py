"""What one file cannot know: the rules over the whole review.

Importing a module of rules enters them in `registry.RULES`; this is where all are imported, in the order in which they run.
"""

from tools.check import (
    article,
    article_text,
    bibliography,
    claims,
    conclusions,
    copies,
    dates,
    duplicates,
    effects,
    identifiers,
    language,
    levels,
    links,
    markup,
    numbers,
    pages,
    references,
    scripts,
    twins,
    words,
)

__all__ = [
    "article",
    "article_text",
    "bibliography",
    "claims",
    "conclusions",
    "copies",
    "dates",
    "duplicates",
    "effects",
    "identifiers",
    "language",
    "levels",
    "links",
    "markup",
    "numbers",
    "pages",
    "references",
    "scripts",
    "twins",
    "words",
]
