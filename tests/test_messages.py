"""Every message is there in both languages with the same values; code names each, and gives what it asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from tests.conftest import MINIATURE, ROOT, of_each
from tests.rule_cases import CASES, spoil
from tools.__main__ import main
from tools.records.words import LANGUAGES
from tools.text.locale import language_of
from tools.text.messages import say, sentences

MODULES = sorted((ROOT / "tools").rglob("*.py"))
LETTERS = re.compile("[ぁ-ゖァ-ヺ一-龠]")
# What is no complaint: it stands inside a message, explains, asks, answers, or says what was done.
NO_COMPLAINT = ("part.", "help.", "ask.", "done.", "told.")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@of_each(sentences())
def test_both_languages_have_the_message_with_the_same_values(name: str) -> None:
    pair = sentences()[name]
    assert pair.keys() == set(LANGUAGES)
    assert placeholders(pair["ja"]) == placeholders(pair["en"])


@of_each(sentences())
def test_each_language_is_what_it_says(name: str) -> None:
    if name == "part.comma":
        return
    pair = {language: re.sub("`[^`]*`", "", sentences()[name][language]) for language in LANGUAGES}
    assert LETTERS.search(pair["ja"]) and not LETTERS.search(pair["en"])
    if not name.startswith(NO_COMPLAINT):
        assert re.search(r"(ください|ですか)。|ください(（.*）)?。|[。}]$", pair["ja"]) and re.search(r"[.?}]$", pair["en"])


class Calls(ast.NodeVisitor):
    """The calls of `say` in one module: the name, or None where it is looked up, and the names of the values."""

    def __init__(self, module: Path) -> None:
        self.found: list[tuple[str | None, set[str]]] = []
        self.named: set[str] = set()
        self.visit(ast.parse(module.read_text(encoding="utf-8")))

    def visit_Constant(self, node: ast.Constant) -> None:
        if node.value in sentences():
            self.named.add(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id == "rule":
            return  # the name of a rule may be that of a message, and is none
        if isinstance(node.func, ast.Name) and node.func.id == "say":
            first = node.args[0]
            values = {word.arg for word in node.keywords if word.arg}
            self.found.append((first.value if isinstance(first, ast.Constant) else None, values))
        self.generic_visit(node)

    def looked_up(self) -> set[str]:
        """Messages of a table, from which a call takes its name."""
        return self.named - {name for name, _ in self.found}


@cache
def calls_of_all() -> dict[Path, Calls]:
    return {module: Calls(module) for module in MODULES}


def direct() -> Iterator[tuple[str, str, set[str]]]:
    for module, calls in calls_of_all().items():
        for name, values in calls.found:
            if name is not None:
                yield module.name, name, values


@of_each(direct)
def test_code_names_a_message_and_gives_its_values(module: str, name: str, values: set[str]) -> None:
    assert name in sentences(), f"{module} names a message that messages.yml lacks"
    assert values == placeholders(sentences()[name]["en"])


def test_a_message_of_a_table_finds_its_values() -> None:
    for module, calls in calls_of_all().items():
        given = [values for name, values in calls.found if name is None]
        for name in calls.looked_up() - {"part.comma"}:
            assert any(placeholders(sentences()[name]["en"]) <= values for values in given), (module, name)


def test_every_message_is_used() -> None:
    used = {name for calls in calls_of_all().values() for name in calls.named}
    assert sentences().keys() == used


def test_values_are_put_into_the_language() -> None:
    message = say("unknown-claim", id="tae", hint=say("part.did-you-mean", word="tea"))
    assert message.text("en") == "`tae` is not a claim. Did you mean `tea`? Correct the id."
    assert message.text("ja") == "`tae` という主張はありません。`tea` のことですか。idを直してください。"
    assert say("unknown-claim", id="a\n b", hint=None).text("en") == "`a b` is not a claim. Correct the id."
    numbers = say("languages-differ.numbers", japanese=("1", "2"), english=("3",))
    assert "`1`、`2` は日本語だけに" in numbers.text("ja") and "`1`, `2` only in Japanese" in numbers.text("en")
    assert "`9` is not between `1` and `2.5`" in say("value-outside-interval", value=9.0, low=1.0, high=2.5).text("en")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
    ],
)
def test_the_locale_decides_where_nobody_does(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


@pytest.mark.parametrize(
    ("style", "told"), [("text", "番号 `TEA-01` は"), ("github", "::番号 `TEA-01` は"), ("json", '"番号 `TEA-01` は')]
)
def test_every_format_speaks_the_language(style: str, told: str, miniature: Path, monkeypatch, capsys) -> None:
    spoil(miniature, CASES["duplicate-code"])
    command = ["check", "--root", str(miniature), "--format", style]
    main([*command, "--language", "ja"])
    assert told in capsys.readouterr().err
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    main(command)
    assert told in capsys.readouterr().err
    main([*command, "--language", "en"])
    assert "The code `TEA-01` belongs to" in capsys.readouterr().err


def test_no_problem_says_nothing(capsys) -> None:
    for language in LANGUAGES:
        assert main(["check", "--root", str(MINIATURE), "--language", language]) == 0
    assert capsys.readouterr().err == ""
