"""Characters that no text of a review should hold: such as show nothing, and such as an encoding or a copy has spoilt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from tools.text.messages import Message, say

Found = tuple[int, Message]  # where in the text, from 0

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # all but tab and the ends of lines
# Format characters (soft hyphen, zero width, direction, byte order, tags), separators that end no line of a file, and fillers.
_INVISIBLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0"
    r"\ufff9-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
# What stands for bytes that were not understood, halves of a pair, private use, and code points that are no characters.
_DAMAGED = r"\ufffd\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
_UNSHOWN = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
_UNSHOWN_IN_ASCII = re.compile(f"[{_CONTROL}]")
_SPOILT = re.compile(f"[{_CONTROL}{_INVISIBLE}{_DAMAGED}]")
_REPLACED = re.compile(f"[{_DAMAGED}][{_DAMAGED}]*")
# The bytes of UTF-8 read as Windows-1252: what a first byte and what a later byte of a character look like then.
_LATER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_AS_LATIN = re.compile(rf"[Â-ô](?:(?<=[Â-ß]){_LATER}|(?<=[à-ï]){_LATER}{{2}}|(?<=[ð-ô]){_LATER}{{3}})")
# What such bytes are meant to be; a letter beside a quotation mark or a dash would be something else.
_MEANT = re.compile(
    r"[\xa0-\u024f\u0370-\u03ff\u2000-\u22ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\ufb00-\ufb06\uff00-\uffef\ufeff\ufffd"
    r"\U0001f000-\U0001faff]"
)
# The same where bytes were lost on the way, or where they were read as Shift_JIS, GBK or Windows-1251.
_KANJI = "縺繧縲繝逞蛻荳譛逋莠螟閭豼髢蜷鬨螳隧譁險蜿譫蝗蜑逕蟾邨隕邏蠎蟆蟇陦蜉謨蠑蛛遐騾豈蟷謖蠕驥謚迥轤蜈蜻蛹鬆鄒謇蜊閠鬮莨驕髯"
_OTHERWISE = re.compile(
    rf"â€|ã[‚ƒ]|ï¿|ï»|[繧繝譁]|縺(?![れっ])|[{_KANJI}](?:[{_KANJI}]|[｡-ﾟ]|[輔峨壹懊溘槭斐貞樒舌偵牙榊剰悶昴檎咲剃碁瑚薙励吶阪翫][｡-ﾟ{_KANJI}])"
    r"|ƒ[^\s]ƒ|锟斤|вЂ|(?<=[a-z])Â|Â(?=[ ,.;:)])|(?<=[a-z])â(?=[\s:;,.)]|$)|[ÐÑ][\x80-\xbf]|(?<![A-ZÀ-Þ])[\xa1-\xfe]{4}"
    r"|(?<=[ァ-ヺ一-鿿])[□〓](?=[ァ-ヺ一-鿿])"
)
# One of these is in whatever `unshown` or `damaged` finds.
_SUSPECT = re.compile(f"[{_CONTROL}{_INVISIBLE}{_DAMAGED}Â-ôƒ□〓锟в{_KANJI}]|[\xa1-\xfe]{{4}}")


def is_plain(text: str) -> bool:
    """True for a text in which, at a glance, there is nothing to find: nearly every file."""
    return not (_UNSHOWN_IN_ASCII if text.isascii() else _SUSPECT).search(text)


def unshown(text: str) -> Iterator[Found]:
    """What no reader sees and every program reads: control characters, and invisible ones."""
    for found in _UNSHOWN.finditer(text):
        code = f"U+{ord(found[0]):04X}"
        if unicodedata.category(found[0]) == "Cc":
            yield found.start(), say("control-character", code=code)
        else:
            name = unicodedata.name(found[0], "").lower()
            yield found.start(), say("invisible-character", code=code, name=name, where=_before(text, found.start()))


def damaged(text: str) -> Iterator[Found]:
    """What a wrong encoding left: characters that stand for none, and the bytes of one read as several."""
    for found in _REPLACED.finditer(text):
        code = f"U+{ord(found[0][0]):04X}"
        yield found.start(), say("damaged-text", found=_around(text, found.start(), found.end()), code=code)
    if text.isascii():
        return
    lines: dict[int, re.Match[str]] = {}  # one damaged line has many of them
    for found in chain(filter(_was_one, _AS_LATIN.finditer(text)), _OTHERWISE.finditer(text)):
        lines.setdefault(text.count("\n", 0, found.start()), found)
    for found in lines.values():
        yield found.start(), say("damaged-text.encoding", found=_around(text, found.start(), found.end()))


def without_unshown(text: str) -> str:
    """A text without what nobody sees, so that nothing else is reported because of it."""
    return _UNSHOWN.sub("", text)


def _was_one(found: re.Match[str]) -> bool:
    """True where some signs are the bytes of one character that people write."""
    try:
        raw = b"".join(sign.encode("latin-1" if ord(sign) < 0x100 else "cp1252") for sign in found[0])
        meant = raw.decode("utf-8")
    except UnicodeError:
        return False
    quoted = len(found[0]) == 2 and found[0][0] not in "ÂÃ" and found[0][1] in "“”‘’–—…"
    return bool(_MEANT.fullmatch(meant)) and not quoted


def _before(text: str, at: int) -> str:
    """The end of the line up to a character, by which it is found."""
    return "…" + _SPOILT.sub("", text[max(0, at - 12) : at]).rpartition("\n")[2]


def _around(text: str, start: int, end: int) -> str:
    line = text[max(0, start - 8) : start].rpartition("\n")[2] + text[start : end + 8].partition("\n")[0]
    return _UNSHOWN.sub("", line)
