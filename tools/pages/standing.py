"""What a claim stands at, in words: its level, its headline, what is said of it besides; and estimates as people write them."""

from __future__ import annotations

from tools.appraisal.assess import Judged
from tools.appraisal.estimate import Estimate
from tools.records.claim import Claim, Review
from tools.records.frozen import Frozen
from tools.records.outcome import Effect
from tools.records.words import Language
from tools.text.labels import labels


def mark(claim: Claim) -> str:
    """What a claim is coloured and filtered by: its level, or `fact` for a description."""
    return "fact" if claim.is_description else claim.level


def standing(review: Review, claim: Claim | Frozen, language: Language) -> str:
    """The word under which a claim is listed wherever it is named: its level; of a description, that it is one, and its word."""
    level = review.vocabulary.level[claim.level].label[language]
    if not claim.is_description:
        return level
    return f"{labels(language)['fact_check']}: {level}"


def write_interval(effect: Effect, language: Language) -> str:
    """An estimate as people write it: `0.67 (0.38 to 1.17)`, with a true minus sign, so that no dash stands beside it."""
    return _written(effect.value, (effect.low, effect.high), language)


def write_estimate(estimate: Estimate, language: Language) -> str:
    """The same of an outcome, which may have no interval."""
    return _written(estimate.value, estimate.interval, language)


def _written(value: float, interval: tuple[float, float] | None, language: Language) -> str:
    point, *ends = (f"{number:g}".replace("-", "−") for number in (value, *(interval or ())))
    if not ends:
        return point
    t = labels(language)
    told = t["between"].format(low=ends[0], high=ends[1])
    return point + t["aside_open"] + told + t["aside_close"]


def headline(judged: Judged) -> str:
    """The label name of the generated headline: one template a level and kind, so that the languages cannot drift."""
    if judged.contradicted:
        return "headline_contradicted"
    level = judged.claim.level
    names = (f"headline_{judged.claim.kind}_{level}", f"headline_{level}")
    return next(name for name in names if name in labels("en"))


def flags(judged: Judged) -> list[str]:
    """What is said of a level besides its word; a contradiction is in the headline."""
    return [flag for flag in judged.judgement.flags if flag != "contradicted"]


def why(judged: Judged) -> str:
    """What keeps a claim inconclusive, as the end of a label's name; "" where nothing is to be said."""
    is_open = judged.claim.level == "inconclusive" and not judged.contradicted
    return judged.judgement.why if is_open else ""
