"""Numbers of outcomes that a hand-written page prints: `{{LMP-11 response treated}}`. Asked for, and never retyped. Pure.

A page asks by code, outcome, time (`response@m6`; without one, the end of treatment) and what it wants of it: people out of
100 (`treated`, `without`, `rest` for the treated who do not have it, and `low` and `high`, the ends of the interval), out of
1000 where few have it (`treated/1000`), the share that was seen (`observed`), how many were studied (`people`), how sure that
is (`certainty`), or a `picture`. How often a rare harm was counted is asked for by its group, out of 10,000 people or 100,000
sessions: `{{LMP-11 burn all/10000}}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tools.appraisal.assess import Assessed, Judged
from tools.appraisal.estimate import Absolute
from tools.appraisal.frequencies import rare
from tools.appraisal.outcomes import Appraised
from tools.records.words import Language

PICTURE = "picture"
_FORM = re.compile(r" *(?P<code>\S+) (?P<outcome>[a-z-]+)(?:@(?P<at>[a-z]+\d*))? (?P<what>[a-z][a-z0-9-]*)(?:/(?P<per>\d+))? *")
Fault = Literal["form", "claim", "outcome", "not-measured", "very-uncertain", "nothing", "per"]
_PEOPLE = ("treated", "without", "rest", "low", "high")


@dataclass(frozen=True)
class Quoted:
    """What a page asked for.

    Attributes:
        text: the number or the word; "" where there is none.
        fault: why a page may not print it; None where it may.
        judged: the claim, and `one`, its outcome, where they are there.
    """

    text: str = ""
    fault: Fault | None = None
    what: str = ""
    judged: Judged | None = None
    one: Appraised | None = None


def quote(asked: str, assessed: Assessed, language: Language) -> Quoted:
    """The answer to what stands between the braces."""
    form = _FORM.fullmatch(asked)
    if form is None:
        return Quoted(fault="form")
    judged = next((judged for judged in assessed.claims.values() if judged.claim.code == form["code"]), None)
    if judged is None:
        return Quoted(fault="claim")
    for one_rate in rare(judged.claim):
        if (one_rate.frequency.outcome, one_rate.name, str(one_rate.out_of)) == (form["outcome"], form["what"], form["per"]):
            return Quoted(one_rate.told(language), None, form["what"], judged)
    name = (form["outcome"], form["at"] or "end")
    one = next((one for one in judged.outcomes if (one.outcome.outcome, one.outcome.at) == name), None)
    if one is None:
        return Quoted(fault="outcome", judged=judged)
    text, fault = _answer(one, form["what"], int(form["per"] or 100), assessed, language)
    return Quoted(text, fault, form["what"], judged, one)


def _answer(one: Appraised, what: str, per: int, assessed: Assessed, language: Language) -> tuple[str, Fault | None]:
    """Text and fault."""
    result = one.result
    if what == PICTURE and one.outcome.found == "none":
        return "", None  # a picture of nothing known is one, too
    if result.rating is None:
        return "", "not-measured"
    if what == "certainty":
        return assessed.review.vocabulary.certainty[result.rating].label[language].lower(), None
    if what == "people":
        return (f"{result.people:,}", None) if result.people else ("", "nothing")
    # A number looks sure: what is very uncertain is told in words, or on the claim's own page.
    if result.rating == "very-low":
        return "", "very-uncertain"
    if what == "observed":
        seen = one.outcome.observed
        return (f"{seen.treated:.0f}", None) if seen and per == 100 else ("", "nothing")
    if what not in (*_PEOPLE, PICTURE):
        return "", "form"
    return _people(one.absolute, what, per)


def _people(numbers: Absolute | None, what: str, per: int) -> tuple[str, Fault | None]:
    if numbers is None:
        return "", "nothing"
    if numbers.per != per:
        return "", "per"
    if what == PICTURE:
        return "", None
    value = numbers.per - numbers.treated if what == "rest" else getattr(numbers, what)
    return ("", "nothing") if value is None else (str(value), None)
