"""Two readings of a text: only what changed is quoted, nothing in it is markup, and what must not be overlooked is marked."""

from __future__ import annotations

import pytest

from tools.contribute.prose import quoted, rewritten, shown
from tools.text.locale import Language


def told(before: str, after: str, language: Language = "en") -> list[str]:
    return [shown(pair, language, "en") for pair in rewritten(before, after, language)]


@pytest.mark.parametrize(
    ("before", "after", "language", "expected"),
    [
        ("One. Two is here. Three.", "One. Two was here. Three.", "en", ["Two <del>is</del><ins>was</ins> here."]),
        ("One. Two.", "One.\n\nTwo.", "en", []),
        ("One. Two.", "One. Two. Three.", "en", ["<ins>Three.</ins>"]),
        ("一つ。二つ。", "一つ。", "ja", ["<del>二つ。</del>"]),
        ("It works.", "It does not work.", "en", ["It <del>works</del><ins>does not work</ins>. **(negation changed)**"]),
        ("SMD −0.48.", "SMD 0.48.", "en", ["SMD <del>−0.48</del><ins>0.48</ins>. **(numbers changed: −0.48 → 0.48)**"]),
        ("人が多い。", "人が少ない。", "ja", ["人が<del>多い</del><ins>少ない</ins>。"]),
        ("増えます。", "増えるかもしれません。", "ja", ["増<del>えます</del><ins>えるかもしれません</ins>。"]),
    ],
)
def test_a_changed_sentence_is_quoted_with_its_marks(before: str, after: str, language: Language, expected: list[str]) -> None:
    assert told(before, after, language) == expected


def test_a_sentence_that_is_another_one_is_quoted_whole() -> None:
    assert told("Sleep was longer.", "Nobody counted lamps!") == [
        "<del>Sleep was longer.</del> → <ins>Nobody counted lamps!</ins>"
    ]


def test_of_very_many_sentences_those_with_a_mark_are_quoted_first() -> None:
    before = " ".join(f"Part {name} is long." for name in "abcdefghijklmnopqrstuvwxyz")
    after = before.replace("is long", "is short").replace("z is short", "z is not short")
    told = quoted(rewritten(before, after, "en"), "en", "en")
    assert "not" in told[0] and told[-1] == "… and 6 more places that changed" and len(told) == 21


def test_nothing_in_a_text_is_read_as_markup() -> None:
    (line,) = told("a b c d e f", "a b c d e f </details> **Yes** [x](y) `z`")
    assert line == r"a b c d e f<ins> \</details\> \*\*Yes\*\* \[x\](y) \`z\`</ins>"
