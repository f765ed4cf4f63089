"""`what-if`: what one more study, or another grade of an outcome, would do to a claim's ceiling."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import get_args

from tools.appraisal.assess import assess
from tools.commands.options import Common, argument
from tools.commands.options import number as read_number
from tools.commands.outcome import Refused
from tools.commands.reading import find_claim, read
from tools.contribute.suppose import Study
from tools.contribute.what_if import Regraded, what_if
from tools.edition import Publication
from tools.records.claim import Claim, Review
from tools.records.outcome import DOMAINS, Domain
from tools.records.words import At, Causal, Direction, Position
from tools.text.hints import hint
from tools.text.messages import say


def steps(text: str) -> Mapping[Domain, int]:
    """Domains with their steps: `imprecision=2,inconsistency=1`."""
    found: dict[Domain, int] = {}
    for part in text.split(","):
        match = re.fullmatch("([a-z-]+)=([0-3])", part.strip())
        domain = next((name for name in DOMAINS if match and name == match[1]), None)
        if match is None or domain is None:
            raise Refused(say("part.no-steps", value=text))
        found[domain] = int(match[2])
    return found


@dataclass(frozen=True)
class Options(Common):
    """The claim, and the study or the grade."""

    id: str = argument("id", say("help.id"))
    design: str | None = argument("--design", say("help.design"), default=None)
    species: str = argument("--species", say("help.species"), default="human")
    direction: Direction = argument("--direction", say("help.direction"), default="supports", words=get_args(Direction))
    direct: bool = argument("--direct", say("help.direct"), default=False)
    n: int | None = argument("-n", say("help.n"), default=None, read=read_number)
    outcome: str | None = argument("--outcome", say("help.outcome"), default=None)
    at: At = argument("--at", say("help.at"), default="end", words=get_args(At))
    grade: Mapping[Domain, int] | None = argument("--grade", say("help.grade"), default=None, read=steps)
    position: Position | None = argument("--position", say("help.position"), default=None, words=get_args(Position))
    harm: str | None = argument("--harm", say("help.harm"), default=None)
    causal: Causal | None = argument("--causal", say("help.causal"), default=None, words=get_args(Causal))


def run(options: Options, publication: Publication) -> int:
    """Print the ceiling now, the ceiling then, and what the next step asks for."""
    review = read(options.root)
    claim_id = find_claim(review, options.id)
    for option, word in (("--outcome", options.outcome), ("--harm", options.harm)):
        if word is not None:
            _known(option, word, review.vocabulary.outcome)
    asked = _study(options, review) if options.design else _regraded(options, claim_id, review.claims[claim_id])
    sys.stdout.write(what_if(assess(review), claim_id, asked, options.language))
    return 0


def _study(options: Options, review: Review) -> Study:
    assert options.design is not None  # it was asked
    _known("--design", options.design, review.vocabulary.design)
    _known("--species", options.species, review.vocabulary.species)
    return Study(
        options.design, options.species, options.direction, options.direct, options.n, options.outcome, options.at,
        options.position, options.harm, options.causal,
    )  # fmt: skip


def _regraded(options: Options, claim_id: str, claim: Claim) -> Regraded:
    if options.outcome is None:
        raise Refused(say("command.what-if-needs"))
    graded = [(one.outcome, one.at) for one in claim.outcomes if one.grade]
    if not graded:
        raise Refused(say("command.none-graded", claim=claim_id))
    if (options.outcome, options.at) not in graded:
        known = tuple(f"{outcome} ({at})" for outcome, at in graded)
        raise Refused(say("command.no-grade", claim=claim_id, outcome=options.outcome, at=options.at, known=known))
    return Regraded(options.outcome, options.at, options.grade or {})


def _known(option: str, word: str, known: Collection[str]) -> None:
    if word not in known:
        raise Refused(say("usage.no-word", option=option, value=word, known=tuple(known), hint=hint(word, known)))
