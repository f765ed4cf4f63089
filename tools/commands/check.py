"""`check`: every problem of the records; with `--article`, also where the article itself differs from its record.

`--against` holds the records to what a revision has published, `--published` asks that all of them are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tools.check.article_text import split_article
from tools.commands.options import Common, argument
from tools.commands.outcome import Refused, report
from tools.commands.reading import problems_of
from tools.contribute.against import against, open_versions
from tools.contribute.baseline import NoBaseline
from tools.edition import Publication
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """What to check besides the records."""

    article: Path | None = argument("--article", say("help.article"), default=None, read=Path)
    against: str | None = argument("--against", say("help.against"), default=None)
    published: bool = argument("--published", say("help.published"), default=False)


def run(options: Options, publication: Publication) -> int:
    """Print every problem."""
    original = None
    if options.article:
        try:
            original = split_article(options.article.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(say("command.unreadable", path=str(options.article), reason=str(error))) from error
    assessed, problems = problems_of(options.root, publication.today, original)
    if assessed and options.published:
        problems += open_versions(assessed.review)
    if assessed and options.against:
        try:
            problems += against(options.root, options.against, assessed.review)
        except NoBaseline as error:
            raise Refused(say("command.no-baseline", base=options.against, why=error.message)) from error
    return report(problems, options.format, options.language)
