"""What people cited stays what they cited: to the byte, through edits of records, vocabulary and templates, twice over."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader

from tests.test_versions import CLAIM, TODAY, edit, raise_version, released
from tools.appraisal.assess import assess
from tools.edition import ANYWHERE, Publication
from tools.export.citations import citation_files
from tools.export.feed import feed
from tools.pages import templating
from tools.pages.render import render
from tools.records.load import load
from tools.records.words import LANGUAGES

SITE, MOVED = "https://example.org/review/", "https://elsewhere.example/"
VOCABULARY, BIB, ARTICLE = "vocabulary.yml", "references/all.bib", "references/article.yml"


def site(root: Path, address: str = SITE, today: datetime.date = TODAY) -> dict[str, str]:
    """Path to text of everything that is published of claims."""
    review, problems = load(root)
    assert review and not problems, problems
    assessed, publication = assess(review), Publication(today, address)
    files = dict(citation_files(assessed, publication))
    for one in publication.editions:
        files |= {f"{one.language}/{path}": text for path, text in render(assessed, one).items()}
        files[f"{one.language}/feed.xml"] = feed(assessed, one)
    return files


def head(page: str) -> list[str]:
    """The lines of a page's head."""
    (line,) = re.findall(r"^head: (.*)$", page, re.MULTILINE)
    return str(json.loads(line)).splitlines()


# What a head says of where a page stands among others, and of what a page may load.
PLACE = re.compile(r'.*(?:og:url|rel="(?:canonical|alternate|[a-z]+-version|version-history)"|Content-Security-Policy).*')


def as_cited(files: dict[str, str], number: int) -> Iterator[tuple[str, str]]:
    """What a reader, a program and a reference manager take from the address of one version."""
    for language in LANGUAGES:
        page = files[f"{language}/claims/{CLAIM}/v{number}.md"]
        yield (
            f"content, {language}",
            page[page.index(f"<!-- content of version {number} -->") : page.index('<p class="no-advice">')],
        )
        yield f"head, {language}", "\n".join(line for line in head(page) if not PLACE.fullmatch(line))
        yield from (
            (f"{name}, {language}", line)
            for name in ("title", "description")
            for line in re.findall(rf"^{name}: .*$", page, re.MULTILINE)
        )
    stem = f"data/claims/{CLAIM}.v{number}."
    yield from ((path, text) for path, text in files.items() if path.startswith(stem))


