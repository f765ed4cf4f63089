"""What is wrong with BibTeX that cannot be read, by what was typed."""

from __future__ import annotations

import re
from dataclasses import fields

from tools.records.sources import Reference
from tools.text.messages import Message, say

_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
# Fields of other programs, which an entry may still hold when it is pasted.
_OTHERS = ("abstract", "booktitle", "date", "editor", "eprint", "isbn", "issn", "issue", "journaltitle", "keywords", "month")
_KNOWN = "|".join(sorted({*(one.name for one in fields(Reference)), *_OTHERS}, key=len, reverse=True))
# A field inside the value of another. Without a brace or quote after it (`n = 30`), only a name that is one of a field, where a
# field may begin, before a number or one word: a title may say that “volume = dose”.
_SWALLOWED = re.compile(
    rf'(?:^|[\s}}",])([A-Za-z][\w-]*)[ \t]*=[ \t]*[{{"]|(?:^|[}}",])[ \t]*({_KNOWN})[ \t]*=[ \t]*(?:$|[0-9]|[\w-]+[ \t]*(?:,|$))',
    re.IGNORECASE | re.MULTILINE,
)
_WIDE_COMMAS = "，、；;､"
_WIDE_EQUALS = "＝:：≒"


def swallowed(value: str) -> str:
    """The name of the first field that a value holds, since its brace or quote is not closed; "" where it holds none."""
    found = _SWALLOWED.search(value) if "=" in value else None
    return (found[1] or found[2]) if found else ""


def no_key(key: str, sign: str) -> Message:
    """Of an entry that does not begin with its key and a comma; `sign` is what stands where the comma should."""
    words = key.split()
    if sign == "=" and len(words) == 2:
        return say("bad-bibtex.no-comma-after-key", key=words[0], field=words[1])
    if not words or sign == "=":
        return say("bad-bibtex.no-key")
    return say("bad-bibtex.only-key", key=key)


def no_equals(name: str, sign: str) -> Message:
    """Of a field whose name has no `=` after it; `sign` is what stands there."""
    if "%" in name:
        return say("bad-bibtex.percent")
    if not name and sign == ",":
        return say("bad-bibtex.two-commas")
    if name and name[-1] in _WIDE_EQUALS:
        return say("bad-bibtex.equals", field=name[:-1].strip(), sign=name[-1])
    return say("bad-bibtex.no-equals", text=f"{name} {sign}".strip()[:40])


def name_of_field(name: str) -> Message | None:
    """What is wrong with the name of a field; None where nothing is."""
    if _NAME.fullmatch(name):
        return None
    if "%" in name:
        return say("bad-bibtex.percent")
    return say("bad-bibtex.name", text=name[:40])


def begins_wrong(name: str, word: str, after: str) -> Message:
    """Of a value that is neither in braces nor in quotes: its first word, and the sign after that."""
    if not word:
        return say("bad-bibtex.no-value", field=name)
    if word[0] in "“”„‟«»‘’「『｛＂〝":
        return say("bad-bibtex.delimiter", field=name, sign=word[0], code=f"U+{ord(word[0]):04X}")
    if after in (",", "}", ")", "#", ""):
        return say("bad-bibtex.undefined", field=name, word=word[:40])
    return say("bad-bibtex.bare", field=name)


def after_value(name: str, rest: str) -> Message:
    """Of what follows a value where a comma or the end of the entry should."""
    following = re.match(r"([A-Za-z][\w-]*)\s*=", rest)
    if following:
        return say("bad-bibtex.no-comma", field=name, other=following[1])
    if rest[0] == "%":
        return say("bad-bibtex.percent")
    if rest[0] in _WIDE_COMMAS:
        return say("bad-bibtex.wide-comma", field=name, sign=rest[0])
    return say("bad-bibtex.after-value", field=name, text=rest.splitlines()[0][:30])
