"""The pages of a claim: the live one, that of its current version, and those of its frozen versions. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tools.appraisal.assess import Assessed
from tools.cite.styles import citation_texts
from tools.edition import Edition
from tools.pages.head import claim_head
from tools.pages.templating import Templates
from tools.pages.versions import Change, changes, is_overdue, lapsed_on, snapshot
from tools.records.claim import Review
from tools.records.frozen import Frozen
from tools.records.words import Language
from tools.text.labels import labels, write_date

_LIVE, _VERSION = "../../", "../../../"  # from /claims/<id>/ and from /claims/<id>/v1/ to the language's root
_ROOT = "\0"  # stands for either while what both pages say is rendered once; no text can hold it
FORMATS = {"RIS": "ris", "BibTeX": "bib", "CSL-JSON": "csl.json"}


@dataclass(frozen=True)
class Note:
    """What a page says of other versions: a sentence, a link, and what changed in meaning."""

    text: str
    href: str = ""
    link: str = ""
    changes: tuple[Change, ...] = ()


def claim_paths(review: Review, claim_id: str) -> list[str]:
    """The path of every page of one claim."""
    versions = [review.claims[claim_id].version, *review.archive.get(claim_id, {})]
    return [f"claims/{claim_id}.md", *(f"claims/{claim_id}/v{version}.md" for version in versions)]


def claim_pages(templates: Templates, claim_id: str) -> dict[str, str]:
    """Path to Markdown of every page of one claim."""
    review, language = templates.review, templates.language
    frozen = review.archive.get(claim_id, {})
    current = snapshot(templates.assessed, claim_id)
    content, record = _content(templates, claim_id), _record(templates, claim_id, current)
    live, permanent = ((content.replace(_ROOT, root), record.replace(_ROOT, root)) for root in (_LIVE, _VERSION))
    pages = {
        f"claims/{claim_id}.md": _page(
            templates, claim_id, current, *live, list(_live_notes(templates, claim_id)), versioned=False
        ),
        f"claims/{claim_id}/v{current.version}.md": _page(
            templates, claim_id, current, *permanent, [_current_note(templates, current)], versioned=True
        ),
    }
    for version, old in frozen.items():
        notes = [_old_note(templates, old.facts, current)]
        content = old.content[language]  # as it was rendered and escaped when it was frozen
        record = _record(templates, claim_id, old.facts).replace(_ROOT, _VERSION)
        pages[f"claims/{claim_id}/v{version}.md"] = _page(templates, claim_id, old.facts, content, record, notes, versioned=True)
    return pages


def frozen_content(assessed: Assessed, claim_id: str, language: Language) -> str:
    """The content that is kept when the current version is frozen: the same as on the page of that version."""
    templates = Templates(assessed, Edition(assessed.review.claims[claim_id].reviewed, language=language))
    return _content(templates, claim_id).replace(_ROOT, _VERSION)


def _content(templates: Templates, claim_id: str) -> str:
    """What a version says; `_ROOT` stands where a link leads to the language's root."""
    claim = templates.review.claims[claim_id]
    view = templates.assessed.claims[claim_id]
    return templates.render("claim-content.md", _ROOT, claim_id=claim_id, claim=claim, view=view).strip() + "\n"


def _record(templates: Templates, claim_id: str, facts: Frozen) -> str:
    """How a version is cited, and its record; `_ROOT` stands as in `_content`."""
    review, language = templates.review, templates.language
    address = templates.edition.permalink(claim_id, facts.version)
    overdue = is_overdue(facts, templates.edition.today)
    return templates.render(
        "claim-record.md",
        _ROOT,
        claim_id=claim_id,
        claim=review.claims[claim_id],
        facts=facts,
        citations=citation_texts(review, facts, language, address, overdue=overdue),
        downloads=_downloads(claim_id, language) if facts.version == review.claims[claim_id].version else {},
        short_address=templates.edition.short(facts.code) if templates.edition.site_url else "",
    )


def _page(
    templates: Templates, claim_id: str, facts: Frozen, content: str, record: str, notes: list[Note], *, versioned: bool
) -> str:
    language, root = templates.language, _VERSION if versioned else _LIVE
    parts = (
        templates.render(
            "claim-notes.md",
            root,
            facts=facts,
            notes=notes,
            overdue=is_overdue(facts, templates.edition.today),
            lapsed=lapsed_on(templates.review.claims[claim_id], facts, templates.edition.today),
        ),
        f"<!-- content of version {facts.version} -->\n",
        content,
        "<!-- end of content -->\n",
        record,
    )
    newest = templates.review.claims[claim_id].version
    head = claim_head(templates, claim_id, facts, versioned=versioned, current=facts.version == newest)
    title = facts.title[language]
    if versioned:
        title = f"{title} ({labels(language)['edition'].format(version=facts.version)})"
    return templates.page(title, facts.line[language], "\n".join(parts), head)


def _downloads(claim_id: str, language: Language) -> dict[str, list[tuple[str, str]]]:
    return {
        "page": [(form, f"{claim_id}.{language}.{ending}") for form, ending in FORMATS.items()],
        "studies": [(form, f"{claim_id}.references.{ending}") for form, ending in FORMATS.items()],
    }


def _live_notes(templates: Templates, claim_id: str) -> Iterator[Note]:
    t = labels(templates.language)
    for version, old in sorted(templates.review.archive.get(claim_id, {}).items(), reverse=True):
        link = f"{t['edition'].format(version=version)} ({_day(templates, old.facts.date)})"
        yield Note(t["version_earlier"], f"{_LIVE}claims/{claim_id}/v{version}/", link)


def _current_note(templates: Templates, facts: Frozen) -> Note:
    t = labels(templates.language)
    return Note(t["version_current"].format(version=facts.version), "../", t["version_newest"].format(version=facts.version))


def _old_note(templates: Templates, old: Frozen, current: Frozen) -> Note:
    t = labels(templates.language)
    told = tuple(changes(old, current, templates.review, templates.language))
    text = t["version_old"].format(version=old.version, date=_day(templates, old.date))
    meaning = t["version_changed"] if told else t["version_same_meaning"]
    return Note(f"{text} {meaning}", "../", t["version_newest"].format(version=current.version), told)


def _day(templates: Templates, day: datetime.date) -> str:
    return write_date(day, templates.language)
