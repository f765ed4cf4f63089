"""The commands. Wires the modules; nothing imports this.

Exit codes: 0 fine, 1 problems found, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from pathlib import Path

from tools import article, release, serve, site
from tools.check import check
from tools.explain import nearest
from tools.export import export
from tools.load import load
from tools.model import Review
from tools.problem import FORMATS, Problem
from tools.record import LANGUAGES
from tools.render import render, render_root


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    if not options.root.is_dir():
        print(f"tools: {options.root} is not a folder. Give the review's folder with --root.", file=sys.stderr)
        return 2
    return options.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools", description="Check and build an evidence review.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, run, help_text in (
        ("check", _check, "print every problem of the records"),
        ("build", _build, "build the site; a failed build leaves the previous one as it was"),
        ("serve", _serve, "build, serve on http://127.0.0.1:8000/ and rebuild on change"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.set_defaults(run=run)
        command.add_argument("--root", type=Path, default=Path(), help="the review's folder (default: here)")
        command.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
        if name == "check":
            command.add_argument("--article", type=Path, help="a copy of the article, to compare with article.yml")
        else:
            command.add_argument("--out", type=Path, help="where the site goes (default: site/ in the review's folder)")
            command.add_argument("--builder", choices=site.BUILDERS, default="mkdocs")
            command.add_argument("--offline", action="store_true", help="make a site that is read from disk, without a server")
            command.add_argument("--jobs", type=_positive, default=2, help="builders that may run at the same time")
        if name == "serve":
            command.add_argument("--port", type=_positive, default=8000)
    command = commands.add_parser("release", help="freeze the current version of a claim and open the next")
    command.set_defaults(run=_release)
    command.add_argument("id", help="the claim, such as tms-durability")
    command.add_argument("--root", type=Path, default=Path(), help="the review's folder (default: here)")
    command.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    for language in LANGUAGES:
        command.add_argument(
            f"--change-{language}", help=f"what the next version changes, in {language}; asked for where missing"
        )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _check(options: argparse.Namespace) -> int:
    review, problems = _read(options.root)
    if options.article:
        try:
            text = options.article.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            print(f"tools: {options.article} cannot be read: {error}", file=sys.stderr)
            return 2
        if review:
            problems += article.compare(review, text)
    return _report(problems, options.format)


def _build(options: argparse.Namespace) -> int:
    review, problems = _read(options.root)
    if problems or review is None:
        return _report(problems, options.format)
    today = _today()
    site_url = os.environ.get("SITE_URL", "")
    pages = {language: render(review, language, today, site_url) | export(review, language) for language in LANGUAGES}
    root_files = render_root(review, site_url, pages["ja"])
    try:
        site.build_site(
            options.root, _out(options), pages, root_files, site_url,
            builder=options.builder, jobs=options.jobs, offline=options.offline,
        )  # fmt: skip
    except (site.BuildFailed, OSError) as error:
        print(f"tools: nothing was replaced. {error}", file=sys.stderr)
        return 1
    return 0


def _serve(options: argparse.Namespace) -> int:
    if (code := _build(options)) and not _out(options).is_dir():
        return code
    try:
        serve.start_server(_out(options), options.port)
    except OSError as error:
        print(f"tools: port {options.port} cannot be used: {error.strerror}. Try --port.", file=sys.stderr)
        return 2
    print(f"Serving http://127.0.0.1:{options.port}/ (Ctrl-C ends it)", flush=True)
    serve.rebuild_on_change(options.root, lambda: print("Rebuilt." if _build(options) == 0 else "Not rebuilt.", flush=True))
    return 0


def _release(options: argparse.Namespace) -> int:
    review, problems = _read(options.root)
    if problems or review is None:
        return _report(problems, options.format)
    if options.id not in review.claims:
        print(f"tools: there is no claim `{options.id}`.{nearest(options.id, review.claims)}", file=sys.stderr)
        return 2
    change = {language: _asked(getattr(options, f"change_{language}"), language) for language in LANGUAGES}
    if not all(change.values()):
        print("tools: nothing was frozen. Say in both languages what the next version changes.", file=sys.stderr)
        return 2
    try:
        version = release.release(options.root, review, options.id, change, _today())
    except OSError as error:
        print(f"tools: the version was not frozen: {error}", file=sys.stderr)
        return 1
    print(f"Version {version - 1} of {options.id} is frozen. Version {version} is open: edit claims/{options.id}.yml.")
    return 0


def _asked(given: str | None, language: str) -> str:
    """What was given on the command line, or what somebody types."""
    if given is None and sys.stdin.isatty():
        given = input({"ja": "次の版で変わること(日本語): ", "en": "What the next version changes (English): "}[language])
    return (given or "").strip()


def _read(root: Path) -> tuple[Review | None, list[Problem]]:
    review, problems = load(root)
    return review, problems + (check(review) if review else [])


def _out(options: argparse.Namespace) -> Path:
    return options.out or options.root / "site"


def _today() -> datetime.date:
    """The day of the build; SOURCE_DATE_EPOCH makes a build repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
    return moment.date()


def _report(problems: list[Problem], style: str) -> int:
    sys.stderr.write(FORMATS[style](problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
