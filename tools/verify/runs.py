"""How many hits the queries have, written into the file of searches, of which nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tools.records.problem import Source
from tools.records.runs import Database, Run
from tools.records.sources import Search
from tools.records.yamlfile import read_yaml
from tools.text.messages import Message, say

Runs = Mapping[Database, Run]


class NotEdited(Exception):
    """A file could not be written to without changing something else in it. `message` says where and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text("en"))
        self.message = message


def renewed(search: Search, found: Runs) -> Runs:
    """The runs of a search with the new ones; one of a query that is no more is dropped."""
    kept = {database: run for database, run in search.runs.items() if run.is_of(search.queries.get(database))}
    return {database: run for database in search.queries if (run := found.get(database) or kept.get(database))}


def with_runs(text: str, source: Source, runs: Mapping[str, Runs]) -> str:
    """The file with the runs of some searches in place of those that they have.

    Args:
        source: where the values of the text are.
        runs: by search of the file; none is without any.

    Raises:
        NotEdited: something else would change.
    """
    lines = text.split("\n")
    for name in sorted(runs, key=lambda name: source.line(name), reverse=True):
        start, end, indent = _place(lines, source, name)
        lines[start:end] = _written(runs[name], indent)
    written = "\n".join(lines)
    before, after = (
        document.data if document else {} for document, _ in (read_yaml(source.path, one) for one in (text, written))
    )
    for name in before:
        told = {database: _as_read(run) for database, run in runs.get(name, {}).items()}
        if after.get(name) != {**before[name], **({"runs": told} if told else {})}:
            raise NotEdited(say("command.not-edited", path=source.path, name=name))
    return written


def _place(lines: list[str], source: Source, name: str) -> tuple[int, int, str]:
    """The lines of the runs of a search, or the place for them, before `found`; and how deep its fields are."""
    has = (name, "runs") in source.lines
    start = source.line(name, "runs" if has else "found") - 1
    indent = lines[start][: len(lines[start]) - len(lines[start].lstrip())]
    end = start + has
    while has and end < len(lines) and re.match(rf"{indent}\s+\S", lines[end]):
        end += 1
    return start, end, indent


def _written(runs: Runs, indent: str) -> list[str]:
    written = [
        f"{indent}  {database}: {{date: {run.date}, hits: {run.hits}, sha256: '{run.sha256}'}}" for database, run in runs.items()
    ]
    return [f"{indent}runs:", *written]


def _as_read(run: Run) -> dict[str, object]:
    return {"date": run.date.isoformat(), "hits": run.hits, "sha256": run.sha256}
