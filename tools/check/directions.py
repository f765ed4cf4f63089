"""Rules on where an item of evidence points: as its estimate does, as its shares do, and as its finding says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.appraisal.estimate import SCALES, Scale
from tools.appraisal.outcomes import estimate_of
from tools.check.pointing import POINTS, pointed
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import say

# A direction, and whom the interval of an outcome of the same source favours.
_AGAINST = (("supports", "against"), ("contradicts", "for"))
# Kinds of claims that say that a treatment does good: what favours it cannot contradict them.
_OF_BENEFIT = ("effect", "comparison")
_BETTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile("上回|優れ|効果的|有効|よ[いくか]|良好|改善|回復|軽く|(?:反応|寛解)[^。、]{0,16}(?:多[くか]|高[くか]|倍)"),
    "en": re.compile(
        r"\b(?:effective|efficacy|superior|better|best|outperform\w*|beat|improved|eased|regained|recovered|fell more"
        r"|(?:more|higher) (?:\w+ ){0,2}(?:respon\w+|remi\w+)|(?:respon\w+|remi\w+)[^.;]{0,40}\b(?:higher|more|times))\b",
        re.IGNORECASE,
    ),
}
# What speaks against a treatment, or of no difference, or only limits what was found.
_NOT_BETTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "差[はがも]?[^。、]{0,12}(?:な[いくか]|ません)|劣|下回|悪[くい化]|同[程等様]|否定|反[すし]|不十分|足り|不確|無効|効か|却下|不賛成"
        "|(?:効果|改善|根拠|利益|有効|優れ|上回|支持|示さ|認め|確立|変化|増え|下が|よくな)[^。、]{0,8}(?:な[いくか]|ません|ず)"
        "|実験的|限界|バイアス|疑|少な|有意で[はも]?な"
    ),
    "en": re.compile(
        r"\b(?:no (?:[\w-]+ ){0,2}(?:difference|effect|benefit|improvement|change|advantage|evidence|support|response)"
        r"|none|nothing|neither|not (?:[\w-]+ ){0,3}(?:differ\w*|improve\w*|better|superior|significant\w*|effective|shown?"
        r"|support\w*|establish\w*|confirm\w*|prove\w*|work|change|reach|reproduc\w*|found|respond|more)|less|worse\w*|inferior"
        r"|fewer (?:\w+ )?respon\w+|lower (?:response|remission)|similar|same|contradict\w*|fail\w*|lack\w*|insufficient"
        r"|inadequate|rules? out|uncertain|overestimat\w*|too (?:low|weak|little|small)"
        r"|against (?:re|use|cover|pay)\w*|ineffective|declined|reject\w*|unproven"
        r"|experimental|doubt\w*|critical\w*|limited|bias)\b",
        re.IGNORECASE,
    ),
}
_WORSE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?:より|に)(?:も)?(?:有意に)?劣(?:[っりる](?!な|ま?せん)|った)|を下回|より(?:も)?(?:有意に)?(?:悪く|効果が小さ)"
    ),
    "en": re.compile(r"\b(?:less effective than|inferior to|worse than|did worse)\b", re.IGNORECASE),
}
_NOT_WORSE = re.compile(r"\b(?:not|no|non)[- ](?:\w+ ){0,3}(?:less effective|inferior|worse)", re.IGNORECASE)
_FAVOURS: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        "(?P<sign>マイナス|プラス)(?:の値)?は、?(?:[^。、（）]{1,10}?(?:より|に比べて?|と比べて?|に対して)も?)?(?P<who>[^。、（）]{1,16}?)(?:のほう)?[がに](?:優れ|有利)"
    ),
    "en": re.compile(
        r"(?P<sign>[Nn]egative|[Pp]ositive) values? favours? (?P<who>[\w -]+?)"
        r"(?= (?:over|than|rather|compared|versus|vs|against|relative)\b|[^\w -]|$)"
    ),
}
_COMPARED = re.compile(
    "偽|対照|プラセボ|無治療|通常|待機|sham|placebo|control|no treatment|untreated|usual|standard care|wait", re.IGNORECASE
)
# 「反応は38%対21%」, “response was 38% against 21%”: shares of treated people and others, up to the end of the sentence.
_SHARES: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(r"(?:反応|寛解)[^。0-9]{0,12}([0-9.]+)%対([0-9.]+)%"),
    "en": re.compile(r"\b(?:[Rr]esponse|[Rr]emission)\b[^.;0-9]{0,24}([0-9.]+)% (?:against|v|versus) ([0-9.]+)%"),
}


@rule("direction-against-effect", each="evidence")
def better_is_what_the_finding_calls_so(item: Evidence) -> Findings:
    """Where a finding says whom a negative or a positive value favours, `better` says the same.

    Bad: {finding: {en: A negative value favours sham., …}, effect: {better: lower, …}, …}
    Good: {finding: {en: A negative value favours the lamp., …}, effect: {better: lower, …}, …}
    """
    effect = item.effect
    if effect and (said := _favours_other(effect.measure, effect.better, item.finding)):
        yield ("effect", "better"), say("direction-against-effect.favours", said=said, better=effect.better)


@rule("direction-against-effect", each="claim")
def better_of_an_outcome_is_that_of_its_source(claim: Claim) -> Findings:
    """The `better` of an outcome is what the finding of its source says, and what the effect of that finding has.

    Bad: {evidence: [{effect: {better: lower, …}, …}], outcomes: [{result: SMD -0.93 (-1.31 to -0.55), better: higher, …}]}
    Good: {evidence: [{effect: {better: lower, …}, …}], outcomes: [{result: SMD -0.93 (-1.31 to -0.55), better: lower, …}]}
    """
    items = {item.ref: item for item in claim.evidence}
    for index, outcome in enumerate(claim.outcomes):
        item, estimate, at = items.get(outcome.source or ""), estimate_of(outcome), ("outcomes", index, "better")
        if item is None or estimate is None or outcome.better is None:
            continue
        effect = item.effect
        is_same = effect and (effect.measure, effect.value) == (estimate.measure, estimate.value)
        if effect and is_same and effect.better not in (None, outcome.better):
            yield at, say("direction-against-effect.effect", better=outcome.better, other=effect.better)
        elif said := _favours_other(estimate.measure, outcome.better, item.finding):
            yield at, say("direction-against-effect.favours", said=said, better=outcome.better)
        elif claim.kind in POINTS and not is_same and (item.direction, pointed(estimate, outcome.better)) in _AGAINST:
            yield at, say("direction-against-effect.other-side", better=outcome.better, direction=item.direction)


def _favours_other(measure: str, better: str | None, finding: Text) -> str:
    """The words by which a finding says that a value favours the other side than `better` does; "" where it does not."""
    for language in LANGUAGES if better and measure in ("SMD", "MD") else ():
        for found in _FAVOURS[language].finditer(finding[language]):
            lower = found["sign"].lower() in ("negative", "マイナス")
            of_treatment = not _COMPARED.search(found["who"])
            if (better == "lower") != (lower == of_treatment):
                return found.group()
    return ""


@rule("direction-against-effect", each="claim")
def better_is_what_the_outcome_calls_good(claim: Claim, review: Review) -> Findings:
    """Of a ratio, `better` is the way that the vocabulary calls good: more responders, fewer harms.

    Bad: {measure: OR, outcome: response, better: lower, …}
    Good: {measure: OR, outcome: response, better: higher, …}
    """
    for index, item in enumerate(claim.evidence):
        word = review.vocabulary.outcome.get(item.effect.outcome) if item.effect else None
        if item.effect and item.effect.better and word and word.side != "measure":
            good = "higher" if word.good == "more" else "lower"
            if SCALES.get(item.effect.measure) is Scale.RATIO and item.effect.better != good:
                yield ("evidence", index, "effect", "better"), say("direction-against-effect.better", good=good)


@rule("direction-against-effect", each="claim")
def directions_fit_the_findings(claim: Claim) -> Findings:
    """A finding that says in both languages only that treated people did better does not contradict; worse does not support.

    Bad: {direction: contradicts, finding: {ja: 反応は偽薬より多くなりました。, en: More people responded than on placebo.}}
    Good: {direction: supports, finding: {ja: 反応は偽薬より多くなりました。, en: More people responded than on placebo.}}
    """
    if claim.kind not in _OF_BENEFIT:
        return
    for index, item in enumerate(claim.evidence):
        at = ("evidence", index, "direction")
        if item.direction in ("contradicts", "no-difference") and all(_only_better(item, language) for language in LANGUAGES):
            yield at, say("direction-against-effect.only-better", direction=item.direction)
        elif item.direction == "supports" and all(_only_worse(item, language) for language in LANGUAGES):
            yield at, say("direction-against-effect.only-worse")


def _only_better(item: Evidence, language: Language) -> bool:
    finding = item.finding[language]
    if _NOT_BETTER[language].search(finding):
        return False
    return bool(_BETTER[language].search(finding)) or _shares(finding, language) == {True}


def _only_worse(item: Evidence, language: Language) -> bool:
    finding = _NOT_WORSE.sub("", item.finding[language])
    if _shares(finding, language) == {False} and not _BETTER[language].search(finding):
        return True
    return bool(_WORSE[language].search(finding)) and not _BETTER[language].search(finding)


def _shares(finding: str, language: Language) -> set[bool]:
    """Whether more treated people than others responded, of each pair of shares."""
    return {float(treated) > float(compared) for treated, compared in _SHARES[language].findall(finding)}
