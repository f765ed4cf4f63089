"""The page on the method says what the level rule does: its tables are the rule's own, and its example is computed again."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from markupsafe import escape

from tests import published_tables
from tests.conftest import ROOT, TODAY, real_review
from tests.judged_cases import EFFECT
from tests.rule_cases import spoil
from tools.appraisal import rule
from tools.appraisal.assess import Judged, assess
from tools.appraisal.case import CaseKind
from tools.appraisal.certainty import DOMAINS, Body, floors
from tools.appraisal.estimate import risk_with
from tools.appraisal.gather import ASKS
from tools.appraisal.profile import Carries, profile
from tools.appraisal.size import Size
from tools.edition import Edition
from tools.pages import method
from tools.pages.templating import Templates
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LANGUAGES, Language

RULE = profile()
PAGES = {language: (ROOT / "docs" / language / "method.md").read_text(encoding="utf-8") for language in LANGUAGES}


def section(language: Language, anchor: str) -> str:
    """What stands under a heading, up to the next of its order or above."""
    _, marks, text = re.split(rf"^(#+) .*{{#{anchor}}}$", PAGES[language], maxsplit=1, flags=re.MULTILINE)
    return re.split(rf"^#{{1,{len(marks)}}} ", text, maxsplit=1, flags=re.MULTILINE)[0]


# The words beside the code


def test_each_floor_has_words_and_each_words_a_floor() -> None:
    limits = RULE.floors
    bodies = [
        Body(people, counts, risk, prediction_holds_none=True, holds_none_and_worthwhile=True, indirect=True, unseen=True)
        for people, counts, risk in product((limits.few - 1, limits.people - 1, limits.events), (True, False), (None, 0.01))
    ]
    met = {(floor.domain, floor.steps, floor.why) for body in bodies for floor in floors(body, limits)}
    words = [(floor.domain, floor.steps, floor.why) for floor in RULE.words.floors]
    assert met == set(words) and len(words) == len(set(words))


def test_the_words_are_those_of_the_rule() -> None:
    words = RULE.words
    plain = set(get_args(CaseKind)) - {"harm", "description", *ASKS}
    assert words.favour.keys() == plain | {asks for several in ASKS.values() for asks in several}
    assert words.sizes.keys() == set(get_args(Size))
    assert words.domains.keys() == set(DOMAINS)
    assert RULE.start.keys() == {body for table in RULE.bodies.values() for body in table.values()}
    assert words.compares.keys() == {name for table in RULE.bodies.values() for name in table}
    assert words.questions.keys() == RULE.bodies.keys() == set(method.QUESTIONS)
    yields = [node for node in ast.walk(ast.parse(inspect.getsource(rule._flags))) if isinstance(node, ast.Yield)]
    assert words.flags.keys() == {ast.literal_eval(node.value) for node in yields if node.value}


@pytest.mark.parametrize("name", RULE.words.favour)
def test_the_words_say_whether_all_critical_outcomes_are_needed(name: str) -> None:
    kind = next((kind for kind, asks in ASKS.items() if name in asks), name)
    needs_all = rule._all_needed(rule.Case(kind))  # type: ignore[arg-type]
    assert RULE.words.favour[name].needs == ("all" if needs_all else "one")


# What the page prints


@pytest.fixture(scope="module")
def printed(rendered: dict[str, str]) -> dict[Language, str]:
    return {language: rendered[f"{language}/method"] for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_prints_the_rule_in_its_own_words(language: Language, printed: dict[Language, str]) -> None:
    words = RULE.words
    told = [text[language] for text in (*RULE.conditions.values(), *words.sizes.values())]
    told += [text[language] for text in (*words.flags.values(), *words.domains.values(), *words.compares.values())]
    told += [text[language] for favour in words.favour.values() for text in (favour.in_favour, favour.against)]
    assert not [text for text in told if str(escape(text)) not in printed[language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_level_stands_beside_its_own_conditions(language: Language, printed: dict[Language, str]) -> None:
    for name in RULE.ladders:
        part = printed[language].partition(f"{{#levels-{name}}}")[2].partition("</table>")[0]
        rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th><td [^>]*>(.*?)</td></tr>", part)
        assert len(rows) == len(RULE.ladders[name])
        for rung, (_, told) in zip(RULE.ladders[name], rows, strict=True):
            conditions = {condition for line in rung.when for condition in line}
            assert conditions == {key for key, text in RULE.conditions.items() if str(escape(text[language])) in told}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_that_changes_in_the_rule_changes_on_the_page(
    language: Language, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = replace(
        RULE, floors=replace(RULE.floors, people=4321, events=3210, few=123),
        carries=Carries(**{"one-trial": 5432, "inconclusive-below": 1234, "supported-below": 2345}),
    )  # fmt: skip
    monkeypatch.setattr(method, "profile", lambda: changed)
    templates = Templates(assess(review), Edition(TODAY, language=language))
    told = templates.render("insert-domains.md", "") + templates.render("insert-caps.md", "")
    assert all(str(number) in told for number in (4321, 3210, 123, 5432, 1234, 2345))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_the_rule_are_not_retyped(language: Language) -> None:
    """Only the example and the list of our choices name them, and they name today's."""
    limits = {*vars(RULE.floors).values(), *(getattr(RULE.carries, name) for name in ("one_trial", "inconclusive_below"))}
    ours, rest = section(language, "ours"), PAGES[language].replace(section(language, "example"), "")
    assert str(RULE.floors.events) in ours and str(RULE.floors.people) in ours
    numbers = re.findall(r"(?<![\d.#])\d{3}(?![\d.])", rest.replace(ours, ""))
    assert not {int(number) for number in numbers if number not in ("100", "122")} & limits


