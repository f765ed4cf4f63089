"""What changed in the records themselves: every field of each of them, and of old versions. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tools.contribute.changed_pages import pages
from tools.contribute.fields import Group
from tools.contribute.line import Line, lines_of
from tools.contribute.prose import plain
from tools.records.claim import Claim, Review
from tools.records.unread import Kind
from tools.records.words import LANGUAGES
from tools.text.locale import Language
from tools.text.messages import say


def changed(old: Review, new: Review, frame: Language) -> Iterator[Line]:
    """Every difference of two readings of a review."""
    yield from _claims(old, new, frame)
    yield from _records("reference", old.references, new.references, (old, new), frame)
    yield from _records("search", old.searches, new.searches, (old, new), frame)
    yield from lines_of(old.vocabulary, new.vocabulary, "`vocabulary.yml`", frame)
    yield from lines_of(old.article, new.article, "`article.yml`", frame)
    for claim_id in sorted(old.archive.keys() | new.archive.keys()):
        yield from _archive(claim_id, old, new, frame)
    yield from pages(old, new, frame)


def _claims(old: Review, new: Review, frame: Language) -> Iterator[Line]:
    """The claims, each under the name that it has now; one that was withdrawn has said why."""
    now = {claim_id: new.names.get(claim_id, claim_id) for claim_id in old.claims}
    yield from _records(
        "claim", {now[i]: c for i, c in old.claims.items() if now[i] not in new.withdrawn}, new.claims, (old, new), frame
    )
    for claim_id, claim in old.claims.items():
        if now[claim_id] != claim_id:
            yield Line("claim", f"**{claim.code}** id: `{claim_id}` → **`{now[claim_id]}`**")
    for claim_id, tombstone in new.withdrawn.items():
        if claim_id in old.withdrawn:
            yield from lines_of(old.withdrawn[claim_id], tombstone, f"**{tombstone.code}**", frame)
        else:
            head = f"**{tombstone.code}** `{claim_id}`: **{say('told.diff-withdrew').text(frame)}**"
            reason = tombstone.withdrawn.reason
            yield Line("claim", head, tuple(f"{language}: {plain(reason[language])}" for language in LANGUAGES))


def _archive(claim_id: str, old: Review, new: Review, frame: Language) -> Iterator[Line]:
    """The published versions of a claim: one that comes is a release, and one that changes or goes is what must not happen."""
    before, after = (review.archive.get(claim_id, {}) for review in (old, new))
    for version in sorted(before.keys() | after.keys()):
        owner = f"`claims/archive/{claim_id}` v{version}"
        if version in before and version in after:
            yield from (replace(line, group="archive") for line in lines_of(before[version], after[version], owner, frame))
        elif version in after:
            yield Line("date", f"{owner}: **{say('told.diff-came').text(frame)}**")
        else:
            yield Line("archive", f"{owner}: **{say('told.diff-went').text(frame)}**")


def _records(
    kind: Kind, before: Mapping[str, object], after: Mapping[str, object], reviews: tuple[Review, Review], frame: Language
) -> Iterator[Line]:
    """The records of one kind: those that came or went, and what changed in the others."""
    old, new = reviews
    for name in [*after, *(name for name in before if name not in after)]:
        if name in before and name in after:
            owner = _owner(kind, name, new)
            yield from lines_of(before[name], after[name], owner, frame, _users(kind, name, new, frame))
        elif name in after and not old.unread.hides(kind, name):
            yield _whole(kind, name, new, "told.diff-came", frame)
        elif name in before and not new.unread.hides(kind, name):
            yield _whole(kind, name, old, "told.diff-went", frame)


def _whole(kind: Kind, name: str, review: Review, event: str, frame: Language) -> Line:
    """A record that came or went, with what it says in short."""
    group: Group = "claim" if kind == "claim" else "source" if kind == "reference" else "search"
    owner = f"{_owner(kind, name, review)} `{name}`" if kind == "claim" else f"`{name}`"
    head = f"{owner}: **{say(event).text(frame)}**{_users(kind, name, review, frame)}"
    return Line(group, head, tuple(_in_short(kind, name, review)))


def _in_short(kind: Kind, name: str, review: Review) -> Iterator[str]:
    if kind == "reference":
        source = review.references[name]
        yield f"{plain(source.title)} ({source.year or 'n.d.'}; {plain(source.design)}, {plain(source.species)})"
        return
    text = review.claims[name].short if kind == "claim" else review.searches[name].question
    yield from (f"{language}: {plain(text[language])}" for language in LANGUAGES)


def _owner(kind: Kind, name: str, review: Review) -> str:
    return f"**{review.claims[name].code}**" if kind == "claim" else f"`{name}`"


def _users(kind: Kind, name: str, review: Review, frame: Language) -> str:
    """The claims on whose pages a source or a search stands."""
    if kind == "claim":
        return ""
    codes = ", ".join(claim.code for claim in review.claims.values() if name in _named(kind, claim))
    return say("told.diff-used", claims=codes).text(frame) if codes else ""


def _named(kind: Kind, claim: Claim) -> list[str]:
    if kind == "reference":
        return [item.ref for item in claim.evidence]
    return [*claim.searches, *filter(None, [claim.absence, *(outcome.searched for outcome in claim.outcomes)])]
