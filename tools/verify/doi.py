"""A DOI at its agency: Crossref first, then any agency by doi.org, and JaLC for titles and names in both languages.

Documented, and not tried live: `updated-by`, `update-to` (Crossref), the error codes, the rates. General knowledge, and not tried
live: every other field read here. JaLC's `title_list`, `creator_list` and `publication_date` follow its manual as it was read.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from tools.records.authors import Author, read_suffix
from tools.records.identifiers import doi_address
from tools.text.messages import say
from tools.verify.cache import Answer
from tools.verify.web import NoAnswer, Web
from tools.verify.work import Work, funder_of, with_retracted_title

_CSL = "application/vnd.citationstyles.csl+json"
# Crossref's words for an update → ours. Others (addendum, new_version …) are no notice about the findings.
_UPDATES = {
    "retraction": "retraction", "partial_retraction": "retraction", "withdrawal": "retraction", "removal": "retraction",
    "expression_of_concern": "expression-of-concern",
    "correction": "correction", "corrigendum": "correction", "erratum": "correction",
}  # fmt: skip
_YEARS = ("published-print", "issued", "published", "published-online")


def by_doi(web: Web, doi: str) -> Work | None:
    """What the DOI's agency says about it; None where no agency knows the DOI.

    Raises:
        NoAnswer: an agency could not be asked, or knows the DOI and gives no metadata.
    """
    path = f"/v1/works/{quote(doi, safe='')}"
    return web.ask("crossref", path, doi, lambda answer: _crossref(answer, doi)) or _any_agency(web, doi)


def with_words(web: Web, words: str) -> list[Work]:
    """The works that Crossref takes for the nearest to a title, an author and a year in one line; twins among them.

    Raises:
        NoAnswer: Crossref could not be asked.
    """
    params = {"query.bibliographic": words, "rows": "10"}
    return web.ask("crossref", "/v1/works", f"find {words}", _listed, params)


def _listed(answer: Answer) -> list[Work]:
    items = json.loads(answer.body)["message"]["items"]
    return [_crossref_work(item, item["DOI"], answer.date) for item in items]


def _crossref(answer: Answer, doi: str) -> Work | None:
    if answer.status == 404:
        return None
    return _crossref_work(json.loads(answer.body)["message"], doi, answer.date)


def _crossref_work(message: Mapping[str, Any], doi: str, day: datetime.date) -> Work:
    work = _from_csl("Crossref", message, doi, day)
    notices = with_retracted_title(_updates(message.get("updated-by")), work.titles)
    itself = next(iter(_updates(message.get("update-to"))), "")
    return replace(work, notices=notices, notice_itself=itself)


def _any_agency(web: Web, doi: str) -> Work | None:
    work = web.ask("doi", f"/{quote(doi, safe='/')}", doi, lambda answer: _content(answer, doi), accept=_CSL)
    if work is None:
        return None
    japanese = web.ask("jalc", f"/dois/{quote(doi, safe='/')}", doi, lambda answer: _jalc(answer, doi))
    if japanese is None:
        return work
    return replace(
        japanese,
        titles=tuple(dict.fromkeys((*japanese.titles, *work.titles))),
        aliases=(*japanese.aliases, *work.authors[:1]),
        years=japanese.years | work.years,
        year=japanese.year or work.year,
    )


def _content(answer: Answer, doi: str) -> Work | None:
    """doi.org sends on to the agency; only its own 404 means that the DOI does not exist."""
    if answer.status == 404 and not answer.moved:
        return None
    if answer.status == 404 or "json" not in answer.content_type:
        raise NoAnswer(say("part.no-metadata"))
    return _from_csl("doi.org", json.loads(answer.body), doi, answer.date)


def _from_csl(service: str, item: Mapping[str, Any], doi: str, day: datetime.date) -> Work:
    """Crossref's own JSON and CSL-JSON name the same fields; Crossref makes lists of some."""
    titles, subtitles = _texts(item.get("title")), _texts(item.get("subtitle"))
    joined = [f"{titles[0]}: {subtitles[0]}"] if titles and subtitles else []
    dates = {name: year for name in _YEARS if (year := _year(item.get(name)))}
    kind = item.get("type") or ""
    return Work(
        service=service,
        page=doi_address(doi),
        day=day,
        titles=tuple(dict.fromkeys([*joined, *titles])),
        authors=tuple(_author(author) for author in item.get("author") or []),
        year=next(iter(dates.values()), None),
        years=frozenset(dates.values()),
        doi=item.get("DOI") or doi,
        journal=_journal(item, kind),
        publisher=item.get("publisher") or "",
        volume=str(item.get("volume") or ""),
        number=str(item.get("issue") or ""),
        pages=str(item.get("page") or item.get("article-number") or ""),
        language=item.get("language") or "",
        funders=tuple(funder_of(one["name"], one.get("award") or []) for one in item.get("funder") or [] if one.get("name")),
        kinds=(kind,) if kind else (),
    )


