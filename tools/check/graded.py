"""Rules on certainty: no floor is passed, no step is without its reason, and what is declared is what follows."""

from __future__ import annotations

from collections.abc import Iterator

from tools.appraisal.assess import Judged
from tools.appraisal.certainty import RATINGS, reaches
from tools.appraisal.outcomes import Appraised, outweighed
from tools.check.levels import as_judged
from tools.check.registry import Findings, rule
from tools.records.claim import Claim
from tools.records.problem import KeyPath
from tools.text.messages import say

# Why a floor is there, by its name in `appraisal/certainty`.
_WHY = {
    "unseen": say("part.floor-unseen"),
    "prediction-interval": say("part.floor-prediction-interval"),
    "indirect": say("part.floor-indirect"),
    "none-and-worthwhile": say("part.floor-none-and-worthwhile"),
    "few-people": say("part.floor-few-people"),
    "few-events": say("part.floor-few-events"),
    "outweighed": say("part.floor-outweighed"),
    "unclear": say("part.floor-unclear"),
}


def _graded(claim: Claim, judged: Judged) -> Iterator[tuple[KeyPath, Appraised]]:
    """The outcomes that are rated, each with the place of its domains."""
    for one in judged.outcomes:
        if one.graded is not None:
            index = next(index for index, outcome in enumerate(claim.outcomes) if outcome is one.outcome)
            yield ("outcomes", index, "grade"), one


@rule("floor-unmet", each="claim", linked=("reference",))
def certainty_keeps_its_floors(claim: Claim, judged: Judged) -> Findings:
    """A domain is lowered by at least as many steps as few people, few events or a wide interval ask for.

    Bad: {participants: 90, grade: {imprecision: 0, …}}
    Good: {participants: 90, grade: {imprecision: 2, …}}
    """
    for at, one in _graded(claim, judged):
        assert one.graded is not None and one.outcome.grade is not None  # it is rated
        steps = one.outcome.grade.steps()
        for floor in one.graded.unmet:
            yield at, say("floor-unmet", domain=floor.domain, steps=floor.steps, why=_WHY[floor.why])
        for domain in outweighed(one.outcome, one.result.people, claim, judged.studies):
            if steps[domain] < 2:
                yield at, say("floor-unmet.reason", domain=domain, steps=2, why=_WHY["outweighed"])
        told = {floor.domain for floor in (*one.graded.unmet, *one.graded.yielded)}
        if one.result.size == "unclear" and not steps["imprecision"] and "imprecision" not in told:
            yield at, say("floor-unmet.reason", domain="imprecision", steps=1, why=_WHY["unclear"])


@rule("reason-missing", each="claim", linked=("reference",))
def steps_have_their_reasons(claim: Claim, judged: Judged) -> Findings:
    """Whatever lowers the certainty further than its floors has its reason, and no reason is for a domain that lowers nothing.

    Bad: {outcomes: [{grade: {imprecision: 1, …}, …}], reasons: {}}
    Good: {outcomes: [{grade: {imprecision: 1, …}, …}], reasons: {imprecision: {ja: …, en: …}}}
    """
    steps = [(index, outcome.grade.steps()) for index, outcome in enumerate(claim.outcomes) if outcome.grade]
    lowered = {domain: index for index, domains in reversed(steps) for domain, count in domains.items() if count}
    for at in sorted({*lowered.values()}):
        without = tuple(domain for domain, index in lowered.items() if index == at and domain not in judged.reasons)
        if without:
            yield ("outcomes", at, "grade"), say("reason-missing", domains=without)
    for named in claim.reasons:
        if named != "not-lowered" and named not in lowered:
            yield ("reasons", named), say("reason-missing.needless", domain=named)


@rule("rating-kinder", each="claim", linked=("reference",))
def a_kinder_rating_says_why(claim: Claim, judged: Judged) -> Findings:
    """A certainty above the lowest that was published for the outcome says why under `not-lowered`.

    Bad: {rated: [{by: hikari2020lamp, as: low}], grade: {risk-of-bias: 0, …}}
    Good: {rated: [{by: hikari2020lamp, as: low}], grade: {…}}; reasons: {not-lowered: {ja: …, en: …}}
    """
    for at, one in _graded(claim, judged):
        ours, published = one.result.rating, [rating.rating for rating in one.outcome.rated]
        lowest = min(published, key=RATINGS.index, default=None)
        kinder = ours is not None and lowest is not None and ours != lowest and reaches(ours, lowest)
        if kinder and "not-lowered" not in claim.reasons:
            yield at, say("rating-kinder", ours=ours, lowest=lowest)


@rule("certainty-not-computed", each="claim", linked=("reference",))
def certainty_is_what_follows(claim: Claim, judged: Judged) -> Findings:
    """The certainty of a claim is that of the outcomes that carry it; `none` where none does.

    Bad: {certainty: high, outcomes: [{grade: {imprecision: 1, …}, …}]}
    Good: {certainty: moderate, outcomes: [{grade: {imprecision: 1, …}, …}]}
    """
    follows = judged.judgement.certainty or "none"
    if judged.is_whole and claim.certainty != follows:
        code = "certainty-not-computed.outcomes" if as_judged(judged) else "certainty-not-computed"
        yield ("certainty",), say(code, certainty=claim.certainty, follows=follows, outcomes=as_judged(judged))
