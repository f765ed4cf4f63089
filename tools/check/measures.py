"""The measures that a finding names, in either language, and those that the unit of a number speaks for. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tools.appraisal.estimate import SCALES
from tools.check.numerals import numbers_of
from tools.records.vocabulary import Word
from tools.records.words import LANGUAGES, Text

_NAMED: Mapping[str, re.Pattern[str]] = {
    "OR": re.compile(r"\bORs?\b|\b[Oo]dds[ -]ratios?|オッズ比"),
    "RR": re.compile(
        r"\bRRs?\b|\b[Rr]isk ratios?|\b[Rr]elative risks?|\b[Rr]ate ratios?|(?:リスク|危険|率)比|相対(?:リスク|危険)"
    ),
    "HR": re.compile(r"\bHRs?\b|\b[Hh]azard ratios?|ハザード比"),
    "RD": re.compile(
        r"\bRDs?\b|\b[Rr]isk differences?|\b[Aa]bsolute (?:risk )?(?:reduction|difference)s?|リスク差|絶対(?:リスク減少|差)"
    ),
    "SMD": re.compile(
        r"\bSMDs?\b|[Ss]tandardi[sz]ed(?: \w+){0,2} difference|\b(?:Hedges|Cohen)\b|(?<![A-Za-z])[gd] ?[=＝]|\bg [−-]?[0-9]"
        r"|標準化|\b[Ee]ffect sizes?|効果量"
    ),
    "MD": re.compile(
        r"\b(?:W?MDs?)\b|(?<![Ss]tandardised )(?<![Ss]tandardized )\b[Mm]ean differences?|(?<!標準化)(?<!標準化した)平均(?:の)?差"
    ),
}
_CLAUSE = re.compile(r"[。;；、]|[.,](?=\s)")
# Of what measure a number is by its unit; a share is named by nothing else.
_OF_UNIT = {"point": ("MD",), "%": ("proportion", "RD"), "fold": ("RR", "OR", "HR")}


def other_measures(measure: str, value: float, findings: Sequence[Text], words: Mapping[str, Word]) -> tuple[str, ...]:
    """The measures that the findings name, where that of a field is not among them; or those that the unit of its value has."""
    units = {
        number.unit
        for finding in findings
        for language in LANGUAGES
        for number in numbers_of(finding[language], language)
        if abs(number.value) == abs(value)
    }
    fitting = [_OF_UNIT[unit] for unit in units if unit in _OF_UNIT]
    if any(measure in names for names in fitting):
        return ()
    if fitting and measure in SCALES:
        return tuple(name for name in fitting[0] if name in words)
    text = " ".join(finding[language] for finding in findings for language in LANGUAGES)
    if measure not in SCALES or measure in _named(text, words):
        return ()
    beside = (clause for clause in _CLAUSE.split(text) if f"{abs(value):g}" in clause)
    return tuple(_named(" ".join(beside), words))


def _named(text: str, words: Mapping[str, Word]) -> list[str]:
    plain = text.casefold()
    return [
        name
        for name, word in words.items()
        if (_NAMED[name].search(text) if name in _NAMED else any(word.label[lang].casefold() in plain for lang in LANGUAGES))
    ]
