"""Rules on what identifies a source: its DOI, its number in a registry of trials, its address, its key."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from tools.check.addresses import identity_of, is_near, plain_doi
from tools.check.registry import Findings, rule
from tools.records.identifiers import bare_address, bare_doi
from tools.records.sources import Article, Reference
from tools.text.messages import say

# The signs of a DOI: those of today, and those that old ones hold.
_NOT_OF_A_DOI = re.compile(r"[^A-Za-z0-9._;()/:<>#%+\[\]&=@~*!$,?'-]")
# What joins two parts of one; `2-#` ends some old ones.
_CUT = re.compile(r"[-_*+=&~@!$%]$|(?<!-)#$|//")
# The letters with which a registry of trials begins its numbers, the form that follows, and a number as an example.
_REGISTRIES = {
    "NCT": (r"0[0-9]{7}", "NCT01234567"),
    "ISRCTN": (r"[0-9]{8}", "ISRCTN01234567"),
    "ACTRN": (r"126[0-9]{11}", "ACTRN12612345678901"),
    "ChiCTR": (r"[0-9]{10}|-[A-Z]{2,4}-[0-9]{8}", "ChiCTR2000012345"),
    "jRCT": (r"[a-z]?[0-9]{9,10}", "jRCTs031200123"),
    "UMIN": (r"[0-9]{9}", "UMIN000012345"),
    "JPRN": (r"-(?:UMIN[0-9]{9}|jRCT[a-z]?[0-9]{9,10}|JapicCTI-[0-9]{6}|JMA-IIA[0-9]{5})", "JPRN-UMIN000012345"),
    "JapicCTI": (r"-[0-9]{6}", "JapicCTI-123456"),
    "DRKS": (r"[0-9]{8}", "DRKS00012345"),
    "KCT": (r"[0-9]{7}", "KCT0001234"),
    "CTRI": (r"/[0-9]{4}/[0-9]{2,3}/[0-9]{6}", "CTRI/2020/01/012345"),
    "IRCT": (r"[0-9]{10,16}N[0-9]{1,3}", "IRCT20200101012345N1"),
    "PACTR": (r"[0-9]{15,16}", "PACTR202001234567890"),
    "TCTR": (r"[0-9]{11}", "TCTR20200101001"),
    "EUCTR": (r"[0-9]{4}-[0-9]{6}-[0-9]{2}(?:-[A-Z]{2})?", "EUCTR2012-001234-11"),
}
_NCT = re.compile(r"clinicaltrials\.gov/(?:[a-z0-9]+/)*(NCT\w*)", re.IGNORECASE)
_NUMBER = re.compile(r"\bNCT[0-9]{8}\b", re.IGNORECASE)
_SEARCH_ENGINE = re.compile(
    r"(?:^|\.)(?:(?:www|scholar|cse|news)\.)?google(?:\.[a-z]{2,3}){1,2}$"
    r"|(?:^|\.)(?:bing|duckduckgo|baidu|ecosia|startpage|yandex|perplexity)\.[a-z]{2,3}$|(?:^|\.)search\.yahoo(?:\.[a-z]{2,3}){1,2}$"
)
_OTHER_GOOGLE = re.compile(r"^(?:books|patents|sites|drive|docs|support|translate|play|cloud|developers)\.google\.")
_RESULTS = re.compile(
    r"^(?:pubmed\.ncbi\.nlm\.nih\.gov/?\?|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/?\?|clinicaltrials\.gov/search\b)"
)
_SHORT = re.compile(r"^(?:t\.co|ow\.ly|is\.gd|buff\.ly|lnkd\.in|x\.gd|rb\.gy|cutt\.ly|u\.nu)$")
_COPY = re.compile(
    r"(?:^|\.)(?:sci-?hub|libgen|library\.?genesis|z-?lib(?:rary)?|annas-archive|12ft|bit|tinyurl|goo)(?:\.[a-z]{2,4})+$"
    r"|(?:^|\.)(?:chatgpt\.com|openai\.com|claude\.ai|gemini\.google\.com|copilot\.microsoft\.com|dropbox\.com|1drv\.ms)$"
    r"|^(?:drive|docs)\.google\.com$|\.slack\.com$|\.notion\.(?:site|so)$|^notebooklm\.google\.com$"
)
# These pages show the one source of the number in their address; another page may name many.
_RESOLVES = re.compile(
    r"https?://(?:(?:dx\.|www\.)?doi\.org|api\.crossref\.org/works|pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed"
    r"|europepmc\.org/(?:article|abstract)/med)/",
    re.IGNORECASE,
)
# After a DOI in an address: the version of a preprint, and the part or form of the work that was open.
_PART = re.compile(r"(?:v[0-9]+)?(?:[^A-Za-z0-9].*)?")
# What guides and forms show where a DOI goes.
_STAND_IN = re.compile(
    r"10\.[0-9]+/(?:x+|y+|xyz[0-9]*|\.+|\?+|tba|tbd|todo)$|10\.(?:0000|1234|12345|9999)/|/(?:.*[._-])?example\b|x{3}|(?:^|[./-])(?:20)?xx(?=[./-]|$)",
    re.IGNORECASE,
)
# What a library or a translator puts between: as the address of a source it fails others; that something was seen there is so.
_BETWEEN = re.compile(
    r"\.translate\.goog$|^translate\.google\.|googleusercontent\.com$|ezproxy|(?:^|\.)(?:proxy|webvpn)\.|-(?:ncbi|doi|sciencedirect)-"
)


@rule("bad-form", "placeholder", each="reference")
def dois_are_whole_and_nothing_more(reference: Reference) -> Findings:
    """A DOI is given bare and decoded, with nothing before it and nothing after it.

    Bad: doi = {10.5555/mice.2019.}
    Good: doi = {10.5555/mice.2019}
    """
    if reference.doi is None:
        return
    if sign := _NOT_OF_A_DOI.search(reference.doi):
        code, name = f"U+{ord(sign[0]):04X}", unicodedata.name(sign[0], "no name").lower()
        yield ("doi",), say("bad-form.doi-sign", place=sign.start() + 1, code=code, name=name)
    elif (bare := bare_doi(reference.doi)) != reference.doi:
        yield ("doi",), say("bad-form.doi", value=reference.doi, doi=bare)
    elif len(found := re.findall(r"10\.[0-9]{4,9}/", reference.doi)) > 1:
        yield ("doi",), say("bad-form.doi-two", value=reference.doi, count=len(found))
    elif any(reference.doi.count(opens) > reference.doi.count(closes) for opens, closes in ("()", "[]", "<>")):
        yield ("doi",), say("bad-form.doi-cut", value=reference.doi)
    elif _STAND_IN.search(reference.doi):
        yield ("doi",), say("placeholder", found=reference.doi)
    elif _CUT.search(reference.doi):
        yield ("doi",), say("bad-form.doi-end", value=reference.doi, sign=reference.doi[-1])


@rule("bad-form", each="reference")
def registrations_have_the_form_of_their_registry(reference: Reference) -> Findings:
    """The number of a trial has the form of the registry whose letters it begins with.

    Bad: registration = {NCT123456}
    Good: registration = {NCT01234567}
    """
    given = reference.registration
    if given is None:
        return
    if re.fullmatch(r"\D*(?:([0-9])\1{5,})", given):
        yield ("registration",), say("placeholder", found=given)
        return
    begins = re.sub("[^A-Za-z].*", "", given)
    if re.match("20[0-9]{2}-[0-9]+-", given) and not re.fullmatch("[0-9]{4}-[0-9]{6}-[0-9]{2}(?:-[0-9]{2})?", given):
        yield ("registration",), say("bad-form", field="registration", value=given, form=("2012-001234-11",))
    for letters, (form, example) in _REGISTRIES.items():
        is_meant = given.casefold().startswith(letters.casefold()) or sorted(begins.casefold()) == sorted(letters.casefold())
        if is_meant and not re.fullmatch(f"{letters}(?:{form})", given, re.IGNORECASE):
            yield ("registration",), say("bad-form", field="registration", value=given, form=(example,))


@rule("bad-form", each="reference")
def addresses_hold_whole_registrations(reference: Reference) -> Findings:
    """The number of a trial in an address of ClinicalTrials.gov has its eight digits.

    Bad: url = {https://clinicaltrials.gov/study/NCT0123456}
    Good: url = {https://clinicaltrials.gov/study/NCT01234567}
    """
    for field, addresses in _addresses(reference):
        for found in (_NCT.search(address) for address in addresses):
            if found and not re.fullmatch("NCT[0-9]{8}", found[1], re.IGNORECASE):
                yield (field,), say("bad-form", field=field, value=found[1], form=("NCT01234567",))


@rule("bad-address", each="reference")
def addresses_lead_to_the_source(reference: Reference) -> Findings:
    """An address is that of a page which others can open, and not of a search, of this computer or of a copy of doubtful right.

    Bad: url = {https://www.google.com/search?q=tea+mice}
    Good: url = {https://example.org/tea}
    """
    for field, addresses in _addresses(reference):
        yield from (finding for address in addresses for finding in _leading(address, field))


@rule("bad-address", each="article")
def address_of_the_article_leads_to_it(article: Article) -> Findings:
    """The address of the article is that of its page, which others can open.

    Bad: url: http://localhost:8000/article
    Good: url: https://example.org/article
    """
    yield from _leading(article.url, "url")


def _leading(address: str, field: str) -> Findings:
    if (bare := bare_address(address)) != address:
        yield (field,), say("bad-address.more", field=field, address=address, bare=bare)
    elif why := _why_not(address, field):
        yield (field,), say(why, field=field, address=address)


@rule("identifiers-differ", each="reference")
def addresses_lead_to_its_own_registration(key: str, reference: Reference) -> Findings:
    """An address of ClinicalTrials.gov has the number that the source, or its key, has.

    Bad: registration = {NCT01234567}, url = {https://clinicaltrials.gov/study/NCT01234576}
    Good: registration = {NCT01234567}, url = {https://clinicaltrials.gov/study/NCT01234567}
    """
    numbers = {"registration": reference.registration, "key": key, "note": reference.note, "title": reference.title}
    own = {number[0].upper(): field for field, text in numbers.items() for number in _NUMBER.finditer(text or "")}
    found = _NCT.search(reference.url or "")
    if found and own and found[1].upper() not in own:
        value, kind = next(iter(own.items()))
        yield ("url",), say("identifiers-differ", field="url", found=found[1], kind=kind, value=value)


@rule("identifiers-differ", each="reference")
def addresses_lead_to_its_own_identifiers(reference: Reference) -> Findings:
    """Where an address leads to a DOI or to an article of PubMed, it is the one of the source.

    Bad: doi = {10.5555/mice.2019}, url = {https://doi.org/10.5555/mice.2009}
    Good: doi = {10.5555/mice.2019}, url = {https://doi.org/10.5555/mice.2019}
    """
    own = {"doi": plain_doi(reference.doi) if reference.doi else None, "pmid": reference.pmid}
    for field, addresses in _addresses(reference):
        others = [(address, *identity_of(address)) for address in addresses]
        others = [(address, kind, found) for address, kind, found in others if own.get(kind) and not _is_of(found, own[kind])]
        if field == "noticechecked":  # a notice has numbers of its own
            others = [other for other in others if other[1] == "pmid" and not reference.notice]
        alone = len(others) == len(addresses)  # beside the source itself, another work may name it
        for address, kind, found in others:
            if _RESOLVES.match(address) or field == "url" or (alone and "?" not in address):
                yield (field,), say("identifiers-differ", field=field, found=found, kind=kind, value=own[kind])


def _is_of(found: str, given: str | None) -> bool:
    """True where what an address leads to is the source of a number, or a part of it."""
    return given is not None and found.startswith(given) and _PART.fullmatch(found, len(given)) is not None


def _addresses(reference: Reference) -> Iterator[tuple[str, list[str]]]:
    if reference.url:
        yield "url", [reference.url]
    yield "checked", reference.checked.split()[1:]
    yield "noticechecked", (reference.noticechecked or "").split()[1:]


def _why_not(address: str, field: str) -> str:
    """The message on an address that is not that of a source, or ""."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").casefold()
    except ValueError:
        return "bad-address.malformed"
    if is_near(host):
        return "bad-address.local"
    if _COPY.search(host) or _SHORT.search(host) or (field == "url" and _BETWEEN.search(host)):
        return "bad-address.copy"
    if _SEARCH_ENGINE.search(host) and not _OTHER_GOOGLE.search(host):
        return "bad-address.search"
    return "bad-address.search" if _RESULTS.search(f"{host}{parts.path}{'?' if parts.query else ''}") else ""


@rule("key-year", each="reference")
def keys_have_the_year_of_their_source(key: str, reference: Reference, today: datetime.date) -> Findings:
    """Where the key of a source holds a year, it is that of the source.

    Bad: @article{mori2018mice, year = {2019}, …}
    Good: @article{mori2019mice, year = {2019}, …}
    """
    found = re.match("[a-z]+((?:18|19|20)[0-9]{2})[a-z]", key)
    if found and reference.year and int(found[1]) != reference.year <= today.year:  # a later one is wrong by itself
        yield (), say("key-year", key=key, year=reference.year)
