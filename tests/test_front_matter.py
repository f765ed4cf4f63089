"""A hand-written page says its title and description once, in front matter; whatever is wrong with it is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_check import problems_of
from tools.records.handwritten import read_page

FRONT = "---\ntitle: Tea\ndescription: About tea.\n---\n"
PAGE = "docs/en/index.md"


def told(miniature: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Line and rule of each problem when the page has this text."""
    twins = (
        "unknown-insert",
        "broken-table",
        "blocks-differ",
    )  # the page has other parts than the Japanese one now, which is no matter here
    (miniature / PAGE).write_bytes(text.encode())
    lines = problems_of(miniature, capsys)
    assert all(line.startswith(f"{PAGE}:") for line in lines), lines
    return [":".join(line.split(":")[1:3]) for line in lines if line.split(": ")[1] not in twins]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Tea\n", "1: no-front-matter"),
        ("", "1: no-front-matter"),
        ("\n" + FRONT, "1: no-front-matter"),
        ("---\n---\n# Tea\n", "1: no-front-matter"),
        ("---\n\n---\n", "1: no-front-matter"),
        ("---\ntitle: Tea\n# Tea\n", "1: no-front-matter"),
        (FRONT.replace("description: About tea.\n", ""), "2: missing-field"),
        (FRONT.replace("About tea.", "''"), "3: empty-text"),
        (FRONT.replace("About tea.", "7"), "3: wrong-type"),
        (FRONT.replace("description:", "descripton: x\ndescription:"), "3: unknown-key"),
        (FRONT.replace("Tea", "Tea: hot"), "2: bad-yaml"),
        (FRONT.replace("description", "title: Again\ndescription"), "3: duplicate-key"),
        ("---\n- Tea\n---\n", "2: wrong-type"),
    ],
)
def test_faulty_front_matter(text: str, found: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(miniature, text, capsys) == [found]


TITLES = ["# Tea", "#Tea", "# Tea {#tea}", "Tea\n===", "Tea\n=", "<h1>Tea</h1>", '<H1 class="x">Tea</H1>', "# Tea #"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("before", ["", "Text.\n\n", "```\n# not this\n```\n\n", "<!-- a\n# b -->\n\n"])
def test_a_second_title(before: str, title: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for end in ("\n", "\r\n"):
        text = f"{FRONT}\n{before}{title}\n\nMore.\n"
        line = 6 + before.count("\n")
        assert told(miniature, text.replace("\n", end), capsys) == [f"{line}: second-title"]


@pytest.mark.parametrize(
    "body",
    ["Tea #1", "```sh\n# a comment\n```", "~~~\n# x\n\n~~~", "- item\n\n  ```\n  # x\n  ```",
     "<!-- # x\n# y -->", "a = b", "| a |\n| - |\n| # |", "Text\n\n===", "`# x`", "\\# x"],
)  # fmt: skip
def test_what_is_no_title(body: str, miniature: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(miniature, f"{FRONT}\n{body}\n", capsys) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_read(end: str) -> None:
    page, problems = read_page(PAGE, f"{FRONT}\n## Tea\n\n---\n\nMore: text.\n".replace("\n", end))
    assert page and not problems
    assert (page.front.title, page.front.description) == ("Tea", "About tea.")
    assert page.body.split() == ["##", "Tea", "---", "More:", "text."]
