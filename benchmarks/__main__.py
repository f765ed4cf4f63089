"""`python -m benchmarks --sizes 50 500 5000 --rounds 3`: what a build costs, and as ratios to what it is built with.

Every figure is of its own process and its children (CPU seconds: user and system; peak: the largest single process); the rounds
are interleaved, and the median is shown. "Cold" is without `build/` and the site of before.
"""

from __future__ import annotations

import argparse
import datetime
import filecmp
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

from benchmarks.invented import ROOT, write_review
from tools.edition import Publication
from tools.records.words import LANGUAGES, Language
from tools.site.build import CONFIGS, builder_environment

LOCAL = Publication(datetime.date(2026, 1, 3))
MEGABYTE = 1024  # ru_maxrss is in kilobytes


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU and wall in seconds, peak memory of its largest process in MB."""

    cpu: float
    wall: float
    peak: float

    def __add__(self, other: Cost) -> Cost:
        """One after the other."""
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


def cost(module: str, *arguments: object, environment: dict[str, str] | None = None) -> Cost:
    """Run `python -m module` in a process that does nothing else, so that the kernel counts this command alone."""
    if (child := os.fork()) == 0:
        command = [sys.executable, "-m", module, *map(str, arguments)]
        result = subprocess.run(command, cwd=ROOT, env=os.environ | (environment or {}), stdout=subprocess.DEVNULL, check=False)
        os._exit(result.returncode)
    start = time.perf_counter()
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{module} {arguments} ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / MEGABYTE)


class Review:
    """An invented review in a folder, and what is done with it."""

    def __init__(self, size: int, folder: Path) -> None:
        self.root, self.out = folder / f"review-{size}", folder / f"site-{size}"
        write_review(size, self.root)
        self.record = self.root / "claims/invented-claim-0007.yml"
        self.text = self.record.read_text(encoding="utf-8")

    def check(self) -> Cost:
        return cost("tools", "check", "--root", self.root)

    def own(self) -> Cost:
        return cost("benchmarks.own", self.root)

    def build(self) -> Cost:
        """Cold. What the build before made is moved away: ext4 is slow to make files where many have just been deleted."""
        for folder in (self.root / "build", self.out):
            if folder.exists():
                folder.rename(self._fresh() / folder.name)
        return self.rebuild()

    def rebuild(self, out: Path | None = None) -> Cost:
        return cost("tools", "build", "--root", self.root, "--out", out or self.out, "--jobs", 2)

    def edit(self) -> Cost:
        """One sentence of one record edited, on a built site."""
        self.record.write_text(self.text.replace("The ", "Some ", 1), encoding="utf-8")
        try:
            return self.rebuild()
        finally:
            self.record.write_text(self.text, encoding="utf-8")

    def builders(self) -> Cost:
        """Bare MkDocs over the same staged pages, one language after the other."""
        return self._each(lambda language, out: cost(
            "mkdocs", "build", "--quiet", "-f", self.root / CONFIGS[language], "-d", out,
            environment=builder_environment(self.root, LOCAL.edition(language)),
        ))  # fmt: skip

    def floor(self) -> Cost:
        """Python-Markdown and bare Jinja over the same staged pages, one language after the other."""
        return self._each(lambda language, out: cost(
            "benchmarks.floor", self.root / CONFIGS[language], self.root / "build" / language, out,
            environment=builder_environment(self.root, LOCAL.edition(language)),
        ))  # fmt: skip

    def _each(self, run: Callable[[Language, Path], Cost]) -> Cost:
        one, other = (run(language, self._fresh()) for language in LANGUAGES)
        return one + other

    def _fresh(self) -> Path:
        """An empty folder; it goes with everything else at the end."""
        return Path(tempfile.mkdtemp(dir=self.root.parent))

    def edited_is_like_cold(self) -> bool:
        """Whether a rebuild after an edit gives the bytes of a cold build of the edited review."""
        self.record.write_text(self.text.replace("The ", "Some ", 1), encoding="utf-8")
        cold = self.out.with_name(f"{self.out.name}-cold")
        self.rebuild()
        shutil.rmtree(self.root / "build")
        self.rebuild(cold)
        self.record.write_text(self.text, encoding="utf-8")
        same = _same(filecmp.dircmp(self.out, cold))
        shutil.rmtree(cold)
        return same


STEPS = ("check", "own", "build", "edit", "builders", "floor")


def measure(review: Review, rounds: int) -> dict[str, Cost]:
    """The median of interleaved rounds of every step."""
    found: dict[str, list[Cost]] = {step: [] for step in STEPS}
    for number in range(rounds):
        for step in STEPS:
            print(f"\r{review.root.name}: round {number + 1}, {step:<10}", end="", file=sys.stderr, flush=True)
            found[step].append(getattr(review, step)())
    print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
    return {step: Cost(*map(median, zip(*map(astuple, costs), strict=True))) for step, costs in found.items()}


def report(size: int, costs: dict[str, Cost], same: bool) -> None:
    names = {
        "check": "check", "own": "load, check, render, export", "build": "whole build, cold",
        "edit": "rebuild, one edited record", "builders": "bare mkdocs, both languages", "floor": "Python-Markdown + Jinja",
    }  # fmt: skip
    print(f"\n{size} claims                       CPU s    wall s   peak MB")
    for step, one in costs.items():
        print(f"  {names[step]:<30}{one.cpu:>8.2f}{one.wall:>10.2f}{one.peak:>10.0f}")
    build, builders = costs["build"], costs["builders"]
    for what, ratio, target in (
        ("own part / builders, CPU", costs["own"].cpu / builders.cpu, 0.10),
        ("cold build / floor, CPU", build.cpu / costs["floor"].cpu, 1.5),
        ("cold build / builders in turn, wall", build.wall / builders.wall, 0.6),
        ("rebuild / cold build, CPU", costs["edit"].cpu / build.cpu, 0.45),
        ("peak memory / 500 MB", max(one.peak for step, one in costs.items() if step not in ("builders", "floor")) / 500, 1.0),
    ):
        print(f"  {what:<38}{ratio:>6.2f}  (target ≤ {target:g})")
    print(f"  rebuilt site like a cold one, byte for byte: {'yes' if same else 'NO'}")


def _same(compared: filecmp.dircmp[str]) -> bool:
    if compared.left_only or compared.right_only or compared.funny_files:
        return False
    _, different, errors = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
    return not different and not errors and all(map(_same, compared.subdirs.values()))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=re.sub(r"\n.*", "", __doc__ or ""))
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 500])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    whole: dict[int, float] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            review = Review(size, Path(folder))
            costs = measure(review, options.rounds)
            report(size, costs, review.edited_is_like_cold())
            whole[size] = costs["build"].cpu
    for small, large in zip(options.sizes, options.sizes[1:], strict=False):
        ratio = whole[large] / whole[small]
        print(f"\ncold build of {large} claims / of {small}, CPU: {ratio:.1f}  (target ≤ {large / small:g})")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
