"""Hand-written pages: title and description in front matter, then Markdown."""

import re
from dataclasses import dataclass

from tools.records.explain import validate
from tools.records.problem import KeyPath, Problem
from tools.records.words import Sentence, record
from tools.records.yamlfile import read_yaml
from tools.text.messages import say

_FENCE = re.compile(r"---[ \t]*$", re.MULTILINE)

_UNREAD = re.compile(r"^ *(`{3,}|~{3,}).*?(?:^ *\1[`~]* *$|\Z)|<!--.*?-->", re.MULTILINE | re.DOTALL)


@record
class FrontMatter:
    """What a page says of itself, in plain text: its heading, and what search engines and the list of results show."""

    title: Sentence
    description: Sentence


@dataclass(frozen=True)
class Page:
    """One page in one language.

    Attributes:
        text: the whole file, with LF at the end of its lines.
        start: where its Markdown begins in that.
    """

    front: FrontMatter
    text: str
    start: int

    @property
    def body(self) -> str:
        """Its Markdown."""
        return self.text[self.start :]

    @property
    def numbered(self) -> str:
        """Its Markdown; every line has its number in the file."""
        return _blank(self.text[: self.start]) + self.body

    @property
    def read(self) -> str:
        """Its Markdown without code and comments, in which nothing is a heading; every line has its number in the file."""
        return _blank(self.text[: self.start]) + _UNREAD.sub(lambda found: _blank(found.group()), self.body)

    def lines(self) -> dict[KeyPath, int]:
        """The line of each value of its front matter, and of each line."""
        front = self.text[: self.start].split("\n")
        named: dict[KeyPath, int] = {(line.partition(":")[0],): number for number, line in enumerate(front, 1)}
        return named | {(number,): number for number in range(1, self.text.count("\n") + 2)}


def read_page(path: str, text: str) -> tuple[Page | None, list[Problem]]:
    """A page; on a fault in its front matter, no page and its problems."""
    text = text.replace("\r\n", "\n")
    if not _FENCE.match(text):
        return None, [Problem(path, 1, say("no-front-matter"))]
    end = _FENCE.search(text, 3)
    if end is None:
        return None, [Problem(path, 1, say("no-front-matter.open"))]
    if not text[3 : end.start()].strip():
        return None, [Problem(path, 1, say("no-front-matter"))]
    # Without its first line, which would begin a document of its own, the lines keep their numbers.
    document, problems = read_yaml(path, text[3 : end.start()])
    if document is None:
        return None, problems
    front, problems = validate(FrontMatter, document.data, document.source)
    return (Page(front, text, end.end()) if front else None), problems


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
