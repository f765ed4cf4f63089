"""The files of a review as plain data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]


def entries(text: str) -> dict[str, Data]:
    """The entries of a .bib file, with their fields."""
    found: dict[str, Data] = {}
    for head in re.finditer(r"@\w+\{([a-z0-9]+),", text):
        at, fields = head.end(), {}
        while match := re.compile(r"\s*,?\s*(\w+)\s*=\s*\{").match(text, at):
            start = end = match.end()
            depth = 1
            while depth:
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
            fields[match[1]], at = text[start : end - 1].replace("{", "").replace("}", ""), end
        found[head[1]] = fields
    return found


class Review:
    """The files of a review as plain data."""

    def __init__(self, root: Path) -> None:
        def load(path: Path) -> Any:
            return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

        self.words = load(root / "vocabulary.yml")
        self.searches = load(root / "references/searches.yml")
        self.bib: dict[str, Data] = {}
        for file in (root / "references").glob("*.bib"):
            self.bib |= entries(file.read_text(encoding="utf-8"))
        files = [file for file in (root / "claims").rglob("*.yml") if "archive" not in file.relative_to(root).parts]
        self.claims = {file.stem: claim for file in files if "withdrawn" not in (claim := load(file))}
        self.updated = {key for source in self.bib.values() for key in re.split(r"[,\s]+", source.get("updates", "")) if key}


class Item:
    """An evidence item with its source."""

    def __init__(self, item: Data, claim: Data, review: Review) -> None:
        self.key, self.item, self.source = item["ref"], item, review.bib[item["ref"]]
        design = review.words["design"][self.source["design"]]
        species = review.words["species"][self.source["species"]]["counts_as"]
        self.body, self.document = design.get("body", "none"), design.get("document", False)
        self.synthesis = design.get("synthesis", False)
        self.year = int(self.source.get("year", 0))
        self.people = int(self.source.get("participants", 0))
        self.withdrawn = self.source.get("notice", "correction").split()[0].strip(",") != "correction"
        self.direct = item["direct"] and item["direction"] != "context" and not self.withdrawn
        self.human = species == "people" and self.body not in ("none", "laboratory")
        self.lab = self.body != "none" and species != "nothing" and not self.human
        considered = claim.get("considered") or {}
        aside = {entry["ref"] for entry in considered.get("set-aside", [])} | set(considered.get("updated", []))
        self.alive = not (self.key in aside or self.key in review.updated or "supersededby" in self.source)
        named = [item[name]["outcome"] for name in ("effect", "rates") if item.get(name)] + item.get("reports", [])
        self.outcomes = set(named)

    def on(self, outcome: str) -> bool:
        return not self.outcomes or outcome in self.outcomes
