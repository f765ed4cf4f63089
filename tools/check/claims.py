"""Rules on claims: what they name exists, codes are their own, and histories are whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from tools.appraisal import argument
from tools.check.copies import plain
from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.problem import KeyPath
from tools.records.tombstone import Tombstone
from tools.records.vocabulary import Word
from tools.records.words import CODE_PATTERN, LANGUAGES
from tools.text.hints import hint
from tools.text.messages import Message, say


@rule("unknown-claim", each="claim")
def named_claims_exist(claim_id: str, claim: Claim, review: Review) -> Findings:
    """The claims under `requires`, `related` and `also` exist, and no claim is related to itself.

    Bad: related: [tea-clams-mice]
    Good: related: [tea-calms-mice]
    """
    known = review.claims.keys() | review.unread.named("claim")
    for field, targets in (("requires", claim.requires), ("related", claim.related), ("also", claim.also)):
        for index, target in enumerate(targets):
            if target == claim_id and field != "requires":
                yield (field, index), say("unknown-claim.itself")
            elif target not in known and not review.unread.hides("claim", target):
                yield (field, index), _unknown(target, review)


@rule("unknown-claim", each="review")
def what_replaces_a_claim_exists(review: Review) -> Findings:
    """The claim that replaces one that was withdrawn exists.

    Bad: withdrawn: {date: 2026-01-02, reason: …, replaced_by: tea-clams-mice}
    Good: withdrawn: {date: 2026-01-02, reason: …, replaced_by: tea-calms-mice}
    """
    for claim_id, claim in review.withdrawn.items():
        target, at = claim.withdrawn.replaced_by, (f"claim:{claim_id}", "withdrawn", "replaced_by")
        if target == claim_id:
            yield at, say("unknown-claim.itself")
        elif target and target not in {*review.claims, *review.withdrawn} and not review.unread.hides("claim", target):
            yield at, _unknown(target, review)


def _unknown(target: str, review: Review) -> Message:
    """That no claim is called so, and what has become of the one that was."""
    if target in review.withdrawn:
        return say("unknown-claim.withdrawn", id=target, other=review.withdrawn[target].withdrawn.replaced_by or "—")
    if target in review.names:
        return say("unknown-claim.former", id=target, now=review.names[target])
    codes = {claim.code for claim in review.claims.values()}
    known = codes if re.fullmatch(CODE_PATTERN, target.upper()) else review.claims.keys() | review.unread.named("claim")
    return say("unknown-claim", id=target, hint=hint(target, known))


@rule("cycle", each="claim")
def premises_have_no_cycle(claim_id: str, claim: Claim, review: Review) -> Findings:
    """No claim is its own premise, directly or by others.

    Bad: lamp-and-tea.yml: requires: [tea-calms-mice]; tea-calms-mice.yml: requires: [lamp-and-tea]
    Good: lamp-and-tea.yml: requires: [tea-calms-mice]; tea-calms-mice.yml: requires: []
    """
    for index, premise in enumerate(claim.requires):
        if premise == claim_id:
            yield ("requires", index), say("cycle.itself")
        elif premise in review.claims and claim_id in argument.premises_of(premise, review.claims):
            yield ("requires", index), say("cycle", claim=claim_id, premise=premise)


@rule("duplicate-code", each="review")
def codes_are_unique(review: Review) -> Findings:
    """Each claim has a code of its own, which no other has or had; nor does any take the id that another had.

    Bad: lamp-and-tea.yml: code: TEA-01; tea-calms-mice.yml: code: TEA-01
    Good: lamp-and-tea.yml: code: TEA-01; tea-calms-mice.yml: code: TEA-02
    """
    claims: list[tuple[str, Claim | Tombstone]] = [*review.withdrawn.items(), *review.claims.items()]
    given: list[tuple[str, KeyPath, str]] = [
        (claim_id, ("formerly", i), name) for claim_id, claim in claims for i, name in enumerate(claim.formerly)
    ]
    given += [(claim_id, ("code",), claim.code) for claim_id, claim in claims] + [
        (claim_id, (), claim_id) for claim_id, _ in claims
    ]
    owners: dict[str, str] = {}
    for claim_id, at, name in given:
        is_first, owner = name not in owners, owners.setdefault(name, claim_id)
        if owner == claim_id and not is_first:
            yield (f"claim:{claim_id}", "formerly"), say("duplicate-code.itself", name=name)
        elif owner != claim_id:
            both = at == ("code",) and owner in review.claims and review.claims[owner].code == name
            message = say("duplicate-code" if both else "duplicate-code.former", code=name, owner=owner)
            yield (f"claim:{claim_id}", *at), message


@rule("code-not-of-topic", each="review")
def codes_begin_with_the_letters_of_their_topic(review: Review) -> Findings:
    """The code of a claim begins with the letters that most claims of its topic have.

    Bad: {code: LMP-02, topic: tea}
    Good: {code: TEA-02, topic: tea}
    """
    letters: dict[str, Counter[str]] = {}
    for claim in review.claims.values():
        letters.setdefault(claim.topic, Counter()).update([claim.code[:3]])
    for claim_id, claim in review.claims.items():
        ((usual, _),) = letters[claim.topic].most_common(1)
        if not claim.code.startswith(usual):
            message = say("code-not-of-topic", code=claim.code, topic=claim.topic, letters=usual)
            yield (f"claim:{claim_id}", "code"), message


@rule("history-incomplete", each="claim")
def history_counts_up_to_the_version(claim: Claim) -> Findings:
    """The history names every version from 1 to the current one.

    Bad: {version: 3, history: [{version: 1, …}, {version: 3, …}]}
    Good: {version: 3, history: [{version: 1, …}, {version: 2, …}, {version: 3, …}]}
    """
    told = [revision.version for revision in claim.history]
    if told != list(range(1, len(told) + 1)) or len(told) != claim.version:  # never a list as long as a slip of the keyboard
        yield ("history",), say("history-incomplete", version=claim.version)


@rule("unknown-version", each="claim")
def signatures_are_for_a_version(claim: Claim) -> Findings:
    """A sign-off is for a version that there is or was.

    Bad: {version: 2, signoff: [{version: 3, name: …}]}
    Good: {version: 2, signoff: [{version: 1, name: …}]}
    """
    for index, sign in enumerate(claim.signoff):
        if sign.version > claim.version:
            yield ("signoff", index, "version"), say("unknown-version", version=sign.version, newest=claim.version)


@rule("confirmed-by-whom", each="evidence")
def others_confirm_a_finding(item: Evidence, review: Review) -> Findings:
    """A finding that is confirmed says who wrote it, who found it again and when, and the two are not one.

    Bad: {by: hikari, confirmed: 2026-01-02, confirmed_by: hikari}
    Good: {by: hikari, confirmed: 2026-01-02, confirmed_by: mori}
    """
    given = {"by": item.by, "confirmed": item.confirmed, "confirmed_by": item.confirmed_by}
    missing = tuple(field for field, value in given.items() if value is None)
    if missing and (item.confirmed or item.confirmed_by):
        yield ("confirmed" if item.confirmed else "confirmed_by",), say("confirmed-by-whom", missing=missing)
    elif item.by and item.confirmed_by and _is_one_reader(item.by, item.confirmed_by, review.vocabulary.reader):
        yield ("confirmed_by",), say("confirmed-by-whom.author", by=item.by, confirmed_by=item.confirmed_by)


@rule("second-read", each="claim")
def others_read_a_judgement(claim: Claim, review: Review) -> Findings:
    """A judgement that was read again says who judged, and that is another.

    Bad: judged_by: hikari; outcomes: [{second_read: {by: hikari, …}, …}]
    Good: judged_by: hikari; outcomes: [{second_read: {by: mori, …}, …}]
    """
    for at, second in claim.said_second_reads():
        if claim.judged_by is None:
            yield at, say("second-read")
        elif _is_one_reader(second.by, claim.judged_by, review.vocabulary.reader):
            yield (*at, "by"), say("second-read.author", by=second.by)


def _is_one_reader(one: str, other: str, known: Mapping[str, Word]) -> bool:
    """True for one word, or two that the vocabulary calls alike in a language."""
    if one == other or not {one, other} <= known.keys():
        return one == other
    return any(plain(known[one].label[language]) == plain(known[other].label[language]) for language in LANGUAGES)
