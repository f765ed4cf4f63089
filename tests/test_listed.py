"""How a claim's page lists its sources: each once, both sides first, in their own language; and no two regions of one name."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tools.appraisal.assess import assess
from tools.edition import Edition
from tools.pages.listed import MOST, listed
from tools.pages.render import render
from tools.records.claim import Review
from tools.records.load import load
from tools.records.sources import Notice
from tools.records.words import LANGUAGES


def keys(rows: tuple) -> list[str]:  # type: ignore[type-arg]
    return [row.study.key for row in rows]


def test_every_source_is_listed_once_and_the_strongest_are_on_both_sides(judged: Path) -> None:
    review, problems = load(judged)
    assert review and not problems
    for claim_id, found in assess(review).claims.items():
        sources = [item.ref for item in review.claims[claim_id].evidence]
        one = listed(found, review, sources)
        rows = one.supports + one.elsewhere + one.others + one.papers + one.agreeing + one.indirect
        assert sorted(keys(rows) + list(one.named)) == sorted(sources)
        assert len(one.supports) <= MOST and len(one.elsewhere) <= MOST
        assert all(row.study.item.direction == "supports" for row in one.supports)
        assert all(row.study.elsewhere for row in one.elsewhere)
        assert one.folded == len(sources) - len(one.supports + one.elsewhere)


def test_what_the_numbers_are_from_comes_first_and_what_was_withdrawn_never(judged: Path) -> None:
    review, _ = load(judged)
    assert review
    found = assess(review).claims["lamp-by-outcome"]
    first = listed(found, review, []).supports[0].study
    assert first.key in {one.outcome.source for one in found.outcomes}
    gone = dataclasses.replace(first.source, notice=Notice(kind="retraction", date=TODAY))
    withdrawn = dataclasses.replace(review, references={**review.references, first.key: gone})
    assert withdrawn.references[first.key].withdrawn
    assert first.key not in keys(listed(assess(withdrawn).claims["lamp-by-outcome"], withdrawn, []).strongest)


def test_without_a_direct_study_the_nearest_are_shown_and_said_not_to_count(review: Review) -> None:
    found = next(one for one in assess(review).claims.values() if one.items and not any(i.evidence.direct for i in one.items))
    assert not listed(found, review, []).direct and listed(found, review, []).strongest
    page = render(assess(review), Edition(TODAY, language="en"))[f"claims/{found.id}.md"]
    assert "No study of the claim itself is listed. The nearest ones are below; they do not count towards the level." in page


@pytest.mark.parametrize(("title", "langid", "on_japanese", "on_english"), [
    ("Lamps", None, 'lang="en"', ""),
    ("Lamps", "ja", 'lang="en"', ""),  # an index translated it
    ("灯火の効果", None, "", 'lang="ja"'),
    ("Lampen", "de", 'lang="de"', 'lang="de"'),
])  # fmt: skip
def test_a_title_in_another_language_says_so(
    title: str, langid: str | None, on_japanese: str, on_english: str, review: Review
) -> None:
    source = dataclasses.replace(review.references["kage2022null"], title=title, langid=langid)
    changed = assess(dataclasses.replace(review, references={**review.references, "kage2022null": source}))
    for language, wanted in (("ja", on_japanese), ("en", on_english)):
        for path in ("claims/lamp-lifts-mood.md", "references.md"):
            text = render(changed, Edition(TODAY, language=language))[path]  # type: ignore[arg-type]
            assert (f"<span {wanted}>{title}</span>" if wanted else f" {title}") in text
            assert wanted or f">{title}</span>" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_regions_of_a_page_have_names_that_differ(language: str, rendered: Mapping[str, str]) -> None:
    pages = {path: text for path, text in rendered.items() if path.startswith(f"{language}/")}
    for path, text in pages.items():
        names = re.findall(r'role="region" aria-label="([^"]*)"', text)
        assert len(names) == len(set(names)), path
    assert any('role="region"' in text for text in pages.values())
