"""`claims/archive/<id>/`: what each published version of a claim said, and the hashes that hold it to that.

A version is three files, `v1.yml` (its facts) and `v1.ja.md`, `v1.en.md` (the content of its page, as it was rendered), listed
in `SHA256SUMS` in the form that `sha256sum --check` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.files import digest
from tools.records.explain import validate
from tools.records.frozen import Frozen, FrozenVersion
from tools.records.problem import Problem
from tools.records.words import LANGUAGES
from tools.records.yamlfile import read_yaml
from tools.text.messages import say

FOLDER = "claims/archive"
SUMS = "SHA256SUMS"
_FACTS = re.compile(r"^v([1-9][0-9]*)\.yml$")


def read_archive(root: Path) -> tuple[dict[str, dict[int, FrozenVersion]], list[Problem]]:
    """Every frozen version under `root`, and every file of it that is not as it was frozen."""
    found: dict[str, dict[int, FrozenVersion]] = {}
    problems: list[Problem] = []
    base = root / FOLDER
    for folder in sorted(path for path in base.iterdir() if path.is_dir()) if base.is_dir() else ():
        texts = {file.name: file.read_bytes().decode(errors="replace") for file in sorted(folder.iterdir()) if file.is_file()}
        place = f"{FOLDER}/{folder.name}"
        spoiled = {problem.path: problem for problem in _hash_problems(place, texts)}
        problems += spoiled.values()
        versions, faults = _versions(place, {name: text for name, text in texts.items() if f"{place}/{name}" not in spoiled})
        problems += faults
        found[folder.name] = versions
    return found, problems


def _hash_problems(place: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    listed = {name: sum_ for sum_, mark, name in (line.partition("  ") for line in texts.get(SUMS, "").splitlines()) if mark}
    for name, text in texts.items():
        if name == SUMS:
            continue
        if name not in listed:
            yield Problem(f"{place}/{name}", 1, say("frozen-version.unlisted", name=name, sums=SUMS))
        elif digest(text) != listed[name]:
            yield Problem(f"{place}/{name}", 1, say("frozen-version.changed"))
    for name in sorted(listed.keys() - texts.keys()):
        yield Problem(f"{place}/{name}", 1, say("frozen-version.file-gone"))


def _versions(place: str, texts: Mapping[str, str]) -> tuple[dict[int, FrozenVersion], list[Problem]]:
    found: dict[int, FrozenVersion] = {}
    problems: list[Problem] = []
    for name, text in texts.items():
        match = _FACTS.match(name)
        if not match:
            continue
        document, faults = read_yaml(f"{place}/{name}", text)
        problems += faults
        if document is None:
            continue
        facts, faults = validate(Frozen, document.data, document.source)
        problems += faults
        stem = name.removesuffix(".yml")
        content = {language: texts[f"{stem}.{language}.md"] for language in LANGUAGES if f"{stem}.{language}.md" in texts}
        if facts and content.keys() == set(LANGUAGES):
            found[int(match.group(1))] = FrozenVersion(facts, content)
    return dict(sorted(found.items())), problems
