"""What a reference leaves out and the registries know. What it says already is never touched: it was confirmed, they were not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.records.langid import NAMES as LANGUAGE_NAMES
from tools.records.pages import one_form
from tools.records.sources import Reference
from tools.text.messages import Message, say
from tools.verify import doi as agencies
from tools.verify import pubmed
from tools.verify.compare import compare
from tools.verify.entry import plain_value, written_name
from tools.verify.find import find, same_journal
from tools.verify.names import fold, is_latin
from tools.verify.notices import asked
from tools.verify.web import NoAnswer, Web
from tools.verify.work import Work, gravest, notice_name

# What can be filled in, in the order in which it is; what only an article has.
FIELDS = ("author", "journal", "year", "volume", "number", "pages", "doi", "pmid", "langid", "funding", "notice", "noticechecked")
_OF_ARTICLES = {"journal", "volume", "number", "pages"}
_FOUND_BY_TITLE = {"article", "incollection", "book"}
_CODES = {"jpn": "ja", "chi": "zh", "kor": "ko"}


@dataclass(frozen=True)
class Filled:
    """A field that can be filled in: with what, and from where."""

    field: str
    value: str
    service: str
    page: str


@dataclass(frozen=True)
class Left:
    """A field, or a registry, that was left alone, and why. `unanswered`: since it did not answer."""

    field: str
    message: Message
    unanswered: bool = False


def complete(key: str, reference: Reference, web: Web) -> tuple[list[Filled], list[Left]]:
    """What the registries know of a reference beyond what it says, and what was left alone."""
    missing = list(_missing(reference))
    if not missing:
        return [], []
    left: list[Left] = []
    works = [work for work in _works(reference, web, left) if _is_that(key, reference, work, left)]
    filled = []
    for field in missing:
        told = _propose(field, reference, works)
        if isinstance(told, Filled):
            filled.append(told)
        elif told:
            left.append(Left(field, told))
    return filled, left


def _missing(reference: Reference) -> Iterator[str]:
    for field in FIELDS:
        if field in _OF_ARTICLES and reference.type != "article":
            continue
        if not getattr(reference, field) or (field == "author" and reference.et_al):
            yield field


def _works(reference: Reference, web: Web, left: list[Left]) -> list[Work]:
    """What the registries have: by the identifiers of the reference, or by its title where it has none."""
    if not reference.doi and not reference.pmid:
        return _by_title(reference, web, left)
    works: list[Work | None] = []
    doi, pmid = reference.doi, reference.pmid
    try:
        works.append(pubmed.by_pmid(web, pmid) if pmid else pubmed.with_doi(web, doi or ""))
    except NoAnswer as error:
        left.append(_unanswered("pmid", pmid or doi or "", error))
    doi = doi or next((work.doi for work in works if work and work.doi), None)
    try:
        works.insert(0, agencies.by_doi(web, doi) if doi else None)
    except NoAnswer as error:
        left.append(_unanswered("doi", doi or "", error))
    return [work for work in works if work]


def _by_title(reference: Reference, web: Web, left: list[Left]) -> list[Work]:
    if reference.type not in _FOUND_BY_TITLE:
        return []
    try:
        works, why = find(reference, web)
        doi = next((work.doi for work in works if work.doi), "")
        second = pubmed.with_doi(web, doi) if doi and not any(work.pmid for work in works) else None
    except NoAnswer as error:
        left.append(_unanswered("title", reference.title, error))
        return []
    if why:
        left.append(Left("title", why))
    return [*works, *filter(None, [second])]


def _unanswered(field: str, value: str, error: NoAnswer) -> Left:
    return Left(field, say("complete-open.unanswered", value=value, why=error.message), unanswered=True)


def _is_that(key: str, reference: Reference, work: Work, left: list[Left]) -> bool:
    """Whether a registry describes the source itself; what it says of another work is not taken over."""
    findings = list(compare(reference, work))
    titles = [finding.state for finding in findings if finding.field == "title"]
    other = any(finding.state == "differs" for finding in findings) or titles != ["same"]
    if reference.doi and work.doi and work.doi.casefold() != reference.doi.casefold():
        other = True
    if other:
        title = work.titles[0] if work.titles else "?"
        left.append(Left("title", say("complete-open.other", service=work.service, title=title, key=key, page=work.page)))
    return not other


def _propose(field: str, reference: Reference, works: list[Work]) -> Filled | Message | None:
    """What to fill in; why not; or None where nobody says anything."""
    if field in ("notice", "noticechecked"):
        return _notice(works) if field == "notice" else _looked_for_notices(works)
    told = [(value, work) for work in works if (value := _VALUES[field](work, reference))]
    if not told:
        return None
    value, work = told[0]
    for other, second in told[1:]:
        if not _ALIKE.get(field, str.__eq__)(value, other):
            return say(
                "complete-open.disagree", field=field, service=work.service, value=value, other=second.service, theirs=other
            )
    if field == "author" and not _goes_on(reference, work):
        return say("complete-open.authors", service=work.service, count=len(work.authors), page=work.page)
    return Filled(field, value, _services(one for _, one in told), work.page)


def _goes_on(reference: Reference, work: Work) -> bool:
    """Whether a list of authors begins with those on record, and has more of them."""
    known, theirs = _families(reference), [fold(author.family) for author in work.authors]
    return theirs[: len(known)] == known and len(theirs) > len(known)


def _families(one: Reference | Work) -> list[str]:
    return [fold(author.family) for author in (one.author if isinstance(one, Reference) else one.authors)]


def _language(work: Work, reference: Reference) -> str:
    """Only where the title is in that language's script: registries give `en` where nobody told them anything."""
    code = _CODES.get(work.language, work.language[:2])
    return LANGUAGE_NAMES[code][0] if code in _CODES.values() and not is_latin(reference.title) else ""


