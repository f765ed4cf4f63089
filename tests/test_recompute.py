"""What the program computes of each claim equals what a script finds that reads the files alone."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REAL_ROOT, ROOT, proof
from tests.recompute.claim import recompute
from tools.appraisal.assess import Judged, assess
from tools.records.load import load
from tools.records.outcome import DOMAINS


def computed(judged: Judged) -> dict[str, Any]:
    """What the program says of a claim, in the form of the script."""
    found = judged.judgement
    return {"level": found.level, "certainty": found.certainty, "flags": set(found.flags), "outcomes": list(_outcomes(judged))}


def _outcomes(judged: Judged) -> Iterator[tuple[Any, ...]]:
    for one in judged.outcomes:
        numbers = one.absolute
        shown = None
        if numbers:
            ends = (end for end in (numbers.low, numbers.high) if end is not None)
            shown = (numbers.per, numbers.without, numbers.treated, numbers.difference, *ends)
        reported = one.outcome.found == "none" and one.reported
        yield one.result.outcome, one.result.at, one.result.rating, one.result.size, shown, reported


def differences(root: Path, again: Mapping[str, Any]) -> list[str]:
    """Where the program differs from what the script found, claim by claim."""
    review, problems = load(root)
    assert review, problems
    found = []
    for claim_id, judged in assess(review).claims.items():
        mine, other = computed(judged), dict(again[claim_id])
        other["outcomes"] = [(one.name, one.at, one.certainty, one.size, one.absolute, one.reported) for one in other["outcomes"]]
        found += [f"{claim_id}: {key}: {mine[key]} and {other[key]}" for key in mine if mine[key] != other[key]]
    return found


def test_the_real_review_is_recomputed() -> None:
    assert not differences(REAL_ROOT, recompute(REAL_ROOT))


def test_the_invented_claims_are_recomputed(judged: Path) -> None:
    assert not differences(judged, recompute(judged))


RESULTS = (
    "RR 1.80 (1.40 to 2.30)", "RR 0.60 (0.45 to 0.85)", "OR 1.02 (0.95 to 1.10)", "HR 2.00 (1.10 to 3.60)", "RR 2.4",
    "RD 0.12 (0.03 to 0.21)", "RD -0.02 (-0.05 to 0.01)", "MD -3.4 (-4.9 to -3.1)", "SMD 0.10 (0.02 to 0.15)",
    "SMD 0.45 (-0.10 to 0.90)", "proportion 62 (55 to 70)", "proportion 3 (1 to 5)", "RR 1.05 (0.98 to 1.12)", "OR 9 (4 to 20)",
)  # fmt: skip
BETTER, SCALES = (None, "lower", "higher"), (None, "blue")
STUDIES = (1, 2, 14, "not-reported")
PEOPLE = (40, 99, 150, 199, 200, 395, 395, 400, 900, 5000, "not-reported")


def counted(claim: dict[str, Any], chance: random.Random) -> None:
    """To a claim of harm, that the harm was counted: a synthesis with its outcome, and one that points anywhere."""
    for ref, direction in (("akari2021lamps", "supports"), ("kiri2023lamps", chance.choice(("supports", "contradicts")))):
        item = {"ref": ref, "direction": direction, "direct": True, "finding": WHY, "locator": "abstract", "reports": ["burn"]}
        claim["evidence"].append(item)
    grade = dict.fromkeys(DOMAINS, 0)
    claim["outcomes"] = [{"outcome": "burn", "source": "akari2021lamps", "result": RESULTS[0], "grade": grade}]
    if chance.random() < 0.5:
        del claim["evidence"][:-2]


def vary(claim: dict[str, Any], chance: random.Random) -> None:
    """Other values at random, of a form that the records allow."""
    if claim["kind"] == "harm" and chance.random() < 0.7:
        counted(claim, chance)
    for outcome in claim.get("outcomes", []):
        if "source" in outcome and chance.random() < 0.8:
            outcome |= {
                "result": chance.choice(RESULTS),
                "studies": chance.choice(STUDIES),
                "participants": chance.choice(PEOPLE),
            }
            outcome |= {"better": chance.choice(BETTER), "scale": chance.choice(SCALES)}
            outcome["grade"] = {domain: chance.choice((0, 0, 0, 1, 2)) for domain in outcome["grade"]}
            outcome["grade"]["risk-of-bias"] = chance.choice((0, 1, "unseen"))
            without = chance.choice((None, 0.4, 3, 20, 60))
            outcome["without"] = None if without is None else {"per100": without, "source": outcome["source"]}
            outcome["up"] = chance.choice(([], [{"for": "large-effect", "steps": 1, "why": WHY, "source": outcome["source"]}]))
            outcome["rated"] = chance.choice(
                ([], [{"by": outcome["source"], "as": "low"}], [{"by": "kage2022null", "as": "low", "studies": 14}])
            )
            outcome["heterogeneity"] = chance.choice(("not-reported", "PI 0.80 to 3.90", "I² 61%; PI 1.10 to 3.90"))
            outcome["at"] = chance.choice(("end", "end", "m3", "m6"))
    if len(claim.get("outcomes", [])) > 1 and chance.random() < 0.3:
        claim["outcomes"].pop(chance.randrange(len(claim["outcomes"])))
    claim["reviewed"] = chance.choice(("2026-01-02", "2028-01-02"))  # a decision of the invented bodies ends before the second
    synthesis = chance.choice((None, "overlaps", "updated", "set-aside"))
    if "considered" in claim and synthesis:
        aside = [{"ref": "kiri2023lamps", "because": "same-people", "why": WHY}]
        claim["considered"] = {synthesis: aside if synthesis == "set-aside" else ["kiri2023lamps"]}
    for item in claim["evidence"]:
        if chance.random() < 0.4:
            item["direction"] = chance.choice(("supports", "contradicts", "no-difference", "mixed", "context"))
            item["direct"] = chance.random() < 0.8
        if "position" in item and chance.random() < 0.5:
            item["position"] = chance.choice(("for", "for-some", "research-only", "against", "none"))
        if "causal" in item:
            item["causal"] = chance.choice(("reported", "probable", "shown", None))
    if claim["kind"] in ("comparison", "mechanism"):
        claim["asks"] = chance.choice(
            ("better", "no-worse", "fewer") if claim["kind"] == "comparison" else ("occurs", "causes", None)
        )
    if claim["kind"] == "effect" and chance.random() < 0.3:
        claim["kind"] = chance.choice(("comparison", "safety", "harm"))


WHY = {"ja": "理由", "en": "A reason."}


@pytest.mark.parametrize("rounds", [pytest.param(40, marks=pytest.mark.long), proof(300)])
def test_claims_put_together_at_random_are_recomputed(rounds: int, judged: Path) -> None:
    chance = random.Random(20261129)
    files = sorted((ROOT / "tests/judged/claims").glob("*.yml"))
    originals = {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}
    seen, flagged = set(), set()
    for number in range(rounds):
        for name, original in originals.items():
            claim = copy.deepcopy(original)
            vary(claim, chance)
            (judged / "claims" / name).write_text(yaml.dump(claim, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
        again = recompute(judged)
        assert not differences(judged, again), number
        seen |= {found["level"] for found in again.values()}
        flagged |= again["lamp-harm"]["flags"]
    assert {"established", "supported", "inconclusive"} <= seen and flagged == {"disputed", "contradicted"}
