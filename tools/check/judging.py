"""Rules on praise, alarm and advice, which are no findings: a review has none of its own, at any level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tools.check.registry import Findings, rule
from tools.check.targets import Written
from tools.records.words import LANGUAGES, Language
from tools.text.judging import Group, judging, may_judge
from tools.text.messages import Message, say

_KINDS = ("claim.", "search.", "article.")
# What the article says, what a title asks (which has a rule of its own), and words to search by.
_OF_OTHERS = {"claim.statement", "claim.words", "claim.title", "search.words", "search.queries", "search.sources"}
_GROUPS: tuple[Group, ...] = ("anywhere", "ours", "advice", "addressed")
# A finding tells what its source says, and a page for patients speaks to them.
_OF_A_SOURCE: tuple[Group, ...] = ("anywhere", "addressed")
_ON_A_PAGE: tuple[Group, ...] = ("anywhere", "ours")


@rule("passes-judgement", each="texts")
def records_praise_and_advise_nothing(texts: Sequence[Written]) -> Findings:
    """A text of a record neither praises nor dismisses what it is about, nor advises, unless it says who does.

    Bad: short: {en: 'No study was found, and it is quackery.', …}
    Good: short: {en: No study of it was found., …}
    """
    for language in LANGUAGES:
        own = [written for written in texts if written.at and written.at[-1] == language and _is_ours(written)]
        if own and (among := may_judge("\n".join(written.text for written in own), language)):
            for written in own:
                groups = _OF_A_SOURCE if written.field == "claim.finding" else _GROUPS
                yield from ((written.at, message) for message in _judged(written.text, language, groups, among))


def _is_ours(written: Written) -> bool:
    return written.field.startswith(_KINDS) and written.field not in _OF_OTHERS


@rule("passes-judgement", each="page")
def pages_praise_nothing(text: str, language: Language) -> Findings:
    """Nor does a hand-written page praise or dismiss; it may say what to ask, and where to turn.

    Bad: docs/en/index.md: The lamp is a breakthrough.
    Good: docs/en/index.md: In one trial more people responded with the lamp.
    """
    if among := may_judge(text, language):
        for number, line in enumerate(text.split("\n"), 1):
            yield from (((number,), message) for message in _judged(line, language, _ON_A_PAGE, among))


def _judged(text: str, language: Language, groups: tuple[Group, ...], among: Iterable[str]) -> Iterator[Message]:
    """What a text is told of the first of its words of praise, alarm or advice."""
    for group, words in islice(judging(text, language, groups, among), 1):
        if group in ("advice", "addressed"):
            yield say("passes-judgement.advice", words=words)
        else:
            yield say("passes-judgement", words=words)
