"""An estimate and its interval belong together, in the words of a finding as in the fields. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
