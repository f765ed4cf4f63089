"""Whether `short` and `answer` say one thing: that it helps, makes no difference, is open, was studied. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tools.appraisal.strength import says_absent, says_unstudied, strong
from tools.records.words import Language

_HEDGED = re.compile("かもしれ(?:ません|ない)")  # which is no denial
_HEAD = re.compile("[^ぁ-ん]+")
# What is asked, or said not to be known, says neither.
_ASKED: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("[^。、]*か(?:どうか)?[はがも、][^。]*?(?:ません|ない|不明|不確か|ずに?)|「[^」]*」"),
    "en": re.compile(
        r"\b(?:whether|if|how (?:far|much|many|well|long)|which|"
        r"not (?:yet )?(?:been )?(?:shown|known|clear|certain|settled) (?:that|if))\b[^.;,]*"
        r"|“[^”]*”",
        re.IGNORECASE,
    ),
}
_BETTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?:改善|よく|良く|軽く|優れ|上回|増え|効(?:き|く|い)|役立|和らぎ|和らげ|助け|有効|多くな|高くな|低くな|下が|減)(?![^。、]{0,10}(?:ません|ない|なく|なかった|ず))"
    ),
    "en": re.compile(
        r"(?<!no )(?<!not )\b(?:improv\w+|better|superior|helps?|helped|works?|worked|effective|benefits?|benefited"
        r"|reliev\w+|eas(?:es|ed)|lift(?:s|ed)|lower\w*|higher"
        r"|rarer|(?:more|less) (?:frequent|common|often)|fewer|rais\w+|reduc\w+|increas\w+"
        r"|more (?:\w+ ){0,3}(?:may |probably |perhaps )?(?:respond|recover|remit|reach|get)\w*)\b",
        re.IGNORECASE,
    ),
}
# What may tell of a difference as well: who says it as well says nothing else.
_SOME: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "下が|低下|上が|上昇|大き|小さ|多[くい]|少な[くい]|高[くい]|低[くい]|強|弱|早|速|長|短|減|増|反応|寛解|回復|対[0-9]"
    ),
    "en": re.compile(
        r"\b(?:f[ea]ll(?:s|en)?|drop(?:s|ped)|declin\w+|decreas\w+|rose|ris(?:es?|ing)|greater|larger|smaller|less|more|most|stronger|weaker"
        r"|faster|longer|shorter|differed|respond\w*|remission|recover\w*|against [0-9])\b",
        re.IGNORECASE,
    ),
}
_SAME: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "差(?:は|が|も)?[^。、]{0,12}(?:ません|ない|なく|なかった)|同(?:じくらい|程度|等)|変わ(?:りません|らな[いく]|らず)"
        "|(?:効果|利益|優位性)(?:は|が|も)[^。、]{0,8}(?:ません|ない|なく|なかった)|効(?:きません|かな[いか])|(?:増え|減り|高まり|下がり)ません|(?:増え|減ら|下がら)ない|(?:優れ|上回)[^。、]{0,5}(?:ません|ない|なかった)"
    ),
    "en": re.compile(
        r"\b(?:(?:did|does|do) not (?:\w+ )?(?:differ|help|work|improve|benefit|change)"
        r"|no (?:\w+ ){0,2}(?:difference|effect|benefit|advantage|improvement|change)"
        r"|(?:no|not) (?:\w+ )?(?:better|more effective|superior|(?:more|less) (?:frequent|common|often))"
        r"|equal (?:to|in)|the same as|similar to|comparable (?:to|with)|unchanged|makes? no difference)\b",
        re.IGNORECASE,
    ),
}
_OPEN: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("分か(?:っていま|りま|らな)|不明|言えま|はっきりし|決着|結論(?:は|が)?出|不確か|区別でき"),
    "en": re.compile(
        r"\b(?:un(?:known|clear|settled|certain)|not (?:yet )?(?:known|clear|settled|certain)"
        r"|cannot (?:yet )?be (?:said|told))\b",
        re.I,
    ),
}
_FROM_STUDIES: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:研究|試験|実験|解析|報告|動物|マウス|ラット)"),
    "en": re.compile(
        r"\b(?:stud(?:y|ies)|trials?|experiments?|analys[ie]s|reports?|reported|animals?|mice|rats)\b", re.IGNORECASE
    ),
}

# So many studies, of people as it seems.
_COUNTED: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?:研究|試験)(?:は|が|も)[^。、]{0,4}(?:(?:多|数多|たくさん|いくつ|複数|一つ|二つ|三つ|[0-9]+件)[^。、]{0,4}"
        "(?:あり|見つか(?!りません|らず|らな)|行われ)|少なく(?:ありません|ない))"
    ),
    "en": re.compile(
        r"(?<!no )(?<!not )\b(?:many|several|some|a few|a number of|one|two|three|[1-9][0-9]*) (?:\w+ ){0,2}"
        r"(?:stud(?:y|ies)|trials?)\b",
        re.IGNORECASE,
    ),
}
_OF_OTHERS = re.compile(r"\b(?:mice|mouse|rats?|animals?|rodents?|cells?|not one)\b|マウス|ラット|動物|細胞", re.IGNORECASE)
_NONE = re.compile(r"(?<![0-9.])0(?![0-9]|[.][0-9])|ゼロ|\b(?:none|zero)\b", re.IGNORECASE)
# That no difference was shown is another thing than that there is none.
_NOT_SHOWN = re.compile(
    r"有意|認められ|示され|見つか|かもしれ|不確か|はっきり|\b(?:significan\w*|shown|found|seen|detected|clear|may|perhaps|uncertain)\b",
    re.IGNORECASE,
)
# So many of so few, and what they did or did not: 「4人に3人は反応しませんでした」.
_SHARE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("(?P<of>[0-9]+)人(?:に|中|のうち)(?P<part>[0-9]+)人[^。、]*"),
    "en": re.compile(r"\b(?P<part>[0-9]+) (?:in|of|out of) (?P<of>[0-9]+)\b[^.;,]*"),
}
_DID_NOT: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("ません|ない|なかった|なく|ずに"),
    "en": re.compile(r"\b(?:not|no|never|without|failed)\b|n[’']t\b"),
}
_ONLY = re.compile(r"\bonly\b|だけ|のみ")
_IN_PEOPLE = re.compile(r"\b(?:people|persons?|patients|adults|children|humans?)\b|人[でのに]|患者", re.IGNORECASE)


class Senses(NamedTuple):
    """What a text says: each the words that say it, or ""; whether it may tell of another difference too."""

    better: str
    same: str
    open: str
    some: bool


def _senses(text: str, language: Language) -> Senses:
    told = _ASKED[language].sub("", _HEDGED.sub("", text))
    same = _SAME[language].search(told)
    rest = _SAME[language].sub("", told)
    found = [one.group() if one else "" for one in (_BETTER[language].search(rest), same, _OPEN[language].search(text))]
    return Senses(found[0], found[1], found[2], bool(found[0] or _SOME[language].search(rest)))


def disagreeing(short: str, answer: str, language: Language) -> Iterator[tuple[str, str]]:
    """What the one says, and what the other says instead: at most one pair."""
    ours, theirs = _senses(short, language), _senses(answer, language)
    if ours.better and theirs.same and not (ours.same or theirs.some):
        yield ours.better, theirs.same
    elif ours.same and theirs.better and not (ours.some or theirs.same):
        yield ours.same, theirs.better
    elif ours.better and theirs.open and not (ours.open or theirs.some or theirs.same):
        yield ours.better, theirs.open
    else:
        studied = _studied(short, answer, language)
        yield from studied or _taken_back(short, answer, language) or _turned_shares(short, answer, language)


def says_no_difference(text: str, language: Language) -> str:
    """The words by which a text says of everything that it is open, or makes no difference; or ""."""
    said = _senses(text, language)
    return "" if said.some else said.open or said.same


def no_difference(text: str, language: Language) -> str:
    """The words by which a text says of everything that it makes no difference, and not only that none was shown; or ""."""
    said = _senses(text, language)
    return "" if said.some or said.open or _NOT_SHOWN.search(text) else said.same


def _studied(short: str, answer: str, language: Language) -> list[tuple[str, str]]:
    """That there is no study in the one, and one in the other, which knows of no absence."""
    for one, other, turned in ((short, answer, False), (answer, short, True)):
        words = says_unstudied(one, language)
        if not words or says_unstudied(other, language):
            continue
        told = _ASKED[language].sub("", other)
        found = None if _OF_OTHERS.search(other) else _COUNTED[language].search(told)
        if not (found or says_absent(other, language) or _NONE.search(other)):
            found = _FROM_STUDIES[language].search(told) if _IN_PEOPLE.search(other) or not _ONLY.search(words) else None
        if found:
            return [(found.group(), words) if turned else (words, found.group())]
    return []


def _taken_back(short: str, answer: str, language: Language) -> list[tuple[str, str]]:
    """A strong word of the one that the other denies or asks, which has no strong word at all."""
    for one, other, turned in ((short, answer, False), (answer, short, True)):
        if not strong(other, language):
            for found in (word for word in strong(one, language) if word.wording == "asserted"):
                words = _head(found.words, language)
                at = other.lower().find(words)
                if at >= 0:
                    told = other[max(0, at - 12) : at + len(words) + 8].strip()
                    return [(told, found.words) if turned else (found.words, told)]
    return []


def _turned_shares(short: str, answer: str, language: Language) -> list[tuple[str, str]]:
    """A share that did something in the one, and did not in the other."""
    ours, theirs = _shares(short, language), _shares(answer, language)
    for share in ours.keys() & theirs.keys():
        if not ours[share].keys() & theirs[share].keys():
            return [(next(iter(ours[share].values())), next(iter(theirs[share].values())))]
    return []


def _shares(text: str, language: Language) -> dict[tuple[str, str], dict[bool, str]]:
    """Part and whole → whether it is denied of them → the words."""
    found: dict[tuple[str, str], dict[bool, str]] = {}
    for said in _SHARE[language].finditer(text):
        denied = _DID_NOT[language].search(said.group()) is not None
        found.setdefault((said["part"], said["of"]), {})[denied] = said.group()
    return found


def _head(words: str, language: Language) -> str:
    """What is left of a strong word in another form: `safe` of “is safe”, 「安全」 of 「安全です」."""
    if language == "en":
        return words.lower().split()[-1]
    found = _HEAD.match(words)
    return found.group() if found else words
