"""A claim, worked out: its level, its certainty and its flags."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.recompute.files import Data, Item, Review
from tests.recompute.outcome import STEPS, WORTH, Outcome, size

LADDER = ["hypothetical", "preclinical", "inconclusive", "supported", "established"]
UNCONTROLLED = {"cohort", "arm", "association", "reports"}


def points(one: Outcome, kind: str, asks: str | None, ends: Any, comparable: bool) -> str:
    """for, against or neither."""
    if ends is None:
        return "neither"
    low, high = ends
    if kind == "safety" or asks == "no-worse":
        bad = (-high, -low) if asks == "no-worse" and one.side == "benefit" else (low, high)
        if one.matters is None or not comparable:
            return "neither"
        return "for" if bad[1] < one.matters else "against" if bad[0] > one.matters else "neither"
    low, high = (-high, -low) if asks == "fewer" else (low, high)
    return "for" if low > 0 else "against" if high < 0 else "neither"


def sizes_matter(kind: str, asks: str | None) -> bool:
    return kind in ("effect", "mechanism") or asks in ("better", "fewer")


def carried(one: Outcome, kind: str, asks: str | None, critical: list[Outcome], rival: Any = None) -> str:
    """The level that one outcome carries its claim to."""
    ends, comparable = rival or (one.ends, one.comparable)
    enough = one.certainty and one.least and STEPS.index(one.certainty) >= STEPS.index(one.least)
    if not enough or points(one, kind, asks, ends, comparable) != "for" or one.people < 200:
        return "inconclusive"
    top = STEPS.index(one.certainty) >= 2
    if sizes_matter(kind, asks):
        top &= size(ends, comparable, one.matters, one.small, one.side) != "slight"
        top &= not any(o.certainty and o.at == one.at and o.size == "little" for o in critical)
    for other in critical:
        against = points(other, kind, asks, other.ends, other.comparable) == "against"
        top &= not (other.at == one.at and against and other.certainty and STEPS.index(other.certainty) >= 2)
    if one.single:
        return "supported" if one.large and one.people >= 400 else "inconclusive"
    return "established" if top and one.people >= 400 else "supported"


def votes(items: list[Item], claim: Data) -> tuple[int, int]:
    """How many bodies accept and reject."""
    day = str(claim["reviewed"])
    newest: dict[str, Item] = {}
    for item in items:
        position, source = item.item.get("position"), item.source
        begin, _, end = source.get("valid", "/").partition("/")
        holds = begin <= day <= (end or "9") and item.year <= int(day[:4]) and "supersededby" not in source
        kinds = source.get("issuer", "").replace(",", " ").split()
        if position in ("against", "research-only"):
            speaks = item.item["direct"] or item.item.get("indirect") in (None, "population")
        else:
            speaks = item.item["direct"] and item.item["direction"] != "context"
        if position and item.document and speaks and not item.withdrawn and holds and kinds and "providers" not in kinds:
            body = source.get("authority", item.key)
            rival = newest.get(body)
            if rival is None or (item.year, rival.key) > (rival.year, item.key):
                newest[body] = item
    said = [item.item["position"] for item in newest.values()]
    return said.count("for") + said.count("for-some"), said.count("against") + said.count("research-only")


def judge(claim: Data, review: Review) -> Data:
    """Level, certainty, flags and outcomes of one claim."""
    items = [Item(item, claim, review) for item in claim.get("evidence", [])]
    kind = claim["kind"]
    asks = claim.get("asks") or {"comparison": "better", "mechanism": "causes"}.get(kind)
    outcomes = [Outcome(data, claim, asks, items, review) for data in claim.get("outcomes", [])]
    if kind == "description":
        return describe(claim, items, review)
    if kind == "harm":
        level = harm(claim, items, outcomes)
        deciding = [one for one in outcomes if one.critical and one.side == "harm"]
        flags = flags_of(kind, None, level, [], deciding, items, (0, 0))  # nobody votes on a harm, and no outcome carries it
        return {"level": level, "certainty": None, "flags": flags, "outcomes": outcomes}
    return weigh(claim, kind, asks, items, outcomes, review)


def weigh(claim: Data, kind: str, asks: str | None, items: list[Item], outcomes: list[Outcome], review: Review) -> Data:
    side = "harm" if kind == "safety" or asks == "fewer" else "benefit"
    critical = [one for one in outcomes if one.critical and (kind == "course" or one.side == side)]
    levels = [carried(one, kind, asks, critical) for one in critical]
    missing = False
    if kind == "safety":
        harms = {
            n for n, w in review.words["outcome"].items() if w.get("side") == "harm" and claim["topic"] in w.get("critical", [])
        }
        missing = bool((harms | set(claim.get("harms", []))) - {one.name for one in outcomes})
    elif kind == "course":
        missing = bool(set(claim.get("times", [])) - {one.at for one in outcomes})
    best = (min if kind in ("safety", "course") else max)(levels, key=LADDER.index, default="inconclusive")
    best = "inconclusive" if missing else best
    yes, no = votes(items, claim)
    if best == "established" and kind in ("effect", "comparison") and yes <= no:
        best = "supported"
    level = best if best != "inconclusive" else floor(kind, asks, items)
    carrying = []
    if level in ("supported", "established"):
        everyone = kind in ("safety", "course")
        carrying = [o for o, own in zip(critical, levels, strict=True) if everyone or LADDER.index(own) >= LADDER.index(level)]
    ranks = [STEPS.index(one.certainty) for one in carrying]
    certainty = STEPS[(min if kind in ("safety", "course") else max)(ranks)] if ranks else None
    flags = flags_of(kind, asks, level, carrying, critical, items, (yes, no))
    return {"level": level, "certainty": certainty, "flags": flags, "outcomes": outcomes}


def floor(kind: str, asks: str | None, items: list[Item]) -> str:
    """The level where no outcome carries anything."""
    table = WORTH["share" if kind == "course" else asks if kind == "mechanism" and asks else "treatment"]
    people = [item for item in items if item.direct and item.human and item.body in table]
    if any(not (kind == "comparison" and item.body in UNCONTROLLED) for item in people):
        return "inconclusive"
    return "preclinical" if any(item.direct and item.lab for item in items) else "hypothetical"


def flags_of(
    kind: str, asks: str | None, level: str, carrying: list[Outcome], critical: list[Outcome], items: list[Item],
    said: tuple[int, int],
) -> set[str]:  # fmt: skip
    yes, no = said
    flags = set()
    if level in ("supported", "established"):
        against = [i for i in items if i.direct and i.human and i.synthesis and i.alive and i.item["direction"] == "contradicts"]
        if against or any(o.newer for o in carrying) or (no and kind in ("effect", "comparison", "safety")):
            flags.add("disputed")
        if (carrying and all(o.single or not o.agreeing for o in carrying)) or (
            level == "established" and yes == 1 and kind in ("effect", "comparison")
        ):
            flags.add("one-study")
    else:
        for o in critical:
            rank = STEPS.index(o.certainty) if o.certainty else -1
            if rank >= 1 and points(o, kind, asks, o.ends, o.comparable) == "against":
                flags.add("contradicted")
            if rank >= 2 and o.size == "little" and sizes_matter(kind, asks):
                flags.add("contradicted")
    for o in carrying:
        mine = (o.size, points(o, kind, asks, o.ends, o.comparable), carried(o, kind, asks, critical))
        for ends, comparable in o.rivals:
            other = size(ends, comparable, o.matters, o.small, o.side)
            if (other, points(o, kind, asks, ends, comparable), carried(o, kind, asks, critical, (ends, comparable))) != mine:
                flags.add("depends-on-synthesis")
    return flags


def harm(claim: Data, items: list[Item], outcomes: list[Outcome]) -> str:
    told = [i for i in items if i.direct and (i.human or i.document) and i.item["direction"] == "supports"]
    told = [i for i in told if i.item.get("harm") and i.item.get("causal")]
    told_of = sorted({i.item["harm"] for i in told} | {o.name for o in outcomes if o.side == "harm"})
    named = claim.get("harms", [])
    rungs = [[harm_rung(name, told, outcomes, r) for name in named or told_of] for r in range(len(HARM_RUNGS))]
    for rung, reached in enumerate(rungs):
        if (all(reached) if named else any(reached)) and reached:
            return HARM_RUNGS[rung]
    return floor("harm", None, items)


HARM_RUNGS = ["established", "established", "supported", "supported", "supported", "inconclusive"]


def harm_rung(name: str, told: list[Item], outcomes: list[Outcome], rung: int) -> bool:
    """The lines of the ladder for harms, one after the other."""

    def origin(item: Item) -> str:
        if item.document:
            return item.source.get("authority") or item.key
        return item.source.get("registration", "").upper() or item.key

    mine = [item for item in told if item.item["harm"] == name]
    published = [item for item in mine if item.human and not item.document]
    sure = [item for item in mine if item.item["causal"] in ("probable", "shown")]
    more = [o for o in outcomes if o.name == name and o.side == "harm" and o.ends and o.ends[0] > 0 and o.certainty]
    return [
        lambda: len({origin(i) for i in sure}) > 1 and any(i in published for i in sure),
        lambda: any(STEPS.index(o.certainty) >= 2 for o in more),
        lambda: any(item.document for item in mine),
        lambda: len({origin(i) for i in published}) > 1,
        lambda: any(STEPS.index(o.certainty) >= 1 and o.source.body == "randomised" and not o.share for o in more),
        lambda: bool(mine),
    ][rung]()


def describe(claim: Data, items: list[Item], review: Review) -> Data:
    level = "unverified"
    for item in items:
        if item.direct and item.item["direction"] == "supports":
            place = review.words["locator"][item.item["locator"].split()[0]]
            own = item.document and "year" in item.source and not place.get("second_hand")
            level = "documented" if own or level == "documented" else "reported"
    search = review.searches.get(claim.get("absence") or "")
    if search and claim["absence"] in claim.get("searches", []) and search["found"] == 0:
        level = "documented" if search.get("databases") or level == "documented" else "reported"
    contested = any(item.direct and item.item["direction"] == "contradicts" for item in items)
    return {"level": level, "certainty": None, "flags": {"contested"} if contested else set(), "outcomes": []}


def recompute(root: Path) -> dict[str, Data]:
    """Claim to what follows from the files."""
    review = Review(root)
    return {claim_id: judge(claim, review) for claim_id, claim in review.claims.items()}
