"""What a change of the records means, as Markdown for a pull request: the gravest first, ten lines, the rest folded. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tools.appraisal.assess import Assessed
from tools.contribute import consequences
from tools.contribute.changed import changed
from tools.contribute.fields import GROUPS
from tools.contribute.line import Line
from tools.contribute.rendered import pages_that_differ
from tools.contribute.unreadable import unreadable
from tools.records.beside import DOCS
from tools.records.links import unread_links
from tools.records.problem import Problem
from tools.text.locale import Language
from tools.text.messages import say

LINES = 10
# GitHub refuses a comment of more than 65,536 characters. Each `@` becomes two when it is posted, and a line is added.
MOST = 60_000
RULE = "tools/appraisal/"
PROGRAM = ("tools/", "overrides/", "mkdocs", "docs/", "requirements")
RECORDS = ("claims/", "references/", "vocabulary.yml")


def impact(
    old: Assessed,
    new: Assessed,
    touched: Sequence[str],
    by_old_rule: Mapping[str, str] | None = None,
    problems: Sequence[Problem] = (),
    language: Language = "en",
) -> str:
    """The consequences of a change, the gravest first.

    Args:
        old: the review before, new: after the change.
        touched: paths of the files that differ, relative to the root.
        by_old_rule: the ceilings that the rule gave before, where the rule itself is touched.
        problems: what is wrong with the records now.
        language: of the account; what is quoted stands in its own.
    """
    told = list(_records(old, new, problems, language))
    told += _rule(new, touched, by_old_rule or {}, language)
    if not told:
        told = list(_pages(old, new, language))
    program = list(_program(touched, language))
    if told:
        return comment([*told, *program], language)
    return "\n\n".join([say("told.diff-nothing").text(language), *(line.text for line in program)]) + "\n"


def comment(told: Sequence[Line], language: Language) -> str:
    """The lines as Markdown, the gravest first; what does not fit is counted."""
    lines = sorted(told, key=lambda line: GROUPS.index(line.group))
    written = _fitted(lines, language)
    kept = len(written)
    count = say("told.diff-one" if len(lines) == 1 else "told.diff-points", count=len(lines)).text(language)
    shown = [count, "", *written[: min(LINES, kept)]]
    if kept > LINES:
        rest = say("told.diff-rest", count=kept - LINES).text(language)
        shown += ["", f"<details><summary>{rest}</summary>", "", *written[LINES:kept], "", "</details>"]
    if kept < len(lines):
        shown += ["", say("told.diff-left-out", count=len(lines) - kept).text(language)]
    return "\n".join([*shown, ""])


def _fitted(lines: Sequence[Line], language: Language) -> list[str]:
    """The lines that fit into one comment: those whose details would keep a later line out stand without them."""
    told: list[str] = []
    heads = [f"- {line.text}" for line in lines]
    room, waiting = MOST - 1000, sum(map(_length, heads))
    for line, head in zip(lines, heads, strict=True):
        waiting -= _length(head)
        whole = "\n".join([head, *(f"  - {detail}" for detail in line.below)])
        short = f"{head} {say('told.diff-details').text(language)}"
        text = whole if _length(whole) + waiting <= room or whole == head else short
        if _length(text) > room:
            break
        room -= _length(text)
        told.append(text)
    return told


def _length(text: str) -> int:
    return len(text) + text.count("@") + 1


def _records(old: Assessed, new: Assessed, problems: Sequence[Problem], language: Language) -> Iterator[Line]:
    yield from unreadable(old.review, new.review, problems, language)
    yield from changed(old.review, new.review, language)
    moved = []
    for claim_id in new.claims:
        before, after = old.claims.get(claim_id), new.claims[claim_id]
        if before is None or unread_links(before.claim, old.review) or unread_links(after.claim, new.review):
            continue
        yield from consequences.of_claim(claim_id, old, new, language)
        if (before.claim.level, before.ceiling) != (after.claim.level, after.ceiling):
            moved.append(claim_id)
    yield from consequences.downstream(moved, new, language)


def _rule(new: Assessed, touched: Sequence[str], by_old_rule: Mapping[str, str], language: Language) -> Iterator[Line]:
    rules = tuple(path for path in touched if path.startswith(RULE))
    if not rules:
        return
    mixed = any(path.startswith(RECORDS) for path in touched)
    yield Line("rule", say("told.diff-rule", files=rules, split=say("told.diff-split") if mixed else None).text(language).strip())
    for claim_id, judged in new.claims.items():
        before, after = by_old_rule.get(claim_id), judged.ceiling
        if before and before != after:
            yield Line("rule", say("told.diff-by-rule", code=judged.claim.code, before=before, after=after).text(language))


def _pages(old: Assessed, new: Assessed, language: Language) -> Iterator[Line]:
    """Where no field has another value: whether the pages read the same all the same."""
    differing = pages_that_differ(old, new)
    if differing is None:
        yield Line("other", say("told.diff-not-rendered").text(language))
    elif differing:
        yield Line("page", say("told.diff-rendered", pages=tuple(differing)).text(language))


def _is_page(path: str) -> bool:
    """Whether a file is a hand-written page. A template is none, though it is Markdown too."""
    return path.startswith(f"{DOCS}/") and path.endswith(".md")


def _program(touched: Sequence[str], language: Language) -> Iterator[Line]:
    """Files of the program, whose change may change any page; the rule has a line of its own."""
    files = tuple(path for path in touched if path.startswith(PROGRAM) and not path.startswith(RULE) and not _is_page(path))
    if files:
        yield Line("program", say("told.diff-program", count=len(files), files=files[:LINES]).text(language))
