"""Rules on what became of each study: none that points elsewhere is passed over, and what is not direct says in what."""

from __future__ import annotations

from collections.abc import Iterator

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.study import Study
from tools.check.registry import Findings, rule
from tools.records.claim import Claim
from tools.records.problem import KeyPath
from tools.text.messages import Message, say

# Words under which only a study that points the claim's way can stand.
_AGREEING = ("overlaps", "updated", "agrees", "appraises")
_VOTING = ("effect", "comparison", "safety")
_BY_REPORTS = ("harm", "description")  # judged by who reports it, and not by outcomes


@rule("study-not-placed", each="claim", linked=("reference",))
def every_study_has_its_place(claim: Claim, judged: Judged) -> Findings:
    """A direct study in people that is no source stands under one word of `considered`, or a reason weighs it.

    Bad: {evidence: [{ref: kage2022null, direction: no-difference, direct: true, …}], outcomes: […]}
    Good: {evidence: [{ref: kage2022null, direction: no-difference, direct: true, …}], considered: {pooled: [kage2022null]}, …}
    """
    if claim.kind in _BY_REPORTS:
        return
    sources = {outcome.source for outcome in claim.outcomes}
    placed = claim.considered.places() if claim.considered else {}
    weighed = {ref for reason in claim.reasons.values() for ref, _ in reason.weighed()}
    found = {outcome.outcome for outcome in claim.outcomes if outcome.source}
    for index, study in _numbered(claim, judged):
        words = [*placed.get(study.key, []), *(["weighed"] if study.key in weighed else [])]
        asked = study.bears and study.in_people and study.key not in sources and not study.item.position
        if asked and (message := _place(study, words, found)):
            yield ("evidence", index), message
    for ref in (placed.keys() | weighed) - {item.ref for item in claim.evidence}:
        yield ("considered",) if ref in placed else ("reasons",), say("study-not-placed.unknown", ref=ref)


def _numbered(claim: Claim, judged: Judged) -> Iterator[tuple[int, Study]]:
    for study in judged.studies:
        yield next(index for index, item in enumerate(claim.evidence) if item is study.item), study


def _place(study: Study, words: list[str], measured: set[str]) -> Message | None:
    """What is wrong with the place of a study; one that bears on no outcome with a source needs none."""
    if not words:
        bears = measured and (not study.words or study.words & measured)
        return say("study-not-placed", ref=study.key) if bears else None
    if "set-aside" not in words and len(set(words)) > 1:
        return say("study-not-placed.twice", ref=study.key, words=tuple(dict.fromkeys(words)))
    if study.elsewhere and (wrong := [word for word in words if word in _AGREEING]):
        return say("study-not-placed.elsewhere", ref=study.key, direction=study.item.direction, word=wrong[0])
    return None


@rule("indirect-unsaid", each="claim", linked=("reference",))
def indirect_studies_say_in_what(claim: Claim, judged: Judged) -> Findings:
    """A study in people that is not direct says what is not the claim's own, and a direct one does not.

    Bad: {ref: kage2022null, direct: false, direction: supports, …}
    Good: {ref: kage2022null, direct: false, indirect: population, direction: supports, …}
    """
    for index, study in _numbered(claim, judged):
        item = study.item
        at: KeyPath = ("evidence", index)
        if item.direct and item.indirect is not None:
            yield at, say("indirect-unsaid.direct", indirect=item.indirect)
        elif claim.kind in _BY_REPORTS or not study.in_people or item.direct or item.direction == "context":
            continue
        elif item.indirect is None:
            yield at, say("indirect-unsaid", ref=study.key)


@rule("position-missing", each="claim", linked=("reference",))
def authorities_take_a_position(claim: Claim, judged: Judged) -> Findings:
    """An authority's direct document says where it stands on the use of the treatment; nothing else takes a position.

    Bad: {ref: lampsociety2021guide, direct: true, direction: supports, …}
    Good: {ref: lampsociety2021guide, direct: true, direction: supports, position: for, …}
    """
    for index, study in _numbered(claim, judged):
        position = study.item.position
        if position is None and claim.kind in _VOTING and study.design.document and study.bears and not study.in_people:
            yield ("evidence", index), say("position-missing", ref=study.key)
        elif position is not None and not study.design.document:
            yield ("evidence", index), say("position-missing.no-authority", ref=study.key)


@rule("set-aside-elsewhere", each="review", whole=("claim",))
def what_is_set_aside_is_used_nowhere(assessed: Assessed) -> Findings:
    """A study that one claim sets aside for an outcome is not another claim's source of it.

    Bad: considered: {set-aside: [{ref: kage2022null, …}]}; elsewhere outcomes: [{source: kage2022null, …}]
    Good: considered: {set-aside: [{ref: kage2022null, …}]}
    """
    used = {
        (outcome.source, outcome.outcome): claim_id
        for claim_id, judged in assessed.claims.items()
        for outcome in judged.claim.outcomes
        if outcome.source
    }
    for claim_id, judged in assessed.claims.items():
        considered = judged.claim.considered
        for index, aside in enumerate(considered.set_aside if considered else []):
            users = [user for (ref, word), user in used.items() if ref == aside.ref and word in (aside.outcomes or [word])]
            for user in dict.fromkeys(users):
                at = (f"claim:{claim_id}", "considered", "set-aside", index)
                yield at, say("set-aside-elsewhere", ref=aside.ref, claim=user)