# The arithmetic on the page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_formulas_give_the_numbers_beside_them(language: Language) -> None:
    rows = re.findall(r"\((\w+)\) \| .* \| (\w+) (\S+?): (\S+?)人? \|", section(language, "absolute"))
    assert [row[0] for row in rows] == ["RR", "OR", "HR", "RD"]
    for name, measure, value, printed in rows:
        risk = risk_with(measure, float(value.replace("−", "-")), 0.2)
        assert name == measure and f"{100 * risk:.1f}" == printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_published_tables_are_as_many_as_the_page_says(language: Language) -> None:
    rows = published_tables.rows(published_tables.FILE)
    differing = [row for row in rows if published_tables.differences(row)]
    assert all(row["self_contradictory"] and row["why_contradictory"] for row in differing)
    (told,) = [
        part for part in section(language, "absolute").split("\n\n") if "published tables" in part or "発表された表" in part
    ]
    assert {*map(int, re.findall(r"\d+", told))} == {len(rows), len(differing)}


# The worked example

RESULT = "RR 2.35 (1.70 to 3.25)"


def example(judged: Path, people: int = 1335) -> Judged:
    """The example of the page as an invented record, whose outcome is the real one in all that the rule looks at."""
    record = judged / EFFECT
    text = record.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("  - {outcome: response, source"))
    outcome = (
        f"  - {{outcome: response, source: akari2021lamps, result: {RESULT}, studies: 30, participants: {people}, "
        "without: {per100: 11.0, source: kiri2023lamps}, chosen: {ja: 例題。, en: The example.}, rated: "
        "[{by: kiri2023lamps, as: moderate, studies: 31}], grade: {risk-of-bias: 0, inconsistency: 1, indirectness: 0, "
        "imprecision: 0, publication-bias: 0}}"
    )
    kept = [line for line in text.splitlines() if not line.startswith("  - {outcome:") or line == first]
    record.write_text("\n".join(kept).replace(first, outcome) + "\n", encoding="utf-8")
    words = [("{ja: ランプ, en: the lamp}", "{ja: TMS, en: TMS}"), ("{ja: 偽の光, en: a sham light}", "{ja: 偽刺激, en: sham}")]
    unpublished = ("vocabulary.yml", "    worthwhile: [{value: 10, unit: people, source: akari2021lamps}]\n", "")
    spoil(judged, [*((EFFECT, old, new) for old, new in words), unpublished])
    review, problems = load(judged)
    real = real_review()
    assert review and not problems, problems
    word, of_the_page = review.vocabulary.outcome["response"], real.vocabulary.outcome["response"]
    assert all(
        getattr(word, name) == getattr(of_the_page, name) for name in ("side", "unit", "good", "phrase", "worthwhile", "trivial")
    )
    return assess(review).claims[Path(EFFECT).stem]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worked_example_is_what_the_program_gives(language: Language, judged: Path) -> None:
    found, told = example(judged), section(language, "example")
    (one,) = found.outcomes
    assert one.estimate and one.absolute and one.graded and one.estimate.interval
    value, (low, high), numbers = one.estimate.value, one.estimate.interval, one.absolute
    mean = (11.0 + 11.0 * value) / 2
    events = mean / 100 * 1335
    for line in (
        f"11.0 × {value} = {11.0 * value:.2f}",
        f"11.0 × {low:.2f} − 11.0 = {11.0 * low - 11.0:.1f}",
        f"11.0 × {high} − 11.0 = {11.0 * high - 11.0:.2f}",
        f"(11.0 + {11.0 * value:.2f}) ÷ 2 = {mean:.3f}",
        f"1335 × {mean / 100:.5f} = {events:.0f}",
        f"{RULE.floors.events}",
    ):
        assert line in told, line
    people = {
        "en": f"so {numbers.treated} of 100 with TMS, {numbers.without} with sham: {numbers.difference} more",
        "ja": f"TMSで{numbers.treated}人、偽刺激で{numbers.without}人、差は{numbers.difference}人です",
    }
    ends = {"en": f"so {numbers.low} to {numbers.high} more", "ja": f"{numbers.low}人から{numbers.high}人多い"}
    assert people[language] in told and ends[language] in told
    assert (one.result.size, one.graded.start, one.graded.rating) == ("some", "high", "low")
    assert [(floor.domain, floor.steps, floor.why) for floor in one.graded.unmet] == [("imprecision", 1, "few-events")]
    assert not one.graded.yielded, "a rating of another body of evidence lifts no floor"
    assert found.judgement.level == "supported"
    assert one.sentence[language] in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_more_people_the_floor_of_the_example_is_gone(language: Language, judged: Path) -> None:
    (people,) = map(int, re.findall(r"(\d{4})(?:人なら| people there)", section(language, "example")))
    assert example(judged, people).outcomes[0].result.rating == "moderate"


def test_with_one_person_less_it_is_not(judged: Path) -> None:
    (people,) = map(int, re.findall(r"(\d{4}) people there", section("en", "example")))
    assert example(judged, people - 1).outcomes[0].result.rating == "low"