def _journal(item: Mapping[str, Any], kind: str) -> str:
    names = _texts(item.get("container-title"))
    if names or kind != "posted-content":
        return names[0] if names else ""
    servers = [name for host in item.get("institution") or [] if (name := host.get("name"))]
    return f"{servers[0]} (preprint)" if servers else ""


def _author(author: Mapping[str, Any]) -> Author:
    if family := author.get("family"):
        family = f"{author.get('non-dropping-particle') or ''} {family}".strip()
        return Author(family, author.get("given") or "", read_suffix(author.get("suffix") or ""))
    return Author(author.get("name") or author.get("literal") or author.get("given") or "", group=True)


def _updates(updates: list[Mapping[str, Any]] | None) -> dict[str, datetime.date | None]:
    """Kinds of notice with the earliest date; the publisher and Retraction Watch often tell of the same one."""
    found: dict[str, datetime.date | None] = {}
    for update in updates or []:
        kind = _UPDATES.get(str(update.get("type")).replace("-", "_").lower())
        if kind:
            day = _day(update.get("updated"))
            known = found.get(kind)
            found[kind] = min(known, day) if known and day else known or day
    return found


def _jalc(answer: Answer, doi: str) -> Work | None:
    if answer.status == 404:
        return None
    data = json.loads(answer.body)["data"]
    titles = {t.get("lang", ""): ": ".join(filter(None, (t.get("title"), t.get("subtitle")))) for t in data["title_list"]}
    ordered = [titles[lang] for lang in sorted(titles, key=lambda lang: lang != "ja")]
    creators = [c.get("names") or [] for c in data.get("creator_list") or []]
    names = [[Author(n.get("last_name") or "", n.get("first_name") or "") for n in creator] for creator in creators]
    year = int((data.get("publication_date") or {}).get("publication_year") or 0) or None
    journals = [j.get("journal_title_name") or "" for j in data.get("journal_title_name_list") or []]
    return Work(
        service="JaLC",
        page=doi_address(doi),
        day=answer.date,
        titles=tuple(ordered),
        title_en=titles.get("en", "") if len(ordered) > 1 else "",
        authors=tuple(creator[0] for creator in names if creator),
        aliases=tuple(names[0][1:]) if names else (),
        year=year,
        years=frozenset({year} if year else ()),
        doi=doi,
        journal=next(filter(None, journals), ""),
        volume=str(data.get("volume") or ""),
        number=str(data.get("issue") or ""),
        pages="-".join(filter(None, (data.get("first_page"), data.get("last_page")))),
    )


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [text for text in value or [] if text]


def _year(date: Any) -> int | None:
    parts = (date or {}).get("date-parts") or [[None]]
    return int(parts[0][0]) if parts[0] and parts[0][0] else None


def _day(date: Any) -> datetime.date | None:
    parts = ((date or {}).get("date-parts") or [[]])[0]
    return datetime.date(*parts) if len(parts) == 3 else None
