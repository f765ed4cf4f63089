"""Files beside the records: where they lie or by their names they are none, and nobody would read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tools.records.config import config_faults
from tools.records.problem import Problem
from tools.records.unread import Mark
from tools.records.words import ID_PATTERN, LANGUAGES
from tools.text.messages import Message, say

CLAIMS = "claims"
REFERENCES = "references"
ARTICLE = "references/article.yml"
SEARCHES = "references/searches.yml"
DOCS = "docs"
ASSETS = "docs/assets"
# Folders of their own: frozen versions, and what was read in a source for an estimate.
_OTHERS = (f"{CLAIMS}/archive/", f"{REFERENCES}/reading/")
# What editors, file managers and git keep for themselves while they work; passed over. (`.new` is ours, while it is written.)
_OWN = re.compile(r"\.#.*|\..*\.sw[a-z]|\.~lock\..*#|\._.*|\.nfs.*|\..*\.new|\.DS_Store|\.git[a-z]*|Thumbs\.db|desktop\.ini")
_COPY = re.compile(
    r"#.*#|.*~|~\$.*|.*\.(?:bak|orig|rej|old|tmp|save|part|crdownload)|.*\bcopy\b.*|.*(?:コピー|の写し).*|.* \(\d+\)\..*"
    r"|.*[._](?:BACKUP|BASE|LOCAL|REMOTE)(?:_\d+)?\..*",
    re.IGNORECASE,
)
# Names of files that are read; a copy has none of them, as no space is in them.
_BIB = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.bib")
_PAGE = re.compile(r"[a-z0-9][a-z0-9_-]*\.md")
VOCABULARY = "vocabulary.yml"
_VOCABULARY = re.compile(r"vocabulary\b.*", re.IGNORECASE)
# Folders that were meant to be those of the records.
_FOLDERS = {
    "claim": CLAIMS,
    "claims": CLAIMS,
    "reference": REFERENCES,
    "references": REFERENCES,
    "refs": REFERENCES,
    "bib": REFERENCES,
}
_BIBTEX = re.compile(r"\.bib(?:tex|latex)?\b", re.IGNORECASE)


def files_beside(root: Path) -> Iterator[tuple[Problem, Mark | None]]:
    """Each file that nobody reads, as a problem, and what may be in it."""
    for path in _files(root):
        if message := _wrong(path, root):
            yield Problem(path, 1, message), _may_hold(path)
    yield from ((problem, None) for problem in config_faults(root))


def is_claim(path: str) -> bool:
    """True for the path of a claim, `claims/<id>.yml`, in a folder of its own or not."""
    name = path.rpartition("/")[2]
    plain = path.startswith(f"{CLAIMS}/") and name.endswith(".yml") and re.match(ID_PATTERN, name[:-4]) is not None
    return plain and not _COPY.fullmatch(name)


def is_bibliography(name: str) -> bool:
    """True for the name of a file of sources."""
    return _BIB.fullmatch(name) is not None and not _COPY.fullmatch(name)


def is_page(name: str) -> bool:
    """True for the name of a hand-written page."""
    return _PAGE.fullmatch(name) is not None and not _COPY.fullmatch(name)


def _files(root: Path) -> Iterator[str]:
    """What lies in the folders of the records, and BibTeX elsewhere."""
    for folder in (CLAIMS, REFERENCES, *(f"{DOCS}/{language}" for language in LANGUAGES)):
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            if not file.is_dir() and not path.startswith(_OTHERS) and not _OWN.fullmatch(file.name):
                yield path
    for file in sorted(root.iterdir()):
        if file.is_dir() and file.name not in (CLAIMS, REFERENCES) and file.name.casefold() in _FOLDERS:
            inside = sorted(file.rglob("*"))
            yield from (one.relative_to(root).as_posix() for one in inside if one.suffix in (".yml", ".yaml", ".bib"))
        elif file.is_file() and _is_stray(file.name):
            yield file.name
    # A folder of pages in a language that the site does not have.
    others = (file.relative_to(root).as_posix() for file in sorted((root / DOCS).glob("*/**/*.md")))
    yield from (path for path in others if path.split("/")[1] not in LANGUAGES)
    yield from (f"{DOCS}/{file.name}" for file in sorted((root / DOCS).glob("*")) if _BIBTEX.search(file.name))


def _is_stray(name: str) -> bool:
    """True for what belongs into a folder of the records, or is another vocabulary."""
    another = _VOCABULARY.fullmatch(name) is not None and name != VOCABULARY
    return another or _BIBTEX.search(name) is not None or f"{REFERENCES}/{name}" in (ARTICLE, SEARCHES)


def _wrong(path: str, root: Path) -> Message | None:
    """Why nobody reads a file; None for one that is read."""
    folder, _, name = path.rpartition("/")
    if is_claim(path) or _is_read(folder, name):
        return None
    shown = "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in name)
    if _COPY.fullmatch(name):
        return say("bad-file-name.copy", name=shown)
    if (first := path.split("/")[0]) not in (CLAIMS, REFERENCES) and first.casefold() in _FOLDERS:
        return say("bad-file-name.folder", name=path, folder=_FOLDERS[first.casefold()])
    if not folder and _VOCABULARY.fullmatch(name):
        return say("bad-file-name.vocabulary", name=shown) if (root / VOCABULARY).exists() else None
    if folder == REFERENCES and name.endswith(".bib") and not name.startswith("."):
        return say("bad-file-name.letters", name=shown, ending="bib")
    if folder.startswith(f"{DOCS}/") and folder.split("/")[1] not in LANGUAGES:
        return say("bad-file-name.language", name=path)
    if folder.startswith(f"{DOCS}/") and folder.count("/") == 1 and name.endswith(".md"):
        return say("bad-file-name.letters", name=shown, ending="md")
    if not folder and f"{REFERENCES}/{name}" in (ARTICLE, SEARCHES):
        return say("bad-file-name.folder", name=name, folder=REFERENCES)
    if _BIBTEX.search(name):
        right = re.sub(r"\.bib.*", ".bib", name, flags=re.IGNORECASE)
        return say("bad-file-name.references", name=shown, right=f"{REFERENCES}/{right}")
    if folder.startswith(CLAIMS):
        return say("bad-file-name", name=shown)
    if folder.startswith(DOCS):
        return say("bad-file-name.page", name=name, folder="/".join(path.split("/")[:2]))
    meant = f"{REFERENCES}/{name.partition('.')[0].lower()}.yml"
    if meant in (ARTICLE, SEARCHES) and not (root / meant).exists():
        return None  # the missing file names it
    return say("bad-file-name.beside", name=name)


def _is_read(folder: str, name: str) -> bool:
    if name.startswith("."):
        return False
    if folder == REFERENCES:
        return is_bibliography(name) or f"{folder}/{name}" in (ARTICLE, SEARCHES)
    return folder in {f"{DOCS}/{language}" for language in LANGUAGES} and is_page(name)


def _may_hold(path: str) -> Mark | None:
    """Which records may be in a file that is not read; a copy holds none of its own."""
    name = path.rpartition("/")[2]
    if _COPY.fullmatch(name):
        return None
    if _BIBTEX.search(name):
        return ("reference", "")
    if path.startswith(f"{DOCS}/") and name.endswith(".md"):
        return ("page", path.removeprefix(f"{DOCS}/"))
    stem = name.partition(".")[0]
    return ("claim", stem if re.match(ID_PATTERN, stem) else "") if path.startswith(f"{CLAIMS}/") else None
