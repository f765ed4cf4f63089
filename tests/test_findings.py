"""What the page of a claim shows: the summary of findings and what stands around it, for a claim of each kind."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.judged_cases import COURSE, EFFECT, FEWER, HARM, MARKER, NO_WORSE, SAFETY
from tests.rule_cases import Change, spoil
from tools.appraisal.assess import Assessed, assess
from tools.appraisal.sentences import difference_in_words, range_in_words
from tools.edition import Edition
from tools.pages.findings import findings
from tools.pages.render import render
from tools.records.load import load
from tools.records.words import LANGUAGES, Language

RULE = "claims/lamp-rule.yml"


def assessed(root: Path, *changes: Change) -> Assessed:
    spoil(root, list(changes))
    review, problems = load(root)
    assert review and not problems, problems
    return assess(review)


def page(root: Path, path: str, *changes: Change, language: Language = "en", today: datetime.date = TODAY) -> str:
    """The live page of one claim, after some changes."""
    return render(assessed(root, *changes), Edition(today, language=language))[f"claims/{Path(path).stem}.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_judged_claims(language: Language, judged: Path, golden) -> None:
    pages = render(assessed(judged), Edition(TODAY, language=language))
    for path in (EFFECT, SAFETY, COURSE, FEWER, NO_WORSE, HARM, MARKER, RULE):
        text = pages[f"claims/{Path(path).stem}.md"]
        content = text[text.index("<!-- content of") : text.index("<!-- end of content -->")]
        golden(f"golden/judged/{language}/{Path(path).stem}.md", content)
    golden(
        f"golden/judged/{language}/evidence.md", pages["evidence.md"].partition("## ")[2].partition('<div class="picture">')[0]
    )


@pytest.mark.parametrize(
    ("low", "high", "english", "japanese"),
    [
        (8, 26, "8 to 26 more", "8〜26人多い"),
        (-11, -3, "3 to 11 fewer", "3〜11人少ない"),
        (-11, 8, "11 fewer to 8 more", "11人少ない〜8人多い"),
        (0, 11, "about none to 11 more", "ほぼ同数〜11人多い"),
        (-4, 0, "4 fewer to about none", "4人少ない〜ほぼ同数"),
        (0, 0, "about none", "ほぼ同数"),
        (None, None, "", ""),
    ],
)
def test_an_interval_of_people(low: int | None, high: int | None, english: str, japanese: str) -> None:
    assert range_in_words(low, high, "people", "en") == english
    assert range_in_words(low, high, "people", "ja") == japanese


def test_a_difference_that_rounds_to_nobody_is_not_called_no_difference() -> None:
    assert difference_in_words(0, "people", "en") == "about as many"
    assert difference_in_words(0, "people", "ja") == "ほぼ同数"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("MD -3.4 (-4.9 to -1.9), better: lower", ("3.4 points lower", "1.9 to 4.9 lower")),
        ("MD 3.4 (1.9 to 4.9), better: higher", ("3.4 points lower", "1.9 to 4.9 lower")),
        ("MD 0.4 (-1.9 to 2.7), better: lower", ("0.4 points higher", "1.9 lower to 2.7 higher")),
        ("SMD 0.45 (0.3 to 0.6), better: higher", ("0.45 standard deviations lower", "0.3 to 0.6 lower")),
    ],
)
def test_a_score_is_lower_with_the_treatment_whichever_way_it_is_printed(printed: str, told: object, judged: Path) -> None:
    written = "MD -3.4 (-4.9 to -1.9), better: lower"
    found = assessed(judged, (EFFECT, written, printed))
    rows = findings(found.claims["lamp-by-outcome"], found.review, "en").rows
    assert next(row for row in rows if row.one.outcome.outcome == "mood").difference == told


def test_a_step_leads_to_its_reason_and_every_note_can_be_reached(judged: Path) -> None:
    text = page(judged, EFFECT)
    for name in ("1", "2", "3", "a", "b"):
        assert f'href="#note-{name}"' in text and f'id="note-{name}"' in text
    assert 'Weighed here: <a href="#ref-soto2024null">' in text


def test_the_outcomes_of_another_claim_stand_beside_and_lead_to_its_page(judged: Path) -> None:
    text = page(judged, EFFECT)
    beside = text[text.index("Beside it, not counted here") : text.index("{#unknown}")]
    assert 'claims/lamp-safety/#findings"' in beside and 'href="#note-' not in beside


def test_a_floor_that_yields_to_a_published_rating_is_told(judged: Path) -> None:
    kinder = (EFFECT, "inconsistency: 1, indirectness: 0", "inconsistency: 0, indirectness: 0")
    text = page(judged, EFFECT, kinder)
    assert "Not lowered although the prediction interval includes “no difference”" in text
    assert "Not lowered for inconsistency although the studies vary much." in text


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("sponsor = {maker}", "although the maker or seller paid for the study"),
        ("appraisal = {AMSTAR-2: critically low: kiri2023lamps}", "critically low in quality"),
    ],
)
def test_what_a_reader_would_expect_to_lower_is_told_where_it_does_not(field: str, told: str, judged: Path) -> None:
    source = "participants = {2400}, pools"
    assert told in page(judged, EFFECT, ("references/judged.bib", source, source.replace("pools", f"{field}, pools")))


def test_studies_set_aside_are_counted_by_the_way_they_point(judged: Path) -> None:
    why = "why: {ja: 同じ人です。, en: The same people.}"
    aside = "pooled: []\n  set-aside: [" + ", ".join(
        f"{{ref: {ref}, because: same-people, {why}}}" for ref in ("nobi2018lamp", "kiri2023lamps")
    )
    text = page(judged, EFFECT, (EFFECT, "pooled: [nobi2018lamp]\n  overlaps: [kiri2023lamps]", f"{aside}]"))
    assert "Set aside: 2 for the claim, 0 that point elsewhere." in text and "All of them point one way." in text


def test_who_reports_a_harm_and_how_its_cause_is_known(judged: Path) -> None:
    text = page(judged, HARM, (HARM, "    causal: reported\n", ""))
    table = text[text.index("Which harm is reported") : text.index("</table>")]
    assert table.index("shown to be the cause") < table.index("probably the cause") < table.index("cause not known; not counted")
    assert "Established: that this harm occurs is shown" in text and "No estimate" not in text


def test_a_description_past_its_day_shows_the_fall_and_a_younger_page_does_not(judged: Path) -> None:
    after, before = datetime.date(2026, 6, 1), datetime.date(2026, 5, 31)
    assert "so it is now “Unverified”" in page(judged, RULE, today=after)
    assert "Unverified" not in page(judged, RULE, today=before)
