"""Rows of published summary-of-findings tables, computed again: `python -m tests.published_tables [FILE]`.

Certainty is the printed start less the printed steps plus what was raised, without the floors (published raters do not keep
ours). Absolute numbers are held to what the page prints, with room for the rounding of the printed risk, ratio and result.
Prints every row that differs; exits with 1 where one does that is not marked `self_contradictory`.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tools.appraisal.certainty import certainty
from tools.appraisal.estimate import SCALES, Scale, risk_with

FILE = Path(__file__).parent / "tables/published.yaml"
Row = Mapping[str, Any]
STARTS = {"high": "high", "moderate": "moderate", "low": "low"}
PRINTED = ("printed", "no mark, so none")


def rows(file: Path) -> list[Row]:
    """The rows of a file of this form."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def differences(row: Row) -> list[str]:
    """What the program computes otherwise than the page prints; empty where they agree or nothing can be compared."""
    return [*_certainty(row), *_numbers(row)]


def _certainty(row: Row) -> Iterator[str]:
    if row["steps"] not in PRINTED or row["down"] is None:
        return
    found = certainty(STARTS[row["start_level"]], sum(row["down"].values()), sum((row["up"] or {}).values()))
    if found.replace("-", " ") != row["published_certainty"]:
        yield f"certainty: printed {row['published_certainty']}, computed {found}"


def _numbers(row: Row) -> Iterator[str]:
    risks = _risks(row)
    if risks is None or SCALES.get(row["measure"]) in (None, Scale.SHARE) or row["measure"] in ("MD", "SMD"):
        return
    network = "network" in (row["note"] or "")
    ends = ("low", "high") if not row["hazard_ratio_printed_inverted"] else ("high", "low")
    for name, of in (("", "value"), ("low", ends[0]), ("high", ends[1])):
        if row[of] is None or (network and name):
            continue
        treated, changed = _ranges(row, row[of], risks)
        for printed, (least, most) in (("absolute", treated), ("difference", changed)):
            yield from _compared(row, f"published_{printed}_{name or 'per_1000'}", least, most)


def _compared(row: Row, field: str, least: float, most: float) -> Iterator[str]:
    printed, room = row.get(field), (row["published_unit_per_1000"] or 1) / 2 + 1e-6
    if printed is not None and not least - room <= printed <= most + room:
        yield f"{field}: printed {printed}, computed {least:.1f} to {most:.1f}"


def _risks(row: Row) -> tuple[float, ...] | None:
    """The printed control risk, and the ends of what it may have been before rounding."""
    if row["baseline_events"] is not None and row["baseline_total"]:
        return (row["baseline_events"] / row["baseline_total"],)
    if row["baseline_per_1000"] is None:
        return None
    risk, room = row["baseline_per_1000"] / 1000, (row["baseline_unit_per_1000"] or 1) / 2000
    return max(risk - room, 0), risk, min(risk + room, 1)


def _ranges(row: Row, value: float, risks: tuple[float, ...]) -> tuple[tuple[float, float], tuple[float, float]]:
    """The least and the most, per 1000, that the treated risk and the difference may be."""
    room = 0.5 / 10 ** max(2, *(len(str(row[end]).partition(".")[2]) for end in ("value", "low", "high") if row[end] is not None))
    values = [value + by for by in (-room, 0, room)]
    if row["hazard_ratio_printed_inverted"]:
        values = [1 / one for one in values]
    pairs = [
        (risk, _treated(row["measure"], max(one, 0) if row["measure"] != "RD" else one, risk))
        for risk, one in itertools.product(risks, values)
    ]
    treated, changed = [1000 * after for _, after in pairs], [1000 * (after - before) for before, after in pairs]
    printed = 1000 * risks[len(risks) // 2]
    changed += [after - printed for after in treated]  # a difference may be that of the numbers shown
    return (min(treated), max(treated)), (min(changed), max(changed))


def _treated(measure: str, value: float, risk: float) -> float:
    """All people at the most: published tables cut there."""
    try:
        return risk_with(measure, value, risk)
    except ValueError:
        return 1.0 if value > 0 else 0.0


def main(arguments: list[str]) -> int:
    """Print each row that differs; the exit code says whether an unmarked one does."""
    code, differing = 0, 0
    table = rows(Path(arguments[0]) if arguments else FILE)
    for row in table:
        if found := differences(row):
            differing += 1
            marked = f"contradicts itself: {row['why_contradictory']}" if row["self_contradictory"] else "NOT MARKED"
            code = code if row["self_contradictory"] else 1
            print(f"{row['id']} ({marked}): {'; '.join(found)}")
    compared = sum(row["steps"] in PRINTED for row in table)
    print(f"{len(table)} rows, {compared} with printed steps, {differing} that differ.")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
