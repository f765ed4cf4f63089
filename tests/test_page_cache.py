"""A page taken over from the build before: the same site byte for byte, and no fault that goes unseen because of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import proof
from tools.__main__ import main
from tools.commands import reading
from tools.records.words import LANGUAGES
from tools.site.hooks import page_cache

pytestmark = pytest.mark.build


@pytest.fixture
def built(miniature: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The invented review with a theme of its own, built once: its root, and where the site goes."""
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (miniature / name).read_text(encoding="utf-8")
        (miniature / name).write_text(
            text.replace("name: material\n", "name: material\n  custom_dir: overrides\n").replace(
                "- index.md", "- index.md\n  - about.md"
            ),
            encoding="utf-8",
        )
    with (miniature / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("validation: {anchors: warn}\n")
    for language in LANGUAGES:
        (miniature / f"docs/{language}/about.md").write_text("---\ntitle: About\ndescription: About.\n---\n", encoding="utf-8")
    (miniature / "overrides").mkdir()
    (miniature / "overrides/main.html").write_text(
        '{% extends "base.html" %}{% block announce %}A theme{% endblock %}', encoding="utf-8"
    )
    assert build(miniature, tmp_path / "site") == 0
    return miniature, tmp_path / "site"


def build(root: Path, out: Path) -> int:
    return main(["build", "--root", str(root), "--out", str(out)])


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


EDITS = {
    "nothing": [],
    "one claim": [("claims/lamp-lifts-mood.yml", "en: The lamp improved mood more", "en: The lamp brightened mood more")],
    "a title in the navigation": [("docs/en/index.md", "title: ", "title: New ")],
    "the configuration": [("mkdocs.yml", "toc: {}", "toc: {permalink: true}")],
    "the theme": [("overrides/main.html", "A theme", "Another theme")],
}


@pytest.mark.parametrize("name", ["one claim", "the theme", *map(proof, sorted(EDITS.keys() - {"one claim", "the theme"}))])
def test_a_rebuilt_site_is_that_of_a_first_build(name: str, built: tuple[Path, Path], tmp_path: Path) -> None:
    root, out = built
    for path, old, new in EDITS[name]:
        edit(root / path, old, new)
    assert build(root, out) == 0
    elsewhere = Path(shutil.copytree(root, tmp_path / "elsewhere/review", ignore=shutil.ignore_patterns("build")))
    assert build(elsewhere, tmp_path / "cold") == 0
    assert tree(out) == tree(tmp_path / "cold")


def test_only_what_changed_is_built_again(built: tuple[Path, Path]) -> None:
    root, out = built
    cached = root / "build/cache/en"
    before = {path: path.stat().st_mtime_ns for path in cached.rglob("*.html")}
    assert len(before) > 10
    for language, sentence in (("ja", "もう一文です。"), ("en", "One more sentence.")):
        with (root / f"docs/{language}/about.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{sentence}\n")
    assert build(root, out) == 0
    again = [path.name for path in before if path.stat().st_mtime_ns != before[path]]
    assert again == ["about.md.html"]


@pytest.mark.parametrize(
    ("there", "elsewhere"),
    [
        ("## A place {#place}", "## A place {#another}"),
        ('<p id="place">A place</p>', '<p id="another">A place</p>'),
    ],
)
def test_a_link_to_an_anchor_that_went_is_found_on_a_page_taken_over(
    there: str,
    elsewhere: str,
    built: tuple[Path, Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "check", lambda *_: [])  # which finds it first, on a hand-written page
    root, out = built
    titles = {"en": "A place", "ja": "場所"}  # both languages of a page have the same headings
    for language, title in titles.items():
        with (root / f"docs/{language}/about.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{there.replace('A place', title)}\n")
    with (root / "docs/en/index.md").open("a", encoding="utf-8") as file:
        file.write("\n[There](about.md#place)\n")
    assert build(root, out) == 0
    for language, title in titles.items():
        edit(root / f"docs/{language}/about.md", *(text.replace("A place", title) for text in (there, elsewhere)))
    for _ in range(2):  # what a failed build says is not taken over either
        assert build(root, out) == 1
        assert "does not contain an anchor '#place'" in capsys.readouterr().err


def test_html_that_somebody_changed_is_not_taken_over(built: tuple[Path, Path]) -> None:
    root, out = built
    before = tree(out)
    for file in (root / "build/cache").rglob("*.html"):
        file.write_text("something else", encoding="utf-8")
    assert build(root, out) == 0
    assert tree(out) == before


def test_a_page_taken_over_has_its_title_without_the_other_hooks(built: tuple[Path, Path], tmp_path: Path) -> None:
    root, _ = built
    own = json.loads((root / "build/config.en.yml").read_text(encoding="utf-8")) | {"nav": ["index.md", "about.md"]}

    def site(name: str, *hooks: str) -> dict[str, bytes]:
        config = root / "build/config.alone.yml"
        config.write_text(json.dumps(own | {"hooks": hooks}), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(tmp_path / name)]
        subprocess.run(command, env=os.environ | {page_cache.FOLDER: str(tmp_path / "cache")}, capture_output=True, check=True)
        return tree(tmp_path / name)

    edit(root / "build/en/about.md", 'title: "About"', 'title: "Another title than its file has"')
    site("first", page_cache.__file__)
    page_cache.keep(tmp_path / "cache")
    with (root / "build/en/index.md").open("a", encoding="utf-8") as file:
        file.write("\nOne more sentence.\n")
    again, plain = site("again", page_cache.__file__), site("plain")
    assert again == plain
    assert b"Another title than its file has" in plain["index.html"]


def test_a_page_that_went_leaves_the_cache(built: tuple[Path, Path]) -> None:
    root, out = built
    kept = json.loads((root / "build/cache/en/pages.json").read_text(encoding="utf-8"))
    stale = root / "build/cache/en/claims/gone.md.html"
    stale.write_text("", encoding="utf-8")
    assert build(root, out) == 0
    assert (
        not stale.exists() and kept.keys() == json.loads((root / "build/cache/en/pages.json").read_text(encoding="utf-8")).keys()
    )


def test_the_site_is_that_of_the_bare_builder(built: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs.commands.build import build as bare
    from mkdocs.config import load_config

    root, out = built
    for name in ("SITE_URL_JA", "SITE_URL_EN"):
        monkeypatch.delenv(name, raising=False)
    bare(load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "bare"), strict=True))
    ours, theirs = tree(out / "ja"), tree(tmp_path / "bare")
    assert ours.items() <= theirs.items()
    assert theirs.keys() - ours.keys() == {"404.html", "sitemap.xml", "sitemap.xml.gz"}
