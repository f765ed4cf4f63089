"""BibTeX, read strictly: what the grammar does not know is a fault, so that no field can swallow the next unseen.

Programs that read BibTeX are lenient: they take `note = {…} notice = {…}` for one note, and an undefined name for a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from tools.records.bibslips import after_value, name_of_field, no_equals, no_key
from tools.records.bibvalue import DELIMITERS, Fault, in_braces, read_value, skip
from tools.text.messages import Message, say

_BLOCK = re.compile(r"@[ \t]*([\w-]+)\s*([{(])")
_NEXT = re.compile(r"^[ \t]*@[ \t]*[\w-]+\s*[{(]", re.MULTILINE)
_UP_TO_SIGN = re.compile(r'[^,={}"]*')
# What `new` leaves beside an entry: which fields are still open.
_LEFT_OPEN = re.compile(r"\s*([a-z]+[0-9]{4}[a-z0-9]+)\s*:(.*)", re.DOTALL)
# An entry that a remark hides.
_HIDDEN = re.compile(r"\s*([\w:.-]+)\s*,\s*[\w-]+\s*=\s*[{\"]")
# What some programs write at the head of a file, and the months as BibTeX itself defines them.
_HEAD = re.compile(r"\s*%[ \t]*Encoding:[ \t]*UTF-?8[ \t]*(?:\r?\n)", re.IGNORECASE)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# Outside the entries: the rest of one that ended too early, and one whose `@` is missing.
_REST = re.compile(r"\s*(?:,|[A-Za-z][\w-]*\s*=)")
_NO_SIGN = re.compile(r"\s*[\w-]+\s*\{\s*[^\s,{}]+\s*,")
_OTHER_SIGN = re.compile(r"\s*[@＠]\s*[\w-]+\s*[{(｛（ ]\s*[^\s,，{}]+\s*[,，]")


@dataclass(frozen=True)
class Field:
    """A field: its value, with the braces inside it, and where the field and its value begin, from 1."""

    name: str
    value: str
    line: int
    column: int


@dataclass(frozen=True)
class Entry:
    """An entry, with its fields in the order of the file."""

    type: str
    key: str
    line: int
    fields: tuple[Field, ...] = ()


@dataclass
class Library:
    """What a file holds.

    Attributes:
        entries: what could be read.
        faults: line and message of what could not.
        lost: line and text of each place where an entry was not read.
    """

    entries: list[Entry] = field(default_factory=list)
    faults: list[tuple[int, Message]] = field(default_factory=list)
    lost: list[tuple[int, str]] = field(default_factory=list)


def parse(text: str) -> Library:
    """All entries of a BibTeX file and all its faults, at most one an entry."""
    return _Parser(text).parse()


class _Parser:
    """Walks the text once; after a fault it goes on with the next line on which an entry begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.library = Library()
        self._ends_of_lines = [found.start() for found in re.finditer("\n", text)]
        self._strings: dict[str, str] = {month: month for month in _MONTHS}

    def parse(self) -> Library:
        end = head.end() if (head := _HEAD.match(self.text)) else 0
        while block := _BLOCK.search(self.text, end):
            self._between(end, block.start())
            try:
                end = self._block(block)
            except Fault as fault:
                following = _NEXT.search(self.text, block.end())
                end = following.start() if following else len(self.text)
                self._fault(fault.at, fault.message)
                self._lose(block.start(), self.text[block.start() : end])
        self._between(end, len(self.text))
        return self.library

    def _between(self, start: int, end: int) -> None:
        """Text outside the entries, which nobody reads."""
        outside = self.text[start:end]
        if not outside.strip():
            return
        if self.library.entries and self.text[start - 1] in "})" and _REST.match(outside):
            cut = self.library.entries.pop()
            self._fault(start - 1, say("bad-bibtex.ends-early", key=cut.key))
            self.library.lost.append((cut.line, f"{{{cut.key},"))
            return
        first = skip(self.text, start)
        if begins := _NO_SIGN.match(outside) or _OTHER_SIGN.match(outside):
            self._fault(first, say("stray-text.other-sign" if begins.re is _OTHER_SIGN else "stray-text.no-sign"))
            self._lose(first, outside)
        else:
            self._fault(first, say("stray-text"))

    def _fault(self, at: int, message: Message) -> None:
        self.library.faults.append((self._line(at), message))

    def _lose(self, at: int, text: str) -> None:
        self.library.lost.append((self._line(at), text))

    def _line(self, at: int) -> int:
        return bisect_left(self._ends_of_lines, at) + 1

    def _sign(self, at: int) -> str:
        """The sign at a place; "" at the end of the file."""
        return self.text[at : at + 1]

    def _word(self, at: int) -> tuple[str, int]:
        """The text up to the next sign that means something, and the place of that sign."""
        found = _UP_TO_SIGN.match(self.text, at)
        assert found is not None  # it may be empty
        return found[0].strip(), found.end()

    def _block(self, block: re.Match[str]) -> int:
        """Read one block; the place after it."""
        kind, close = block[1].lower(), "}" if block[2] == "{" else ")"
        if kind == "comment":
            return self._comment(block)
        if kind == "preamble":
            _, end = read_value(self.text, block.end(), "@preamble", block.start(), self._strings)
            return self._close(end, close, "@preamble", block.start())
        if kind == "string":
            return self._string(block, close)
        entry, end = self._entry(block, close)
        self.library.entries.append(entry)
        return end

    def _comment(self, block: re.Match[str]) -> int:
        if block[2] == "{":
            end = in_braces(self.text, block.end(), "@comment", block.start())
        else:
            end = self._close(self.text.find(")", block.end()), ")", "@comment", block.start())
        if hidden := _HIDDEN.match(self.text, block.end(), end - 1):
            self._fault(block.start(), say("stray-text.hidden", key=hidden[1]))
            self._lose(block.start(), f"{{{hidden[1]},")
        if remark := _LEFT_OPEN.match(self.text, block.end(), end - 1):
            left = remark[2].strip().rstrip(".")[:120]
            self._fault(block.start(), say("stray-text.left-open", key=remark[1], remark=left))
        return end

    def _string(self, block: re.Match[str], close: str) -> int:
        name, at = self._word(block.end())
        if self._sign(at) != "=":
            raise Fault(block.start(), no_equals(name, self._sign(at)))
        if name.lower() in self._strings and name.lower() not in _MONTHS:
            raise Fault(block.start(), say("duplicate-key.entry", key=name))
        # Without the names above it: a few lines could otherwise double a text a thousand times.
        self._strings[name.lower()], end = read_value(self.text, at + 1, name, block.start(), {})
        return self._close(end, close, f"@string {name}", block.start())

    def _close(self, at: int, close: str, name: str, start: int) -> int:
        at = skip(self.text, at) if at >= 0 else len(self.text)
        if self._sign(at) != close:
            raise Fault(start, say("bad-bibtex.open-entry", key=name, close=close))
        return at + 1

    def _entry(self, block: re.Match[str], close: str) -> tuple[Entry, int]:
        key, at = self._word(block.end())
        if self._sign(at) != "," or not key:
            raise Fault(block.start(), no_key(key, self._sign(at)))
        fields: dict[str, Field] = {}
        at = skip(self.text, at + 1)
        while self._sign(at) != close:
            if self._is_over(at):
                raise Fault(block.start(), say("bad-bibtex.open-entry", key=key, close=close))
            found, end = self._field(at)
            if found.name in fields:
                raise Fault(at, say("duplicate-key.field", key=key, fields=(found.name,)))
            fields[found.name] = found
            after = skip(self.text, end)
            if self._sign(after) == ",":
                after = skip(self.text, after + 1)
            elif self._sign(after) != close:
                if self._is_over(after) and found.value.rstrip(" \t").endswith("\n"):  # closed by the brace of the entry
                    raise Fault(at, say("bad-bibtex.open-value", field=found.name))
                if self._is_over(after):
                    raise Fault(block.start(), say("bad-bibtex.open-entry", key=key, close=close))
                raise Fault(at, after_value(found.name, self.text[after : after + 200]))
            at = after
        return Entry(block[1], key, self._line(block.start()), tuple(fields.values())), at + 1

    def _is_over(self, at: int) -> bool:
        """True where the file ends, the next entry begins, or a sign closes what is not open."""
        return self._sign(at) in "})" or _BLOCK.match(self.text, at) is not None

    def _field(self, at: int) -> tuple[Field, int]:
        """The field that begins at a place, and the place after its value."""
        name, sign = self._word(at)
        if self._sign(sign) != "=":
            raise Fault(at, no_equals(name, self._sign(sign)))
        if wrong := name_of_field(name):
            raise Fault(at, wrong)
        value, end = read_value(self.text, sign + 1, name, at, self._strings)
        first = skip(self.text, sign + 1)
        first += self.text[first] in DELIMITERS
        return Field(name, value, self._line(at), first - self.text.rfind("\n", 0, first)), end
