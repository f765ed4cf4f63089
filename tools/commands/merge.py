"""`merge`: withdraw a claim in favour of another, which takes its place wherever it was named."""

from __future__ import annotations

from dataclasses import dataclass

from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import change_names, find_claim, read_sound
from tools.contribute.names import merge
from tools.edition import Publication
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """The claim, and the one that it is put into."""

    id: str = argument("id", say("help.id"))
    into: str = argument("into", say("help.into"))


def run(options: Options, publication: Publication) -> int:
    """Write every file that names the claim."""
    assessed = read_sound(options.root, publication.today)
    claim_id, into = (find_claim(assessed.review, written) for written in (options.id, options.into))
    if claim_id == into:
        raise Refused(say("command.merge-itself"))
    change_names(options.root, assessed, lambda texts: merge(assessed.review, texts, claim_id, into, publication.today))
    print(say("done.merged", id=claim_id, into=into).text(options.language))
    return 0
