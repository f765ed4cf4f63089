"""A claim's page as a reference in four styles, and a source as a COinS span. Pure.

The strings are those of the styles' own processors (tests compare them), but for the day of access, which is left open for
the reader, and for the day of the last review, which NLM asks for and no processor knows.
"""

from __future__ import annotations

import datetime
from urllib.parse import urlencode

from tools.cite.csl import reference_csl
from tools.records.claim import Review
from tools.records.frozen import Frozen
from tools.records.sources import Reference
from tools.records.words import Language
from tools.text.labels import labels
from tools.text.sentences import closed

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def citation_texts(review: Review, facts: Frozen, language: Language, address: str) -> list[tuple[str, str]]:
    """Style and reference, NLM/Vancouver first. `address` is the permanent one of the version."""
    t, imprint = labels(language), review.article.review
    parts = {
        "author": imprint.author[language],
        "by": closed(imprint.author[language]),
        "title": closed(facts.title[language]),
        "quoted": closed(f"“{facts.title[language]}”"),
        "book": imprint.title[language],
        "whole": closed(imprint.title[language]),
        "edition": t["edition"].format(version=facts.version),
        "year": facts.date.year,
        "updated": _nlm_day(facts.reviewed) if language == "en" else facts.reviewed.isoformat(),
        "address": address,
    }
    return [(t[f"style_{style}"], t[f"cite_{style}"].format(**parts)) for style in ("nlm", "ama", "apa", "sist02")]


def _nlm_day(day: datetime.date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day}"


def coins(key: str, source: Reference) -> str:
    """The title of a COinS span: the source in the form that reference managers take from a list of many.

    Readers turn a plus sign into a space, however it is written; a full-width one stays.
    """
    item = reference_csl(key, source)
    article = item["type"] == "article-journal"
    fields: list[tuple[str, str]] = [("ctx_ver", "Z39.88-2004")]
    fields.append(("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{'journal' if article else 'dc'}"))
    fields.append(("rft.genre" if article else "rft.type", "article" if article else "webpage"))
    fields.append(("rft.atitle" if article else "rft.title", source.title))
    fields += [("rft.aucorp" if author.group else "rft.au", str(author)) for author in source.author]
    names = {"journal": "rft.jtitle" if article else "rft.source", "publisher": "rft.pub"}
    names |= {"volume": "rft.volume", "number": "rft.issue", "pages": "rft.pages"}
    fields += [(field, value) for name, field in names.items() if (value := getattr(source, name))]
    if source.year:
        fields.append(("rft.date", str(source.year)))
    if source.doi:
        fields.append(("rft_id", f"info:doi/{source.doi}"))
    elif source.link:
        fields.append(("rft_id", source.link))
    return urlencode([(field, value.replace("+", "＋")) for field, value in fields])
