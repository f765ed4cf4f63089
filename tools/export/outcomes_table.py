"""The outcomes of the judged claims as one table, a row each. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.outcomes import Appraised
from tools.edition import Publication
from tools.export.contract import ComputedOutcome
from tools.export.data import computed_outcome
from tools.export.table import Cell, joined, write_table, yes
from tools.records.claim import Claim
from tools.records.outcome import DOMAINS, Outcome
from tools.records.vocabulary import Measured
from tools.records.words import LANGUAGES


@dataclass(frozen=True)
class _Row:
    """An outcome, with the claim that it is of and what is computed of it."""

    id: str
    claim: Claim
    outcome: Outcome
    word: Measured
    computed: ComputedOutcome
    short_address: str

    @property
    def rated(self) -> str:
        """The published ratings, each with who rates."""
        return joined(f"{one.rating} {one.by}" for one in self.outcome.rated)


def outcomes_csv(assessed: Assessed, publication: Publication) -> str:
    """`data/outcomes.csv`: one row an outcome and time, in the order of the claims and of their records."""
    rows = [_row(judged, one, publication) for judged in assessed.claims.values() for one in judged.outcomes]
    return write_table(list(_COLUMNS), ({name: _cell(row, path) for name, path in _COLUMNS.items()} for row in rows))


def _row(judged: Judged, one: Appraised, publication: Publication) -> _Row:
    short = publication.short(judged.claim.code)
    return _Row(judged.id, judged.claim, one.outcome, one.word, computed_outcome(judged, one), short)


def _cell(row: _Row, path: str) -> Cell:
    """What a path leads to; nothing where a part on the way is missing."""
    value: object = row
    for name in path.split("."):
        value = getattr(value, name) if value is not None else None
    if isinstance(value, bool):
        return yes(value)
    return value.isoformat() if isinstance(value, datetime.date) else value  # type: ignore[return-value]


def _below(place: str, names: Iterable[str]) -> dict[str, str]:
    """Columns that have the names of the fields below a place."""
    return {name: f"{place}.{name}" for name in names}


def _both(names: Mapping[str, str]) -> dict[str, str]:
    """A text in two columns, one for each language."""
    return {f"{name}_{language}": f"{path}.{language}" for name, path in names.items() for language in LANGUAGES}


# Name of a column to where its value is.
_COLUMNS: Mapping[str, str] = {
    "claim": "id",
    **_below("claim", ("code", "kind", "level", "version", "reviewed")),
    **_both({f"pico_{name}": f"claim.pico.{name}" for name in ("people", "treatment", "against", "state")}),
    "outcome": "outcome.outcome",
    **_both({"outcome": "word.label"}),
    **_below("outcome", ("at", "source", "result", "better", "scale", "studies", "participants", "heterogeneity")),
    "without_per100": "outcome.without.per100",
    "without_source": "outcome.without.source",
    **{domain: f"outcome.grade.{domain.replace('-', '_')}" for domain in DOMAINS},
    "up": "computed.graded.up",
    "rated": "rated",
    **_below("outcome", ("found", "searched")),
    **_below("computed", ("side", "critical", "carries")),
    **_below("computed.estimate", ("measure", "value", "low", "high")),
    **_below("computed", ("people", "body")),
    "start": "computed.graded.start",
    **_below("computed", ("certainty", "size", "favour")),
    **_below("computed.absolute", ("per", "without")),
    "with": "computed.absolute.treated",
    "difference": "computed.absolute.difference",
    "difference_low": "computed.absolute.low",
    "difference_high": "computed.absolute.high",
    **_both({"sentence": "computed.sentence", "numbers": "computed.numbers"}),
    "short_address": "short_address",
}
