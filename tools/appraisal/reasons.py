"""Why certainty is lowered: the reasons of the record and, where no more is lowered than floors ask for, computed ones. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tools.appraisal.certainty import DOMAINS, Domain, Floor
from tools.appraisal.outcomes import Appraised
from tools.appraisal.sentences import floor_sentence, joined
from tools.records.claim import Claim
from tools.records.outcome import Reason, ReasonFor
from tools.records.words import LANGUAGES, Language


def reasons_of(claim: Claim, outcomes: Iterable[Appraised]) -> Mapping[ReasonFor, Reason]:
    """Domain to the reason of the record; after those, the floors where the record need not give one."""
    outcomes = tuple(outcomes)
    computed = {domain: _told(domain, outcomes) for domain in DOMAINS if domain not in claim.reasons}
    return {**claim.reasons, **{domain: reason for domain, reason in computed.items() if reason}}


def _told(domain: Domain, outcomes: Iterable[Appraised]) -> Reason | None:
    """The floors of a domain in words; None where it is not lowered, or further than the floors of each outcome ask for."""
    lowered = [one for one in outcomes if one.outcome.grade and one.outcome.grade.steps()[domain]]
    if not lowered or not all(_by_floors(domain, one) for one in lowered):
        return None
    met: dict[tuple[str, int | None], list[tuple[Appraised, Floor]]] = {}
    for one in lowered:
        for floor in _floors(domain, one):
            met.setdefault((floor.why, floor.limit), []).append((one, floor))
    told = {language: joined((_sentence(*floor, met[floor], language) for floor in met), language) for language in LANGUAGES}
    return Reason(ja=told["ja"], en=told["en"], weighs=[])


def _sentence(why: str, limit: int | None, found: Iterable[tuple[Appraised, Floor]], language: Language) -> str:
    outcomes = ((one.word.label[language], one.outcome.at, floor.number) for one, floor in found)
    return floor_sentence(why, limit, outcomes, language)


def _by_floors(domain: Domain, one: Appraised) -> bool:
    """A floor of the outcome asks for as many steps as the record takes."""
    assert one.outcome.grade is not None  # it is lowered
    return any(floor.steps >= one.outcome.grade.steps()[domain] for floor in _floors(domain, one))


def _floors(domain: Domain, one: Appraised) -> list[Floor]:
    return [floor for floor in one.graded.met if floor.domain == domain] if one.graded else []
