"""The pages that patients read are easy to read, in figures; and what they print as a number is an outcome's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import TODAY, real_assessed
from tests.judged_cases import EFFECT
from tests.plain_language import CHAIN, ease, syllables, text_of
from tests.rule_cases import spoil
from tools.appraisal.assess import Assessed, assess
from tools.appraisal.quoted import quote
from tools.edition import Edition
from tools.pages.render import render
from tools.records.load import load
from tools.records.words import LANGUAGES, Language

PAGES = ("patients.md", "sheet.md")
# Names, and what a letter or a counter calls it, so that a reader finds it again.
OFFICIAL = {"日本精神神経学会", "再生医療抗加齢学会", "高額療養費制度"}


@pytest.fixture(scope="module")
def real() -> Assessed:
    return real_assessed()


def body(real: Assessed, language: Language, name: str) -> str:
    return text_of(real.review.pages[language][name].body, real, language)


@pytest.mark.parametrize("name", PAGES)
def test_the_english_is_for_the_sixth_grade(name: str, real: Assessed) -> None:
    assert ease(body(real, "en", name), "en").grade <= 6


@pytest.mark.parametrize("name", PAGES)
def test_the_japanese_is_as_easy(name: str, real: Assessed) -> None:
    found = ease(body(real, "ja", name), "ja")
    assert found.length <= 30 and found.kanji <= 0.32
    assert not [sentence for sentence in found.pieces if len(sentence) > 65]
    assert {chain for sentence in found.pieces for chain in CHAIN.findall(sentence)} <= OFFICIAL


@pytest.mark.parametrize("name", PAGES)
def test_the_japanese_is_written_as_japanese(name: str, real: Assessed) -> None:
    """Full-width brackets and colons, dates in words, 根拠 and no 証拠, です and ます."""
    text = body(real, "ja", name)
    assert not re.findall(r"[ぁ-ん一-龠ァ-ヶ][(:]|\d{4}-\d\d-\d\d|証拠", text)
    assert not [piece for piece in ease(text, "ja").pieces if re.search("(?:である|だ|った|ない)。$", piece)]


def test_syllables_are_counted_as_they_are_spoken() -> None:
    spoken = {"the": 1, "treatment": 2, "people": 2, "stopped": 1, "wanted": 2, "little": 2, "exosomes": 4, "insurance": 3}
    assert {word: syllables(word) for word in spoken} == spoken


def test_the_formula_is_that_of_flesch_and_kincaid() -> None:
    """Two sentences, ten words, eleven syllables: 0.39 x 5 + 11.8 x 1.1 - 15.59."""
    assert ease("The cat sat on it. A lamp can be little.", "en").grade == pytest.approx(0.39 * 5 + 11.8 * 1.1 - 15.59)


@pytest.mark.parametrize(
    ("asked", "text", "fault"),
    [
        ("LMP-11 response treated", "36", None),
        ("LMP-11 response without", "20", None),
        ("LMP-11 response rest", "64", None),
        ("LMP-11 response certainty", "moderate", None),
        ("LMP-11 response people", "2,100", None),
        ("LMP-11 response@m6 treated", "", "not-measured"),
        ("LMP-11 response@m6 picture", "", None),
        ("LMP-11 response treated/1000", "", "per"),
        ("LMP-11 response observed", "", "nothing"),
        ("LMP-11 mood treated", "", "nothing"),
        ("LMP-11 joy treated", "", "outcome"),
        ("LMP-99 response treated", "", "claim"),
        ("LMP-11 response treatd", "", "form"),
        ("response", "", "form"),
    ],
)
def test_a_page_asks_an_outcome_for_its_numbers(asked: str, text: str, fault: str | None, judged: Path) -> None:
    review, problems = load(judged)
    assert review and not problems
    found = quote(asked, assess(review), "en")
    assert (found.text, found.fault) == (text, fault)


def test_a_very_uncertain_number_is_refused(judged: Path) -> None:
    spoil(judged, [(EFFECT, "inconsistency: 1", "inconsistency: 3")])
    review, _ = load(judged)
    assert review
    assert quote("LMP-11 response treated", assess(review), "en").fault == "very-uncertain"
    assert quote("LMP-11 response certainty", assess(review), "ja").text == "非常に低い"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_of_what_nobody_measured_has_no_filled_dot(language: Language, judged: Path) -> None:
    line = "{{LMP-11 response picture}}\n{{LMP-11 response@m6 picture}}"
    for lang in LANGUAGES:
        spoil(judged, [(f"docs/{lang}/index.md", "<!-- insert: statement", f"<div>\n{line}\n</div>\n\n<!-- insert: statement")])
    review, problems = load(judged)
    assert review and not problems
    page = render(assess(review), Edition(TODAY, language=language))["index.md"]
    known, unknown = re.findall(r'<svg [^>]*class="figure frequencies.*?</svg>', page, re.DOTALL)
    assert re.findall(r'data-count="(\d+)"', known) == ["36", "20"]
    assert re.findall(r'data-count="(\d+)"', unknown) == ["0"] and ">?</text>" in unknown
