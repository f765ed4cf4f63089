"""What a hand-written page prints, and where its links lead. Positions are kept: what is taken out leaves blanks. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tools.text.inserts import QUOTED

_PARAGRAPH = r"(?:(?!\n[ \t]*\n).)"
_CODE = re.compile(
    r"(?=[`~<])(?:^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$|<!--(?:(?!<!--).)*?-->"
    rf"|(?<![`\\])(?P<tick>`+)(?!`){_PARAGRAPH}+?(?<!`)(?P=tick)(?!`))",
    re.MULTILINE | re.DOTALL,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<https?://[^<>\s]+>")
_LINK = re.compile(r"(?P<image>!?)\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<target>[^()\s<>]*)>?(?:\s+\"[^\"\n]*\")?\s*\)")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]: *(?P<target>\S+).*$", re.MULTILINE)
_USE = re.compile(r"\[(?P<words>[^\[\]\n]+)\] ?\[(?P<name>[^\[\]\n]*)\]")
_SEEN = re.compile(r"[^\n]")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
_SPACED = re.compile(r"(?<!\S)\*\*(?= [^*\n]*\*\*)")
_BLOCK = r"(?:(?!\n[ \t]*(?:\n|[*+-] |[0-9]+[.)] |#{1,6} |\|)).)"  # emphasis ends where another block begins
_EMPHASIS = re.compile(rf"(?<!\*)(\*{{1,3}})(?=[^\s*])({_BLOCK}{{1,1500}}?)(?<=\S)\1", re.DOTALL)
# HTML that a page may hold: it marks words, or puts them into a table or a box. Anything else does something, or shows nothing.
_HTML = re.compile(
    r"a|abbr|b|bdi|br|caption|cite|code|col|dd|del|details|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|label|li|mark|ol|p|pre|q|s|samp|small"
    r"|span|strong|sub|summary|sup|table|tbody|td|th|thead|time|tr|u|ul|var|wbr",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<more>[^<>]*)>")
_TICK = '<input type="checkbox">'  # to be ticked and printed; it is sent nowhere
_DOES = re.compile(r"\son[a-z]+\s*=|javascript:|\bsrcdoc\s*=", re.IGNORECASE)
_EMPTY = ("br", "col", "hr", "img", "wbr", "li", "p", "td", "th", "tr", "dd", "dt", "tbody", "thead")
_LINE = re.compile(r"^[ \t]*(?:[*+-] |#{1,6} |> ?|!!! .*$|\*{3,}[ \t]*$|\|[-:| ]+\|[ \t]*$)", re.MULTILINE)
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_LEFT = re.compile(
    r"(?<![A-Z0-9*])\*+(?=[^\s*])|(?<![\w_])__(?=\w)(?![^\n]*\w__)|\{\{(?:[^{}\n]*\}\})?|\}\}|\{%|(?<![A-Za-z0-9:/]):[a-z][a-z0-9_+-]+:(?![A-Za-z0-9:/])|(?<=[^\sA-Z0-9*])\*+|(?<=[A-Z0-9])\*+(?![A-Z\d])|`+|~~|\[\^[^\[\]\n]+\]|==\S[^=\n]*==|!?\[[^\[\]\n]*\]\([^)\n]*\)?|:::+"
)
_TASK = re.compile(r"^[ \t]*[*+-] (\[[ xX]\])", re.MULTILINE)
_ANCHOR = re.compile(r"\{[^{}\n]*#([\w.-]+)[^{}\n]*\}|<[^<>]*\s(?:id|name)=\"([^\"]+)\"")
_HEADING = re.compile(r"^#{1,6} +(.*?)[ #]*$", re.MULTILINE)


class Place(NamedTuple):
    """A link: what it names, where that is explained or "", and its position; `target` is None where nothing explains it."""

    at: int
    target: str | None
    name: str


@lru_cache(maxsize=2**7)  # several rules ask it of one page, and each link of the page that it leads to
def without_code(text: str) -> str:
    """A page without code and comments."""
    return _CODE.sub(_blank, text)


@lru_cache(maxsize=2**7)
def printed(text: str) -> str:
    """A page without code, and without all that Markdown reads: only what readers see stays."""
    text = _ESCAPE.sub("  ", without_code(text))
    for pattern in (QUOTED, _DEFINITION, _TAG, _ATTRIBUTES):
        text = pattern.sub(_blank, text)
    text = _USE.sub(lambda found: _keep(found, "words"), _LINK.sub(lambda found: _keep(found, "words"), text))
    return _LINE.sub(_blank, text)


def left_over(page: str) -> Iterator[tuple[int, str]]:
    """The marks in what is printed that Markdown does not read: where, and what."""
    yield from ((found.start(1), found[1]) for found in _TASK.finditer(without_code(page)))
    bare = without_code(page)
    yield from ((found.start(), found[0]) for found in _SPACED.finditer(page) if bare[found.start()] == "*")
    text = _for_emphasis(page)
    for _ in range(3):  # emphasis in emphasis
        text = _EMPHASIS.sub(lambda found: f"{' ' * len(found[1])}{found[2]}{' ' * len(found[1])}", text)
    yield from ((found.start(), found[0]) for found in _LEFT.finditer(text))


def _for_emphasis(page: str) -> str:
    """What is printed, with a letter for what was taken out, since emphasis may begin or end with it; and where blocks begin."""
    signs = ["c" if left == " " != sign else left for left, sign in zip(printed(page), page, strict=True)]
    for found in _LINE.finditer(without_code(page)):
        signs[found.start() : found.end()] = found[0].replace("*", "-")
    return "".join(signs)


def wrong_html(page: str) -> Iterator[tuple[int, str]]:
    """Each tag that a page may not hold, and each that is opened and not closed, or closed and not opened: where, and what."""
    opened: list[tuple[str, int, str]] = []
    for found in _ANY_TAG.finditer(_ESCAPE.sub("  ", without_code(page))):
        name = found["name"].lower()
        if found[0] == _TICK or found[0].startswith(("<http:", "<https:", "<mailto:")):
            continue
        wrong = not _HTML.fullmatch(name) or _DOES.search(found["more"]) is not None
        if found["end"] and opened and opened[-1][0] == name:
            opened.pop()
        elif wrong or (found["end"] and name not in _EMPTY):
            yield found.start(), found[0]
        if not found["end"] and name not in _EMPTY and not found["more"].endswith("/"):
            opened.append((name, found.start(), "" if wrong else found[0]))
    yield from ((at, tag) for _, at, tag in opened if tag)


@lru_cache(maxsize=2**7)
def links(page: str) -> tuple[Place, ...]:
    """Every link of a page."""
    return tuple(_links(page))


def _links(page: str) -> Iterator[Place]:
    text = _ESCAPE.sub("  ", without_code(page))
    explained = {found["name"].casefold(): found["target"].strip("<>") for found in _DEFINITION.finditer(text)}
    yield from (Place(found.start(), found["target"], found[0]) for found in _DEFINITION.finditer(text))
    text = _DEFINITION.sub(_blank, text)
    for found in _LINK.finditer(text):
        yield Place(found.start(), found["target"], found[0])
    for found in _USE.finditer(_LINK.sub(_blank, text)):
        if (found["name"] or found["words"]).casefold() not in explained:
            yield Place(found.start(), None, found[0])


@lru_cache(maxsize=2**7)
def anchors(page: str) -> frozenset[str]:
    """The places of a page that can be linked to: given ids, and what the builders make of headings without one."""
    text = without_code(page)
    given = {one or other for one, other in _ANCHOR.findall(text)}
    bare = [heading for heading in _HEADING.findall(text) if not _ATTRIBUTES.search(heading)]
    if not bare:
        return frozenset(given)
    from markdown.extensions.toc import slugify  # takes time, and headings have ids as a rule

    return frozenset(given | {slugify(heading, "-") for heading in bare})


def _blank(found: re.Match[str]) -> str:
    return _SEEN.sub(" ", found[0])


def _keep(found: re.Match[str], group: str) -> str:
    """The match with blanks for all but one group."""
    start, end = found.start(group) - found.start(), found.end(group) - found.start()
    return " " * start + found[group] + _SEEN.sub(" ", found[0][end:])
