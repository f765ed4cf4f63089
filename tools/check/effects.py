"""Rules on the fields that hold numbers: they can be, and point where the direction does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.appraisal.estimate import SCALES, Scale
from tools.check.bilingual import texts_of
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Effect
from tools.records.sources import Reference
from tools.records.vocabulary import Measured
from tools.records.words import LANGUAGES, Language, Text
from tools.text.messages import say

# Larger than any study of people so far that counts each person; more is a slip of the hand.
_MOST_PEOPLE = 20_000_000
# 「有意差はなかった」, said of the finding as a whole: its only sentence with a verdict.
_NO_DIFFERENCE = {
    "ja": re.compile("(?:有意な差|有意差|差)(?:は|が)?(?:認められ|見られ|見つから|示され|あり)?(?:ません|なかった|ない|ず)"),
    "en": re.compile(
        r"\b(?:did not (?:significantly )?differ|no (?:significant |clear )?difference|not significantly different)\b", re.I
    ),
}
_NO_VERDICT = re.compile("[高低]頻度|高齢|最[高低]|(?:higher|lower|high|low)[- ](?:frequency|dose)", re.I)
_OTHERWISE = {
    "ja": re.compile("上回|優れ|改善|多く|少なく|減|増|下が|上が|高|低|軽く|よくな|差があ|同等|劣ら|のほうが"),
    "en": re.compile(
        r"\b(?:better|superior|improv\w+|more|fewer|less|lower\w*|higher|reduc\w+|increas\w+|decreas\w+|rose|fell|beat|benefit\w*"
        r"|favour\w*|(?:was|were) effective|equivalen\w+|inferior)\b",
        re.I,
    ),
}  # fmt: skip


# A P value, and a percentage of three digits or more.
_SHARE = re.compile(
    r"\b[Pp] ?[=<＝＜] ?(?P<p>[−-]?[0-9]+(?:\.[0-9]+)?)(?![0-9.]*(?:%| ?[×x*] ?10|[eE][-−]?[0-9]))"
    r"|(?<![0-9.,−-])(?P<share>[0-9]{3,}(?:\.[0-9]+)?) ?[%％]"
)
# What may be more than the whole: what has grown, and a dose.
_GROWS = re.compile(
    "増|倍|高|上が|延び|超え|大き|閾値|基準|ベースライン|用量"
    "|increas|rise|rose|grew|higher|more than|times|longer|larger|greater|faster"
    r"|up to|above|doubl|tripl|threshold|baseline|dose|norm|\b(?:RMT|MT)\b",
    re.IGNORECASE,
)


@rule("out-of-range", each="evidence")
def estimates_can_be(item: Evidence) -> Findings:
    """A ratio is above 0, and a share is between 0 and 100 per cent.

    Bad: effect: {measure: proportion, value: 152.9, …}
    Good: effect: {measure: proportion, value: 52.9, …}
    """
    effect = item.effect
    scale = SCALES.get(effect.measure) if effect else None
    for name in ("value", "low", "high") if effect else ():
        value = getattr(effect, name)
        if scale is Scale.RATIO and value <= 0:
            yield ("effect", name), say("out-of-range.ratio", field=name, value=value)
        elif scale is Scale.SHARE and not 0 <= value <= 100:
            yield ("effect", name), say("out-of-range.share", field=name, value=value)


@rule("out-of-range", each="claim")
def parts_are_not_above_their_whole(claim: Claim) -> Findings:
    """Of a number of people, no more than all have the outcome.

    Bad: finding: {ja: 60人のうち75人が反応した。, en: 75 of 60 responded.}
    Good: finding: {ja: 75人のうち60人が反応した。, en: 60 of 75 responded.}
    """
    for at, text in texts_of(claim):
        for language in LANGUAGES:
            for number in numbers_of(text[language], language):
                if number.whole is not None and number.value > number.whole:
                    yield (*at, language), say("out-of-range.part", part=number.value, whole=number.whole)


@rule("out-of-range", each="bilingual")
def values_said_can_be(text: Text) -> Findings:
    """What a text gives as P, I² or a percentage is one: a P of 1 at most, an I² and a share of 100% at most.

    Bad: finding: {ja: 差は有意でした(p = 1.5、I² 127%)。, en: 'The difference was significant (p = 1.5, I² 127%).'}
    Good: finding: {ja: 差は有意でした(p = 0.015、I² 27%)。, en: 'The difference was significant (p = 0.015, I² 27%).'}
    """
    for language in LANGUAGES:
        for found in _SHARE.finditer(text[language]):
            most = 1 if found["p"] else 100
            value = float((found["p"] or found["share"]).replace("−", "-"))
            is_share = not found["p"] and "I²" not in text[language][max(0, found.start() - 10) : found.start()]
            if (value > most or value < 0) and not (is_share and _GROWS.search(text[language])):
                yield (language,), say("out-of-range.said", said=found.group(), limit="1" if most == 1 else "100%")


@rule("out-of-range", each="reference")
def participants_can_be(reference: Reference) -> Findings:
    """The number of participants is one that a study can have.

    Bad: participants = {46000000},
    Good: participants = {46},
    """
    if reference.participants and reference.participants > _MOST_PEOPLE:
        yield ("participants",), say("out-of-range.participants", value=reference.participants, limit=_MOST_PEOPLE)


@rule("participants-not-in-finding", each="review", whole=("claim",))
def participants_fit_the_findings(review: Review) -> Findings:
    """No finding of a source counts more people than took part, or as many but for a zero or digits in another order.

    Bad: {finding: {en: Trial in 46 people.}}; participants = {460},
    Good: {finding: {en: Trial in 46 people.}}; participants = {46},
    """
    people: dict[str, set[float]] = {}
    for claim in review.claims.values():
        for item in claim.evidence:
            for language in LANGUAGES:
                counted = [n for n in numbers_of(item.finding[language], language) if n.unit == "people" and n.firm]
                people.setdefault(item.ref, set()).update(number.value for number in counted)
    for key, counts in people.items():
        source = review.references.get(key)
        if source and source.participants and (other := _instead(source.participants, counts)):
            yield (f"reference:{key}", "participants"), say("participants-not-in-finding", value=source.participants, said=other)


def _instead(participants: int, counts: set[float]) -> float | None:
    """A count of people that the participants contradict: more people than took part, or as many but for the order of digits."""
    if participants in counts:
        return None
    return next((n for n in sorted(counts) if n > participants or (n > 1 and _is_slip(f"{n:.0f}", str(participants)))), None)


def _is_slip(one: str, other: str) -> bool:
    return one.rstrip("0") == other.rstrip("0") or (sorted(one) == sorted(other))


@rule("direction-against-effect", each="claim")
def directions_fit_the_estimates(claim: Claim, review: Review) -> Findings:
    """An item of an effect points where its numbers do: an interval on the wrong side of no effect does not support it.

    Bad: {direction: supports, effect: {measure: SMD, value: 0.48, low: 0.25, high: 0.70, better: lower, …}}
    Good: {direction: supports, effect: {measure: SMD, value: -0.48, low: -0.70, high: -0.25, better: lower, …}}
    """
    if claim.kind != "effect":
        return
    for index, item in enumerate(claim.evidence):
        shown = favoured(item.effect) if item.effect else None
        at = ("evidence", index, "direction")
        if item.direction == "supports" and shown == "against":
            yield at, say("direction-against-effect.supports")
        elif item.direction == "contradicts" and shown == "for":
            yield at, say("direction-against-effect.contradicts")
        elif item.direction == "supports" and shown == "open" and item.direct and not item.rates:
            yield at, say("direction-against-effect.open")
        elif item.direction == "supports" and _rates_are_worse(item, review.vocabulary.outcome):
            yield at, say("direction-against-effect.rates")
        elif item.direction == "supports" and all(_only_no_difference(item, language) for language in LANGUAGES):
            yield at, say("direction-against-effect.words")


def favoured(effect: Effect) -> str | None:
    """Whom the whole interval favours: "for" the treatment, "against" it, "open"; None where the record does not say."""
    scale = SCALES.get(effect.measure)
    if effect.better is None or effect.against is None or scale in (None, Scale.SHARE):
        return None
    none = 1.0 if scale is Scale.RATIO else 0.0
    if effect.low <= none <= effect.high:
        return "open"
    return "for" if (effect.low > none) == (effect.better == "higher") else "against"


def _rates_are_worse(item: Evidence, words: Mapping[str, Measured]) -> bool:
    """True where fewer treated people than others reach what is good, or more what is not, by the vocabulary."""
    word = words.get(item.rates.outcome) if item.rates else None
    if item.rates is None or item.rates.compared in (None, item.rates.treated) or word is None or word.side != "benefit":
        return False
    return (item.rates.treated < (item.rates.compared or 0)) == (word.good == "more")


def _only_no_difference(item: Evidence, language: Language) -> bool:
    """True where the finding says that nothing differed, and has no word for anything that did."""
    finding = item.finding[language]
    rest = _NO_DIFFERENCE[language].sub("", _NO_VERDICT.sub("", finding))
    return bool(_NO_DIFFERENCE[language].search(finding)) and not _OTHERWISE[language].search(rest)
