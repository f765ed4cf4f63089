"""Every text of every record, replaced by text that tries to run: nothing of it may run, load or become an element."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.conftest import TODAY, unchecked
from tools.appraisal.assess import assess
from tools.edition import Publication
from tools.pages.render import render_pages, render_root
from tools.records.claim import Review
from tools.site.build import build_site

HOSTILE = (
    '"><script>document.title="owned"</script><img src=x onerror=document.title="owned"> '
    "[link](javascript:document.title='owned') ![i](https://evil.invalid/x.png) {: onclick=alert(1) } "
    "{#owned} </style></title>{{ 7*7 }} <!-- insert: levels --> &lt;script&gt; ** `"
)


def poison(value: Any) -> Any:
    """The same record with hostile text in every sentence; ids, keys and controlled words stay."""
    if dataclasses.is_dataclass(value):
        fields = {}
        for name in (field.name for field in dataclasses.fields(value)):
            held = getattr(value, name)
            free = name in ("ja", "en", "title", "words", "author", "journal", "population", "funding", "note", "name", "pages")
            fields[name] = HOSTILE if free and isinstance(held, str) else poison(held)
        return unchecked(value, **fields)
    if isinstance(value, list):
        return [HOSTILE if isinstance(item, str) and " " in item else poison(item) for item in value]
    if isinstance(value, dict):
        return {key: poison(item) for key, item in value.items()}
    return value


def poisoned(review: Review) -> Review:
    parts = ("article", "vocabulary", "claims", "references", "searches")
    return dataclasses.replace(review, **{part: poison(getattr(review, part)) for part in parts})


def test_no_text_of_a_record_runs_or_loads(review: Review, miniature: Path, tmp_path: Path, chromium: Browser) -> None:
    hostile = poisoned(review)
    assert hostile.claims["lamp-and-tea"].answer.en == hostile.references["mori2019mice"].title == HOSTILE
    publication = Publication(TODAY)
    pages = {edition: render_pages(assess(hostile), edition) for edition in publication.editions}
    build_site(miniature, tmp_path / "site", pages, render_root(hostile, publication).items())
    requests: list[str] = []
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("dialog", lambda dialog: requests.append(f"dialog: {dialog.message}"))
        for file in sorted((tmp_path / "site").rglob("*.html")):
            page.goto(file.as_uri())
            assert page.title() != "owned", file
            assert page.locator("[onclick], [onerror], img[src='x'], a[href^='javascript:'], #owned").count() == 0, file
            assert page.locator("script:not([src])").filter(has_text="owned").count() == 0, file
    assert not [url for url in requests if "evil.invalid" in url or url.startswith("dialog")]
