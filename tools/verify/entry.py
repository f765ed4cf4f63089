"""The BibTeX entry of a DOI or a PMID, as the registries tell it, in the shape of the files in `references/`.

What a registry cannot know (design, species …), and what it did not say, is left open and named in a comment under the entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from tools.records.authors import Author
from tools.records.identifiers import bare_doi, doi_address
from tools.text.deposits import as_text
from tools.text.messages import Message, say
from tools.verify import pubmed
from tools.verify.doi import by_doi
from tools.verify.names import fold
from tools.verify.titles import compare_titles, plain
from tools.verify.web import NoAnswer, Web
from tools.verify.work import Work, gravest

_TYPES = {
    "journal-article": "article", "article-journal": "article", "posted-content": "article", "proceedings-article": "article",
    "book": "book", "monograph": "book", "edited-book": "book", "book-chapter": "incollection", "chapter": "incollection",
    "report": "techreport", "dissertation": "phdthesis", "thesis": "phdthesis",
}  # fmt: skip
_FOR_PEOPLE = ("design", "species", "participants", "population")
_SMALL_WORDS = {
    "about", "after", "among", "between", "during", "from", "into", "over", "than", "that", "their", "these", "this", "through",
    "toward", "towards", "under", "using", "versus", "with", "without",
}  # fmt: skip


_PMID = re.compile(
    r"(?:https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|(?:pmid|pubmed):?\s*)?([1-9][0-9]{0,7})/?(?:[?#].*)?",
    re.IGNORECASE,
)


class NotKnown(Exception):
    """No registry knows the identifier, or it is none. `message` says which and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text("en"))
        self.message = message


def entry_from_doi(doi: str, web: Web, taken: Collection[str] = ()) -> str:
    """The entry of a DOI, from its agency, with PubMed's number and notices where PubMed has the paper.

    Args:
        doi: bare, or in an address, such as a browser shows.
        web: from `open_web`.
        taken: keys that are in use.

    Raises:
        NotKnown: no agency knows it.
        NoAnswer: the agency could not be asked.
    """
    bare = bare_doi(doi)
    if not bare:
        raise NotKnown(say("command.no-doi", doi=doi))
    work = by_doi(web, bare)
    if work is None:
        raise NotKnown(say("command.unknown-doi", doi=bare))
    return _entry(*_seconded(replace(work, doi=bare), "PubMed", lambda: pubmed.with_doi(web, bare)), taken)


def entry_from_pmid(pmid: str, web: Web, taken: Collection[str] = ()) -> str:
    """The entry of a PMID, from PubMed, with the notices of its DOI's agency.

    Args, raises: as for `entry_from_doi`.
    """
    found = _PMID.fullmatch(pmid.strip())
    if not found:
        raise NotKnown(say("command.no-pmid", pmid=pmid))
    work = pubmed.by_pmid(web, found[1])
    if work is None:
        raise NotKnown(say("command.unknown-pmid", pmid=found[1]))
    ask = (lambda: by_doi(web, work.doi)) if work.doi else (lambda: None)
    return _entry(*_seconded(work, "the DOI’s agency", ask), taken)


def _seconded(work: Work, who: str, ask: Callable[[], Work | None]) -> tuple[Work, list[Work], list[str]]:
    """The work with what another registry adds, all that were heard, and remarks on what they do not agree on."""
    try:
        other = ask()
    except NoAnswer as error:
        return work, [work], [f"{who} could not be asked: {error}"]
    if other is None:
        return work, [work], []
    if other.titles and work.titles and compare_titles(work.titles, other.titles).state == "differs":
        return work, [work], [f"{other.service} has another title for it: {other.titles[0]}"]
    blank = {name: value for name in ("pmid", "doi", "journal", "volume", "number", "pages", "year", "authors")
             if not getattr(work, name) and (value := getattr(other, name))}  # fmt: skip
    years = work.years | other.years
    remarks = [f"the years of print and online are {' and '.join(map(str, sorted(years)))}"] if len(years) > 1 else []
    return replace(work, **blank), [work, other], remarks


def _entry(work: Work, heard: list[Work], remarks: list[str], taken: Collection[str]) -> str:
    key = _key(work, taken)
    kind = "article" if work.service == "PubMed" else _TYPES.get(next(iter(work.kinds), ""), "misc")
    told = {notice: day for one in heard for notice, day in one.notices.items()}
    worst = gravest(told)
    day = next((one.notices[worst] for one in heard if one.notices.get(worst)), None) if worst else None
    if worst and day is None:
        remarks = [*remarks, f"notice: {worst}, its date is not told"]
    looked = [one.page if one.service == "PubMed" else doi_address(one.doi) for one in heard]
    telling = [page for one, page in zip(heard, looked, strict=True) if one.service in ("Crossref", "PubMed")]
    fields = {
        "title": work.titles[0] if work.titles else "",
        "titleen": work.title_en if work.titles and work.title_en != work.titles[0] else "",
        "author": " and ".join(map(written_name, work.authors)),
        "journal": work.journal,
        "publisher": work.publisher if kind in ("book", "incollection", "techreport") else "",
        "year": str(work.year or ""),
        "volume": work.volume,
        "number": work.number,
        "pages": work.pages,
        "doi": work.doi,
        "pmid": work.pmid,
        "notice": f"{worst}, {day}" if day else "",
        "checked": f"{work.day} {' '.join(looked)}",
        "noticechecked": f"{work.day} {' '.join(telling)}" if telling else "",
    }
    missing = [
        name for name in ("title", "author", "year", "journal") if not fields[name] and (name, kind) != ("journal", "misc")
    ]
    width = max(len(name) for name, value in fields.items() if value)
    lines = [
        f"  {name:<{width}} = {{{value if name in ('author', 'doi') else plain_value(value)}}},\n"
        for name, value in fields.items()
        if value
    ]
    kinds = "; ".join(f"{one.service} calls it {', '.join(one.kinds)}" for one in heard if one.kinds)
    open_ = ", ".join([*missing, *_FOR_PEOPLE, "funding"])
    notes = ". ".join(filter(None, [f"Left open: {open_}", kinds, *remarks]))
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n@comment{{{key}: {plain_value(notes)}.}}\n"


def _key(work: Work, taken: Collection[str]) -> str:
    """surnameYEARword: the first author, and the first word of the title that says something and makes the key a new one."""
    spelled = [re.sub("[^a-z]", "", fold(author.family)) for author in (*work.authors[:1], *work.aliases)]
    surname = next(filter(None, spelled), "anon")
    title = next((title for title in (*work.titles, work.title_en) if re.search("[A-Za-z]{4}", title)), "")
    words = [word for word in plain(title).split() if re.fullmatch("[a-z0-9]{4,}", word) and word not in _SMALL_WORDS]
    stem = f"{surname}{work.year or '0000'}"
    free = (f"{stem}{word}" for word in [*words, *(f"paper{number}" for number in range(1, len(taken) + 2))])
    return next(key for key in free if key not in taken)


def written_name(author: Author) -> str:
    """A name in which braces keep what is one: a group, and a family name of several words."""
    family = plain_value(author.family)
    kept = f"{{{family}}}" if " " in family or not author.given else family
    return ", ".join(filter(None, (kept, author.suffix, plain_value(author.given))))


def plain_value(value: str) -> str:
    """Without markup, and without braces: they would end the field."""
    return re.sub(r"[{}]", "", as_text(value))
