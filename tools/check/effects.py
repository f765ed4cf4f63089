"""Rules on the fields that hold numbers: they can be, and point where the direction does."""

from __future__ import annotations

import re

from tools.appraisal.estimate import SCALES, Scale, read_number
from tools.check.bilingual import texts_of
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.sources import Reference
from tools.records.words import LANGUAGES, Text
from tools.text.messages import say

# Larger than any study of people so far that counts each person; more is a slip of the hand.
_MOST_PEOPLE = 20_000_000

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
            value = read_number(found["p"] or found["share"])
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
