"""Rules on ranges and P values in a text: the lower end comes first, and a P value fits the interval beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.appraisal.estimate import read_number
from tools.check.estimates import TO
from tools.check.pvalues import LIMIT
from tools.check.registry import Findings, rule
from tools.records.outcome import NUMBER
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import say

_UNIT = "(?:%|人|歳|点|回|週間?|か月|日間?|年間?|分|時間|mg|Hz|倍)?"
_FIGURE = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
# A range; what changes from one value to another is none, nor are years and pages.
_RANGE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(rf"(?<![0-9.,−A-Za-z-]){_FIGURE}{_UNIT}(?:[〜～]|から(?={_FIGURE}{_UNIT}(?:まで|の)))(?![−-]){_FIGURE}"),
    "en": re.compile(rf"(?<![0-9.,−A-Za-z-])(?<!from )(?<!to )(?<!by ){_FIGURE}%?(?: to |[–])(?![−-]){_FIGURE}"),
}
_ENDS = re.compile(_FIGURE)
_YEAR = 1900
# An interval and a P value in one bracket.
_TESTED = re.compile(
    rf"9[059]% ?(?:CI|信頼区間)[,、: ]{{0,2}}(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})[,、;] ?"
    r"[Pp] ?(?P<sign>[=<]) ?(?P<p>0?\.[0-9]+)"
)


@rule("value-outside-interval", each="bilingual")
def ranges_begin_with_their_lower_end(text: Text) -> Findings:
    """A range begins with its lower end, where both languages give it.

    Bad: finding: {ja: 52〜26歳の8人。, en: 'Eight people aged 52 to 26.'}
    Good: finding: {ja: 26〜52歳の8人。, en: 'Eight people aged 26 to 52.'}
    """
    japanese, english = (dict(_turned(text[language], language)) for language in LANGUAGES)
    for ends, said in english.items():
        if ends in japanese:
            yield (), say("value-outside-interval.turned", said=said)


def _turned(text: str, language: Language) -> Iterator[tuple[tuple[float, float], str]]:
    for found in _RANGE[language].finditer(text):
        low, high = (float(end.replace(",", "")) for end in _ENDS.findall(found.group())[:2])
        if low > high and low < _YEAR:
            yield (low, high), found.group()


@rule("value-outside-interval", each="bilingual")
def p_values_fit_their_interval(text: Text) -> Findings:
    """Where the interval of a difference includes 0, P is above 0.05; where it does not, P is at most that.

    Bad: finding: {ja: −2.0（95%信頼区間 −4.9〜0.9、P=0.017）。, en: '−2.0 (95% CI −4.9 to 0.9, P=0.017).'}
    Good: finding: {ja: −2.0（95%信頼区間 −4.9〜0.9、P=0.17）。, en: '−2.0 (95% CI −4.9 to 0.9, P=0.17).'}
    """
    japanese, english = ({found["p"]: found.group() for found in _untrue(text[language])} for language in LANGUAGES)
    for value, said in english.items():
        if value in japanese:
            yield (), say("value-outside-interval.p", said=said)


def _untrue(text: str) -> Iterator[re.Match[str]]:
    for found in _TESTED.finditer(text):
        low, high, p = (read_number(found[name]) for name in ("low", "high", "p"))
        if low >= 0:
            continue  # a ratio as well as a difference
        is_small = p < LIMIT or (found["sign"] == "<" and p <= LIMIT)
        if (low < 0 < high and is_small) or (high < 0 and p > LIMIT and found["sign"] == "="):
            yield found
