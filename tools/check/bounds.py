"""What is said of a number: at least, more than, less than, at most. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.check.number_forms import Number
from tools.records.words import Language

SIDES = ("above", "below")


class Bound(NamedTuple):
    """A limit.

    Attributes:
        side: "above" or "below".
        words: as the text has them.
        plain: said so plainly that the other language has to say it too; `up to` may be translated in many ways.
    """

    side: str
    words: str
    plain: bool


# Groups whose name ends in "_" are not plain.
_SIGNS = "(?P<above>[>≥≧＞⩾])|(?P<below>[<≤≦＜⩽])"
_MORE = "at least|more than|no fewer than|no less than|not less than|exceed(?:s|ed|ing)?"
_LESS = "less than|fewer than|no more than|not more than|under"
_ROUGHLY_MORE = "(?:greater|larger|higher|longer) than|over|above|beyond|from"
_ROUGHLY_LESS = "at most|(?:lower|smaller|shorter) than|up to|below|within|short of|as many as"
_BEFORE: dict[Language, re.Pattern[str]] = {
    "ja": re.compile(
        rf"(?:{_SIGNS}|(?P<above_>少なくとも|最低でも)|(?P<below_>最大|多くとも|最長|せいぜい))(?:で|でも)?約?(?:[0-9]+人に)?\s*[−-]?$"
    ),
    "en": re.compile(
        rf"(?:{_SIGNS}|\b(?:(?i:(?P<above1>{_MORE})|(?P<below1>{_LESS})|(?P<above_>{_ROUGHLY_MORE})|(?P<below_>{_ROUGHLY_LESS}))))"
        r"[- ]?(?:the |an? |about )?(?:[A-Z]{2,}(?:-[0-9]+)? (?:of )?|age )?[−-]?$"
    ),
}
_AFTER: dict[Language, re.Pattern[str]] = {
    "ja": re.compile(
        r"\s*[^\s、。()（）0-9<>をがはでに]{0,6}?"
        r"(?:(?P<above>以上|超(?!音|短|伝|急|え))|(?P<below>以下|未満|を下回|に満たな)"
        r"|(?P<above_>より[多大高長]|を?超え|を上回)|(?P<below_>以内|まで|に届(?:か|きません)|より[少小低短]))"
    ),
    "en": re.compile(
        r"(?:[%+]|[ -]?[A-Za-zµμ²/%’'-]+){0,4}? (?:(?:or|and) (?:(?P<above>over|above|older)|(?P<below>under|below|younger))"
        r"|or (?:(?P<above2>more|longer|higher|greater|larger|later)|(?P<below2>less|fewer|shorter|lower|smaller|earlier)))\b"
    ),
}
# Whether the number itself is within its limit. `over` and `under` are said either way.
_WITHOUT: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("未満|超|上回|下回|満たな|届|より|[<>＜＞]"),
    "en": re.compile(
        r"(?<!no )(?<!not )\b(?:more|less|fewer|greater|larger|higher|longer|lower|smaller|shorter) than|exceed|[<>]"
    ),
}
_WITH: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("以[上下内]|まで|少なくとも|最|多くとも|せいぜい|[≥≤≦≧⩾⩽]"),
    "en": re.compile(
        r"at (?:least|most)|no (?:more|less|fewer) than|not (?:more|less) than|up to|[≥≤≦≧⩾⩽]"
        r"|(?:more|less|fewer|longer|higher|greater|larger|later|shorter|lower|smaller|earlier|older|younger)$"
    ),
}
# After the lower end of a range, and before the upper one.
_UNIT = "(?: ?(?:years?|weeks?|months?|days?|points?|%)|歳|年|週|か月|日|点|回|人)?"
_FROM = re.compile(rf"{_UNIT} ?(?:to|[-–〜～~]|から) ?(?:under |below )?(?=[0-9])")
_TO = re.compile(rf"[0-9]{_UNIT} ?(?:to|[-–〜～~]|から) ?$")
# Where one of them may be in a text at all.
_SIGNED = "<>≤≥≦≧＜＞⩽⩾"
_ANY: dict[Language, tuple[str, ...]] = {
    "ja": (
        *_SIGNED,
        "以上",
        "以下",
        "以内",
        "未満",
        "超",
        "上回",
        "下回",
        "満たな",
        "に届",
        "少なくとも",
        "最大",
        "最長",
        "最低",
        "せいぜい",
    ),
    "en": (
        *_SIGNED,
        " than ",
        "t least",
        "t most",
        "nder",
        "xceed",
        "p to ",
        "or more",
        "or less",
        "or fewer",
        "and over",
        "and older",
    ),
}


def has_bounds(text: str, language: Language) -> bool:
    """True where a text may say of a number that it is a limit."""
    return any(words in text for words in _ANY[language])


def bound_of(number: Number, text: str, language: Language) -> Bound | None:
    """What a text says of one of its numbers; None for nothing."""
    found = _BEFORE[language].search(text, max(0, number.start - 24), number.start) or _AFTER[language].match(text, number.end)
    if found is None or found.lastgroup is None:
        return None
    return Bound(found.lastgroup[:5], found[found.lastgroup], not found.lastgroup.endswith("_"))


def is_end_of_range(number: Number, side: str, text: str) -> bool:
    """True for 18 in “18 to 64”, which is 18 or above, and for 64, which is 64 or below."""
    return bool(_FROM.match(text, number.end) if side == "above" else _TO.search(text, max(0, number.start - 12), number.start))


def holds_its_number(bound: Bound, language: Language) -> bool | None:
    """True for 「5以下」, False for “fewer than 5”, None for what may be either."""
    words = bound.words.lower()
    if _WITHOUT[language].search(words):
        return False
    return True if _WITH[language].search(words) else None
