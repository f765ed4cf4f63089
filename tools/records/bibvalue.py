"""The value of a BibTeX field: texts in braces or quotes, digits and defined names, joined by `#`; anything else is a fault."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.records.bibslips import begins_wrong, swallowed
from tools.text.messages import Message, say

DELIMITERS = '{"'
_BARE = re.compile(r'[^\s#,{}"=()]+')
# What changes the depth, and the beginning of the next entry, which no value holds.
_ENTRY = r"^[ \t]*@[ \t]*[\w-]+\s*[{(]"
_IN_BRACES = re.compile(rf"(?<!\\)[{{}}]|{_ENTRY}", re.MULTILINE)
_IN_QUOTES = re.compile(rf'(?<!\\)[{{}}"]|{_ENTRY}', re.MULTILINE)


class Fault(Exception):
    """What is wrong, and a place on the line to which it is reported."""

    def __init__(self, at: int, message: Message) -> None:
        self.at, self.message = at, message


def read_value(text: str, at: int, name: str, start: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """The value that begins at `at`, with the braces inside it, and the place after it.

    Args:
        name, start: the field, and where it begins; faults are reported there.
        strings: what each @string above defines, by its name in lower case.

    Raises:
        Fault: it is no value, or it is not closed.
    """
    pieces: list[str] = []
    while True:
        piece, end = _piece(text, skip(text, at), name, start, strings)
        pieces.append(piece)
        after = skip(text, end)
        if text[after : after + 1] != "#":
            return "".join(pieces), end
        at = after + 1


def skip(text: str, at: int) -> int:
    """The next place that is not white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def in_braces(text: str, at: int, name: str, start: int) -> int:
    """The place after the brace that closes the one before `at`.

    Raises:
        Fault: none closes it before the next entry.
    """
    depth = 1
    for found in _IN_BRACES.finditer(text, at):
        if found[0] not in ("{", "}"):
            raise _not_closed(text[at : found.start()], name, start)
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
    raise _not_closed(text[at:], name, start)


def _in_quotes(text: str, at: int, name: str, start: int) -> int:
    depth = 0
    for found in _IN_QUOTES.finditer(text, at):
        if found[0] == '"' and depth == 0:
            return found.end()
        if found[0] not in ("{", "}", '"') or depth < 0:
            raise _not_closed(text[at : found.start()], name, start)
        depth += {"{": 1, "}": -1, '"': 0}[found[0]]
    raise _not_closed(text[at:], name, start)


def _not_closed(held: str, name: str, start: int) -> Fault:
    other = swallowed(held)
    return Fault(
        start, say("bad-bibtex.swallowed", field=name, other=other) if other else say("bad-bibtex.open-value", field=name)
    )


def _piece(text: str, at: int, name: str, start: int, strings: Mapping[str, str]) -> tuple[str, int]:
    if text[at : at + 1] in ("{", '"'):
        end = (in_braces if text[at] == "{" else _in_quotes)(text, at + 1, name, start)
        inside = text[at + 1 : end - 1]
        if other := swallowed(inside):
            raise Fault(start, say("bad-bibtex.swallowed", field=name, other=other))
        return inside, end
    bare = _BARE.match(text, at)
    word = bare[0] if bare else ""
    if word.lower() in strings:
        return strings[word.lower()], at + len(word)
    if not word.isdigit():
        after = skip(text, at + len(word))
        raise Fault(start, begins_wrong(name, word, text[after : after + 1]))
    return word, at + len(word)
