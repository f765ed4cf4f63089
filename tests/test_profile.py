"""The data of the rule, told a second time: what each design is, where certainty starts, and what carries a claim."""

from __future__ import annotations

from itertools import product

import pytest

from tests.recompute.outcome import WORTH
from tools.appraisal.certainty import RATINGS
from tools.appraisal.profile import profile

RULE = profile()
DESIGNS = ("randomised", "controlled", "instrument", "cohort", "arm", "association", "reports")
TRIALS, COMPARED, LOOSE, FOLLOWED, MEASURED = "randomised", "observational", "uncontrolled", "cohort", "measured"
BODIES = {
    "treatment": (TRIALS, COMPARED, COMPARED, LOOSE, LOOSE, LOOSE, LOOSE),
    "share": (FOLLOWED, FOLLOWED, "", FOLLOWED, FOLLOWED, LOOSE, LOOSE),
    "occurs": (TRIALS, MEASURED, MEASURED, MEASURED, LOOSE, MEASURED, LOOSE),
    "causes": (TRIALS, COMPARED, COMPARED, "association", "association", "association", "association"),
}
KINDS = {"effect": "treatment", "comparison": "treatment", "safety": "treatment", "harm": "treatment", "course": "share"}


@pytest.mark.parametrize("place", range(len(DESIGNS)), ids=DESIGNS)
@pytest.mark.parametrize("question", BODIES)
def test_what_a_design_is(question: str, place: int) -> None:
    asks = question if question in ("occurs", "causes") else None
    found = RULE.body(DESIGNS[place], "mechanism" if asks else "effect", asks, share=question == "share")
    assert found == BODIES[question][place]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_asked_of_a_kind(kind: str) -> None:
    for design in DESIGNS:
        found = RULE.body(design, kind, "better" if kind == "comparison" else None, share=False)  # type: ignore[arg-type]
        assert found == BODIES[KINDS[kind]][DESIGNS.index(design)]
    assert (
        RULE.body("arm", "mechanism", None, share=False) == LOOSE and RULE.body("laboratory", "effect", None, share=False) == ""
    )


@pytest.mark.parametrize(("question", "design"), list(product(WORTH, DESIGNS)))
def test_what_a_body_is_worth(question: str, design: str) -> None:
    """Where its certainty starts, and the least at which it carries anything."""
    body = RULE.bodies[question].get(design)
    assert (body and (RULE.start[body], RULE.supported.get(body))) == WORTH[question].get(design)


def test_each_level_and_each_certainty_has_its_wording() -> None:
    for kind, words in (("harm", RULE.wording.harm), ("description", RULE.wording.description)):
        assert list(words) == [rung.level for rung in RULE.ladder(kind)]
    assert set(RULE.wording.certainty) == set(RATINGS)
