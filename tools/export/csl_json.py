"""CSL items as CSL-JSON: the form that loses nothing. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tools.csl import Item


def csl_json(items: Sequence[Item]) -> str:
    """A CSL-JSON list."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"
