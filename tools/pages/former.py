"""The pages that answer at addresses that claims had: where a claim has gone, and what became of one that was withdrawn. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from tools.pages.claim_page import Note, Versions, corrections, kept_page, notes_of, place_of
from tools.pages.frozen_page import LIVE
from tools.pages.head import Place, page_head
from tools.pages.templating import Templates
from tools.pages.versions import edition
from tools.records.claim import Claim, Review
from tools.records.tombstone import Tombstone
from tools.text.labels import labels, write_date


def former_paths(review: Review) -> list[str]:
    """The paths of the pages that lead on; nobody need find them who does not have their address."""
    return [f"claims/{old}.md" for old in _former_ids(review)]


def withdrawn_paths(review: Review) -> list[str]:
    """The paths of the pages of claims that were withdrawn."""
    kept = [f"claims/{home}/v{n}.md" for i in review.withdrawn for n, (home, _) in review.published(i).items()]
    return [*(f"claims/{claim_id}.md" for claim_id in review.withdrawn), *kept]


def former_pages(templates: Templates) -> Iterator[tuple[str, str]]:
    """Path and Markdown of each."""
    review = templates.review
    for old, claim_id in _former_ids(review).items():
        yield f"claims/{old}.md", _moved(templates, old, claim_id)
    for claim_id, tombstone in review.withdrawn.items():
        yield from _withdrawn(templates, claim_id, tombstone)


def _former_ids(review: Review) -> dict[str, str]:
    """Each id that a claim had before to the one that it has."""
    owners: list[tuple[str, Claim | Tombstone]] = [*review.claims.items(), *review.withdrawn.items()]
    return {old: owner for owner, claim in owners for old in filter(str.islower, claim.formerly)}


def _moved(templates: Templates, old: str, claim_id: str) -> str:
    """A page that leads to another at once, and says so where a browser does not follow."""
    review, t = templates.review, labels(templates.language)
    owner = review.claims.get(claim_id) or review.withdrawn[claim_id]
    gone = t["withdrawn_title"] if isinstance(owner, Tombstone) else ""
    title, there = f"{gone}{owner.title[templates.language]}", f"../{claim_id}/"
    note = Note(t["moved"], there, f"{owner.code} {title}")
    head = page_head(templates, f"claims/{old}/", title, t["moved"], canonical=f"claims/{claim_id}/")
    refresh = Markup('<meta http-equiv="refresh" content="0; url={}">\n').format(there)
    return templates.page(title, t["moved"], notes_of(templates, [note]), head + refresh)


def _withdrawn(templates: Templates, claim_id: str, tombstone: Tombstone) -> Iterator[tuple[str, str]]:
    """What stands where the claim stood: that it was withdrawn, why, what to read instead, and what it said last."""
    language, versions = templates.language, templates.review.published(claim_id)
    live, withdrawn = f"claims/{claim_id}/", labels(language)["withdrawn_title"]
    notes = notes_of(templates, list(_told(templates, tombstone, versions)))
    if versions:
        newest = versions[max(versions)][1]
        yield f"claims/{claim_id}.md", kept_page(templates, newest, notes, Place(live), withdrawn, LIVE)
    else:
        title, reason = f"{withdrawn}{tombstone.title[language]}", tombstone.withdrawn.reason[language]
        yield f"claims/{claim_id}.md", templates.page(title, reason, notes, page_head(templates, live, title, reason))
    for number, (home, one) in versions.items():
        above = [*_told(templates, tombstone, {}, back="../"), *corrections(templates, tombstone, number)]
        place = place_of(claim_id, number, versions, is_old=True)
        yield f"claims/{home}/v{number}.md", kept_page(templates, one, notes_of(templates, above), place, withdrawn)


def _told(templates: Templates, tombstone: Tombstone, versions: Versions, back: str = "") -> Iterator[Note]:
    """That a claim was withdrawn, with the claim that replaces it, and the versions that there were; `back` leads a level up."""
    t, language, review = labels(templates.language), templates.language, templates.review
    withdrawn = tombstone.withdrawn
    yield Note(f"{t['withdrawn_on'].format(date=write_date(withdrawn.date, language))} {withdrawn.reason[language]}")
    if withdrawn.replaced_by:
        other = review.claims.get(withdrawn.replaced_by) or review.withdrawn[withdrawn.replaced_by]
        yield Note(t["withdrawn_instead"], f"../{back}{withdrawn.replaced_by}/", f"{other.code} {other.title[language]}")
    for number, (home, one) in sorted(versions.items(), reverse=True):
        link = f"{edition(number, language)} ({write_date(one.facts.date, language)})"
        yield Note(t["withdrawn_said"], f"../{home}/v{number}/", link)
