"""The commonest slips of the hand are recognised, on the line where they were made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import LAMP, TEA, spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load
from tools.records.yamlfile import read_yaml

MALFORMED = [
    ("a: 1\nlevel：supported\nb: 2\n", 2, "bad-yaml.wide-colon"),
    ("a: 1\nlevel： supported\n", 2, "bad-yaml.wide-colon"),
    ("a:\n  - ref：x\n    b: 1\n", 2, "bad-yaml.wide-colon"),
    ("a: 1\n　level\nb: 2\n", 2, "bad-yaml.wide-space"),
    ("a: 1\nlevel:supported\nb: 2\n", 2, "bad-yaml.no-space"),
    ("a: 1\nen: Conclusion: none\nb: 1\n", 2, "bad-yaml.colon-inside"),
    ("a: {ja: x, en: Conclusion: none}\n", 1, "bad-yaml.colon-inside"),
    ("a: *bold* text\nb: 1\n", 1, "bad-yaml.mark"),
    ("a: 1\nen: @key\n", 2, "bad-yaml.mark"),
    ("a: 1\nen: 50% of\nb: %x\n", 3, "bad-yaml.mark"),
    ("a: {ja: x, en: y\nb: 1\n", 2, "bad-yaml.open-brace"),
    ("a: [x\nb: 1\n", 2, "bad-yaml.open-brace"),
    ("a: 'x\nb: 1\n", 3, "bad-yaml.open-quote"),
    ("a:\n  - b: 1\n  c: 2\n", 3, "bad-yaml.no-dash"),
    ("a: 1\nlevel\nb: 2\n", 3, "bad-yaml.no-colon"),
    ('a: "x" y\n', 1, "bad-yaml.no-key"),
    ("a: - b\n", 1, "bad-yaml"),
]


@pytest.mark.parametrize(("text", "line", "name"), MALFORMED)
def test_what_was_typed_is_named_where_it_was_typed(text: str, line: int, name: str) -> None:
    document, problems = read_yaml("a.yml", text)
    assert document is None
    assert [(problem.line, problem.message.name) for problem in problems] == [(line, name)]


@pytest.mark.parametrize(
    ("path", "old", "new", "name", "told"),
    [
        (TEA, "en: First version}", "en: First version, with SNT}", "unknown-key.comma", "a comma ends the value"),
        (TEA, "level: preclinical", "　level: preclinical", "unknown-key.space", "not an ordinary one"),
        (TEA, "certainty: none", "certainty: no", "unknown-word.boolean", "`yes`, `no`, `on`"),
        (TEA, "level: preclinical", "level:", "unknown-word.nothing", "has no value. Use one of: `established`"),
        (LAMP, "related: [lamp-and-tea]", "related:", "wrong-type.no-list", "or write `[]`"),
        (TEA, "en: The effect of tea", "en: ", "wrong-type.no-text", "`title.en` has no value"),
        (TEA, "reviewed: 2026-01-02", "reviewed:", "bad-date.nothing", "has no value. Write YYYY-MM-DD"),
        (TEA, "version: 1\n", "version:\n", "wrong-type.no-value", "has no value. Write one, or remove the line"),
        (LAMP, "locator: table 2", "locator: 抄録", "bad-form", "`abstract`, `table 2`"),
        (
            TEA,
            "1 experiment in mice",
            "４６ mice",
            "languages-differ.wide-digits",
            "Full-width digits (`４６`). Type ordinary ones.",
        ),
    ],
)
def test_the_message_says_what_to_type(path: str, old: str, new: str, name: str, told: str, miniature: Path) -> None:
    spoil(miniature, [(path, old, new)])
    review, problems = load(miniature)
    found = [problem for problem in [*problems, *(check(assess(review)) if review else ())] if problem.message.name == name]
    assert found and told in found[0].message.text("en")
