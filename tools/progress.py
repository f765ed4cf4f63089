"""How far long work has come, on the terminal; where nobody watches one, nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")


def progress(what: str, items: Iterable[T] | None = None, total: int | None = None) -> tqdm[T]:
    """A bar over items, or one that is moved by hand; gone when it ends. It writes to the terminal's standard error."""
    return tqdm(items, desc=what, total=total, disable=None, leave=False, file=sys.stderr)
