"""One mark ends a sentence, wherever a text with a mark of its own is put into one."""

from __future__ import annotations

import dataclasses
import html
import re
from pathlib import Path

import pytest

from tests.conftest import MINIATURE, REAL_ROOT, TODAY
from tools.appraisal.assess import assess
from tools.cite.styles import citation_texts
from tools.edition import Publication
from tools.export import export, export_root
from tools.pages.render import render
from tools.pages.versions import snapshot
from tools.records.authors import Author
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LANGUAGES, Text
from tools.text.sentences import closed

SITE = "https://example.org/review/"
# Two marks that end a sentence; a closing quotation mark between them does not help. Three dots are an ellipsis.
DOUBLE = re.compile(r"(?<!\.)[.?!…。．？！][\"”’」』]?[.。．](?![.\w/])")
INLINE = re.compile(r"</?(?:a|i|b|em|strong|span|small)\b[^>]*>")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It works", "It works."),
        ("Does it work?", "Does it work?"),
        ("Brain Stimul.", "Brain Stimul."),
        ("It works!", "It works!"),
        ("et al.", "et al."),
        ("n.d.-a", "n.d.-a."),
        ("効くか？", "効くか？"),
        ("効いた。", "効いた。"),
        ("And so on…", "And so on…"),
        ("They ask “why?”", "They ask “why?”"),
        ("「効くか?」", "「効くか?」"),
        ("A lamp (why?)", "A lamp (why?)."),
        ("2020;3:1-9", "2020;3:1-9."),
        ("", "."),
    ],
)
def test_a_text_as_a_sentence(text: str, sentence: str) -> None:
    assert closed(text) == sentence


def doubled(text: str) -> list[str]:
    """Where two marks end one sentence, in the text that a reader sees and in that of the page's head."""
    seen = html.unescape(INLINE.sub("", text))
    return [seen[max(0, found.start() - 30) : found.end()] for found in DOUBLE.finditer(seen)]


def written(review: Review) -> dict[str, str]:
    """Every page, and every file that is no program."""
    assessed = assess(review)
    published = Publication(TODAY, SITE)
    pages, files = {}, dict(export_root(assessed, published))
    for one in published.editions:
        pages |= {f"{one.language}/{path}": text for path, text in render(assessed, one).items()}
        files |= {f"{one.language}/{path}": text for path, text in export(assessed, one)}
    return pages | {path: text for path, text in files.items() if not path.endswith(".js")}


def with_marks(review: Review) -> Review:
    """The review, where whatever may end in a mark does."""
    source = dataclasses.replace(
        review.references["hikari2020lamp"],
        title="Do lamps work?", titleen="And lamps!", author=[Author("The Lamp Inc.", group=True)], et_al=False,
        journal="Lamp Stimul.", year=None, volume=None, pages=None, note="As read in May.",
    )  # fmt: skip
    other = dataclasses.replace(
        review.references["lampsociety2021guide"], title="灯火の手引き。", publisher="Lamp Press!", year=None,
    )  # fmt: skip
    imprint = dataclasses.replace(
        review.article.review,
        title=Text(ja="ランプは効くか？", en="Does a lamp work?"),
        author=Text(ja="検証社。", en="Lamp Inc."),
    )
    claims = {
        key: dataclasses.replace(claim, title=Text(ja="効くか？", en="They ask “why?”")) for key, claim in review.claims.items()
    }
    return dataclasses.replace(
        review,
        claims=claims,
        references={**review.references, "hikari2020lamp": source, "lampsociety2021guide": other},
        article=dataclasses.replace(review.article, review=imprint),
    )


@pytest.mark.parametrize("root", [REAL_ROOT, MINIATURE], ids=["real", "invented"])
def test_no_sentence_ends_twice(root: Path) -> None:
    review, _ = load(root)
    assert review
    found = {path: marks for path, text in written(review).items() if (marks := doubled(text))}
    assert not found


def test_no_sentence_ends_twice_where_its_parts_have_marks(review: Review) -> None:
    marked = written(with_marks(review))
    assert not {path: marks for path, text in marked.items() if (marks := doubled(text))}
    row = "The Lamp Inc. Do lamps work? [And lamps!]. <i>Lamp Stimul.</i> n.d. <a "
    assert row in marked["en/references.md"] and "灯火の手引き。 Lamp Press! 発行年不明. <a " in marked["ja/references.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_style_ends_a_sentence_twice(language: str, review: Review) -> None:
    marked = with_marks(review)
    facts = snapshot(assess(marked), "lamp-lifts-mood")
    for style, text in citation_texts(marked, facts, language, f"{SITE}x/"):
        assert not doubled(text), (style, text)
        assert ("Lamp Inc. " if language == "en" else "検証社。 ") in text
