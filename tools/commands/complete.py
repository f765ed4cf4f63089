"""`complete`: what references leave out, filled in from the registries; needs the network."""

from __future__ import annotations

from dataclasses import dataclass

from tools import verify
from tools.commands.options import Common, argument
from tools.commands.reading import known_references, read
from tools.edition import Publication
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """What to complete."""

    keys: tuple[str, ...] = argument("key", say("help.keys"), default=())
    write: bool = argument("--write", say("help.write-completed"), default=False)
    no_cache: bool = argument("--no-cache", say("help.no-cache"), default=False)


def run(options: Options, publication: Publication) -> int:
    """Ask, and print what can be filled in, or write it."""
    review = read(options.root)
    known_references(options.keys, review)
    web = verify.open_web(options.root, use_cache=not options.no_cache)
    return verify.complete_references(
        review, options.keys, web, options.root, options.format, options.language, write=options.write
    )
