"""The fields of a BibTeX entry as the characters that their TeX stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.text.messages import Message, say
from tools.text.tex import NotRead, decode

# Addresses and identifiers: nothing in them is TeX, but programs escape these signs in them all the same.
_VERBATIM = {"doi", "url", "checked", "noticechecked", "pmid", "registration", "distinct", "notice"}
_ESCAPED = re.compile(r"\\([_%&#$~])")
_RANGE = re.compile("-{2,3}")
# Fields of prose, in which a percentage may stand.
_PROSE = {"title", "titleen", "note", "population", "funding"}
# A remark, as TeX has them, up to the end of its line: `%` that is no percentage, since neither a number nor “in” is before it.
_COMMENT = re.compile(
    r"(?<![\d)）\]%\s])(?<!\bin)(?<!\bas)(?<!\bof)(?<!\bthe)(?<!\bor)(?<!\band)(?<!\bmean)\s*(?:\n[ \t]*%|[ \t]%)[^\n]*",
    re.IGNORECASE,
)


def decoded(fields: Mapping[str, str]) -> tuple[dict[str, str], dict[str, Message]]:
    """Name to value, braces kept, and what is wrong with each value that cannot be read, which stays as it is then."""
    found: dict[str, str] = {}
    wrong: dict[str, Message] = {}
    for name, value in fields.items():
        try:
            found[name] = _decoded(name, value)
        except NotRead as error:
            found[name] = value
            message = "bad-tex.dollar" if str(error).startswith("$") else "bad-tex"
            wrong[name] = say(message, field=name, found=str(error))
        if name not in wrong and "%" in value and (comment := _remark(name, value)):
            wrong[name] = say("bad-tex.comment", field=name, found=" ".join(comment.split()))
    return found, wrong


def _remark(name: str, value: str) -> str:
    """What TeX would pass over in a value; "" where there is none. In a number, a name or a page no `%` is meant."""
    if name in _VERBATIM or name in _PROSE:
        found = None if name in _VERBATIM else _COMMENT.search(value)
    else:
        found = re.search(r"(?<!\\)%[^\n]*", value)
    return found.group() if found else ""


def _decoded(name: str, value: str) -> str:
    if name in _VERBATIM:
        return _ESCAPED.sub(r"\1", value)
    return decode(_RANGE.sub("-", value) if name == "pages" else value)
