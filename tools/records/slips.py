"""Why YAML cannot be read: the commonest slips by what was typed, and the parser's own words in ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.text.messages import Message, say

_KEY = r"^\s*(?:- +)*([A-Za-z_][\w-]*)"
_WIDE_COLON = re.compile(rf"{_KEY}：")
_WIDE_SPACE = re.compile(r"^ *[\u3000\u00a0]")
_NO_SPACE = re.compile(rf"{_KEY}:(?!//)([^\s:].*)$")
_MARK = re.compile(rf"{_KEY}: +([*&%@`!])")
_COLON_INSIDE = re.compile(rf"{_KEY}: +[^\s'\"{{\[|>].*?: ")
_COLON_IN_BRACES = re.compile(r"[{,] *([A-Za-z_][\w-]*): [^,'\"{}\[\]]*?: ")
# What libyaml says → our message. Anything else is reported as it says it.
_REASONS = {
    "could not find expected ':'": "bad-yaml.no-colon",
    "did not find expected '-' indicator": "bad-yaml.no-dash",
    "did not find expected key": "bad-yaml.no-key",
    "mapping values are not allowed in this context": "bad-yaml.stray-colon",
    "did not find expected ',' or '}'": "bad-yaml.open-brace",
    "did not find expected ',' or ']'": "bad-yaml.open-brace",
    "found unexpected end of stream": "bad-yaml.open-quote",
}
# The parser often stops on a line after the one with the slip.
_REACH = 3


def why_malformed(lines: Sequence[str], stopped: int, reason: str) -> tuple[int, Message]:
    """The line of the fault, and what to say of it.

    Args:
        lines: the lines of the file.
        stopped: the line on which the parser stopped, from 1.
        reason: what it says.
    """
    for number in range(min(stopped, len(lines)), max(stopped - _REACH, 0), -1):
        if message := _slip(lines[number - 1]):
            return number, message
    return stopped, say(_REASONS.get(reason, "bad-yaml"), reason=reason.replace("`", "'"))


def _slip(line: str) -> Message | None:
    if found := _WIDE_COLON.search(line):
        return say("bad-yaml.wide-colon", key=found[1])
    if _WIDE_SPACE.search(line):
        return say("bad-yaml.wide-space")
    if found := _NO_SPACE.search(line):
        return say("bad-yaml.no-space", key=found[1], value=found[2][:40])
    if found := _COLON_INSIDE.search(line) or _COLON_IN_BRACES.search(line):
        return say("bad-yaml.colon-inside", key=found[1])
    if found := _MARK.search(line):
        return say("bad-yaml.mark", key=found[1], mark=found[2])
    return None
