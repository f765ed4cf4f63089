"""How sure the article is of what it says, by the record and by the quoted words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.appraisal.strength import strong
from tools.check.registry import Findings, rule
from tools.records.claim import Said
from tools.records.words import Language, Wording
from tools.text.messages import say

_PROBABLE: Mapping[Language, str] = {
    "ja": "可能性(?:が|は)(?:非常に|とても|かなり)?高|おそらく|見込み",
    "en": r"\b(?:likely|probabl[ey])\b",
}
_POSSIBLE: Mapping[Language, str] = {
    "ja": "可能性|かもしれ|示唆|考えられ|期待|と思われ|とみられ|でしょう|おそれ|ようです|し得る|しうる",
    "en": r"\b(?:may|might|could|possibl[ey]|perhaps|potential(?:ly)?|hope[ds]?|expect(?:s|ed)?|seems?|appears?|thought to)\b",
}


@rule("wording-against-words", each="said")
def wordings_are_those_of_the_words(said: Said) -> Findings:
    """What the article puts as possible is not recorded as asserted, and the other way round.

    Bad: {passage: en-02.2, wording: asserted, words: may}
    Good: {passage: en-02.2, wording: possible, words: may}
    """
    language: Language = "ja" if said.language == "ja" else "en"
    probable = re.search(_PROBABLE[language], said.words, re.IGNORECASE)
    possible = None if probable else re.search(_POSSIBLE[language], said.words, re.IGNORECASE)
    certain = next((found.words for found in strong(said.words, language) if found.wording == "asserted"), "")
    heard: Wording | None = "likely" if probable else "possible" if possible else "asserted" if certain else None
    words = (probable or possible or [certain])[0]
    both = certain and (probable or possible)  # 「可能性が確認された」: certain, of what is possible
    if heard and heard != said.wording and not both and (heard, said.wording) != ("asserted", "likely"):
        yield ("wording",), say("wording-against-words", wording=said.wording, words=words, heard=heard)
