"""`serve`: the site on this machine; an edit shows at once, and a fault in it on the page."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from tools.commands import build
from tools.commands.options import argument, command_line, port
from tools.commands.outcome import Faulty, Refused, report
from tools.edition import Publication
from tools.pages.render import render_pages
from tools.site import live, server
from tools.text.messages import say


@dataclass(frozen=True)
class Options(build.Options):
    """Those of a build, and where it is served."""

    port: int = argument("--port", say("help.port"), default=8000, read=port)


def run(options: Options, publication: Publication) -> int:
    """Build, serve until interrupted, and build again at each edit."""
    if (code := _first_build(options, publication)) and not options.site.is_dir():
        return code
    shown = server.Shown()
    try:
        server.start_server(options.site, options.port, shown)
    except OSError as error:
        raise Refused(say("command.port-taken", port=options.port, reason=error.strerror)) from error
    again = [sys.executable, "-m", "tools", *command_line("build", build.Options, options)]
    loop = live.Live(options.root, shown, render_pages, again, publication, options.language)
    loop.run(server.edits(options.root), say("done.serving", port=options.port).text(options.language))
    return 0


def _first_build(options: Options, publication: Publication) -> int:
    """A site of before is served even where the records have problems now."""
    try:
        return build.run(options, publication)
    except Faulty as fault:
        return report(fault.problems, options.format, options.language)
    except Refused as refusal:
        if not options.site.is_dir():
            raise
        print(refusal.told(options.language), file=sys.stderr)
        return refusal.code
