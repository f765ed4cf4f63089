"""What the level rule is asked about: one claim's evidence, with everything resolved. Pure data.

`gather` makes a case from the records; a case knows no source by its text, and nothing of what is reviewed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tools.appraisal.certainty import Rating
from tools.appraisal.size import Gain, Margin, Side, Size, size_of

Favour = Literal["for", "against", "neither"]
Asks = Literal["better", "no-worse", "fewer", "occurs", "causes"]
Causal = Literal["reported", "probable", "shown"]
CaseKind = Literal["effect", "comparison", "safety", "course", "harm", "mechanism", "description"]


@dataclass(frozen=True)
class Result:
    """One outcome in one time window, graded.

    Attributes:
        outcome: the vocabulary's word.
        at: the time window.
        side: what more of it means to a person.
        critical: it decides; an outcome that is only important is shown.
        body: the kind of body of evidence that it rests on; "" where nobody measured it.
        gain: the interval, turned to the outcome's side; None where nobody measured it or no interval is printed.
        margin: what the interval is held against; for a share, the share that the statement claims is 0.
        rating: its certainty; None where there is nothing to rate.
        studies: how many studies the estimate pools; None where it is not printed.
        people: how many people it rests on; None where that is not known.
        synthesis: its source pools studies.
        large_trial: one registered trial of several centres that is not the maker's.
        agreeing: other syntheses in the record that find the same.
        newer_mixed: a newer synthesis in the record is mixed on it.
        others: the same outcome by the other syntheses in the record that give an estimate of it.
    """

    outcome: str
    at: str
    side: Side
    critical: bool
    body: str = ""
    gain: Gain | None = None
    margin: Margin = field(default=Margin())
    rating: Rating | None = None
    studies: int | None = None
    people: int | None = None
    synthesis: bool = True
    large_trial: bool = False
    agreeing: int = 0
    newer_mixed: bool = False
    others: tuple[Result, ...] = ()

    @property
    def size(self) -> Size | None:
        return size_of(self.gain, self.margin, self.side) if self.gain else None

    @property
    def matters(self) -> float | None:
        """The difference that matters, where the interval can be held against one."""
        return self.margin.matters if self.gain and self.gain.comparable else None

    @property
    def one_study(self) -> bool:
        return self.studies == 1 or not self.synthesis


@dataclass(frozen=True)
class HarmReport:
    """One source that says that a named harm occurred.

    Attributes:
        harm: the vocabulary's word.
        causal: how the cause is known; None where the source does not say, and then it counts for nothing.
        published: a study that anybody can read, and not a notice.
        notice: a regulator's or another authority's.
        origin: what makes two sources one: an authority, a registration, else the source itself.
    """

    harm: str
    causal: Causal | None
    published: bool
    notice: bool
    origin: str


@dataclass(frozen=True)
class Documents:
    """What backs a description.

    Attributes:
        own: dated documents of the authority itself that were read, and searches of the databases themselves.
        reported: second-hand accounts, and searches of a partial index that answer the claim.
        against: direct sources that say otherwise.
    """

    own: int = 0
    reported: int = 0
    against: int = 0


@dataclass(frozen=True)
class Case:
    """One claim as the rule sees it.

    Attributes:
        asks: what a comparison or a mechanism claims; None for other kinds.
        results: the outcomes of the claim, those that nobody measured among them.
        bodies: the kinds of body of every direct study in people that is not withdrawn, whichever way it points.
        laboratory: direct studies in animals or cells.
        accepting: independent bodies in force that accept the treatment's use.
        rejecting: those that do not.
        dissent: a synthesis or a re-analysis, not superseded, finds the other way.
        harms: sources of the harms that occurred, and `named` the harms that the statement names.
        documents: what backs a description.
    """

    kind: CaseKind
    asks: Asks | None = None
    results: tuple[Result, ...] = ()
    bodies: tuple[str, ...] = ()
    laboratory: int = 0
    accepting: int = 0
    rejecting: int = 0
    dissent: bool = False
    harms: tuple[HarmReport, ...] = ()
    named: tuple[str, ...] = ()
    documents: Documents = field(default=Documents())

    @property
    def side(self) -> Side:
        """Whose outcomes decide."""
        return "harm" if self.kind in ("safety", "harm") or self.asks == "fewer" else "benefit"

    @property
    def critical(self) -> tuple[Result, ...]:
        """The outcomes that decide; a course has but its own."""
        return tuple(r for r in self.results if r.critical and (self.kind == "course" or r.side == self.side))


def favour(result: Result, kind: CaseKind, asks: Asks | None) -> Favour:
    """Which way an outcome points, by its interval: for the claim, against it, or neither."""
    gain, margin = result.gain, result.margin.matters
    if gain is None:
        return "neither"
    if kind == "safety":
        return _within(gain.low, gain.high, margin if gain.comparable else None)
    if asks == "no-worse":
        low, high = (-gain.high, -gain.low) if result.side == "benefit" else (gain.low, gain.high)
        return _within(low, high, margin if gain.comparable else None)
    fewer = asks == "fewer"
    if gain.away if fewer else gain.towards:
        return "for"
    return "against" if (gain.towards if fewer else gain.away) else "neither"


def _within(low: float, high: float, margin: float | None) -> Favour:
    """The bad end alone decides: it stays within the margin, or the whole interval lies beyond it."""
    if margin is None:
        return "neither"
    return "for" if high < margin else "against" if low > margin else "neither"
