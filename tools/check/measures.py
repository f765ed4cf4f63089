"""The measures that a finding names, in either language, and those that the unit of a number speaks for. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tools.appraisal.estimate import SCALES
from tools.check.numerals import numbers_of
from tools.records.vocabulary import Word
from tools.records.words import LANGUAGES, Language, Text

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
RATIOS = re.compile("|".join((*(_NAMED[name].pattern for name in ("OR", "RR", "HR")), "[0-9]倍", r"[0-9] times\b", "-fold")))
DIFFERENCES = re.compile("|".join(_NAMED[name].pattern for name in ("RD", "SMD", "MD")))
MEASURES = "|".join(pattern.pattern for pattern in _NAMED.values())
# Findings name these in more ways than the label of the vocabulary.
_SCALE: Mapping[str, re.Pattern[str]] = {
    "hamd": re.compile(r"\bHAM-?D|\bHDRS|\bHRSD|Hamilton|ハミルトン"),
    "madrs": re.compile(r"\bMADRS|Montgomery|モンゴメリ"),
}
SCALES_NAMED = "|".join(pattern.pattern for pattern in _SCALE.values())
_AGAINST: Mapping[str, re.Pattern[str]] = {
    "sham": re.compile(r"\bsham|偽刺激|偽の|見せかけ", re.IGNORECASE),
    "placebo": re.compile(r"\bplacebo|プラセボ|偽薬", re.IGNORECASE),
}
OUTCOMES: Mapping[str, re.Pattern[str]] = {
    "response": re.compile(r"\brespon[ds]|反応|奏効|効果があった", re.IGNORECASE),
    "remission": re.compile(r"\bremi(?:ssion|tt)|寛解", re.IGNORECASE),
    "relapse": re.compile(r"\brelaps|再発|再燃", re.IGNORECASE),
    "adverse-event": re.compile(r"\badverse|\bside effect|有害|副作用", re.IGNORECASE),
    "serious-adverse-event": re.compile(r"\bserious|\bsevere adverse|重篤|重い有害", re.IGNORECASE),
    "suicide": re.compile(r"\bsuicid|自殺|自死", re.IGNORECASE),
}
TIMES: Mapping[str, re.Pattern[str]] = {
    "m3": re.compile(r"\b(?:3|three)[- ]months?|\b1[23] weeks|(?<![0-9])3[かヵカケ箇]月|(?<![0-9])1[23]週"),
    "m6": re.compile(r"\b(?:6|six)[- ]months?|\b2[46] weeks|half a year|(?<![0-9])6[かヵカケ箇]月|(?<![0-9])2[46]週|半年"),
    "m12": re.compile(r"\b(?:12|twelve)[- ]months?|\b(?:1|one|a)[- ]year|\b52 weeks|12[かヵカケ箇]月|(?<![0-9])1年|52週"),
}
# Of what measure a number is by its unit; a share is named by nothing else.
_OF_UNIT = {"point": ("MD",), "%": ("proportion", "RD"), "fold": ("RR", "OR", "HR")}


# From the name of a measure to its number: `risk ratio against sham 2.35`; and before it: `2.35 (risk ratio`.
_NEAR = 60
_OPENED = re.compile(r"%?\s*[(（]\s*$")


def other_measures(measure: str, value: float, findings: Sequence[Text], words: Mapping[str, Word]) -> tuple[str, ...]:
    """The measures that the findings name for a number, where that of its field is not named; or those that its unit has."""
    units = {
        number.unit
        for finding in findings
        for language in LANGUAGES
        for number in numbers_of(finding[language], language)
        if abs(number.value) == abs(value)
    }
    fitting = [_OF_UNIT[unit] for unit in units if unit in _OF_UNIT]
    if measure not in SCALES or any(measure in names for names in fitting):
        return ()
    if fitting:
        return fitting[0]
    said = [(finding[language], language) for finding in findings for language in LANGUAGES]
    patterns = _patterns(words)

    def is_named(name: str) -> bool:
        return any(_names(patterns[name], value, *text) for text in said)

    if measure in patterns and is_named(measure):
        return ()
    if beside := tuple(filter(is_named, patterns)):
        return beside
    ratios = _OF_UNIT["fold"] if measure in _OF_UNIT["fold"] else ()  # differences are called by many words
    anywhere = tuple(name for name in ratios if name in patterns and any(patterns[name].search(text) for text, _ in said))
    return () if measure in anywhere else anywhere


def named_instead(word: str | None, findings: Sequence[Text]) -> tuple[str, ...]:
    """What of its kind (scale, comparison, outcome, time) the findings name instead of a word; none where that is not listed."""
    kind = next((kind for kind in (_SCALE, _AGAINST, OUTCOMES, TIMES) if word in kind), {})
    texts = [finding[language] for finding in findings for language in LANGUAGES]
    said = tuple(name for name, pattern in kind.items() if any(pattern.search(text) for text in texts))
    return () if word in said else said


def _names(pattern: re.Pattern[str], value: float, text: str, language: Language) -> bool:
    """True where the name of a measure stands beside the number: the first estimate after it, or the one before its bracket."""
    numbers = [number for number in numbers_of(text, language) if number.firm and number.unit not in ("people", "studies")]
    for found in pattern.finditer(text):
        after = next((number for number in numbers if found.end() <= number.start <= found.end() + _NEAR), None)
        before = next((number for number in reversed(numbers) if number.end <= found.start()), None)
        if after and abs(after.value) == abs(value):
            return True
        if before and abs(before.value) == abs(value) and _OPENED.fullmatch(text, before.end, found.start()):
            return True
    return False


def _patterns(words: Mapping[str, Word]) -> Mapping[str, re.Pattern[str]]:
    """How each measure of the vocabulary is named: in the usual ways, or by its labels."""
    return {name: _NAMED.get(name) or _labels(word.label.ja, word.label.en) for name, word in words.items()}


@cache
def _labels(*labels: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, labels)), re.IGNORECASE)
