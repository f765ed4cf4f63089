"""From records to the level rule: an invented claim of each kind, and what changes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.judged_cases import COURSE, EFFECT, FEWER, HARM, MARKER, NO_WORSE, OVERLAPS, SAFETY, WHY
from tests.rule_cases import Change, spoil
from tools.appraisal.assess import Judged, assess
from tools.check.rules import check
from tools.edition import Edition, Publication
from tools.export import export_root
from tools.pages.render import render
from tools.records.load import load
from tools.records.words import LANGUAGES

RULE, BIB = "claims/lamp-rule.yml", "references/judged.bib"
NOTICE = "  design = {guideline}, species = {none}, authority = {Office of Lamps}, issuer = {regulator}, country = {JP},\n"


def of(root: Path, path: str, *changes: Change) -> Judged:
    """What follows from one claim, after some changes."""
    spoil(root, list(changes))
    review, problems = load(root)
    assert review and not problems, problems
    return assess(review).claims[Path(path).stem]


def told(judged: Judged) -> tuple[str, str | None, tuple[str, ...]]:
    found = judged.judgement
    return found.level, found.certainty, found.flags


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (EFFECT, ("established", "moderate", ("disputed",))),
        (SAFETY, ("supported", "low", ())),
        (COURSE, ("supported", "low", ("one-study",))),
        (FEWER, ("inconclusive", None, ())),
        (NO_WORSE, ("supported", "moderate", ("one-study",))),
        (HARM, ("established", None, ())),
        (MARKER, ("established", "moderate", ("one-study",))),
        (RULE, ("documented", None, ("contested",))),
    ],
)
def test_a_claim_of_each_kind(path: str, expected: tuple[object, ...], judged: Path) -> None:
    found = of(judged, path)
    assert told(found) == expected and found.ceiling == expected[0]


def test_judged_claims_have_pages_and_files(judged: Path) -> None:
    review, _ = load(judged)
    assert review
    assessed = assess(review)
    for language in LANGUAGES:
        pages = render(assessed, Edition(TODAY, language=language))
        assert all(f"claims/{Path(path).stem}.md" in pages for path in (EFFECT, SAFETY, COURSE, HARM, MARKER, RULE))
    assert dict(export_root(assessed, Publication(TODAY)))["data/claims.json"]


def test_the_numbers_and_the_sentences_of_an_outcome(judged: Path) -> None:
    """RR 1.80 (1.40 to 2.30) at 20 of 100: 36, and 8 to 26 more, by a pencil."""
    one = of(judged, EFFECT).outcomes[0]
    assert one.absolute and one.result.size == "some" and one.result.rating == "moderate"
    numbers = one.absolute
    assert (numbers.without, numbers.treated, numbers.difference, numbers.low, numbers.high) == (20, 36, 16, 8, 26)
    assert one.sentence["en"].startswith("Probably more people respond with the lamp than with a sham light.")
    assert one.sentence["ja"].startswith("反応する人は、偽の光に比べ、ランプでおそらく多くなります。")
    assert one.numbers["en"] == "Of 100 people: 20 with a sham light, 36 with the lamp (16 more; 95% CI 8 to 26 more)."
    assert of(judged, EFFECT).outcomes[3].sentence["en"] == "No study was found that measured this."


UNRATED = "Studies measured this, but none was found with an estimate that can be rated (a comparison and an interval)."
AT_M6 = "  - {outcome: response, at: m6, found: none, searched: lamp-and-tea-in-people}\n"
OF_SOTO = "    effect: {measure: RR, value: 1.30, low: 1.05, high: 1.60, outcome: response"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([], "No study was found that measured this."),
        ([(EFFECT, f"{OF_SOTO}}}", f"{OF_SOTO}, at: m6}}")], UNRATED),
        ([(EFFECT, AT_M6, AT_M6.replace("response", "marker")), (EFFECT, "reports: [response]", "reports: [marker]")], UNRATED),
        ([(EFFECT, AT_M6, AT_M6.replace("response", "marker"))], "No study was found that measured this."),
    ],
    ids=["at-another-time", "at-that-time", "at-no-stated-time", "another-outcome"],
)
def test_what_was_measured_without_an_estimate_is_not_called_unmeasured(
    changes: list[Change], sentence: str, judged: Path
) -> None:
    found = of(judged, EFFECT, *changes)
    assert found.outcomes[3].sentence["en"] == sentence
    assert ("測った研究はありますが" in found.outcomes[3].sentence["ja"]) is (sentence == UNRATED)
    assert found.judgement.level == "established"


MARKED = "result: SMD 0.45 (0.30 to 0.60), better: higher"


@pytest.mark.parametrize("good", ["", "    good: less\n"], ids=["", "good-less"])
@pytest.mark.parametrize(
    ("result", "level", "sentence"),
    [
        (MARKED, "established", "The marker is probably higher with low mood than with usual mood."),
        ("result: SMD -0.45 (-0.60 to -0.30), better: lower", "established", "The marker is probably lower with low mood"),
        ("result: SMD -0.45 (-0.60 to -0.30), better: higher", "inconclusive", "The marker is probably lower with low mood"),
        ("result: SMD 0.45 (0.30 to 0.60), better: lower", "inconclusive", "The marker is probably higher with low mood"),
        (
            "result: SMD 0.01 (-0.30 to 0.30), better: lower",
            "inconclusive",
            "The studies cannot tell whether the marker is lower or",
        ),
    ],
    ids=["higher", "lower", "lower-against", "higher-against", "unclear"],
)
def test_a_measure_goes_the_way_that_its_estimate_says(result: str, level: str, sentence: str, good: str, judged: Path) -> None:
    """What the vocabulary may call good of a measure says nothing of where a value lies."""
    word = ("vocabulary.yml", "    side: measure\n", f"    side: measure\n{good}")
    found = of(judged, MARKER, (MARKER, MARKED, result), word)
    (one,) = found.outcomes
    assert found.judgement.level == level and one.sentence["en"].startswith(sentence)
    assert (one.result.gain is not None and one.result.gain.towards) is (level == "established")


def test_one_vote_a_body_by_its_newest_document_in_force(judged: Path) -> None:
    """The newer notice replaces the older, the sellers have no vote, the payers reject."""
    votes = {voice.key: voice.vote for voice in of(judged, EFFECT).voices}
    assert votes == {
        "akarioffice2024notice": "accepts", "akarioffice2022notice": "", "moodboard2023guide": "accepts",
        "payers2023decision": "rejects", "lampsellers2020view": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(EFFECT, "position: for-some", "position: against"), (EFFECT, "position: for\n", "position: none\n")], "supported"),
        ([(BIB, "valid = {2023-01-01/2027-12-31}", "valid = {2023-01-01/2025-12-31}")], "established"),
        ([(BIB, "issuer = {public-body, society}", "issuer = {public-body, providers}")], "supported"),
        ([(BIB, NOTICE, NOTICE + "  supersededby = {moodboard2023guide},\n")], "established"),
    ],
    ids=["rejected", "no-longer-in-force", "issued-by-providers", "superseded"],
)  # fmt: skip
def test_who_accepts_decides_the_top(changes: list[Change], expected: str, judged: Path) -> None:
    assert of(judged, EFFECT, *changes).judgement.level == expected


@pytest.mark.parametrize(("indirect", "vote"), [("population", "rejects"), ("intervention", "")])
def test_a_body_that_rejects_the_use_rejects_the_wider_claim(indirect: str, vote: str, judged: Path) -> None:
    narrower = f"direct: false\n    indirect: {indirect}\n    position: against"
    found = of(judged, EFFECT, (EFFECT, "direct: true\n    position: against", narrower))
    assert {voice.vote for voice in found.voices if voice.key == "payers2023decision"} == {vote}


def test_what_is_weighed_and_holds_more_people_lowers_by_two(judged: Path) -> None:
    """Three thousand people in whom the trial saw no difference stand against two thousand."""
    found = of(judged, EFFECT, (BIB, "participants = {640}", "participants = {3000}"))
    assert (found.judgement.level, found.judgement.certainty) == ("supported", "low")
    review, _ = load(judged)
    assert review
    problems = {problem.rule: str(problem) for problem in check(assess(review), TODAY)}
    assert {"floor-unmet", "certainty-not-computed", "level-above-evidence"} <= problems.keys()
    assert "`response end: low`" in problems["level-above-evidence"]  # what holds the level where it is


def test_a_newer_mixed_synthesis_disputes(judged: Path) -> None:
    changes = [
        (BIB, "year = {2023}, doi = {10.5555/kiri.2023}", "year = {2025}, doi = {10.5555/kiri.2023}"),
        (EFFECT, "kiri2023lamps\n    direction: supports", "kiri2023lamps\n    direction: mixed"),
        (EFFECT, "position: against", "position: none"),
    ]
    assert told(of(judged, EFFECT, *changes)) == ("established", "moderate", ("disputed", "one-study"))


def test_what_is_set_aside_does_not_dispute(judged: Path) -> None:
    """Nor is it another synthesis that agrees."""
    against = (EFFECT, "kiri2023lamps\n    direction: supports", "kiri2023lamps\n    direction: contradicts")
    aside = f"set-aside: [{{ref: kiri2023lamps, because: same-people, {WHY}}}]"
    away = (EFFECT, "position: against", "position: none")
    assert "disputed" in of(judged, EFFECT, against, away).judgement.flags
    assert of(judged, EFFECT, (EFFECT, OVERLAPS, aside)).judgement.flags == ("one-study",)


def test_a_published_rating_of_the_same_body_takes_a_floor_but_never_to_high(judged: Path) -> None:
    graded = (
        of(judged, EFFECT, (EFFECT, "inconsistency: 1, indirectness: 0", "inconsistency: 0, indirectness: 0")).outcomes[0].graded
    )
    assert graded and graded.rating == "moderate" and [floor.why for floor in graded.yielded] == ["prediction-interval"]


def test_a_source_that_is_not_direct_carries_nothing(judged: Path) -> None:
    found = of(judged, NO_WORSE, (NO_WORSE, "direct: true", "direct: false"))
    assert found.judgement.level == "hypothetical" and found.outcomes[0].result.gain is None


def test_a_safety_claim_without_a_critical_harm_is_not_in_favour(judged: Path) -> None:
    burn = next(line for line in (judged / SAFETY).read_text(encoding="utf-8").splitlines(True) if "outcome: burn" in line)
    assert of(judged, SAFETY, (SAFETY, burn, "")).judgement.level == "inconclusive"


@pytest.mark.parametrize("measured", [True, False], ids=["beyond-its-limit", "not-measured"])
def test_a_harm_that_a_safety_claim_speaks_of_decides(measured: bool, judged: Path) -> None:
    """Without it, burns and stopping carry the claim."""
    glare = next(line for line in (judged / SAFETY).read_text(encoding="utf-8").splitlines(True) if "outcome: glare" in line)
    named = (SAFETY, "terms: [lamp]", "harms: [glare]\nterms: [lamp]")
    gone = [] if measured else [(SAFETY, glare, "")]
    assert of(judged, SAFETY, *gone).judgement.level == "supported"
    assert of(judged, SAFETY, named).judgement.level == "inconclusive"


def test_two_notices_of_one_authority_are_one_source(judged: Path) -> None:
    """A case whose cause is probable and a notice: the second needs another origin, and a cause that is more than reported."""
    gone = (HARM, "causal: shown", "causal: reported")
    assert of(judged, HARM, gone).judgement.level == "supported"


def test_animals_report_no_harm_to_people(judged: Path) -> None:
    """A case whose cause is probable and a burn shown in mice: only the notice supports the harm."""
    mice = (BIB, "design = {case-report}, species = {human},\n  participants = {8}", "design = {animal}, species = {mouse}")
    assert of(judged, HARM, mice).judgement.level == "supported"
    burns = (HARM, "- ref: yake2022burn\n    direction: supports", "- ref: yake2022burn\n    direction: context")
    notice = (
        HARM,
        "- ref: akarioffice2022notice\n    direction: supports",
        "- ref: akarioffice2022notice\n    direction: context",
    )
    assert of(judged, HARM, burns, notice).judgement.level == "preclinical"


def test_two_reports_of_one_registered_study_are_one_source(judged: Path) -> None:
    """Where the number is another's, case reports and series establish the harm; where it is the same, the notice supports it."""
    first, second = (
        (BIB, f"doi = {{10.5555/{doi}}}", f"doi = {{10.5555/{doi}}}, registration = {{{number}}}")
        for doi, number in (("yake.2022", "NCT00000003"), ("hono.2023", "nct00000003"))
    )
    distinct = (BIB, "{nct00000003}", "{nct00000003}, distinct = {yake2022burn}")
    assert of(judged, HARM, first, second, distinct).judgement.level == "supported"
    assert of(judged, HARM, (BIB, "{nct00000003}", "{NCT00000004}")).judgement.level == "established"


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ([(RULE, "locator: abstract\n  - ref: yake", "locator: digest\n  - ref: yake")], "reported"),
        ([(RULE, "direction: supports", "direction: context")], "unverified"),
        ([(BIB, "author = {{Office of Lamps}}, year = {2024}, ", "author = {{Office of Lamps}}, ")], "reported"),
    ],
    ids=["at-second-hand", "nothing-behind-it", "without-a-date"],
)  # fmt: skip
def test_what_a_description_rests_on(changes: list[Change], level: str, judged: Path) -> None:
    assert of(judged, RULE, *changes).judgement.level == level


