"""The catalogue of rules is whole: each is explained in both languages, has an example, a message, and a fault of its own."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from tests.conftest import TODAY, of_each
from tests.judged_cases import EFFECT, JUDGED, MARKER
from tests.rule_cases import CASES, Change, spoil
from tests.test_verify import DIFFERENCES
from tools.appraisal.assess import assess
from tools.check.article_text import split_article
from tools.check.catalogue import by_section, catalogue, example
from tools.check.registry import RULES, SCOPES
from tools.check.rules import Run
from tools.check.targets import TARGETS
from tools.edition import Edition
from tools.pages.templating import Templates
from tools.records.claim import Review
from tools.records.load import load
from tools.records.problem import Problem
from tools.records.words import LANGUAGES
from tools.text.messages import sentences

OF_VERIFY = {rule for rule, demand in catalogue().items() if demand.section.id == "rules-verify"}


def problems_of(root: Path) -> list[Problem]:
    """Everything that is reported of a review, which can be said in both languages, each on one line."""
    review, problems = load(root)
    run = Run(assess(review), TODAY, split_article((root / "article.txt").read_text(encoding="utf-8"))) if review else None
    for function in RULES if run else ():
        found = list(run.apply(function))
        assert {problem.rule for problem in found} <= set(function.names)
        problems += found
    for line in (problem.as_line(language) for problem in problems for language in LANGUAGES):
        assert "\n" not in line and "{" not in re.sub("`[^`]*`", "", line)
    return problems


@pytest.mark.parametrize("rule", CASES)
def test_the_smallest_fault_is_reported_as_what_it_is_and_as_nothing_else(rule: str, miniature: Path) -> None:
    spoil(miniature, CASES[rule])
    problems = problems_of(miniature)
    assert {problem.rule for problem in problems} == {rule}, "\n".join(map(str, problems))
    if catalogue()[rule].section.stage == "file":
        assert len(problems) == 1, "\n".join(map(str, problems))


def test_the_claims_that_are_judged_by_outcomes_have_no_problem(judged: Path) -> None:
    assert not problems_of(judged)


@pytest.mark.parametrize("rule", JUDGED)
def test_the_smallest_fault_of_an_outcome_is_reported_as_nothing_else(rule: str, judged: Path) -> None:
    spoil(judged, JUDGED[rule][0])
    problems = problems_of(judged)
    assert {problem.rule for problem in problems} == {rule}, "\n".join(map(str, problems))


OTHER_FAULTS = [(rule, changes) for rule, cases in JUDGED.items() for changes in cases[1:]]


@pytest.mark.parametrize(("rule", "changes"), OTHER_FAULTS, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(OTHER_FAULTS)])
def test_the_other_faults_of_an_outcome_are_reported(rule: str, changes: list[Change], judged: Path) -> None:
    spoil(judged, changes)
    problems = problems_of(judged)
    assert rule in {problem.rule for problem in problems}, "\n".join(map(str, problems))


@pytest.mark.parametrize(
    "change",
    [
        (EFFECT, "RR 1.80 (1.40 to 2.30)", "RR 1.80 (1.40–2.30)"),
        (EFFECT, "outcome: response, source", "outcome: joy, source"),
        (MARKER, "SMD 0.45 (0.30 to 0.60)", "0.45 (0.30 to 0.60)"),
    ],
)
def test_what_rests_on_an_outcome_that_cannot_be_read_is_not_reported(change: Change, judged: Path) -> None:
    """It carries its claim's level: only the slip is told, and not that the level, the certainty and a page no longer follow."""
    page = judged / "docs/en/index.md"
    page.write_text(
        f"{page.read_text(encoding='utf-8')}\n{{{{LMP-11 response treated}}}} of 100 people respond.\n", encoding="utf-8"
    )
    spoil(judged, [change])
    consequences = {"level-above-evidence", "certainty-not-computed", "level-note-missing", "would-change", "number-not-there"}
    told = {problem.rule for problem in problems_of(judged)}
    assert told and not told & consequences, told


def test_every_rule_has_its_case() -> None:
    assert CASES.keys() | JUDGED.keys() | DIFFERENCES.keys() == catalogue().keys()
    assert DIFFERENCES.keys() == OF_VERIFY


@of_each(catalogue())
def test_every_rule_is_explained_in_both_languages(rule: str) -> None:
    demand = catalogue()[rule]
    assert demand.text.keys() == set(LANGUAGES) and all(text.endswith(("。", ".", "）")) for text in demand.text.values())
    assert demand.bad and demand.good and demand.bad != demand.good


@of_each(RULES, name=lambda rule: rule.find.__name__)
def test_a_function_says_what_it_demands_and_shows_it(rule) -> None:
    first, *rest = inspect.getdoc(rule.find).splitlines()
    assert first.endswith(".") and all(example(rule)), rule.find.__name__
    assert [line.partition(":")[0] for line in rest if line] == ["Bad", "Good"]


def test_rules_report_what_the_catalogue_holds() -> None:
    reported = {name for rule in RULES for name in rule.names}
    spoken = {name.partition(".")[0] for name in sentences()} - {
        "part",
        "help",
        "usage",
        "setting",
        "command",
        "ask",
        "done",
        "told",
    }
    assert reported <= catalogue().keys() and spoken == catalogue().keys()


def test_every_scope_has_its_targets(review: Review) -> None:
    assert TARGETS.keys() == SCOPES.keys()
    for scope, targets in TARGETS.items():
        found = list(targets(assess(review)))
        assert all(target.gives.keys() == SCOPES[scope] for target in found), scope
        assert all(target.record in review.sources for target in found if target.record), scope


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_contributors_lists_every_rule(language: str, review: Review) -> None:
    text = Templates(assess(review), Edition(TODAY, language=language)).render("insert-rules.md", "")
    for section, rules in by_section():
        assert f"### {section.title[language]} {{#{section.id}}}" in text
        for rule in rules:
            assert f"- **{rule.name}** — {rule.text[language]}\n" in text
