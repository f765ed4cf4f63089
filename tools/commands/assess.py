"""`assess`: what the level rule says of every claim, as JSON for another program."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tools.appraisal.assess import assess
from tools.commands.options import Common, argument
from tools.commands.reading import read
from tools.edition import Publication
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """In what form; there is one."""

    json: bool = argument("--json", say("help.json"), default=False)


def run(options: Options, publication: Publication) -> int:
    """Print id, level and ceiling of every claim."""
    claims = assess(read(options.root)).claims
    print(json.dumps({claim_id: {"level": one.claim.level, "ceiling": one.ceiling} for claim_id, one in claims.items()}))
    return 0
