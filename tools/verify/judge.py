"""One reference at the registries: confirmed, mismatch, or could not check."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tools.records.claim import Review
from tools.records.sources import Reference
from tools.text.messages import Message, say
from tools.verify import doi as agencies
from tools.verify import pubmed
from tools.verify.compare import Finding, compare
from tools.verify.notices import asked, compare_notices, resting_on
from tools.verify.titles import compare_titles
from tools.verify.web import NoAnswer, NotAsked, Web
from tools.verify.work import Work

Outcome = Literal["confirmed", "mismatch", "could-not-check"]


@dataclass(frozen=True)
class Verdict:
    """What came out for one reference.

    Attributes:
        findings: what is not confirmed; none where the outcome is "confirmed".
        asked: registries that were asked about notices, and the day of their answer.
        claims: the claims that rest on the source.
        registered: False where the reference has neither DOI nor PMID, so that there is no registry to ask.
    """

    key: str
    findings: tuple[Finding, ...]
    asked: tuple[tuple[str, datetime.date], ...]
    claims: tuple[str, ...]
    registered: bool = True

    @property
    def outcome(self) -> Outcome:
        if any(finding.state == "differs" for finding in self.findings):
            return "mismatch"
        return "could-not-check" if self.findings else "confirmed"


def judge(key: str, review: Review, web: Web) -> Verdict:
    """Ask about one reference: its DOI at its agency, its PMID at PubMed, and PubMed's record of its DOI."""
    reference = review.references[key]
    claims = tuple(resting_on(key, review))
    if not reference.doi and not reference.pmid:
        return Verdict(key, (Finding("url", "open", say("verify-open.unregistered")),), (), claims, registered=False)
    works: list[Work] = []
    findings = [*_by_doi(reference, web, works), *_by_pubmed(reference, web, works)]
    for work in works:
        findings += compare(reference, work)
    findings += compare_notices(key, review, works)
    return Verdict(key, _unsettled(findings), tuple(asked(works)), claims)


def _by_doi(reference: Reference, web: Web, works: list[Work]) -> Iterator[Finding]:
    """Adds to the works what the agency of the DOI says."""
    if not reference.doi:
        return
    try:
        work = agencies.by_doi(web, reference.doi)
    except NoAnswer as error:
        yield _unanswered("doi", reference.doi, error)
        return
    if work:
        works.append(work)
    else:
        yield Finding("doi", "differs", say("verify-doi", doi=reference.doi), "doi.org", reference.doi)


def _by_pubmed(reference: Reference, web: Web, works: list[Work]) -> Iterator[Finding]:
    """Adds to the works what PubMed says, where it is the same paper."""
    name, value = ("pmid", reference.pmid) if reference.pmid else ("doi", reference.doi or "")
    try:
        work = pubmed.by_pmid(web, value) if name == "pmid" else pubmed.with_doi(web, value)
    except NoAnswer as error:
        yield _unanswered(name, value, error)
        return
    if work is None and name == "pmid":
        yield Finding("pmid", "differs", say("verify-pmid", pmid=value), "PubMed", value)
    elif work and reference.doi and work.doi and work.doi.casefold() != reference.doi.casefold():
        # What PubMed says of another paper is not held against this one.
        yield Finding("pmid", "differs", _other(value, reference, work), "PubMed", value, work.doi)
    elif work and reference.doi and not work.doi and works and _another_paper(work, works[0]):
        yield Finding("pmid", "differs", _other(value, reference, work), "PubMed", value)
    elif work:
        works.append(work)


def _unanswered(name: str, value: str, error: NoAnswer) -> Finding:
    skipped = error.service if isinstance(error, NotAsked) else ""
    return Finding(name, "open", say("verify-open.unanswered", value=value, why=error.message), skipped=skipped)


def _other(pmid: str, reference: Reference, work: Work) -> Message:
    title, doi = work.titles[0] if work.titles else "", say("part.with-doi", doi=work.doi) if work.doi else None
    return say("verify-pmid.other", pmid=pmid, doi=reference.doi, title=title, theirs=doi, page=work.page)


def _another_paper(one: Work, other: Work) -> bool:
    """By title, where PubMed gives no DOI to compare."""
    return bool(one.titles and other.titles) and compare_titles(one.titles, other.titles).state == "differs"


def _unsettled(findings: list[Finding]) -> tuple[Finding, ...]:
    """What is not confirmed. Where one registry says the same as the record, another that is merely close settles nothing."""
    confirmed = {finding.field for finding in findings if finding.state == "same"}
    kept = (f for f in findings if f.state == "differs" or (f.state == "open" and (not f.service or f.field not in confirmed)))
    return tuple(dict.fromkeys(kept))
