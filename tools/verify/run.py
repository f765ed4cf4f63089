"""`python -m tools verify [KEY…]` and `verify --searches`. Needs the network; never part of `check` or `build`.

Report only: no record is rewritten.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tools.progress import progress
from tools.records.claim import Review
from tools.records.problem import as_github
from tools.text.locale import Language
from tools.text.messages import say
from tools.verify import pubmed, report, searches
from tools.verify.judge import judge
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


def verify_searches(review: Review, web: Web, style: str = "text", language: Language = "en") -> int:
    """Repeat the documented searches that carry a PubMed query, and print what has come in since.

    Returns:
        0 nothing new, 1 new hits to read, 3 nothing new but a search could not be repeated.
    """
    repeatable = {name: search for name, search in review.searches.items() if search.pubmed}
    reruns = [searches.rerun(name, repeatable[name], web, today()) for name in progress("verify searches", list(repeatable))]
    found = list(searches.problems(reruns, review))
    if style == "json":
        sys.stdout.write(json.dumps([searches.as_data(one, language) for one in reruns], ensure_ascii=False, indent=2) + "\n")
    elif style == "github":
        sys.stdout.write(as_github(found, language).replace("::error ", "::warning "))
    else:
        told = {one.name: searches.as_lines(one) for one in reruns if one.count or one.why}
        sys.stdout.write("".join(f"{problem.as_line(language)}\n{told[name]}" for name, problem in zip(told, found, strict=True)))
        hits, without = sum(one.count for one in reruns), len(review.searches) - len(reruns)
        counted = say("done.searches", repeated=len(reruns), hits=hits, without=without)
        sys.stdout.write(f"{counted.text(language)}\n")
    return searches.exit_code(reruns)


def _ask_for_contact(web: Web, language: Language) -> None:
    if not web.contact and sys.stderr.isatty():
        print(f"tools: {say('command.contact').text(language)}", file=sys.stderr)
