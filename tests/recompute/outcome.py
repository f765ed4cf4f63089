"""One outcome, worked out."""

from __future__ import annotations

import math
import re
from typing import Any

from tests.recompute.files import Data, Item, Review

STEPS = ["very-low", "low", "moderate", "high"]
DOMAINS = ["risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"]
# What a design's body is worth, by what is asked: (start, least certainty of `supported`); None carries nothing.
RCT, MEASURED, FOLLOWED, COMPARED = ("high", "low"), ("high", "low"), ("high", "low"), ("low", "moderate")
LOOSE = ("very-low", None)
WORTH: dict[str, dict[str, Any]] = {
    "treatment": {"randomised": RCT, "controlled": COMPARED, "instrument": COMPARED, "cohort": LOOSE, "arm": LOOSE,
                  "association": LOOSE, "reports": LOOSE},
    "share": {"randomised": FOLLOWED, "controlled": FOLLOWED, "cohort": FOLLOWED, "arm": FOLLOWED, "association": LOOSE,
              "reports": LOOSE},
    "occurs": {"randomised": RCT, "controlled": MEASURED, "instrument": MEASURED, "cohort": MEASURED, "association": MEASURED,
               "arm": LOOSE, "reports": LOOSE},
    "causes": {"randomised": RCT, "controlled": COMPARED, "instrument": COMPARED, "cohort": LOOSE, "association": LOOSE,
               "arm": LOOSE, "reports": LOOSE},
}  # fmt: skip


def printed(text: str) -> tuple[str, float, tuple[float, float] | None]:
    """Measure, value and interval of a result."""
    measure, value, *ends = text.replace("−", "-").replace("(", "").replace(")", "").replace(" to ", " ").split()
    return measure, float(value), (float(ends[0]), float(ends[1])) if ends else None


def treated(measure: str, value: float, p: float) -> float:
    """The risk of the treated."""
    return {
        "RR": lambda: p * value, "OR": lambda: value * p / (1 - p) / (1 + value * p / (1 - p)) if p < 1 else 1.0,
        "HR": lambda: 1 - (1 - p) ** value, "RD": lambda: p + value,
    }[measure]()  # fmt: skip


def near(number: float) -> int:
    return math.floor(number + 0.5) if number >= 0 else -math.floor(-number + 0.5)


