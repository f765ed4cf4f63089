"""What a change of the records means, as Markdown for a pull request: ten lines, and the rest folded below. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from tools.appraisal.assess import Assessed, Judged
from tools.contribute import outcome_changes
from tools.pages.versions import snapshot
from tools.records.claim import Claim, Review
from tools.records.links import unread_links
from tools.records.words import LANGUAGES, Text

LINES = 10
RULE = "tools/appraisal/"
RECORDS = ("claims/", "references/", "vocabulary.yml")
# The order in which a reviewer wants to know.
_GROUPS = (
    "unread",
    "rule",
    "kind",
    "level",
    "ceiling",
    "downstream",
    "dropped",
    "outcome",
    "evidence",
    "certainty",
    "bearing",
    "wording",
    "language",
    "claim",
)


@dataclass(frozen=True)
class Line:
    """One consequence of a change."""

    group: str
    text: str


def impact(old: Assessed, new: Assessed, touched: Sequence[str], by_old_rule: Mapping[str, str] | None = None) -> str:
    """The consequences of a change, the gravest first.

    Args:
        old: the review before, new: after the change.
        touched: paths of the files that differ, relative to the root.
        by_old_rule: the ceilings that the rule gave before, where the rule itself is touched.
    """
    lines = sorted(_lines(old, new, touched, by_old_rule or {}), key=lambda line: _GROUPS.index(line.group))
    if not lines:
        return "**No change of meaning**: no level, ceiling, evidence or comparison of wording moved.\n"
    told = [f"- {line.text}" for line in lines]
    shown = [f"**What this change means** ({len(told)} point{'s' * (len(told) > 1)})", "", *told[:LINES]]
    if len(told) > LINES:
        rest = [f"<details><summary>The other {len(told) - LINES}</summary>", "", *told[LINES:], "", "</details>"]
        shown += ["", *rest]
    return "\n".join([*shown, ""])


def _lines(old: Assessed, new: Assessed, touched: Sequence[str], by_old_rule: Mapping[str, str]) -> Iterator[Line]:
    yield from _unread(new.review)
    yield from _rule(new, touched, by_old_rule)
    moved: list[str] = []
    for claim_id in sorted(old.claims.keys() | new.claims.keys(), key=lambda i: _code(i, old, new)):
        before, after = old.claims.get(claim_id), new.claims.get(claim_id)
        if before is None or after is None:
            if after or not new.review.unread.hides("claim", claim_id):
                state = "new" if before is None else "**gone**"
                yield Line("claim", f"{_code(claim_id, old, new)} `{claim_id}`: the claim is {state}.")
            continue
        if unread_links(before.claim, old.review) or unread_links(after.claim, new.review):
            continue
        found = list(_claim(claim_id, old, new))
        found += [Line("outcome", text) for text in outcome_changes.outcomes(after.claim.code, before, after)]
        yield from found
        if any(line.group in ("level", "ceiling") for line in found):
            moved.append(claim_id)
        yield from _languages(after.claim, before.claim)
    yield from _downstream(moved, new)
    for text in outcome_changes.words(old.review.vocabulary, new.review.vocabulary):
        yield Line("kind", text)


def _unread(new: Review) -> Iterator[Line]:
    """The claims of which nothing can be said: they, or a source or a search that they name, cannot be read."""
    why = "so what changes in it is not said here. `make check` says what is wrong."
    for claim_id in sorted(new.unread.named("claim")):
        yield Line("unread", f"`{claim_id}`: the claim **cannot be read**, {why}")
    for claim_id, claim in new.claims.items():
        if unread_links(claim, new):
            text = f"{claim.code} `{claim_id}`: a source or a search that it names **cannot be found or read**, {why}"
            yield Line("unread", text)


def _rule(new: Assessed, touched: Sequence[str], by_old_rule: Mapping[str, str]) -> Iterator[Line]:
    rules = [path for path in touched if path.startswith(RULE)]
    if not rules:
        return
    text = f"**The rule itself is touched**: {', '.join(f'`{path}`' for path in rules)}."
    if any(path.startswith(RECORDS) for path in touched):
        text += " Records change in the same pull request: **please split it**, so that each has its own reviewer."
    yield Line("rule", text)
    for claim_id, judged in new.claims.items():
        before, after = by_old_rule.get(claim_id), judged.ceiling
        if before and before != after:
            yield Line("rule", f"**{judged.claim.code}** ceiling by the rule before: {before}, by the rule now: **{after}**.")


def _claim(claim_id: str, old: Assessed, new: Assessed) -> Iterator[Line]:
    before, after = snapshot(old, claim_id), snapshot(new, claim_id)
    code = after.code
    yield from _kind(code, old.claims[claim_id].claim, new.claims[claim_id].claim)
    if before.level != after.level:
        yield Line("level", f"**{code}** level: {before.level} → **{after.level}**.")
    if before.ceiling != after.ceiling:
        yield Line(
            "ceiling", f"**{code}** ceiling: {before.ceiling} → **{after.ceiling}**, {_why(claim_id, old.review, new.review)}."
        )
    if before.certainty != after.certainty:
        yield Line("certainty", f"{code} certainty: {before.certainty} → {after.certainty}.")
    yield from _evidence(code, claim_id, old.review, new.review)
    yield from _bearing(code, old.claims[claim_id], new.claims[claim_id])
    for one, other in zip(old.claims[claim_id].comparisons, new.claims[claim_id].comparisons, strict=True):
        if one != other:
            was, now = (f"{c.wording or 'not said'}, {c.verdict.replace('_', ' ')}" for c in (one, other))
            yield Line("wording", f"{code} wording of the article ({one.language}): {was} → {now}.")


def _kind(code: str, before: Claim, after: Claim) -> Iterator[Line]:
    """What decides how a claim is judged: its kind, and the search whose empty result it states."""
    if before.kind != after.kind:
        text = (
            f"**{code}** kind: {before.kind} → **{after.kind}**. Each kind has conditions of its own: is it still the same claim?"
        )
        yield Line("kind", text)
    if before.absence != after.absence:
        was, now = (f"`{name}`" if name else "none" for name in (before.absence, after.absence))
        yield Line("kind", f"**{code}** search that it rests on as an absence: {was} → **{now}**.")
    for text in outcome_changes.asked(code, before, after):
        yield Line("kind", text)


def _why(claim_id: str, old: Review, new: Review) -> str:
    """Why a ceiling moved: the evidence, the kind or the search that changed; else the words of the vocabulary."""
    before, after = old.claims[claim_id], new.claims[claim_id]
    gone, came, judged = _differences(claim_id, old, new)
    events = (("came", came), ("went", gone), ("is judged otherwise", judged))
    causes = [f"`{ref}` {event}" for event, refs in events for ref in refs]
    if before.kind != after.kind:
        causes.insert(0, f"the claim is now of kind {after.kind}")
    if before.outcomes != after.outcomes or before.reasons != after.reasons or before.considered != after.considered:
        causes.append("its outcomes are judged otherwise")
    if _absence(before, old) != _absence(after, new):
        causes.append("the search that it rests on as an absence came or went")
    return "because " + (", ".join(causes) or "the vocabulary takes a design or a species for something else")


def _absence(claim: Claim, review: Review) -> bool:
    """True where the claim states an absence, and the search that it names for it found nothing."""
    search = review.searches.get(claim.absence) if claim.absence in claim.searches else None
    return search is not None and search.found == 0


def _differences(claim_id: str, old: Review, new: Review) -> tuple[list[str], list[str], list[str]]:
    before, after = (_judged(review, claim_id) for review in (old, new))
    judged = [ref for ref in before if ref in after and before[ref] != after[ref]]
    return [ref for ref in before if ref not in after], [ref for ref in after if ref not in before], judged


def _judged(review: Review, claim_id: str) -> dict[str, str]:
    """Reference to what the rule reads of it: `direct, supports, rct in human`."""
    found = {}
    for item in review.claims[claim_id].evidence:
        source = review.references.get(item.ref)
        told = (item.position, item.harm, item.causal)
        parts = ["direct" if item.direct else "indirect", item.direction, *(word for word in told if word)]
        if source:
            parts += [f"{source.design} in {source.species}", *(["withdrawn"] if source.withdrawn else [])]
            parts += [f"a report of {source.registration}"] if source.registration else []
        found[item.ref] = ", ".join(parts)
    return found


def _evidence(code: str, claim_id: str, old: Review, new: Review) -> Iterator[Line]:
    before, after = (_judged(review, claim_id) for review in (old, new))
    gone, came, judged = _differences(claim_id, old, new)
    for ref in gone:
        against = "contradicts" in before[ref]
        yield Line("dropped", f"{code} evidence dropped: {'**' * against}`{ref}` ({before[ref]}){'**' * against}.")
    for ref in came:
        yield Line("evidence", f"{code} evidence added: `{ref}` ({after[ref]}).")
    if any(after[ref].startswith("direct") for ref in came):
        yield from _absences(code, claim_id, new)
    for ref in judged:
        yield Line("evidence", f"{code} evidence judged otherwise: `{ref}` ({before[ref]} → {after[ref]}).")


def _absences(code: str, claim_id: str, new: Review) -> Iterator[Line]:
    """Searches that say that nothing was found, now that direct evidence has come."""
    silent = [name for name in new.claims[claim_id].searches if not new.searches[name].found]
    if silent:
        names = ", ".join(f"`{name}`" for name in silent)
        yield Line("evidence", f"{code} leans on searches that found nothing: {names}. Do they, and its answer, still hold?")


def _bearing(code: str, old: Judged, new: Judged) -> Iterator[Line]:
    before = {support.ref for support in old.supports}
    for support in new.supports:
        if support.ref not in before:
            text = f"{code} now rests on `{support.ref}` alone: without it the ceiling would be {support.without}."
            yield Line("bearing", text)


def _languages(after: Claim, before: Claim) -> Iterator[Line]:
    """Texts that were edited in one language only."""
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in (field.name for field in fields(after))]
    by_ref = {item.ref: item.finding for item in before.evidence}
    pairs += [(f"finding of {item.ref}", by_ref.get(item.ref), item.finding) for item in after.evidence]
    for name, was, now in pairs:
        if isinstance(was, Text) and isinstance(now, Text):
            edited = [language for language in LANGUAGES if was[language] != now[language]]
            if len(edited) == 1:
                other = next(language for language in LANGUAGES if language != edited[0])
                text = f"{after.code} `{name}`: edited in {edited[0]} only; does the {other} text still say the same?"
                yield Line("language", text)


def _downstream(moved: Sequence[str], new: Assessed) -> Iterator[Line]:
    for claim_id in moved:
        resting = [judged.claim for judged in new.claims.values() if claim_id in judged.premises]
        if resting:
            names = ", ".join(f"{claim.code} ({claim.level})" for claim in resting)
            yield Line(
                "downstream", f"Claims that rest on {new.claims[claim_id].claim.code}: {names}. Premises do not lift them."
            )


def _code(claim_id: str, old: Assessed, new: Assessed) -> str:
    return (new.claims.get(claim_id) or old.claims[claim_id]).claim.code
