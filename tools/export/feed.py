"""The changes of the claims as an Atom feed (RFC 4287), one in each language. Pure."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tools.edition import Edition
from tools.export.data import LICENCE
from tools.records.claim import Review, Revision
from tools.text.labels import labels

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# XML 1.0 has no way to write these, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Entry:
    claim_id: str
    revision: Revision


def feed(review: Review, edition: Edition) -> str:
    """`<language>/feed.xml`: one entry for each version of each claim, newest first.

    The entry of the current version holds the claim's `short`. In a local build, links are relative to the feed, and ids are made
    from what the entry is about, so that two builds agree on them.
    """
    entries = sorted(_entries(review), key=lambda entry: _newest_first(review, entry))
    language, imprint, t = edition.language, review.article.review, labels(edition.language)
    root = ET.Element("feed", {"xmlns": _ATOM, _XML_LANG: language})
    _add(root, "id", _id(review, edition.at("feed.xml"), edition))
    _add(root, "title", f"{imprint.title[language]}: {t['all_changes']}")
    _add(root, "updated", _moment(max(entry.revision.date for entry in entries)))
    _add(root, "rights", LICENCE["name"])
    _add(ET.SubElement(root, "author"), "name", imprint.author[language])
    base = edition.public("")
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}feed.xml"})
    ET.SubElement(
        root,
        "link",
        {"rel": "alternate", "type": "text/html", "hreflang": language, "href": f"{base}changes/"},
    )
    ET.SubElement(root, "link", {"rel": "license", "href": LICENCE["url"]})
    for entry in entries:
        root.append(_entry(review, entry, edition))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entries(review: Review) -> Iterator[_Entry]:
    for claim_id, claim in review.claims.items():
        yield from (_Entry(claim_id, revision) for revision in claim.history)


def _newest_first(review: Review, entry: _Entry) -> tuple[int, str, int]:
    """The order within the feed; what changed on one day stands in the order of the codes."""
    return -entry.revision.date.toordinal(), review.claims[entry.claim_id].code, -entry.revision.version


def _entry(review: Review, entry: _Entry, edition: Edition) -> ET.Element:
    claim, revision, language = review.claims[entry.claim_id], entry.revision, edition.language
    version = labels(language)["edition"].format(version=revision.version)
    address = edition.page(entry.claim_id)
    element = ET.Element("entry")
    _add(element, "id", _id(review, edition.version(entry.claim_id, revision.version), edition))
    _add(element, "title", f"{claim.code} {claim.title[language]} ({version})")
    _add(element, "updated", _moment(revision.date))
    _add(element, "summary", revision.change[language])
    if revision.version == claim.version:
        _add(element, "content", claim.short[language])
    href = address if edition.site_url else address.removeprefix(f"{language}/")
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "hreflang": language, "href": href})
    return element


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NOT_XML.sub("", text)


def _moment(day: datetime.date) -> str:
    """The records know the day only; Atom wants a moment."""
    return f"{day.isoformat()}T00:00:00Z"


def _id(review: Review, address: str, edition: Edition) -> str:
    """What never changes of an entry: its address, or, where that is relative, a UUID of the article reviewed and of it."""
    if edition.site_url:
        return address
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{review.article.url}#{address}").urn
