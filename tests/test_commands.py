"""The command line: what a verb takes is typed, said in both languages, and imports only what it needs."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.__main__ import main
from tools.commands import VERBS, build, serve
from tools.commands.options import arguments_of, command_line
from tools.commands.outcome import Refused
from tools.commands.parser import read_options
from tools.text.locale import LANGUAGES

JAPANESE = re.compile("[ぁ-ゖァ-ヺ一-龠]")
MODULES = {verb: import_module(f"tools.commands.{verb.replace('-', '_')}") for verb in VERBS}
# Whatever the records look like, `check` and the help need none of these.
HEAVY = {"jinja2", "markdown_it", "mkdocs", "requests", "snowballstemmer", "watchfiles"}


def test_every_verb_has_its_module() -> None:
    own = {"__init__", "options", "outcome", "parser", "reading", "settings"}
    found = {path.stem for path in (ROOT / "tools/commands").glob("*.py")} - own
    assert found == {verb.replace("-", "_") for verb in VERBS}


@pytest.mark.parametrize("verb", VERBS)
def test_options_are_typed_and_frozen(verb: str) -> None:
    options = MODULES[verb].Options
    assert options.__dataclass_params__.frozen
    assert all("argument" in field.metadata and field.type not in ("Any", "object") for field in fields(options))
    names = [how.name for _, how in arguments_of(options).values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_help_speaks_the_language(verb: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        assert main([*filter(None, [verb]), "--help", "--language", language]) == 0
    except SystemExit as ended:
        assert not ended.code
    told = capsys.readouterr().out
    names = {name for _, how in arguments_of(MODULES[verb].Options).values() for name in [how.name]} if verb else set(VERBS)
    assert all(name in told for name in names) and "--help" in told
    assert bool(JAPANESE.search(told)) is (language == "ja")
    assert language == "en" or not re.search(r"\b(usage|options|arguments|show|default)\b", told)


WRONG = [
    "", "chek", "--jobs 2", "check twice", "check --jsno", "what-if", "what-if lamp --design", "assess --json=1",
    "serve --jobs x", "serve --port 99999", "check --format xml", "new", "check --root nowhere", "check --article nowhere",
    "diff no-such-branch", "what-if nowhere --design rct", "what-if lamp-and-tea --design rtc",
    "new tea --topic teas", "new Tea --topic tea",
    "new tea-approval --topic tea", "release nowhere", "release tea-approval --change-en x", "verify nowhere",
    "verify --write", "complete nowhere",
]  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG)
def test_what_is_wrong_is_said_in_both_languages(arguments: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = arguments.split()
    root = ["--root", str(miniature)] if "--root" not in given and given[:1] not in ([], ["--jobs"], ["chek"]) else []
    for language in LANGUAGES:
        assert main([*given, *root, "--language", language]) == 2
        printed = capsys.readouterr()
        plain = re.sub("`[^`]*`", "", printed.err)
        assert printed.out == "" and printed.err.startswith("tools: ") and printed.err.count("\n") == 1
        assert bool(JAPANESE.search(plain)) is (language == "ja"), plain
        assert printed.err.endswith("\n") and plain.rstrip()[-1] in ("。" if language == "ja" else ".")


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_language_can_stand_anywhere(place: int, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["check", "--jsno"]
    assert main([*given[:place], "--language=ja", *given[place:]]) == 2
    assert "付けられません" in capsys.readouterr().err


def test_a_slip_is_answered_with_the_word(capsys: pytest.CaptureFixture[str]) -> None:
    main(["chek"])
    main(["check", "--artcle", "x"])
    told = capsys.readouterr().err
    assert "Did you mean `check`?" in told and "Did you mean `--article`?" in told


@pytest.mark.parametrize("options", [build.Options, serve.Options])
def test_a_command_line_gives_the_options_back(options: type[build.Options]) -> None:
    changed = {"root": Path("a b"), "format": "json", "language": "ja", "out": Path("x"), "builder": "zensical", "jobs": 3}
    given = options(**changed, offline=True)
    assert {field.name for field in fields(build.Options)} == {*changed, "offline"}, "set a new option here as well"
    verb, *line = command_line("build", build.Options, given)
    again = read_options(build.Options, verb, VERBS[verb], line, "ja")
    assert all(getattr(again, name) == value for name, value in {**changed, "offline": True}.items())
    assert (
        read_options(build.Options, verb, VERBS[verb], command_line(verb, build.Options, options())[1:], "en") == build.Options()
    )


def test_a_value_may_be_wrong_in_a_list_of_words() -> None:
    with pytest.raises(Refused, match="cannot be the value of `--builder`"):
        read_options(build.Options, "build", VERBS["build"], ["--builder", "jekyll"], "en")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--root", "tests/review"]])
def test_little_is_imported_where_little_is_needed(arguments: list[str]) -> None:
    program = f"import sys; from tools.__main__ import main; main({arguments!r}); print(sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ast.literal_eval(done.stdout.splitlines()[-1]) == []
