"""Claim pages and sources as CSL-JSON items: the one form from which every citation is made. Pure.

No day of access is given: only the reader knows it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from tools.records.authors import Author
from tools.records.claim import Review
from tools.records.frozen import Frozen
from tools.records.sources import Reference
from tools.records.words import Language
from tools.text.labels import labels, write_date

Item = Mapping[str, Any]
_TYPES = {"article": "article-journal", "book": "book", "incollection": "chapter", "techreport": "report", "phdthesis": "thesis"}
_PAGES = ("registry-entry", "website", "news")  # they live on a site, and a site is no journal


def claim_csl(review: Review, facts: Frozen, language: Language, address: str) -> Item:
    """A version of a claim's page, as a section of an online book. `address` is the permanent one of the version."""
    t, imprint = labels(language), review.article.review
    return {
        "id": f"{_slug(imprint.title['en'])}-{facts.code.lower()}-v{facts.version}-{language}",
        "type": "chapter",
        "title": facts.title[language],
        "title-short": facts.code,
        "container-title": imprint.title[language],
        "edition": t["edition"].format(version=facts.version),
        "author": [{"literal": imprint.author[language]}],
        "issued": _date(facts.date),
        "publisher": imprint.author[language],
        "URL": address,
        "language": language,
        "abstract": abstract(review, facts, language),
        "note": f"{t['reviewed']}: {facts.reviewed.isoformat()}.",
    }


def abstract(review: Review, facts: Frozen, language: Language) -> str:
    """What a citation says of a version: what it stands at, and the answer."""
    return f"{standing_line(review, facts, language)} {facts.answer[language]}"


def standing_line(review: Review, facts: Frozen, language: Language) -> str:
    """Level and certainty of a version; of a description, which is no effect, the day on which the facts were checked."""
    t, words = labels(language), review.vocabulary
    if facts.is_description:
        checked = t["fact_checked"].format(date=write_date(facts.reviewed, language))
        return f"{checked} {words.level[facts.level].definition[language]}"
    level, certainty = words.level[facts.level].label[language], words.certainty[facts.certainty].label[language]
    if facts.kind == "harm" and facts.certainty == "none":  # that a harm occurred rests on reports, and not on an estimate
        return f"{t['level']}: {level}."
    return f"{t['level']}: {level}. {t['certainty']}: {certainty}."


def group_as_author(name: str) -> str:
    """A group author for programs that split names: a name of several words ends in a comma and has none inside."""
    plain = name.replace(", ", " – ")
    return f"{plain}," if " " in plain else plain


def reference_csl(key: str, source: Reference) -> Item:
    """A source; what nobody could confirm is left out, and what has no field of its own stands in the note."""
    notes = [f"PMID: {source.pmid}"] if source.pmid else []
    notes += [f"{source.notice.kind}, {source.notice.date.isoformat()}"] if source.notice else []
    notes += ["not all authors are listed"] if source.et_al else []
    # No field for a translated title is read by all; original-title would be the other way round.
    notes += [f"English title: {source.titleen}"] if source.titleen and source.titleen != source.title else []
    notes += [source.note] if source.note else []
    item = {
        "id": key,
        "type": _TYPES.get(source.type) or _type_by_design(source),
        "title": source.title,
        "author": [_name(author) for author in source.author],
        "container-title": source.journal,
        "publisher": source.publisher,
        "issued": {"date-parts": [[source.year]]} if source.year else None,
        "volume": source.volume,
        "issue": source.number,
        "page": source.pages,
        "DOI": source.doi,
        "PMID": source.pmid,
        "URL": source.url or (None if source.doi else source.link),
        "language": source.langid,
        "note": "; ".join(notes),
    }
    return {name: value for name, value in item.items() if value}


def issued(item: Item) -> tuple[int, ...]:
    """The year, or year, month and day; nothing where no date is known."""
    return tuple(item["issued"]["date-parts"][0]) if "issued" in item else ()


def _type_by_design(source: Reference) -> str:
    return "article-journal" if source.journal and source.design not in _PAGES else "webpage"


def _name(author: Author) -> Mapping[str, str]:
    if author.group:
        return {"literal": author.family}
    name = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {part: value for part, value in name.items() if value}


def _date(day: datetime.date) -> Mapping[str, object]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))
