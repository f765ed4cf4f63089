"""What the templates are given: views of the assessed review, and no module. Pure."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from babel import Locale

from tools.appraisal import argument
from tools.appraisal.assess import DIRECTIONS, VERDICTS, Assessed, Judged
from tools.appraisal.frequencies import Rare, rare
from tools.appraisal.outcomes import Appraised
from tools.appraisal.study import EVIDENCE_KINDS, kind_of_evidence
from tools.cite import names
from tools.pages.considered import harm_rows, not_direct, said_by_authorities, set_aside, study_rows
from tools.pages.findings import Findings, findings
from tools.pages.listed import Listed, listed
from tools.pages.method import MethodView
from tools.pages.reading import JudgingCounts, ReadingCounts, is_second_hand, judging_counts, reading_counts
from tools.pages.source_list import ReferenceRow, design_counts, reference_rows, years
from tools.pages.standing import flags, headline, mark, standing, why, write_estimate, write_interval
from tools.records.claim import Claim, Evidence, Review
from tools.records.words import LANGUAGES, LEVELS, Key, Language, Level
from tools.text.labels import labels

# (direction, direct) to how many items.
Counts = Mapping[tuple[str, bool], int]


def evidence_counts(review: Review, claim: Claim) -> Mapping[str, Counts]:
    """Kind of evidence to how many items of it point each way, direct and indirect apart."""
    counts: dict[str, Counter[tuple[str, bool]]] = {}
    for item in claim.evidence:
        if kind := kind_of_evidence(review.references[item.ref], review.vocabulary):
            counts.setdefault(kind, Counter())[item.direction, item.direct] += 1
    return counts


def last_reviewed(review: Review) -> datetime.date:
    """The newest day on which a claim was reviewed."""
    return max(claim.reviewed for claim in review.claims.values())


class SiteView:
    """The review as the pages of one language show it. Each thing is computed when a page first asks for it."""

    levels = LEVELS
    verdicts = VERDICTS
    directions = DIRECTIONS
    evidence_kinds = EVIDENCE_KINDS
    write_interval = staticmethod(write_interval)
    write_estimate = staticmethod(write_estimate)
    mark = staticmethod(mark)
    headline = staticmethod(headline)
    flags = staticmethod(flags)
    why = staticmethod(why)
    study_rows = staticmethod(study_rows)
    set_aside = staticmethod(set_aside)
    not_direct = staticmethod(not_direct)
    harm_rows = staticmethod(harm_rows)
    voices = staticmethod(said_by_authorities)

    def __init__(self, assessed: Assessed, language: Language) -> None:
        self._review, self.language = assessed.review, language
        self.gap = "" if language == "ja" else " "  # between two sentences
        self.claims, self.bearing = assessed.claims, assessed.bearing

    @cached_property
    def method(self) -> MethodView:
        """The level rule, as the page on the method prints it."""
        return MethodView(self._review, self.language)

    @cached_property
    def topics(self) -> Mapping[str, list[str]]:
        """Topic to claim ids, in the order of the vocabulary and of the codes."""
        claims = self._review.claims
        return {topic: [i for i, claim in claims.items() if claim.topic == topic] for topic in self._review.vocabulary.topic}

    def at_level(self, level: Level) -> list[str]:
        """The ids of the claims at a level; descriptions are at none."""
        return [i for i, claim in self._review.claims.items() if claim.level == level and not claim.is_description]

    @cached_property
    def descriptions(self) -> list[str]:
        """The ids of the claims that describe something."""
        return [i for i, claim in self._review.claims.items() if claim.is_description]

    def worded(self, verdict: str) -> list[str]:
        """The ids of the claims whose wording, in one language or both, compares so."""
        return [i for i, judged in self.claims.items() if verdict in judged.verdicts]

    def said(self, claim_ids: Sequence[str]) -> list[str]:
        """Those of the claims that the article makes."""
        return [i for i in claim_ids if self._review.claims[i].said]

    @cached_property
    def passages(self) -> Mapping[str, list[tuple[str, int]]]:
        """Passage to the claims that it makes, each with the index of its entry in `said`."""
        found: dict[str, list[tuple[str, int]]] = {}
        for claim_id, claim in self._review.claims.items():
            for index, said in enumerate(claim.said):
                found.setdefault(said.passage, []).append((claim_id, index))
        return found

    @cached_property
    def states(self) -> Mapping[str, Counter[str]]:
        """Language to how many of its sentences have each state."""
        counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        for passage, sentence in self._review.article.sentences.items():
            counts[passage[:2]][sentence.state] += 1
        return counts

    def standing(self, claim: Claim) -> str:
        """The word under which a claim is listed."""
        return standing(self._review, claim, self.language)

    def findings(self, judged: Judged) -> Findings:
        """The summary of findings of a claim."""
        return findings(judged, self._review, self.language)

    def rare(self, claim: Claim) -> list[Rare]:
        """How often its sources counted rare harms."""
        return list(rare(claim))

    def beside(self, claim: Claim) -> list[Findings]:
        """The summaries that a claim's page shows beside its own, without counting them."""
        return [self.findings(self.claims[i]) for i in claim.also if self.claims[i].outcomes]

    @cached_property
    def all_findings(self) -> list[Findings]:
        """The summaries of findings of all claims that have outcomes."""
        return [self.findings(judged) for judged in self.claims.values() if judged.outcomes]

    def named(self, outcomes: Iterable[Appraised]) -> str:
        """Outcomes by name, each with its time where that is not the end of treatment."""
        t, words = labels(self.language), self._review.vocabulary.outcome
        return t["list_comma"].join(
            words[one.outcome.outcome].label[self.language]
            + ("" if one.outcome.at == "end" else t["in_brackets"].format(text=t[f"at_{one.outcome.at}"]))
            for one in outcomes
        )

    def measure(self, name: str) -> str:
        """A measure's name; its abbreviation, which is the same everywhere, where the vocabulary has no word for it."""
        words = self._review.vocabulary.measure
        return words[name].label[self.language] if name in words else name

    def country(self, code: str) -> str:
        """A country's name; its code where it is the code of none."""
        name: str = Locale(self.language).territories.get(code, code)
        return name

    def evidence_counts(self, claim_id: str) -> Mapping[str, Counts]:
        """The counts of `evidence_counts` for a claim."""
        return evidence_counts(self._review, self._review.claims[claim_id])

    def second_hand(self, item: Evidence) -> bool:
        """True where a finding was read in what others say of its source."""
        return is_second_hand(self._review, item)

    def sources(self, judged: Judged) -> list[Key]:
        """The sources of a claim's evidence, and whatever else its outcomes name, in the order of a list of references."""
        keys = {item.key for item in judged.items} | {key for one in judged.outcomes for key in one.outcome.named()}
        return sorted(keys & self._review.references.keys(), key=lambda key: names.sort_key(self._review, key))

    def listed(self, judged: Judged) -> Listed:
        """The sources of a claim, each once: the strongest for and against, then all others."""
        return listed(judged, self._review, self.sources(judged))

    def resting(self, claim_ids: Sequence[str]) -> list[str]:
        """Those of the claims that rest on others."""
        return [i for i in claim_ids if self._review.claims[i].requires]

    def tree(self, claim_id: str) -> Iterator[tuple[int, str]]:
        """The premises of a claim with their depth, in reading order."""
        return argument.premise_tree(claim_id, self._review.claims)

    @cached_property
    def reference_rows(self) -> list[ReferenceRow]:
        """Every source, in the order of its first author's name."""
        return reference_rows(self._review, self.bearing)

    @cached_property
    def years(self) -> list[int]:
        """The years of the sources, newest first."""
        return years(self._review)

    @cached_property
    def designs(self) -> Counter[str]:
        """Design to the number of sources of it."""
        return design_counts(self._review)

    @cached_property
    def last_reviewed(self) -> datetime.date:
        """The newest day on which a claim was reviewed."""
        return last_reviewed(self._review)

    @cached_property
    def signed(self) -> list[str]:
        """The ids of the claims whose current version somebody has signed."""
        return [i for i, claim in self._review.claims.items() if claim.signed()]

    @cached_property
    def signatories(self) -> list[str]:
        """The names of those who have signed a current version, each once."""
        return list(dict.fromkeys(sign.name for claim in self._review.claims.values() for sign in claim.signed()))

    @cached_property
    def reading(self) -> ReadingCounts:
        """How far findings and sources were read again."""
        return reading_counts(self._review)

    @cached_property
    def judging(self) -> JudgingCounts:
        """Who judged, and how often the second reader agreed."""
        return judging_counts(self._review)
