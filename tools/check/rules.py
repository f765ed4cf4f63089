"""Runs the rules. Every one holds or is a problem: there are no warnings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from tools.appraisal.assess import Assessed
from tools.check.registry import RULES, Finding, Findings, Rule, Scope
from tools.check.targets import TARGETS, Target, Written
from tools.records.links import unread_links
from tools.records.problem import KeyPath, Problem
from tools.records.words import Text
from tools.text.messages import Message


def check(assessed: Assessed, today: datetime.date, original: Mapping[str, str] | None = None) -> list[Problem]:
    """Every problem that the rules find in a review whose claims have been judged.

    Args:
        today: the day of the run: nothing on record can have been done after it.
        original: position to sentence of the reviewed article, where its text is at hand.
    """
    run = Run(assessed, today, original)
    of_judging = [rule for rule in RULES if _rests_on_judging(rule)]
    others = [rule for rule in RULES if not _rests_on_judging(rule)]
    return [problem for rule in (*others, *of_judging) for problem in run.apply(rule)]


def _rests_on_judging(rule: Rule) -> bool:
    return not {"judged", "assessed"}.isdisjoint(rule.takes)


def _is_of_text(rule: Rule) -> bool:
    """True for a rule that looks at a text in both languages, or at the texts of a record, and at nothing else."""
    return rule.takes in (("text",), ("texts",)) and rule.each in ("bilingual", "texts") and not rule.linked


@cache
def _rules_of_text(scope: Scope) -> tuple[Callable[..., Findings], ...]:
    return tuple(rule.find for rule in RULES if rule.each == scope and _is_of_text(rule))


Found = Mapping[Callable[..., Findings], tuple[Finding, ...]]


@lru_cache(maxsize=2**15)
def _found_in(scope: Scope, said: Text | tuple[Written, ...]) -> Found:
    """What each such rule finds, kept: a preview checks a review on every edit, and most texts are as they were."""
    found = {find: tuple(find(said)) for find in _rules_of_text(scope)}
    return {find: told for find, told in found.items() if told}


class Run:
    """One run of rules over a judged review; `today` and `original` as for `check`."""

    def __init__(self, assessed: Assessed, today: datetime.date, original: Mapping[str, str] | None = None) -> None:
        self.assessed, self.review = assessed, assessed.review
        self.original = original
        self._shared = {"review": self.review, "assessed": assessed, "today": today, "original": original}
        self._targets: dict[Scope, list[Target]] = {}
        self._found: dict[Scope, list[tuple[Target, Found]]] = {}
        self._doubted: set[str] = set()  # records
        self._unread = {f"claim:{claim_id}": unread_links(claim, self.review) for claim_id, claim in self.review.claims.items()}

    def apply(self, rule: Rule) -> Iterator[Problem]:
        """What one rule finds. It passes over what rests on a record that could not be read: the reader has reported that."""
        if any(self.review.unread.any(kind) for kind in rule.whole) or ("original" in rule.takes and self.original is None):
            return
        if "assessed" in rule.takes and rule.each == "page" and self._doubted:
            return  # what a page quotes may be mended with the claim
        if _is_of_text(rule):
            yield from self._in_texts(rule)
            return
        for target in self._of(rule.each):
            if rule.linked and not rule.linked.isdisjoint(self._unread[target.record]):
                continue
            if "judged" in rule.takes and self._is_doubted(target.record):
                continue
            gives = target.gives
            for at, message in rule.find(*[gives[name] if name in gives else self._shared[name] for name in rule.takes]):
                if rule.doubts:
                    self._doubted.add(target.record)
                yield self._problem(target, at, message)

    def _is_doubted(self, record: str) -> bool:
        """What a claim rests on is in doubt: a finding of its own, or one of its sources."""
        claim = self.review.claims[record.removeprefix("claim:")]
        return not self._doubted.isdisjoint({record, *(f"reference:{item.ref}" for item in claim.evidence)})

    def _in_texts(self, rule: Rule) -> Iterator[Problem]:
        """What a rule on texts finds; all of them look at one text before the next."""
        if rule.each not in self._found:
            looked = ((target, _found_in(rule.each, _texts_of(target))) for target in self._of(rule.each))
            self._found[rule.each] = [(target, found) for target, found in looked if found]
        for target, found in self._found[rule.each]:
            for at, message in found.get(rule.find, ()):
                yield self._problem(target, at, message)

    def _of(self, scope: Scope) -> list[Target]:
        if scope not in self._targets:
            self._targets[scope] = list(TARGETS[scope](self.assessed))
        return self._targets[scope]

    def _problem(self, target: Target, at: KeyPath, message: Message) -> Problem:
        if target.record:
            return self.review.sources[target.record].problem((*target.at, *at), message)
        record, *place = at
        return self.review.sources[str(record)].problem(tuple(place), message)


def _texts_of(target: Target) -> Text | tuple[Written, ...]:
    said = target.gives.get("text") or target.gives["texts"]
    assert isinstance(said, Text | tuple)
    return said
