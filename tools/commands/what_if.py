"""`what-if`: what one more study would do to a claim's ceiling."""

from __future__ import annotations

import sys
from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

from tools.appraisal.assess import assess
from tools.commands.options import Common, argument, number
from tools.commands.outcome import Refused
from tools.commands.reading import find_claim, read
from tools.contribute.what_if import what_if
from tools.edition import Publication
from tools.records.words import Direction
from tools.text.hints import hint
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """The claim and the study."""

    id: str = argument("id", say("help.id"))
    design: str = argument("--design", say("help.design"))
    species: str = argument("--species", say("help.species"), default="human")
    direction: Direction = argument("--direction", say("help.direction"), default="supports", words=get_args(Direction))
    direct: bool = argument("--direct", say("help.direct"), default=False)
    n: int | None = argument("-n", say("help.n"), default=None, read=number)


def run(options: Options, publication: Publication) -> int:
    """Print the ceiling now, with the study, and what the next step asks for."""
    review = read(options.root)
    claim_id = find_claim(review, options.id)
    _known("--design", options.design, review.vocabulary.design)
    _known("--species", options.species, review.vocabulary.species)
    study = options.design, options.species, options.direction, options.direct, options.n
    sys.stdout.write(what_if(assess(review), claim_id, *study))
    return 0


def _known(option: str, word: str, known: Collection[str]) -> None:
    if word not in known:
        raise Refused(say("usage.no-word", option=option, value=word, known=tuple(known), hint=hint(word, known)))
