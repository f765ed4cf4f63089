"""A new claim record, with its questions as comments in both languages: `python -m tools new <id>`. Pure."""

from __future__ import annotations

import datetime

from tools.pages.templating import environment
from tools.records.claim import Review
from tools.records.words import Kind

MODELINE = "# yaml-language-server: $schema=../schema/claim.schema.json"


def new_record(review: Review, claim_id: str, topic: str, kind: Kind, today: datetime.date) -> str:
    """The text of `claims/<id>.yml`: every field that its kind has, what it asks, and the next free code of the topic.

    Args:
        topic: a topic of the vocabulary.
    """
    deciding = _deciding(review, topic, kind)
    return (
        environment()
        .get_template("new-claim.yml")
        .render(
            claim_id=claim_id,
            topic=topic,
            kind=kind,
            listed=deciding[:1] if kind in ("course", "mechanism") else deciding,
            first=deciding[0] if deciding else "response",
            code=_next_code(review, topic),
            today=today,
            due=_half_a_year_after(today),
            modeline=MODELINE,
            topics=", ".join(review.vocabulary.topic),
            locators=", ".join(review.vocabulary.locator),
            terms=", ".join(review.vocabulary.term),
        )
        + "\n"
    )


def _deciding(review: Review, topic: str, kind: Kind) -> list[str]:
    """The outcomes that decide in claims of a kind about a topic; a mechanism is decided by measures too."""
    sides = {"safety": ("harm",), "harm": ("harm",), "mechanism": ("measure", "benefit")}.get(kind, ("benefit",))
    return [name for name, word in review.vocabulary.outcome.items() if topic in word.critical and word.side in sides]


def _next_code(review: Review, topic: str) -> str:
    """The letters of the topic's claims, or of its name where it has none yet, with the next number: topics may share letters."""
    own = next((claim.code for claim in review.claims.values() if claim.topic == topic), topic.replace("-", ""))
    letters = own[:3].upper().ljust(3, "X")
    known = {*review.names, *(one.facts.code for versions in review.archive.values() for one in versions.values())}
    taken = (int(code[4:]) for code in known if code.startswith(f"{letters}-"))  # of today and of before, withdrawn or not
    return f"{letters}-{max(taken, default=0) + 1:02d}"


def _half_a_year_after(day: datetime.date) -> datetime.date:
    year, month = divmod(day.month + 5, 12)
    return day.replace(year=day.year + year, month=month + 1, day=min(day.day, 28))
