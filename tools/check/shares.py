"""A percentage beside its counts follows from them: `29 of 50 (58%)`, 「50人中29人（58%）」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tools.check.number_forms import Number
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.check.translation import difference
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import Message, say

# Each number of a text as a mark, so that a pattern need not know how numbers are written: `«n3»`, and `«p3»` for a percentage.
_PART, _WHOLE, _SHARE = r"«n(?P<part>[0-9]+)»", r"«n(?P<whole>[0-9]+)»", r"«p(?P<share>[0-9]+)»"
_NARROW = str.maketrans("（）％／，；", "()%/,;")
_PER_CENT = re.compile(" ?per ?cent|パーセント")
# The width of an interval is no share of what was counted, and neither end of a range is; `7% of those` is of others.
_ALONE = r"(?!%? ?(?:CI|CrI|to\b|[〜～–-]|から|of\b|の|confidence|credible|prediction|信頼|確信|予測))%?"
_ROUGH = "about|around|roughly|some|nearly|almost|over|under|more than|less than|approximately|約|およそ|ほぼ|[~≈<>≥≤]"
_ROUGHLY = rf"(?P<rough>(?:{_ROUGH}) ?)?"
_ROUGH_BEFORE = re.compile(rf"(?:{_ROUGH}) ?$")
_ROUGH_AFTER = "(?P<after>ほど|程度|前後|近く|余り|あまり|台|[弱強以超])?"
_OF = r" (?:out )?of (?:the |all |all the |these |those )?"
_NOUN = r"(?: [A-Za-z-]+){0,4}?"
_UNIT = "(?:人|名|例|件|匹|頭|回|個|本|点|つ|施設|試験|研究|か所|組)?"
_AMONG = rf"{_WHOLE}{_UNIT}の?(?:うち|中|内)[の、]?"
# “A fall of 50% or more (12 of 15)”: by how much is no share of those counted.
_AMOUNT = (
    r"(?!%? (?:or|and) (?:more|less|fewer|above|over|higher|greater|lower|better)\b"
    "|%?(?:以上|以下|超|未満|ポイント|減|増|下が|上が|低下|上昇|改善))"
)
_AMOUNT_BEFORE = re.compile(r"(?:\bby(?: about)?|\bleast|\bthan|\bover|\bunder|[<>≥≤]) ?$")
# Between a percentage and its bracket: the rest of a clause, and when it was.
_CLAUSE = r"(?:[^«.;:()。、%]|«n[0-9]+»){0,30}?"
# Those of the second kind begin with the percentage, which may be by how much something fell.
_COUNTS_FIRST: Mapping[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(rf"{_PART}(?: [a-z-]+){{0,3}}?(?:{_OF}| ?/ ?){_WHOLE}{_NOUN} ?\({_ROUGHLY}{_SHARE}{_ALONE}"),
        re.compile(rf"{_PART}{_NOUN} ?\({_ROUGHLY}{_SHARE}%?\){_OF}{_WHOLE}"),
    ),
    "ja": (
        re.compile(rf"{_AMONG}[^«。()]{{0,14}}{_PART}{_UNIT}\({_ROUGHLY}{_SHARE}{_ALONE}{_ROUGH_AFTER}"),
        re.compile(rf"{_PART}{_UNIT} ?/ ?{_WHOLE}{_UNIT} ?\({_ROUGHLY}{_SHARE}{_ALONE}{_ROUGH_AFTER}"),
        re.compile(rf"{_WHOLE}{_UNIT}の(?:うち)?{_ROUGHLY}{_SHARE}%?{_ROUGH_AFTER}\({_PART}{_UNIT}[)、,;]"),
    ),
}
_SHARE_FIRST: Mapping[Language, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(rf"{_SHARE}{_AMOUNT}%?{_CLAUSE} ?\({_PART}{_NOUN}(?:{_OF}| ?/ ?){_WHOLE}"),
        re.compile(rf"{_SHARE}%?{_OF}{_WHOLE}{_NOUN} ?\((?:or )?{_PART}(?: [a-z]+){{0,2}}[),;]"),
    ),
    "ja": (
        re.compile(rf"{_SHARE}{_AMOUNT}%?{_ROUGH_AFTER}{_CLAUSE}\({_AMONG}[^«。()]{{0,8}}{_PART}"),
        re.compile(rf"{_SHARE}{_AMOUNT}%?{_ROUGH_AFTER}{_CLAUSE}\({_PART}{_UNIT} ?/ ?{_WHOLE}"),
    ),
}
# The whole is said before, with other words between: “Of 120 with a response, 75 (62.5%)”.
_SAID_BEFORE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(rf"\bOf (?:the |all |these )?{_WHOLE}[^.;«()]*, {_PART}{_NOUN} ?\({_ROUGHLY}{_SHARE}%?\)"),
    "ja": re.compile(rf"{_WHOLE}{_UNIT}(?:のうち|中)、?[^。«()]{{0,60}}{_PART}{_UNIT}\({_ROUGHLY}{_SHARE}%?{_ROUGH_AFTER}\)"),
}
# A share that its source prints so is not the record's slip; the text says it.
_PRINTED = re.compile(
    "表記|原文|誤植|(?:抄録|論文|資料|表)の(?:とおり|まま)"
    r"|\bas (?:the \w+|it is|they are|its \w+) (?:prints?|printed|gives?)\b|\bas printed\b|\bmisprint",
    re.IGNORECASE,
)
# What is said roughly may be so far off, in points of a percentage.
_FAR = 5.0
# No source is so far off, in points, that it would not have been seen.
_MISPRINTED = 15.0
_MAY_HAVE = re.compile("[0-9割](?:[%％]| ?per ?cent|パーセント|[)）])")
_NAMES = ("part", "whole", "share")
_CLOSE = 1e-9


@rule("numbers-disagree", each="bilingual")
def shares_follow_from_their_counts(text: Text) -> Findings:
    """A percentage beside its counts follows from them, within rounding, unless the text says that the source prints it so.

    Bad: finding: {ja: 50人中29人（68%）が反応した。, en: 29 of 50 (68%) responded.}
    Good: finding: {ja: 50人中29人（58%）が反応した。, en: 29 of 50 (58%) responded.}
    """
    for language in LANGUAGES:
        for part, whole, share in wrong_shares(text[language], language):
            is_near = abs(share.value - 100 * part.value / whole.value) <= _MISPRINTED
            is_printed = is_near and any(_PRINTED.search(text[said]) for said in LANGUAGES)
            if not is_printed and difference(text) is None:  # what one language alone has is reported by another rule
                yield (language,), _told(part, whole, share)
            return


@rule("numbers-disagree", each="page")
def shares_on_pages_follow_from_their_counts(language: Language, text: str) -> Findings:
    """The same of a hand-written page.

    Bad: docs/en/method.md: We read 40 of 50 sources (70%).
    Good: docs/en/method.md: We read 40 of 50 sources (80%).
    """
    for number, line in enumerate(text.splitlines(), 1):
        for part, whole, share in wrong_shares(line, language):
            if not _PRINTED.search(line):
                yield (number,), _told(part, whole, share)


def wrong_shares(text: str, language: Language) -> Iterator[tuple[Number, Number, Number]]:
    """Each part, its whole, and the percentage beside them that is another."""
    if not _MAY_HAVE.search(text):
        return
    numbers = sorted(numbers_of(text, language), key=lambda number: number.start)
    marked = _marked(text.translate(_NARROW), numbers)
    for found in (found for pattern in _COUNTS_FIRST[language] for found in pattern.finditer(marked)):
        part, whole, share = (numbers[int(found[name])] for name in _NAMES)
        if _are_counts(part, whole) and not _is_share(part, whole, share, _is_rough(found)):
            yield part, whole, share
    for found in (found for pattern in _SHARE_FIRST[language] for found in pattern.finditer(marked)):
        part, whole, share = (numbers[int(found[name])] for name in _NAMES)
        before = marked[max(0, found.start() - 16) : found.start()]
        is_rough = _is_rough(found) or bool(_ROUGH_BEFORE.search(before))
        is_amount = _AMOUNT_BEFORE.search(before)
        if _are_counts(part, whole) and not is_amount and not _is_share(part, whole, share, is_rough):
            yield part, whole, share
    for found in _SAID_BEFORE[language].finditer(marked):
        part, whole, share = (numbers[int(found[name])] for name in _NAMES)
        others = [number for number in numbers if number.firm and number.unit != "%" and _are_counts(part, number)]
        fits = any(_is_share(part, other, share, _is_rough(found)) for other in others)
        if whole in others and part.whole is None and not fits:
            yield part, whole, share


def _marked(text: str, numbers: Sequence[Number]) -> str:
    parts: list[str] = []
    end = 0
    for index, number in enumerate(numbers):
        if number.firm:
            parts += text[end : number.start], f"«{'p' if number.unit == '%' else 'n'}{index}»"
            end = number.end
    return _PER_CENT.sub("%", "".join((*parts, text[end:])))


def _are_counts(part: Number, whole: Number) -> bool:
    """True where one can be a part of the other; of more than all, another rule speaks."""
    return 0 < part.value <= whole.value and not part.value % 1 and not whole.value % 1


def _is_rough(found: re.Match[str]) -> bool:
    return any(found.groupdict().get(name) for name in ("rough", "after"))


def _is_share(part: Number, whole: Number, share: Number, is_rough: bool) -> bool:
    """True where the percentage is that of the part, rounded either way, or roughly so where it is said roughly."""
    step = 10.0 if share.written.endswith("割") else 10.0 ** -len(share.written.partition(".")[2])
    return abs(100 * part.value / whole.value - share.value) < max(step, _FAR if is_rough else 0) - _CLOSE


def _told(part: Number, whole: Number, share: Number) -> Message:
    right = f"{100 * part.value / whole.value:.1f}%"
    return say("numbers-disagree.share", part=part.value, whole=whole.value, said=f"{share.value:g}%", right=right)
