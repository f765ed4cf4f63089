"""`release`: freeze the current version of a claim and open the next."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import find_claim, read_sound
from tools.contribute.release import release
from tools.edition import Publication
from tools.text.locale import Language
from tools.text.messages import Message, say


@dataclass(frozen=True)
class Options(Common):
    """The claim, and what its next version changes."""

    id: str = argument("id", say("help.id"))
    change_ja: str | None = argument("--change-ja", say("help.change-ja"), default=None)
    change_en: str | None = argument("--change-en", say("help.change-en"), default=None)


def run(options: Options, publication: Publication) -> int:
    """Ask for the change where it is not given, and freeze the version."""
    assessed = read_sound(options.root, publication.today)
    claim_id = find_claim(assessed.review, options.id)
    change: dict[Language, str] = {
        "ja": _asked(options.change_ja, say("ask.change-ja"), options.language),
        "en": _asked(options.change_en, say("ask.change-en"), options.language),
    }
    if not all(change.values()):
        raise Refused(say("command.no-change"))
    try:
        version = release(options.root, assessed, claim_id, change, publication.today)
    except OSError as error:
        raise Refused(say("command.not-frozen", reason=str(error)), code=1) from error
    print(say("done.released", id=claim_id, frozen=version - 1, open=version).text(options.language))
    return 0


def _asked(given: str | None, question: Message, language: Language) -> str:
    """What was given on the command line, or what somebody types."""
    if given is None and sys.stdin.isatty():
        given = input(question.text(language))
    return (given or "").strip()
