"""Files → Review and problems. Never raises for a contributor's mistake: a record that cannot be read is left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from tools.records.archive import read_archive
from tools.records.bibtex import read_bibtex
from tools.records.claim import Claim, Review
from tools.records.explain import validate
from tools.records.problem import Problem, Source, control_characters
from tools.records.sources import Article, Search
from tools.records.vocabulary import Vocabulary
from tools.records.words import ID_PATTERN, KEY_PATTERN, LANGUAGES
from tools.records.yamlfile import read_yaml

CLAIMS = "claims"
REFERENCES = "references"
ARTICLE = "references/article.yml"
SEARCHES = "references/searches.yml"
VOCABULARY = "vocabulary.yml"
DOCS = "docs"

T = TypeVar("T")
R = TypeVar("R")


class _Loader:
    """Collects the records of one root, and every problem met on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}

    def review(self) -> Review | None:
        vocabulary = self._record(VOCABULARY, "vocabulary", Vocabulary)
        article = self._record(ARTICLE, "article", Article)
        searches = self._record(SEARCHES, "searches", dict[str, Search])
        claims = self._claims()
        references = self._references()
        pages = {language: self._pages(language) for language in LANGUAGES}
        archive, problems = read_archive(self.root)
        self.problems += problems
        if article is None or vocabulary is None:
            return None
        return Review(
            article=article,
            vocabulary=vocabulary,
            claims=dict(sorted(claims.items(), key=lambda item: (item[1].code, item[0]))),
            references=references,
            searches=searches or {},
            pages=pages,
            archive=archive,
            sources=self.sources,
        )

    def _text(self, path: str) -> str | None:
        file = self.root / path
        try:
            return file.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self.problems.append(Problem(path, 1, "missing-file", "The file does not exist. Create it."))
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = f"The byte 0x{error.object[error.start]:02X} is not UTF-8. Save the file as UTF-8."
            self.problems.append(Problem(path, line, "not-utf8", message))
        except OSError as error:
            self.problems.append(Problem(path, 1, "missing-file", f"The file cannot be read: {error.strerror}. Mend it."))
        return None

    def _record(self, path: str, name: str, model: type[T]) -> T | None:
        text = self._text(path)
        if text is None:
            return None
        record, source, problems = _read_record(path, text, model)
        self.problems += problems
        if source:
            self.sources[name] = source
        return record

    def _claims(self) -> dict[str, Claim]:
        claims: dict[str, Claim] = {}
        for path in self._claim_files():
            claim_id = Path(path).stem
            if claim_id in claims:
                message = f"The id `{claim_id}` is used by another file. Rename one of them."
                self.problems.append(Problem(path, 1, "duplicate-id", message))
            elif claim := self._claim(path, claim_id):
                claims[claim_id] = claim
        return claims

    def _claim_files(self) -> Iterator[str]:
        """The claims, frozen versions left out; a file that is no claim by its name is a problem."""
        folder = self.root / CLAIMS
        for file in sorted(folder.rglob("*")):
            path = file.relative_to(self.root).as_posix()
            if file.is_dir() or path.startswith(f"{CLAIMS}/archive/") or file.name.startswith("."):
                continue
            if file.suffix != ".yml" or not re.match(ID_PATTERN, file.stem):
                message = f"`{file.name}` is not the name of a claim. Name it `<id>.yml`, in lower case with hyphens."
                self.problems.append(Problem(path, 1, "bad-file-name", message))
            if file.suffix in (".yml", ".yaml"):
                yield path

    def _claim(self, path: str, claim_id: str) -> Claim | None:
        text = self._text(path)
        claim, source, problems = _read_claim(path, text, claim_id) if text is not None else (None, Source(path, {}), [])
        # A record that cannot be read still exists: rules must not take its sentences and sources for forgotten.
        self.sources[f"claim:{claim_id}"] = source
        self.problems += problems
        return claim

    def _references(self) -> dict[str, Any]:
        references: dict[str, Any] = {}
        for file in sorted((self.root / REFERENCES).glob("*.bib")):
            path = file.relative_to(self.root).as_posix()
            text = self._text(path)
            if text is None:
                continue
            found, problems = _read_references(path, text)
            self.problems += [*control_characters(path, text), *problems]
            for key, (reference, source) in found.items():
                if f"reference:{key}" in self.sources:
                    message = f"The key `{key}` is used in `{self.sources[f'reference:{key}'].path}` too. Keep one entry."
                    self.problems.append(source.problem((), "duplicate-key", message))
                    continue
                if not re.match(KEY_PATTERN, key):
                    message = f"`{key}` is not a key. Form it as surnameYEARword, in lower case."
                    self.problems.append(source.problem((), "bad-key", message))
                self.sources[f"reference:{key}"] = source  # an entry with a fault still exists: naming it is no second fault
                if reference:
                    references[key] = reference
        return references

    def _pages(self, language: str) -> dict[str, str]:
        folder = self.root / DOCS / language
        paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
        texts = {path.name: self._text(path.relative_to(self.root).as_posix()) for path in paths}
        pages = {name: text for name, text in texts.items() if text is not None}
        for name, text in pages.items():
            self.problems += control_characters(f"{DOCS}/{language}/{name}", text)
        return pages


def _once(read: Callable[..., R]) -> Callable[..., R]:
    """A preview loads a review again and again: a file whose text is the same is not parsed again."""
    known: dict[tuple[object, ...], tuple[bytes, R]] = {}

    def reading(path: str, text: str, *more: object) -> R:
        digest = hashlib.sha256(text.encode()).digest()
        held = known.get((path, *more))
        if held is None or held[0] != digest:
            held = known[path, *more] = digest, read(path, text, *more)
        return held[1]

    return reading


_read_references = _once(read_bibtex)


@_once
def _read_record(path: str, text: str, model: type[T]) -> tuple[T | None, Source | None, list[Problem]]:
    document, problems = read_yaml(path, text)
    if document is None:
        return None, None, problems
    record, problems = validate(model, document.data, document.source)
    return record, document.source, problems


@_once
def _read_claim(path: str, text: str, claim_id: str) -> tuple[Claim | None, Source, list[Problem]]:
    document, problems = read_yaml(path, text)
    if document is None:
        return None, Source(path, {}), problems
    # The file name is the id; an `id` inside the file is one fault, not also an unknown key.
    if isinstance(document.data, dict) and (written := document.data.pop("id", None)) is not None:
        message = f"`id` is `{written}`, but the file name makes it `{claim_id}`. Remove `id`, or rename the file."
        problems = [*problems, document.source.problem(("id",), "id-mismatch", message)]
    claim, faults = validate(Claim, document.data, document.source)
    return claim, document.source, [*problems, *faults]


def load(root: Path) -> tuple[Review | None, list[Problem]]:
    """Read every record under `root`.

    Returns:
        The review, or None where the article or the vocabulary cannot be read; and every problem of form.
    """
    loader = _Loader(root)
    return loader.review(), loader.problems
