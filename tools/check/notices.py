"""Rules on what became of a source: whoever tells of a retraction, a correction or a concern, its record carries the notice."""

from __future__ import annotations

import re

from tools.check.registry import Findings, rule
from tools.records.claim import Claim, Evidence, Review
from tools.records.notices import notice_in, notice_said
from tools.records.sources import Reference
from tools.records.words import LANGUAGES
from tools.text.marks import CITATION, cited_keys
from tools.text.messages import say

_TITLES = ("title", "titleen")
_REMARKS = ("note", "journal", "publisher", "authority", "population", "funding", "interests")
# What a sentence of an appraisal needs to tell of a notice, and where it ends.
_TELLING = re.compile(r"retract|of concern|撤回|取り?下げ|懸念(?:の)?表明", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.])\s+|(?<=。)|\n+")


@rule("notice-missing", each="reference")
def retracted_sources_have_their_notice(reference: Reference) -> Findings:
    """A source whose title, or whose note, says that it was retracted, corrected or is under concern carries the notice.

    Bad: title = {RETRACTED: Tea calms mice}
    Good: title = {Tea calms mice}, notice = {retraction, 2026-01-02}
    """
    if reference.withdrawn:
        return
    for field in (*_TITLES, *_REMARKS):
        kind = (notice_in if field in _TITLES else notice_said)(getattr(reference, field) or "")
        if kind and not (reference.notice and kind == "correction"):
            yield (field,), say("notice-missing", field=field, kind=kind)
            return


@rule("notice-missing", each="evidence", linked=("reference",))
def findings_of_retracted_sources_have_their_notice(item: Evidence, review: Review) -> Findings:
    """What a finding says became of its source, the record of the source says too: what was retracted does not count.

    Bad: finding: {en: 'Mice became calm. The paper was later retracted.', …}
    Good: notice = {retraction, 2026-01-02}
    """
    notice = review.references[item.ref].notice
    for language in LANGUAGES:
        kind = notice_said(item.finding[language])
        if kind and (notice is None or notice.kind != kind):
            yield ("finding", language), say("notice-missing.of", ref=item.ref, kind=kind)


@rule("notice-missing", each="claim", linked=("reference",))
def citations_of_retracted_sources_have_their_notice(claim: Claim, review: Review) -> Findings:
    """A source of which a sentence says that it was retracted carries the notice, where the sentence cites no other.

    Bad: appraisal: {en: 'Mice were calm [@mori2019mice], which was retracted.', …}
    Good: notice = {retraction, 2026-01-02}
    """
    for language in LANGUAGES:
        text = claim.appraisal[language]
        for sentence in _SENTENCE.split(text) if _TELLING.search(text) else ():
            cited = sorted(set(cited_keys(sentence)) & review.references.keys())
            kind = notice_said(CITATION.sub("", sentence)) if len(cited) == 1 else ""
            notice = review.references[cited[0]].notice if kind else None
            if kind and (notice is None or notice.kind != kind):
                yield ("appraisal", language), say("notice-missing.of", ref=cited[0], kind=kind)
