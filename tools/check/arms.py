"""Which figure is of the group that was compared, in both languages: 2.5% with sham is not 「偽刺激で2.7%」. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from tools.records.words import Language, Text

_FIGURE = r"(?<![0-9.,−-])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_GROUP: Mapping[Language, str] = {
    "ja": "(?:偽刺激|シャム|偽薬|プラセボ|対照)(?:を受けた[人群]|の群|群)?",
    "en": r"(?:the )?(?:sham|(?:a )?placebo|controls?)(?: (?:group|stimulation|arm))?",
}
_JOINING = r"(?: (?!and\b|or\b|v\b|against\b|but\b|with\b)[A-Za-z-]+){0,5}?"
_PEOPLE = "(?:人|名|例|匹)"
# The group is before its figure in Japanese; in English behind it, or straight before it.
_COMPARED_SHARES: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(rf"{_GROUP['ja']}(?:で|では|の|に|が|は|、)?(?:およそ|約)?(?P<figure>{_FIGURE})%"),
    "en": re.compile(
        rf"(?P<figure>{_FIGURE})%{_JOINING},? (?:with|on|in|under|after|given|received) {_GROUP['en']}\b(?!,? [0-9])"
        rf"|(?:[(;,] ?|\b(?:with|on|after|in|for) ){_GROUP['en']},? (?P<figure2>{_FIGURE})%"
    ),
}
# As counts: 「対照群7人」, “7 of the controls”, “7 controls”, “7 with sham”, “sham (7)”.
_COMPARED_COUNTS: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        rf"{_GROUP['ja']}(?:で|では|の|に|が|は|、|[（(])?(?:[0-9,]+{_PEOPLE}(?:のうち|中の?))?(?:およそ|約)?(?P<figure>{_FIGURE}){_PEOPLE}"
        "(?!のうち|中)"
    ),
    "en": re.compile(
        rf"(?P<figure>{_FIGURE})(?! ?%)(?: [a-z-]+){{0,2}}? (?:with|on|in|under|after|given|received|of) {_GROUP['en']}\b"
        rf"(?!,? [(]?[0-9])|(?P<figure2>{_FIGURE}) (?:of (?:the )?[0-9,]+ )?(?:[a-z]+ )?controls\b"
        rf"|(?P<figure3>{_FIGURE}) (?:of [0-9,]+ )?(?:to|on|with|in) {_GROUP['en']}"
        rf"|\b{_GROUP['en']}(?: of|,)? [(]?(?P<figure4>{_FIGURE})(?! ?%| of| real| active)"
    ),
}
# The next but one of a list, `10.4% and 5% with sham`, is of the same group.
_SHARE = re.compile(rf"({_FIGURE})%(?![と、]{_FIGURE}%)")
_COUNT = re.compile(rf"({_FIGURE}){_PEOPLE}(?!のうち|中)")
# The interval of a figure, or how many people it is, in brackets behind it.
_BRACKET = re.compile(r"\s*[(（][^()（）]*?(?:[0-9]%?(?:〜|～| to |–)|[0-9]人|(?<=\()[0-9]+ of)[^()（）]*[)）]")


def exchanged_arms(text: Text) -> Iterator[tuple[str, str]]:
    """The figures that the Japanese gives for those compared, each with the one beside it that the English gives."""
    if "%" in text.ja and "%" in text.en:
        plain = Text(ja=_BRACKET.sub("", text.ja), en=_BRACKET.sub("", text.en))
        yield from ((f"{one}%", f"{other}%") for one, other in _exchanged(plain, _COMPARED_SHARES, _SHARE))
    yield from _exchanged(text, _COMPARED_COUNTS, _COUNT)


def shares_of_compared(text: str, language: Language) -> set[str]:
    """The shares, without their per cent, that a text gives for those compared."""
    return _figures(_COMPARED_SHARES[language], _BRACKET.sub("", text))


def _exchanged(text: Text, compared: Mapping[Language, re.Pattern[str]], figures: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    ours = _figures(compared["ja"], text.ja)
    theirs = _figures(compared["en"], text.en) if ours else set()
    if ours and theirs:
        for one, other in pairwise(figures.findall(text.ja)):
            for figure, instead in ((one, other), (other, one)):
                if figure in ours - theirs and instead in theirs - ours:
                    yield figure, instead


def _figures(pattern: re.Pattern[str], text: str) -> set[str]:
    return {figure for found in pattern.finditer(text) for figure in found.groups() if figure}
