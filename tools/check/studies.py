"""Rules on what a source is: its design and its species are not at odds with its title, nor with what a finding names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tools.appraisal.strength import sentences
from tools.check.registry import Findings, rule
from tools.records.claim import Evidence, Review
from tools.records.sources import Reference
from tools.records.vocabulary import Design
from tools.records.words import LANGUAGES, Language
from tools.text.messages import say
from tools.text.studies import said_of

# Part of a trial may be a study of another kind.
_PART = re.compile(r"post[ -]?hoc|secondary|sub-?study|follow-?up|baseline|extension|predict|二次解析|追跡", re.IGNORECASE)
# A remark that speaks of the title has dealt with it.
_ANSWERED = re.compile(r"\btitle\b|題名|表題|タイトル", re.IGNORECASE)
_ANIMALS = {"mouse", "rat", "rodent", "primate", "animal"}
# Whom a finding names as those studied; not `human`, as cells may be.
_PEOPLE: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:in|out)?patients?|people|persons|participants|volunteers|adults|adolescents|children|women|men|veterans)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile("(?<![個本])人(?=[がはもを、]|に|で(?!は))|患者|被験者|参加者|成人|小児|子ども|健常者|ボランティア"),
}
# Animals; “6 animals per group” counts, as 「6匹」 does, and does not say which.
_MOUSE, _RAT = "mouse", "rat"
_CREATURES: Mapping[str, Mapping[Language, re.Pattern[str]]] = {
    _MOUSE: {"en": re.compile(r"\b(?:mice|mouse|murine)\b", re.IGNORECASE), "ja": re.compile("マウス(?!ピース)")},
    _RAT: {"en": re.compile(r"\brats?\b", re.IGNORECASE), "ja": re.compile("ラット")},
    "": {
        "en": re.compile(
            r"\b(?:rodents?|(?<![0-9] )animals?|monkeys?|macaques?|primates?|pigs?|porcine|rabbits?|dogs?|sheep|zebrafish"
            r"|preclinical|(?:animal|disease) models?|models? of|laboratory|in vitro)\b",
            re.IGNORECASE,
        ),
        "ja": re.compile("げっ歯|齧歯|動物|サル|霊長|ブタ|ウサギ|イヌ|ヒツジ|ゼブラ|前臨床|モデル|実験|試験管|培養"),
    },
}
_DENIES: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:not|no|none|never|without|nor|neither)\b", re.IGNORECASE),
    "ja": re.compile("ない|ません|なし|なく|ず(?!つ)"),
}


@rule("design-against-title", each="reference", doubts=True)
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


@rule("design-against-title", each="evidence", doubts=True)
def findings_name_those_studied(item: Evidence, review: Review) -> Findings:
    """A finding does not name, in both languages, only others than its source studied: people for animals, or rats for mice.

    Bad: {ref: mori2019mice, finding: {ja: お茶を飲んだ人は静かになった。, en: People given tea became calm.}, …}
    Good: {ref: mori2019mice, finding: {ja: お茶を飲んだマウスは静かになった。, en: Mice given tea became calm.}, …}
    """
    source = review.references.get(item.ref)
    species = review.vocabulary.species.get(source.species) if source else None
    if source and species:
        others = [_named_instead(item.finding[language], language, source.species, species.counts_as) for language in LANGUAGES]
        if all(others):
            yield ("finding",), say("design-against-title.finding", species=source.species, words=tuple(others))


def _named_instead(finding: str, language: Language, species: str, counts_as: str) -> str:
    """The words by which a finding names others than were studied, and none of those; "" where it does not."""
    if species not in _ANIMALS and counts_as != "people":
        return ""
    named = {kind: found.group() for kind in (_MOUSE, _RAT) if (found := _CREATURES[kind][language].search(finding))}
    if counts_as == "people":
        others = named and not _PEOPLE[language].search(finding) and not _CREATURES[""][language].search(finding)
        return next(iter(named.values())) if others else ""
    if species in named or _CREATURES[""][language].search(finding):
        return ""
    if named:
        return next(iter(named.values())) if species in _CREATURES else ""
    told = (sentence for sentence in sentences(finding, language) if not _DENIES[language].search(sentence))
    return next((found.group() for sentence in told if (found := _PEOPLE[language].search(sentence))), "")


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
