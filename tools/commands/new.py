"""`new`: a commented record for a new claim; with a DOI or a PMID, the entry of a source instead."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import get_args

from tools import files
from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import read
from tools.contribute.new_record import new_record
from tools.edition import Publication
from tools.records.beside import CLAIMS
from tools.records.claim import Review
from tools.records.words import ID_PATTERN, Kind
from tools.text.hints import hint
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """The claim, or the identifier of a source."""

    id: str | None = argument("id", say("help.new-id"), default=None)
    topic: str | None = argument("--topic", say("help.topic"), default=None)
    kind: Kind = argument("--kind", say("help.kind"), default="effect", words=get_args(Kind))
    from_doi: str | None = argument("--from-doi", say("help.from-doi"), default=None)
    from_pmid: str | None = argument("--from-pmid", say("help.from-pmid"), default=None)


def run(options: Options, publication: Publication) -> int:
    """Write the record, or print the entry."""
    if options.from_doi or options.from_pmid:
        sys.stdout.write(_entry(options, read(options.root)))
        return 0
    if options.id is None or options.topic is None:
        raise Refused(say("command.new-needs"))
    review = read(options.root)
    path = options.root / CLAIMS / f"{options.id}.yml"
    if not re.match(ID_PATTERN, options.id):
        raise Refused(say("command.no-id", id=options.id))
    if path.exists():
        raise Refused(say("command.exists", path=str(path)))
    if options.topic not in review.vocabulary.topic:
        known = tuple(review.vocabulary.topic)
        raise Refused(say("usage.no-word", option="--topic", value=options.topic, known=known, hint=hint(options.topic, known)))
    files.write(path, new_record(review, options.id, options.topic, options.kind, publication.today))
    print(say("done.new", path=str(path)).text(options.language))
    return 0


def _entry(options: Options, review: Review) -> str:
    """The BibTeX entry of a DOI or a PMID, from the registries, with what could not be confirmed left open."""
    from tools import verify  # asks the registries, which a new record does not need

    web = verify.open_web(options.root)
    try:
        if options.from_doi:
            return verify.entry_from_doi(options.from_doi, web, review.references)
        return verify.entry_from_pmid(options.from_pmid or "", web, review.references)
    except verify.NotKnown as error:
        raise Refused(error.message, code=1) from error
    except verify.NoAnswer as error:
        raise Refused(say("command.no-answer", why=error.message), code=1) from error
