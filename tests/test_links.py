"""A link to nowhere in a hand-written page is one problem, on its line, before any builder runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.rule_cases import spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load
from tools.text.pages import left_over, links

PAGE, LINE = "docs/en/index.md", 10  # where its link to the claims is


def found(root: Path, text: str) -> list[tuple[int, str]]:
    """Line and message of what is wrong with the links of a page that ends in a text."""
    spoil(root, [(PAGE, "[Claims]", f"{text}\n\n[Claims]")])
    review, problems = load(root)
    assert review and not problems
    told = [(problem.line, problem.message.name) for problem in check(assess(review), TODAY)]
    return [(line, name) for line, name in told if name != "blocks-differ"]  # the other language of the page lacks the text


DEAD = {
    "[x](nowhere.md)": "dead-link",
    "[x](claims/no-such-claim.md)": "dead-link",
    "[x](claims/tea-calms-mice)": "dead-link",
    "[x](claims/tea-calms-mice/)": "dead-link",
    "[x](../ja/index.md)": "dead-link",
    "[x](/claims/index.md)": "dead-link",
    "![x](picture.png)": "dead-link",
    "[x]()": "dead-link",
    "[x]: nowhere.md\n[y][x]": "dead-link",
    "[x](index.md#nowhere)": "dead-link.anchor",
    "[x](#nowhere)": "dead-link.anchor",
    "[x][nowhere]": "dead-link.reference",
    "[x][]": "dead-link.reference",
}


@pytest.mark.parametrize("text", DEAD)
def test_a_link_to_nowhere(text: str, miniature: Path) -> None:
    assert found(miniature, text) == [(LINE, DEAD[text])]


ALIVE = [
    "[x](index.md)",
    "[x](claims/index.md)",
    "[x](claims/tea-calms-mice.md)",
    "[x](claims/tea-calms-mice/v1.md)",
    "[x](article.md#en-02.1)",
    "[x](#search-lamp-and-tea-in-people)",
    "## Here {#here}\n\n[x](#here)",
    "## Over there\n\n[x](#over-there)",
    "[x](https://example.org/no.md)",
    "[x](mailto:a@example.org)",
    "[x](tel:119)",
    "![x](assets/root.css)",
    "`[x](nowhere.md)`",
    "```\n[x](nowhere.md)\n```",
    "<!-- [x](nowhere.md) -->",
    "[x][y]\n\n[y]: index.md",
    "\\[x](nowhere.md)",
    '[x](index.md "title")',
    '<a id="spot"></a> [x](#spot)',
    "[1] of [2]",
]


@pytest.mark.parametrize("text", ALIVE)
def test_a_link_that_leads_somewhere(text: str, miniature: Path) -> None:
    assert [name for _, name in found(miniature, text) if name.startswith("dead-link")] == []


LEFT = ["**open", "a *b", "`code", "~~x~~", "x[^1]", "==x==", "- [ ] task", "[x](a b.md)", "**a\n\nb**", "::: note"]


@pytest.mark.parametrize("text", LEFT)
def test_a_mark_that_no_builder_reads(text: str) -> None:
    assert list(left_over(f"# Title\n\n{text}\n"))


READ = [
    "**a**は*b*",
    "**「重要」**です",
    "* item\n* item",
    "***",
    "`**`",
    "``a ` b``",
    "```\n**\n```",
    "\\*a\\* \\` \\*",
    "CYP2D6*4",
    "2 * 3",
    "| a | b |\n|---|:-:|",
    "<b>*x*</b>",
    "## H {#h}",
    "!!! note\n    **x**",
    "***both***",
    "**a *b* c**",
    "[**x**](index.md)",
    "**a\nb**",
    "[x]: index.md",
]


@pytest.mark.parametrize("text", READ)
def test_what_markdown_reads_is_no_fault(text: str) -> None:
    assert not list(left_over(f"# Title\n\n{text}\n"))


def test_links_are_found_in_order() -> None:
    assert [place.target for place in links("[a](a.md) `[b](b.md)` ![c](c.png)\n[d][e]")] == ["a.md", "c.png", None]
