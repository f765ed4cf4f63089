"""What a few words must not do: lift a claim by a search that found nothing, by its kind, or by a word that is ranked nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_check import change, problems_of

CLAIM = "claims/lamp-and-tea.yml"
SEARCH = "lamp-and-tea-in-people"
ABSENCE = (f"searches: [{SEARCH}]", f"searches: [{SEARCH}]\nabsence: {SEARCH}")
# What the claim says, and what a claim that studies are missing would say.
SAID = "{ja: お茶を加えるとさらに良い。, en: Adding tea is better still.}"
MISSING = "{ja: お茶を加えた研究は限られている。, en: Research on adding tea is limited.}"


def documented_description(root: Path) -> None:
    record = root / CLAIM
    text = record.read_text(encoding="utf-8")
    text = re.sub("^asks:.*?(?=^evidence:)", "as_of: 2026-01-02\n", text, flags=re.MULTILINE | re.DOTALL)
    record.write_text(text, encoding="utf-8")
    change(root, CLAIM, "kind: comparison", "kind: description")
    change(root, CLAIM, "level: hypothetical", "level: reported")
    change(root, "references/article.yml", "lamp-and-tea: hypothetical", "lamp-and-tea: reported")


def rules_of(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line.split(": ")[1] for line in problems_of(root, capsys)]


def test_another_kind_and_an_empty_search_lift_nothing(miniature: Path, capsys) -> None:
    documented_description(miniature)
    (told,) = problems_of(miniature, capsys)
    assert ": level-above-evidence: `reported` is above `unverified`" in told


def test_a_search_lifts_only_what_it_answers(miniature: Path, capsys) -> None:
    documented_description(miniature)
    change(miniature, CLAIM, *ABSENCE)
    (told,) = problems_of(miniature, capsys)
    line = (miniature / CLAIM).read_text(encoding="utf-8").splitlines().index(f"absence: {SEARCH}") + 1
    assert told.startswith(f"{CLAIM}:{line}: search-does-not-answer: `absence` names `{SEARCH}`, but the statement does not say")


def test_a_claim_that_studies_are_missing_rests_on_the_search_that_found_none(miniature: Path, capsys) -> None:
    documented_description(miniature)
    change(miniature, CLAIM, *ABSENCE)
    change(miniature, CLAIM, SAID, MISSING)
    assert problems_of(miniature, capsys) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (CLAIM, "en: Research on adding tea is limited.", "en: Research on adding tea is good.", "in both languages"),
        (CLAIM, "お茶を加えた研究は限られている。", "お茶を加えるとさらに良い。", "in both languages"),
        (CLAIM, "kind: description", "kind: effect", "this one is of kind `effect`"),
        (CLAIM, f"searches: [{SEARCH}]", "searches: [another]", "not under `searches`"),
        ("references/searches.yml", "found: 0", "found: 1", "found `1`"),
    ],
)
def test_what_an_absence_asks_for(path: str, old: str, new: str, told: str, miniature: Path, capsys) -> None:
    documented_description(miniature)
    change(miniature, CLAIM, *ABSENCE)
    change(miniature, CLAIM, SAID, MISSING)
    searches = (miniature / "references/searches.yml").read_text(encoding="utf-8")
    another = searches.replace(f"{SEARCH}:", "another:")
    (miniature / "references/searches.yml").write_text(f"{searches}\n{another}", encoding="utf-8")
    change(miniature, path, old, new)
    (fault,) = [line for line in problems_of(miniature, capsys) if ": search-does-not-answer: " in line]
    assert told in fault


def test_a_search_that_nobody_made_lifts_nothing(miniature: Path, capsys) -> None:
    documented_description(miniature)
    change(miniature, CLAIM, ABSENCE[0], f"{ABSENCE[0]}\nabsence: lamp-and-tea-in-poeple")
    assert rules_of(miniature, capsys) == ["unknown-search"]


def test_a_case_compares_nothing_and_is_counted_by_the_sentence_of_every_page(miniature: Path, capsys) -> None:
    """It lifts no claim that adding tea is better; but the search is no longer one that found nothing."""
    change(
        miniature,
        "vocabulary.yml",
        "  rct:",
        "  case-report: {body: reports, label: {ja: 症例, en: Case}, definition: {ja: 一例。, en: One person.}}\n  rct:",
    )
    change(miniature, "references/all.bib", "design  = {rct}", "design  = {case-report}")
    change(miniature, "references/all.bib", "No effect of a lamp: a randomised trial", "No effect of a lamp")
    item = "evidence:\n  - ref: kage2022null\n    direction: supports\n    direct: true\n    locator: abstract\n"
    change(miniature, CLAIM, "evidence:\n", f"{item}    finding: {{ja: 結果。, en: A result.}}\n")
    (told,) = problems_of(miniature, capsys)
    assert told.startswith("references/searches.yml:") and ": statement-out-of-date: `found` is 0" in told


@pytest.mark.parametrize("certainty", ["high", "moderate", "low", "very-low"])
@pytest.mark.parametrize("claim", ["tea-calms-mice", "lamp-and-tea"])
def test_without_a_study_in_people_there_is_no_certainty(claim: str, certainty: str, miniature: Path, capsys) -> None:
    change(miniature, f"claims/{claim}.yml", "certainty: none", f"certainty: {certainty}")
    (told,) = problems_of(miniature, capsys)
    assert f": certainty-not-computed: The certainty is `{certainty}`; `none` follows" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "body: randomised, label",
            "body: randomized, label",
            "unknown-word: `design.rct.body` is `randomized`. Use one of: `randomised`,",
        ),
        ("counts_as: people, ", "", "missing-field: `species.human.counts_as` is missing. Add one of: `people`, `laboratory`,"),
    ],
)
def test_a_word_that_is_ranked_nowhere_is_told(old: str, new: str, told: str, miniature: Path, capsys) -> None:
    change(miniature, "vocabulary.yml", old, new)
    (fault,) = problems_of(miniature, capsys)
    assert fault.startswith("vocabulary.yml:") and told in fault