def _notice(works: list[Work]) -> Filled | Message | None:
    """The gravest that any registry knows, with its earliest day; a milder one never stands for it."""
    worst = gravest({kind: True for work in works for kind in work.notices})
    telling = [work for work in works if worst in work.notices]
    if not telling:
        return None
    days = [day for work in telling if (day := work.notices[worst])]
    if not days:
        return say("complete-open.notice", service=telling[0].service, notice=notice_name(worst), page=telling[0].page)
    return Filled("notice", f"{worst}, {min(days)}", _services(telling), telling[0].page)


def _looked_for_notices(works: list[Work]) -> Filled | None:
    services = dict(asked(works))
    telling = [work for work in works if work.service in services]
    if not telling:
        return None
    looked = f"{min(work.day for work in telling)} {' '.join(work.page for work in telling)}"
    return Filled("noticechecked", looked, _services(telling), telling[0].page)


def _services(works: Iterable[Work]) -> str:
    return " / ".join(work.service for work in works)


_VALUES: Mapping[str, Callable[[Work, Reference], str]] = {
    "author": lambda work, _: " and ".join(map(written_name, work.authors)),
    "journal": lambda work, _: plain_value(work.journal),
    "year": lambda work, _: str(work.year or ""),
    "volume": lambda work, _: plain_value(work.volume),
    "number": lambda work, _: plain_value(work.number),
    "pages": lambda work, _: one_form(plain_value(work.pages)),
    "doi": lambda work, _: work.doi,
    "pmid": lambda work, _: work.pmid,
    "langid": _language,
    "funding": lambda work, _: (
        f"as deposited with {work.service}: {plain_value('; '.join(work.funders))}" if work.funders else ""
    ),
}
# When two registries say the same; what they say of money is never the same, and each is as good as the other.
_ALIKE: Mapping[str, Callable[[str, str], bool]] = {
    "author": lambda one, other: _names(one) == _names(other),
    "journal": same_journal,
    "doi": lambda one, other: one.casefold() == other.casefold(),
    "funding": lambda one, other: True,
}


def _names(authors: str) -> list[str]:
    return [fold(name.partition(",")[0].strip("{}")) for name in authors.split(" and ")]
