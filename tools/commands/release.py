"""`release`: publish the current version of a claim, or of all whose current one is not published."""

from __future__ import annotations

from dataclasses import dataclass

from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import find_claim, read_sound
from tools.contribute.release import release
from tools.edition import Publication
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """Which claims."""

    id: str | None = argument("id", say("help.id"), default=None)
    all: bool = argument("--all", say("help.all"), default=False)


def run(options: Options, publication: Publication) -> int:
    """Write what is kept of each version; one that is published is left alone."""
    if options.all == (options.id is not None):
        raise Refused(say("command.release-which"))
    assessed = read_sound(options.root, publication.today)
    review, opened = assessed.review, assessed.review.unpublished
    chosen = opened if options.id is None else [find_claim(review, options.id)]
    for claim_id in chosen:
        version = review.claims[claim_id].version
        if claim_id not in opened:
            print(say("done.released-before", id=claim_id, version=version).text(options.language))
            continue
        try:
            release(options.root, assessed, claim_id)
        except OSError as error:
            raise Refused(say("command.not-frozen", reason=str(error)), code=1) from error
        print(say("done.released", id=claim_id, version=version).text(options.language))
    return 0
