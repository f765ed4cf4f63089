"""The program: takes the verb, reads its options and the environment, and runs it. Exit codes: `tools.commands`."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module

from tools.commands import VERBS
from tools.commands.outcome import Faulty, Refused, report
from tools.commands.parser import choose, overview, read_options, take_language
from tools.commands.settings import read_settings
from tools.text.locale import Language, language_of
from tools.text.messages import say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    language = language_of(os.environ)
    try:
        language, rest = take_language(given, os.environ)
        if rest[:1] in (["-h"], ["--help"]):
            print(overview(VERBS, language), end="")
            return 0
        return _run_verb(choose(VERBS, rest), rest[1:], language)
    except Refused as refusal:
        print(refusal.told(language), file=sys.stderr)
        return refusal.code


def _run_verb(verb: str, arguments: Sequence[str], language: Language) -> int:
    module = import_module(f"tools.commands.{verb.replace('-', '_')}")
    options = read_options(module.Options, verb, VERBS[verb], arguments, language)
    if not options.root.is_dir():
        raise Refused(say("command.no-folder", path=str(options.root)))
    try:
        code: int = module.run(options, read_settings(os.environ))
    except Faulty as fault:
        return report(fault.problems, options.format, options.language)
    return code


def collect_seldom() -> None:
    """Records are a great many objects, and none is garbage: left to itself, the collector takes a tenth of a check."""
    gc.set_threshold(1_000_000)


def _run() -> int:
    """The program: asked to stop, it clears up behind itself and says nothing."""
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    collect_seldom()
    try:
        return main()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    finally:
        gc.freeze()  # what is left goes with the process: nobody has to look through it for garbage


if __name__ == "__main__":
    sys.exit(_run())
