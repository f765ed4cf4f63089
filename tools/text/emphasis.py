"""Emphasis that also works beside Japanese brackets and signs, for markdown-it.

CommonMark opens no `**` between a letter and a bracket, since in English one of the two stands outside; it takes kana and kanji
for letters, so that `**「重要」**です` stays as it is. This rule is CommonMark's with the amendment that the implementations of
"CJK-friendly" emphasis share: a Chinese, Japanese or Korean sign is never punctuation, and beside one, punctuation may open or
close. Nothing changes where there is none, but that a star between capitals or figures is a part of a name.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

_NAME = re.compile("[A-Z0-9]{2}")  # around a star that belongs to a name: STAR*D, CYP2D6*4


def emphasis_beside_japanese(parser: MarkdownIt) -> None:
    """A plugin: `MarkdownIt(…).use(emphasis_beside_japanese)`."""
    parser.inline.ruler.at("emphasis", _tokenize)


def _tokenize(state: StateInline, silent: bool) -> bool:
    """Push each mark as a token of its own, and say whether it may open or close."""
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    end = state.pos
    while end < state.posMax and state.src[end] == mark:
        end += 1
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = _flanks(after, before), _flanks(before, after)
    if mark == "_":  # inside a word it is a letter
        opens, closes = opens and (not closes or _is_sign(before)), closes and (not opens or _is_sign(after))
    length = end - state.pos
    if length == 1 and _NAME.fullmatch(before + after):
        opens = closes = False
    for _ in range(length):
        state.push("text", "", 0).content = mark
        state.delimiters.append(Delimiter(ord(mark), length, len(state.tokens) - 1, -1, opens, closes))
    state.pos = end
    return True


def _flanks(inside: str, outside: str) -> bool:
    """Whether marks can be on this side of `inside`, with `outside` beyond them."""
    if inside.isspace():
        return False
    return not _is_sign(inside) or outside.isspace() or _is_sign(outside) or _is_wide(outside)


def _is_sign(sign: str) -> bool:
    """True for punctuation and symbols, but for those of Chinese, Japanese and Korean."""
    return unicodedata.category(sign)[0] in "PS" and not _is_wide(sign)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WFH"
