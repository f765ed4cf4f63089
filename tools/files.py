"""Files written whole: in one move, so that nobody ever reads half of one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write a file and the folders that it needs.

    Raises:
        OSError: it could not be written; what stood there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(text.encode())
    fresh.replace(path)


def write_all(root: Path, files: Mapping[str, str | None]) -> None:
    """Write files by their path below a folder; those without a text are removed, once the others are there.

    Raises:
        OSError: one could not be written or removed.
    """
    for path, text in files.items():
        if text is not None:
            write(root / path, text)
    for path, text in files.items():
        if text is None:
            (root / path).unlink()


def digest(text: str) -> str:
    """The SHA-256 of a frozen file, as `sha256sum` writes it."""
    return hashlib.sha256(text.encode()).hexdigest()
