"""The tests, run on each mutant in a process of its own, until one fails."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.graft import Unchanged
from tests.mutation.mutant import Mutant

RULE = Path(__file__).parents[2] / "tools/appraisal"
_QUICK = 0.3  # seconds of the processor; a test that takes longer is not tried first, whatever it found before
_LIMIT = 2.0  # seconds that a test may take in any case, and so many times as long as it takes on the rule as it is
_KILLED, _UNCHANGED, _BROKEN = 1, 2, 3


def _fork(work: Callable[[int], int]) -> tuple[int, int]:
    """A child that does some work and exits with what it returns: its number, and the end of a pipe on which it tells more."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = _BROKEN
        try:
            tempfile.tempdir = tempfile.mkdtemp()  # children share no folder
            code = work(write)
        finally:
            os._exit(code)
    os.close(write)
    return child, read


@contextmanager
def _calls() -> Iterator[set[str]]:
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
        if Path(code.co_filename).parent == RULE:
            called.add(f"{Path(code.co_filename).stem}.{code.co_qualname.partition('.<locals>')[0]}")


class Trial:
    """A plugin of pytest that runs its tests once as they are, and then on each mutant.

    Attributes:
        survived: the mutants on which every test passed that calls what they change.
    """

    def __init__(self, mutants: Sequence[Mutant], workers: int) -> None:
        self.mutants, self.workers = mutants, workers
        self.survived: list[Mutant] = []
        self._running: dict[int, tuple[Mutant, int]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = session.items
        gc.freeze()  # what is in memory now is shared with each child
        self._seconds, self._called = self._run_once()
        self._order = sorted(range(len(self._items)), key=self._seconds.__getitem__)
        for mutant in self.mutants:
            if len(self._running) == self.workers:
                self._wait()
            self._start(mutant)
        while self._running:
            self._wait()
        return True

    def _run_once(self) -> tuple[list[float], list[set[str]]]:
        """How long each test takes, and what it calls. In a child too, so that no result is remembered here."""
        _, read = _fork(self._measure)
        with os.fdopen(read) as pipe:
            found = pipe.read()
        os.wait()
        if not found:
            pytest.exit("A test fails on the rule as it is.", returncode=2)
        measured = json.loads(found)
        return [seconds for seconds, _ in measured], [set(called) for _, called in measured]

    def _measure(self, write: int) -> int:
        found = []
        for item in self._items:
            began = time.process_time()
            with _calls() as called:
                reports = runtestprotocol(item, log=False, nextitem=None)
            if failed := [report for report in reports if report.failed]:
                print(item.nodeid, failed[0].longreprtext, sep="\n", flush=True)
                return 1
            found.append((time.process_time() - began, sorted(called)))
        with os.fdopen(write, "w") as pipe:
            json.dump(found, pipe)
        return 0

    def _start(self, mutant: Mutant) -> None:
        child, read = _fork(lambda write: self._try(mutant, write))
        self._running[child] = mutant, read

    def _try(self, mutant: Mutant, write: int) -> int:
        try:
            mutant.apply()
        except Unchanged:
            return _UNCHANGED
        except Exception:  # it does not even load
            return _KILLED
        for place in self._order:
            if mutant.in_function and f"{mutant.module}.{mutant.place}" not in self._called[place]:
                continue
            # What runs for ever is stopped by what the signal does of itself.
            signal.setitimer(signal.ITIMER_VIRTUAL, _LIMIT + _LIMIT * self._seconds[place])
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
        if killer and self._seconds[int(killer)] < _QUICK:  # the next change is near this one
            self._order.remove(int(killer))
            self._order.insert(0, int(killer))
