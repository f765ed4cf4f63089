"""Rules on preprints: the identifier and the journal of an entry are those of one version of a work."""

from __future__ import annotations

import re

from tools.check.addresses import plain_doi
from tools.check.registry import Findings, rule
from tools.records.sources import Reference
from tools.text.messages import say

# The DOIs of preprint servers. `10.1101` is also that of a press: a preprint has its day, or nothing but digits, after it.
_DOI = re.compile(
    r"10\.(?:1101|64898)/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{6,8}(?:v[0-9]+)?$|10\.21203/rs\.|10\.20944/preprints|10\.2139/ssrn"
    r"|10\.31(?:234|219|222|235)/osf|10\.48550/arxiv|10\.22541/au|10\.51094/jxiv|10\.26434/chemrxiv|10\.36227/techrxiv"
    r"|10\.2196/preprints|10\.12074/|10\.32388/|10\.55277/researchhub"
)
_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:(?:bio|med|chem|tech)rxiv\.org|arxiv\.org|(?:assets\.)?researchsquare\.com|preprints\.org|(?:papers\.)?ssrn\.com"
    r"|psyarxiv\.com|osf\.io/preprints|jxiv\.jst\.go\.jp)/",
    re.IGNORECASE,
)
_SERVER = re.compile(
    r"rxiv|preprint|research\s*square|\bssrn\b|\bosf\b|authorea|\bjxiv\b|qeios|プレプリント|査読前", re.IGNORECASE
)


@rule("identifiers-differ", each="reference")
def preprints_are_told_from_papers(reference: Reference) -> Findings:
    """The DOI or the address of a preprint is not that of a paper in a journal, nor is a paper's DOI that of a preprint.

    Bad: journal = {Journal of Tea}, doi = {10.1101/2019.01.02.123456}
    Good: journal = {bioRxiv (preprint)}, doi = {10.1101/2019.01.02.123456}
    """
    journal = reference.journal or ""
    is_server = _SERVER.search(journal) is not None
    doi = plain_doi(reference.doi or "")
    if journal and doi and _DOI.match(doi) and not is_server:
        yield ("doi",), say("identifiers-differ.preprint", field="doi", value=doi, journal=journal)
    elif journal and reference.url and _ADDRESS.match(reference.url) and not is_server:
        yield ("url",), say("identifiers-differ.preprint", field="url", value=reference.url, journal=journal)
    elif is_server and doi and not _DOI.match(doi):
        yield ("doi",), say("identifiers-differ.paper", value=doi, journal=journal)
