"""Files → Review and problems. Never raises for a contributor's mistake: a record that cannot be read is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from tools.records.archive import read_archive
from tools.records.beside import (
    ARTICLE,
    ASSETS,
    CLAIMS,
    DOCS,
    REFERENCES,
    SEARCHES,
    VOCABULARY,
    files_beside,
    is_bibliography,
    is_claim,
    is_page,
)
from tools.records.bibtex import read_bibtex
from tools.records.by_id import by_id
from tools.records.claim import Claim, Review
from tools.records.explain import validate
from tools.records.handwritten import Page, read_page
from tools.records.once import once
from tools.records.problem import Problem, Source, bad_characters
from tools.records.said_once import each_its_own
from tools.records.sources import Article, Reference, Search
from tools.records.tombstone import Tombstone
from tools.records.unread import Mark, Unread
from tools.records.vocabulary import Vocabulary
from tools.records.words import KEY_PATTERN, LANGUAGES, Language
from tools.records.yamlfile import read_yaml
from tools.text.characters import without_unshown
from tools.text.messages import Message, say

# The marks of git, wherever a formatter put them. Seven `=` may underline a heading of a page, and are nothing else in a record.
_CONFLICT = re.compile(r"(?<![<>|=])(?:<{7}|>{7}|\|{7})(?= \S|\r?$)", re.MULTILINE)
_CONFLICT_IN_RECORDS = re.compile(rf"{_CONFLICT.pattern}|^[ \t]*={{7}}\r?$", re.MULTILINE)
T = TypeVar("T")


class _Loader:
    """Collects the records of one root, and every problem met on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.unread: set[Mark] = set()

    def review(self) -> Review | None:
        for problem, mark in files_beside(self.root):
            self.problems.append(problem)
            self.unread |= {mark} if mark else set()
        vocabulary = self._record(VOCABULARY, "vocabulary", Vocabulary)
        article = self._record(ARTICLE, "article", Article)
        searches = self._record(SEARCHES, "searches", dict[str, Search])
        if searches is None:
            self.unread.add(("search", ""))
        claims = self._claims()
        references = self._references()
        pages = {language: self._pages(language) for language in LANGUAGES}
        archive, problems = read_archive(self.root)
        self.sources |= {f"archive:{claim_id}": Source(f"{CLAIMS}/archive/{claim_id}", {}) for claim_id in archive}
        self.problems += problems
        if article is None or vocabulary is None:
            return None
        standing = {claim_id: claim for claim_id, claim in claims.items() if isinstance(claim, Claim)}
        withdrawn = {claim_id: claim for claim_id, claim in claims.items() if isinstance(claim, Tombstone)}
        standing, withdrawn = by_id(standing, withdrawn)
        return Review(
            article=article,
            vocabulary=vocabulary,
            claims=standing,
            withdrawn=withdrawn,
            references=references,
            searches=searches or {},
            pages=pages,
            archive=archive,
            assets=frozenset(file.relative_to(self.root / DOCS).as_posix() for file in (self.root / ASSETS).rglob("*")),
            sources=self.sources,
            unread=Unread(frozenset(self.unread)),
        )

    def _text(self, path: str) -> str | None:
        """The text of a file; None where it cannot be read, which is a problem then."""
        try:
            text = (self.root / path).read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self.problems.append(Problem(path, 1, self._missing(path)))
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.problems.append(Problem(path, line, say("not-utf8", byte=f"0x{error.object[error.start]:02X}")))
        except OSError as error:
            self.problems.append(Problem(path, 1, say("missing-file.unreadable", reason=error.strerror)))
        else:
            self.problems += (bad := list(bad_characters(path, text)))
            text = without_unshown(text) if bad else text  # so that nothing else is reported because of them
            marks = _CONFLICT if path.endswith(".md") else _CONFLICT_IN_RECORDS
            mark = marks.search(text) if any(7 * sign in text for sign in "<>|=") else None
            if mark is None:
                return text
            line = text.count("\n", 0, mark.start()) + 1
            self.problems.append(Problem(path, line, say("merge-conflict", mark=mark[0].strip())))
        return None

    def _missing(self, path: str) -> Message:
        """What to say of a file that is not there: that it has another name, perhaps."""
        wanted = self.root / path
        beside = sorted(wanted.parent.glob("*")) if wanted.parent.is_dir() else []
        close = [file.name for file in beside if file.name.partition(".")[0].lower() == wanted.stem]
        return say("missing-file.other-name", found=close[0], name=wanted.name) if close else say("missing-file")

    def _record(self, path: str, name: str, model: type[T]) -> T | None:
        text = self._text(path)
        if text is None:
            return None
        record, source, problems = _read_record(path, text, model)
        self.problems += problems
        if source:
            self.sources[name] = source
        return record

    def _claims(self) -> dict[str, Claim | Tombstone]:
        """Id to claim, withdrawn or not, in the order of their codes."""
        claims: dict[str, Claim | Tombstone] = {}
        for path in self._claim_files():
            claim_id = Path(path).stem
            if f"claim:{claim_id}" in self.sources:
                other = self.sources[f"claim:{claim_id}"].path
                self.problems.append(Problem(path, 1, say("duplicate-id", id=claim_id, path=other)))
                self.unread.add(("claim", path))
            elif claim := self._claim(path, claim_id):
                claims[claim_id] = claim
        return dict(sorted(claims.items(), key=lambda item: (item[1].code, item[0])))

    def _claim_files(self) -> Iterator[str]:
        """The claims, frozen versions left out."""
        paths = (file.relative_to(self.root).as_posix() for file in sorted((self.root / CLAIMS).rglob("*.yml")))
        return (path for path in paths if is_claim(path) and not path.startswith(f"{CLAIMS}/archive/"))

    def _claim(self, path: str, claim_id: str) -> Claim | Tombstone | None:
        text = self._text(path)
        claim, source, problems = _read_claim(path, text, claim_id) if text is not None else (None, Source(path, {}), [])
        self.sources[f"claim:{claim_id}"] = source
        self.problems += problems
        if claim is None:
            self.unread.add(("claim", claim_id))
        return claim

    def _references(self) -> dict[str, Reference]:
        references: dict[str, Reference] = {}
        for file in filter(lambda file: is_bibliography(file.name), sorted((self.root / REFERENCES).glob("*.bib"))):
            path = file.relative_to(self.root).as_posix()
            text = self._text(path)
            if text is None:
                self.unread.add(("reference", ""))
                continue
            found, problems = _read_references(path, text)
            self.problems += problems
            for key, (reference, source) in found.items():
                name = file.stem if len(found) == 1 and re.search(r"[0-9]{4}", file.stem) else key
                if self._is_read(key, source, name) and reference:
                    references[key] = reference
                elif key not in references:
                    self.unread.add(("reference", key))
        return references

    def _is_read(self, key: str, source: Source, name: str) -> bool:
        """Whether an entry can be named: its key has the form of one and is there once; `name` is what its file calls it."""
        if other := self.sources.get(f"reference:{key}"):
            self.problems.append(source.problem((), say("duplicate-key.other-file", key=key, path=other.path)))
        if other or not key:
            return False
        self.sources[f"reference:{key}"] = source
        if key != name:
            self.problems.append(Problem(source.path, 1, say("bad-file-name.key", name=f"{name}.bib", key=key)))
            self.unread.add(("reference", name))
        if re.match(KEY_PATTERN, key):
            return True
        self.problems.append(source.problem((), say("bad-key", key=key)))
        meant = re.sub("[^a-z0-9]", "", key.lower())  # under which the claims may name it
        self.unread.add(("reference", meant if re.match(KEY_PATTERN, meant) else key))
        return False

    def _pages(self, language: Language) -> dict[str, Page]:
        folder = self.root / DOCS / language
        pages: dict[str, Page] = {}
        for file in filter(lambda file: is_page(file.name), sorted(folder.glob("*.md"))):
            path = f"{DOCS}/{language}/{file.name}"
            page = self._page(path)
            if page is None:
                self.unread.add(("page", f"{language}/{file.name}"))
                continue
            pages[file.name] = page
            self.sources[f"page:{language}/{file.name}"] = Source(path, page.lines())
        return pages

    def _page(self, path: str) -> Page | None:
        text = self._text(path)
        if text is None:
            return None
        page, problems = read_page(path, text)
        self.problems += problems
        return page


