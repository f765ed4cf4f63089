"""One change of the rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """A change of one place.

    Attributes:
        module: the name of the file, without its ending.
        line: where the change is; 0 in data.
        place: the function or the class, or the entry of the data; "" between them.
        change: what is there, and what is put there.
        in_function: only tests that call it can see the change.
        apply: makes the change in this process; no file is touched. Raises where the change can be seen at once.
    """

    module: str
    line: int
    place: str
    change: str
    in_function: bool
    apply: Callable[[], None]

    @property
    def name(self) -> str:
        return f"{self.module}.{self.place}: {self.change}" if self.place else f"{self.module}: {self.change}"
