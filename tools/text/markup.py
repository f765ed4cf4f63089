"""Text of records as HTML that cannot carry a tag, a script or a foreign address."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from tools.text.emphasis import emphasis_beside_japanese
from tools.text.marks import CITATION, split_citation

# Emphasis and lists only: no raw HTML, links, images or headings can come out of a record.
_READ = ("emphasis", "list", "newline", "escape", "entity")
_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(_READ).use(emphasis_beside_japanese)
# Before it joins what was escaped with the text around it, so that the one can be told from the other.
_UNJOINED = MarkdownIt("zero", {"html": False}).enable(_READ).disable("text_join").use(emphasis_beside_japanese)


def prose(markdown: str, cite: Callable[[str], Markup]) -> Markup:
    """The Markdown of a record as safe HTML; `cite` turns one reference key into its link."""
    rendered = _MARKDOWN.render(markdown)
    return Markup(CITATION.sub(lambda match: _citation(match.group(1), cite), rendered))


def _citation(group: str, cite: Callable[[str], Markup]) -> str:
    links = "; ".join(cite(html.unescape(key)) for key in split_citation(group))
    return f'<span class="citation">({links})</span>'


def unread(markdown: str) -> Iterator[str]:
    """Each piece of the Markdown of a record that stays text: what a page prints as it is. What was escaped is left out."""
    for block in _UNJOINED.parse(CITATION.sub("()", markdown)):  # signs that open and close as the brackets do
        yield from "".join(map(_as_printed, block.children or ())).split("\n")


def _as_printed(token: Token) -> str:
    if token.type == "text" or token.info == "entity" or token.content.startswith("\\"):  # before a letter it escapes nothing
        return token.content
    return "\n" if token.type in ("softbreak", "hardbreak") else ""


def front_matter_text(text: str) -> str:
    """Text for a page's title or description: the builder puts both into HTML as they are."""
    return html.escape(re.sub(r"\s+", " ", text).strip(), quote=True)


def heading(text: str) -> Markup:
    """Text for a Markdown heading: every mark that Markdown or HTML could read becomes a character reference."""
    return Markup(re.sub(r"[!-/:-@\[-`{-~]", lambda match: f"&#{ord(match.group())};", text))
