"""The sources of a claim as its page lists them: the strongest for and against, then all others, each once. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tools.appraisal.assess import Judged
from tools.appraisal.study import Study, kind_of_evidence
from tools.pages.considered import StudyRow, said_by_authorities, study_rows
from tools.records.claim import Review
from tools.records.words import Key

MOST = 2  # on each side: what a reader takes in at once, on a phone too
_KINDS = ("syntheses", "trials", "people", "guidelines", "animals", "cells", None)


@dataclass(frozen=True)
class Listed:
    """Every source of a claim, once.

    Attributes:
        direct: the strongest are of the claim itself; else they are the nearest, and count for nothing.
        supports: the strongest that point the claim's way.
        elsewhere: the strongest that do not.
        others: the other direct studies that stand for themselves.
        papers: documents of which nothing is used but the position that they take.
        agreeing: those that overlap with what is used, or agree with it.
        indirect: what is not of the claim itself.
        named: sources that only an outcome names.
    """

    direct: bool
    supports: tuple[StudyRow, ...]
    elsewhere: tuple[StudyRow, ...]
    others: tuple[StudyRow, ...]
    papers: tuple[StudyRow, ...]
    agreeing: tuple[StudyRow, ...]
    indirect: tuple[StudyRow, ...]
    named: tuple[Key, ...]

    @property
    def strongest(self) -> tuple[StudyRow, ...]:
        """Those that are shown first."""
        return self.supports + self.elsewhere

    @property
    def folded(self) -> int:
        """How many sources are shown on demand."""
        return sum(map(len, (self.others, self.papers, self.agreeing, self.indirect, self.named)))


def listed(judged: Judged, review: Review, sources: Sequence[Key]) -> Listed:
    """How the page of a claim lists its sources.

    Args:
        sources: all that it names, in the order of a list of references.
    """
    rows = study_rows(judged)
    shown = {row.study.key for row in rows}
    papers = [StudyRow(one.study, ()) for one in said_by_authorities(judged) if one.study.key not in shown]
    indirect = [StudyRow(study, ()) for study in judged.studies if not study.item.direct and not study.item.position]
    candidates = rows or papers or indirect
    supports = _strongest((row for row in candidates if row.study.item.direction == "supports"), review)
    elsewhere = _strongest((row for row in candidates if row.study.elsewhere), review)
    first = {row.study.key for row in (*supports, *elsewhere)}

    def rest(of: Iterable[StudyRow]) -> tuple[StudyRow, ...]:
        return tuple(row for row in of if row.study.key not in first)

    known = {row.study.key for row in (*rows, *papers, *indirect)}
    return Listed(
        direct=bool(rows or papers),
        supports=supports,
        elsewhere=elsewhere,
        others=rest(row for row in rows if not row.folded),
        papers=rest(papers),
        agreeing=rest(row for row in rows if row.folded),
        indirect=rest(indirect),
        named=tuple(key for key in sources if key not in known),
    )


def _strongest(rows: Iterable[StudyRow], review: Review) -> tuple[StudyRow, ...]:
    """First what the numbers are from, then what stands for itself, by kind of study and number of people."""

    def rank(row: StudyRow) -> tuple[bool, bool, int, int]:
        kind = kind_of_evidence(row.study.source, review.vocabulary)
        return row.place != "fate_source", row.folded, _KINDS.index(kind), -(row.study.source.participants or 0)

    return tuple(sorted((row for row in rows if _counts(row)), key=rank)[:MOST])


def _counts(row: StudyRow) -> bool:
    study: Study = row.study
    return not (study.replaced or study.source.withdrawn or any(fate.aside for fate in row.fates))
