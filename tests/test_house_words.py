"""The Japanese of the records has none of the words that CONTRIBUTING sets aside."""

from __future__ import annotations

import re

from tests.conftest import ROOT, real_review
from tools.check.bilingual import texts_of

TABLE = re.compile(r"^\| 使う \| 使わない \|.*?\n\n", re.MULTILINE | re.DOTALL)


def set_aside() -> list[str]:
    """The words of the second column."""
    (table,) = TABLE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    return [word for row in table.splitlines()[2:] if row for word in row.split("|")[2].strip().split("、")]


def test_the_records_use_the_words_of_the_house() -> None:
    review = real_review()
    assert len(set_aside()) > 10
    records = [*review.claims.values(), *(search.result for search in review.searches.values())]
    assert [(at, word) for record in records for at, text in texts_of(record) for word in set_aside() if word in text.ja] == []
