"""Two readings of a text: the sentences that changed, each before and after; a changed number or negation is marked. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.text.locale import Language
from tools.text.messages import Message, say

_SENTENCE = {
    "ja": re.compile(r"[^。！？\n]*[。！？]|[^。！？\n]+"),
    "en": re.compile(r"\S.*?(?:[.!?…][”\"’)]*(?=\s)|$)", re.MULTILINE),
}
# Words are compared as words; where there are no spaces, what is written in one script is one.
_TOKEN = re.compile(r"[−-]?[0-9]+(?:[.,-][0-9]+)*|[A-Za-z’']+|[ぁ-ゖ]+|[ァ-ヺー]+|[一-龠々]+|\s+|.", re.DOTALL)
# What denies; a hedge (かもしれません) or a degree (少ない, few) does not.
_DENIAL = {
    "ja": re.compile("(?<!かもしれ)ません|(?<!かもしれ)(?<!少)な(?:い|く|かった)|ず[、に]|[不未非](?=[一-龠])"),
    "en": re.compile(r"\b(?:not|never|no|none|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE),
}
_MARKUP = re.compile(r"([\\`*_\[\]<>&~|$])")
_LETTERS = re.compile("[ぁ-ゖァ-ヺ一-龠]")
_INLINE = 400  # a longer sentence is told before and after, whole
_MOST = 20  # sentences of one text
_LIKE = 0.5  # what is less alike is another sentence
Pair = tuple[str, str]


def language_of(text: str) -> Language:
    """The language of a text that has only one."""
    return "ja" if _LETTERS.search(text) else "en"


def plain(text: str) -> str:
    """A text of a record as it stands, on one line: none of its signs means anything where it is quoted."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def rewritten(before: str, after: str, language: Language) -> list[Pair]:
    """The sentences that changed: as one was, and as it is. White space is no change."""
    old, new = (sentences(text, language) for text in (before, after))
    pairs: list[Pair] = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[start:end], new[first:last]
        if len(gone) == len(come):
            pairs += zip(gone, come, strict=True)
        elif _bare(gone, language) != _bare(come, language):
            pairs.append((" ".join(gone), " ".join(come)))
    return pairs


def quoted(pairs: Sequence[Pair], language: Language, frame: Language) -> list[str]:
    """The changed sentences, a line each. Where there are very many, those with a mark come first, and the rest are counted."""
    if len(pairs) > _MOST:
        pairs = sorted(pairs, key=lambda pair: not any(_marks(pair[0], pair[1], language)))
    told = [shown(pair, language, frame) for pair in pairs[:_MOST]]
    more = len(pairs) - len(told)
    return [*told, say("told.diff-more-sentences", count=more).text(frame)] if more else told


def shown(pair: Pair, language: Language, frame: Language) -> str:
    """A changed sentence on one line, with what must not be overlooked in it."""
    before, after = pair
    marks = "".join(f" **({mark.text(frame)})**" for mark in _marks(before, after, language))
    if not before or not after:
        return f"{_cut(before)}{_put(after)}{marks}"
    old, new = (_TOKEN.findall(text) for text in pair)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(map(len, pair)) > _INLINE or matcher.ratio() < _LIKE:
        return f"{_cut(before)} → {_put(after)}{marks}"
    return _inline(matcher, old, new) + marks


def sentences(text: str, language: Language) -> list[str]:
    """The sentences of a text, each on one line."""
    return [sentence for part in _SENTENCE[language].findall(text) if (sentence := " ".join(part.split()))]


def _bare(sentences: Sequence[str], language: Language) -> str:
    """What is said, however it is broken into lines; Japanese is not parted by spaces."""
    return ("" if language == "ja" else " ").join(" ".join(sentences).split())


def _inline(matcher: SequenceMatcher[str], old: Sequence[str], new: Sequence[str]) -> str:
    told = []
    for tag, start, end, first, last in matcher.get_opcodes():
        gone, come = "".join(old[start:end]), "".join(new[first:last])
        told.append(plain_part(gone) if tag == "equal" else _cut(gone) + _put(come))
    return "".join(told)


def plain_part(text: str) -> str:
    """A part of a line as it stands, its outer spaces kept."""
    return _MARKUP.sub(r"\\\1", text)


def _cut(text: str) -> str:
    return f"<del>{plain_part(text)}</del>" if text else ""


def _put(text: str) -> str:
    return f"<ins>{plain_part(text)}</ins>" if text else ""


def _marks(before: str, after: str, language: Language) -> Iterator[Message]:
    if before and after and _denials(before, language) != _denials(after, language):
        yield say("told.diff-negation")
    gone, come = (_values(text, language) for text in (before, after))
    lost, won = gone - come, come - gone
    if before and after and (lost or won):
        yield say("told.diff-number", before=_written(lost), after=_written(won))


def _denials(text: str, language: Language) -> int:
    return len(_DENIAL[language].findall(text))


def _values(text: str, language: Language) -> Counter[str]:
    return Counter(number.written for number in numbers_of(text, language) if _is_number(number))


def _is_number(number: Number) -> bool:
    return number.firm or any(sign.isdigit() for sign in number.written)


def _written(numbers: Counter[str]) -> str:
    return ", ".join(numbers.elements()) or "–"
