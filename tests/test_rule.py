"""The level rule: the named cases of its design, and its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tools.appraisal.case import Asks, Case, CaseKind, Documents, HarmReport, Result, favour
from tools.appraisal.certainty import Rating
from tools.appraisal.profile import profile
from tools.appraisal.rule import CONDITIONS, judge
from tools.appraisal.size import Gain, Margin, Side

CLINICAL = profile()
UP, NONE, DOWN = Gain(6, 20), Gain(-8, 9), Gain(-20, -6)
MATTERS = Margin(matters=5)
LITTLE, SLIGHT = Gain(-2, 3), Gain(1, 4)


def result(
    gain: Gain | None = UP,
    rating: Rating | None = "moderate",
    outcome: str = "response",
    at: str = "end",
    side: Side = "benefit",
    body: str = "randomised",
    **more: object,
) -> Result:
    """A pooled outcome of twenty trials and 2,000 people, unless said otherwise."""
    values = {"critical": True, "margin": MATTERS, "studies": 20, "people": 2000, "agreeing": 1, **more}
    return Result(outcome, at, side, gain=gain, rating=rating, body=body, **values)  # type: ignore[arg-type]


def case(kind: CaseKind, *results: Result, asks: Asks | None = None, **more: object) -> Case:
    return Case(kind, asks, results, **{"bodies": ("randomised",), "accepting": 0, **more})  # type: ignore[arg-type]


def told(one: Case) -> tuple[str, str | None, tuple[str, ...]]:
    found = judge(one, CLINICAL)
    return found.level, found.certainty, found.flags


def test_case_1_one_synthesis_and_one_public_body() -> None:
    """One authority alone accepts, and that is said."""
    assert told(case("effect", result(rating="high"), accepting=1)) == ("established", "high", ("one-study",))
    assert told(case("effect", result(rating="high"), accepting=2)) == ("established", "high", ())


def test_case_2_five_bodies_against() -> None:
    assert told(case("effect", result(rating="high"), accepting=1, rejecting=5)) == ("supported", "high", ("disputed",))


def test_case_3_twenty_large_null_trials_lower_by_two_steps() -> None:
    """Placing them is for `check`; weighed, they leave low certainty."""
    assert told(case("effect", result(rating="low"), accepting=1))[0] == "supported"


def test_case_4_newer_mixed_syntheses_dispute() -> None:
    assert told(case("effect", result(), accepting=2, dissent=True)) == ("established", "moderate", ("disputed",))


def test_a_newer_mixed_synthesis_disputes_only_what_carries() -> None:
    other = result(rating="low", outcome="remission", newer_mixed=True)
    assert told(case("effect", result(newer_mixed=True), accepting=2))[2] == ("disputed",)
    assert told(case("effect", result(), other, accepting=2))[2] == ()


def test_case_5_a_pooled_interval_that_holds_none() -> None:
    found = judge(case("effect", result(NONE)), CLINICAL)
    assert (found.level, found.certainty, found.carried_by, found.why) == ("inconclusive", None, (), "unclear")


def test_case_6_a_harm_in_syntheses() -> None:
    assert told(case("harm", result(side="harm", outcome="headache")))[0] == "established"
    assert told(case("harm", result(side="harm", outcome="headache", rating="low")))[0] == "supported"
    assert told(case("harm", result(side="harm", outcome="headache", rating="low", body="uncontrolled")))[0] == "inconclusive"


def test_a_benefit_is_no_harm() -> None:
    assert told(case("harm", result(rating="high")))[0] == "inconclusive"


def test_case_7_a_description_by_a_partial_index() -> None:
    assert told(case("description", documents=Documents(reported=1)))[0] == "reported"
    assert told(case("description", documents=Documents(own=1, against=3))) == ("documented", None, ("contested",))
    assert told(case("description"))[0] == "unverified"


@pytest.mark.parametrize("people", [40, 100, 199])
def test_case_8_one_small_trial(people: int) -> None:
    found = judge(case("effect", result(studies=1, people=people, synthesis=False), accepting=3), CLINICAL)
    assert found.level == "inconclusive" and found.why in ("one-study", "few-people")


def test_case_9_one_registered_multicentre_trial() -> None:
    trial = result(studies=1, people=800, synthesis=False, large_trial=True)
    assert told(case("effect", trial, accepting=3)) == ("supported", "moderate", ("one-study",))
    assert told(case("effect", replace(trial, large_trial=False), accepting=3))[0] == "inconclusive"
    assert told(case("effect", replace(trial, people=399), accepting=3))[0] == "inconclusive"
    assert told(case("effect", replace(trial, people=400), accepting=3))[0] == "supported"


def test_case_10_an_uncontrolled_series_of_any_size() -> None:
    series = result(body="uncontrolled", rating="very-low", people=100_000)
    found = judge(case("effect", series, bodies=("uncontrolled",), accepting=9), CLINICAL)
    assert (found.level, found.why) == ("inconclusive", "uncontrolled-only")
    assert told(case("comparison", asks="better", bodies=("uncontrolled",)))[0] == "hypothetical"


def test_case_11_high_and_wholly_below_worthwhile() -> None:
    assert told(case("effect", result(SLIGHT, "high"), accepting=5))[0] == "supported"


def test_case_12_null_trials_that_exclude_a_worthwhile_effect() -> None:
    assert told(case("effect", result(LITTLE, "high"))) == ("inconclusive", None, ("contradicted",))


def test_case_13_a_later_window_does_not_bar() -> None:
    later = result(LITTLE, "very-low", outcome="sustained-response", at="m6")
    found = judge(case("effect", result(), later, accepting=2), CLINICAL)
    assert (found.level, found.certainty, [r.outcome for r in found.carried_by]) == ("established", "moderate", ["response"])


def test_case_14_remission_shows_little_difference() -> None:
    assert told(case("effect", result(rating="high"), result(LITTLE, "high", "remission"), accepting=2))[0] == "supported"


def test_case_15_without_a_margin_or_a_share() -> None:
    harm = result(LITTLE, "high", "serious-adverse-event", side="harm", margin=Margin())
    assert told(case("safety", harm))[0] == "inconclusive"
    assert told(case("safety", replace(harm, margin=Margin(matters=5))))[0] == "established"
    assert told(case("course", result(None, None, body="cohort")))[0] == "inconclusive"


def test_case_16_the_pooled_estimate_decides_a_mechanism() -> None:
    assert told(case("mechanism", result(NONE, "low"), asks="occurs"))[0] == "inconclusive"
    assert told(case("mechanism", result(UP, "low", body="measured"), asks="occurs", bodies=("measured",)))[0] == "supported"


def test_case_17_a_hundred_associations_are_no_cause() -> None:
    found = judge(case("mechanism", result(body="association"), asks="causes", bodies=("association",) * 100), CLINICAL)
    assert (found.level, found.why) == ("inconclusive", "association-only")


def test_case_18_providers_alone_do_not_accept() -> None:
    """Their votes are not counted when a case is made, so that none is left."""
    assert told(case("effect", result(rating="high"), accepting=0))[0] == "supported"


def test_case_19_no_outcome_and_no_direct_study() -> None:
    assert told(case("comparison", asks="better", bodies=()))[0] == "hypothetical"
    assert told(case("comparison", asks="better", bodies=(), laboratory=3))[0] == "preclinical"


def test_safety_needs_every_critical_harm() -> None:
    fine = result(LITTLE, "moderate", "serious-adverse-event", side="harm")
    worse = result(NONE, "high", "stopped-for-harm", side="harm")
    found = judge(case("safety", fine, replace(fine, outcome="seizure", rating="low")), CLINICAL)
    assert (found.level, found.certainty) == ("supported", "low")
    assert told(case("safety", fine, worse))[0] == "inconclusive"
    assert told(case("safety", fine, replace(worse, gain=None, rating=None, body="")))[0] == "inconclusive"


def test_a_course_needs_every_time() -> None:
    at3, at6 = (result(at=at, body="cohort", margin=Margin(matters=0)) for at in ("m3", "m6"))
    assert told(case("course", at3, at6, bodies=("cohort",)))[0] == "established"
    assert told(case("course", at3, replace(at6, gain=NONE), bodies=("cohort",)))[0] == "inconclusive"


def test_no_worse_looks_at_the_bad_end() -> None:
    assert favour(result(Gain(-3, 20)), "comparison", "no-worse") == "for"
    assert favour(result(Gain(-5, 20)), "comparison", "no-worse") == "neither"
    assert favour(result(Gain(-20, -6)), "comparison", "no-worse") == "against"
    assert favour(result(Gain(-3, 20), margin=Margin(trivial=5)), "comparison", "no-worse") == "neither"


def test_fewer_harms() -> None:
    harm = result(DOWN, side="harm", outcome="headache")
    assert told(case("comparison", harm, asks="fewer", accepting=2))[0] == "established"
    assert favour(replace(harm, gain=UP), "comparison", "fewer") == "against"


def report(
    causal: str | None = "probable", harm: str = "skin", published: bool = True, origin: str = "a", notice: bool = False
) -> HarmReport:
    return HarmReport(harm, causal, published, notice, origin)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reports", "named", "expected"),
    [
        ((report(), report(origin="b")), (), "established"),
        ((report(), report(origin="a")), (), "inconclusive"),
        ((report(), report("reported", origin="b")), (), "supported"),
        ((report(published=False), report(published=False, origin="b")), (), "inconclusive"),
        ((report("reported", published=False, notice=True),), (), "supported"),
        ((report(None, notice=True),), (), "hypothetical"),
        ((report(), report(harm="sepsis", origin="b")), (), "inconclusive"),
        ((report(), report(origin="b")), ("skin", "sepsis"), "hypothetical"),
        ((report(), report(origin="b"), report("reported", "sepsis", origin="c")), ("skin", "sepsis"), "inconclusive"),
    ],
)
def test_a_harm_that_occurs(reports: tuple[HarmReport, ...], named: tuple[str, ...], expected: str) -> None:
    assert told(case("harm", bodies=(), harms=reports, named=named))[0] == expected


def test_depends_on_the_synthesis() -> None:
    other = result(SLIGHT)
    assert "depends-on-synthesis" in told(case("effect", result(others=(other,)), accepting=2))[2]
    assert "depends-on-synthesis" not in told(case("effect", result(others=(result(),)), accepting=2))[2]


def test_conditions_and_words_are_the_same() -> None:
    used = {name for rungs in CLINICAL.ladders.values() for rung in rungs for line in rung.when for name in line}
    assert used == CLINICAL.conditions.keys() == CONDITIONS.keys()
