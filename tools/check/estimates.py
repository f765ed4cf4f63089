"""An estimate and its interval belong together, in the words of a finding as in the fields. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.appraisal.estimate import read_number
from tools.check.numerals import numbers_of
from tools.records.outcome import NUMBER
from tools.records.words import LANGUAGES, Language, Text

# The width of an interval, which is said between an estimate and its ends.
WIDTHS = frozenset({90.0, 95.0, 99.0})
_RESPECTIVELY = re.compile("respectively|それぞれ|順に")


def is_one_estimate(value: float, low: float, high: float, findings: Sequence[Text]) -> bool:
    """True where each language of a finding gives the interval beside the value, with no other estimate between them.

    A finding that gives values and intervals in two rows, or does not give all three, is taken at its word.
    """
    wanted = (abs(value), abs(low), abs(high))
    return all(any(_is_together(wanted, finding[language], language) for finding in findings) for language in LANGUAGES)


def _is_together(wanted: tuple[float, float, float], finding: str, language: Language) -> bool:
    value, *ends = wanted
    said = [abs(number.value) for number in numbers_of(finding, language) if number.firm]
    if not set(wanted) <= set(said) or _RESPECTIVELY.search(finding):
        return True
    for at in (at for at in range(len(said) - 1) if said[at : at + 2] == ends):
        before = [number for number in said[:at] if number % 1 or number == value or number in ends]
        after = [number for number in said[at + 2 :] if number not in WIDTHS]
        if before[-1:] == [value] or after[:1] == [value]:
            return True
    return False


TO = r"%?\s?(?:to|[〜～–])\s?"
_HAS_RANGE = re.compile(r"[0-9]%? ?(?:to|[〜～–])")
_WIDTH = r"9[059]% ?(?:CI|CrI|(?:信頼|確信)区間|(?:confidence|credible) interval)s?[,、:は]? ?"
# `0.48 (95% CI 0.25 to 0.70)`, `0.48、95% CI 0.25〜0.70`, `0.48 (0.25 to 0.70)`. A whole number may count weeks, or people.
_SAID = re.compile(
    rf"(?<![0-9.A-Za-z-])(?P<value>[−-]?[0-9]+\.[0-9]+)%?(?:\s?[(（](?:{_WIDTH})?|[,、] ?{_WIDTH})"
    rf"(?P<low>{NUMBER}){TO}(?!2[0-9]{{3}}\b)(?P<high>{NUMBER})%?\s?[)）.。、,;]"
)
# `d=0.60, 0.001 to 1.21`, `(1.48, 1.15 to 1.91)`: named, or first in its bracket, an estimate needs no word for its interval.
_LABEL = (
    r"\b(?:[dgrβ]|OR|RR|HR|IRR|W?MD|SMD|RD|SUCRA|ratio|difference|effect size|slope|coefficient)s?(?: (?:was|of|is))? ?[=:＝]? ?"
    r"|(?:比|差|効果量|係数)[はが]? ?[=:＝]? ?|[(（]"
)
_LABELLED = re.compile(rf"(?:{_LABEL})$")
_NAMED = re.compile(
    rf"(?<![0-9.A-Za-z-])(?P<value>[−-]?[0-9]+\.[0-9]+)%?[,、] ?"
    rf"(?P<low>{NUMBER}){TO}(?!2[0-9]{{3}}\b)(?P<high>{NUMBER})%?\s?[)）.。、,;]"
)
_ODD = re.compile("含ま|誤り|contain|error|outside", re.IGNORECASE)
# An interval by its name; and a range that is all there is in a bracket, or stands behind its estimate there.
_CALLED = re.compile(
    rf"(?:{_WIDTH}|(?:IQR|[Ii]nterquartile range|四分位範囲)[,、:は]? ?)(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})(?![0-9.])"
)
_BRACKETED = re.compile(rf"[(（](?:(?P<inside>{NUMBER})%?[,、] ?)?(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})%?\s?[)）,、;]")
_BEFORE = re.compile(rf"(?<![0-9.])(?P<before>{NUMBER})(?:%|点|人|倍)?[^0-9.;。()（）]{{0,40}}$")


def outside_intervals(text: str) -> Iterator[str]:
    """The estimates of a text that are not inside the interval behind them, unless the text itself says so."""
    return (said.group() for said in _outside(text))


def turned_intervals(text: str) -> Iterator[str]:
    """The intervals of a text whose higher end comes first: called intervals, or in a bracket behind what lies between."""
    if not _HAS_RANGE.search(text):
        return
    turned = [
        said
        for pattern in (_CALLED, _BRACKETED)
        for said in pattern.finditer(text)
        if read_number(said["low"]) > read_number(said["high"]) and (pattern is _CALLED or _is_between(said))
    ]
    seen = {said.start("low") for said in _outside(text)} if turned else set()
    for said in turned:
        if said.start("low") not in seen:
            seen.add(said.start("low"))
            yield text[said.start("low") : said.end("high")]


def _is_between(said: re.Match[str]) -> bool:
    """True where the estimate, in the bracket or before it, is between the ends."""
    before = _BEFORE.search(said.string, max(0, said.start() - 60), said.start())
    written = (said["inside"], before["before"] if before else None)
    return any(read_number(said["high"]) < read_number(number) < read_number(said["low"]) for number in written if number)


def _outside(text: str) -> Iterator[re.Match[str]]:
    if not _HAS_RANGE.search(text) or _ODD.search(text):
        return
    named = (said for said in _NAMED.finditer(text) if _LABELLED.search(text, max(0, said.start() - 30), said.start()))
    for said in (*_SAID.finditer(text), *named):
        ends = [read_number(said[end]) for end in ("low", "high")]
        if not min(ends) <= read_number(said["value"]) <= max(ends):
            yield said
