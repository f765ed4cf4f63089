"""Changes that leave the meaning as it is, each with the reason."""

from __future__ import annotations

EQUIVALENT: dict[str, str] = {
    "clinical.ladders.claim.0.when.0.0: carried-at-moderate → left out": "`not-barred` holds only where it holds; the two are "
    "apart for the reader of the method page",
}
