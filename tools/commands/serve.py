"""`serve`: the site on this machine; an edit shows at once, and a fault in it on the page."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial

from tools.commands import build
from tools.commands.options import argument, command_line, port
from tools.commands.outcome import Faulty, Refused, report
from tools.commands.settings import Settings
from tools.site import live, server
from tools.text.messages import say


@dataclass(frozen=True)
class Options(build.Options):
    """Those of a build, and where it is served."""

    port: int = argument("--port", say("help.port"), default=8000, read=port)


def run(options: Options, settings: Settings) -> int:
    """Build, serve until interrupted, and build again at each edit."""
    if (code := _first_build(options, settings)) and not options.site.is_dir():
        return code
    shown = server.Shown()
    try:
        server.start_server(options.site, options.port, shown)
    except OSError as error:
        raise Refused(say("command.port-taken", port=options.port, reason=error.strerror)) from error
    again = [sys.executable, "-m", "tools", *command_line("build", build.Options, options)]
    loop = live.Live(options.root, shown, partial(build.pages_of, settings), again, settings.site_url, options.language)
    loop.run(server.edits(options.root), say("done.serving", port=options.port).text(options.language))
    return 0


def _first_build(options: Options, settings: Settings) -> int:
    """A site of before is served even where the records have problems now."""
    try:
        return build.run(options, settings)
    except Faulty as fault:
        return report(fault.problems, options.format, options.language)
    except Refused as refusal:
        if not options.site.is_dir():
            raise
        print(refusal.told(options.language), file=sys.stderr)
        return refusal.code
