"""Why YAML cannot be read: the commonest slips by what was typed, and the parser's own words in ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.text.messages import Message, say
from tools.text.signs import Lookalike, lookalike

_KEY = r"^\s*(?:- +)*([A-Za-z_][\w-]*)"
# A sign in the structure of a line that only looks right: a space, the dash of a list, a colon, a comma.
_WRONG_SIGNS = [
    re.compile(pattern)
    for pattern in (
        r"^[ -]*([^\S \t])",
        r"^ *([－‐‑‒–—―−ー・•])\s*[A-Za-z_{\[]",
        rf"{_KEY[:-1]}\s*)([：；;﹕])",
        rf"{_KEY}:([^\S \t])",
        rf"{_KEY}: +([｛［])",
        r"[{,]\s*[A-Za-z_][\w-]*\s*([：；﹕])",
        r"[{,] *[A-Za-z_][\w-]*: [^'\"{}\[\]]*?([，、；])\s*[A-Za-z_][\w-]* *[:：]",
    )
]
# What these are meant for here; of the others the sign that each looks like is meant.
_MEANT = {";；﹕": ":", "・•": "-"}
_SLIPS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Message]]] = [
    (re.compile(rf"{_KEY}:(?!//)([^\s:].*)$"), lambda m: say("bad-yaml.no-space", key=m[1], value=m[2][:40])),
    (re.compile(r"^ *-([A-Za-z_][\w-]*: .*)$"), lambda m: say("bad-yaml.no-space-after-dash", item=m[1][:40])),
    (re.compile(rf"{_KEY}: +[^\s'\"{{\[|>].*?: "), lambda m: say("bad-yaml.colon-inside", key=m[1])),
    (
        re.compile(r"[{,] *([A-Za-z_][\w-]*): [^,'\"{}\[\]\s][^,'\"{}\[\]]*([\[{])"),
        lambda m: say("bad-yaml.bracket-inside", key=m[1], mark=m[2]),
    ),
    (re.compile(r"[{,] *([A-Za-z_][\w-]*): [^,'\"{}\[\]]*?: "), lambda m: say("bad-yaml.colon-inside", key=m[1])),
    (re.compile(rf"{_KEY}: +([*&%@`!?]|-(?= ))"), lambda m: say("bad-yaml.mark", key=m[1], mark=m[2])),
    (re.compile(rf"{_KEY}: +([|>])(?![-+0-9]*\s*(?:#.*)?$)"), lambda m: say("bad-yaml.mark", key=m[1], mark=m[2])),
    (re.compile(rf"{_KEY}: +(?:\{{[^{{}}'\"]*\}}\}}|\[[^\[\]'\"]*\]\])"), lambda _: say("bad-yaml.open-brace")),
    (re.compile(rf"{_KEY}: +([\[{{])[^\]}}'\"]*[\]}}]+ *[^\s#,\]}}]"), lambda m: say("bad-yaml.mark", key=m[1], mark=m[2])),
    (re.compile(rf"{_KEY}: +(['\"])(?:(?!\2).)*\2 *[^\s#,\]}}'\"]"), lambda m: say("bad-yaml.mark", key=m[1], mark=m[2])),
    (re.compile(r"^\s*(?:- +)*([*&%@`!?])"), lambda m: say("bad-yaml.mark-alone", mark=m[1])),
    (re.compile(r"[{,\[] *(?:[A-Za-z_][\w-]*: *)?([*&%@`!])"), lambda m: say("bad-yaml.mark-alone", mark=m[1])),
    (re.compile(r"[{\[][^'\"]*?\s(#.*)$"), lambda m: say("bad-yaml.hash", text=m[1][:40])),
]
_HASH = re.compile(r"\s(#\S.*)$")
_QUOTED = re.compile(r"(?:(?<=[:,-] )|(?<=[\[{]))(['\"])(?:(?!\1).)*\1(?=\s*(?:[,\]}#]|$))")
# What libyaml says → our message. Anything else is reported as it says it.
_REASONS = {
    "could not find expected ':'": "bad-yaml.no-colon",
    "did not find expected '-' indicator": "bad-yaml.no-dash",
    "did not find expected key": "bad-yaml.no-key",
    "mapping values are not allowed in this context": "bad-yaml.stray-colon",
    "did not find expected ',' or '}'": "bad-yaml.open-brace",
    "did not find expected ',' or ']'": "bad-yaml.open-brace",
    "found unexpected end of stream": "bad-yaml.open-quote",
    "found unknown escape character": "bad-yaml.escape",
    "did not find expected <document start>": "bad-yaml.documents",
    "but found another document": "bad-yaml.documents",
}
# What is not closed is reported where it was opened.
_OPENED = ("bad-yaml.open-brace", "bad-yaml.open-quote", "bad-yaml.no-colon")
# The parser often stops on a line after the one with the slip, and a line may be of any length.
_REACH, _WIDTH = 3, 1000


def why_malformed(lines: Sequence[str], stopped: int, began: int, reason: str) -> tuple[int, Message]:
    """The line of the fault, and what to say of it.

    Args:
        lines: the lines of the file.
        stopped: the line on which the parser stopped, from 1.
        began: the line on which began what it was reading then.
        reason: what it says.
    """
    for number in range(min(stopped, len(lines)), max(stopped - _REACH, 0), -1):
        if message := _slip(lines[number - 1][:_WIDTH]):
            return number, message
    name = _REASONS.get(reason, "bad-yaml")
    if name in ("bad-yaml.no-key", "bad-yaml.no-colon"):  # a comment may have cut what went on
        for number in range(min(stopped, len(lines)), max(stopped - _REACH, 0), -1):
            if (found := _HASH.search(lines[number - 1][:_WIDTH])) and not lines[number - 1].lstrip().startswith("#"):
                return number, say("bad-yaml.hash-cut", text=found[1][:40])
    return began if name in _OPENED else stopped, say(name, reason=reason.replace("`", "'"))


def _slip(line: str) -> Message | None:
    """The first slip that a line shows; a line in which YAML finds nothing wrong shows none."""
    for pattern in _WRONG_SIGNS:
        if found := pattern.search(line):
            at, sign = found.start(found.lastindex or 0), found[found.lastindex or 0]
            meant = next((meant for signs, meant in _MEANT.items() if sign in signs), "")
            wrong = Lookalike(0, sign, meant) if meant else lookalike(sign)
            assert wrong is not None  # what else the patterns take looks like a sign of the keyboard
            return say("bad-yaml.sign", cure=wrong.cure(at + 1))
    bare = _QUOTED.sub(r"\1…\1", line)  # in quotes, YAML finds nothing wrong
    return next((tell(found) for pattern, tell in _SLIPS if (found := pattern.search(bare))), None)
