"""What a title says of its own work: that it was retracted, or that there is concern about it."""

from __future__ import annotations

import re

_GONE = r"(?:retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter|publication|preprint|manuscript|study|trial))?"
_NOTICE = r"(?:(?:partial\s+)?retraction|temporary\s+removal|withdrawal\s+notice)(?:\s+(?:note|notice|statement))?"
_GONE_JA = r"(?:論文|記事)?の?(?:撤回|撤稿|取り?下げ|取下|取り?消し?)(?:論文|記事|済み?|され[たて]い?る?|の?お知らせ|通知|公告)*"
# What other languages write where English writes RETRACTED.
_GONE_ABROAD = (
    r"(?:(?:논문|게재)\s*)?철회(?:된?\s*논문|\s*공지)?|(?:article\s+)?(?:rétracté|retiré)e?|rétractation"
    r"|zurückgezogen(?:er\s+artikel)?|retraktion"
    r"|(?:artículo\s+|artigo\s+)?(?:retractado|retratado|retirado)|retractación|retratação"
    r"|(?:articolo\s+)?ritirato|ritrattazione|ретракция"
    r"|(?:статья\s+)?отозван[аоы]?|teruggetrokken|tillbakadragen|wycofany|geri\s+çekildi"
)
_OPEN, _CLOSE = r"[\[(【〔〈《「『（［＜<*]", r"[\])】〕〉》」』）］＞>*]"
# A sign must set it off from the subject: "Withdrawn behaviour" and "Retraction of the scapula" are what studies are about.
_RETRACTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:this|the)\s+(?:article|paper|study)\s+(?:has\s+been|was|is)\s+(?:retracted|withdrawn)\b",
        rf"^\W*{_GONE}\s*(?:[:：\]】）)—–|*]|-\s)",
        rf"{_OPEN}\s*(?:{_GONE}|retraction of)\b[^\])】）]*{_CLOSE}",
        rf"(?:[:：—–.]|\s-)\s*{_GONE}\W*$",
        rf"^\W*{_NOTICE}(?:\s+(?:of|to|for))?\s*[.:：\"“‘「『—–]",
        r"^\W*(?:retraction|withdrawal)\s+(?:note|notice)\b|^\W*statement\s+of\s+(?:retraction|withdrawal)\b"
        r"|^\W*notice\s+of\s+retraction\b|\bretraction\s+in\s*:",
        r"^\W*retraction\s+(?:for|of|to)\s+.*\bet\s+al\b",
        rf"^\W*(?:article|paper|study|chapter)\s+{_GONE}\s*[:：—–]|^\W*{_NOTICE}\s+announcement\b",
        rf"^\W*(?:{_GONE_ABROAD})\s*(?:[:：\]】）)—–]|-\s)|{_OPEN}\s*(?:{_GONE_ABROAD})\s*{_CLOSE}|(?:[:：—–]"
        rf"|\s-)\s*(?:{_GONE_ABROAD})\W*$",
        rf"^\W*{_GONE_JA}(?:\s|[:：】」』）\])〕＞]|$)|{_OPEN}\s*{_GONE_JA}\s*{_CLOSE}",
    )
)
_SHOUTED = re.compile(r"^\W*(?:RETRACTED|WITHDRAWN|RETRACTION)\b")
_CONCERN = re.compile(
    rf"(?:^|{_OPEN})\W*(?:editorial\s+)?expressions?\s+of\s+concern\b|(?:^|{_OPEN})\W*懸念(?:の)?表明"
    r"|(?:[:：—–]|\s-)\s*(?:editorial\s+)?expressions?\s+of\s+concern\W*$",
    re.IGNORECASE,
)
_FIX = r"(?:(?:author|publisher)(?:[’']s)?\s+)?(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum)"
_CORRECTED = re.compile(
    rf"^\W*{_FIX}(?:\s+(?:to|for|in))?\s*[:：“\"]|^\W*{_FIX}\s+(?:to|for)\b|{_OPEN}\s*{_FIX}\s*{_CLOSE}"
    rf"|{_OPEN}\s*corrected\s+and\s+re(?:published|printed)\b|^\W*(?:訂正|正誤表|論文の?訂正)\s*[:：」』】]"
    rf"|{_OPEN}\s*(?:訂正|正誤表)\s*{_CLOSE}",
    re.IGNORECASE,
)
# `R E T R A C T E D`, as a stamp across the page is copied.
_SPACED = re.compile(r"\b(?:[A-Z] ){4,}[A-Z]\b")
# In a sentence about the work: another of its group, or its preprint, may have been retracted without it.
_WORK = r"(?:article|paper|study|publication|trial|chapter|report)"
_SAID = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:^|[;,.]\s)\W*(?:this|it)\s+(?:has\s+(?:\w+\s+)?been|was|is)\s+(?:(?:later|since"
        r"|now)\s+)?(?:retracted|withdrawn)\b",
        rf"\b(?:this|the)\s+{_WORK}\s+(?:has\s+(?:\w+\s+)?been|was|is)\s+(?:(?:later|since"
        rf"|now)\s+)?(?:retracted|withdrawn)\b",
        r"^\W*(?:(?:later|since|now)\s+)?(?:retracted|withdrawn)\b|[(（,，]\s*(?:(?:later|since|now)\s+)?retracted\b",
        rf"\b(?:retracted|withdr[ae]wn?)\s+(?:it|(?:this|the)\s+{_WORK})\b|\b(?:which|that)\s+(?:was"
        rf"|has\s+(?:\w+\s+)?been)\s+(?:(?:later|since|now)\s+)?retracted",
        r"(?:\b(?:has|see|carries|with|under|had)\s+(?:an?|the|its)\s+|^\W*)(?:notice\s+of\s+)?retraction\b"
        r"|\bretraction\s+(?:notice|in:)",
        r"(?:この|本|同)?(?:論文|記事|報告|研究)は[^。]{0,15}(?:撤回|取り?下げ)(?:され|済み|となっ|られ)",
        r"(?:^|[（(、])\W*(?:のちに|後に|その後、?)?(?:[0-9]{4}年)?(?:[0-9]+月)?(?:[0-9]+日)?に?(?:撤回"
        r"|取り?下げ)(?:され|られ|済|となっ|[）)。]|$)",
        r"(?:撤回|取り?下げ)(?:され|られ)た(?:論文|記事|報告)",
        r"철회(?:된|되)|\bété\s+(?:rétracté|retiré)e?\b|\b(?:wurde|ist)\s+zurückgezogen\b|\b(?:fue|foi"
        r"|sido)\s+(?:retractad|retratad|retirad)[oa]\b"
        r"|\bstat[oa]\s+(?:ritirat|ritrattat)[oa]\b|已?撤稿|已撤回|\bотозван",
    )
)
_CONCERN_SAID = re.compile(r"\bexpressions?\s+of\s+concern\b|懸念(?:の)?表明", re.IGNORECASE)
# With a year, or as a notice begins: that somebody corrected for something is no notice.
_CORRECTION_SAID = re.compile(
    rf"^\W*{_FIX}\s*(?:[:：(]|in\b|to\b|published\b|issued\b|[0-9])|^\W*corrected\s+(?:on\s+|in\s+)?[0-9]{{4}}"
    rf"|\b{_FIX}\s+(?:has\s+been|was|were|is)\s+(?:published|issued|available|appended)|\b{_FIX}\b.*\b(?:19|20)[0-9]{{2}}\b"
    r"|(?:訂正|正誤表)[^。]{0,12}(?:出て|公表|掲載|発表|あり|出され)|[0-9]{4}年[^。]{0,12}訂正",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|whether|neither|nor)\b|な[いし]|ません|ず[、。]|か(?:どうか|を確か)", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|(?<=[。！？；])")
