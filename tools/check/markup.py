"""Rules on what a text must not hold when a reader sees it: markup that its field does not read, stand-ins, look-alikes."""

from __future__ import annotations

import re

from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.text.leftovers import note_in, odd_character, unfinished, unread_citation, unread_html, unread_markdown, unread_tex
from tools.text.marks import CITATION
from tools.text.markup import unread
from tools.text.messages import Message, say
from tools.text.pages import left_over, printed

_KEY = re.compile(r"(?<![\w@＠])[a-z]+[0-9]{4}[a-z0-9]+(?!\w)", re.ASCII)
_PROSE = "claim.appraisal"
# What is typed into a database, and what people type into the search box: signs mean there what they mean there.
_TYPED = {"search.words", "search.pubmed", "vocabulary.anywhere", "vocabulary.alone"}
# Words of the article: they are shown as they were written.
_QUOTED = {"claim.words"}
# Addresses and codes, which have a form of their own.
_CODES = {"reference.url", "reference.doi", "reference.checked", "reference.noticechecked", "article.url"}
# Numbers of a volume, an issue and pages may be anything, `x` too.
_NUMBERS = {"reference.volume", "reference.number", "reference.pages"}


@rule("raw-markup", each="text")
def texts_hold_no_markup_that_is_not_read(text: str, field: str) -> Findings:
    """A text holds no markup that its field does not read, since the page would print it.

    Bad: title: {en: The **effect** of tea, …}
    Good: title: {en: The effect of tea, …}
    """
    if field in _TYPED or field in _CODES or text.isalnum():
        return
    if field == _PROSE:
        yield from (((), message) for piece in unread(text) if (message := _in_prose(piece)))
    elif message := _in_plain(text):
        yield (), message


def _in_prose(piece: str) -> Message | None:
    """What is wrong with a piece of an appraisal that stayed text."""
    if found := unread_citation(piece):
        return say("raw-markup.citation-form", found=found)
    if found := unread_html(piece):
        return say("raw-markup.html", found=found)
    if found := unread_tex(piece):
        return say("raw-markup.tex", found=found)
    if found := unread_markdown(piece):
        return say("raw-markup.left-over", found=found)
    return None


def _in_plain(text: str) -> Message | None:
    """What is wrong with a text that is printed as it is."""
    if found := unread_citation(text):
        known = CITATION.search(text)
        return say("raw-markup.citation", found=known[0] if known else found)
    if found := unread_html(text):
        return say("raw-markup.html", found=found)
    if found := unread_tex(text):
        return say("raw-markup.tex", found=found)
    if found := unread_markdown(text):
        return say("raw-markup", found=found)
    return None


@rule("raw-markup", each="text")
def keys_of_sources_are_cited(text: str, field: str, review: Review) -> Findings:
    """The key of a source stands in a text only where it is cited.

    Bad: appraisal: {en: 'Mice were calm (mori2019mice).', …}
    Good: appraisal: {en: 'Mice were calm [@mori2019mice].', …}
    """
    if field in _CODES or _KEY.fullmatch(text):
        return
    rest = CITATION.sub("", text)
    named = [word for word in _KEY.findall(rest) if word in review.references]
    if named and not unread_citation(rest):  # which is reported as such
        yield (), say("raw-markup.key", found=named[0])


@rule("placeholder", each="text")
def texts_are_written(text: str, field: str) -> Findings:
    """No text is a stand-in for one that is still to be written.

    Bad: unknown: {en: TODO, …}
    Good: unknown: {en: The long course is not known., …}
    """
    if field not in _NUMBERS | _CODES and (found := unfinished(text)):
        yield (), say("placeholder", found=found)


@rule("odd-character", each="text")
def texts_hold_no_look_alikes(text: str, field: str) -> Findings:
    """A text is written in ordinary characters: no ligatures, half-width kana, loose accents, look-alikes or emoji.

    Bad: title = {The eﬀect of tea},
    Good: title = {The effect of tea},
    """
    if field in _QUOTED | _TYPED:
        return
    if message := _odd(text):
        yield (), message


@rule("odd-character", "placeholder", "raw-markup", each="page")
def pages_are_written_and_read(text: str) -> Findings:
    """A hand-written page is finished, in ordinary characters, and holds no mark that Markdown does not read.

    Bad: docs/en/index.md: The **lamp lifts the mood.
    Good: docs/en/index.md: The **lamp** lifts the mood.
    """
    for at, found in left_over(text):
        yield (text.count("\n", 0, at) + 1,), say("raw-markup.page", found=found)
    for number, line in enumerate(printed(text).split("\n"), 1):
        if found := unread_citation(line) or unread_tex(line):
            yield (number,), say("raw-markup.page", found=found)
        if found := note_in(line):
            yield (number,), say("placeholder", found=found)
        if message := _odd(line):
            yield (number,), message


def _odd(text: str) -> Message | None:
    found, meant = odd_character(text)
    code = " ".join(f"U+{ord(sign):04X}" for sign in found)
    return say("odd-character" if meant else "odd-character.emoji", found=found, code=code, meant=meant) if found else None
