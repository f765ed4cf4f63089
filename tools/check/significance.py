"""An estimate whose interval includes no effect, and words that call it a significant difference. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tools.appraisal.estimate import read_number
from tools.check.clauses import Clause, clauses_of
from tools.check.measures import DIFFERENCES, RATIOS
from tools.records.outcome import NUMBER
from tools.records.words import LANGUAGES, Language, Text

# `1.30, 95% CI 0.78 to 2.16`, `1.10倍、95%信頼区間 0.93〜1.30`, `0.67 (0.29 to 1.55`; neither years nor weeks.
_ESTIMATE = re.compile(
    rf"(?<![0-9.])(?P<value>{NUMBER})[%％]?(?:倍|点| ?-?fold| points?| times(?: [a-z]+){{0,3}})?[\s(（、,;:]+"
    r"(?:9[059]% ?(?:CI|CrI|(?:信頼|確信)区間|(?:confidence|credible) interval)[\s、,:は]*)?"
    rf"(?P<low>{NUMBER})%?\s?(?:to|[〜～–])\s?(?P<high>{NUMBER})(?![0-9.]|\s?(?:年|[かヵ]月|週|months|weeks|years))"
)
_SIGNIFICANT: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "有意な?差が(?:あ[りっる]|み?見?られ|認め|示され|出|つ[いき])"
        "|有意に[^、。（]{0,12}?(?:違|異な|多|少な|高|低|大き|小さ|増|減|優れ|劣|改善|上|下|よ[くい]|良|悪|軽)"
        "|有意(?:でした|だった|である|です)|有意な(?:効果|改善|増加|減少|低下|上昇)が"
    ),
    "en": re.compile(
        r"\bdiffer(?:ed|s)? significantly|\b(?:rose|fell|improved|increased|decreased|dropped) significantly"
        r"|\bsignificantly (?:different|better|worse|more|fewer|less|higher|lower|larger|smaller|greater|longer|shorter|milder"
        r"|improv|reduc|increas|decreas|rais|lower|fell|rose|eas)"
        r"|\b(?:was|were|is|are) (?:statistically )?significant(?!ly)"
        r"|\ba (?:statistically )?significant (?:\w+ )?(?:differen|effect|benefit|improv|increas|decreas|rise|fall|reduc)",
        re.IGNORECASE,
    ),
}
# What takes it back, or speaks of something else than the estimate.
_NOT: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "ない|なかった|な[くし]|ません|(?<![まはわ必])ず(?![つれ])|かどうか|ばらつき|異質性|交互作用|補正前|両者|互いに"
    ),
    "en": re.compile(
        r"\b(?:no|not|non|none|neither|nor|without|never|cannot|insignificant|whether|heterogeneity|interaction)\b"
        r"|n[’']t\b|\bfrom each other|\buncorrected|\bbefore correction",
        re.IGNORECASE,
    ),
}
# A clause that says something of what was listed before it, and has no subject of its own.
_OF_BEFORE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("(?:どちら|いずれ|両方|とも|ともに|も|で|に|は|が|偽刺激|偽薬|プラセボ|対照|と|より|から|[\\s])*有意"),
    "en": re.compile(r"[\s,]*(?:both |all |each )?(?:was|were|is|are|differ\w*|significantly|a significant)\b", re.IGNORECASE),
}
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


def called_significant(text: Text) -> tuple[str, str] | None:
    """The estimate that includes no effect and the word for a significant difference, where both languages call it one."""
    if "有意" not in text.ja or "significant" not in text.en.lower():
        return None
    found = [next(_in_text(text[language], language), None) for language in LANGUAGES]
    return found[0] if all(found) else None


def excludes_no_effect(text: str) -> bool:
    """True where a text gives an estimate whose interval holds neither 0 nor 1, of whatever measure."""
    return any(_is_one(found) and not any(_holds(found, none) for none in (0, 1)) for found in _ESTIMATE.finditer(text))


def without_estimates(text: str) -> str:
    """A text without its estimates and their intervals."""
    return _ESTIMATE.sub("", text)


def _in_text(text: str, language: Language) -> Iterator[tuple[str, str]]:
    for sentence in clauses_of(text, language):
        whole = text[sentence[0].start : sentence[-1].end]
        is_ratio = bool(RATIOS.search(whole)) and not DIFFERENCES.search(whole)
        for index, clause in enumerate(sentence):
            said = _BRACKETS.sub("", clause.text)
            word = _SIGNIFICANT[language].search(said)
            if word is None or _NOT[language].search(said):
                continue
            estimates = _estimates_of(sentence, index, language)
            if estimates and all(_includes_none(estimate, is_ratio) for estimate in estimates):
                yield estimates[-1].group(), word.group()


def _estimates_of(sentence: Sequence[Clause], index: int, language: Language) -> list[re.Match[str]]:
    """The estimates of a clause; of one without a subject, those of the last clause before it that has any."""
    own = list(_ESTIMATE.finditer(sentence[index].text))
    if own or not _OF_BEFORE[language].match(sentence[index].text):
        return own
    before = (list(_ESTIMATE.finditer(clause.text)) for clause in reversed(sentence[:index]))
    return next(filter(None, before), [])


def _includes_none(estimate: re.Match[str], is_ratio: bool) -> bool:
    none = 1.0 if is_ratio and read_number(estimate["low"]) > 0 else 0.0
    return _is_one(estimate) and _holds(estimate, none)


def _is_one(estimate: re.Match[str]) -> bool:
    """True where the value is inside its interval: other numbers in a row are no estimate."""
    return read_number(estimate["low"]) <= read_number(estimate["value"]) <= read_number(estimate["high"])


def _holds(estimate: re.Match[str], none: float) -> bool:
    return read_number(estimate["low"]) < none < read_number(estimate["high"])
