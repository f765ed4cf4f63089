"""Numbers of the hand-written pages: both languages give the same, line for line, and those beside a link are in that claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tools.appraisal.outcomes import estimate_of
from tools.appraisal.strength import sentences
from tools.check.aligned import page_lines
from tools.check.bilingual import texts_of
from tools.check.contrasts import limits_are_the_same, names_are_the_same, opposites_are_the_same
from tools.check.denials import lost_denials
from tools.check.number_forms import Number
from tools.check.numbers import INTERVAL, known_to, shown, values_in
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.check.translation import difference
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say
from tools.text.pages import printed, without_code

_CLAIM = re.compile(r"\]\(claims/([a-z0-9-]+)\.md[^)\s]*\)")
_RECORDED = re.compile(r"\{\{ *([^}\n]*?) *\}\}")
# A number that the records give, and the target of a link.
_INSERTED = re.compile(r"\{\{[^}\n]*\}\}|\]\([^)]*\)")
_TARGET = re.compile(r"\]\([^)]*\)")
# A line of telephone numbers is that of other services in the other language.
_CALLS = re.compile(r"\[[^\]\n]*\]\(tel:[^)\n]*\)")
# 16時 is 4 p.m., and 30秒 half a minute.
_HOUR = re.compile("時(?!間)")
_DIGIT = re.compile("[0-9]")
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
    ours, theirs = (_lines(side) for side in (page, twin))
    if len(ours) != len(theirs):
        return  # they are not written line for line
    first = page.text.count("\n", 0, page.start) + 1
    for number, (english, japanese) in enumerate(zip(ours, theirs, strict=True), first):
        if english.strip() and japanese.strip() and (_DIGIT.search(english) or _DIGIT.search(japanese)):
            yield from (((number,), message) for message in _differences(Text(ja=japanese, en=_HALF.sub("30", english))))


@rule("languages-differ", each="page")
def twins_deny_the_same(language: Language, name: str, page: Page, review: Review) -> Findings:
    """Line for line, both languages of a page deny the same, where they lead to a claim.

    Bad: docs/ja/index.md: [試験](claims/tea.md)はありません。; docs/en/index.md: There is [a trial](claims/tea.md).
    Good: docs/ja/index.md: [試験](claims/tea.md)はありません。; docs/en/index.md: There is [no trial](claims/tea.md).
    """
    for number, japanese, english in page_lines(language, name, page, review):
        if _CLAIM.search(english) and _CLAIM.search(japanese):
            text = Text(ja=_INSERTED.sub("1", japanese), en=_INSERTED.sub("1", english))
            for lost, said in lost_denials(text):
                # A page is translated more freely than a finding: only a line that denies nothing at all is reported.
                if not (said["ja"] and said["en"]):
                    yield (number,), say(f"languages-differ.denial-{'en' if lost == 'ja' else 'ja'}", words=said[lost])


@rule("languages-differ", each="page")
def twins_insert_and_link_the_same(language: Language, name: str, page: Page, review: Review) -> Findings:
    """Line for line, both languages of a page take the same numbers from the records, and lead to the same claims.

    Bad: docs/ja/index.md: {{LMP-01 response rest}}人; docs/en/index.md: {{LMP-01 response treated}} people
    Good: docs/ja/index.md: {{LMP-01 response rest}}人; docs/en/index.md: {{LMP-01 response rest}} people
    """
    for number, japanese, english in page_lines(language, name, page, review):
        for found_in in (_RECORDED.findall, lambda line: [link for link in _CLAIM.findall(line) if link in review.claims]):
            ours, theirs = (Counter(found_in(side)) for side in (japanese, english))
            lost, more = tuple((ours - theirs).elements()), tuple((theirs - ours).elements())
            if lost and more:  # what only one of them has may be there for the grammar
                yield (number,), say("languages-differ.leads", japanese=lost, english=more)


def _lines(page: Page) -> list[str]:
    """What a page prints, without the lines of telephone numbers."""
    called = [bool(_CALLS.search(line)) for line in page.body.split("\n")]
    return ["" if calls else line for calls, line in zip(called, printed(page.body).split("\n"), strict=True)]


def _differences(text: Text) -> Iterator[Message]:
    if found := difference(text):
        japanese, english = ([number for number in side if _is_in_digits(number)] for side in (found.japanese, found.english))
        japanese, english = _without_hours(japanese, english, text)
        ours, theirs = shown(japanese, text, "ja"), shown(english, text, "en")
        if ours and theirs:
            yield say("languages-differ.numbers", japanese=ours, english=theirs)
        elif ours:
            yield say("languages-differ.numbers-ja", japanese=ours)
        elif theirs:
            yield say("languages-differ.numbers-en", english=theirs)
        if found.order:
            first, second = (tuple(number.written for number in numbers) for numbers in found.order)
            yield say("languages-differ.order", japanese=first, english=second)
    for contrast in (limits_are_the_same, opposites_are_the_same, names_are_the_same):
        yield from (message for _, message in contrast(text))


def _without_hours(japanese: list[Number], english: list[Number], text: Text) -> tuple[list[Number], list[Number]]:
    """Both without the hours of an afternoon, which English counts from noon."""
    hours = {number.value - 12 for number in japanese if number.value > 12 and _HOUR.match(text.ja, number.end)}
    return [n for n in japanese if n.value - 12 not in hours], [n for n in english if abs(n.value) not in hours]


@rule("number-not-in-evidence", each="review", whole=("claim",))
def numbers_beside_a_link_are_in_the_claim(review: Review) -> Findings:
    """A number of a hand-written page is in the claims to which its sentence leads, or else its line: as it is, or rounded.

    Bad: docs/en/index.md: In [87 trials](claims/lamp-lifts-mood.md) …; lamp-lifts-mood.yml: no 87
    Good: docs/en/index.md: In [78 trials](claims/lamp-lifts-mood.md) …; lamp-lifts-mood.yml: 78 trials
    """
    told: dict[str, set[float]] = {}
    for language in LANGUAGES:
        for name, page in review.pages[language].items():
            for line, claims, number in _beside_links(page, language, review):
                for claim_id in claims - told.keys():
                    told[claim_id] = _told(claim_id, review)
                if not any(abs(number.value) in told[claim_id] for claim_id in claims):
                    at = (f"page:{language}/{name}", line)
                    yield at, say("number-not-in-evidence.page", numbers=(number.written,), claims=tuple(sorted(claims)))


def _beside_links(page: Page, language: Language, review: Review) -> Iterator[tuple[int, set[str], Number]]:
    """The numbers in lines that lead to claims: the line, the claims, the number."""
    for line, text in enumerate(_CALLS.sub("", without_code(page.numbered)).split("\n"), 1):
        linked = {claim_id for claim_id in _CLAIM.findall(text) if claim_id in review.claims}
        for part in ([text] if text.startswith("|") else sentences(text, language)) if linked else ():
            own = {claim_id for claim_id in _CLAIM.findall(part) if claim_id in review.claims}
            for number in numbers_of(_TARGET.sub("]", part), language):
                if number.firm and _is_in_digits(number):
                    yield line, own or linked, number


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
