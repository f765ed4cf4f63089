"""What one file cannot know: rules over the whole review.

A rule is a generator of problems; its docstring is the rule. Every one holds or is a problem: there are no warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tools import archive, check_article, check_claims, check_language, check_numbers, check_pages, check_references
from tools.model import Review
from tools.problem import Problem

Rule = Callable[[Review], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    *check_references.RULES,
    *check_claims.RULES,
    *check_article.RULES,
    *check_language.RULES,
    *check_numbers.RULES,
    *check_pages.RULES,
    *archive.RULES,
)


def check(review: Review) -> list[Problem]:
    """Every problem that the rules find in a review."""
    return [problem for rule in RULES for problem in rule(review)]
