"""`diff`: what the working tree changes against a revision, as Markdown for a pull request."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.appraisal.assess import assess
from tools.commands.options import Common, argument
from tools.commands.outcome import Refused
from tools.commands.reading import problems_of
from tools.contribute import baseline
from tools.contribute.impact import RULE, comment, impact
from tools.contribute.unreadable import is_unread, no_review
from tools.edition import Publication
from tools.records.load import load
from tools.records.problem import in_order
from tools.text.messages import say


@dataclass(frozen=True)
class Options(Common):
    """What to compare with."""

    base: str = argument("base", say("help.base"), default="main")


def run(options: Options, publication: Publication) -> int:
    """Print what changes; the exit code is 1 where a record cannot be read, or names what cannot be."""
    new, problems = problems_of(options.root, publication.today)
    if new is None:
        sys.stdout.write(comment(list(no_review(problems, options.language)), options.language))
        return 1
    try:
        with tempfile.TemporaryDirectory() as folder:
            baseline.extract(options.root, options.base, Path(folder))
            old, faults = load(Path(folder))
            touched = baseline.changed_files(options.root, options.base)
            asked = any(path.startswith(RULE) for path in touched)
            by_old_rule = baseline.ceilings_by_its_rule(Path(folder), options.root) if asked else {}
    except baseline.NoBaseline as error:
        raise Refused(say("command.no-baseline", base=options.base, why=error.message)) from error
    if old is None:
        first = in_order(faults)[0].as_line(options.language)
        raise Refused(say("command.baseline-unreadable", base=options.base, problem=first))
    sys.stdout.write(impact(assess(old), new, touched, by_old_rule, problems, options.language))
    return int(is_unread(new.review))
