"""`claims/archive/<id>/`: what each published version of a claim said, and the hashes that hold it to that.

A version is three files, `v1.yml` (its facts) and `v1.ja.md`, `v1.en.md` (the content of its page, as it was rendered), listed
in `SHA256SUMS` in the form that `sha256sum --check` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.files import digest
from tools.records.claim import Review
from tools.records.explain import validate
from tools.records.frozen import Frozen, FrozenVersion
from tools.records.problem import Problem
from tools.records.words import LANGUAGES
from tools.records.yamlfile import read_yaml

FOLDER = "claims/archive"
SUMS = "SHA256SUMS"
_FACTS = re.compile(r"^v([1-9][0-9]*)\.yml$")
_RESTORE = "Restore it from git; what is to be said otherwise goes into a new version (`python -m tools release`)."


def read_archive(root: Path) -> tuple[dict[str, dict[int, FrozenVersion]], list[Problem]]:
    """Every frozen version under `root`, and every file of it that is not as it was frozen."""
    found: dict[str, dict[int, FrozenVersion]] = {}
    problems: list[Problem] = []
    base = root / FOLDER
    for folder in sorted(path for path in base.iterdir() if path.is_dir()) if base.is_dir() else ():
        texts = {file.name: file.read_bytes().decode(errors="replace") for file in sorted(folder.iterdir()) if file.is_file()}
        place = f"{FOLDER}/{folder.name}"
        problems += _hash_problems(place, texts)
        versions, faults = _versions(place, texts)
        problems += faults
        found[folder.name] = versions
    return found, problems


def _hash_problems(place: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    listed = dict(reversed(line.split("  ", 1)) for line in texts.get(SUMS, "").splitlines() if "  " in line)
    for name, text in texts.items():
        if name == SUMS:
            continue
        if name not in listed:
            yield Problem(
                f"{place}/{name}", 1, "frozen-version", f"`{name}` is not in {SUMS}. Remove it, or freeze with `release`."
            )
        elif digest(text) != listed[name]:
            yield Problem(f"{place}/{name}", 1, "frozen-version", f"A frozen version was changed. {_RESTORE}")
    for name in sorted(listed.keys() - texts.keys()):
        yield Problem(f"{place}/{name}", 1, "frozen-version", f"A file of a frozen version is gone. {_RESTORE}")


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


def frozen_versions_fit_their_claim(review: Review) -> Iterator[Problem]:
    """A published claim stays; its number is above its frozen versions, and its history names each of them."""
    for claim_id, versions in review.archive.items():
        claim = review.claims.get(claim_id)
        if claim is None:
            if f"claim:{claim_id}" not in review.sources:
                message = (
                    f"`{claim_id}` has frozen versions but no record. People have cited it: put `claims/{claim_id}.yml` back."
                )
                yield Problem(f"{FOLDER}/{claim_id}", 1, "frozen-version", message)
            continue
        source = review.sources[f"claim:{claim_id}"]
        newest = max(versions, default=0)
        if claim.version <= newest:
            message = f"`version` is {claim.version}, but version {newest} is frozen. Make it at least {newest + 1}."
            yield source.problem(("version",), "frozen-version", message)
        for version in sorted(versions.keys() - {revision.version for revision in claim.history}):
            message = f"Version {version} is frozen, but the history does not name it. Put its line back."
            yield source.problem(("history",), "frozen-version", message)


RULES = (frozen_versions_fit_their_claim,)
