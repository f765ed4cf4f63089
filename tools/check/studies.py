"""Rules on what a source is: its design and its species are not at odds with its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.check.registry import Findings, rule
from tools.records.claim import Review
from tools.records.sources import Reference
from tools.records.vocabulary import Design
from tools.text.messages import say
from tools.text.studies import said_of

# Part of a trial may be a study of another kind.
_PART = re.compile(r"post[ -]?hoc|secondary|sub-?study|follow-?up|baseline|extension|predict|二次解析|追跡", re.IGNORECASE)
# A remark that speaks of the title has dealt with it.
_ANSWERED = re.compile(r"\btitle\b|題名|表題|タイトル", re.IGNORECASE)
_ANIMALS = {"mouse", "rat", "rodent", "primate", "animal"}


@rule("design-against-title", each="reference")
def titles_and_designs_agree(reference: Reference, review: Review) -> Findings:
    """The design and the species of a source are those of its title, unless its `note` deals with the title.

    Bad: title = {Tea and mood: a systematic review}, design = {rct}
    Good: title = {Tea and mood: a systematic review}, design = {systematic-review}
    """
    design = review.vocabulary.design.get(reference.design)
    species = review.vocabulary.species.get(reference.species)
    if design and species and design.body == "laboratory" and species.counts_as == "people":
        yield ("species",), say("design-against-title.species", design=reference.design, species=reference.species)
        return
    said = said_of(reference.title)
    if not said or _ANSWERED.search(reference.note or ""):
        return
    words = list(_against_design(said, design, reference.title)) if design else []
    if words:
        yield ("design",), say("design-against-title", field="design", value=reference.design, words=words[0])
    others = _against_species(said, reference.species, species.counts_as) if species else ""
    if others:
        yield ("species",), say("design-against-title", field="species", value=reference.species, words=others)


def _against_design(said: Mapping[str, str], design: Design, title: str) -> Iterator[str]:
    """The words of a title that no study of a design has."""
    studies = design.body != "none" and not design.document
    single = studies and not design.synthesis
    mixed = _PART.search(title) is not None
    if "protocol" in said and studies:
        yield said["protocol"]
    if "narrative" in said and studies and "synthesis" not in said and "case" not in said:
        yield said["narrative"]
    if "synthesis" in said:
        if single and "trial" not in said and "protocol" not in said and not mixed:
            yield said["synthesis"]
        return
    if "trial" in said and not mixed and (design.synthesis or design.body in ("cohort", "arm", "reports")):
        yield said["trial"]
    if "case" in said and (design.synthesis or design.body in ("randomised", "cohort")):
        yield said["case"]
    for kind in ("open", "cohort"):
        if kind in said and "randomised" not in said and design.body == "randomised" and not design.synthesis:
            yield said[kind]


def _against_species(said: Mapping[str, str], species: str, counts_as: str) -> str:
    """The words of a title that name others than a source is said to have studied, or ""."""
    if counts_as == "people" and "people" not in said:
        return said.get("animal", said.get("cells", ""))
    if species in _ANIMALS and "people" in said and "animal" not in said:
        return said["people"]
    other = {"mouse": "rat", "rat": "mouse"}.get(species, "")
    return said.get(other, "") if species not in said else ""
