"""The words by which a text of ours praises, warns or advises; not those that it denies, asks or has from somebody. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

import yaml

from tools.text.locale import Language

Group = Literal["anywhere", "ours", "advice", "addressed"]

_QUOTED = re.compile('“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"|`[^`]*`')
_SENTENCE: Mapping[Language, re.Pattern[str]] = {"ja": re.compile("[。！？\n]"), "en": re.compile(r"[.!?](?=[\s”\")]|$)|\n")}
# Where what was denied, asked or said by somebody ends.
_CLAUSE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:(?<=が)|(?<=から)|(?<=ので)|(?<=ため)|(?<=ており)|(?<=ず)|(?<=なく))、"),
    "en": re.compile(
        r"[;:]\s|\s[–—]\s|,\s(?:and|but|so|yet|which|while|though)\b|\bbut\b|\bso (?=it\b)|\band (?=(?:it|they|this|is|are)\b)"
    ),
}
# A denial, and who or what it is of: “with no evidence it is …” denies something else.
_DENIED = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply))|never|no(?! (?:doubt|question|dispute|matter))"
    r"|nobody|nor|neither|hardly|cannot|\w+n[’']t)\b"
    r"(?!.*(?<!that )\b(?:it|this|they) (?:is|are|was|were|can|will)\b)"
)
_ASKED = re.compile(r"\b(?:whether|if)\b")
_ASKS_BACK = re.compile(r"^\W*(?:is|are|was|does|do|would|should|could|has)n[’']t\b|^\W*(?:is|are) (?:it|this|they) not\b")
_AFTER: Mapping[str, re.Pattern[str]] = {
    "denied": re.compile(
        "^[^、]{0,10}?(?:とは|ので?は|では|わけで|ということで|と(?:言|い)え|も)[^、はが]{0,10}(?:ません|ない|なく|ず)"
    ),
    "asked": re.compile("^[^、]{0,14}?か(?:どうか|[はがもを])"),
    "said": re.compile(
        "^[^。]*?(?:と|よう(?:に)?)(?:[^ぁ-んァ-ヺ、]{0,4})?(?:し(?:て|ま|た|、)|述べ|書|主張|呼|論じ|結論|説明|記|うた|紹介|宣伝|訴|求|勧|促|警告|注意|判断|評価|言|いう)"
    ),
}


def may_judge(text: str, language: Language) -> tuple[str, ...]:
    """The letters in a text under which words of a list stand: of many texts at once this is quick to say, and mostly none."""
    plain = text.lower() if language == "en" else text
    return tuple(filter(plain.__contains__, _all_stems(language)))


def judging(text: str, language: Language, groups: Iterable[Group], among: Iterable[str]) -> Iterator[tuple[Group, str]]:
    """The words of some groups that a text has in its own voice, each with its group.

    Args:
        among: what `may_judge` says of this text, or of more than this text.
    """
    plain = text.lower() if language == "en" else text
    near = tuple(filter(plain.__contains__, among))
    if not near:
        return
    bare = _QUOTED.sub(lambda quoted: "“" + "_" * (len(quoted[0]) - 2) + "”", plain)
    for group in groups:
        patterns = _stems(group, language)
        for stem in filter(patterns.__contains__, near):
            for found in patterns[stem].finditer(bare) if stem in bare else ():
                if not _taken_back(bare, found, language):
                    yield group, text[found.start() : found.end()].strip(" .,;:!?")


def _taken_back(text: str, found: re.Match[str], language: Language) -> bool:
    """True where the words are denied, asked, or told of somebody."""
    start, end = _sentence(text, found, language)
    before = _CLAUSE[language].split(text[start : found.start()])[-1]
    after = _CLAUSE[language].split(text[found.end() : end])[0]
    if language == "ja":
        said = _AFTER["said"].search(text[found.end() : end]) and _spoken(language).search(text[start : found.start()])
        return bool(said or _AFTER["denied"].search(after) or _AFTER["asked"].search(after))
    if text[end : end + 1] == "?":
        return not _ASKS_BACK.search(text[start:end])
    return bool(_DENIED.search(before) or _ASKED.search(before) or _spoken(language).search(before))


def _sentence(text: str, found: re.Match[str], language: Language) -> tuple[int, int]:
    """Where the sentence of some words begins and ends."""
    ends: Iterator[re.Match[str]] = _SENTENCE[language].finditer(text, 0)
    start = 0
    for mark in ends:
        if mark.start() >= found.end():
            return start, mark.start()
        if mark.end() <= found.start():
            start = mark.end()
    return start, len(text)


@cache
def _stems(group: str, language: Language) -> Mapping[str, re.Pattern[str]]:
    """What must be in a text for a pattern to be found, and the pattern."""
    beside = (r"(?<!\w)", r"(?!\w)") if language == "en" else ("", "")
    return {
        stem: re.compile(f"{beside[0]}(?:{words}){beside[1]}", re.MULTILINE) for stem, words in _data()[group][language].items()
    }


@cache
def _all_stems(language: Language) -> tuple[str, ...]:
    return tuple({stem: None for group in get_args(Group) for stem in _stems(group, language)})


@cache
def _spoken(language: Language) -> re.Pattern[str]:
    """Somebody who speaks, in English with the verb."""
    speakers = _data()["speakers"]
    who = re.sub(r"\|\s+", "|", speakers[language].strip())
    if language == "ja":
        return re.compile(f"(?:{who})")
    says = re.sub(r"\|\s+", "|", speakers["says"].strip())
    return re.compile(
        rf"\b(?:{who})\b.*\b(?:{says})\b|\baccording to (?:[\w’'-]+ ){{0,5}}(?:{who})\b|\b(?:{says}) by (?:the|its|an?)\b"
    )


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    text = files("tools").joinpath("text/judging.yml").read_text(encoding="utf-8")
    data: Mapping[str, Mapping[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data
