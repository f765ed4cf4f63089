"""Certainty of an outcome: a start, less the steps of five domains, plus what raises it; and the floors below the steps. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Rating = Literal["high", "moderate", "low", "very-low"]
RATINGS: tuple[Rating, ...] = ("very-low", "low", "moderate", "high")
Domain = Literal["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
DOMAINS: tuple[Domain, ...] = ("risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias")


def reaches(rating: Rating, other: Rating) -> bool:
    """True where `rating` is at least `other`."""
    return RATINGS.index(rating) >= RATINGS.index(other)


def certainty(start: Rating, steps: int, up: int = 0, at_most: Rating = "high") -> Rating:
    """The certainty that is left.

    Args:
        start: where the body of evidence starts.
        steps: steps lowered, over all domains.
        up: steps raised; certainty stops at high, and raising makes up for nothing that was lowered above it.
        at_most: the highest that the result may be.
    """
    place = min(max(RATINGS.index(start) - steps + up, 0), len(RATINGS) - 1)
    return RATINGS[min(place, RATINGS.index(at_most))]


@dataclass(frozen=True)
class Floor:
    """The fewest steps that a domain must be lowered by, and the name of the rule that says so.

    `number` is how many people or events there are, and `limit` how few are too few, where the rule is about that.
    """

    domain: Domain
    steps: int
    why: str
    number: int | None = None
    limit: int | None = None


@dataclass(frozen=True)
class Floors:
    """The numbers below which a domain cannot be left alone (data of the profile).

    Attributes:
        people: fewest people for a score.
        events: fewest events for an outcome that one has or has not.
        few: fewest people for one step; below them two.
    """

    people: int
    events: int
    few: int


@dataclass(frozen=True)
class Body:
    """What the floors need to know of a body of evidence.

    Attributes:
        people: in the estimate, or in the whole source where the estimate's are not printed; None where neither is known.
        counts: the outcome is counted in people, and not a score.
        mean_risk: the mean of both groups' risks, as a fraction of one; None where it cannot be computed.
        holds_none_and_worthwhile: the interval holds both no effect and a difference that matters.
        prediction_holds_none: a printed prediction interval holds no effect.
        indirect: people, treatment or outcome are not the claim's.
        unseen: risk of bias could not be read.
    """

    people: int | None
    counts: bool
    mean_risk: float | None = None
    holds_none_and_worthwhile: bool = False
    prediction_holds_none: bool = False
    indirect: bool = False
    unseen: bool = False


def floors(body: Body, limits: Floors) -> Iterator[Floor]:
    """The floors that a body meets."""
    if body.unseen:
        yield Floor("risk-of-bias", 1, "unseen")
    if body.prediction_holds_none:
        yield Floor("inconsistency", 1, "prediction-interval")
    if body.indirect:
        yield Floor("indirectness", 1, "indirect")
    if body.holds_none_and_worthwhile:
        yield Floor("imprecision", 1, "none-and-worthwhile")
    if body.people is not None and body.people < limits.few:
        yield Floor("imprecision", 2, "few-people", body.people, limits.few)
    elif body.people is not None and body.counts and body.mean_risk is not None:
        if (events := body.people * body.mean_risk) < limits.events:
            yield Floor("imprecision", 1, "few-events", round(events), limits.events)
    elif body.people is not None and body.people < limits.people:
        yield Floor("imprecision", 1, "few-people", body.people, limits.people)


@dataclass(frozen=True)
class Graded:
    """How an outcome's certainty came about.

    Attributes:
        start: where its body starts.
        steps: domain to the steps lowered, floors included.
        up: steps raised.
        rating: what is left.
        met: every floor that the body meets.
        unmet: floors that the record leaves unmet; they are counted all the same.
        yielded: floors that a published rating of the same body set aside; certainty is then never high.
    """

    start: Rating
    steps: Mapping[Domain, int]
    up: int
    rating: Rating
    met: tuple[Floor, ...] = field(default=())
    unmet: tuple[Floor, ...] = field(default=())
    yielded: tuple[Floor, ...] = field(default=())


def grade(start: Rating, declared: Mapping[Domain, int], up: int, met: tuple[Floor, ...], *, rated: bool, unseen: bool) -> Graded:
    """The certainty of an outcome from what its record declares and the floors that its body meets.

    Args:
        rated: a published rating of the same body exists, to which a floor yields.
        unseen: risk of bias could not be read, so that the result is never high.
    """
    short = tuple(floor for floor in met if declared.get(floor.domain, 0) < floor.steps)
    yielded = short if rated else ()
    unmet = () if rated else short
    steps: dict[Domain, int] = {domain: declared.get(domain, 0) for domain in DOMAINS}
    for floor in unmet:
        steps[floor.domain] = max(steps[floor.domain], floor.steps)
    at_most: Rating = "moderate" if yielded or unseen else "high"
    return Graded(start, steps, up, certainty(start, sum(steps.values()), up, at_most), met, unmet, yielded)
