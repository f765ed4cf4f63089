"""What a title says of its own work: that it was retracted, or that there is concern about it."""

from __future__ import annotations

import re

_GONE = r"(?:retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter|publication|preprint|manuscript|study|trial))?"
_NOTICE = r"(?:(?:partial\s+)?retraction|temporary\s+removal|withdrawal\s+notice)(?:\s+(?:note|notice|statement))?"
_GONE_JA = r"(?:論文|記事)?の?(?:撤回|取り?下げ|取下)(?:論文|記事|済み?|され[たて]い?る?|の?お知らせ|通知|公告)*"
_OPEN, _CLOSE = r"[\[(【〔〈《「『（［＜<*]", r"[\])】〕〉》」』）］＞>*]"
# A sign must set it off from the subject: "Withdrawn behaviour" and "Retraction of the scapula" are what studies are about.
_RETRACTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^\W*{_GONE}\s*(?:[:：\]】）)—–|*]|-\s)",
        rf"{_OPEN}\s*(?:{_GONE}|retraction of)\b[^\])】）]*{_CLOSE}",
        rf"(?:[:：—–.]|\s-)\s*{_GONE}\W*$",
        rf"^\W*{_NOTICE}(?:\s+(?:of|to|for))?\s*[.:：\"“‘「『—–]",
        r"^\W*(?:retraction|withdrawal)\s+(?:note|notice)\b|^\W*notice\s+of\s+retraction\b",
        rf"^\W*{_GONE_JA}(?:\s|[:：】」』）\])〕＞]|$)|{_OPEN}\s*{_GONE_JA}\s*{_CLOSE}",
    )
)
_SHOUTED = re.compile(r"^\W*(?:RETRACTED|WITHDRAWN|RETRACTION)\b")
_CONCERN = re.compile(
    rf"(?:^|{_OPEN})\W*(?:editorial\s+)?expressions?\s+of\s+concern\b|(?:^|{_OPEN})\W*懸念(?:の)?表明", re.IGNORECASE
)


# `R E T R A C T E D`, as a stamp across the page is copied.
_SPACED = re.compile(r"\b(?:[A-Z] ){4,}[A-Z]\b")
# In a sentence about the work: another of its group, or its preprint, may have been retracted without it.
_SAID = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:this|the)\s+(?:article|paper|study|publication|trial|chapter|report)\s+(?:has\s+(?:\w+\s+)?been|was|is)\s+"
        r"(?:(?:later|since|now)\s+)?(?:retracted|withdrawn)\b",
        r"^\W*(?:(?:later|since|now)\s+)?(?:retracted|withdrawn)\b",
        r"(?:この|本|同)?(?:論文|記事|報告|研究)は[^。]{0,15}(?:撤回|取り?下げ)(?:され|済み|となっ)",
    )
)


def notice_said(text: str) -> str:
    """The notice that a remark on a work tells of, a word of `notice`; "" where it tells of none."""
    return "retraction" if any(pattern.search(text) for pattern in _SAID) else notice_in(text)


def notice_in(title: str) -> str:
    """The notice that a title carries, a word of `notice`; "" where it carries none."""
    title = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), title)
    if any(pattern.search(title) for pattern in _RETRACTED) or (_SHOUTED.search(title) and not title.isupper()):
        return "retraction"
    return "expression-of-concern" if _CONCERN.search(title) else ""
