"""Runs the rules. Every one holds or is a problem: there are no warnings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.check.registry import RULES, Rule
from tools.check.targets import TARGETS, Target
from tools.records.claim import Claim, Review
from tools.records.links import unread_links
from tools.records.problem import KeyPath, Problem
from tools.text.messages import Message


def check(review: Review, original: Mapping[str, str] | None = None) -> list[Problem]:
    """Every problem that the rules find in a review.

    Args:
        original: position to sentence of the reviewed article, where its text is at hand.
    """
    return [problem for rule in RULES for problem in apply(rule, review, original)]


def apply(rule: Rule, review: Review, original: Mapping[str, str] | None = None) -> Iterator[Problem]:
    """What one rule finds. It passes over what rests on a record that could not be read: the reader has reported that."""
    if any(review.unread.any(kind) for kind in rule.whole) or ("original" in rule.takes and original is None):
        return
    for target in TARGETS[rule.each](review):
        if rule.linked and _rests_on_unread(rule, target, review):
            continue
        gives = {**target.gives, "review": review, "original": original}
        for at, message in rule.find(**{name: gives[name] for name in rule.takes}):
            yield _problem(target, at, message, review)


def _rests_on_unread(rule: Rule, target: Target, review: Review) -> bool:
    claim = target.gives["claim"]
    return isinstance(claim, Claim) and not rule.linked.isdisjoint(unread_links(claim, review))


def _problem(target: Target, at: KeyPath, message: Message, review: Review) -> Problem:
    if target.record:
        return review.sources[target.record].problem((*target.at, *at), message)
    record, *place = at
    return review.sources[str(record)].problem(tuple(place), message)
