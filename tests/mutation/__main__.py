"""`python -m tests.mutation [MODULE…]`: try every mutant of some modules of the rule, or of all of it."""

from __future__ import annotations

import os
import sys
import tempfile
import time

import pytest

from tests.mutation import code, data
from tests.mutation.mutant import Mutant
from tests.mutation.trial import RULE, Trial

# Tests of the rule on invented records. They are quick; what they kill needs no other.
TESTS = (
    "rule", "rule_edges", "rule_beside", "profile", "estimate", "turn", "study", "outcomes", "outcomes_beside", "gathered",
    "asking", "reasons", "meaning", "quoted", "frequencies", "argument", "conclusions",
)  # fmt: skip
# Changes that leave the meaning as it is, by name, each with the reason. A condition that nothing needs is taken out instead.
EQUIVALENT: dict[str, str] = {}


def main(modules: list[str]) -> int:
    """Try the mutants; print those that survive, and one line of what came of all."""
    began = time.monotonic()
    mutants = [mutant for path in sorted(RULE.glob("*.py")) for mutant in code.mutants_of(path)]
    mutants += data.mutants_of(RULE / "clinical.yml")
    tried = [mutant for mutant in mutants if not modules or mutant.module in modules]
    survived = survivors_of(tried)
    if survived is None:
        return 2
    unknown = [mutant for mutant in survived if mutant.name not in EQUIVALENT]
    for mutant in unknown:
        print(f"tools/appraisal/{mutant.module}:{mutant.line}: survives: {mutant.name}")
    stale = EQUIVALENT.keys() - {mutant.name for mutant in survived} if not modules else set()
    for name in sorted(stale):
        print(f"EQUIVALENT names a change that is killed or gone: {name}")
    told = f"{len(tried) - len(survived)} killed, {len(survived) - len(unknown)} equivalent, {len(unknown)} survive"
    print(f"{len(tried)} mutants: {told}; {time.monotonic() - began:.0f} seconds.")
    return 1 if unknown or stale else 0


def survivors_of(mutants: list[Mutant]) -> list[Mutant] | None:
    """The mutants that no test kills; None where a test fails on the rule as it is."""
    trial = Trial(mutants, os.cpu_count() or 1)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    options = ["-qq", "--assert=plain", "-p", "no:cacheprovider", "-m", "not (browser or build or real or long or proof)"]
    with tempfile.TemporaryDirectory() as tempfile.tempdir:
        done = pytest.main([*options, *(f"tests/test_{name}.py" for name in TESTS)], plugins=[trial])
    return trial.survived if done in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
