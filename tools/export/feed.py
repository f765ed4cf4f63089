"""The changes of the claims as an Atom feed (RFC 4287), one in each language. Pure."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree as ET

from tools.appraisal.assess import Assessed
from tools.edition import Edition
from tools.export.data import LICENCE
from tools.pages.versions import Change, changes, snapshot
from tools.pages.versions import edition as version_in_words
from tools.records.claim import Review
from tools.records.frozen import Frozen
from tools.records.words import Language
from tools.text.labels import labels

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The changes that an entry tells, by their label, and the category that marks it.
_TOLD = {"changed_level": "level", "changed_backing": "level", "changed_certainty": "certainty"}
# XML 1.0 has no way to write these, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Entry:
    """One version of a claim, or that it was withdrawn.

    Attributes:
        path: what it is about, below the site.
        page: the id of the claim.
        told: what it says, in lines.
        terms: what of a claim it changed.
    """

    path: str
    page: str
    code: str
    title: str
    date: datetime.date
    version: int
    told: tuple[str, ...]
    content: str = ""
    terms: tuple[str, ...] = ()


def feed(assessed: Assessed, edition: Edition) -> str:
    """`<language>/feed.xml`: one entry for each version of each claim, newest first.

    The entry of the current version holds the claim's `short`; one that changed the level or the certainty says so, and is
    marked. Ids do not name the site's address, so that a move of the site leaves them. In a local build, links are relative to
    the feed.
    """
    review = assessed.review
    entries = sorted(chain(_entries(assessed, edition), _withdrawn(review, edition)), key=_newest_first)
    language, imprint, t = edition.language, review.article.review, labels(edition.language)
    root = ET.Element("feed", {"xmlns": _ATOM, _XML_LANG: language})
    _add(root, "id", _id(review, f"{language}/feed.xml"))
    _add(root, "title", f"{imprint.title[language]}: {t['all_changes']}")
    _add(root, "updated", _moment(max(entry.date for entry in entries)))
    _add(root, "rights", LICENCE.name)
    _add(ET.SubElement(root, "author"), "name", imprint.author[language])
    base = edition.public("")
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}feed.xml"})
    ET.SubElement(
        root,
        "link",
        {"rel": "alternate", "type": "text/html", "hreflang": language, "href": f"{base}changes/"},
    )
    ET.SubElement(root, "link", {"rel": "license", "href": LICENCE.url})
    for entry in entries:
        root.append(_entry(review, entry, edition))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entries(assessed: Assessed, edition: Edition) -> Iterator[_Entry]:
    review, language = assessed.review, edition.language
    for claim_id, claim in review.claims.items():
        published, current = review.published(claim_id), snapshot(assessed, claim_id)
        facts = {claim.version: current} | {number: one.facts for number, (_, one) in published.items()}
        for revision in claim.history:
            home, _ = published.get(revision.version, (claim_id, None))
            said = facts.get(revision.version, current)
            told = tuple(_changes(facts, revision.version, language))
            yield _Entry(
                path=f"{language}/claims/{home}/v{revision.version}/",
                page=claim_id,
                code=said.code,
                title=f"{said.code} {said.title[language]} ({version_in_words(revision.version, language)})",
                date=revision.date,
                version=revision.version,
                told=(revision.change[language], *(change.told(language) for change in told)),
                content=claim.short[language] if revision.version == claim.version else "",
                terms=tuple(dict.fromkeys(_TOLD[change.label] for change in told)),
            )


def _withdrawn(review: Review, edition: Edition) -> Iterator[_Entry]:
    language, before = edition.language, labels(edition.language)["withdrawn_title"]
    for claim_id, claim in review.withdrawn.items():
        yield _Entry(
            path=f"{language}/claims/{claim_id}/#withdrawn",
            page=claim_id,
            code=claim.code,
            title=f"{before}{claim.code} {claim.title[language]}",
            date=claim.withdrawn.date,
            version=max(review.published(claim_id), default=0) + 1,
            told=(claim.withdrawn.reason[language],),
        )


def _changes(facts: Mapping[int, Frozen], version: int, language: Language) -> Iterator[Change]:
    """What a version changed of the level and the certainty; nothing where the one before it was not kept."""
    old, new = facts.get(version - 1), facts.get(version)
    if old and new:
        yield from (change for change in changes(old, new, language) if change.label in _TOLD)


def _newest_first(entry: _Entry) -> tuple[int, str, int]:
    """The order within the feed; what changed on one day stands in the order of the codes."""
    return -entry.date.toordinal(), entry.code, -entry.version


def _entry(review: Review, entry: _Entry, edition: Edition) -> ET.Element:
    language, address = edition.language, edition.page(entry.page)
    element = ET.Element("entry")
    _add(element, "id", _id(review, entry.path))
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.date))
    _add(element, "summary", "\n".join(entry.told))
    if entry.content:
        _add(element, "content", entry.content)
    for term in entry.terms:
        ET.SubElement(element, "category", {"term": term})
    href = address if edition.site_url else address.removeprefix(f"{language}/")
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "hreflang": language, "href": href})
    return element


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NOT_XML.sub("", text)


def _moment(day: datetime.date) -> str:
    """The records know the day only; Atom wants a moment."""
    return f"{day.isoformat()}T00:00:00Z"


def _id(review: Review, path: str) -> str:
    """What never changes of an entry, wherever the site is: a UUID of the article reviewed and of its path below the site."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{review.article.url}#{path}").urn
