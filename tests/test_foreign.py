"""Japanese words on an English page say that they are Japanese, and nothing else is touched."""

from __future__ import annotations

import pytest

from tools.text.foreign import japanese_marked

LAMP = '<span lang="ja">灯台守の会</span>'


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("A society (灯台守の会) said so.", f"A society ({LAMP}) said so."),
        ("- [the society 灯台守の会](灯.md)", f"- [the society {LAMP}](灯.md)"),
        ('<p title="灯台守の会">灯台守の会</p>', f'<p title="灯台守の会">{LAMP}</p>'),
        ("お茶、第2版", '<span lang="ja">お茶、第2版</span>'),
    ],
)
def test_japanese_is_marked(page: str, marked: str) -> None:
    assert japanese_marked(page) == marked


@pytest.mark.parametrize(
    "page",
    [
        "No word of it.",
        f'{LAMP} and <q lang="ja">灯台守の<b>会</b></q>',
        '<cite lang="zh">灯塔</cite>',
        "`灯台守の会` and <code>灯台守の会</code>",
        "```yaml\nja: 灯台守の会\n```",
    ],
)
def test_what_names_its_language_or_is_code_is_left(page: str) -> None:
    assert japanese_marked(page) == page
