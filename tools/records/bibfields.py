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
# A remark, as TeX has them, up to the end of its line: `%` that is no percentage, since neither a number nor “in” is before it.
_COMMENT = re.compile(
    r"(?<![\d)）\]%\s])(?<!\bin)(?<!\bas)(?<!\bof)(?<!\bthe)(?<!\bor)(?<!\band)(?<!\bmean)\s*(?:\n[ \t]*%|[ \t]%[ \t])[^\n]*\n",
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
        if name not in wrong and "%" in value and (comment := _COMMENT.search(value)):
            wrong[name] = say("bad-tex.comment", field=name, found=" ".join(comment.group().split()))
    return found, wrong


def _decoded(name: str, value: str) -> str:
    if name in _VERBATIM:
        return _ESCAPED.sub(r"\1", value)
    return decode(_RANGE.sub("-", value) if name == "pages" else value)
