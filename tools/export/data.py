"""The claims as data: every field of the record, and what the program computes from it (`contract`). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from pydantic_core import to_json

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.case import favour
from tools.appraisal.gather import asked
from tools.appraisal.outcomes import Appraised
from tools.appraisal.voices import Voice
from tools.cite import names as bibliography
from tools.edition import Publication
from tools.export import contract
from tools.pages import head
from tools.pages.versions import is_overdue
from tools.records.claim import Claim, Evidence, Review
from tools.records.words import LANGUAGES, Language, Text

ALL = "data/claims.json"
LICENCE = contract.Licence(name="CC BY 4.0", url=head.LICENCE)


def data_files(assessed: Assessed, publication: Publication) -> Iterator[tuple[str, str]]:
    """`data/claims/<id>.json` for each id that a claim has or had, and `data/claims.json` with all in the order of their codes.

    Both are a header and what it is about. The day of the build decides `overdue` and nothing else.
    """
    review, judged = assessed.review, assessed.claims
    claims = {claim_id: claim_data(review, judged[claim_id], publication) for claim_id in review.claims}
    withdrawn = {claim_id: {"id": claim_id, **_fields(one)} for claim_id, one in review.withdrawn.items()}
    header = _header(review, review.claims.values(), publication)
    yield ALL, _write({**header, "claims": list(claims.values()), "withdrawn": list(withdrawn.values())})
    for name, claim_id in review.names.items():
        if name.islower():
            about = {"claim": claims[claim_id]} if claim_id in claims else {"tombstone": withdrawn[claim_id]}
            of = _header(review, [review.claims[claim_id]], publication) if claim_id in claims else header
            yield f"data/claims/{name}.json", _write({**of, **about})


def claim_data(review: Review, judged: Judged, publication: Publication) -> dict[str, object]:
    """One claim: its id, the fields of its record in the record's order, then what is computed."""
    claim = judged.claim
    appraised = {id(one.outcome): one for one in judged.outcomes}
    places = {id(study.item): study.place for study in judged.studies}
    return {
        "id": judged.id,
        **_fields(claim),
        "evidence": [{**_fields(item), **_fields(_evidence(review, item, places.get(id(item))))} for item in claim.evidence],
        "outcomes": [
            {**_fields(outcome), **_fields(computed_outcome(judged, appraised[id(outcome)]))} for outcome in claim.outcomes
        ],
        **_fields(_claim(judged, publication)),
    }


def _claim(judged: Judged, publication: Publication) -> contract.ComputedClaim:
    claim = judged.claim
    editions = publication.editions
    return contract.ComputedClaim(
        judgement=_judgement(judged),
        ceiling=judged.ceiling,
        contradicted=judged.contradicted,
        voices=[_voice(one) for one in judged.voices],
        wording=contract.Wordings(
            **{c.language: contract.Compared(said=c.wording, verdict=c.verdict) for c in judged.comparisons}
        ),
        premises=list(judged.premises),
        weakest=list(judged.weakest),
        dependents=list(judged.dependents),
        overdue=is_overdue(claim, publication.today),
        addresses=contract.Addresses(
            short=publication.short(claim.code),
            page=Text(**{one.language: one.page(judged.id) for one in editions}),
            version=Text(**{one.language: one.version(judged.id, claim.version) for one in editions}),
        ),
    )


def _voice(one: Voice) -> contract.Voice:
    return contract.Voice(
        ref=one.key, authority=one.authority, position=one.position, in_force=one.in_force, vote=one.vote or None
    )


def _judgement(judged: Judged) -> contract.Judgement:
    found, written = judged.judgement, judged.claim.reasons
    floors = {name: Text(ja=reason.ja, en=reason.en) for name, reason in judged.reasons.items() if name not in written}
    carrying = [contract.Measured(outcome=one.outcome.outcome, at=one.outcome.at) for one in judged.carried_by]
    return contract.Judgement(
        level=found.level,
        certainty=found.certainty,
        carried_by=carrying,
        flags=list(found.flags),
        why=found.why or None,
        floor_reasons=floors,
    )


def computed_outcome(judged: Judged, one: Appraised) -> contract.ComputedOutcome:
    """What is computed of an outcome of a claim."""
    result, claim = one.result, judged.claim
    return contract.ComputedOutcome(
        side=one.word.side,
        critical=result.critical,
        carries=one in judged.carried_by,
        body=result.body or None,
        people=result.people,
        estimate=contract.Estimate(**_fields(one.estimate)) if one.estimate else None,
        graded=_graded(one),
        certainty=result.rating,
        size=result.size,
        favour=favour(result, claim.kind, asked(claim)),
        absolute=_absolute(one),
        sentence=_both(one.sentence),
        numbers=_both(one.numbers),
    )


def _graded(one: Appraised) -> contract.Graded | None:
    found = one.graded
    if found is None:
        return None
    yielded = [contract.Yielded(**_fields(floor)) for floor in found.yielded]
    return contract.Graded(start=found.start, steps=dict(found.steps), up=found.up, yielded=yielded)


def _absolute(one: Appraised) -> contract.Absolute | None:
    if one.absolute is None:
        return None
    numbers = _fields(one.absolute)
    return contract.Absolute(**{"with": numbers.pop("treated")}, **numbers)


def _both(text: Mapping[Language, str]) -> Text | None:
    return Text(ja=text["ja"], en=text["en"]) if text.keys() == set(LANGUAGES) else None


def _evidence(review: Review, item: Evidence, place: str | None) -> contract.ComputedEvidence:
    """What a reader must know of an evidence item's source, and where the record has it."""
    source = review.references[item.ref]
    name = Text(**{language: bibliography.short_name(review, item.ref, language) for language in LANGUAGES})
    told = {field.name: getattr(source, field.name) for field in fields(contract.Source) if field.name != "name"}
    return contract.ComputedEvidence(place=place or None, source=contract.Source(name=name, **told))


def _fields(record: Any) -> dict[str, Any]:
    """A dataclass as a mapping, one level deep."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _header(review: Review, claims: Iterable[Claim], publication: Publication) -> dict[str, object]:
    """What the file is. Its dates are those of the claims in it, so that the same records give the same file."""
    article, claims = review.article, list(claims)
    header = contract.Header(
        contract=contract.CONTRACT,
        review=contract.Imprint(**_fields(article.review)),
        licence=LICENCE,
        article=contract.Reviewed(title=article.title, publisher=article.publisher, url=article.url, seen=article.seen),
        reviewed=max(claim.reviewed for claim in claims),
        review_by=min(claim.review_by for claim in claims),
        site=publication.site_url or None,
        documentation=Text(**{one.language: one.at("data/") for one in publication.editions}),
        schema=publication.file("data/schema/data.schema.json"),
        record_schema=publication.file("data/schema/claim.schema.json"),
    )
    return _fields(header)


def _write(data: Mapping[str, object]) -> str:
    # The standard library takes eight times as long to indent.
    return to_json(data, indent=2, inf_nan_mode="strings").decode() + "\n"
