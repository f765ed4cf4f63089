"""Rules on the fields that hold numbers: they are what the finding says, can be, and point where the direction does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from tools.appraisal.estimate import SCALES, Scale
from tools.check.bilingual import texts_of
from tools.check.numerals import numbers_of
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.outcome import Effect
from tools.records.sources import Reference
from tools.records.words import LANGUAGES, Language
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


@rule("effect-not-in-finding", each="evidence")
def fields_hold_what_the_finding_says(item: Evidence) -> Findings:
    """The numbers of `effect` and `rates` are in the finding, or follow from its counts.

    Bad: {finding: {en: Risk ratio 2.35 (1.70 to 3.25)}, effect: {value: 2.53, low: 1.70, high: 3.25, …}}
    Good: {finding: {en: Risk ratio 2.35 (1.70 to 3.25)}, effect: {value: 2.35, low: 1.70, high: 3.25, …}}
    """
    if item.effect and not item.effect.low <= item.effect.value <= item.effect.high:
        return  # a slip of the hand in the fields themselves, which has a rule of its own
    fields = list(_fields(item))
    for language in LANGUAGES if fields else ():
        said = _said(item, language)
        for field, value in fields:
            same = [number for number in said if _rounds_to(abs(value), abs(number))]
            if not same and not any(_rounds_to(share, value, 0.051) for share in _shares(said)):
                yield field, say("effect-not-in-finding", field=field[1], value=value)
            elif value < 0 < min(same, default=-1):
                yield field, say("effect-not-in-finding.sign", field=field[1], value=value, said=min(same))
            elif value > 0 > max(same, default=1):
                yield field, say("effect-not-in-finding.sign", field=field[1], value=value, said=max(same))
            else:
                continue
            break


def _fields(item: Evidence) -> Iterator[tuple[tuple[str, str], float]]:
    if item.effect:
        for name in ("value", "low", "high"):
            yield ("effect", name), getattr(item.effect, name)
    if item.rates:
        yield ("rates", "treated"), item.rates.treated
        if item.rates.compared is not None:
            yield ("rates", "compared"), item.rates.compared


def _said(item: Evidence, language: Language) -> list[float]:
    return [value for number in numbers_of(item.finding[language], language) for value in (number.value, *number.also)]


def _shares(numbers: list[float]) -> Iterator[float]:
    """Of whole numbers, each as a share of each larger one, in per cent: 75 of 120 is 62.5."""
    whole = {number for number in numbers if number > 0 and not number % 1}
    return (100 * part / total for part, total in permutations(whole, 2) if part < total)


def _rounds_to(one: float, other: float, within: float = 1e-9) -> bool:
    """True where two numbers are one, as a fraction or in per cent; `within` leaves room for rounding."""
    return abs(one - other) <= within or abs(one - other * 100) <= within or abs(one - other / 100) <= within


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
    """No finding of a source counts more people than took part, or as many but for a zero.

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
    """A count of people that the participants contradict: one with more or fewer zeros, or more people than took part."""
    if participants in counts:
        return None
    digits = str(participants).rstrip("0")
    return next((n for n in sorted(counts) if n > participants or (n > 1 and f"{n:.0f}".rstrip("0") == digits)), None)


@rule("direction-against-effect", each="claim")
def directions_fit_the_estimates(claim: Claim) -> Findings:
    """An item of an effect points where its estimate does: an interval on the wrong side of no effect does not support it.

    Bad: {direction: supports, effect: {measure: SMD, value: 0.48, low: 0.25, high: 0.70, better: lower, …}}
    Good: {direction: supports, effect: {measure: SMD, value: -0.48, low: -0.70, high: -0.25, better: lower, …}}
    """
    if claim.kind != "effect":
        return
    for index, item in enumerate(claim.evidence):
        shown = _favours(item.effect) if item.effect else None
        at = ("evidence", index, "direction")
        if item.direction == "supports" and shown == "against":
            yield at, say("direction-against-effect.supports")
        elif item.direction == "contradicts" and shown == "for":
            yield at, say("direction-against-effect.contradicts")
        elif item.direction == "supports" and shown == "open" and item.direct and not item.rates:
            yield at, say("direction-against-effect.open")
        elif item.direction == "supports" and all(_only_no_difference(item, language) for language in LANGUAGES):
            yield at, say("direction-against-effect.words")


def _favours(effect: Effect) -> str | None:
    """Whom the whole interval favours: "for" the treatment, "against" it, "open"; None where the record does not say."""
    scale = SCALES.get(effect.measure)
    if effect.better is None or effect.against is None or scale in (None, Scale.SHARE):
        return None
    none = 1.0 if scale is Scale.RATIO else 0.0
    if effect.low <= none <= effect.high:
        return "open"
    return "for" if (effect.low > none) == (effect.better == "higher") else "against"


def _only_no_difference(item: Evidence, language: Language) -> bool:
    """True where the finding says that nothing differed, and has no word for anything that did."""
    finding = item.finding[language]
    rest = _NO_DIFFERENCE[language].sub("", _NO_VERDICT.sub("", finding))
    return bool(_NO_DIFFERENCE[language].search(finding)) and not _OTHERWISE[language].search(rest)
