"""Rules on what was published: a version keeps saying what it said, and its record goes on from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.appraisal.assess import Judged
from tools.check.registry import Findings, rule
from tools.records.archive import record_of
from tools.records.claim import Claim, Review
from tools.records.frozen import Frozen, FrozenVersion
from tools.text.messages import say


@rule("frozen-version", each="published")
def published_claims_stay(claim_id: str, versions: Mapping[int, FrozenVersion], review: Review) -> Findings:
    """A claim that was published still has its record, or one that says what became of it, its versions and its codes.

    Bad: claims/archive/tea-calms-mice/v1.yml
    Good: claims/archive/tea-calms-mice/v1.yml; claims/tea-calms-mice.yml
    """
    owner = review.names.get(claim_id)
    if owner is None:
        if not review.unread.any("claim"):
            yield (), say("frozen-version.claim-gone", id=claim_id)
        return
    record = review.claims.get(owner) or review.withdrawn[owner]
    for code in dict.fromkeys(one.facts.code for one in versions.values()):
        if code not in (record.code, *record.formerly):  # that two have it, another rule says
            yield (), say("frozen-version.code-gone", code=code, owner=owner)
    for version in versions:
        if review.published(owner)[version][0] != claim_id:
            yield (), say("frozen-version.two-claims", version=version, id=claim_id, owner=owner)


@rule("frozen-version", each="claim")
def what_misled_was_published(claim_id: str, claim: Claim, review: Review) -> Findings:
    """What is corrected is a version that was published.

    Bad: {version: 1, corrected: [{version: 2, …}]}
    Good: claims/archive/tea-calms-mice/v1.yml; claims/tea-calms-mice.yml: {version: 2, corrected: [{version: 1, …}]}
    """
    for index, one in enumerate(claim.corrected):
        if one.version not in review.published(claim_id):
            yield ("corrected", index, "version"), say("frozen-version.not-there", version=one.version)


@rule("frozen-version", each="claim")
def versions_count_up_from_what_was_published(claim_id: str, claim: Claim, review: Review) -> Findings:
    """Every version before the current one was published, and none after it; the history says of each what it said then.

    Bad: claims/archive/tea-calms-mice/v2.yml; claims/tea-calms-mice.yml: version: 1
    Good: claims/archive/tea-calms-mice/v1.yml; claims/tea-calms-mice.yml: version: 2
    """
    published = review.published(claim_id)
    newest = max(published, default=0)
    if claim.version < newest:
        yield ("version",), say("frozen-version.number-taken", version=claim.version, newest=newest)
    told = [revision.version for revision in claim.history]
    if len(told) == claim.version and told == list(range(1, len(told) + 1)):  # of others another rule speaks
        for version in sorted(set(range(1, claim.version)) - published.keys()):
            yield ("history", version - 1), say("frozen-version.missing", version=version, id=claim_id)
    now = record_of(claim)["history"] if published else []
    for version, (_, one) in published.items():
        if version <= len(now) and now[version - 1] != one.facts.record["history"][-1]:
            yield ("history", version - 1), say("frozen-version.history-differs", version=version)


@rule("frozen-version", each="claim", linked=("reference", "search"))
def a_published_version_says_what_its_record_says(claim_id: str, judged: Judged, review: Review) -> Findings:
    """The record says what its version said when it was published; what says otherwise is another version.

    Bad: claims/archive/tea-calms-mice/v1.yml: level: preclinical; claims/tea-calms-mice.yml: {version: 1, level: hypothetical}
    Good: claims/archive/tea-calms-mice/v1.yml: level: preclinical; claims/tea-calms-mice.yml: {version: 2, level: hypothetical}
    """
    version = judged.claim.version
    if version in (published := review.published(claim_id)):
        fields = tuple(_differing(judged, published[version][1].facts, review))
        if fields:
            yield ("version",), say("frozen-version.differs", version=version, next=version + 1, fields=fields, id=claim_id)


def _differing(judged: Judged, published: Frozen, review: Review) -> Iterator[str]:
    """The fields of a record that differ from those of its published version; the rule on histories speaks of those."""
    now, then = record_of(judged.claim), dict(published.record)
    for field in ("requires", "related", "also"):
        if field in then:  # another claim that has another name is the same claim
            then[field] = [review.names.get(name, name) for name in then[field]]
    # Somebody may sign a version once it is published; who had signed it by then stays.
    if all(sign in now.get("signoff", []) for sign in then.get("signoff", [])):
        then["signoff"] = now.get("signoff")
    yield from (name for name in _in_order(now, then) if name != "history" and now.get(name) != then.get(name))
    if judged.ceiling != published.ceiling:
        yield "ceiling"


def _in_order(now: Mapping[str, object], then: Mapping[str, object]) -> list[str]:
    return [*now, *(name for name in then if name not in now)]
