"""`python -m tests.recompute FOLDER`: every claim of a review, with what follows from its files."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.recompute.claim import recompute

for name, found in recompute(Path(sys.argv[1])).items():
    print(name, found["level"], found["certainty"], sorted(found["flags"]))
    for one in found["outcomes"]:
        print("   ", one.name, one.at, one.certainty, one.size, one.absolute)
