"""The configuration of the site: what is wrong with `mkdocs.yml` before MkDocs reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.records.problem import Problem, bad_characters
from tools.records.yamlfile import read_yaml
from tools.text.leftovers import unfinished
from tools.text.messages import say

_CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")
_SHOWN = ("site_name", "site_description")


def config_faults(root: Path) -> Iterator[Problem]:
    """What keeps the configuration from being read, and a name of the site that is still to be written."""
    for path in _CONFIGS:
        if (root / path).is_file():
            yield from _faults(path, (root / path).read_bytes().decode("utf-8-sig", errors="replace"))


def _faults(path: str, text: str) -> Iterator[Problem]:
    yield from bad_characters(path, text)
    document, problems = read_yaml(path, text.replace("!ENV", "    "))  # a tag of MkDocs
    yield from problems
    if document and isinstance(document.data, dict):
        for key in _SHOWN:
            if found := unfinished(str(document.data.get(key, key))):
                yield document.source.problem((key,), say("placeholder", found=found))
