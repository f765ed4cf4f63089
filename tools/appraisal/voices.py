"""What authorities say of the use of a treatment: one vote an issuing body, by its newest document in force. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tools.appraisal.study import Study
from tools.records.words import Key, Position

Vote = Literal["accepts", "rejects", ""]
_VOTES: dict[Position, Vote] = {"for": "accepts", "for-some": "accepts", "research-only": "rejects", "against": "rejects"}


@dataclass(frozen=True)
class Voice:
    """One document of an authority that takes a position.

    Attributes:
        authority: the issuing body, or the source's key where its name is not recorded.
        in_force: it holds on the day of the claim's review, by what is recorded.
        vote: how it counts; "" for providers and bodies of an unknown kind, for documents that another of the same body has
            replaced, for a position on other people than the claim's, and for none.
    """

    key: Key
    authority: str
    position: Position
    in_force: bool
    vote: Vote


def voices(studies: Iterable[Study], day: datetime.date) -> tuple[Voice, ...]:
    """Every position taken, newest first, with its vote.

    A document accepts the claim whose people, treatment and comparison are its own (`direct`), so that one that accepts the
    treatment for some accepts only a claim about those. It rejects a wider claim as well, unless its record says that it speaks
    of another treatment, comparison or outcome: of people who are not the ones mainly treated it takes no position.
    """
    speaking = [study for study in studies if study.design.document and study.item.position]
    speaking.sort(key=lambda study: (-study.year, study.key))
    spoken: set[str] = set()
    found: list[Voice] = []
    for study in speaking:
        position = study.item.position
        assert position is not None  # they were chosen by it
        authority, in_force = study.source.authority or study.key, study.source.in_force(day)
        counts = in_force and _is_of_the_claim(study) and _is_independent(study) and authority not in spoken
        found.append(Voice(study.key, authority, position, in_force, _VOTES.get(position, "") if counts else ""))
        if counts:
            spoken.add(authority)
    return tuple(found)


def _is_of_the_claim(study: Study) -> bool:
    item = study.item
    if item.position in ("against", "research-only"):
        return item.direct or item.indirect in (None, "population")
    return item.direct and item.direction != "context"


def _is_independent(study: Study) -> bool:
    """Its issuers are known, and the providers of the treatment are not among them."""
    return bool(study.source.issuer) and "providers" not in study.source.issuer
