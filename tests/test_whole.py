"""Texts arrive whole, once and in their language, as sure as the article is; pages hold tables, parts and links that work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import SEARCHES, TEA, Change
from tests.test_fields import MICE, problems_of

EN, JA = "docs/en/index.md", "docs/ja/index.md"
PART = "<!-- insert: authorship -->"
TABLE = "| A | B |\n| --- | --- |\n| C | D |"


def told(ja: str, en: str) -> list[Change]:
    """The tea, with another finding."""
    return [(TEA, MICE, f'finding:\n      ja: "{ja}"\n      en: "{en}"')]


def ours(text: str, before: str = PART) -> list[Change]:
    """Both pages, with a text before a part of theirs."""
    return [(path, before, f"{text}\n\n{before}") for path in (EN, JA)]


CALM = ("マウスが静かになった。", "Mice became calm.")
TEXTS: list[tuple[str, list[Change]]] = [
    *[("text-breaks-off", told(CALM[0], en)) for en in ("Mice became calm", "Mice became calm,", "Mice and")],
    *[("text-breaks-off.copy", told(CALM[0], en)) for en in ("Mice quiet- ened.", "Mice slept.Cats woke up.", ", mice slept.")],
    *[("text-breaks-off.copy", told(ja, CALM[1])) for ja in ("マ ウ ス が静かになった。", "、マウスが静かになった。")],
    *[("text-breaks-off", told(ja, CALM[1])) for ja in ("マウスが静かになった", "マウスが静かになったが、", "マウスの", "水を")],
    *[("text-breaks-off.bracket", told(CALM[0], en)) for en in (
        "Mice (12 became calm.", "Mice became calm).", "Mice “became calm.", "Mice (12] became calm.",
    )],
    *[("text-breaks-off.bracket", told(ja, CALM[1])) for ja in (
        "マウス(12匹が静かになった。", "「マウスが静かになった。", "マウスが静か」になった。",
    )],
    *[("text-breaks-off.marks", told(CALM[0], en)) for en in (
        "Mice became calm,.", "Mice became the. It was calm.", "Calm.. It was.", "Mice became calm .",
    )],
    *[("text-breaks-off.marks", told(ja, CALM[1])) for ja in (
        "マウスは。静かになった。", "マウスが、。静かになった。", "マウスが静かになった 。",
    )],
    ("text-breaks-off", [(SEARCHES, "en: None was found.", "en: None was found")]),
    ("text-breaks-off", [(TEA, "en: A trial in people.", "en: A trial in people of the")]),
    ("text-breaks-off", [(TEA, "en: The effect of tea", "en: 'The effect of tea,'")]),
    *[("copied-text.twice", told(CALM[0], en)) for en in (
        "Mice became calm after they had tea. Mice became calm after they had tea.",
        "Mice became Mice became calm.", "Mice became very very calm in in the cage.",
    )],
    ("copied-text.twice", told("マウスが静かになマウスが静かになった。", CALM[1])),
    ("copied-text.twice", told("お茶のあとでマウスが静かになった。お茶のあとでマウスが静かになった。", CALM[1])),
    *[("wrong-language.wide", told(CALM[0], en)) for en in ("Mice （all） were.", "Mice， all, were calm.", "Ｍice calm.")],
    ("wrong-language.wide", told("マウスの12%が静かになった。", "12％ of mice became calm.")),
    ("wrong-language.japanese", told(CALM[0], "Mice became calm (マウスが静かになりました).")),
    *[("wrong-language.english", told(ja, CALM[1])) for ja in (
        "マウスだ。Mice became calm after tea.", "マウスだ。No effect in controls.", "The mice were calm。マウスが静かになった。",
    )],
    ("wording-against-words", [(TEA, "wording: possible", "wording: likely")]),
    ("wording-against-words", [(TEA, "wording: possible, words: may", "wording: asserted, words: tea may calm")]),
    ("wording-against-words", [(TEA, "wording: possible, words: may", "wording: possible, words: is proven")]),
]  # fmt: skip
WHOLE: list[list[Change]] = [
    told("「静か」。", "It was “calm.”"),
    told("どの数も印刷どおり(表2)。", "All as printed (table 2)."),
    told("静かになった…", "They became calm…"),
    told("東京の (Journal of Invented Light) による。", "As in the Journal of Invented Light."),
    told("MADRSとTNF-αを測った。", "MADRS and TNF-α were measured."),
    told("いろいろなマウスが、ますます静かになった。", "They had had tea that that day brought."),
    [
        (
            TEA,
            MICE,
            "finding:\n      ja: >-\n        マウスが\n        静かになった。\n      en: >-\n        Mice became\n        calm.",
        )
    ],
    [(TEA, "en: The effect of tea", "en: The effect of tea (in mice)")],
]
PAGES: list[tuple[str, list[Change]]] = [
    *[("unknown-insert.form", [(EN, PART, text)]) for text in (
        "<!--insert: authorship-->", "<!-- insert:authorship -->", "<!-- Insert: authorship -->", "<!-- inset: authorship -->",
        "<!-- include: authorship -->", "<!-- insert authorship -->", f" {PART}", f"See {PART}", f"{PART} ",
        "<!- insert: levels -->",
        "<!-- insert：authorship -->", "{{ insert: authorship }}", "<!-- authorship -->",
    )],
    ("unknown-insert.twin", [(EN, f"{PART}\n\n", "")]),
    ("unknown-insert.twin", [(JA, PART, "<!-- insert: levels -->")]),
    ("broken-table.cells", ours(TABLE.replace("| C | D |", "| C |"))),
    ("broken-table.cells", ours(TABLE.replace("| --- | --- |", "| --- |"))),
    ("broken-table.cells", ours(TABLE.replace("D |", "D | E |"))),
    ("broken-table.edges", ours(TABLE.replace("D |", "D"))),
    ("broken-table.ruler", ours(TABLE.replace("| --- | --- |\n", ""))),
    ("broken-table.ruler", ours(TABLE.replace("\n| C", "\n\n| C"))),
    ("broken-table.glued", ours(f"x\n{TABLE}")),
    ("broken-table.twin", [(EN, PART, f"{TABLE}\n\n{PART}")]),
    *[("dead-link.local", ours(text)) for text in (
        "[x](file:///home/a/b.html)", "[x](http://localhost:8000/)", "[x](http://127.0.0.1/)", "[x](C:/Users/a/b.html)",
        "[x](C:\\Users\\a.html)", "[x](http://192.168.0.3/)", '<a href="http://localhost/">x</a>', "<http://localhost:8000/>",
        "http://localhost:8000/", "file:///home/a",
    )],
    *[("dead-link.malformed", ours(text)) for text in ("[x](htps://a.jp/)", "[x](https:/a.jp/)", "[x](mailto:)", "[x](tel:1)")],
    ("dead-link.no-words", ours("[](claims/index.md)")),
    ("dead-link.number", ours("[0120-783-556](tel:0120783566)")),
    ("dead-link.html", ours('<a href="claims/index.md">x</a>')),
    ("dead-link.file", ours("[x](assets/nothing.pdf)")),
    ("dead-link.parted", ours("[x] (https://a.jp/)")),
    *[("dead-link.parted", ours(text)) for text in (
        "[x]（https://a.jp/）", "［x］（#help）", "［x］(claims/index.md)", "[x]（#help）", "[x] (#help)", "(x)[claims/index.md]",
    )],
    ("raw-markup.page", ours("- **It is tea. ** It is warm.\n- **It is a lamp.** It is bright.")),
    ("languages-differ.hedge-en", [
        (EN, PART, f"Tea cures ([claim](claims/tea-calms-mice.md)).\n\n{PART}"),
        (JA, PART, f"お茶で治るというのは仮説です（[主張](claims/tea-calms-mice.md)）。\n\n{PART}"),
    ]),
    ("languages-differ.hedge-ja", [
        (EN, PART, f"That tea cures is an [idea](claims/tea-calms-mice.md).\n\n{PART}"),
        (JA, PART, f"お茶で[治ります](claims/tea-calms-mice.md)。\n\n{PART}"),
    ]),
    ("languages-differ.numbers", [(EN, PART, f"67 people.\n\n{PART}"), (JA, PART, f"76人。\n\n{PART}")]),
    ("languages-differ.limits", [(EN, PART, f"Up to 18 years.\n\n{PART}"), (JA, PART, f"18歳以上。\n\n{PART}")]),
    ("number-not-in-evidence.page", ours("[87](claims/lamp-lifts-mood.md)")),
]  # fmt: skip
FINE: list[list[Change]] = [
    ours("- **Run `make check`** now.\n- **[119](tel:119)** and **`x`.**\n\n**1** (2) [3][4]\n\n[4]: claims/index.md"),
    [
        (EN, PART, f"Tea may [harm](claims/tea-calms-mice.md).\n\n{PART}"),
        (JA, PART, f"お茶には害の[おそれ](claims/tea-calms-mice.md)があります。\n\n{PART}"),
    ],
    ours(TABLE),
    ours("| A | B |\n|:--|--:|\n| `a | b` | D |"),
    ours("A | B\n--- | ---\nC | D"),
    ours("<!-- a remark -->"),
    ours("```\n<!--insert: x-->\n| A |\n[x](http://localhost/)\n```"),
    ours("`<!--insert: authorship-->` and `http://localhost:8000/`"),
    ours("[0120-783-556](tel:0120783556)"),
    ours("[1200](claims/lamp-lifts-mood.md)"),
    ours("[about 4](claims/lamp-lifts-mood.md)"),
    [(EN, PART, f"Open 9 a.m. to 4 p.m.\n\n{PART}"), (JA, PART, f"9時から16時まで。\n\n{PART}")],
]
SAID_OF_TEXTS = ("text-breaks", "copied-text.twice", "wrong-language", "wording-against")
SAID_OF_PAGES = ("unknown-insert", "broken-table", "dead-link", "languages-differ", "number-not-in-evidence")


@pytest.mark.parametrize(("name", "changes"), [*TEXTS, *PAGES])
def test_what_a_reader_would_stumble_over_is_named(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize("changes", WHOLE)
def test_a_whole_text_is_left_alone(changes: list[Change], miniature: Path) -> None:
    assert not [name for name in problems_of(miniature, changes) if name.startswith(SAID_OF_TEXTS)]


@pytest.mark.parametrize("changes", FINE)
def test_a_page_that_works_is_left_alone(changes: list[Change], miniature: Path) -> None:
    assert not [name for name in problems_of(miniature, changes) if name.startswith(SAID_OF_PAGES)]
