"""The commands. Wires the modules; none of them imports this.

Exit codes: 0 fine, 1 problems found, 2 wrong usage; of `verify` also 3: something could not be checked.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from tools import commands
from tools.records.problem import FORMATS
from tools.records.words import LANGUAGES, Direction
from tools.settings import BadSetting, Settings, read_settings
from tools.site import build as site
from tools.text.locale import language_of


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    if not options.root.is_dir():
        print(f"tools: {options.root} is not a folder. Give the review's folder with --root.", file=sys.stderr)
        return 2
    try:
        settings = read_settings(os.environ)
    except BadSetting as error:
        print(f"tools: {error}", file=sys.stderr)
        return 2
    code: int = options.run(options, settings)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools", description="Check and build an evidence review.")
    found, spoken = parser.add_subparsers(dest="command", required=True), language_of(os.environ)

    def command(name: str, run: Callable[[argparse.Namespace, Settings], int], help_text: str) -> argparse.ArgumentParser:
        added = found.add_parser(name, help=help_text)
        added.set_defaults(run=run)
        added.add_argument("--root", type=Path, default=Path(), help="the review's folder (default: here)")
        added.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
        added.add_argument("--language", choices=LANGUAGES, default=spoken, help="of the problems (default: the locale's)")
        return added

    check = command("check", commands.run_check, "print every problem of the records")
    check.add_argument("--article", type=Path, help="a copy of the article, to compare with article.yml")
    build = command("build", commands.run_build, "build the site; a failed build leaves the previous one as it was")
    _building(build)
    serve = command("serve", commands.run_serve, "build, serve on http://127.0.0.1:8000/ and rebuild on change")
    _building(serve)
    serve.add_argument("--port", type=_port, default=8000)
    new = command("new", commands.run_new, "write a commented record for a new claim")
    new.add_argument("id", nargs="?", help="the claim, in lower-case words with hyphens: the file's name and the address")
    new.add_argument("--topic", help="its topic, a word of vocabulary.yml")
    new.add_argument("--from-doi", help="print the BibTeX entry of this DOI instead (needs the network)")
    new.add_argument("--from-pmid", help="print the BibTeX entry of this PMID instead (needs the network)")
    verify = command("verify", commands.run_verify, "compare references with Crossref, doi.org and PubMed (needs the network)")
    verify.add_argument("keys", nargs="*", help="references (default: all)")
    verify.add_argument("--searches", action="store_true", help="repeat the documented PubMed searches and list what is new")
    verify.add_argument("--no-cache", action="store_true", help="ask again for what was answered lately")
    command("schema", commands.run_schema, f"write {commands.SCHEMA} anew")
    release = command("release", commands.run_release, "freeze the current version of a claim and open the next")
    release.add_argument("id", help="the claim")
    for language in LANGUAGES:
        release.add_argument(f"--change-{language}", help=f"what the next version changes ({language}); asked for if missing")
    diff = command("diff", commands.run_diff, "what the working tree changes in meaning, as Markdown")
    diff.add_argument("base", nargs="?", default="main", help="a revision of git (default: main)")
    judged = command("assess", commands.run_assess, "what the level rule says of every claim")
    judged.add_argument("--json", action="store_true", required=True, help="as JSON, for another program")
    what_if = command("what-if", commands.run_what_if, "what one more study would do to a claim")
    what_if.add_argument("id", help="the claim")
    what_if.add_argument("--design", required=True, help="its design, a word of vocabulary.yml, such as rct")
    what_if.add_argument("--species", default="human", help="whom it studied (default: human)")
    what_if.add_argument("--direction", choices=get_args(Direction), default="supports")
    what_if.add_argument("--direct", action="store_true", help="population, treatment and comparison are the claim's own")
    what_if.add_argument("-n", type=_positive, help="number of participants")
    return parser


def _building(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, help="where the site goes (default: site/ in the review's folder)")
    command.add_argument("--builder", choices=site.BUILDERS, default="mkdocs")
    command.add_argument("--offline", action="store_true", help="make a site that is read from disk, without a server")
    command.add_argument("--jobs", type=_positive, default=2, help="builders that may run at the same time")


def _positive(text: str) -> int:
    if not re.fullmatch("0*[1-9][0-9]{0,8}", text):
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number of at least 1")
    return int(text)


def _port(text: str) -> int:
    number = _positive(text)
    if number > 65535:
        raise argparse.ArgumentTypeError(f"`{text}` is no port: they end at 65535")
    return number


def collect_seldom() -> None:
    """Records are a great many objects, and none is garbage: left to itself, the collector takes a tenth of a large build."""
    gc.set_threshold(100_000)


def _run() -> int:
    """The program: asked to stop, it clears up behind itself and says nothing."""
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    collect_seldom()
    try:
        return main()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


if __name__ == "__main__":
    sys.exit(_run())
