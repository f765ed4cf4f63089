"""What became of each study of a claim, who reports which harm, and what authorities say. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.appraisal.assess import DIRECTIONS, Judged
from tools.appraisal.study import Study
from tools.appraisal.voices import Voice
from tools.records.outcome import SetAside

_NOWHERE = ("fate_unrated", "fate_other")
_FOLDED = ("fate_pooled", "fate_overlaps", "fate_updated", "fate_agrees", "fate_appraises")


@dataclass(frozen=True)
class Fate:
    """What became of one study.

    Attributes:
        label: the name of the label that says it.
        outcomes: those for which it holds; none: for all.
        note: the number of the note that weighs it; 0 where none does.
        aside: why it does not count, where it was set aside.
    """

    label: str
    outcomes: tuple[str, ...] = ()
    note: int = 0
    aside: SetAside | None = None


@dataclass(frozen=True)
class StudyRow:
    """A direct study with what became of it; more than one thing where it reports several outcomes."""

    study: Study
    fates: tuple[Fate, ...]

    @property
    def place(self) -> str:
        """The first thing that became of it; "" where it stands nowhere."""
        return next((fate.label for fate in self.fates if fate.label not in _NOWHERE), "")

    @property
    def folded(self) -> bool:
        """It overlaps with what is used, or agrees with it: nothing hangs on it, and it is shown on demand."""
        return self.place in _FOLDED and not self.study.elsewhere


@dataclass(frozen=True)
class Sides:
    """Of studies that do not count: how many point the claim's way, and how many elsewhere."""

    supports: int
    elsewhere: int

    @property
    def one_way(self) -> bool:
        """Several, and all of them point one way: a reader may ask why."""
        return max(self.supports, self.elsewhere) > 1 and not min(self.supports, self.elsewhere)


@dataclass(frozen=True)
class Said:
    """A document of an authority with how it counts: the name of a label."""

    voice: Voice
    study: Study
    counted: str


def study_rows(judged: Judged) -> list[StudyRow]:
    """The direct evidence of a claim: first what its numbers are from, then what points elsewhere, then the rest.

    A document of which nothing is used but the position that it takes stands with what authorities say.
    """
    rows = [StudyRow(study, _fates_or_outcomes(study, judged)) for study in judged.studies if study.item.direct]
    return sorted((row for row in rows if row.place or not row.study.item.position), key=_place)


def _place(row: StudyRow) -> tuple[bool, bool, int]:
    return row.place != "fate_source", not row.study.elsewhere, DIRECTIONS.index(row.study.item.direction)


def _fates(study: Study, judged: Judged) -> Iterator[Fate]:
    claim = judged.claim
    if own := tuple(dict.fromkeys(one.outcome.outcome for one in judged.outcomes if one.outcome.source == study.key)):
        yield Fate("fate_source", own)
    for number, reason in enumerate(judged.reasons.values(), start=1):
        for ref, outcomes in reason.weighed():
            if ref == study.key:
                yield Fate("fate_weighed", tuple(outcomes), note=number)
    for place in claim.considered.places().get(study.key, ()) if claim.considered else ():
        if place != "set-aside":
            yield Fate(f"fate_{place}")
    for aside in claim.considered.set_aside if claim.considered else ():
        if aside.ref == study.key:
            yield Fate("fate_set_aside", tuple(aside.outcomes), aside=aside)


def _fates_or_outcomes(study: Study, judged: Judged) -> tuple[Fate, ...]:
    """What became of a study; of one that gives no estimate of a listed outcome, or reports others than are listed, which."""
    if (found := tuple(_fates(study, judged))) or not judged.outcomes:
        return found
    nowhere = {one.outcome.outcome for one in judged.outcomes if one.outcome.found}
    unrated = study.words & nowhere if study.bears and study.in_people else ()
    told = (("fate_unrated", unrated), ("fate_other", study.words - nowhere))
    return tuple(Fate(label, tuple(sorted(words))) for label, words in told if words)


def set_aside(rows: Sequence[StudyRow]) -> Sides:
    """Of the studies that were set aside, which way they point."""
    return _sides([row.study for row in rows if any(fate.aside for fate in row.fates)])


def not_direct(judged: Judged) -> Sides:
    """Of the studies in people that are not direct, which way they point."""
    return _sides([study for study in judged.studies if not study.item.direct and study.in_people])


def _sides(studies: Sequence[Study]) -> Sides:
    return Sides(sum(s.item.direction == "supports" for s in studies), sum(s.elsewhere for s in studies))


def harm_rows(judged: Judged) -> list[Study]:
    """The reports of harms, each harm together: those that show its cause first."""
    reports = [study for study in judged.studies if study.item.harm]
    harms = list(dict.fromkeys(study.item.harm for study in reports))
    causes = ("shown", "probable", "reported", None)
    return sorted(reports, key=lambda study: (harms.index(study.item.harm), causes.index(study.item.causal)))


def said_by_authorities(judged: Judged) -> list[Said]:
    """What authorities say of the treatment's use, newest first, with how each counts."""
    studies = {study.key: study for study in judged.studies}
    voted = {voice.authority for voice in judged.voices if voice.vote}
    return [Said(voice, studies[voice.key], _counted(voice, studies[voice.key], voted)) for voice in judged.voices]


def _counted(voice: Voice, study: Study, voted: set[str]) -> str:
    """How a document counts, or the first reason why it does not."""
    if voice.vote:
        return f"voice_{voice.vote}"
    if voice.position == "none":
        return "voice_no_position"
    if not voice.in_force:
        return "voice_not_in_force"
    if not study.source.issuer:
        return "voice_unknown_issuer"
    if "providers" in study.source.issuer:
        return "voice_providers"
    return "voice_replaced" if voice.authority in voted else "voice_elsewhere"
