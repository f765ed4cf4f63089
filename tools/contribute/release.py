"""Freeze the current version of a claim and open the next: `python -m tools release <id>`."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic_core import to_jsonable_python

from tools.appraisal.assess import Assessed
from tools.files import digest, write
from tools.pages.claim_page import frozen_content
from tools.pages.versions import snapshot
from tools.records.archive import FOLDER, SUMS
from tools.records.words import LANGUAGES, Language


def release(root: Path, assessed: Assessed, claim_id: str, change: Mapping[Language, str], today: datetime.date) -> int:
    """Write the files of the current version, raise the number in the record and add the change to its history.

    Args:
        change: what the next version says otherwise, in each language.

    Returns:
        The number of the version that is open now.

    Raises:
        OSError: a file could not be written; the record is replaced last, and in one move.
    """
    claim = assessed.review.claims[claim_id]
    stem = f"v{claim.version}"
    facts = to_jsonable_python(snapshot(assessed, claim_id))
    files = {f"{stem}.yml": yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=1000)}
    files |= {f"{stem}.{language}.md": frozen_content(assessed, claim_id, language) for language in LANGUAGES}
    folder = root / FOLDER / claim_id
    for name, text in files.items():
        write(folder / name, text)
    sums = folder / SUMS
    before = sums.read_text(encoding="utf-8") if sums.exists() else ""
    write(sums, before + "".join(f"{digest(text)}  {name}\n" for name, text in files.items()))
    record = root / f"claims/{claim_id}.yml"
    write(record, _next_version(record.read_text(encoding="utf-8"), claim.version + 1, change, today))
    return claim.version + 1


def _next_version(text: str, version: int, change: Mapping[Language, str], today: datetime.date) -> str:
    """The record with the next number and one more line of history; comments and layout stay."""
    text = re.sub(r"^version:.*$", f"version: {version}", text, count=1, flags=re.MULTILINE)
    told = "".join(f"\n      {language}: {json.dumps(change[language], ensure_ascii=False)}" for language in LANGUAGES)
    entry = f"  - version: {version}\n    date: {today.isoformat()}\n    change:{told}\n"
    history = re.search(r"^history:.*\n(?:(?:[ \t-].*)?\n)*", text if text.endswith("\n") else text + "\n", re.MULTILINE)
    if history is None:
        raise OSError("the record has no `history:` at the start of a line")
    block = history.group(0).rstrip("\n") + "\n"
    return text[: history.start()] + block + entry + (text[history.end() :])
