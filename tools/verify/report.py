"""What `verify` prints: one line for each thing that is not confirmed, in the form of problems, and a summary."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from tools.records.claim import Review
from tools.records.problem import Problem, as_github
from tools.text.locale import Language
from tools.text.messages import Message, say
from tools.verify.judge import Verdict


def problems(verdict: Verdict, review: Review) -> list[tuple[bool, Problem]]:
    """Each finding as a problem at its line; True for a mismatch."""
    source = review.sources[f"reference:{verdict.key}"]
    return [(f.state == "differs", source.problem((f.field,), f.message)) for f in verdict.findings if f.message]


def exit_code(verdicts: Sequence[Verdict]) -> int:
    """0 all confirmed, 1 a mismatch or a notice that the record does not carry, 3 nothing wrong but something unchecked."""
    outcomes = {verdict.outcome for verdict in verdicts}
    return 1 if "mismatch" in outcomes else 3 if "could-not-check" in outcomes else 0


def as_report(verdicts: Sequence[Verdict], review: Review, style: str, language: Language, *, chosen: bool) -> str:
    """The report.

    Args:
        style: text, github or json.
        chosen: somebody named the references. Of all of them, those that no registry knows, and those for which a registry
            was not asked since it was down, are only counted: a line for each would hide the others.
    """
    if style == "json":
        return _as_json(verdicts, review, language)
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
        wrong = as_github((problem for is_wrong, problem in lines if is_wrong), language)
        unsure = as_github((problem for is_wrong, problem in lines if not is_wrong), language)
        return wrong + unsure.replace("::error ", "::warning ") + _summary(verdicts, language)
    return "".join(f"{problem.as_line(language)}\n" for _, problem in lines) + _summary(verdicts, language)


def _summary(verdicts: Sequence[Verdict], language: Language) -> str:
    return " ".join(message.text(language) for message in _sentences(verdicts)) + "\n"


def _sentences(verdicts: Sequence[Verdict]) -> Iterator[Message]:
    confirmed, mismatch, unchecked = (
        sum(verdict.outcome == outcome for verdict in verdicts) for outcome in ("confirmed", "mismatch", "could-not-check")
    )
    unregistered = sum(not verdict.registered for verdict in verdicts)
    without = say("part.without-identifier", count=unregistered) if unregistered else None
    yield say("done.references", all=len(verdicts), confirmed=confirmed, mismatch=mismatch, unchecked=unchecked, without=without)
    skipped = [{f.skipped for f in verdict.findings} - {""} for verdict in verdicts]
    if services := sorted(set().union(*skipped)):
        yield say("done.skipped", services=tuple(services), count=sum(map(bool, skipped)))
    for service in ("Crossref", "PubMed"):
        days = [day for verdict in verdicts for name, day in verdict.asked if name == service]
        if days:
            when = f"{min(days)}" if min(days) == max(days) else f"{min(days)} – {max(days)}"
            yield say("done.notices", service=service, count=len(days), when=when)


def _as_json(verdicts: Sequence[Verdict], review: Review, language: Language) -> str:
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
                    problem.as_data(language) | {"field": f.field, "ours": f.ours, "theirs": f.theirs, "service": f.service}
                    for f, (_, problem) in zip(verdict.findings, told, strict=True)
                ],
            }
        )
    data = {"exit": exit_code(verdicts), "summary": _summary(verdicts, language).strip(), "references": references}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
