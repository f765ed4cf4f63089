"""An estimate and its interval belong together, in the words of a finding as in the fields. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.check.numerals import numbers_of
from tools.records.words import LANGUAGES, Language, Text

# The width of an interval, which is said between an estimate and its ends.
_WIDTHS = frozenset({90.0, 95.0, 99.0})
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
        after = [number for number in said[at + 2 :] if number not in _WIDTHS]
        if before[-1:] == [value] or after[:1] == [value]:
            return True
    return False


_NUMBER = r"[−-]?[0-9]+(?:\.[0-9]+)?"
_TO = r"%?\s?(?:to|[〜～–])\s?"
_WIDTH = r"9[059]% ?(?:CI|CrI|(?:信頼|確信)区間|(?:confidence|credible) interval)s?[,、:は]? ?"
# `0.48 (95% CI 0.25 to 0.70)`, `0.48、95% CI 0.25〜0.70`, `0.48 (0.25 to 0.70)`. A whole number may count weeks, or people.
_SAID = re.compile(
    rf"(?<![0-9.A-Za-z-])(?P<value>[−-]?[0-9]+\.[0-9]+)%?(?:\s?[(（](?:{_WIDTH})?|[,、] ?{_WIDTH})"
    rf"(?P<low>{_NUMBER}){_TO}(?!2[0-9]{{3}}\b)(?P<high>{_NUMBER})%?\s?[)）.。、,;]"
)
_ODD = re.compile("含ま|誤り|contain|error|outside", re.IGNORECASE)


def outside_intervals(text: str) -> Iterator[str]:
    """The estimates of a text that are not inside the interval behind them, unless the text itself says so."""
    found = list(_SAID.finditer(text))
    if not found or _ODD.search(text):
        return
    for said in found:
        value, low, high = (float(said[part].replace("−", "-")) for part in ("value", "low", "high"))
        if not low <= value <= high:
            yield said.group()