def test_a_search_of_databases_documents_and_one_of_an_index_reports(judged: Path) -> None:
    search = "searches: [lamp-and-tea-in-people]\nabsence: lamp-and-tea-in-people\nterms: [lamp]"
    gone = (RULE, "direction: supports", "direction: context")
    assert of(judged, RULE, gone, (RULE, "terms: [lamp]", search)).judgement.level == "reported"
    databases = ("references/searches.yml", "  limits:", "  databases: true\n  limits:")
    assert of(judged, RULE, databases).judgement.level == "documented"


def test_what_a_record_awaits_would_move_the_ceiling(judged: Path) -> None:
    found = of(judged, FEWER)
    assert (found.promised, found.ceiling) == ("supported", "inconclusive")
    assert of(judged, FEWER, (FEWER, "studies: 3, people: 900", "studies: 1, people: 900")).promised == "inconclusive"
    assert of(judged, FEWER, (FEWER, "studies: 1, people: 900", "studies: 3, people: 190")).promised == "inconclusive"


def test_the_source_of_what_carries_bears_the_level(judged: Path) -> None:
    """Without the synthesis nothing is measured; without either body that accepts, as many reject."""
    supports = {support.ref: support.without for support in of(judged, EFFECT).supports}
    assert supports["akari2021lamps"] == "inconclusive" and supports["moodboard2023guide"] == "supported"
    assert "nobi2018lamp" not in supports


@pytest.mark.parametrize(("path", "wording"), [(EFFECT, "likely"), (SAFETY, "possible"), (HARM, "asserted"), (RULE, "asserted")])
def test_wording_follows_the_certainty_of_what_carries(path: str, wording: str, judged: Path) -> None:
    assert of(judged, path).allowed_wording == wording
