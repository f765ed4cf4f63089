"""`python -m tools complete [KEY…]`: what references leave out, filled in from the registries. Needs the network."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tools import files
from tools.progress import progress
from tools.records.claim import Review
from tools.records.problem import Problem, as_github
from tools.text.locale import Language
from tools.text.messages import say
from tools.verify import pubmed
from tools.verify.bibedit import with_field
from tools.verify.complete import Filled, Left, complete
from tools.verify.runs import NotEdited
from tools.verify.web import Web


@dataclass
class Completed:
    """What came out for all references that were asked about.

    Attributes:
        before, after: the files that change, by path.
        filled: key and field, in order.
        left: the same for what was left alone.
    """

    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    filled: list[tuple[str, Filled]] = field(default_factory=list)
    left: list[tuple[str, Left]] = field(default_factory=list)


def complete_references(
    review: Review, keys: Sequence[str], web: Web, root: Path, style: str = "text", language: Language = "en", *, write: bool
) -> int:  # fmt: skip
    """Print field by field what can be filled in and from where, what was left alone and why, and a diff.

    Args:
        keys: the references, each of the review; all where none is named.
        web: from `open_web`.
        root: the review's folder.
        write: change the files instead of printing the diff.

    Returns:
        0 all registries answered, 3 something could not be asked.
    """
    chosen = list(dict.fromkeys(keys)) or list(review.references)
    pubmed.prefetch(web, (pmid for key in chosen if (pmid := review.references[key].pmid)))
    done = Completed()
    for key in progress("complete references", chosen):
        filled, left = complete(key, review.references[key], web)
        done.left += [(key, one) for one in left]
        for one in filled:
            _fill(done, key, one, review.sources[f"reference:{key}"].path, root)
    diff = "" if write else "".join(_diff(done.before, done.after))
    sys.stdout.write(_report(done, review, len(chosen), style, language, diff))
    for path, text in done.after.items() if write else ():
        files.write(root / path, text)
    return 3 if any(one.unanswered for _, one in done.left) else 0


def _fill(done: Completed, key: str, one: Filled, path: str, root: Path) -> None:
    """Take a field over, if what its file says afterwards is that and nothing else."""
    text = done.after.get(path) or (root / path).read_bytes().decode("utf-8-sig")
    try:
        after = with_field(path, text, key, one.field, one.value)
    except NotEdited:
        message = say("complete-open.unwritten", service=one.service, value=one.value, field=one.field)
        done.left.append((key, Left(one.field, message)))
        return
    done.before.setdefault(path, text)
    done.after[path] = after
    done.filled.append((key, one))


def _diff(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for path in sorted(after):
        old, new = before[path].splitlines(keepends=True), after[path].splitlines(keepends=True)
        yield from difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")


def _report(done: Completed, review: Review, count: int, style: str, language: Language, diff: str) -> str:
    problems = [_problem(review, key, one) for key, one in done.left]
    if style == "json":
        filled = [{"key": key, **asdict(one)} for key, one in done.filled]
        data = {"filled": filled, "left": [problem.as_data(language) for problem in problems], "diff": diff}
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    if style == "github":
        return as_github(problems, language).replace("::error ", "::warning ") + diff
    told = [
        say("done.filled", place=_place(review, key, one), field=one.field, value=one.value, service=one.service, page=one.page)
        for key, one in done.filled
    ]
    lines = [*(message.text(language) for message in told), *(problem.as_line(language) for problem in problems)]
    counted = say("done.completed", all=count, filled=len(done.filled), left=len(done.left)).text(language)
    return "\n".join([*lines, counted, ""]) + diff


def _problem(review: Review, key: str, one: Left) -> Problem:
    return review.sources[f"reference:{key}"].problem((one.field,), one.message)


def _place(review: Review, key: str, one: Filled) -> str:
    source = review.sources[f"reference:{key}"]
    return f"{source.path}:{source.line(one.field)}"
