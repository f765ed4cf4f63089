"""The pages of a claim: the live one, made from its record, and those of its versions, each from what is kept of it. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tools.edition import put_page_at
from tools.pages.frozen_page import LIVE, ROOT, VERSION, content_of, frozen_page, record_of_page
from tools.pages.head import Place, claim_head, placed, titled
from tools.pages.templating import Templates
from tools.pages.versions import Change, changes, edition, is_overdue, lapsed_on, snapshot
from tools.records.archive import record_of
from tools.records.claim import Claim, Review
from tools.records.frozen import Frozen, FrozenVersion
from tools.records.tombstone import Tombstone
from tools.text.labels import labels, write_date

Versions = Mapping[int, tuple[str, FrozenVersion]]


@dataclass(frozen=True)
class Note:
    """What a page says of other versions: a sentence, a link, and what changed in meaning."""

    text: str
    href: str = ""
    link: str = ""
    changes: tuple[Change, ...] = ()


def claim_paths(review: Review, claim_id: str) -> list[str]:
    """The path of every page of one claim."""
    homes = {version: home for version, (home, _) in review.published(claim_id).items()}
    versions = {review.claims[claim_id].version: claim_id, **homes}
    return [f"claims/{claim_id}.md", *(f"claims/{home}/v{version}.md" for version, home in versions.items())]


def claim_pages(templates: Templates, claim_id: str) -> dict[str, str]:
    """Path to Markdown of every page of one claim."""
    current = snapshot(templates.assessed, claim_id)
    content = content_of(templates, claim_id)
    versions = dict(templates.review.published(claim_id))
    pages = {f"claims/{claim_id}.md": _live_page(templates, claim_id, current, content, versions)}
    if current.version not in versions:
        files = frozen_page(templates, claim_id, current, content)
        versions[current.version] = claim_id, FrozenVersion(current, files)
    for version, (home, one) in versions.items():
        pages[f"claims/{home}/v{version}.md"] = _version_page(templates, claim_id, one, current, versions)
    return pages


def _live_page(templates: Templates, claim_id: str, current: Frozen, content: str, versions: Versions) -> str:
    language = templates.language
    notes = [
        Note(
            labels(language)["version_earlier"],
            f"{LIVE}{_path(home, version)}",
            f"{edition(version, language)} ({_day(templates, old.facts.date)})",
        )
        for version, (home, old) in sorted(versions.items(), reverse=True)
        if version != current.version
    ]
    body = f"{content}\n{record_of_page(templates, claim_id, current, versioned=False)}".replace(ROOT, LIVE)
    head = placed(templates, claim_head(templates, claim_id, current, versioned=False), Place(f"claims/{claim_id}/"))
    parts = _notes(templates, claim_id, current, notes), put_page_at(body, templates.edition.site_url), _links(templates, current)
    return templates.page(current.title[language], current.short[language], "\n".join(parts), head)


def _version_page(templates: Templates, claim_id: str, one: FrozenVersion, current: Frozen, versions: Versions) -> str:
    """The page of one version: what is kept of it, and what is to be said of it today."""
    facts, version = one.facts, one.facts.version
    is_old, is_open = version != current.version, version not in templates.review.published(claim_id)
    claim = templates.review.claims[claim_id]
    notes = [*corrections(templates, claim, version), *_signed_after(templates, claim, facts)]
    notes += [_old_note(templates, claim_id, facts, current) if is_old else _current_note(templates, claim_id, facts, is_open)]
    place = place_of(claim_id, version, versions, is_old)
    return kept_page(templates, one, _notes(templates, claim_id, facts, notes), place)


def place_of(claim_id: str, version: int, versions: Versions, is_old: bool) -> Place:
    """Where the page of a version stands among those of the others."""
    paths, live = {number: _path(home, number) for number, (home, _) in versions.items()}, f"claims/{claim_id}/"
    return Place(
        # The page of the newest version says what the live one says.
        canonical=paths[version] if is_old else live,
        newest=live if is_old else "",
        earlier=paths.get(version - 1, ""),
        later=paths.get(version + 1, ""),
        history=f"{live}#record",
    )


def kept_page(templates: Templates, one: FrozenVersion, notes: str, place: Place, before: str = "", root: str = VERSION) -> str:
    """What is kept of a version as a page, below what is to be said of it.

    Args:
        before: what comes before its title for whoever cites it: that it was withdrawn.
        root: leads from the page to the language's root.
    """
    facts, language, site = one.facts, templates.language, templates.edition.site_url
    body = put_page_at(one.files[f"{language}.md"].replace(VERSION, root), site)
    head = placed(templates, titled(one.files[f"{language}.html"], before), place)
    title = f"{before}{facts.words['page'][language]}"
    return templates.page(title, facts.short[language], "\n".join((notes, body, _links(templates, facts))), head)


def corrections(templates: Templates, claim: Claim | Tombstone, version: int) -> Iterator[Note]:
    """What was wrong in a version."""
    language = templates.language
    for one in (one for one in claim.corrected if one.version == version):
        yield Note(labels(language)["misled"].format(date=write_date(one.date, language)) + one.note[language])


def _signed_after(templates: Templates, claim: Claim, facts: Frozen) -> Iterator[Note]:
    """Who signed a version after it was published, which what is kept of it cannot say."""
    t, language, shown = labels(templates.language), templates.language, facts.record.get("signoff", [])
    signs = zip(claim.signoff, record_of(claim).get("signoff", []), strict=True)
    names = [
        f"{sign.name} ({sign.role[language]}, {_day(templates, sign.date)}; {t['interests']}: {sign.interests[language]})"
        for sign, plain in signs
        if sign.version == facts.version and plain not in shown
    ]
    if names:
        yield Note(t["signed_after"].format(names="; ".join(names)))


def _notes(templates: Templates, claim_id: str, facts: Frozen, notes: list[Note]) -> str:
    today = templates.edition.today
    lapsed = lapsed_on(templates.review.claims[claim_id], facts, today)
    return notes_of(templates, notes, facts=facts, overdue=is_overdue(facts, today), lapsed=lapsed)


def notes_of(templates: Templates, notes: list[Note], **dates: object) -> str:
    """What stands above a page."""
    return templates.render("claim-notes.md", "", notes=notes, **{"overdue": False, "lapsed": None, **dates})


def _links(templates: Templates, facts: Frozen) -> str:
    return templates.render("claim-links.md", "", facts=facts)


def _current_note(templates: Templates, claim_id: str, facts: Frozen, is_open: bool) -> Note:
    t = labels(templates.language)
    text = t["version_open"] if is_open else t["version_current"]
    return Note(text.format(version=facts.version), f"../../{claim_id}/", t["version_newest"].format(version=facts.version))


def _old_note(templates: Templates, claim_id: str, old: Frozen, current: Frozen) -> Note:
    t = labels(templates.language)
    told = tuple(changes(old, current, templates.language))
    text = t["version_old"].format(version=old.version, date=_day(templates, old.date))
    meaning = t["version_changed"] if told else t["version_same_meaning"]
    return Note(f"{text} {meaning}", f"../../{claim_id}/", t["version_newest"].format(version=current.version), told)


def _path(claim_id: str, version: int) -> str:
    return f"claims/{claim_id}/v{version}/"


def _day(templates: Templates, day: datetime.date) -> str:
    return write_date(day, templates.language)
