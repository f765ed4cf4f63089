"""Outcomes of a claim as records: what was measured, what it rests on, and what became of each study that points elsewhere."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from tools.records.dated import SecondRead
from tools.records.words import At, Body, Id, Key, Level, Number, Sentence, Text, record

Domain = Literal["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)
Placed = Literal["pooled", "overlaps", "updated", "agrees", "appraises", "set-aside"]
Rated = Literal["high", "moderate", "low", "very-low"]
Steps = Annotated[int, Field(strict=True, ge=0, le=3)]
_STEPS = "0 not serious, 1 serious, 2 very serious, 3 extremely serious"
Count = Annotated[int, Field(strict=True, ge=1)] | Literal["not-reported"]
Share = Annotated[Number, Field(ge=0, le=100)]
# A number as sources print it: with a minus sign or a hyphen.
NUMBER = r"[-−]?[0-9]+(?:\.[0-9]+)?"
_HETEROGENEITY = re.compile(rf"(?:I² (?P<i2>{NUMBER}) ?%)?(?:; )?(?:PI (?P<low>{NUMBER}) to (?P<high>{NUMBER}))?")


def _printed_heterogeneity(text: str) -> str:
    match = _HETEROGENEITY.fullmatch(text)
    if text != "not-reported" and (match is None or not text):
        raise PydanticCustomError("heterogeneity_form", "not a heterogeneity")
    return text


# As the source prints it: `I² 62.4%`, `PI 0.80 to 3.10` (the prediction interval), both with `; ` between, or `not-reported`.
Heterogeneity = Annotated[str, AfterValidator(_printed_heterogeneity)]


@record
class Effect:
    """An estimate that a source reports, with its 95 % interval.

    `against` is what the treatment was compared with; `better` says which values favour the treatment, since sources
    differ in the sign that they print.
    """

    measure: str = Field(description="What kind of number the estimate is, a word of the vocabulary.")
    value: Number = Field(description="The estimate as the source prints it.")
    low: Number = Field(description="The lower end of the 95 % interval.")
    high: Number = Field(description="The upper end of the 95 % interval.")
    outcome: str = Field(description="What was measured, a word of the vocabulary.")
    at: At = Field("end", description="When: at the end of treatment, or months after (90 days: `m3`).")
    against: Literal["sham", "placebo", "active", "untreated", "control"] | None = Field(
        None, description="What the treatment was compared with; `control` where a synthesis does not tell its controls apart."
    )
    better: Literal["lower", "higher"] | None = Field(None, description="Which values favour the treatment.")


@record
class Rates:
    """How many of 100 people reached an outcome, treated and in the comparison group, as one source reports it."""

    outcome: str = Field(description="What was counted, a word of the vocabulary.")
    treated: Annotated[Number, Field(ge=0, le=100)] = Field(description="How many of 100 treated people reached the outcome.")
    compared: Annotated[Number, Field(ge=0, le=100)] | None = Field(
        None, description="How many of 100 people in the comparison group reached it."
    )


@record
class Pico:
    """Whom and what a claim is about; a course or a share has a state instead of a treatment and a comparison."""

    people: Text = Field(description="The people.")
    treatment: Text | None = Field(None, description="The treatment.")
    against: Text | None = Field(None, description="What it is compared with.")
    state: Text | None = Field(None, description="For a course or a share: the state whose share is given.")


@record
class Baseline:
    """The risk in the comparison groups of the same body of evidence."""

    per100: Share = Field(description="How many of 100 reach it without the treatment; of 314 per 1000, 31.4.")
    source: Key = Field(description="The source that gives it: that of the estimate, or a synthesis that overlaps it.")


@record
class Observed:
    """Raw shares of the same body or of newer trials: printed as observed, and never computed from."""

    treated: Share = Field(description="How many of 100 treated people reached the outcome.")
    compared: Share | None = Field(None, description="How many of 100 people in the comparison group did.")
    source: Key = Field(description="The source.")


@record
class PublishedRating:
    """Somebody else's rating of the certainty of this comparison and outcome."""

    by: Key = Field(description="The source that rates.")
    rating: Rated = Field(alias="as", description="Its rating.")
    studies: Count = Field("not-reported", description="How many studies the rated body has.")


@record
class Raised:
    """Why certainty is raised."""

    reason: Literal["large-effect", "dose-response", "opposing-bias"] = Field(alias="for", description="What raises it.")
    steps: Annotated[int, Field(strict=True, ge=1, le=2)] = Field(description="By how many steps.")
    why: Text = Field(description="The reason.")
    source: Key = Field(description="The source of the reason.")


@record
class Grade:
    """The five domains, each with the steps that it lowers; `unseen` for a risk of bias that could not be read."""

    risk_of_bias: Steps | Literal["unseen"] = Field(alias="risk-of-bias", description=f"Risk of bias: {_STEPS}.")
    inconsistency: Steps = Field(description=f"Inconsistency: {_STEPS}.")
    indirectness: Steps = Field(description=f"Indirectness: {_STEPS}.")
    imprecision: Steps = Field(description=f"Imprecision: {_STEPS}.")
    publication_bias: Steps = Field(alias="publication-bias", description=f"Publication bias: {_STEPS}.")

    def steps(self) -> dict[Domain, int]:
        """Domain to steps; an unseen risk of bias has one step (its floor)."""
        bias = 1 if self.risk_of_bias == "unseen" else self.risk_of_bias
        values = (bias, self.inconsistency, self.indirectness, self.imprecision, self.publication_bias)
        return dict(zip(DOMAINS, values, strict=True))


