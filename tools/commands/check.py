"""`check`: every problem of the records; with `--article`, also where the article itself differs from its record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tools.check.article_text import split_article
from tools.commands.options import Common, argument
from tools.commands.outcome import Refused, report
from tools.commands.reading import problems_of
from tools.edition import Publication
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """What to check besides the records."""

    article: Path | None = argument("--article", say("help.article"), default=None, read=Path)


def run(options: Options, publication: Publication) -> int:
    """Print every problem."""
    original = None
    if options.article:
        try:
            original = split_article(options.article.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(say("command.unreadable", path=str(options.article), reason=str(error))) from error
    return report(problems_of(options.root, publication.today, original)[1], options.format, options.language)
