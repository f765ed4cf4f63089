"""What a change of outcomes, of what a claim asks, or of an outcome's word means to a reviewer. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from tools.appraisal.assess import Judged
from tools.records.claim import Claim
from tools.records.vocabulary import Measured, Vocabulary

# What decides how a claim is judged, besides its kind.
_ASKED = ("asks", "share", "times", "harms", "as_of")
# What decides how an outcome is judged; labels and phrases do not.
_WEIGHT = ("side", "unit", "good", "critical", "worthwhile", "limit", "trivial")


def asked(code: str, before: Claim, after: Claim) -> Iterator[str]:
    """What a claim asks, where that changed."""
    for name in _ASKED:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield f"**{code}** {name}: {_written(was)} → **{_written(now)}**."


def outcomes(code: str, before: Judged, after: Judged) -> Iterator[str]:
    """Outcomes that came, went, or are judged otherwise."""
    old, new = ({(one.outcome.outcome, one.outcome.at): one for one in judged.outcomes} for judged in (before, after))
    for name in [*old, *(name for name in new if name not in old)]:
        called = f"{code} outcome `{name[0]}` ({name[1]})"
        if name not in new:
            yield f"{called}: **gone**."
        elif name not in old:
            yield f"{called}: new, {_rating(new[name].result.rating)}."
        else:
            was, now = old[name], new[name]
            changed = [f.name for f in fields(was.outcome) if getattr(was.outcome, f.name) != getattr(now.outcome, f.name)]
            if changed or was.result.rating != now.result.rating:
                ratings = f"{_rating(was.result.rating)} → {_rating(now.result.rating)}"
                yield f"{called}: {', '.join(changed) or 'what it rests on'} changed; {ratings}."


def words(before: Vocabulary, after: Vocabulary) -> Iterator[str]:
    """Outcomes of the vocabulary that decide elsewhere, or are held against another margin."""
    for name, now in after.outcome.items():
        was = before.outcome.get(name)
        changed = [field for field in _WEIGHT if was and getattr(was, field) != getattr(now, field)]
        if was and changed:
            told = ", ".join(f"{field}: {_shown(was, field)} → **{_shown(now, field)}**" for field in changed)
            yield f"vocabulary, outcome `{name}`: {told}. It is so in every claim."


def _shown(word: Measured, field: str) -> str:
    value = getattr(word, field)
    return ", ".join(f"{margin.value:g} {margin.unit}" for margin in value) if field == "worthwhile" else _written(value)


def _rating(rating: str | None) -> str:
    return rating or "not rated"


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, float):
        return f"{value:g}"
    return "none" if value is None else str(value)
