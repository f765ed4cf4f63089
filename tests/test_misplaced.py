"""Marks that Markdown reads in their place only: what is named, and what the builder's own Markdown makes of what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import markdown

from tests.rule_cases import spoil
from tests.test_fields import problems_of
from tools.text.misplaced import code_by_indentation, misplaced, open_comments

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc"]  # those of mkdocs.yml
# The text, the mark in it, and what a reader would see.
PRINTED = [
    ("A lamp { .big }", "{ .big }", "{ .big }"),
    ("[A lamp](a.md) {: .big}", "{: .big}", "{: .big}"),
    ("## A lamp {#lamp title=“x”}", "{#lamp title=“x”}", "“x”"),
    ("[A lamp](a.md){ title=“x” }", "{ title=“x” }", "“x”"),
    ("!!! note “Lamp”\n    It shines.", "!!! note “Lamp”", "!!! note “Lamp”"),
    ("CO~2~ falls.", "~2~", "~2~"),
    ("Press ++ctrl+c++.", "++ctrl+c++", "++ctrl+c++"),
    ("It is ^^here^^.", "^^here^^", "^^here^^"),
    ("Lamp\n\n:   It shines.", ":   It shines.", ":   It shines."),
    ("A &lampe; shines.", "&lampe;", "&lampe;"),
    ("A &amp;lt; lamp.", "&amp;", "&amp;lt;"),
]


@pytest.mark.parametrize(("text", "mark", "seen"), PRINTED)
def test_a_mark_in_another_place_is_named(text: str, mark: str, seen: str) -> None:
    assert [found for _, found in misplaced(text)] == [mark]
    assert seen in markdown(text, extensions=EXTENSIONS)


@pytest.mark.parametrize("text", [
    "## A lamp {#lamp}", "[A lamp](a.md){ .big }", "A lamp\n{: .big}", "!!! note\n    It shines.",
    '!!! warning "Lamp"\n    It shines.',
    "A &lt; B &amp; C&nbsp;D &#945;", "`{ .big }` and `~x~`", "- item\n\n    more of it",
    "1. item\n\n    more of it\n\n    and more",
    "!!! note\n    It shines.\n\n    And it warms.", "```\n    indented\n```", "about ~20 lamps, ~30 teas",
    "Dr. {name} says: yes.",
    "<!-- a remark -->\n\n<!-- insert: x -->",
])  # fmt: skip
def test_a_mark_in_its_place_is_left_alone(text: str) -> None:
    assert not [*misplaced(text), *open_comments(text), *code_by_indentation(text)]


@pytest.mark.parametrize(("name", "text"), [
    ("raw-markup.page-comment", "<!-- a remark"),
    ("raw-markup.page-indented", "    A lamp shines."),
    ("raw-markup.page-indented", "- item\n\nA lamp.\n\n\tIt shines."),
    ("raw-markup.page", "!!! note\nIt shines."),
    ("raw-markup.page", "A&#8203;B shines."),
    ("raw-markup.page", "<a href=“https://example.org/a”>A lamp</a> shines."),
])  # fmt: skip
def test_a_page_in_both_languages_is_told(name: str, text: str, miniature: Path) -> None:
    pages = [(f"docs/{language}/index.md", "<!--", f"{text}\n\n<!--") for language in ("ja", "en")]
    assert name in problems_of(miniature, pages)


def test_the_place_is_that_of_the_line(miniature: Path) -> None:
    page = "docs/en/index.md"
    spoil(miniature, [(page, "<!--", "A lamp { .big }\n\n<!--")])
    lines = (miniature / page).read_text(encoding="utf-8")
    at, _ = next(iter(misplaced(lines)))
    assert lines[at:].startswith("{ .big }")
