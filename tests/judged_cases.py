"""The smallest fault for each rule on outcomes, in more invented claims (tests/judged)."""

from __future__ import annotations

from tests.rule_cases import Change

EFFECT, SAFETY, COURSE, FEWER, NO_WORSE, HARM, MARKER = (
    f"claims/lamp-{name}.yml" for name in ("by-outcome", "safety", "course", "fewer", "no-worse", "harm", "marker")
)
WHY = "why: {ja: 同じ人です。, en: The same people.}"
ASIDE = f"set-aside: [{{ref: kiri2023lamps, because: same-people, outcomes: [mood], {WHY}}}]"
NOTHING = "  - {outcome: remission, found: none, searched: lamp-and-tea-in-people}\n"
SELLERS = "    position: for\n    finding: {ja: 'この資料の5番目"
NOBI = "  - ref: nobi2018lamp\n    direction: supports\n    direct: true"
OF_NOBI = "    reports: [response]\n    finding: {ja: 'この資料の7"
MIXED = (
    "  - ref: hikari2020lamp\n    direction: mixed\n    direct: true\n    reports: [response]\n"
    "    finding: {ja: 'ほかの記述。', en: 'Another statement.'}\n    locator: abstract\n"
)
GLARE = "participants: 900, without: {per100: 20, source: akari2021lamps}, grade: {risk-of-bias: 1, inconsistency: 0, "
CHOSEN = "chosen: {ja: 予測区間を示すため。, en: It gives a prediction interval.}, "
BY_THREE, BY_ONE = (
    f"studies: {studies}, people: {people}, certainty: {certain}, ceiling: {ceiling}"
    for studies, people, certain, ceiling in ((3, 900, "moderate", "supported"), (1, 100, "low", "inconclusive"))
)
AWAITED = "{outcome: stopping, body: randomised, studies: 3, people: 900, certainty: moderate,"
POOLED, OVERLAPS = "pooled: [nobi2018lamp]", "overlaps: [kiri2023lamps]"

