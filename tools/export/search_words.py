"""What the search box says besides its results: help lines for somebody in a crisis, examples, what the site is about. Pure."""

from __future__ import annotations

from typing import Any

from tools.export.terms import piece
from tools.pages.patients import HELP, PAGE, help_lines
from tools.records.claim import Review
from tools.records.words import LANGUAGES, Language
from tools.text.labels import labels

# The page's address below a language, and from one language to another; how many of its help lines are shown at once.
_PATIENTS = "patients/"
_SHOWN = 6


def search_words(review: Review, language: Language) -> dict[str, Any]:
    """What the head of the index holds for the box. Words of a crisis are the same in every language, as pieces of a query."""
    t, crisis, examples = labels(language), review.vocabulary.crisis, review.vocabulary.examples
    topics = (word.label[language] for word in review.vocabulary.topic.values())
    return {
        "crisis": {
            "anywhere": sorted({piece(words) for words in crisis.anywhere} if crisis else ()),
            "alone": sorted({piece(words) for words in crisis.alone} if crisis else ()),
        },
        "covers": t["search_covers"].format(topics=t["list_semicolon"].join(topics)),
        "examplesTitle": t["search_examples"],
        "examples": examples[language] if examples else [],
        "there": [
            {"lang": other, "title": labels(other)["search_there"], "url": f"../{other}/"} for other in other_languages(language)
        ],
        "help": _help(review, language) if PAGE in review.pages[language] else None,
    }


def other_languages(language: Language) -> list[Language]:
    """The languages of the site besides one."""
    return [other for other in LANGUAGES if other != language]


def _help(review: Review, language: Language) -> dict[str, Any]:
    return {
        "title": labels(language)["search_help"],
        "pages": [
            {"lang": lang, "title": labels(lang)["search_help_here"], "url": f"{base}{_PATIENTS}{HELP}"}
            for lang, base in [(language, ""), *((other, f"../{other}/") for other in other_languages(language))]
        ],
        "lines": help_lines(review.pages[language][PAGE].body, _SHOWN),
    }
