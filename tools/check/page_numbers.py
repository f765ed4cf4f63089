"""Numbers of the hand-written pages: both languages give the same, line for line, and those beside a link are in that claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.appraisal.outcomes import estimate_of
from tools.appraisal.strength import sentences
from tools.check.bilingual import texts_of
from tools.check.contrasts import limits_are_the_same, names_are_the_same, opposites_are_the_same
from tools.check.number_forms import Number
from tools.check.numbers import INTERVAL, known_to, shown, values_in
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.check.translation import difference
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import Language, Text
from tools.text.messages import Message, say
from tools.text.pages import printed, without_code

_CLAIM = re.compile(r"\]\(claims/([a-z0-9-]+)\.md[^)\s]*\)")
# Each language has help lines of its own, with hours of their own.
_CALL = re.compile(r"\[[0-9-]+\]\(tel:[0-9]+\)")
_TARGET = re.compile(r"\]\([^)]*\)")
# 16時 is 4 p.m., and 30秒 half a minute.
_AFTERNOON = re.compile(r"[0-9]{1,2}(?= ?p\.m\.)|[0-9]{1,2}(?=[–-] ?[0-9]{1,2} ?p\.m\.)")
_HALF = re.compile(r"half (?:a minute|an hour)", re.IGNORECASE)
# Of 100 or 1000 people, as the pages count them.
_BASES = frozenset({INTERVAL, 100.0, 1000.0})


@rule("languages-differ", each="page")
def twins_give_the_same_numbers(language: Language, name: str, page: Page, review: Review) -> Findings:
    """Line for line, both languages of a page give the same numbers, limits, names and directions, as far as they are in digits.

    Bad: docs/ja/index.md: 67人でした。; docs/en/index.md: It was 76 people.
    Good: docs/ja/index.md: 67人でした。; docs/en/index.md: It was 67 people.
    """
    twin = review.pages["ja"].get(name)
    if language != "en" or twin is None:
        return
    ours, theirs = (printed(side.body).split("\n") for side in (page, twin))
    if len(ours) != len(theirs):
        return  # they are not written line for line
    lines = page.text.split("\n")
    first = page.text.count("\n", 0, page.start) + 1
    for number, (english, japanese) in enumerate(zip(ours, theirs, strict=True), first):
        if english.strip() and japanese.strip() and not _CALL.search(lines[number - 1]):
            yield from (((number,), message) for message in _differences(Text(ja=japanese, en=_by_the_clock(english))))


def _differences(text: Text) -> Iterator[Message]:
    if found := difference(text):
        japanese, english = ([number for number in side if _is_in_digits(number)] for side in (found.japanese, found.english))
        if japanese or english:
            name = "languages-differ.numbers" + ("" if japanese and english else "-ja" if japanese else "-en")
            told = {"japanese": shown(japanese, text, "ja"), "english": shown(english, text, "en")}
            yield say(name, **{side: words for side, words in told.items() if words})
        if found.order:
            ours, theirs = (tuple(number.written for number in numbers) for numbers in found.order)
            yield say("languages-differ.order", japanese=ours, english=theirs)
    for contrast in (limits_are_the_same, opposites_are_the_same, names_are_the_same):
        yield from (message for _, message in contrast(text))


def _by_the_clock(line: str) -> str:
    """An English line with the hours and half hours as Japanese writes them."""
    if "p.m." in line:
        line = _AFTERNOON.sub(lambda hour: str(int(hour.group()) % 12 + 12), line)
    return _HALF.sub("30", line)


@rule("number-not-in-evidence", each="page", whole=("claim",))
def numbers_beside_a_link_are_in_the_claim(language: Language, page: Page, review: Review) -> Findings:
    """A number of a hand-written page is in the claims to which its sentence leads, or else its line: as it is, or rounded.

    Bad: docs/en/index.md: In [87 trials](claims/lamp-lifts-mood.md) …; lamp-lifts-mood.yml: no 87
    Good: docs/en/index.md: In [78 trials](claims/lamp-lifts-mood.md) …; lamp-lifts-mood.yml: 78 trials
    """
    for number, line in enumerate(_CALL.sub("", without_code(page.numbered)).split("\n"), 1):
        linked = [claim_id for claim_id in _CLAIM.findall(line) if claim_id in review.claims]
        for part in ([line] if line.startswith("|") else sentences(line, language)) if linked else ():
            own = [claim_id for claim_id in _CLAIM.findall(part) if claim_id in review.claims] or linked
            known = set[float]().union(*(_told(claim_id, review) for claim_id in own))
            said = [n for n in numbers_of(_TARGET.sub("]", part), language) if n.firm and _is_in_digits(n)]
            if missing := tuple(n.written for n in said if abs(n.value) not in known):
                yield (number,), say("number-not-in-evidence.page", numbers=missing, claims=tuple(dict.fromkeys(own)))


def _told(claim_id: str, review: Review) -> set[float]:
    """The numbers that a claim gives anywhere, and the whole numbers that they round to."""
    claim = review.claims[claim_id]
    told = known_to(claim, review) | _BASES
    for _, text in texts_of(claim):
        told |= values_in(text.ja, "ja") | values_in(text.en, "en")
    for outcome in claim.outcomes:
        if estimate := estimate_of(outcome):
            told |= {abs(estimate.value), *map(abs, estimate.interval or ())}
        shares = (
            outcome.without and outcome.without.per100,
            *((outcome.observed.treated, outcome.observed.compared) if outcome.observed else ()),
        )
        told |= {float(share) for share in shares if share is not None}
    return told | {float(round(value)) for value in told if value % 1}


def _is_in_digits(number: Number) -> bool:
    return any(sign.isdigit() for sign in number.written)
