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
        rf"[:：—–.]\s*{_GONE}\W*$",
        rf"^\W*{_NOTICE}(?:\s+(?:of|to|for))?\s*[.:：\"“‘「『—–]",
        r"^\W*(?:retraction|withdrawal)\s+(?:note|notice)\b|^\W*notice\s+of\s+retraction\b",
        rf"^\W*{_GONE_JA}(?:\s|[:：】」』）\])〕＞]|$)|{_OPEN}\s*{_GONE_JA}\s*{_CLOSE}",
    )
)
_SHOUTED = re.compile(r"^\W*(?:RETRACTED|WITHDRAWN|RETRACTION)\b")
_CONCERN = re.compile(
    rf"(?:^|{_OPEN})\W*(?:editorial\s+)?expressions?\s+of\s+concern\b|(?:^|{_OPEN})\W*懸念(?:の)?表明", re.IGNORECASE
)


def notice_in(title: str) -> str:
    """The notice that a title carries, a word of `notice`; "" where it carries none."""
    if any(pattern.search(title) for pattern in _RETRACTED) or (_SHOUTED.search(title) and not title.isupper()):
        return "retraction"
    return "expression-of-concern" if _CONCERN.search(title) else ""
