"""Of 100 people, how many have an outcome, as dots that can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markupsafe import Markup

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.outcomes import Appraised
from tools.pages.figures.canvas import WIDTH, drawing, element, width_of, words
from tools.records.words import Language, Text
from tools.text.labels import labels

_STEP, _RADIUS, _TOP = 9.0, 3.4, 34.0


@dataclass(frozen=True)
class Frequency:
    """How many of 100 people, treated and compared, with their picture.

    Attributes:
        outcome: the vocabulary's word.
        ref: the source of the numbers.
        told: the numbers as a sentence, with their interval.
    """

    claim_id: str
    outcome: str
    ref: str
    picture: Markup
    told: str


@dataclass(frozen=True)
class _Half:
    """One group: its name, and how many of 100 people reached the outcome."""

    name: str
    people: int


def natural_frequencies(assessed: Assessed, language: Language) -> list[Frequency]:
    """Every picture of the review.

    The strongest designs come first, then the largest studies, so that one small trial does not stand for the whole.
    """
    review = assessed.review
    found: dict[tuple[str, str], Frequency] = {}
    for judged in assessed.claims.values():
        for row in outcome_frequencies(judged, language):
            found.setdefault((row.ref, row.outcome), row)
    designs = list(review.vocabulary.design)

    def weight(row: Frequency) -> tuple[int, int]:
        source = review.references[row.ref]
        return designs.index(source.design), -(source.participants or 0)

    return sorted(found.values(), key=weight)


def outcome_frequencies(judged: Judged, language: Language) -> Iterator[Frequency]:
    """The critical outcomes of a claim that are counted of 100 people, in the numbers of its summary of findings.

    What is very uncertain, or may as well be the other way, is not drawn: dots look sure.
    """
    pico, t = judged.claim.pico, labels(language)
    for one in judged.outcomes:
        numbers = one.absolute
        sure = one.result.rating not in (None, "very-low") and one.result.size not in (None, "unclear")
        if one.result.critical and sure and numbers is not None and numbers.without is not None and numbers.per == 100:
            treated = _Half(_short(pico.treatment if pico else None, language) or t["rates_treated"], numbers.treated)
            compared = _Half(_short(pico.against if pico else None, language) or t["rates_compared"], numbers.without)
            picture = _draw(one.word.label[language], treated, compared, language)
            told = one.numbers.get(language, "")
            yield Frequency(judged.id, one.outcome.outcome, one.outcome.source or "", picture, told)


def of_a_hundred(judged: Judged, one: Appraised, language: Language) -> Markup:
    """One outcome of 100 people; where nobody measured it, 100 people of whom nothing is known."""
    pico, numbers, t = judged.claim.pico, one.absolute, labels(language)
    treated = _short(pico.treatment if pico else None, language) or t["rates_treated"]
    if numbers is None:
        label = f"{one.word.label[language]}. {treated}{t['list_colon']}{t['not_studied']}"
        parts = _half(treated, 0, t["not_studied"], 2.0)
        return drawing(_TOP + 10 * _STEP + 2, *parts, _unknown(), label=label, class_="frequencies unknown", role="img")
    compared = _Half(_short(pico.against if pico else None, language) or t["rates_compared"], numbers.without or 0)
    return _draw(one.word.label[language], _Half(treated, numbers.treated), compared, language)


def _unknown() -> Element:
    return words(2 + 5 * _STEP, _TOP + 6.4 * _STEP, "?", "unknown-mark", anchor="middle")


def _short(name: Text | None, language: Language) -> str:
    """A name that has room above its dots; "" where it is too long."""
    text = name[language] if name else ""
    return text if width_of(text, 12) < WIDTH / 2 - 8 else ""


def _draw(about: str, treated: _Half, compared: _Half, language: Language) -> Markup:
    of_100 = labels(language)["of_100"]
    halves = [(treated, 2.0), (compared, WIDTH / 2 + 6)]
    parts = [part for half, x in halves for part in _half(half.name, half.people, of_100.format(count=half.people), x)]
    told = "; ".join(f"{half.name}: {of_100.format(count=half.people)}" for half, _ in halves)
    return drawing(_TOP + 10 * _STEP + 2, *parts, label=f"{about}. {told}", class_="frequencies", role="img")


def _half(name: str, people: int, count: str, x: float) -> list[Element]:
    """A hundred dots, as many filled as people reached the outcome."""
    dots = [_dot(x + number % 10 * _STEP, _TOP + number // 10 * _STEP + _RADIUS) for number in range(100)]
    return [
        words(x, 12, name, "group"),
        words(x, 27, count, "count"),
        element("path", d="".join(dots[people:]), class_="no"),
        element("path", d="".join(dots[:people]), class_="yes", data_count=people),
    ]


def _dot(x: float, y: float) -> str:
    return f"M{x:.1f} {y:.1f}a{_RADIUS} {_RADIUS} 0 1 0 {2 * _RADIUS} 0a{_RADIUS} {_RADIUS} 0 1 0 -{2 * _RADIUS} 0z"
