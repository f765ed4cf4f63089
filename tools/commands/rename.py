"""`rename`: another id or code for a claim; what it was called leads to it for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import change_names, find_claim, read_sound
from tools.contribute.names import rename
from tools.edition import Publication
from tools.records.words import CODE_PATTERN, ID_PATTERN
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """The claim, and what it is to be called."""

    id: str = argument("id", say("help.id"))
    name: str = argument("name", say("help.name"))


def run(options: Options, publication: Publication) -> int:
    """Write every file that names the claim."""
    assessed = read_sound(options.root, publication.today)
    claim_id = find_claim(assessed.review, options.id)
    if not re.match(f"{ID_PATTERN}|{CODE_PATTERN}", options.name):
        raise Refused(say("command.no-id", id=options.name))
    owner = assessed.review.names.get(options.name)
    if owner and options.name not in assessed.review.claims[claim_id].formerly:
        raise Refused(say("command.name-taken", name=options.name, owner=owner))
    change_names(options.root, assessed, lambda texts: rename(assessed.review, texts, claim_id, options.name, publication.today))
    print(say("done.renamed", id=claim_id, name=options.name).text(options.language))
    return 0
