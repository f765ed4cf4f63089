"""The summary of findings of a claim: a row an outcome, and the notes that say why its certainty is what it is. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from tools.appraisal.assess import Judged
from tools.appraisal.certainty import RATINGS, Floor
from tools.appraisal.estimate import Estimate, Scale
from tools.appraisal.outcomes import Appraised, told_of
from tools.appraisal.sentences import Unit, difference_in_words, range_in_words
from tools.appraisal.turn import oriented
from tools.records.claim import Claim, Review
from tools.records.outcome import ReasonFor
from tools.records.sources import Reference
from tools.records.words import Key, Language

_UNITS: Mapping[str, Unit] = {"MD": "points", "SMD": "deviations"}
_HIGH_I2 = 50  # per cent: above it a domain that is not lowered is told


@dataclass(frozen=True)
class Note:
    """A numbered note: why a domain lowers the certainty, or why it was not lowered.

    Attributes:
        weighs: the studies that it names, each with the outcomes that it weighs on (none: all that it reports).
    """

    number: int
    domain: ReasonFor
    text: str
    weighs: list[tuple[Key, list[str]]]


@dataclass(frozen=True)
class Row:
    """One outcome in one time window.

    Attributes:
        letter: the name of its own note; "" where it has none.
        difference: the difference and its interval in words, in people, points or standard deviations; "" where there is none.
        steps: domain, steps lowered, and the number of the note that says why (0 where none does).
        although: names of labels that say what did not lower the certainty though it might have.
    """

    one: Appraised
    letter: str
    difference: tuple[str, str]
    steps: tuple[tuple[str, int, int], ...]
    although: tuple[str, ...]

    @property
    def estimate(self) -> Estimate | None:
        return self.one.estimate

    @property
    def is_share(self) -> bool:
        """It is a share of people, which compares nothing."""
        return self.estimate is not None and self.estimate.scale is Scale.SHARE

    @property
    def marks(self) -> str:
        """The certainty as four marks, as tables of this kind have it."""
        rating = self.one.result.rating
        full = RATINGS.index(rating) + 1 if rating else 0
        return "⊕" * full + "◯" * (len(RATINGS) - full)


@dataclass(frozen=True)
class Findings:
    """The rows of a claim with its notes.

    Attributes:
        share: all that was measured are shares of people: there is nothing without the treatment, and no difference.
        counted: some row has people without and with the treatment.
    """

    claim_id: str
    claim: Claim
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    share: bool
    counted: bool

    @property
    def measured(self) -> bool:
        """Somebody measured one of them at least."""
        return any(row.estimate for row in self.rows)

    @property
    def lines(self) -> list[tuple[Row, ...]]:
        """The rows as a reader sees them: what nobody measured is said once of all outcomes beside each other."""
        alike = groupby(self.rows, lambda row: row if row.estimate else (row.one.sentence, row.one.outcome.searched))
        return [tuple(rows) for _, rows in alike]


def findings(judged: Judged, review: Review, language: Language) -> Findings:
    """What a claim's page, and the list of all outcomes, show of its outcomes."""
    notes = tuple(_notes(judged, language))
    numbers = {note.domain: note.number for note in notes}
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    rows = tuple(_row(one, numbers, letters, review, language) for one in judged.outcomes)
    measured = [row for row in rows if row.estimate]
    share = all(row.is_share for row in measured) if measured else not (judged.claim.pico and judged.claim.pico.treatment)
    counted = any(row.one.absolute is not None and row.one.absolute.without is not None for row in rows)
    return Findings(judged.id, judged.claim, rows, notes, share, counted)


def _notes(judged: Judged, language: Language) -> Iterator[Note]:
    for number, (domain, reason) in enumerate(judged.reasons.items(), start=1):
        yield Note(number, domain, reason.ja if language == "ja" else reason.en, list(reason.weighed()))


def _row(one: Appraised, numbers: Mapping[ReasonFor, int], letters: Iterator[str], review: Review, language: Language) -> Row:
    source = review.references.get(one.outcome.source or "")
    although = tuple(_although(one, source))
    steps = one.graded.steps.items() if one.graded else ()
    lowered = tuple((domain, count, numbers.get(domain, 0)) for domain, count in steps if count)
    letter = next(letters, "") if _has_note(one, although) else ""
    return Row(one, letter, _difference(one, language), lowered, although)


def _has_note(one: Appraised, although: tuple[str, ...]) -> bool:
    outcome = one.outcome
    printed = outcome.heterogeneity != "not-reported"
    return bool(outcome.chosen or outcome.observed or outcome.without or outcome.rated or outcome.up or although or printed)


def _difference(one: Appraised, language: Language) -> tuple[str, str]:
    """The difference and its interval, treated less compared, in words."""
    numbers, estimate = one.absolute, one.estimate
    if numbers is not None and numbers.difference is not None:
        interval = range_in_words(numbers.low, numbers.high, "people", language)
        return difference_in_words(numbers.difference, "people", language), interval
    if estimate is None or estimate.measure not in _UNITS:
        return "", ""
    turned, unit = oriented(told_of(one.outcome, estimate), one.word), _UNITS[estimate.measure]
    interval = range_in_words(turned.low, turned.high, unit, language)
    return difference_in_words(turned.value, unit, language), interval


def _although(one: Appraised, source: Reference | None) -> Iterator[str]:
    """What did not lower the certainty though it might have: floors that yielded, and what a reader would expect to count."""
    if one.graded is None:
        return
    yield from (f"although_{_name(floor)}" for floor in one.graded.yielded)
    steps = one.graded.steps
    if not steps["inconsistency"] and (one.outcome.i2() or 0) >= _HIGH_I2:
        yield "although_heterogeneity"
    if source is not None and not steps["risk-of-bias"]:
        if any(appraisal.word == "critically low" for appraisal in source.appraisal):
            yield "although_appraisal"
        if source.sponsor in ("maker", "seller"):
            yield "although_sponsor"


def _name(floor: Floor) -> str:
    return floor.why.replace("-", "_")
