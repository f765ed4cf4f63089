"""A P value beside the word “significant” says the same: above 0.05 nothing was significant, and below it something was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.check.registry import Findings, rule
from tools.check.translation import difference
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import say

LIMIT = 0.05
_LAX, _STRICT = 0.1, 0.005
_P = re.compile(
    r"(?<![A-Za-z])[Pp] ?(?P<sign>[=<>≤≥＝＜＞]) ?(?P<value>0?\.[0-9]+|[01](?:\.[0-9]+)?)(?!\.?[0-9]| ?[×x*] ?10|[eE][-−]?[0-9])"
)
_CLAUSE_END: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("[。；;]"),
    "en": re.compile(r"[.;](?= |$)|\n"),
}
# The end of a clause that denies that anything was significant, or says that something was; `rest` is what follows the word.
_GAP = r"(?:(?![.;:()]|\b(?:and|but|with|whereas|while|although|except|only)\b|,).){0,60}?"
_NOT: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "有意[^。、()（）有]{0,16}?(?:ありません|な[いくかし]|見られ(?:ず|ません)|認められ(?:ず|ません)|示され(?:ず|ません)|異なら|しません|せず)"
        "(?P<rest>(?:(?!な[いくか]|ません|ず)[^。、()（）]){0,20})$"
    ),
    "en": re.compile(
        rf"\b(?:(?:not|no|none|nor|neither|never|nothing)\b{_GAP}\bsignifican\w*|non-?significan\w*|insignifican\w*)"
        r"(?P<rest>(?:[^.;:()]|\.(?=[0-9])){0,60})$",
        re.IGNORECASE,
    ),
}
_YES: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("(?<!臨床的に)(?<!臨床上)有意(?!水準|確率)[^。、()（）]{0,24}$"),
    "en": re.compile(r"(?<!clinically )\bsignificant(?:ly)?\b(?! level)(?:[^,.;:()]|\.(?=[0-9])){0,60}$", re.IGNORECASE),
}
# A clause with one of these does not simply say that something was significant.
_DENIED: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("な[いくかし]|ませ|ず|無|非|傾向|境界|ほぼ"),
    "en": re.compile(
        r"\b(?:no|not|none|nor|neither|never|without|nothing|nobody|non-?\w+|insignificant|fail\w*|hardly|few\w*|less|cannot"
        r"|nearly|almost|marginal\w*|border\w*|trend\w*|tend\w*|only|but|whereas|while|although|except)\b|n[’']t\b",
        re.IGNORECASE,
    ),
}
# Between the word and the P value, of something else that did differ.
_OTHER = re.compile(
    r"\b(?:but|whereas|while|although|except|only|higher|lower|greater|larger|smaller|more|less|fewer|better|worse|rose|fell|grew"
    r"|increased|decreased|reduced|improved|differed|was|were|did|had)\b|が",
    re.IGNORECASE,
)
# After the bracket of its P value: `(P=0.84), not significant`, 「（P=0.84）で有意ではなく」.
_NOT_AFTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("[)）]で?、?(?:統計的に|統計学的に)?有意(?:差|な差)?(?:では|で|に|は|が)?(?:な[いくか]|ありません)"),
    "en": re.compile(r"[)],? (?:and |but |which )?(?:was |were |is |are )?not (?:statistically )?significant", re.IGNORECASE),
}
_YES_AFTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("[)）]で?、?(?:統計的に|統計学的に)?有意(?:でした|です|であ|な差があ|な差を認)"),
    "en": re.compile(r"[)],? (?:and |which )?(?:was|were|is|are) (?:statistically )?significant", re.IGNORECASE),
}
# A limit other than 0.05: for many tests, one side, or an analysis before the end.
_OTHER_LIMIT = re.compile(
    r"補正|調整|多重|基準|水準|片側|非劣性|事前|correct|adjust|multipl|bonferroni|threshold|level|alpha|one-(?:sided|tailed)|inferior"
    r"|\bFDR\b|prespecified",
    re.IGNORECASE,
)
# An analysis before the end is held to a limit far below; variation and interactions are to one above.
_INTERIM = re.compile("中間|interim", re.IGNORECASE)
_VARIATION = re.compile("交互作用|ばらつき|異質|interaction|heterogene|variation", re.IGNORECASE)
_OPENED = re.compile(r"[(（][^()（）]*$")
_TO_CLOSE = re.compile(r"[^()（）。;]{0,60}(?=[)）])")


@rule("numbers-disagree", each="bilingual")
def p_values_fit_the_word(text: Text) -> Findings:
    """What is called significant has a P of at most 0.05, and what is called not significant one above it.

    Bad: finding: {ja: 差は有意ではありませんでした（P=0.001）。, en: The difference was not significant (P=0.001).}
    Good: finding: {ja: 差は有意ではありませんでした（P=0.71）。, en: The difference was not significant (P=0.71).}
    """
    for language in LANGUAGES:
        for said, is_significant in wrong_p_values(text[language], language):
            if difference(text) is None:  # otherwise one language alone has the slip, and another rule reports it
                name = "numbers-disagree.significant" if is_significant else "numbers-disagree.not-significant"
                yield (language,), say(name, said=said)
            return


def wrong_p_values(text: str, language: Language) -> Iterator[tuple[str, bool]]:
    """Each P value that the word beside it contradicts, and whether the word is “significant”."""
    if "有意" not in text and "ignifican" not in text:
        return
    for found in _P.finditer(text):
        before, inside, after = _around(text, found, language)
        if _OTHER_LIMIT.search(before + inside):
            continue
        verdict = _verdict(before, after, language)
        if verdict is False and _is_below(found, _STRICT if _INTERIM.search(before) else LIMIT):
            yield found.group(), False
        elif verdict and _is_above(found, _LAX if _VARIATION.search(before + inside) else LIMIT):
            yield found.group(), True


def _around(text: str, found: re.Match[str], language: Language) -> tuple[str, str, str]:
    """The clause up to a P value, without what its bracket says before it, and what comes after that bracket."""
    ends = [end.end() for end in _CLAUSE_END[language].finditer(text, 0, found.start())]
    before = text[ends[-1] if ends else 0 : found.start()]
    opened = _OPENED.search(before)
    inside = before[opened.start() :] if opened else ""
    before = (before[: opened.start()] if opened else before).rstrip(" ,、")
    if earlier := list(_P.finditer(before)):  # whose word it was
        before = before[earlier[-1].end() :]
    closed = _TO_CLOSE.match(text, found.end()) if opened else None
    return before, inside, text[closed.end() : closed.end() + 40] if closed else ""


def _verdict(before: str, after: str, language: Language) -> bool | None:
    """True where something was significant, False where it was not, None where the words do not say."""
    if denied := _NOT[language].search(before):
        return None if _OTHER.search(denied["rest"]) else False
    if _NOT_AFTER[language].match(after):
        return False
    if _YES_AFTER[language].match(after):
        return None if _DENIED[language].search(before) else True
    return True if _YES[language].search(before) and not _DENIED[language].search(before) else None


def _is_below(found: re.Match[str], limit: float) -> bool:
    value = float(found["value"])
    return value < limit if found["sign"] in "=＝" else value <= limit and found["sign"] not in ">≥＞"


def _is_above(found: re.Match[str], limit: float) -> bool:
    value = float(found["value"])
    return value > limit if found["sign"] in "=＝" else value >= limit and found["sign"] in ">≥＞"
