"""What `verify` prints: one line for each thing that is not confirmed, in the form of problems, and a summary."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tools.records.claim import Review
from tools.records.problem import Problem, as_github
from tools.text.messages import say
from tools.verify.judge import Verdict

# What the lines are called: a mismatch by its field, and all that a person must look at by one word.
_DIFFERS = {
    "type": "verify-type",
    "title": "verify-title",
    "author": "verify-author",
    "year": "verify-year",
    "doi": "verify-doi",
    "pmid": "verify-pmid",
    "notice": "verify-notice",
}
_OPEN = "verify-open"


def problems(verdict: Verdict, review: Review) -> list[tuple[bool, Problem]]:
    """Each finding as a problem at its line; True for a mismatch."""
    source = review.sources[f"reference:{verdict.key}"]
    return [
        (
            f.state == "differs",
            source.problem((f.field,), say(_DIFFERS[f.field] if f.state == "differs" else _OPEN, said=f.message)),
        )
        for f in verdict.findings
    ]


def exit_code(verdicts: Sequence[Verdict]) -> int:
    """0 all confirmed, 1 a mismatch or a notice that the record does not carry, 3 nothing wrong but something unchecked."""
    outcomes = {verdict.outcome for verdict in verdicts}
    return 1 if "mismatch" in outcomes else 3 if "could-not-check" in outcomes else 0


def as_report(verdicts: Sequence[Verdict], review: Review, style: str, *, chosen: bool) -> str:
    """The report.

    Args:
        style: text, github or json.
        chosen: somebody named the references. Of all of them, those that no registry knows, and those for which a registry
            was not asked since it was down, are only counted: a line for each would hide the others.
    """
    if style == "json":
        return _as_json(verdicts, review)
    lines = sorted(
        {
            line
            for verdict in verdicts
            for finding, line in zip(verdict.findings, problems(verdict, review), strict=True)
            if chosen or (verdict.registered and not finding.skipped)
        },
        key=lambda line: (line[1].path, line[1].line, str(line[1])),
    )
    if style == "github":
        wrong = as_github((problem for is_wrong, problem in lines if is_wrong), "en")
        unsure = as_github((problem for is_wrong, problem in lines if not is_wrong), "en")
        return wrong + unsure.replace("::error ", "::warning ") + _summary(verdicts)
    return "".join(f"{problem}\n" for _, problem in lines) + _summary(verdicts)


def _summary(verdicts: Sequence[Verdict]) -> str:
    counts = [sum(verdict.outcome == outcome for verdict in verdicts) for outcome in ("confirmed", "mismatch", "could-not-check")]
    unregistered = sum(not verdict.registered for verdict in verdicts)
    without = f" ({unregistered} of them {'has' if unregistered == 1 else 'have'} neither DOI nor PMID)" if unregistered else ""
    total = f"{len(verdicts)} reference{'s' * (len(verdicts) != 1)}"
    said = [f"{total}: {counts[0]} confirmed, {counts[1]} mismatch, {counts[2]} could not be checked{without}."]
    skipped = [{f.skipped for f in verdict.findings} - {""} for verdict in verdicts]
    if services := sorted(set().union(*skipped)):
        said.append(f"{' and '.join(services)} did not answer, and {sum(map(bool, skipped))} of them were not asked about there.")
    for service in ("Crossref", "PubMed"):
        days = [day for verdict in verdicts for name, day in verdict.asked if name == service]
        if days:
            when = f"{min(days)}" if min(days) == max(days) else f"{min(days)} to {max(days)}"
            said.append(f"{service} was asked about notices for {len(days)} of them, as of {when}.")
    return " ".join(said) + "\n"


def _as_json(verdicts: Sequence[Verdict], review: Review) -> str:
    references = []
    for verdict in verdicts:
        source = review.sources[f"reference:{verdict.key}"]
        told = problems(verdict, review)
        references.append(
            {
                "key": verdict.key,
                "outcome": verdict.outcome,
                "path": source.path,
                "line": source.line(),
                "claims": list(verdict.claims),
                "notices_asked": {service: day.isoformat() for service, day in verdict.asked},
                "findings": [
                    problem.as_data("en") | {"field": f.field, "ours": f.ours, "theirs": f.theirs, "service": f.service}
                    for f, (_, problem) in zip(verdict.findings, told, strict=True)
                ],
            }
        )
    data = {"exit": exit_code(verdicts), "summary": _summary(verdicts).strip(), "references": references}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
