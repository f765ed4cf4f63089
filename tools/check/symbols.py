"""Names that both languages write alike, in capitals, figures and Greek: IL-6, TNF-α, HDRS-24, GDNF, phase 2. Pure."""

from __future__ import annotations

import re

from tools.records.words import Language, Text
from tools.text.marks import CITATION

_FIGURED = "|".join(
    (
        r"[A-Za-z]{1,6}-?[0-9]+(?!\.?[0-9])[A-Za-z]?[α-ω]?(?!回|人|例|件|週|日|か月|年|匹|%)",
        "[0-9]-[A-Z]{2,}[0-9A-Z]*",
        "[A-Z][A-Za-z]*-?[α-ω]",
    )
)
_NAME = re.compile(rf"(?<![A-Za-z0-9/])(?:(?P<figured>{_FIGURED})|(?P<plain>[a-z]?[A-Z][A-Za-z]*[A-Z][A-Za-z]*))(?![A-Za-z0-9])")
_PHASE: dict[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:第|フェーズ ?)(?P<phase>[0-9]|[ⅠⅡⅢⅣ]|IV|I{1,3}|[一二三四])(?=[a-b/・と]|相)"),
    "en": re.compile(r"\b[Pp]hase[ -](?P<phase>[0-9]|IV|I{1,3}|one|two|three|four)(?![a-z]{2})"),
}
_NUMERALS = {
    **dict.fromkeys(("Ⅰ", "I", "一", "one"), "1"),
    **dict.fromkeys(("Ⅱ", "II", "二", "two"), "2"),
    **dict.fromkeys(("Ⅲ", "III", "三", "three"), "3"),
    **dict.fromkeys(("Ⅳ", "IV", "四", "four"), "4"),
}
# What one language may write out: 「ランダム化比較試験」 is an RCT, 「電気けいれん療法」 ECT.
_WRITTEN_OUT = frozenset(["RCT", "USA", "ECT", "MRI", "fMRI", "PET", "EEG", "DNA", "RNA", "WHO", "FDA", "NHS", "BMI"])


def other_names(text: Text) -> tuple[list[str], list[str]] | None:
    """The names of one kind that only the Japanese and only the English has; None where not both have some of their own."""
    japanese = _names(text.ja, "ja")
    if not any(japanese):  # which is the rule
        return None
    for ours, theirs in zip(japanese, _names(text.en, "en"), strict=True):
        if (mine := ours.keys() - theirs.keys()) and (yours := theirs.keys() - ours.keys()):
            return [ours[name] for name in sorted(mine)], [theirs[name] for name in sorted(yours)]
    return None


def symbols_in(text: str) -> list[str]:
    """The names in a text that both languages write alike, as they are written."""
    return [found.group() for found in _NAME.finditer(text) if len(found.group()) > 2]


def _names(text: str, language: Language) -> tuple[dict[str, str], dict[str, str]]:
    """Name as it is compared → as it is written: those with figures or Greek, and those of capitals alone."""
    figured: dict[str, str] = {}
    plain: dict[str, str] = {}
    for found in _NAME.finditer(CITATION.sub(" ", text)):
        name = found.group()
        if found["figured"]:
            figured[name.replace("-", "").casefold()] = name
        elif len(name) > 2 and (single := name.removesuffix("s")) not in _WRITTEN_OUT:
            plain[single.casefold()] = name
    for found in _PHASE[language].finditer(text):
        figured[f"phase {_NUMERALS.get(found['phase'], found['phase'])}"] = found.group()
    return figured, plain