# The first of each rule is its smallest fault, after which nothing else is reported; the others are its other messages.
JUDGED: dict[str, list[list[Change]]] = {
    "answer-above-level": [
        [(EFFECT, "answer: {ja: 反応する人はおそらく", "answer: {ja: 反応する人は確実に")],
        [(SAFETY, "en: Burns may be no more frequent (the", "en: Burns are probably no more frequent (the")],
    ],
    "languages-differ": [[(NO_WORSE, "en: It was open.", "en: It was open in 12 trials.")]],
    "outcome-incomplete": [
        [(EFFECT, "at: m6, found", "at: end, found")],
        [(SAFETY, "result: RR 2.10 (1.60 to 2.80), ", "")],
        [(EFFECT, "at: m6, found: none", "at: m6, source: akari2021lamps, found: none")],
        [(EFFECT, ", searched: lamp-and-tea-in-people", "")],
        [(EFFECT, "searched: lamp-and-tea-in-people", "searched: lamp-and-tee-in-people")],
    ],
    "bad-result": [
        [(SAFETY, "RR 2.10 (1.60 to 2.80)", "RR 2.10 (1.60–2.80)")],
        [(EFFECT, "better: lower, ", "")],
        [(EFFECT, "scale: blue, ", "")],
        [(COURSE, "share: 50\n", "")],
        [(SAFETY, "RR 2.10 (1.60 to 2.80)", "RR 5.10 (1.60 to 9.80)")],
    ],
    "outcome-source": [
        [(SAFETY, "per100: 20, source: akari2021lamps", "per100: 20, source: yake2022burn")],
        [(SAFETY, "glare, source: akari2021lamps", "glare, source: yake2022burn")],
        [(EFFECT, CHOSEN, "")],
    ],
    "unknown-scale": [[(EFFECT, "scale: blue", "scale: bleu")]],
    "unknown-set-aside": [[(SAFETY, OVERLAPS, ASIDE.replace("same-people", "too-small"))]],
    "unknown-outcome": [
        [(EFFECT, "outcome: mood", "outcome: moood")],
        [(EFFECT, "reports: [response]\n    finding: {ja: 'この資料の7", "reports: [respond]\n    finding: {ja: 'この資料の7")],
        [(HARM, "harm: burn\n    causal: shown", "harm: burnt\n    causal: shown")],
        [(HARM, "harms: [burn]", "harms: [burns]")],
    ],
    "unknown-reference": [
        [(EFFECT, "rated: [{by: kiri2023lamps", "rated: [{by: kiri2023lampe")],
        [(SAFETY, "per100: 20, source: akari2021lamps", "per100: 20, source: akari2021lampe")],
        [("references/judged.bib", "pools = {kage2022null", "pools = {kage2022nulls")],
        [("vocabulary.yml", "scale: blue, source: akari2021lamps", "scale: blue, source: akari2021lampe")],
    ],
    "unknown-claim": [[(EFFECT, "also: [lamp-safety]", "also: [lamp-safty]")]],
    "level-above-evidence": [
        [("claims/lamp-rule.yml", "level: documented", "level: established")],
        [(NO_WORSE, "level: supported", "level: documented")],
        [(NO_WORSE, "level: supported", "level: established")],
    ],
    "would-change": [
        [(FEWER, "certainty: moderate, ceiling: supported", "certainty: moderate, ceiling: established")],
        [(FEWER, BY_THREE, BY_ONE)],
    ],
    "outcome-missing": [
        [(NO_WORSE, NOTHING, "")],
        [(MARKER, "outcome: marker", "outcome: burn")],
        [(MARKER, "direct: true\n", "direct: true\n    reports: [marker, response]\n")],
        [(COURSE, "times: [m3, m6]", "times: [m3, m6, end]")],
    ],
    "asks-missing": [
        [(COURSE, "share: 50", "asks: fewer\nshare: 50")],
        [(MARKER, "asks: occurs\n", "")],
        [("claims/lamp-rule.yml", "as_of:", "# as_of:")],
        [(COURSE, "times: [m3, m6]\n", "")],
    ],
    "floor-unmet": [
        [(SAFETY, f"{GLARE}indirectness: 0, imprecision: 1", f"{GLARE}indirectness: 0, imprecision: 0")],
        [
            (EFFECT, "weighs: [soto2024null]", "weighs: [soto2024null, hikari2020lamp]"),
            (EFFECT, "  - ref: soto2024null", f"{MIXED}  - ref: soto2024null"),
            (EFFECT, "participants: 2100", "participants: 1500"),
        ],
        [(NO_WORSE, "participants: 800", "participants: 390")],
    ],
    "reason-missing": [
        [(SAFETY, "  risk-of-bias: {ja: 尋ね方が違います。, en: Trials asked in different ways.}\n", "")],
        [(MARKER, "reasons:\n", "reasons:\n  imprecision: {ja: 少ない。, en: Few.}\n")],
    ],
    "rating-kinder": [[(EFFECT, "as: moderate", "as: low")]],
    "certainty-not-computed": [[(EFFECT, "certainty: moderate", "certainty: low")]],
    "study-not-placed": [
        [(EFFECT, POOLED, "pooled: []")],
        [(EFFECT, POOLED, f"{POOLED}\n  agrees: [nobi2018lamp]")],
        [(EFFECT, "weighs: [soto2024null]", "weighs: []"), (EFFECT, OVERLAPS, "overlaps: [kiri2023lamps, soto2024null]")],
        [(EFFECT, POOLED, "pooled: [nobi2018lamp, michi2019course]")],
    ],
    "indirect-unsaid": [
        [(EFFECT, NOBI, NOBI.replace("true", "false"))],
        [(EFFECT, OF_NOBI, f"    indirect: outcome\n{OF_NOBI}")],
    ],
    "position-missing": [
        [(EFFECT, SELLERS, SELLERS.replace("    position: for\n", ""))],
        [(EFFECT, OF_NOBI, f"    position: for\n{OF_NOBI}")],
    ],
    "set-aside-elsewhere": [
        [(SAFETY, OVERLAPS, ASIDE), (EFFECT, "mood, source: akari2021lamps", "mood, source: kiri2023lamps")],
    ],
}  # fmt: skip
