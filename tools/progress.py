"""How far long work has come, on the terminal; where nobody watches one, nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NoReturn, TypeVar

from tqdm import tqdm

T = TypeVar("T")


def progress(what: str, items: Iterable[T], total: int | None = None) -> tqdm[T]:
    """The items, and a bar that shows how many are done; it is gone when they end."""
    return tqdm(items, desc=what, total=total, disable=None, leave=False, file=sys.stderr)


def bar(what: str, total: int) -> tqdm[NoReturn]:
    """A bar that the caller moves."""
    return tqdm(desc=what, total=total, disable=None, leave=False, file=sys.stderr)
