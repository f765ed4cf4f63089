"""In English text a Japanese body has its English name, and a name in another script says its language."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.conftest import REAL_ROOT, TODAY
from tools.appraisal.assess import assess
from tools.cite.names import called, language_of
from tools.edition import Edition
from tools.pages.render import render
from tools.records.load import load

JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.mark.parametrize(
    ("text", "language"),
    [("TMS sham", "en"), ("エクソソーム うつ病", "ja"), ("髙橋", "ja"), ("日本精神神経学会", "ja"), ("经颅磁刺激 外泌体", "zh")],
)
def test_the_language_of_words_is_told_by_their_script(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_body_is_called_by_its_english_name_in_english() -> None:
    review, problems = load(REAL_ROOT)
    assert review and not problems
    for key, source in review.references.items():
        if source.author and source.author[0].group:
            assert not JAPANESE.search(called(source, "en")), key


class Unmarked(HTMLParser):
    """Japanese letters that no element around them says are Japanese."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "img", "input", "meta", "link", "hr", "col", "wbr"):
            inside = bool(self.open and self.open[-1][1])
            self.open.append((tag, inside or dict(attrs).get("lang") in ("ja", "zh") or "data-" in str(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if JAPANESE.search(data) and not (self.open and self.open[-1][1]):
            self.found.append(data.strip())


def test_names_and_searches_on_english_claim_pages_say_their_language() -> None:
    review, _ = load(REAL_ROOT)
    assert review
    sources = [text for one in review.references.values() for text in (called(one, "en"), one.journal, one.publisher) if text]
    names = {
        name for name in [*sources, *(words for one in review.searches.values() for words in one.words)] if JAPANESE.search(name)
    }
    pages = render(assess(review), Edition(TODAY, language="en"))
    for path, page in pages.items():
        if path.startswith("claims/") and path != "claims/index.md" and path.count("/") == 1:
            reader = Unmarked()
            reader.feed(page.partition("\n---\n")[2])
            assert not [name for name in names for text in reader.found if name in text], path
