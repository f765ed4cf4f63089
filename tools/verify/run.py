"""`python -m tools verify [KEY…]` and `verify --searches`. Needs the network; never part of `check` or `build`.

Report only, but for the hits of the documented searches, which `--write` puts into their file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import files
from tools.progress import progress
from tools.records.beside import SEARCHES
from tools.records.claim import Review
from tools.records.problem import as_github
from tools.text.locale import Language
from tools.text.messages import Message, say
from tools.verify import pubmed, report, searches
from tools.verify.judge import judge
from tools.verify.runs import renewed, with_runs
from tools.verify.searches import Rerun
from tools.verify.web import Web, today


def verify(review: Review, keys: Sequence[str], web: Web, style: str = "text", language: Language = "en") -> int:
    """Compare references with Crossref, doi.org, JaLC and PubMed, and print what is not confirmed on standard output.

    Args:
        keys: the references, each of the review; all where none is named.
        web: from `open_web`.
        style: text, github or json.

    Returns:
        0 all confirmed, 1 a mismatch or a notice that the record does not carry,
        3 nothing wrong but something could not be checked.
    """
    chosen = list(dict.fromkeys(keys)) or list(review.references)
    pubmed.prefetch(web, (pmid for key in chosen if (pmid := review.references[key].pmid)))
    verdicts = [judge(key, review, web) for key in progress("verify references", chosen)]
    sys.stdout.write(report.as_report(verdicts, review, style, language, chosen=bool(keys)))
    _ask_for_contact(web, language)
    return report.exit_code(verdicts)


def verify_searches(
    review: Review, web: Web, style: str = "text", language: Language = "en", into: Path | None = None
) -> int:  # fmt: skip
    """Repeat the documented searches that carry a query, and print what has come in since.

    Args:
        into: the review's folder, where the hits are to be written into its searches.

    Returns:
        0 nothing new, 1 new hits to read, 3 nothing new but a query could not be repeated.

    Raises:
        NotEdited: the searches could not be written to.
    """
    queries = [(name, database) for name, search in review.searches.items() for database in search.queries]
    asked = progress("verify searches", queries)
    reruns = [searches.rerun(name, review.searches[name], database, web, today()) for name, database in asked]
    if style == "json":
        sys.stdout.write(json.dumps([searches.as_data(one, language) for one in reruns], ensure_ascii=False, indent=2) + "\n")
    elif style == "github":
        sys.stdout.write(as_github(searches.problems(reruns, review), language).replace("::error ", "::warning "))
    else:
        sys.stdout.write(_as_text(reruns, review, language))
    if into:
        print(_write(reruns, review, into).text(language), file=sys.stderr)
    _ask_for_contact(web, language)
    return searches.exit_code(reruns)


def _as_text(reruns: list[Rerun], review: Review, language: Language) -> str:
    told = [f"{found.as_line(language)}\n{searches.as_lines(one)}" for one in reruns if (found := searches.problem(one, review))]
    hits, without = sum(one.count for one in reruns), sum(not search.queries for search in review.searches.values())
    counted = say("done.searches", repeated=sum(one.why is None for one in reruns), hits=hits, without=without)
    return "".join(told) + f"{counted.text(language)}\n"


def _write(reruns: list[Rerun], review: Review, root: Path) -> Message:
    """Put the hits into the file of searches, and say so."""
    found = {name: {one.database: one.run for one in reruns if one.name == name and one.run} for name in review.searches}
    runs = {name: kept for name, search in review.searches.items() if (kept := renewed(search, found[name]))}
    path = root / SEARCHES
    files.write(path, with_runs(path.read_bytes().decode(), review.sources["searches"], runs))
    return say("done.runs", count=sum(map(len, found.values())), path=SEARCHES)


def _ask_for_contact(web: Web, language: Language) -> None:
    if not web.contact and sys.stderr.isatty():
        print(f"tools: {say('command.contact').text(language)}", file=sys.stderr)
