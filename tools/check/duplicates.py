"""One study counts once: two keys for one source are a problem, and so is what looks like it until a person has said no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import chain

from tools.check.addresses import Identity, identity_of, plain_doi
from tools.check.registry import Finding, Findings, rule
from tools.records.claim import Review
from tools.records.sources import Reference
from tools.text.likeness import family_of, is_slip, letters_of, words_of
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
# So long, two titles, or two names, that differ by one letter are one.
_SHORT, _NAME = 12, 4
_DIGITS = re.compile(r"[0-9]+|\b[IVX]+\b")


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
        if title and (letters := letters_of(title)):
            yield "title", letters


@rule("duplicate-source", each="review")
def titles_that_read_alike_are_answered_for(review: Review) -> Findings:
    """Two sources of one first author, a year or two apart, do not have nearly the same title, unless the record says so.

    Bad: title = {Tea calms mice: a randomised trial}, year = {2019} … title = {Tea calms mice}, year = {2020}
    Good: title = {Tea calms mice: a randomised trial}, year = {2019} … title = {Tea calms rats}, year = {2020}
    """
    groups: dict[str, list[str]] = {}
    for key, reference in sorted(review.references.items(), key=lambda item: _place(review, item[0])):
        letters = letters_of(reference.title)
        names = [family_of(author.family) for author in reference.author[:1]] + ([letters] if len(letters) >= _LONG else [])
        for other in dict.fromkeys(chain(*(groups.get(name, ()) for name in names))):
            source = review.references[other]
            alike = _share(reference, source) and _alike(reference, source)
            if alike and not _told_apart(key, other, "alike", review.references):
                yield _finding(review, key, other, "alike")
        for name in names:
            groups.setdefault(name, []).append(key)


def _share(one: Reference, other: Reference) -> bool:
    """True where an author of one work is among those of the other, or the names of the first differ by a slip."""
    ours, theirs = ([family_of(author.family) for author in source.author] for source in (one, other))
    return bool(ours and theirs) and (not set(ours).isdisjoint(theirs) or is_slip(ours[0], theirs[0], _NAME))


def _alike(one: Reference, other: Reference) -> bool:
    """True for nearly the same title of the same years and, but for a slip of the hand, of one design."""
    if one.year and other.year and abs(one.year - other.year) > _YEARS_APART:
        return False
    short, long = sorted((letters_of(one.title), letters_of(other.title)), key=len)
    if short == long:
        return bool(one.year and other.year) and one.year != other.year  # the rule above has told the others
    if _DIGITS.findall(one.title) != _DIGITS.findall(other.title):
        return False
    if is_slip(short, long, _SHORT):
        return True
    if len(short) < _LONG or one.design != other.design:  # a protocol is no report
        return False
    same_words = words_of(one.title) == words_of(other.title)
    return same_words or short in long or SequenceMatcher(None, short, long).ratio() >= _ALIKE


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