@pytest.fixture
def other_templates(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Templates that say something else everywhere."""
    environment = templating.environment()
    loader = environment.loader
    assert loader
    names = ("claim-content.md", "claim-record.md", "parts/head.html")
    changed = {name: loader.get_source(environment, name)[0] + "\n<p>Changed.</p>\n" for name in names}
    monkeypatch.setattr(environment, "loader", ChoiceLoader([DictLoader(changed), loader]))
    environment.cache.clear()  # type: ignore[union-attr]
    yield
    environment.cache.clear()  # type: ignore[union-attr]


def edit_everything(root: Path, number: int) -> None:
    """Change claim, reference, vocabulary and imprint; the claim as its next version."""
    raise_version(root, day=f"2026-02-0{number}")
    record = root / f"claims/{CLAIM}.yml"
    text = record.read_text(encoding="utf-8")
    text = re.sub(r"(A difference in 12) [a-z ]*trials", rf"\1 {'very ' * number}trials", text)
    text = re.sub(r"en: The effect of the lamp[^}]*", f"en: The effect of the lamp {'again ' * number}", text)
    record.write_text(re.sub(r"en: The lamp lifts[^}]*", f"en: The lamp lifts {'any ' * number}mood.", text), encoding="utf-8")
    for path, old in ((BIB, "Lamps and mood"), (VOCABULARY, "Established"), (ARTICLE, "en: Lamp review")):
        edit(root / path, old, f"{old} {'anew' if path == BIB else 'once more'}")


@pytest.mark.long
def test_versions_stay_to_the_byte_through_three(miniature: Path, request: pytest.FixtureRequest) -> None:
    cited: dict[int, dict[str, str]] = {}
    for number in (1, 2, 3):
        released(miniature)
        now = site(miniature)
        cited[number] = dict(as_cited(now, number))
        assert len(cited[number]) == 2 * 4 + 12
        if number < 3:
            edit_everything(miniature, number)
            if number == 2:
                request.getfixturevalue("other_templates")
        for older in range(1, number + 1):
            assert dict(as_cited(site(miniature), older)) == cited[older], older
    assert cited[1] != cited[2] != cited[3] and "Changed." in cited[3]["content, en"]
    assert "Changed." not in cited[2]["content, en"]


def test_before_and_after_publishing_a_page_says_the_same(miniature: Path) -> None:
    before = dict(as_cited(site(miniature), 1))
    released(miniature)
    assert dict(as_cited(site(miniature), 1)) == before


def test_a_word_of_the_vocabulary_changes_no_cited_page(miniature: Path) -> None:
    """citing.md, A2."""
    released(miniature)
    before = site(miniature)
    edit(miniature / VOCABULARY, "Established", "Top rung")
    edit(miniature / BIB, "Lamps and mood: a meta-analysis", "Lamps and mood, corrected")
    after = site(miniature)
    assert dict(as_cited(after, 1)) == dict(as_cited(before, 1))
    assert "Top rung" in after[f"en/claims/{CLAIM}.md"]  # the live page goes on


def test_what_a_version_is_cited_as_is_kept(miniature: Path) -> None:
    """citing.md, A5: author, level, reference and statement are those of the day."""
    released(miniature)
    edit_everything(miniature, 1)
    old = site(miniature)[f"en/claims/{CLAIM}/v1.md"]
    said = "\n".join(line for line in head(old))
    assert '"citation_author" content="Lamp review contributors,"' in said and "once more" not in said
    assert '"claimReviewed":"The lamp lifts the mood."' in said and '"alternateName":"Established"' in said
    assert "Lamps and mood: a meta-analysis" in said
    notes = old[: old.index("<!-- content")]
    assert "What the article claims was put in other words." in notes and "Title: The effect of the lamp →" in notes  # A7


def test_an_old_version_has_its_files(miniature: Path) -> None:
    """citing.md, A6."""
    released(miniature)
    edit_everything(miniature, 1)
    files = site(miniature)
    page = files[f"en/claims/{CLAIM}/v1.md"]
    for link in re.findall(r'href="../../../../(data/claims/[^"]*)"', page):
        assert ".v1." in link and link in files
    described = [line for line in head(page) if "describedby" in line]
    assert len(described) == 2 and all(f"{SITE}data/claims/{CLAIM}.v1.en." in line for line in described)
    assert (
        "ET  - Version 1" in files[f"data/claims/{CLAIM}.v1.en.ris"] and "ET  - Version 2" in files[f"data/claims/{CLAIM}.en.ris"]
    )


def test_versions_lead_to_each_other(miniature: Path) -> None:
    """citing.md, A10."""
    released(miniature)
    for number in (1, 2):
        edit_everything(miniature, number)
        released(miniature)
    files = site(miniature)
    of = f"{SITE}en/claims/{CLAIM}/"
    expected = {
        1: {"successor": "v2/", "latest": ""},
        2: {"predecessor": "v1/", "successor": "v3/", "latest": ""},
        3: {"predecessor": "v2/"},
    }
    for number, relations in expected.items():
        found = {name: at for line in head(files[f"en/claims/{CLAIM}/v{number}.md"])
                 for name, at in re.findall(r'rel="([a-z]+)-version" href="([^"]*)"', line)}  # fmt: skip
        assert found == {name: f"{of}{at}" for name, at in relations.items()}
        assert f'<link rel="version-history" href="{of}#record">' in head(files[f"en/claims/{CLAIM}/v{number}.md"])


def test_a_move_of_the_site_leaves_ids_and_words(miniature: Path) -> None:
    """citing.md, A9, and case 23: addresses are those of the new place, ids of entries are no addresses."""
    released(miniature)
    here, there = site(miniature), site(miniature, MOVED)
    for path, text in here.items():
        assert ANYWHERE not in text + there[path] and SITE not in there[path]
        if path.endswith("feed.xml"):
            assert re.findall("<id>.*</id>", text) == re.findall("<id>.*</id>", there[path])
        elif path.endswith((".ris", ".bib")):
            assert text.replace(SITE, MOVED) == there[path]
    assert dict(as_cited(there, 1)) == {name: text.replace(SITE, MOVED) for name, text in as_cited(here, 1)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_of_the_feed_keep_their_title(language: str, miniature: Path) -> None:
    """citing.md, A7."""
    released(miniature)
    before = re.findall("<title>LMP-01 .*</title>", site(miniature)[f"{language}/feed.xml"])
    edit_everything(miniature, 1)
    after = re.findall("<title>LMP-01 .*</title>", site(miniature)[f"{language}/feed.xml"])
    assert after[1:] == before and (language == "ja" or "again" in after[0])


def test_a_local_build_of_a_published_version_names_no_address(miniature: Path) -> None:
    released(miniature)
    for path, text in site(miniature, "").items():
        assert ANYWHERE not in text, path
        if path.startswith("en/claims/") and path != "en/claims/index.md":
            assert "Available from" not in text and "2026. (accessed YYYY-MM-DD)" in text and "local preview" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_former_addresses_of_the_site_are_told(language: str, miniature: Path) -> None:
    """citing.md, A9."""
    page = miniature / f"docs/{language}/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n<!-- insert: former-addresses -->\n", encoding="utf-8")
    assert SITE not in site(miniature, MOVED)[f"{language}/index.md"]
    edit(miniature / ARTICLE, "  author:", f"  formerly: [{SITE}]\n  author:")
    assert f"<li><code>{SITE}</code></li>" in site(miniature, MOVED)[f"{language}/index.md"]
