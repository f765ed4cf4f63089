"""Rules on outcomes: each is whole, rests on a direct study in people, and every one that decides is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.appraisal.assess import Judged
from tools.appraisal.estimate import FORM, SCALES, Scale, absolute, read_estimate
from tools.appraisal.gather import ASKS
from tools.appraisal.outcomes import Appraised, told_of
from tools.appraisal.turn import oriented
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Review
from tools.records.outcome import Outcome
from tools.text.hints import hint
from tools.text.messages import Message, say
from tools.text.signs import lookalike


@rule("outcome-incomplete", each="claim")
def outcomes_are_whole(claim: Claim) -> Findings:
    """An outcome has a source, its result and five domains, or says that nobody measured it and names the search.

    Bad: outcomes: [{outcome: response, source: hikari2020lamp, grade: {…}}]
    Good: outcomes: [{outcome: response, source: hikari2020lamp, result: RR 2.35 (1.70 to 3.25), grade: {…}}]
    """
    seen: set[tuple[str, str]] = set()
    for index, outcome in enumerate(claim.outcomes):
        if (outcome.outcome, outcome.at) in seen:
            yield ("outcomes", index), say("outcome-incomplete.twice", outcome=outcome.outcome, at=outcome.at)
        seen.add((outcome.outcome, outcome.at))
        for message in _missing(outcome, claim):
            yield ("outcomes", index), message


def _missing(outcome: Outcome, claim: Claim) -> Iterator[Message]:
    measured = {"source": outcome.source, "result": outcome.result, "grade": outcome.grade}
    given = tuple(name for name, value in measured.items() if value is not None)
    if outcome.found == "none":
        if given:
            yield say("outcome-incomplete.found-and-measured", fields=given)
        elif outcome.searched is None:
            yield say("outcome-incomplete.search")
        elif outcome.searched not in claim.searches:
            yield say("outcome-incomplete.not-listed", name=outcome.searched, hint=hint(outcome.searched, claim.searches))
    elif len(given) < len(measured):
        yield say("outcome-incomplete", fields=tuple(name for name in measured if name not in given))


_NUMBER = r"(-?[0-9]+(?:\.[0-9]+)?)"
_PRINTED = re.compile(rf"\w+ {_NUMBER} \({_NUMBER} to {_NUMBER}\)")
_DASHES = re.compile("[−–—]")  # a minus sign may stand in a result, and a dash between the ends is another fault


@rule("bad-result", "bad-form", each="claim", doubts=True)
def results_can_be_read(claim: Claim) -> Findings:
    """A result is written as its source prints it, and what it needs to be understood stands beside it.

    Bad: result: RR 2.35 [1.70-3.25]
    Good: result: RR 2.35 (1.70 to 3.25)
    """
    for index, outcome in enumerate(claim.outcomes):
        try:
            estimate = read_estimate(outcome.result) if outcome.result else None
        except ValueError:
            yield ("outcomes", index, "result"), _unreadable(outcome.result or "")
            continue
        if estimate is None:
            continue
        if estimate.measure in ("MD", "SMD", "RD") and outcome.better is None:
            yield ("outcomes", index), say("bad-result.better", measure=estimate.measure)
        if estimate.measure == "MD" and outcome.scale is None:
            yield ("outcomes", index), say("bad-result.scale")
        if estimate.scale is Scale.SHARE and claim.share is None:
            yield ("outcomes", index), say("bad-result.share")


def _unreadable(result: str) -> Message:
    """What keeps a result from being read: a sign that only looks right, a value outside its interval, or its form."""
    plain = _DASHES.sub("-", result)
    if sign := lookalike(plain):
        return say("bad-form.sign", field="result", value=result, cure=sign.cure(1))
    if printed := _PRINTED.fullmatch(plain):
        value, low, high = printed.groups()
        if not float(low) <= float(value) <= float(high):
            return say("bad-result.interval", value=value, low=low, high=high)
    return say("bad-result", result=result, measures=tuple(SCALES), form=FORM)


@rule("bad-result", each="claim")
def results_are_possible(claim: Claim, judged: Judged) -> Findings:
    """A result with its baseline gives no more than all people.

    Bad: {result: RR 5.10 (1.60 to 9.80), without: {per100: 20, …}}
    Good: {result: RR 2.10 (1.60 to 2.80), without: {per100: 20, …}}
    """
    for index, one in _placed(claim, judged):
        if (message := _impossible(one)) is not None:
            yield ("outcomes", index), message


def _placed(claim: Claim, judged: Judged) -> Iterator[tuple[int, Appraised]]:
    """The appraised outcomes, each with its place in the record."""
    for one in judged.outcomes:
        yield next(index for index, outcome in enumerate(claim.outcomes) if outcome is one.outcome), one


def _impossible(one: Appraised) -> Message | None:
    """More than all people would have the outcome."""
    if one.estimate is None:
        return None
    told = told_of(one.outcome, one.estimate)
    try:
        absolute(oriented(told, one.word), told.risk)
    except ValueError:
        return say("bad-result.impossible", result=one.outcome.result, risk=f"{100 * (told.risk or 0):g}")
    return None


@rule("outcome-source", each="claim", linked=("reference",))
def outcomes_rest_on_direct_studies_in_people(claim: Claim, judged: Judged) -> Findings:
    """The source of an outcome is a direct study in people of this claim, and its baseline is of the same body.

    Bad: {evidence: [{ref: hikari2020lamp, direct: false, …}], outcomes: [{source: hikari2020lamp, …}]}
    Good: {evidence: [{ref: hikari2020lamp, direct: true, …}], outcomes: [{source: hikari2020lamp, …}]}
    """
    direct = {study.key for study in judged.studies if study.bears and study.in_people}
    same = {*claim.considered.overlaps, *claim.considered.pooled} if claim.considered else set()
    for index, outcome in enumerate(claim.outcomes):
        if outcome.source is not None and outcome.source not in direct:
            yield ("outcomes", index), say("outcome-source", source=outcome.source)
        elif outcome.without and outcome.without.source not in {outcome.source, *same}:
            yield ("outcomes", index, "without"), say("outcome-source.baseline", source=outcome.without.source)
        elif (newer := _newer(outcome, judged)) and outcome.chosen is None:
            yield ("outcomes", index), say("outcome-source.newer", source=outcome.source, newer=tuple(newer))


def _newer(outcome: Outcome, judged: Judged) -> list[str]:
    """Syntheses of the record that are newer than the source, or the only ones, and bear on the outcome."""
    studies = {study.key: study for study in judged.studies}
    source = studies.get(outcome.source or "")
    if source is None:
        return []
    peers = [s for s in judged.studies if s.bears and s.in_people and s.design.synthesis and s.counts_once_more and s != source]
    since = source.source.year or 0 if source.design.synthesis else 0
    return [s.key for s in peers if s.item.effect and s.item.effect.outcome == outcome.outcome and (s.source.year or 0) > since]


@rule("outcome-missing", each="claim")
def whatever_decides_is_listed(claim: Claim, review: Review) -> Findings:
    """Every critical outcome of the claim's side (of a mechanism, one) and every time of a course is listed, found or not.

    Bad: outcomes: [{outcome: response, …}]
    Good: outcomes: [{outcome: response, …}, {outcome: remission, found: none, searched: …}]
    """
    if claim.kind in ("harm", "description"):
        return
    words = review.vocabulary.outcome.items()
    if claim.kind == "mechanism":
        deciding = {name for name, w in words if w.side != "harm" and claim.topic in w.critical}
        if deciding.isdisjoint(outcome.outcome for outcome in claim.outcomes):
            yield ("kind",), say("outcome-missing.mechanism", topic=claim.topic)
        return
    if claim.kind == "course":
        listed: set[str] = {outcome.at for outcome in claim.outcomes}
        missing: list[str] = [at for at in claim.times if at not in listed]
    else:
        listed = {outcome.outcome for outcome in claim.outcomes}
        side = "harm" if claim.kind == "safety" or claim.asks == "fewer" else "benefit"
        missing = [name for name, w in words if w.side == side and claim.topic in w.critical]
        missing += [name for name in claim.harms if claim.kind == "safety" and name not in missing]
        missing = [name for name in missing if name not in listed]
        if not listed <= review.vocabulary.outcome.keys():
            return  # one of them may be meant by the word that is not known
    if missing:
        yield ("outcomes",), say("outcome-missing", outcomes=tuple(missing))


@rule("outcome-missing", each="claim", linked=("reference",))
def whatever_is_reported_of_a_mechanism_is_listed(claim: Claim, judged: Judged, review: Review) -> Findings:
    """A critical outcome that a direct study in people of a mechanism reports is listed, found or not.

    Bad: {evidence: [{ref: shima2020marker, reports: [crp, gaba], …}], outcomes: [{outcome: crp, …}]}
    Good: {evidence: [{ref: shima2020marker, reports: [crp, gaba], …}], outcomes: [{outcome: crp, …}, {outcome: gaba, …}]}
    """
    if claim.kind != "mechanism":
        return
    words, listed = review.vocabulary.outcome, {outcome.outcome for outcome in claim.outcomes}
    if not any(name in words and claim.topic in words[name].critical for name in listed):
        return  # of which another rule speaks
    for study in judged.studies:
        reported = study.words & words.keys() - listed if study.bears and study.in_people else ()
        missing = [name for name in sorted(reported) if words[name].side != "harm" and claim.topic in words[name].critical]
        if missing:
            index = next(index for index, item in enumerate(claim.evidence) if item is study.item)
            yield ("evidence", index), say("outcome-missing.reported", ref=study.key, outcomes=tuple(missing))


@rule("asks-missing", each="claim")
def claims_say_what_they_ask(claim: Claim) -> Findings:
    """A comparison or a mechanism says what it claims; a course says which share, and when; a description, of which day.

    Bad: kind: comparison
    Good: {kind: comparison, asks: better}
    """
    allowed = ASKS.get(claim.kind, ())
    if claim.asks is not None and claim.asks not in allowed:
        yield ("asks",), say("asks-missing.other-kind", asks=claim.asks, kind=claim.kind)
    elif allowed and claim.asks is None:
        yield ("kind",), say("asks-missing", kind=claim.kind, words=allowed)
    if claim.kind == "course" and (claim.share is None or not claim.times):
        yield ("kind",), say("asks-missing.course")
    if claim.kind == "description" and claim.as_of is None:
        yield ("kind",), say("asks-missing.as-of")
