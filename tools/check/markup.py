"""Rules on what a text must not hold when a reader sees it: markup that its field does not read, stand-ins, look-alikes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from tools.check.registry import Findings, rule
from tools.check.targets import Written
from tools.records.claim import Review
from tools.records.handwritten import Page
from tools.records.sources import Search
from tools.text.leftovers import (
    note_in,
    odd_character,
    odd_in_query,
    unfinished,
    unread_accent,
    unread_citations,
    unread_html,
    unread_markdown,
    unread_query,
    unread_tex,
)
from tools.text.marks import CITATION
from tools.text.messages import Message, say
from tools.text.misplaced import code_by_indentation, misplaced, open_comments
from tools.text.pages import left_over, printed, without_code, wrong_html

_YEAR = re.compile("[0-9][0-9]{3}[a-z0-9]")  # what every key has, and few texts
# What any markup has; most texts have none of it.
_SUSPECT = re.compile(
    r"\*|_|`|~|<|&|\\|\$|\[|［|@|＠|\||\^|\{|\}|＊|#|>|==|''|%%|!!!|:::|:[a-z]| -|-(?<=^-)|turn\d|oaicite", re.MULTILINE
)
# Emphasis that is read for certain, and the start of an item: most appraisals have nothing else, and need no parser.
_SURELY_READ = re.compile(
    r"(?:(?<!\S)\*\*(?=\S)|(?<!\*)\*\*(?=[^\W_]|[「『（]))[^*_`\\<&\n]+?(?:(?<=[^\W_])|(?<=[。、」』）？！])|(?<=[.:%)?!])(?=\*\*(?:\s|$)))\*\*(?!\*)"
    r"|^ {0,3}[-+] ",
    re.MULTILINE,
)
_KEY = re.compile(r"(?<!\w)[a-z]+[0-9]{4}[a-z0-9]+(?!\w)", re.ASCII)
_PROSE = "claim.appraisal"
_FILLED_IN = re.compile(r"\{(?:found|date)\}")  # by the program, in the sentence that every page shows
# What is typed into a database, and what people type into the search box: signs mean there what they mean there.
_QUERIES = {"search.pubmed", "search.europepmc", "search.ctgov"}
_TYPED = {"search.words", "vocabulary.anywhere", "vocabulary.alone"}
# Words of the article: they are shown as they were written.
_QUOTED = {"claim.words"}
# Addresses and codes, which have a form of their own.
_CODES = {"reference.url", "reference.doi", "reference.checked", "reference.noticechecked", "article.url"}
# Not the one of a link, nor one that is marked as such, which is told as a mark.
_ADDRESS = re.compile(r"(?<!\]\()(?<!<)(?:\bhttps?://|(?<![\w./-])www\.)[!-~]+", re.IGNORECASE)
# Numbers of a volume, an issue and pages may be anything, `x` too.
_NUMBERS = {"reference.volume", "reference.number", "reference.pages"}


@rule("raw-markup", each="texts")
def texts_hold_no_markup_that_is_not_read(texts: Sequence[Written]) -> Findings:
    """A text holds no markup that its field does not read, since the page would print it.

    Bad: title: {en: The **effect** of tea, …}
    Good: title: {en: The effect of tea, …}
    """
    for written in texts:
        if not _SUSPECT.search(written.text) or written.field in _TYPED | _CODES | _QUERIES:
            continue
        plain = written.field != _PROSE
        text = _FILLED_IN.sub("", written.text) if written.field == "article.text" else written.text
        if not plain and (found := unread_accent(text)):
            yield written.at, say("raw-markup.tex", found=found)
        for piece in [text] if plain else _unread(text):
            yield from ((written.at, message) for message in _left(piece, plain=plain))


def _unread(appraisal: str) -> Iterator[str]:
    """The pieces of an appraisal that a page would print as they are written."""
    if not any(_left(_SURELY_READ.sub("a", CITATION.sub("()", appraisal)), plain=False)):
        return
    from tools.text.markup import unread  # brings the parser, which takes time

    yield from unread(appraisal)


def _left(text: str, *, plain: bool) -> Iterator[Message]:
    """What a page would print as it is: each citation, and each other kind once. `plain` where no Markdown is read at all."""
    for found in unread_citations(text):
        yield say("raw-markup.citation" if plain else "raw-markup.citation-form", found=found)
    if found := unread_html(text):
        meant = html.unescape(found)
        yield say("raw-markup.html" if meant == found else "raw-markup.entity", found=found, meant=meant)
    if found := unread_tex(text):
        yield say("raw-markup.tex", found=found)
    elif found := unread_markdown(CITATION.sub("", text)):
        yield say("raw-markup" if plain else "raw-markup.left-over", found=found)


@rule("raw-markup", each="texts")
def keys_of_sources_are_cited(texts: Sequence[Written], review: Review) -> Findings:
    """The key of a source stands in a text only where it is cited.

    Bad: appraisal: {en: 'Mice were calm (mori2019mice).', …}
    Good: appraisal: {en: 'Mice were calm [@mori2019mice].', …}
    """
    for written in texts:
        if not _YEAR.search(written.text):
            continue
        found = [word for word in _KEY.findall(written.text) if word in review.references]
        if not found or _KEY.fullmatch(written.text) or written.field in _CODES:
            continue
        rest = CITATION.sub("", written.text)
        named = [word for word in found if word in rest and re.search(rf"\b{word}\b", rest)]
        if named and not unread_citations(rest):  # which is reported as such
            yield written.at, say("raw-markup.key", found=named[0])


@rule("raw-markup", each="texts")
def addresses_are_links(texts: Sequence[Written]) -> Findings:
    """No bare address stands in a text: a page prints it, and nobody can open it. The note of a source may have one.

    Bad: context: {en: 'See https://example.org/tea.', …}
    Good: context: {en: The society says so on its site., …}
    """
    for written in texts:
        if "://" not in written.text and "www." not in written.text.lower():
            continue
        found = _ADDRESS.search(written.text)
        if found and written.field not in _TYPED | _CODES | _QUERIES and written.field != "reference.note":
            yield written.at, say("raw-markup.address", found=found[0])


@rule("placeholder", each="texts")
def texts_are_written(texts: Sequence[Written]) -> Findings:
    """No text is a stand-in for one that is still to be written.

    Bad: unknown: {en: TODO, …}
    Good: unknown: {en: The long course is not known., …}
    """
    for written in texts:
        initial = written.field == "reference.given" and len(written.text.strip(".")) == 1  # X. Wang is a name
        if (found := unfinished(written.text)) and not initial and written.field not in _NUMBERS | _CODES:
            yield written.at, say("placeholder", found=found)


@rule("bad-form", each="search")
def queries_are_read_as_meant(search: Search) -> Findings:
    """The query to a database closes its brackets and quotes, and its operators are in capitals.

    Bad: pubmed: '(tea[tiab] or lamp[tiab] AND mood[tiab]'
    Good: pubmed: '(tea[tiab] OR lamp[tiab]) AND mood[tiab]'
    """
    if found := unread_query(search.pubmed or ""):
        yield ("pubmed",), say("bad-form.query", found=found)


@rule("odd-character", each="texts")
def texts_hold_no_look_alikes(texts: Sequence[Written]) -> Findings:
    """A text is written in ordinary characters: no ligatures, half-width kana, loose accents, look-alikes or emoji.

    Bad: title = {The eﬀect of tea},
    Good: title = {The effect of tea},
    """
    for written in texts:
        if written.text.isascii():
            continue
        found = odd_in_query(written.text) if written.field in _QUERIES else odd_character(written.text)
        if found[0] and written.field not in _QUOTED | _TYPED:
            yield written.at, _odd(*found)


@rule("odd-character", "placeholder", "raw-markup", each="page")
def pages_are_written_and_read(page: Page) -> Findings:
    """A hand-written page is finished, in ordinary characters, and holds no mark that Markdown does not read.

    Bad: docs/en/index.md: The **lamp lifts the mood.
    Good: docs/en/index.md: The **lamp** lifts the mood.
    """
    text = page.numbered
    for at, found in [*left_over(text), *misplaced(text)]:
        yield (text.count("\n", 0, at) + 1,), say("raw-markup.page", found=found)
    for at in open_comments(text):
        yield (text.count("\n", 0, at) + 1,), say("raw-markup.page-comment")
    for at, found in code_by_indentation(text):
        yield (text.count("\n", 0, at) + 1,), say("raw-markup.page-indented", found=found)
    for at, found in wrong_html(text):
        yield (text.count("\n", 0, at) + 1,), say("raw-markup.page-html", found=found)
    if accent := unread_accent(without_code(text)):
        yield (without_code(text).partition(accent)[0].count("\n") + 1,), say("raw-markup.tex", found=accent)
    for number, line in enumerate(printed(text).split("\n"), 1):
        for found in [*unread_citations(line), *filter(None, [unread_tex(line)])]:
            yield (number,), say("raw-markup.page", found=found)
        if found := note_in(line):
            yield (number,), say("placeholder", found=found)
        if (odd := odd_character(line))[0]:
            yield (number,), _odd(*odd)


def _odd(found: str, meant: str) -> Message:
    code = " ".join(f"U+{ord(sign):04X}" for sign in found)
    if unicodedata.category(found[-1:] or " ") == "Mn" and not meant:
        return say("odd-character.mark", code=code.split()[-1])
    return say("odd-character" if meant else "odd-character.emoji", found=found, code=code, meant=meant)
