"""What follows from a change of the records: what the rule says, what the pages say of it, and other claims. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.appraisal.assess import Assessed, Judged
from tools.contribute.fields import Group
from tools.contribute.line import Line
from tools.contribute.prose import rewritten, shown
from tools.contribute.values import word
from tools.records.claim import Claim, Review
from tools.records.words import LANGUAGES
from tools.text.locale import Language
from tools.text.messages import Message, say


def of_claim(claim_id: str, old: Assessed, new: Assessed, frame: Language) -> Iterator[Line]:
    """What the rule makes of a claim otherwise."""
    before, after = old.claims[claim_id], new.claims[claim_id]
    code = after.claim.code
    if before.ceiling != after.ceiling:
        why = _why(claim_id, old.review, new.review)
        told = say("told.diff-ceiling", code=code, before=before.ceiling, after=after.ceiling, why=_joined(why, frame))
        yield Line("ceiling", told.text(frame))
    yield from _judged(code, before, after, frame)
    yield from _outcomes(code, before, after, frame)
    yield from _wording(code, before, after, frame)
    known = {support.ref for support in before.supports}
    for support in after.supports:
        if support.ref not in known:
            told = say("told.diff-bearing", code=code, ref=support.ref, level=support.without)
            yield Line("bearing", told.text(frame))
    if _direct_came(before.claim, after.claim):
        yield from _absences(after.claim, new.review, frame)


def downstream(moved: Sequence[str], new: Assessed, frame: Language) -> Iterator[Line]:
    """The claims that rest on those whose level or ceiling moved."""
    for claim_id in moved:
        resting = [f"{one.claim.code} ({one.claim.level})" for one in new.claims.values() if claim_id in one.premises]
        if resting:
            told = say("told.diff-downstream", code=new.claims[claim_id].claim.code, claims=", ".join(resting))
            yield Line("downstream", told.text(frame))


def _judged(code: str, before: Judged, after: Judged, frame: Language) -> Iterator[Line]:
    """Certainty, flags and reason of the judgement, as a page shows them."""
    one, other = before.judgement, after.judgement
    told: tuple[tuple[Group, Message, object, object], ...] = (
        ("certainty", say("told.diff-certainty"), one.certainty, other.certainty),
        ("bearing", say("told.diff-flags"), list(one.flags), list(other.flags)),
        ("bearing", say("told.diff-why"), one.why, other.why),
    )
    for group, name, was, now in told:
        if was != now:
            yield Line(group, f"**{code}** {name.text(frame)}: {word(was, frame)} → **{word(now, frame)}**")


def _outcomes(code: str, before: Judged, after: Judged, frame: Language) -> Iterator[Line]:
    """Outcomes that are rated otherwise, or of which the program's sentence says something else."""
    old = {(one.outcome.outcome, one.outcome.at): one for one in before.outcomes}
    for now in after.outcomes:
        name = (now.outcome.outcome, now.outcome.at)
        was = old.get(name)
        if was is None:
            continue
        called = f"**{code}** " + say("told.diff-outcome", outcome=name[0], at=name[1]).text(frame)
        if was.result.rating != now.result.rating:
            change = f"{word(was.result.rating, frame)} → **{word(now.result.rating, frame)}**"
            yield Line("certainty", f"{called}, {say('told.diff-certainty').text(frame)}: {change}")
        told = tuple(
            f"{language}: {shown(pair, language, frame)}"
            for language in LANGUAGES
            for one, other in ((was.sentence, now.sentence), (was.numbers, now.numbers))
            for pair in rewritten(one.get(language, ""), other.get(language, ""), language)
        )
        if told:
            yield Line("outcome", f"{called}, {say('told.diff-sentence').text(frame)}:", told)


def _wording(code: str, before: Judged, after: Judged, frame: Language) -> Iterator[Line]:
    for one, other in zip(before.comparisons, after.comparisons, strict=True):
        if one.verdict != other.verdict:
            was, now = (verdict.replace("_", " ") for verdict in (one.verdict, other.verdict))
            told = say("told.diff-wording", code=code, language=one.language, before=was, after=now)
            yield Line("wording", told.text(frame))


def _absences(claim: Claim, new: Review, frame: Language) -> Iterator[Line]:
    """Searches that say that nothing was found, now that direct evidence has come."""
    silent = tuple(name for name in claim.searches if name in new.searches and not new.searches[name].found)
    if silent:
        yield Line("evidence", say("told.diff-absences", code=claim.code, searches=silent).text(frame))


def _direct_came(before: Claim, after: Claim) -> bool:
    known = {item.ref for item in before.evidence if item.direct}
    return any(item.direct and item.ref not in known for item in after.evidence)


def _why(claim_id: str, old: Review, new: Review) -> list[Message]:
    """Why a ceiling moved: what of the claim changed, or of its sources; else the words of the vocabulary."""
    before, after = old.claims[claim_id], new.claims[claim_id]
    was, now = (
        {item.ref: (item, review.references.get(item.ref)) for item in claim.evidence}
        for claim, review in _both(old, new, claim_id)
    )
    causes = [say("told.diff-because-kind", kind=after.kind)] if before.kind != after.kind else []
    causes += [say("told.diff-because-came", ref=ref) for ref in now if ref not in was]
    causes += [say("told.diff-because-went", ref=ref) for ref in was if ref not in now]
    causes += [say("told.diff-because-otherwise", ref=ref) for ref in now if ref in was and was[ref] != now[ref]]
    judgement = ("outcomes", "reasons", "considered", "asks", "share", "times", "harms")
    if any(getattr(before, name) != getattr(after, name) for name in judgement):
        causes.append(say("told.diff-because-outcomes"))
    searches = {name: old.searches.get(name) != new.searches.get(name) for name in (before.absence, after.absence) if name}
    if before.absence != after.absence or any(searches.values()):
        causes.append(say("told.diff-because-search"))
    return causes or [say("told.diff-because-words")]


def _both(old: Review, new: Review, claim_id: str) -> list[tuple[Claim, Review]]:
    return [(review.claims[claim_id], review) for review in (old, new)]


def _joined(why: Sequence[Message], frame: Language) -> str:
    return ("、" if frame == "ja" else ", ").join(cause.text(frame) for cause in why)
