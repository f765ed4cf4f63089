"""`verify`: references against the registries, or the documented searches again; needs the network."""

from __future__ import annotations

from dataclasses import dataclass

from tools import verify
from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import known_references, read
from tools.edition import Publication
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """What to ask about."""

    keys: tuple[str, ...] = argument("key", say("help.keys"), default=())
    searches: bool = argument("--searches", say("help.searches"), default=False)
    write: bool = argument("--write", say("help.write-searches"), default=False)
    no_cache: bool = argument("--no-cache", say("help.no-cache"), default=False)


def run(options: Options, publication: Publication) -> int:
    """Ask, and print what is not confirmed."""
    if options.write and not options.searches:
        raise Refused(say("command.write-searches"))
    review = read(options.root)
    known_references(options.keys, review)
    web = verify.open_web(options.root, use_cache=not options.no_cache)
    if options.searches:
        try:
            return verify.verify_searches(review, web, options.format, options.language, options.root if options.write else None)
        except verify.NotEdited as error:
            raise Refused(error.message, code=1) from error
    return verify.verify(review, options.keys, web, options.format, options.language)
