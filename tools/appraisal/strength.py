"""How strongly a sentence of ours puts what it says: the words of wording.yml that nothing in their clause takes back. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from tools.records.words import Language, Wording

# A denial is as sure as an assertion.
_GROUPS: tuple[tuple[str, Wording], ...] = (
    ("denied", "asserted"), ("asserted", "asserted"), ("likely", "likely"), ("presumed", "likely"),
)  # fmt: skip
_SENTENCES = {
    "ja": re.compile(r"[。！\n][。！\n]*"),  # a question mark stays
    "en": re.compile(r"[”\"’)*\s](?:(?<=[.!?…][”\"’)*])[”\"’)*]*\s+|(?<=[.!?…]\s)\s*|(?<=\n)\s*)"),
}
# Where a hedge or a negation before (in Japanese after) a word no longer speaks of it.
_CLAUSES = {
    "ja": re.compile(
        "(?<=が)、|(?<=ものの)、|けれども?、|(?<=一方)、|(?<=一方で)、|(?<=ので)、|(?<=ため)、|(?<=おり)、|(?<=ていて)、"
        "|(?<=有[望効]で)、|(?<=安全で)、|(?<=です)し、|(?<=ます)し、|から、"
    ),
    "en": re.compile(
        r"[;:]\s|\s[–—]\s|,\s+(?:and|but|so|yet|while|although|though|which|it|they|this)\b|\b(?:but|although|though)\b"
        r"|\band (?=(?:it|they|this|is|are|has|have|was|were|works|cures|does)\b)",
        re.I,
    ),
}
_NEAR = 8  # how many words a plain "not" reaches
# A Japanese negation that belongs to the word before it, and not to another subject after it.
_NEGATED = re.compile("^(?!.{0,6}(?:で|て|く)[^はがも、]{1,8}[はがも])[^、]{0,16}?(?:ません|ない|なく|なかった|ず(?!っと|い)|ぬ)")
_ASKED = re.compile("^[^、]{0,28}?か(?:どうか|[はがもを、」）)]|$)")
# “That it works has not been shown”; what stands behind an “and” is said of something else.
_TAKEN_BACK = re.compile(
    r"^(?:(?!\band (?!that|whether)).)*?\b(?:"
    r"not (?:yet )?(?:been )?(?:known|shown|established|proven|settled|clear|confirmed|demonstrated|tested|certain|found|seen)"
    r"|unknown|unclear|uncertain|unproven|untested|unsettled|an open question|hypothetical|disputed|doubtful|in doubt"
    r"|(?:is|are|remains?) (?:only |just )?an? (?:hypothesis|idea)|be (?:called|said)|remains? to be)\b",
    re.I,
)

# “How much better it works is not known” takes for granted that it does.
_PRESUMED = {
    "ja": re.compile("(?:どれ(?:だけ|ほど|くらい)|どの(?:程度|くらい)|なぜ|何(?:週間?|日|か月|倍|割)|いつまで)[^、か]{0,24}$"),
    "en": re.compile(
        r"^(?!.*\b(?:whether|if)\b)"
        r".*\b(?:how (?:much|far|great\w*|many|strongly|well)|by how (?:much|many)|why)\b[^,;]{0,60}$",
        re.I,
    ),
}
_WHETHER = re.compile(r"\b(?:whether|if)\b", re.I)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|it|they|this|that)\b", re.I)
_IN_BRACKETS = re.compile(r"\s?\([^)]*\)|（[^）]*）")
_OPEN = ("open", "possible", "reported", "animals", "evidence")
# Where another statement begins, of which the words before say nothing.
_STATEMENTS = {
    "ja": re.compile("(?:(?<=が)|(?<=ており)|(?<=ので)|(?<=ため)|(?<=から))、"),
    "en": re.compile(r";\s|\s[–—]\s|,\s(?:but|yet|so|which|though|while|whereas|still)\b", re.I),
}
# Where a sentence goes on from what was not found to what follows from it.
_DRAWN = {
    "ja": re.compile("(?:(?<=ず)|(?<=なく)|(?<=ない)|(?<=から)|(?<=が)|(?<=せん)|(?<=以上))、|(?:(?<=[いた]ため)|(?<=ので))、?"),
    "en": re.compile(
        r"[;:]\s|\s[–—]\s|,?\s(?:so|therefore|hence|thus|which means|meaning that|consequently|as a result)\b"
        r"|,\s(?:and|but|yet|though|while|whereas)\b|\sand\s(?=(?:it|this|that|they|the)\b)"
        r"|(?<=[a-z]),\s(?=(?:the|it|this|they)\b)",
        re.I,
    ),
}
_SINCE = re.compile(r",?\s(?:since|because|for|as)\s(?=no\b|there (?:is|was|are|were) no\b|nobody\b|we found no\b)", re.I)


@dataclass(frozen=True)
class Strong:
    """Words that put something as a fact, or as probable."""

    wording: Wording
    words: str
    denies: bool


# What may not stand beside a word. In Japanese it is denied by the sign before it: 不確か, 未確立.
_BESIDE = {"en": (r"(?i)(?<!\w)", r"(?!\w)"), "ja": ("(?<![不未非])", "")}


@cache
def _words(group: str, language: Language) -> re.Pattern[str]:
    before, after = _BESIDE[language]
    return re.compile(f"{before}(?:{'|'.join(_lists()[group][language])}){after}")


@cache
def _lists() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("tools").joinpath("appraisal/wording.yml").read_text(encoding="utf-8")
    lists: Mapping[str, Mapping[str, list[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists


def _first(group: str, text: str, language: Language) -> str:
    found = _words(group, language).search(text)
    return found.group() if found else ""


@lru_cache(maxsize=2**14)  # five rules compare the sentences of the same texts
def sentences(text: str, language: Language) -> tuple[str, ...]:
    """The sentences of a text, without those that are empty."""
    parts = _SENTENCES[language].split(text.replace("？", "？\n"))
    return tuple(sentence for part in parts if (sentence := part.strip()))


@lru_cache(maxsize=2**14)
def careful(text: str, language: Language) -> str:
    """The first word that says that something is possible, or ""."""
    return _first("possible", text, language)


@lru_cache(maxsize=2**14)
def strong(text: str, language: Language, *, studied: bool = True) -> tuple[Strong, ...]:
    """The strong words of a text that are not negated, asked, supposed or put into somebody's mouth.

    Args:
        studied: the thing itself was studied, so that there is something to report; what is said to have been shown in animals
            may be told in any case.
    """
    back = _left_open_in_japanese if language == "ja" else _left_open_in_english
    return tuple(
        Strong(wording, found.group().strip("、。 "), group == "denied")
        for sentence in sentences(text, language)
        for group, wording in _GROUPS
        for found in _words(group, language).finditer(sentence)
        if group == "presumed" or not back(sentence, found, _reports(wording, studied=studied))
    )


def _reports(wording: Wording, *, studied: bool) -> tuple[str, ...]:
    """The groups of words that make a strong word a report of what was seen."""
    return ("animals", "reported") if studied else ("animals",) if wording == "likely" else ()


def _left_open_in_english(sentence: str, found: re.Match[str], reports: tuple[str, ...]) -> bool:
    plain = _words("not_negation", "en").sub(lambda match: "." * len(match.group()), sentence)
    before = _CLAUSES["en"].split(plain[: found.start()])[-1]
    if _PRESUMED["en"].search(before):
        return False
    if sentence.endswith("?"):
        return True
    after = _CLAUSES["en"].split(plain[found.end() :])[0]
    near = " ".join(before.rpartition(",")[2].split()[-_NEAR:])
    return bool(
        _words("open", "en").search(before)
        or careful(before, "en")
        or _words("negation", "en").search(near)
        or _TAKEN_BACK.search(after)
        or _is_report(f"{before} {after}", "en", reports)
    )


def _left_open_in_japanese(sentence: str, found: re.Match[str], reports: tuple[str, ...]) -> bool:
    before = _CLAUSES["ja"].split(sentence[: found.start()])[-1]
    if _PRESUMED["ja"].search(before):
        return False
    if sentence.endswith(("か", "？", "?")):
        return True
    after = _CLAUSES["ja"].split(sentence[found.end() :])[0]
    return bool(
        _words("open", "ja").search(found.group() + after)
        or careful(after, "ja")
        or _NEGATED.search(after)
        or _ASKED.search(after)
        or _is_report(before + after, "ja", reports)
    )


def _is_report(clause: str, language: Language, reports: tuple[str, ...]) -> bool:
    """True where a clause tells what was reported, and not of people what was seen in animals."""
    return not _words("people", language).search(clause) and any(_words(group, language).search(clause) for group in reports)


@lru_cache(maxsize=2**14)
def leaves_open(sentence: str, language: Language) -> bool:
    """True where a sentence says that something is not known, not found, possible or only reported, or speaks of the evidence.

    A denial leaves nothing open, unless it is of evidence (“no study”): “it does nothing” is as sure as “it works”. Each
    statement of a sentence does so by itself, what is drawn from an absence too (“no study was found, so …”).
    """
    bare = _IN_BRACKETS.sub("", sentence) or sentence
    parts = [*filter(None, map(str.strip, _STATEMENTS[language].split(bare))), *_drawn_from_absence(sentence, language)]
    return all(any(_words(group, language).search(part) for group in _OPEN) for part in parts)


def only_possible(sentence: str, language: Language) -> bool:
    """True where nothing but “may”, “seems” or “is thought to” leaves a sentence open."""
    return [group for group in _OPEN if _words(group, language).search(sentence)] == ["possible"]


def presumed(text: str, language: Language) -> str:
    """The words by which a text takes for granted what it asks about; "" where it does not."""
    return _first("presumed", text, language)


def says_unstudied(text: str, language: Language) -> str:
    """The words by which a text says that there is no study, or one in animals only; "" where it does not."""
    return _first("unstudied", text, language)


def says_absent(text: str, language: Language) -> str:
    """The words by which a text says of something that there is no evidence; "" where it does not."""
    return _first("absent", text, language)


def _drawn_from_absence(sentence: str, language: Language) -> Sequence[str]:
    """What a sentence goes on to say after it has said that there is no evidence, and before “since there is none”.

    In Japanese only its end is a statement; what comes before leads to it.
    """
    if not _words("absent", language).search(sentence):
        return ()
    clauses = _DRAWN[language].split(_SINCE.split(sentence)[0])
    absent = [bool(_words("absent", language).search(clause)) for clause in clauses]
    after = clauses[absent.index(True) + 1 :] if any(absent) else clauses
    if language == "ja":
        return after[-1:]
    asked = _WHETHER.search(" ".join(clauses[: len(clauses) - len(after)]))  # “whether it is better, the same or worse”
    return [clause for clause in after if not asked or _VERB.search(clause)]
