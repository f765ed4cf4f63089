"""`python -m tests.mutation [MODULE…]`: try every mutant of some modules, or of the whole rule."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.mutation import code, data
from tests.mutation.trial import Trial

ROOT = Path(__file__).parents[2]
RULE = ROOT / "tools/appraisal"
TESTS = ("rule", "estimate", "gather", "conclusions", "recompute")


def main(names: list[str]) -> int:
    began = time.monotonic()
    os.chdir(ROOT)
    os.environ["REVIEW"] = "tests/review"
    mutants = [mutant for path in sorted(RULE.glob("*.py")) for mutant in code.mutants_of(path)]
    mutants += data.mutants_of(RULE / "clinical.yml")
    mutants = [mutant for mutant in mutants if not names or mutant.module in names]
    trial = Trial(mutants, int(os.environ.get("WORKERS", os.cpu_count() or 1)))
    with TemporaryDirectory() as folder:
        files = [f"tests/test_{name}.py" for name in os.environ.get("TESTS", " ".join(TESTS)).split()]
        options = [
            "-q",
            "--assert=plain",
            "-m",
            "not (browser or build or proof)",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            *os.environ.get("OPTS", "").split(),
        ]
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        code_ = pytest.main([*options, "--basetemp", f"{folder}/tests", *files], plugins=[trial])
    print(code_, len(mutants), len(trial.survived), time.monotonic() - began)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
