"""One study counts once: two keys for one source are a problem, and so is what looks like it until a person has said no."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from tools.check.addresses import Identity, identity_of, plain_doi
from tools.check.registry import Finding, Findings, rule
from tools.records.claim import Review
from tools.records.sources import Reference
from tools.text.messages import say

# What two sources can share. Of most only a person can say what it means: one page may hold several documents, two
# works may have one title, and one trial several reports (which the level rule counts as one study).
_MESSAGES = {
    "doi": "duplicate-source.doi",
    "pmid": "duplicate-source.pmid",
    "address": "duplicate-source.address",
    "version": "duplicate-source.version",
    "title": "duplicate-source.title",
    "alike": "duplicate-source.alike",
    "registration": "duplicate-source.registration",
}
_ANSWERED_BY_A_PERSON = ("address", "version", "title", "alike", "registration")
# `/v2` at the end of the DOI of a preprint.
_VERSION = re.compile(r"[/.]v[0-9]{1,2}$")
# A preprint and its paper, or a paper and its online edition, are a year or two apart.
_YEARS_APART = 2
# Titles so long, in letters, and so much alike are one with a slip of the hand; a subtitle may be left out.
_LONG, _ALIKE = 25, 0.94
_DIGITS = re.compile(r"[0-9]+|\b[IVX]+\b")
_NO_LETTER = re.compile(r"[\W_]+")
_TAG = re.compile(r"</?[a-z]+>")


@rule("duplicate-source", each="review")
def sources_count_once(review: Review) -> Findings:
    """No DOI, PMID or address has two keys; nor has a title of one year, unless the record says that the works differ.

    Bad: @article{mori2019mice, doi = {10.5555/mice}, …} @article{mori2019tea, doi = {10.5555/MICE}, …}
    Good: @article{mori2019mice, doi = {10.5555/mice}, …}
    """
    seen: dict[Identity, list[str]] = {}
    for key, reference in sorted(review.references.items(), key=lambda item: _place(review, item[0])):
        shared: dict[str, Identity] = {}
        for identity in dict.fromkeys(_identities(reference)):
            for other in seen.setdefault(identity, []):
                if not _told_apart(key, other, identity[0], review.references):
                    shared.setdefault(other, identity)
            seen[identity].append(key)
        for other, (kind, _) in shared.items():
            yield _finding(review, key, other, kind)


def _place(review: Review, key: str) -> tuple[str, int]:
    source = review.sources[f"reference:{key}"]
    return source.path, source.line()


def _identities(reference: Reference) -> Iterator[Identity]:
    """What makes two sources one, the surest first, each in one form."""
    if reference.doi:
        yield "doi", plain_doi(reference.doi)
        yield "version", _VERSION.sub("", plain_doi(reference.doi))
    if reference.pmid:
        yield "pmid", reference.pmid
    if reference.url:
        yield identity_of(reference.url)
    if reference.registration:
        yield "registration", reference.registration.casefold()
    for title in dict.fromkeys((reference.title, reference.titleen)):
        if title and (letters := _letters(title)):
            yield "title", letters


@rule("duplicate-source", each="review")
def titles_that_read_alike_are_answered_for(review: Review) -> Findings:
    """Two sources of one first author, a year or two apart, do not have nearly the same title, unless the record says so.

    Bad: title = {Tea calms mice: a randomised trial}, year = {2019} … title = {Tea calms mice}, year = {2020}
    Good: title = {Tea calms mice: a randomised trial}, year = {2019} … title = {Tea calms rats}, year = {2020}
    """
    by_author: dict[str, list[str]] = {}
    for key, reference in sorted(review.references.items(), key=lambda item: _place(review, item[0])):
        names = reference.author[:1]
        for other in by_author.setdefault(names[0].family.casefold(), []) if names else ():
            if _alike(reference, review.references[other]) and not _told_apart(key, other, "alike", review.references):
                yield _finding(review, key, other, "alike")
        if names:
            by_author[names[0].family.casefold()].append(key)


def _alike(one: Reference, other: Reference) -> bool:
    """True for nearly the same title of the same years and, but for the same title, of one design: a protocol is no report."""
    if one.year is None or other.year is None or abs(one.year - other.year) > _YEARS_APART:
        return False
    short, long = sorted((_letters(one.title), _letters(other.title)), key=len)
    if short == long:
        return one.year != other.year  # of one year the rule above has told
    if len(short) < _LONG or one.design != other.design or _DIGITS.findall(one.title) != _DIGITS.findall(other.title):
        return False
    return long.startswith(short) or SequenceMatcher(None, short, long).ratio() >= _ALIKE


def _letters(title: str) -> str:
    """A title without accents, marks, tags and spaces."""
    plain = unicodedata.normalize("NFKD", _TAG.sub("", html.unescape(title)))
    return _NO_LETTER.sub("", plain.casefold())


def _told_apart(key: str, other: str, kind: str, references: Mapping[str, Reference]) -> bool:
    """True where the records say that two sources which share something are not one."""
    one, two = references[key], references[other]
    if kind == "title" and one.year and two.year and one.year != two.year:
        return True
    return kind in _ANSWERED_BY_A_PERSON and (other in one.distinct or key in two.distinct)


def _finding(review: Review, key: str, other: str, kind: str) -> Finding:
    field = {"alike": "title", "address": "url", "version": "doi"}.get(kind, kind)
    value = getattr(review.references[key], field)
    if value is None:  # the address is that of a DOI or of an article of PubMed
        field, value = "url", review.references[key].url
    path, line = _place(review, other)
    return (f"reference:{key}", field), say(_MESSAGES[kind], key=key, other=other, path=path, line=line, value=value)
