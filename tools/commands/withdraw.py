"""`withdraw`: take a claim back; its addresses say that it was, why, and what to read instead."""

from __future__ import annotations

from dataclasses import dataclass

from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import change_names, find_claim, read_sound
from tools.contribute.names import withdraw
from tools.edition import Publication
from tools.text.locale import Language
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """The claim, why, and which one to read instead."""

    id: str = argument("id", say("help.id"))
    reason_ja: str = argument("--reason-ja", say("help.reason-ja"), default="")
    reason_en: str = argument("--reason-en", say("help.reason-en"), default="")
    replaced_by: str | None = argument("--replaced-by", say("help.replaced-by"), default=None)


def run(options: Options, publication: Publication) -> int:
    """Write what is left of the record."""
    assessed = read_sound(options.root, publication.today)
    claim_id = find_claim(assessed.review, options.id)
    other = find_claim(assessed.review, options.replaced_by) if options.replaced_by else None
    reason: dict[Language, str] = {"ja": options.reason_ja.strip(), "en": options.reason_en.strip()}
    if not all(reason.values()) or other == claim_id:
        raise Refused(say("command.no-reason"))
    change_names(options.root, assessed, lambda texts: withdraw(assessed.review, claim_id, reason, other, publication.today))
    print(say("done.withdrawn", id=claim_id).text(options.language))
    return 0