_read_references = once(read_bibtex)


@once
def _read_record(path: str, text: str, model: type[T]) -> tuple[T | None, Source | None, list[Problem]]:
    document, problems = read_yaml(path, text)
    if document is None:
        return None, None, problems
    record, problems = validate(model, document.data, document.source)
    return record, document.source, problems


@once
def _read_claim(path: str, text: str, claim_id: str) -> tuple[Claim | Tombstone | None, Source, list[Problem]]:
    document, problems = read_yaml(path, text)
    if document is None:
        return None, Source(path, {}), problems
    # The file name is the id; an `id` inside the file is one fault, not also an unknown key.
    if isinstance(document.data, dict) and (written := document.data.pop("id", None)) is not None:
        problems = [*problems, document.source.problem(("id",), say("id-mismatch", written=str(written), id=claim_id))]
    model: type[Claim | Tombstone] = Claim
    if isinstance(document.data, dict) and "withdrawn" in document.data:
        model = Tombstone
    claim, faults = validate(model, document.data, document.source)
    if isinstance(claim, Claim):
        return *each_its_own(claim, document.source), [*problems, *faults]
    return claim, document.source, [*problems, *faults]


def load(root: Path) -> tuple[Review | None, list[Problem]]:
    """Read every record under `root`.

    Returns:
        The review, or None where the article or the vocabulary cannot be read; and every problem of form.
    """
    return (loader := _Loader(root)).review(), loader.problems
