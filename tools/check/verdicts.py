"""Whether a finding says, as a whole or of its main outcome, that nothing differed. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.check.significance import excludes_no_effect, without_estimates
from tools.records.words import LANGUAGES, Language, Text

# 「有意差はなかった」, said of the finding as a whole: its only sentence with a verdict.
_FOUND = "(?:は|が|も|を)?(?:認められ|認め|見られ|見つから|示され|示[しさ]|あり)?(?:ません|なかった|な[いく]|ず)"
_NO_DIFFERENCE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(f"(?:有意な(?:差|優位性|効果)|有意差|差){_FOUND}"),
    "en": re.compile(
        r"\b(?:did not (?:significantly )?differ|no (?:significant |clear )?difference"
        r"|no significant (?:advantage|benefit|effect)|not (?:a )?significant(?:ly)? differen(?:t|ce)"
        r"|none of [^.;]{1,40} differed)\b",
        re.IGNORECASE,
    ),
}
_NOT_SIGNIFICANT: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(f"(?:有意な(?:差|優位性|効果)|有意差){_FOUND}"),
    "en": re.compile(
        r"\b(?:did not significantly differ|did not differ significantly|no significant (?:difference|advantage|benefit|effect)"
        r"|not (?:a )?significant(?:ly)? differen(?:t|ce)|none of [^.;]{1,40} differed significantly)\b",
        re.IGNORECASE,
    ),
}
# What is no verdict: legends, what authors think, what is left open, groups and doses that are called high, counts.
_ASIDE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?:どちらも)?(?:マイナス|プラス)(?:の値)?[^。、（）]*(?:示します|示す|有利)|(?<![^。])著者[^。]*。|(?<![^。])[^。]*否定(?:でき|され)[^。]*。"
        "|[0-9]+(?:種類|つ|剤|[回人歳年件週])?以上|[高低]頻度|高齢|最[高低]|どちらも[高低]く?|改善が最も小さ|[上下]がり方|減り方|増え方"
    ),
    "en": re.compile(
        r"(?:in (?:both|all),? )?an? (?:negative|positive) value [^;.)]*|(?<![^.] )(?<![^. ])(?:The|One) authors? [^.]*\."
        r"|(?<![^.] )(?<![^. ])[^.]*\b(?:rules? out|exclude)\b[^.]*\.|\b[0-9]+(?: \w+)? or more|\bmore than [0-9]+"
        r"|\b(?:higher|lower|high|low)[- ](?:frequency|dose)|\bimproved (?:the )?least|\bhow far \w+ (?:fell|rose)",
        re.IGNORECASE,
    ),
}
_OTHERWISE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("上回|優れ|改善|多く|少なく|減|増|下が|上が|高|低|軽く|よくな|差があ|同等|劣ら|のほうが|倍|勧め"),
    "en": re.compile(
        r"\b(?:better|superior|improv\w+|more|fewer|less|lower\w*|higher|reduc\w+|increas\w+|decreas\w+|rose|fell|beat|benefit\w*"
        r"|favour\w*|(?:was|were) effective|equivalen\w+|inferior|times|recommend\w*)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_MAIN: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("主な(?:評価項目|アウトカム|結果)|主要評価項目|主要アウトカム"),
    "en": re.compile(r"\b(?:main|primary) (?:outcome|end ?point|result)s?\b", re.IGNORECASE),
}
_SENTENCE: Mapping[Language, re.Pattern[str]] = {"ja": re.compile("[^。]+。?"), "en": re.compile(r"(?:[^.]|\.(?!\s|$))+\.?")}


def only_no_difference(finding: Text) -> bool:
    """True where both languages say that nothing differed, and have no word for anything that did."""
    return all(_is_only(_without_asides(finding[language], language), language) for language in LANGUAGES)


def main_did_not_differ(finding: Text) -> bool:
    """True where both languages say that the main outcome did not differ significantly, whatever others did."""
    return all(_of_main(finding[language], language) for language in LANGUAGES)


def lacks_significance(finding: Text) -> bool:
    """True where what both languages say of a difference is no more than that it was not significant."""
    return all(_NOT_SIGNIFICANT[language].search(finding[language]) for language in LANGUAGES)


def _without_asides(text: str, language: Language) -> str:
    return _ASIDE[language].sub("", text)


def _is_only(text: str, language: Language) -> bool:
    rest = _NO_DIFFERENCE[language].sub("", text)
    return rest != text and not _OTHERWISE[language].search(without_estimates(rest)) and not excludes_no_effect(rest)


def _of_main(text: str, language: Language) -> bool:
    sentences = (sentence for sentence in _SENTENCE[language].findall(text) if _MAIN[language].search(sentence))
    plain = [_without_asides(sentence, language) for sentence in sentences]
    return any(_NOT_SIGNIFICANT[language].search(sentence) and _is_only(sentence, language) for sentence in plain)
