"""Pictures as SVG inside the pages: drawn at build time, in the page's language, coloured by the page's own style sheet. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.outcomes import Appraised
from tools.pages.figures.argument_map import argument_map
from tools.pages.figures.evidence_map import evidence_map
from tools.pages.figures.forest import Panel, forest_panels
from tools.pages.figures.ladder import ladder, rungs, sheet
from tools.pages.figures.natural_frequencies import Frequency, natural_frequencies, of_a_hundred, outcome_frequencies
from tools.pages.figures.wording_scale import wording_scale
from tools.records.words import Language, Level

__all__ = ["Pictures"]


@dataclass(frozen=True)
class Pictures:
    """The pictures of one review in one language. `root` leads from a page to the language's root."""

    assessed: Assessed
    language: Language
    rungs = staticmethod(rungs)
    sheet = staticmethod(sheet)

    def ladder(self, level: Level) -> Markup:
        """The five steps, with the one at which a claim is."""
        return ladder(level, self.assessed.review.vocabulary, self.language)

    def argument_map(self, root: str) -> Markup:
        """Which claims rest on which, and where the chain is weakest."""
        return argument_map(self.assessed, self.language, root)

    def evidence_map(self, claim_ids: Sequence[str], label: str, root: str) -> Markup:
        """How much evidence of each kind bears on each claim."""
        return evidence_map(self.assessed.review, list(claim_ids), label, self.language, root)

    def wording_scale(self, claim_ids: Sequence[str], label: str, root: str) -> Markup:
        """How strongly each claim is worded, against what its level allows."""
        return wording_scale(self.assessed, list(claim_ids), label, self.language, root)

    def forest_panels(self, root: str) -> list[Panel]:
        """The estimates of direct evidence, a panel for each outcome and measure."""
        return forest_panels(self.assessed.review, self.language, root)

    def natural_frequencies(self) -> list[Frequency]:
        """People out of 100: of outcomes, and as the sources report them."""
        return natural_frequencies(self.assessed, self.language)

    def outcomes(self, judged: Judged) -> list[Frequency]:
        """People out of 100, in the numbers of a claim's summary of findings."""
        return list(outcome_frequencies(judged, self.language))

    def of_a_hundred(self, judged: Judged, one: Appraised) -> Markup:
        """People out of 100 for one outcome, or 100 people of whom nothing is known."""
        return of_a_hundred(judged, one, self.language)
