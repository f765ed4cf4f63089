"""What one file cannot know: rules over the whole review.

A rule is a generator of problems; its docstring is the rule. Every one holds or is a problem: there are no warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tools.check import article as check_article
from tools.check import claims as check_claims
from tools.check import duplicates as check_duplicates
from tools.check import language as check_language
from tools.check import numbers as check_numbers
from tools.check import pages as check_pages
from tools.check import references as check_references
from tools.records import archive
from tools.records.claim import Review
from tools.records.problem import Problem

Rule = Callable[[Review], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    *check_references.RULES,
    *check_duplicates.RULES,
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
