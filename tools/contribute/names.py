"""A claim under another name, withdrawn, or put into another: the files that change, with all that is not named as it was. Pure.

An address that somebody may hold goes on to answer: the new record says what it was called, a withdrawn one says why.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from tools.records.beside import ARTICLE, DOCS
from tools.records.claim import Review
from tools.records.words import LANGUAGES, Language, Text
from tools.records.yamledit import added, appended, flow, renamed, replaced
from tools.text.labels import labels
from tools.text.pages import links

# Path of a file to what it says; None where it is no more.
Files = dict[str, str | None]
_LINKS = ("requires", "related", "also")


def rename(review: Review, texts: Mapping[str, str], claim_id: str, name: str, today: datetime.date) -> Files:
    """A claim under another id or, where `name` is one, another code. A version that was published is followed by another.

    Args:
        texts: path to text of every file of the review.
    """
    path, claim = review.sources[f"claim:{claim_id}"].path, review.claims[claim_id]
    is_code = name.isupper()
    old = claim.code if is_code else claim_id
    # A claim may be called again what it was called before.
    text = _with(texts[path], "formerly", [*(one for one in claim.formerly if one != name), old])
    if is_code:
        text = replaced(text, ("code",), name)
    if claim.version in review.published(claim_id):
        told = {lang: labels(lang)["renamed"].format(old=old, new=name) for lang in LANGUAGES}
        text = replaced(text, ("version",), claim.version + 1)
        text = appended(text, ("history",), {"version": claim.version + 1, "date": today.isoformat(), "change": told})
    if is_code:
        return {path: text, **_pages(review, texts, lambda page: page.replace(f"{{{{{old} ", f"{{{{{name} "))}
    there = path.removesuffix(f"{claim_id}.yml") + f"{name}.yml"
    return {**_relinked(review, texts, claim_id, name), path: None, there: text}


def withdraw(review: Review, claim_id: str, reason: Mapping[Language, str], other: str | None, today: datetime.date) -> Files:
    """A record that only says that its claim was withdrawn, why, and what is to be read instead."""
    path, claim = review.sources[f"claim:{claim_id}"].path, review.claims[claim_id]
    kept: dict[str, object] = {"code": claim.code, "title": _both(claim.title)}
    if claim.formerly:
        kept["formerly"] = list(claim.formerly)
    if claim.corrected:
        kept["corrected"] = [
            {"version": one.version, "date": one.date.isoformat(), "note": _both(one.note)} for one in claim.corrected
        ]
    lines = [f"{name}: {flow(value)}" for name, value in kept.items()]
    lines += ["withdrawn:", f"  date: {today.isoformat()}", f"  reason: {flow(dict(reason))}"]
    lines += [f"  replaced_by: {other}"] if other else []
    return {path: "\n".join(lines) + "\n"}


def merge(review: Review, texts: Mapping[str, str], claim_id: str, into: str, today: datetime.date) -> Files:
    """A claim withdrawn in favour of another, which is linked wherever the first one was."""
    other = review.claims[into]
    reason: dict[Language, str] = {
        language: labels(language)["merged"].format(code=other.code, title=other.title[language]) for language in LANGUAGES
    }
    relinked = _relinked(review, texts, claim_id, into)
    return {**relinked, **withdraw(review, claim_id, reason, into, today)}


def _relinked(review: Review, texts: Mapping[str, str], old: str, new: str) -> Files:
    """Every other file that names a claim, with another name for it; a list that names both names one."""
    changed: Files = {}
    for claim_id, claim in review.claims.items():
        path = review.sources[f"claim:{claim_id}"].path
        text = texts[path]
        for field in _LINKS if claim_id != old else ():
            names = getattr(claim, field)
            if old not in names:
                continue
            if new in names or claim_id == new:
                text = replaced(text, (field,), [name for name in names if name != old])
            else:
                text = replaced(text, (field, names.index(old)), new)
        changed |= {path: text} if text != texts[path] else {}
    for claim_id, tombstone in review.withdrawn.items():
        if tombstone.withdrawn.replaced_by == old:
            path = review.sources[f"claim:{claim_id}"].path
            changed[path] = replaced(texts[path], ("withdrawn", "replaced_by"), new)
    levels = review.article.plain_statement.levels
    if old in levels and new not in levels:
        changed[ARTICLE] = renamed(texts[ARTICLE], ("plain_statement", "levels", old), new)
    return {**changed, **_pages(review, texts, lambda page: _linked(page, old, new))}


def _linked(page: str, old: str, new: str) -> str:
    """A hand-written page whose links to a claim lead to another."""
    for at, target, _ in sorted(links(page), reverse=True):
        if target and target.partition("#")[0] == f"claims/{old}.md":
            start = page.index(target, at)
            page = page[:start] + target.replace(f"claims/{old}.md", f"claims/{new}.md", 1) + page[start + len(target) :]
    return page


def _pages(review: Review, texts: Mapping[str, str], change: Callable[[str], str]) -> Files:
    """The hand-written pages that a change touches."""
    paths = [f"{DOCS}/{language}/{name}" for language in LANGUAGES for name in review.pages[language]]
    return {path: now for path in paths if (now := change(texts[path])) != texts[path]}


def _with(text: str, field: str, names: list[object]) -> str:
    """A record with a list in a field, whether or not it has the field."""
    try:
        return replaced(text, (field,), names)
    except KeyError:
        return added(text, field, names, before="version")


def _both(text: Text) -> dict[str, str]:
    return {language: text[language] for language in LANGUAGES}
