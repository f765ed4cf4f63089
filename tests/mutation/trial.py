"""The tests, run on each mutant in a process of its own, until one fails."""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.graft import Unchanged
from tests.mutation.mutant import Mutant

RULE = str(Path(__file__).parents[2] / "tools/appraisal")
_QUICK = 0.3  # seconds; a test that takes longer is not tried first, whatever it found before
_KILLED, _UNCHANGED = 1, 3


@contextmanager
def calls() -> Iterator[set[str]]:
    """The functions of the rule that are called meanwhile."""
    called: set[str] = set()
    seen: dict[int, CodeType] = {}

    def note(frame: FrameType, event: str, argument: object) -> None:
        seen[id(frame.f_code)] = frame.f_code

    before = sys.gettrace()
    sys.settrace(note)
    yield called
    sys.settrace(before)
    for code in seen.values():
        if code.co_filename.startswith(RULE):
            called.add(f"{Path(code.co_filename).stem}.{code.co_qualname.partition('.<locals>')[0]}")


class Trial:
    """A plugin of pytest that runs its tests once as they are, and then on each mutant.

    Attributes:
        survived: the mutants on which every test passed.
    """

    def __init__(self, mutants: Sequence[Mutant], workers: int) -> None:
        self.mutants, self.workers = mutants, workers
        self.survived: list[Mutant] = []
        self._seconds: dict[int, float] = {}
        self._called: dict[int, set[str]] = {}
        self._running: dict[int, tuple[Mutant, int]] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = session.items
        gc.freeze()  # what is in memory now is shared with each child
        self._run_once()
        self._order = sorted(self._seconds, key=self._seconds.__getitem__)
        for mutant in self.mutants:
            if len(self._running) == self.workers:
                self._wait()
            self._start(mutant)
        while self._running:
            self._wait()
        return True

    def _run_once(self) -> None:
        """How long each test takes, and what it calls; all have to pass. In a child too: nothing is remembered here."""
        read, write = os.pipe()
        if os.fork() == 0:
            found = []
            for item in self._items:
                began = time.process_time()
                with calls() as called:
                    reports = runtestprotocol(item, log=False, nextitem=None)
                if failed := [report for report in reports if report.failed]:
                    print(item.nodeid, failed[0].longreprtext, sep="\n", flush=True)
                    os._exit(1)
                found.append((time.process_time() - began, sorted(called)))
            with os.fdopen(write, "w") as pipe:
                json.dump(found, pipe)
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            text = pipe.read()
        os.wait()
        if not text:
            pytest.exit("A test fails on the rule as it is.", returncode=2)
        for place, (seconds, called) in enumerate(json.loads(text)):
            self._seconds[place], self._called[place] = seconds, set(called)
        if os.environ.get("SHOW"):
            print(
                "baseline",
                sum(self._seconds.values()),
                sorted((round(s, 2), self._items[p].nodeid) for p, s in self._seconds.items())[-12:],
                flush=True,
            )

    def _start(self, mutant: Mutant) -> None:
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os._exit(self._try(mutant, write))
        os.close(write)
        self._running[child] = mutant, read

    def _try(self, mutant: Mutant, write: int) -> int:
        try:
            mutant.apply()
        except Unchanged:
            return _UNCHANGED
        except Exception:  # it does not even load
            return _KILLED
        function = f"{mutant.module}.{mutant.place}" if mutant.in_function else ""
        for place in self._order:
            if function and function not in self._called[place]:
                continue
            # What runs for ever is stopped by the default action of the signal.
            signal.setitimer(signal.ITIMER_VIRTUAL, 2 + 5 * self._seconds[place])
            if any(report.failed for report in runtestprotocol(self._items[place], log=False, nextitem=None)):
                os.write(write, str(place).encode())
                return _KILLED
        return 0

    def _wait(self) -> None:
        child, status = os.wait()
        mutant, read = self._running.pop(child)
        with os.fdopen(read) as pipe:
            killer = pipe.read()
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) != _KILLED:
            self.survived.append(mutant)
            print(f"tools/appraisal/{mutant.module}:{mutant.line}: survives: {mutant.name}", flush=True)
        if os.environ.get("SHOW"):
            print(
                mutant.name[:60],
                self._items[int(killer)].nodeid if killer else None,
                resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime,
                flush=True,
            )
        if killer and self._seconds[int(killer)] < _QUICK:  # the next change is near this one
            self._order.remove(int(killer))
            self._order.insert(0, int(killer))
