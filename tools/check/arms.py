"""Which figure is of the group that was compared, in both languages: 2.5% with sham is not 「偽刺激で2.7%」. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from tools.records.words import LANGUAGES, Language, Text

_FIGURE = r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?"
_GROUP: Mapping[Language, str] = {
    "ja": "(?:偽刺激|シャム|偽薬|プラセボ|対照)(?:を受けた[人群]|の群|群)?",
    "en": r"(?:the )?(?:sham|(?:a )?placebo|controls?)(?: (?:group|stimulation|arm))?",
}
_JOINING = r"(?: (?!and\b|or\b|v\b|against\b|but\b|with\b)[A-Za-z-]+){0,5}?"
# The group is before its figure in Japanese; in English behind it, or straight before it.
_COMPARED: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(rf"{_GROUP['ja']}(?:で|では|の|に|が|は|、)?(?:およそ|約)?(?P<figure>{_FIGURE})%"),
    "en": re.compile(
        rf"(?P<figure>{_FIGURE})%{_JOINING},? (?:with|on|in|under|after|given|received) {_GROUP['en']}\b(?!,? [0-9])"
        rf"|(?:[(;,] ?|\b(?:with|on|after|in|for) ){_GROUP['en']},? (?P<figure2>{_FIGURE})%"
    ),
}
# The next but one of a list, `10.4% and 5% with sham`, is of the same group.
_SHARE = re.compile(rf"({_FIGURE})%(?![と、]{_FIGURE}%)")
# The interval of a figure, or how many people it is, in brackets behind it.
_BRACKET = re.compile(r"\s*[(（][^()（）]*?(?:[0-9]%?(?:〜|～| to |–)|[0-9]人|(?<=\()[0-9]+ of)[^()（）]*[)）]")


def exchanged_arms(text: Text) -> tuple[str, str] | None:
    """The share that the Japanese gives for those compared, and the one beside it that the English gives."""
    if not ("%" in text.ja and "%" in text.en):
        return None
    plain = {language: _BRACKET.sub("", text[language]) for language in LANGUAGES}
    ours, theirs = (
        {found["figure"] or found.groupdict().get("figure2") for found in _COMPARED[language].finditer(plain[language])}
        for language in LANGUAGES
    )
    for one, other in pairwise(_SHARE.findall(plain["ja"])):
        for figure, instead in ((one, other), (other, one)):
            if figure in ours - theirs and instead in theirs - ours:
                return figure, instead
    return None