@record
class Outcome:
    """One outcome in one time window."""

    outcome: str = Field(description="What was measured, a word of the vocabulary.")
    at: At = Field("end", description="When: at the end of treatment, or about so many months after (90 days: `m3`).")
    source: Key | None = Field(None, description="The direct item of `evidence` whose estimate is used.")
    chosen: Text | None = Field(None, description="Why this source, where a newer or higher synthesis stands beside it.")
    result: Sentence | None = Field(None, description="Measure, value and interval: `RR 2.35 (1.70 to 3.25)`.")
    better: Literal["lower", "higher"] | None = Field(
        None, description="For MD, SMD and RD: which values favour the treatment; of a measure, those that the claim says."
    )
    scale: str | None = Field(None, description="For MD: the scale, a word of the vocabulary.")
    studies: Count = Field("not-reported", description="How many studies the estimate pools.")
    participants: Count = Field("not-reported", description="How many people.")
    heterogeneity: Heterogeneity = Field("not-reported", description="As printed: `I² 62.4%; PI 0.80 to 3.10`.")
    without: Baseline | None = Field(None, description="The risk without the treatment.")
    observed: Observed | None = Field(None, description="Raw shares, printed as observed.")
    grade: Grade | None = Field(None, description="The five domains: how many steps each lowers the certainty.")
    up: list[Raised] = Field([], description="What raises the certainty.")
    rated: list[PublishedRating] = Field([], description="Every published rating of this comparison and outcome.")
    found: Literal["none"] | None = Field(None, description="In place of a source: nobody gives an estimate.")
    searched: Id | None = Field(None, description="The documented search that found none.")
    second_read: SecondRead | Literal["none"] | None = Field(
        None,
        description="Its second reading; left out, that of the claim holds for it. An outcome added later says `none`.",
    )

    def named(self) -> Iterator[Key]:
        """The sources of its numbers, and of whatever else is said of it."""
        parts = (self.without, self.observed, *self.up)
        yield from filter(None, (self.source, *(part.source for part in parts if part), *(rating.by for rating in self.rated)))

    def prediction(self) -> tuple[float, float] | None:
        """The printed prediction interval."""
        match = _HETEROGENEITY.fullmatch(self.heterogeneity)
        if match is None or match["low"] is None:
            return None
        low, high = (float(match[end].replace("−", "-")) for end in ("low", "high"))
        return low, high

    def i2(self) -> float | None:
        """The printed I², in per cent."""
        match = _HETEROGENEITY.fullmatch(self.heterogeneity)
        return float(match["i2"]) if match and match["i2"] else None


@record
class Awaited:
    """What would move the level: an outcome in favour, with so many studies and people, and of such certainty."""

    outcome: str = Field(description="The outcome, a word of the vocabulary.")
    at: At = Field("end", description="When: at the end of treatment, or months after.")
    body: Body = Field(description="The kind of body of evidence.")
    studies: Annotated[int, Field(strict=True, ge=1)] = Field(description="How many studies.")
    people: Annotated[int, Field(strict=True, ge=1)] = Field(description="How many people.")
    certainty: Rated = Field(description="With what certainty.")
    ceiling: Level = Field(description="The highest level that the evidence would then allow.")


ReasonFor = Literal[Domain, "not-lowered"]


@record
class Weighed:
    """A study that a reason names, for the outcomes that it reports."""

    ref: Key = Field(description="The study.")
    outcomes: list[str] = Field([], description="The outcomes that it weighs on; none: all that it reports.")


@record
class Reason:
    """Why a domain lowers the certainty of the outcomes that it is lowered for: one note on the page."""

    ja: Sentence = Field(description="The reason in Japanese.")
    en: Sentence = Field(description="The reason in English.")
    weighs: list[Key | Weighed] = Field([], description="The studies that it names.")

    def weighed(self) -> Iterator[tuple[Key, list[str]]]:
        """The studies that it names, each with the outcomes that it weighs on; none: all that the study reports."""
        for item in self.weighs:
            yield (item.ref, item.outcomes) if isinstance(item, Weighed) else (item, [])


@record
class SetAside:
    """A study that does not count, and why."""

    ref: Key = Field(description="The study.")
    because: Id = Field(description="The word for it, of the vocabulary: never its size or its result.")
    outcomes: list[str] = Field([], description="The outcomes that it is set aside for; none: all that it reports.")
    why: Text = Field(description="The reason.")


@record
class Considered:
    """What became of every direct study in people that is neither a source nor an authority nor weighed by a reason."""

    pooled: list[Key] = Field([], description="Its trials are those of the source: the list was seen.")
    overlaps: list[Key] = Field([], description="It pools largely the same trials: the list was not seen.")
    updated: list[Key] = Field([], description="A newer version replaces it.")
    agrees: list[Key] = Field([], description="It is not in the numbers, and points the same way.")
    appraises: list[Key] = Field([], description="It rates the evidence, and gives no number.")
    set_aside: list[SetAside] = Field([], alias="set-aside", description="It does not count.")

    def places(self) -> dict[Key, list[Placed]]:
        """Source to the words that it stands under."""
        found: dict[Key, list[Placed]] = {}
        for word in ("pooled", "overlaps", "updated", "agrees", "appraises"):
            for ref in getattr(self, word):
                found.setdefault(ref, []).append(word)
        for item in self.set_aside:
            found.setdefault(item.ref, []).append("set-aside")
        return found
