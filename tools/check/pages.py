"""Rules on the hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator

from tools.records.claim import Review
from tools.records.explain import nearest
from tools.records.problem import Problem
from tools.records.words import LANGUAGES
from tools.text.inserts import INSERT, insert_names


def pages_are_in_both_languages(review: Review) -> Iterator[Problem]:
    """Every hand-written page exists in both languages."""
    names = set().union(*(review.pages[language] for language in LANGUAGES))
    for language in LANGUAGES:
        for name in sorted(names - review.pages[language].keys()):
            message = f"The page `{name}` is missing in this language. Write it, or delete the other."
            yield Problem(f"docs/{language}/{name}", 1, "missing-translation", message)


def inserts_exist(review: Review) -> Iterator[Problem]:
    """A generated part that a hand-written page asks for exists."""
    for language in LANGUAGES:
        for name, text in review.pages[language].items():
            for match in INSERT.finditer(text):
                part = match.group(1)
                if part not in insert_names():
                    line = text.count("\n", 0, match.start()) + 1
                    message = f"`{part}` is not a generated part.{nearest(part, insert_names())} Correct its name."
                    yield Problem(f"docs/{language}/{name}", line, "unknown-insert", message)


RULES = (
    pages_are_in_both_languages,
    inserts_exist,
)
