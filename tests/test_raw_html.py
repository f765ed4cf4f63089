"""Blocks of HTML that skip the parsers: the same page with and without, whatever is written in it."""

from __future__ import annotations

import random

import pytest
from markdown import Markdown

from tools.site.hooks.raw_html import _PutAside, _RawHtml

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "admonition"]


def convert(text: str, *more: _RawHtml) -> tuple[str, list[str]]:
    """The HTML of a text, and what was put aside on the way."""
    md = Markdown(extensions=[*EXTENSIONS, *more])
    return md.convert(text), md.htmlStash.rawHtmlBlocks


ASIDE = {
    "a block": ("<p>One &amp; two</p>\n", ["<p>One &amp; two</p>\n"]),
    "between headings": ("## A\n\n<div>\n<p>x<br>\n\ny</p>\n</div>\n\n## C\n", ["<div>\n<p>x<br>\n\ny</p>\n</div>\n"]),
    "two in a row": ("<p>1</p>\n<ul><li>2</ul>\n", ["<p>1</p>", "<ul><li>2</ul>\n"]),
    "nested in its like": ("<div><div>x</div></div>\n\nText.\n", ["<div><div>x</div></div>\n"]),
    "after a comment": ("<!-- content of version 1 -->\n\n<p>x</p>\n", ["<p>x</p>\n", "<!-- content of version 1 -->\n"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ASIDE)
def test_what_is_certain_is_put_aside_first(name: str) -> None:
    text, blocks = ASIDE[name]
    html, stash = convert(text, _RawHtml())
    assert (html, stash) == (convert(text)[0], blocks)


LEFT = {
    "text before it on the line": "Text <div>x</div>\n",
    "text behind it": "<div>x</div> and more *text*\n",
    "directly under text": "Text\n<div>x</div>\n",
    "not closed": "<div><p>x</p>\n\n## Heading\n",
    "inside one that was not closed": "<section>\n\n<p>x</p>\n",
    "a comment in it": "<div><!-- </div> -->x</div>\n",
    "text for a content": "<div><textarea></div></textarea></div>\n",
    "a bare ampersand": "<p>a &copy b</p>\n",
    "a tag in an attribute": '<div title="</div>">x</div>\n',
    "an instruction on the page": "<p>x</p>\n\n<?php ?>\n",
    "Markdown in it": '<details markdown="1"><summary>More</summary>\n\n*x*\n\n</details>\n',
    "no block": "<span>x</span>\n",
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_not_certain_is_left_to_python_markdown(name: str) -> None:
    extension = _RawHtml()
    assert convert(LEFT[name], extension) == convert(LEFT[name])
    assert not extension.anchors


def test_anchors_in_it_are_known() -> None:
    extension = _RawHtml()
    convert('<div id="a"><p class="x" id="b&amp;c" data-id="no"></p><a href="u" name="d"></a>id="no"</div>\n', extension)
    assert extension.anchors == {"a", "b&c", "d"}


PIECES = [
    *("<div>", "</div>", '<div class="a">', "<p>", "</p>", '<p id="x">', "<ul>", "<li>", "</li>", "</ul>", "<span>", "</span>"),
    *(
        "<br>",
        "<hr>",
        "<DIV>",
        "</DIV>",
        "</div >",
        "</ div>",
        "<div/>",
        "<div\n>",
        '<div title="<div>">',
        "<div id='q'>",
        "</p",
        "<p",
    ),
    *("<!-- c -->", "<!-- <div> -->", "<!--", "-->", "<?php", "?>", "<![CDATA[", "]]>", "<script>", "</script>", "<textarea>"),
    *(
        "</textarea>",
        "<svg>",
        '<path d="M0" />',
        "</svg>",
        '<a name="n">',
        "</a>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<details>",
    ),
    *(
        "text",
        "\n",
        "\n\n",
        "\n \n",
        "    ",
        "&amp;",
        "&",
        "&copy ",
        "<",
        "a < b",
        "`",
        "```",
        "# H\n",
        "## T {#t}\n",
        "- item\n",
    ),
    *("> q\n", "*em*", "[l](u)", "!!! note\n    in\n", "|a|b|\n|-|-|\n|1|2|\n", "\\"),
]
WHOLE = ["<div>{}</div>", '<p class="a">{}</p>', "<ul><li>{}</li></ul>", '<div id="d">\n{}\n</div>']


@pytest.mark.long
def test_any_page_is_the_same() -> None:
    """Pieces put together at random, and blocks with such pieces in them; most are malformed somewhere."""
    chance = random.Random(20261126)

    def some(most: int) -> str:
        return "".join(chance.choices(PIECES, k=chance.randint(0, most)))

    texts = [some(14) for _ in range(700)]
    texts += ["\n\n".join(chance.choice(WHOLE).format(some(4)) for _ in range(4)) for _ in range(700)]
    for text in texts:
        assert convert(text, _RawHtml())[0] == convert(text)[0], text
    assert sum(_PutAside(Markdown()).run(text.split("\n")) != text.split("\n") for text in texts) > 200
