"""What an outcome means, as a sentence: certainty × size × side, one template a language. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from tools.appraisal.certainty import Rating
from tools.appraisal.estimate import Absolute
from tools.appraisal.size import Side, Size
from tools.records.words import At, Language

# What a difference is counted in: people, points of a scale, or standard deviations.
Unit = Literal["people", "points", "deviations"]


@dataclass(frozen=True)
class Phrases:
    """The words of one language that fill a sentence.

    Attributes:
        treatment: such as "the lamp".
        against: such as "no lamp".
        outcome: what people do or have, or the name of a score.
        people: who they are, for a share.
    """

    treatment: str
    against: str
    outcome: str
    people: str = ""


@dataclass(frozen=True)
class Meaning:
    """What a sentence says of an outcome.

    Attributes:
        counts: the outcome is counted in people, and not a score.
        more: the side that the interval is turned to means more people, or a higher score.
        matters: there is a margin that says what matters.
    """

    rating: Rating
    size: Size
    side: Side
    counts: bool
    more: bool
    matters: bool


@cache
def _templates() -> Any:  # nested mappings, of which every end is a sentence
    text = files("tools").joinpath("appraisal/sentences.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def sentence(meaning: Meaning, phrases: Phrases, language: Language) -> str:
    """The sentence for a comparison. The other way round is told like `some`, the other way."""
    words = _templates()[language]
    other = meaning.size == "other-way"
    size = "little-harm" if meaning.size == "little" and meaning.side == "harm" else "some" if other else meaning.size
    told = words["people" if meaning.counts else "score"][size][meaning.rating]
    way = words["ways"]["people" if meaning.counts else "score"]["more" if meaning.more != other else "less"]
    text: str = told.format(
        X=phrases.treatment,
        C=phrases.against,
        P=phrases.outcome,
        way=way,
        Way=way[:1].upper() + way[1:],
        enough=words["enough"][meaning.side],
        **{name: words["ways"]["people" if meaning.counts else "score"][name] for name in ("more", "less")},
    )
    text = text[:1].upper() + text[1:]
    unsure = meaning.size == "some" and meaning.matters and meaning.rating != "very-low"
    return joined([text, words["unsure"][meaning.side]], language) if unsure else text


def share_sentence(rating: Rating, numbers: Absolute, phrases: Phrases, language: Language) -> str:
    """The sentence for a share of people."""
    form = "course" if numbers.low is not None else "course-bare"
    told: str = _templates()[language][form][rating]
    return told.format(P=phrases.people, Q=phrases.outcome, n=numbers.treated, A=numbers.low, B=numbers.high, per=numbers.per)


def not_measured(language: Language, *, reported: bool) -> str:
    """The sentence where nobody measured an outcome, or (`reported`) where nobody who did gives an estimate to be rated."""
    told: str = _templates()[language]["none-rated" if reported else "none"]
    return told


def counted(numbers: Absolute, phrases: Phrases, language: Language) -> str:
    """The numbers of a comparison as a sentence: people without, people with, the difference and its interval."""
    words = _templates()[language]
    if numbers.without is None or numbers.difference is None:
        return ""
    interval = range_in_words(numbers.low, numbers.high, "people", language)
    told: str = words["counted"]
    return told.format(
        per=numbers.per, without=numbers.without, treated=numbers.treated, X=phrases.treatment, C=phrases.against,
        difference=difference_in_words(numbers.difference, "people", language),
        interval=words["interval"].format(interval) if interval else "",
    )  # fmt: skip


def floor_sentence(why: str, limit: int | None, outcomes: Iterable[tuple[str, At, int | None]], language: Language) -> str:
    """Why a floor is there: `Fewer than 400 people were studied: Response 90.`.

    Args:
        why: its name in `appraisal/certainty`.
        limit: how few people or events are too few, where it is about them.
        outcomes: those that it is there for: label, time, and how many people or events there are.
    """
    words, named = _templates()[language], []
    for label, at, number in outcomes:
        name = label if at == "end" else words["time"].format(label=label, months=at[1:])
        named.append(name if number is None else words["list"]["number"].format(label=name, number=number))
    told: str = words["floors"][why].format(limit=limit, outcomes=words["list"]["joint"].join(named))
    return told


def joined(sentences: Iterable[str], language: Language) -> str:
    """Sentences one after the other."""
    joint: str = _templates()[language]["joint"]
    return joint.join(sentences)


def difference_in_words(number: float, unit: Unit, language: Language) -> str:
    """A difference, treated less compared, as a reader says it: `16 more`, `3.4 points lower`."""
    return _amount(number, _templates()[language]["amounts"][unit]["value"])


def range_in_words(low: float | None, high: float | None, unit: Unit, language: Language) -> str:
    """The interval of a difference: `8 to 26 more`, `11 fewer to 8 more`, `about none to 11 more`; "" without one."""
    if low is None or high is None:
        return ""
    words = _templates()[language]["amounts"][unit]
    if low > 0:
        told: str = words["range"]["more"].format(f"{low:g}", f"{high:g}")
    elif high < 0:
        told = words["range"]["fewer"].format(f"{-high:g}", f"{-low:g}")
    elif low == high:
        told = _amount(low, words["end"])
    else:
        told = words["range"]["both"].format(_amount(low, words["end"]), _amount(high, words["end"]))
    return told


def _amount(number: float, forms: Mapping[str, str]) -> str:
    return forms["more" if number > 0 else "fewer" if number < 0 else "same"].format(n=f"{abs(number):g}")
