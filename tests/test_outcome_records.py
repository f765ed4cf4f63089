"""Outcomes as records: what is accepted, and what is said of a fault in one."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.conftest import MINIATURE
from tools.records.claim import Claim
from tools.records.explain import validate
from tools.records.problem import Source

GRADE = {"risk-of-bias": "unseen", "inconsistency": 1, "indirectness": 0, "imprecision": 0, "publication-bias": 0}
OUTCOME = {"outcome": "response", "source": "hikari2020lamp", "result": "RR 2.35 (1.70 to 3.25)", "grade": GRADE}
WHY = {"ja": "理由", "en": "A reason."}


def read(**fields: object) -> tuple[Claim | None, list[str]]:
    """A claim with these fields, and what is wrong with it."""
    data: dict[str, Any] = yaml.safe_load((MINIATURE / "claims/tea-calms-mice.yml").read_text(encoding="utf-8"))
    claim, problems = validate(Claim, data | fields, Source("tea.yml", {(): 1}))
    return claim, [problem.message.text("en") for problem in problems]


def test_an_outcome_as_people_write_it() -> None:
    """The words of the record that are no words of Python (`as`, `from`, hyphens) are read by their names."""
    outcome = OUTCOME | {"rated": [{"by": "hikari2020lamp", "as": "low"}], "heterogeneity": "I² 62.4%; PI 0.80 to 3.10"}
    claim, problems = read(
        outcomes=[outcome],
        reasons={"inconsistency": WHY | {"weighs": ["kage2022null", {"ref": "kage2022null", "outcomes": ["response"]}]}},
        considered={"set-aside": [{"ref": "kage2022null", "because": "same-people", "why": WHY}], "agrees": ["mori2019mice"]},
        valid={"from": "2024-06-01"},
    )
    assert claim and not problems and claim.valid
    (one,) = claim.outcomes
    assert one.grade and one.grade.steps()["risk-of-bias"] == 1 and one.rated[0].rating == "low"
    assert (one.i2(), one.prediction(), claim.valid.until) == (62.4, (0.80, 3.10), None)
    assert claim.considered and claim.considered.places() == {"kage2022null": ["set-aside"], "mori2019mice": ["agrees"]}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"outcomes": [OUTCOME | {"reasons": {"imprecision": {"ja": "少ない。", "en": "Few."}}}]},
            ["`outcomes.1.reasons` does not belong here: `reasons` is a field of the record itself. Move it to the left margin."],
        ),
        (
            {"outcomes": [OUTCOME | {"heterogeneity": "I² ６2.4%"}]},
            [
                "`outcomes.1.heterogeneity` is `I² ６2.4%`, with a sign that only looks right. "
                "In column 4, type `6` instead of `６` (U+FF16)."
            ],
        ),
        ({"outcomes": [OUTCOME | {"at": "m9"}]}, ["`outcomes.1.at` is `m9`. Use one of: `end`, `m3`, `m6`, `m12`."]),
        (
            {"outcomes": [OUTCOME | {"participants": "many"}]},
            ["`outcomes.1.participants` is `many`, not a whole number. Write the digits alone, without separators or units."],
        ),
        ({"outcomes": [OUTCOME | {"studies": 0}]}, ["`outcomes.1.studies` is `0`. It must be at least 1."]),
        (
            {"outcomes": [OUTCOME | {"heterogeneity": "I2 50"}]},
            ["`outcomes.1.heterogeneity` is `I2 50`. Write it in the form `I² 62.4%`, `PI 0.80 to 3.10`, `not-reported`."],
        ),
        *(
            (
                {"outcomes": [OUTCOME | {"grade": GRADE | {domain: "serious"}}]},
                [
                    f"`outcomes.1.grade.{domain}` is `serious`, not a number of steps. Write by how many it lowers the "
                    "certainty: 0 (not serious), 1 (serious), 2 (very serious) or 3 (extremely serious). Where the risk of bias "
                    "could not be read, `risk-of-bias` may be `unseen`."
                ],
            )
            for domain in ("imprecision", "risk-of-bias")
        ),
        (
            {"outcomes": [OUTCOME | {"grade": GRADE | {"inconsistency": 5}}]},
            ["`outcomes.1.grade.inconsistency` is `5`. It must be at most 3."],
        ),
        (
            {"reasons": {"imprecision": WHY | {"weighs": ["Hikari", {"ref": "kage2022null", "outcome": []}, 3]}}},
            [
                "`reasons.imprecision.weighs.1` is `Hikari`. Write it in the form `surname2020word`.",
                "`reasons.imprecision.weighs.2.outcome` is not a field of the record. Did you mean `outcomes`?",
                "`reasons.imprecision.weighs.3` is a number, not text. Write text (in quotes if it looks like a number or "
                "`true`, or begins with `[` or `{`).",
            ],
        ),
        (
            {"considered": {"set-asid": []}},
            ["`considered.set-asid` is not a field of the record. Did you mean `set-aside`?"],
        ),
        (
            {"considered": {"set-aside": [{"ref": "kage2022null", "because": "same-people"}]}},
            ["`considered.set-aside.1.why` is missing. Add it."],
        ),
    ],
)  # fmt: skip
def test_each_fault_is_said_once(fields: dict[str, object], said: list[str]) -> None:
    claim, problems = read(**fields)
    assert claim is None and problems == said
