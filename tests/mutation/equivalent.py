"""Changes that leave the meaning as it is, each with the reason."""

from __future__ import annotations

EQUIVALENT: dict[str, str] = {}
