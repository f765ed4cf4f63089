"""Addresses of pages, made for the other builder."""

from __future__ import annotations

import pytest

from tools.site.addresses import from_source


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("../../data/claims.csv", "../data/claims.csv"),
        ("../claims/x/#load-bearing", "claims/x/#load-bearing"),
        ("../", "."),
        ("..", "."),
        ("v1/", "data/v1/"),
        (".", "data/."),
        ("./", "data/./"),
        ("#files", "#files"),
        ("?q=1", "?q=1"),
        ("", ""),
        ("/c/COM-01/", "/c/COM-01/"),
        ("https://example.org/../x", "https://example.org/../x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_an_address_is_written_from_the_folder_of_the_source(meant: str, written: str) -> None:
    """Zensical puts `../` before what is relative, and leaves the rest alone."""
    page = f'Text <a class="x" href="{meant}">[link](../y.md)</a> <img alt="" src="{meant}"> `href="../code/"`'
    ((path, found),) = from_source([("claims/data.md", page)])
    assert path == "claims/data.md"
    assert found == f'Text <a class="x" href="{written}">[link](../y.md)</a> <img alt="" src="{written}"> `href="../code/"`'


@pytest.mark.parametrize("path", ["claims/index.md", "index.md", "feed.xml", "assets/search.js"])
def test_the_rest_is_left_alone(path: str) -> None:
    page = '<a href="../x/">x</a>'
    assert list(from_source([(path, page)])) == [(path, page)]
