"""`claims/archive/<id>/`: what each published version of a claim said, and the hashes that hold it to that.

A version is its facts (`v1.yml`), its pages (`v1.ja.md`, and the head of it, `v1.ja.html`) and the files that they offer, as they
were published; `v1.sha256` lists them in the form that `sha256sum --check` reads. Nothing of it is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from tools.files import digest
from tools.records.claim import Claim
from tools.records.explain import validate
from tools.records.frozen import Frozen, FrozenVersion
from tools.records.problem import Problem
from tools.records.words import LANGUAGES
from tools.records.yamlfile import read_yaml
from tools.text.messages import say

FOLDER = "claims/archive"
FACTS, SUMS = "yml", "sha256"
_NAME = re.compile(r"v([1-9][0-9]*)\.([a-z0-9.]+)")
_NEEDED = frozenset({FACTS, *(f"{language}.{ending}" for language in LANGUAGES for ending in ("md", "html"))})
# What may still be written into the record of a published version: it says nothing of the evidence.
_LATER = frozenset({"version", "formerly", "corrected"})


def record_of(claim: Claim) -> dict[str, Any]:
    """A record as plain data, without what it leaves out: for comparing it with what was published."""
    plain: dict[str, Any] = _adapter().dump_python(claim, mode="json", exclude_defaults=True, by_alias=True)
    return {name: value for name, value in plain.items() if name not in _LATER}


def written(facts: Frozen) -> str:
    """The text of `v<N>.yml`."""
    plain = TypeAdapter(Frozen).dump_python(facts, mode="json")
    return yaml.dump(plain, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)


def sums(files: Mapping[str, str]) -> str:
    """The text of `v<N>.sha256`: a line for each file, by its name."""
    return "".join(f"{digest(text)}  {name}\n" for name, text in files.items())


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
    lists = {name: text for name, text in texts.items() if name.endswith(f".{SUMS}")}
    lines = (line.partition("  ") for text in lists.values() for line in text.splitlines())
    listed = {name: digest_ for digest_, mark, name in lines if mark}
    for name, text in texts.items():
        if name in lists:
            continue
        if name not in listed:
            yield Problem(f"{place}/{name}", 1, say("frozen-version.unlisted", name=name))
        elif digest(text) != listed[name]:
            yield Problem(f"{place}/{name}", 1, say("frozen-version.changed"))
    for name in sorted(listed.keys() - texts.keys()):
        yield Problem(f"{place}/{name}", 1, say("frozen-version.file-gone"))


def _versions(place: str, texts: Mapping[str, str]) -> tuple[dict[int, FrozenVersion], list[Problem]]:
    files: dict[int, dict[str, str]] = {}
    for name, text in texts.items():
        if match := _NAME.fullmatch(name):
            files.setdefault(int(match[1]), {})[match[2]] = text
    found: dict[int, FrozenVersion] = {}
    problems: list[Problem] = []
    for version, held in sorted(files.items()):
        if FACTS not in held:
            continue
        facts, faults = _facts(f"{place}/v{version}.{FACTS}", held.pop(FACTS))
        problems += faults
        if facts and {FACTS, *held} >= _NEEDED:
            found[version] = FrozenVersion(facts, {name: text for name, text in held.items() if name != SUMS})
    return found, problems


def _facts(path: str, text: str) -> tuple[Frozen | None, list[Problem]]:
    document, problems = read_yaml(path, text)
    if document is None:
        return None, problems
    facts, faults = validate(Frozen, document.data, document.source)
    return facts, [*problems, *faults]


@cache
def _adapter() -> TypeAdapter[Claim]:
    return TypeAdapter(Claim)


class _Plain(yaml.SafeDumper):
    """Writes numbers as people do, which is how they are read: 0.00001, and not 1.0e-05."""


_Plain.add_representer(
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", f"{Decimal(repr(number)):f}")
)