class Outcome:
    """One outcome, worked out."""

    def __init__(self, data: Data, claim: Data, asks: str | None, items: list[Item], review: Review) -> None:
        word = review.words["outcome"][data["outcome"]]
        self.name, self.at = data["outcome"], data.get("at", "end")
        self.side = "harm" if word.get("side") == "harm" else "benefit"
        decides = claim["topic"] in word.get("critical", []) and (claim["kind"] == "mechanism" or word.get("side") != "measure")
        decides |= claim["kind"] == "safety" and self.name in claim.get("harms", [])
        self.critical = self.at in claim.get("times", []) if claim["kind"] == "course" else decides
        self.certainty = self.ends = self.absolute = self.small = self.matters = self.least = None
        self.agreeing, self.newer, self.rivals, self.people, self.comparable = 0, False, [], 0, True
        self.single = self.large = False
        self.reported = data.get("found") == "none" and any(self.reports(item, claim) for item in items)
        source = next((item for item in items if item.key == data.get("source")), None)
        if source is None or not source.human or source.withdrawn or not data.get("result"):
            return
        self.data, self.word, self.claim, self.source, self.kind = data, word, claim, source, claim["kind"]
        measure, value, interval = printed(data["result"])
        self.share, self.p = measure == "proportion", data["without"]["per100"] / 100 if data.get("without") else None
        table = "share" if self.share or self.kind == "course" else asks if self.kind == "mechanism" and asks else "treatment"
        self.worth = WORTH[table].get(source.body)
        self.people = data["participants"] if isinstance(data.get("participants"), int) else source.people
        self.margins(measure)
        self.ends = self.turn(measure, interval, data.get("better")) if source.direct else None
        self.absolute = self.counted(measure, value, interval)
        self.single = data.get("studies") == 1 or not source.synthesis
        registered = "registration" in source.source and int(source.source.get("centres", 1)) > 1
        self.large = registered and source.source.get("sponsor") == "independent"
        if self.worth and data.get("grade"):
            self.certainty, self.least = self.grade(measure, value, items), self.worth[1]
        self.beside([item for item in items if item.key != source.key])

    def reports(self, item: Item, claim: Data) -> bool:
        """A direct study in people names the outcome: at this time, or at none where there is only one."""
        effect = item.item.get("effect") or {}
        if effect.get("outcome") == self.name:
            named = effect.get("at", "end") == self.at
        else:
            named = self.name in item.outcomes and [one["outcome"] for one in claim["outcomes"]].count(self.name) == 1
        return item.direct and item.human and named

    def good(self, better: str | None) -> str:
        """Which way is good; of a measure, which way the claim says."""
        if self.word.get("side") == "measure":
            return better or "higher"
        return "higher" if self.word.get("good", "more") == "more" else "lower"

    def margins(self, measure: str) -> None:
        unit = {"MD": "points", "SMD": "sd", "proportion": "share"}.get(measure, "people")
        if unit == "share":
            self.matters = self.small = 0
        elif self.side == "harm":
            self.matters = self.small = self.word.get("limit") if unit == "people" else None
        else:
            for margin in self.word.get("worthwhile", []):
                if margin["unit"] == unit and (unit != "points" or margin.get("scale") == self.data.get("scale")):
                    self.matters = self.small = margin["value"]
                    break
            fits = (unit == "people") == (self.word.get("unit", "people") == "people") and unit != "points"
            if self.matters is None and fits:
                self.small = self.word.get("trivial")

    def turn(self, measure: str, interval: tuple[float, float] | None, better: str | None) -> tuple[float, float] | None:
        """The interval, with more of the outcome's side upwards."""
        if interval is None or (self.share and self.claim.get("share") is None):
            return None
        low, high = interval
        good = self.good(better)
        up = (self.side == "harm") == (good == "lower")
        if measure in ("MD", "SMD"):
            up = ((better or good) == "higher") == (self.side == "benefit")
        elif measure == "RD":
            low, high = 100 * low, 100 * high
            up = up == ((better or good) == good)
        elif self.share:
            low, high = low - self.claim["share"], high - self.claim["share"]
        elif self.p is not None:
            low, high = (100 * (self.capped(measure, end) - self.p) for end in (low, high))
        else:
            self.comparable = False
            low, high = (math.log(end) if end else -math.inf for end in (low, high))
        return (round(low, 9), round(high, 9)) if up else (round(-high, 9), round(-low, 9))

    def capped(self, measure: str, value: float) -> float:
        return min(max(treated(measure, value, self.p or 0), 0), 1)

    def counted(self, measure: str, value: float, interval: tuple[float, float] | None) -> tuple[Any, ...] | None:
        if self.share:
            per = 1000 if value < 5 else 100
            return (per, None, near(value * per / 100), None, *(near(end * per / 100) for end in interval or ()))
        if measure in ("MD", "SMD") or self.p is None:
            return None
        if measure == "RD" and self.data.get("better") not in (None, self.good(self.data.get("better"))):
            value, interval = -value, interval and (-interval[1], -interval[0])
        risk = treated(measure, value, self.p)
        if not 0 <= round(risk, 9) <= 1:
            return None
        per = 1000 if max(risk, self.p) < 0.05 else 100
        ends = [near(per * (self.capped(measure, end) - self.p)) for end in interval or ()]
        return (per, near(self.p * per), near(risk * per), near(risk * per) - near(self.p * per), *ends)

    def grade(self, measure: str, value: float, items: list[Item]) -> str:
        declared = dict(self.data["grade"])
        unseen = declared["risk-of-bias"] == "unseen"
        declared["risk-of-bias"] = 1 if unseen else declared["risk-of-bias"]
        self.outweigh(declared, items)
        short = [(domain, least) for domain, least in self.floors(measure, value, unseen) if declared[domain] < least]
        rated = any(
            one["by"] == self.data["source"]
            or (isinstance(one.get("studies"), int) and one["studies"] == self.data.get("studies"))
            for one in self.data.get("rated", [])
        )
        if not rated:
            for domain, least in short:
                declared[domain] = max(declared[domain], least)
        raised = sum(up["steps"] for up in self.data.get("up", [])) if self.worth in (RCT, COMPARED) and not self.share else 0
        if self.worth is RCT and self.source.body != "randomised":
            raised = 0
        left = min(max(STEPS.index(self.worth[0]) - sum(declared.values()) + raised, 0), 3)
        return STEPS[min(left, 2) if unseen or (rated and short) else left]

    def outweigh(self, declared: Data, items: list[Item]) -> None:
        """What is weighed against it holds more people than its source: two steps."""
        for domain, reason in self.claim.get("reasons", {}).items():
            people = 0
            for named in reason.get("weighs", []):
                ref, outcomes = (named, []) if isinstance(named, str) else (named["ref"], named.get("outcomes", []))
                for item in items:
                    points = item.item["direction"] in ("contradicts", "mixed", "no-difference")
                    if item.key == ref and points and item.on(self.name) and (not outcomes or self.name in outcomes):
                        people += item.people
            if domain in DOMAINS and people > self.people:
                declared[domain] = max(declared[domain], 2)

    def floors(self, measure: str, value: float, unseen: bool) -> list[tuple[str, int]]:
        found = [("risk-of-bias", 1)] if unseen else []
        none = {"RR": 1, "OR": 1, "HR": 1, "RD": 0, "MD": 0, "SMD": 0}.get(measure)
        band = re.search(r"PI (\S+) to (\S+)", str(self.data.get("heterogeneity", "")).replace("−", "-"))
        if band and none is not None and float(band[1]) <= none <= float(band[2]):
            found.append(("inconsistency", 1))
        if not self.source.item["direct"]:
            found.append(("indirectness", 1))
        if self.ends and self.comparable and not self.share and self.matters:
            low, high = self.ends
            if low <= 0 <= high and (high >= self.matters or -low >= self.matters):
                found.append(("imprecision", 1))
        if not self.people:
            return found
        counts = self.word.get("unit", "people") == "people"
        risks = [value / 100] if self.share else [self.p, self.with_risk(measure, value)] if self.p is not None else []
        if self.people < 100:
            found.append(("imprecision", 2))
        elif counts and risks and None not in risks:
            if self.people * sum(risks) / len(risks) < 300:
                found.append(("imprecision", 1))
        elif self.people < 400:
            found.append(("imprecision", 1))
        return found

    def with_risk(self, measure: str, value: float) -> float | None:
        good = self.good(self.data.get("better"))
        if measure not in ("RR", "OR", "HR", "RD"):
            return None
        turned = -value if measure == "RD" and self.data.get("better") not in (None, good) else value
        risk = treated(measure, turned, self.p or 0)
        return risk if 0 <= round(risk, 9) <= 1 else None

    def beside(self, others: list[Item]) -> None:
        for item in others:
            if not (item.direct and item.human and item.synthesis and item.alive and item.on(self.name)):
                continue
            self.agreeing += item.item["direction"] == "supports"
            self.newer |= item.item["direction"] == "mixed" and item.year > self.source.year
            effect = item.item.get("effect")
            if effect and (effect["outcome"], effect.get("at", "end")) == (self.name, self.at):
                kept = self.share, self.comparable, self.matters, self.small
                self.share, self.comparable = effect["measure"] == "proportion", True
                ends = self.turn(effect["measure"], (effect["low"], effect["high"]), effect.get("better"))
                if ends:
                    self.rivals.append((ends, self.comparable))
                self.share, self.comparable, self.matters, self.small = kept

    @property
    def size(self) -> str | None:
        return size(self.ends, self.comparable, self.matters, self.small, self.side)


def size(ends: Any, comparable: bool, matters: float | None, small: float | None, side: str) -> str | None:
    if ends is None:
        return None
    (low, high), matters, small = ends, matters if comparable else None, small if comparable else None
    if high < 0:
        return "other-way"
    if low > 0:
        if matters is not None and low > matters:
            return "worthwhile"
        return "slight" if small is not None and high < small else "some"
    return "little" if small is not None and high < small and (side == "harm" or -low < small) else "unclear"
