"""Whether a title asserts something: it is to be a noun phrase or a question. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from tools.text.locale import Language

_ASIDE = re.compile(r"\s*[（(\[【][^）)\]】]*[）)\]】]\s*$")
_TOKEN = re.compile(r"[A-Za-z][\w’'-]*|[^\w\s]")


@lru_cache(maxsize=2**12)
def asserting(title: str, language: Language) -> str:
    """The words by which a title asserts something, or ""."""
    bare = title
    while (shorter := _ASIDE.sub("", bare)) and shorter != bare:
        bare = shorter
    return _in_japanese(bare) if language == "ja" else _in_english(bare)


def _in_japanese(title: str) -> str:
    title = title.rstrip("。.!！ ")
    if title.endswith(("か", "？", "?")):
        return _presumed(title, "ja")
    for group in ("predicate", "headline", "presuming"):
        if found := _pattern("ja", group).search(title):
            return title[max(0, found.start() - 4) :]  # an ending alone tells a reader little
    return ""


def _in_english(title: str) -> str:
    if title.endswith("?"):
        return _presumed(title, "en")
    tokens = [_word(token, shouted=title.isupper()) for token in _TOKEN.findall(title)]
    for at, token in enumerate(tokens):
        if token in _list("relative"):
            break
        before = next((word for word in reversed(tokens[:at]) if not word.endswith("ly")), "")
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        joined = "and" in tokens[:at]
        if token in _list("auxiliaries") or (before and _is_verb(token, before, after, joined)) or _is_gerund(token, before):
            return token
    found = _pattern("en", "presuming").search(title)
    return found.group() if found else ""


def _presumed(question: str, language: Language) -> str:
    """The words by which a question takes for granted what it is about: “How much better …?”, not “Is it better?”."""
    found = _pattern(language, "question").search(question)
    return found.group() if found else ""


def _word(token: str, *, shouted: bool) -> str:
    """A word in lower case; an abbreviation as it is, since its S is no ending."""
    return token if token.isupper() and not shouted else token.lower()


def _is_verb(token: str, before: str, after: str, joined: bool) -> bool:
    """True where a word after another one is the verb of a sentence; `joined` where its subject may be two things."""
    if not before[0].isalpha() or before in _list("joining") | _list("determiners"):
        return False
    verbs = _list("verbs") | _list("effects")
    takes_object = bool(after) and after[0].isalpha() and after not in _list("joining") and not after.endswith(("ing", "ed"))
    if token in verbs:
        return _is_plural(before) or (joined and takes_object)
    if _stem(token, "ed") & _list("effects"):
        return after != "by"
    if _stem(token, "ed") & (verbs | _list("studying")):
        return after not in _list("joining")
    if token.endswith("ed") and after in _list("determiners"):
        return True
    if not _is_plural(token):
        return False
    if _stem(token, "s") & verbs and token not in _list("plurals"):
        return True
    return takes_object


def _is_gerund(token: str, before: str) -> bool:
    """True where an -ing form says what something does: “Calming the mind”, “Teas calming the mind”."""
    return bool(_stem(token, "ing") & _list("effects")) and (not before or _is_plural(before))


def _is_plural(word: str) -> bool:
    return word in ("people", "cells", "they", "we") or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "'s", "’s")) and word not in _list("nouns")
    )


def _stem(word: str, ending: str) -> set[str]:
    """What a word may be the form of: improves → improve, carries → carry, stopped → stop."""
    if not word.endswith(ending):
        return set()
    stem = word.removesuffix(ending)
    found = {stem, f"{stem}e", stem.removesuffix("e")}
    if stem.endswith("i") or stem.endswith("ie"):
        found.add(f"{stem.rstrip('e')[:-1]}y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        found.add(stem[:-1])
    return found


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_data()["en"][name].split())


@cache
def _pattern(language: Language, group: str) -> re.Pattern[str]:
    inside = "".join(part.strip() for part in _data()[language][group].splitlines()) if language == "ja" else _data()["en"][group]
    inside = inside.replace("| ", "|") if language == "en" else inside.replace(" ", "")
    ends = "" if group == "question" else "$"
    return re.compile(rf"\b(?:{inside})\b", re.I) if language == "en" else re.compile(rf"(?:{inside}){ends}")


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    text = files("tools").joinpath("text/titles.yml").read_text(encoding="utf-8")
    data: Mapping[str, Mapping[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return data