# One of these is in every notice but that of a removal, and in few other texts.
_ANY = re.compile(
    r"retract|withdr|concern|correct|corrigend|errat|addend|removed|撤回|撤稿|取下|取り下|取消|取り消|懸念|訂正|正誤"
    r"|철회|r[ée]tra[ck]t|retirad|retiré|retrata|ritirat|ritratt|zurückgezogen|ретракц|отозван"
    r"|teruggetrokken|tillbakadragen|wycofany|geri çekildi"
)


def notice_said(text: str) -> str:
    """The notice that a remark on a work tells of, a word of `notice`; "" where it tells of none."""
    if not _ANY.search(text.lower()):
        return ""
    for sentence in _SENTENCE.split(text):
        if _NEGATED.search(sentence):
            continue
        if any(pattern.search(sentence) for pattern in _SAID):
            return "retraction"
        if _CONCERN_SAID.search(sentence):
            return "expression-of-concern"
        if _CORRECTION_SAID.search(sentence):
            return "correction"
        if kind := notice_in(sentence):
            return kind
    return ""


def notice_in(title: str) -> str:
    """The notice that a title carries, a word of `notice`; "" where it carries none."""
    title = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), title)
    small = title.lower()
    if not _ANY.search(small) and "removal" not in small:
        return ""
    if any(pattern.search(title) for pattern in _RETRACTED) or (_SHOUTED.search(title) and not title.isupper()):
        return "retraction"
    if _CONCERN.search(title):
        return "expression-of-concern"
    return "correction" if _CORRECTED.search(title) else ""
