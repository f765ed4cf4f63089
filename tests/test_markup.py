"""Nothing raw reaches a page: markup that a field does not read, stand-ins, look-alikes, and characters that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from tests.conftest import ROOT, TODAY
from tests.rule_cases import ARTICLE, BIB, LAMP, SEARCHES, TEA, spoil
from tools.appraisal.assess import assess
from tools.check import markup as rules
from tools.check.rules import check
from tools.check.targets import TARGETS, Written
from tools.records.claim import Review
from tools.records.load import load
from tools.text import leftovers
from tools.text.characters import damaged, unshown
from tools.text.deposits import as_text
from tools.text.leftovers import odd_character, unfinished, unread_html, unread_markdown, unread_tex
from tools.text.markup import prose, unread

BOLD = (
    "これは**「重要」**です。**TMS(経頭蓋磁気刺激)**は**95%**で有効でした。**差があった。**しかし『**本**』。**“A”**と**－1**。"
)
STRONG = ["「重要」", "TMS(経頭蓋磁気刺激)", "95%", "差があった。", "本", "“A”", "－1"]


def messages(root: Path) -> list[tuple[str, int, str]]:
    """Path, line and message of every problem of a review."""
    review, problems = load(root)
    found = [*problems, *(check(assess(review), TODAY) if review else ())]
    return [(problem.path, problem.line, problem.message.name) for problem in found]


FORMS: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/markup_forms.yml").read_text(encoding="utf-8"))
FINDERS = {name: getattr(leftovers, name) for name in FORMS if name != "meant"}


@pytest.mark.parametrize("name", FINDERS)
def test_every_form_is_found(name: str) -> None:
    assert not [text for text in FORMS[name] if not FINDERS[name](text)]


def test_what_only_looks_like_markup_is_left_alone() -> None:
    finders = [*FINDERS.values(), unfinished, lambda text: odd_character(text)[0], lambda text: [*unshown(text), *damaged(text)]]
    assert not [text for text in FORMS["meant"] if any(find(text) for find in finders)]


@pytest.mark.parametrize("text", ["x", "XXX", "…", "?", "-", "n/a", "TBD", "todo", "。", "（…）", "未定", "placeholder"])
def test_a_text_that_is_only_a_stand_in(text: str) -> None:
    assert unfinished(text)


ODD = {
    "eﬀect ﬁt": "ff",
    "ﾏｳｽ": "マウス",
    "ﾊﾞ": "バ",
    "e\u0301tude": "é",
    "か\u3099": "が",
    "\u212b": "Å",
    "⽇本": "日",
    "Lаmp": "La",
    "Ｌamp": "L",
    "Ｌａｍｐの": "Lamp",
    "сlinic": "c",
    "Miтchael": "it",
    "5㎎": "mg",
    "summary\u0336": "",
    "TΝF": "TN",
    "\U0001d5d4": "A",
    **dict.fromkeys(("t💡", "☎", "❤️", "1️⃣"), ""),
}


@pytest.mark.parametrize("text", ODD)
def test_a_look_alike_is_named_with_what_is_meant(text: str) -> None:
    found, meant = odd_character(text)
    assert found and meant == ODD[text]


@pytest.mark.parametrize("text", ["α-synuclein", "Δ", "NF-κB", "μg", "Москва", "Ελλάδα", "葛󠄀城", "神", "★", "✓", "℃", "Å"])
def test_other_scripts_are_no_look_alikes(text: str) -> None:
    assert odd_character(text) == ("", "")


INVISIBLE = [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0x2028, 0xFEFF, 0x3164, 0xE0041]


@pytest.mark.parametrize("code", [*INVISIBLE, 0x07, 0x85])
def test_what_nobody_sees_is_named_by_its_code(code: int) -> None:
    ((at, message),) = unshown(f"a\nTea{chr(code)}cup")
    assert at == 5 and f"U+{code:04X}" in message.text("en") and f"U+{code:04X}" in message.text("ja")


DAMAGED = [
    "donâ€™t",
    "Ã©tude",
    "MÃ¼ller",
    "â€œx",
    "ï¿½",
    "ã‚ã„",
    "縺ゅ＞縺",
    "繝槭え繧ｹ",
    "\ufffd",
    "\ue000",
    "\ufdd0",
    "Â°C",
    "日本".encode().decode("latin-1"),
    "ƒeƒXƒg",
    "譁",
    "繧",
    "譁蟄怜",
    "文書".encode().decode("cp932", "ignore"),
    "日本語の文".encode().decode("cp932", "ignore"),
    "ofÂ tea",
    "米国□則",
    "teaÂ",
    "teaâ:",
    "чай".encode().decode("latin-1"),
    "日本".encode("euc_jp").decode("latin-1"),
]


@pytest.mark.parametrize("text", DAMAGED)
def test_what_a_wrong_encoding_left_is_reported_once(text: str) -> None:
    assert len(list(damaged(f"one\n{text}\nthree"))) == 1


@pytest.mark.parametrize(
    "text",
    ["„Spaß“", "10 Å”", "São", "irmã”", "Éric", "naïve", "É–", "縺れ", "驚蟄", "螳螂", "保險", "隕石", "Ârea", "à la", "Ö“"],
)
def test_letters_with_accents_are_no_damage(text: str) -> None:
    assert not list(damaged(text))


def test_bold_works_beside_japanese_signs_in_records_and_on_pages() -> None:
    """The pages are Python-Markdown's in both builders, the records are ours."""
    for html in (prose(BOLD, lambda key: key), Markdown(extensions=["attr_list", "tables", "toc"]).convert(BOLD)):  # type: ignore[arg-type]
        assert [part.partition("</strong>")[0] for part in html.split("<strong>")[1:]] == STRONG
        assert "*" not in html
    assert "<em>" not in prose("STAR*D, then STAR*D; CYP2D6*4 and *4", lambda key: key)  # type: ignore[arg-type,return-value]
    assert list(unread(BOLD)) and not [piece for piece in unread(BOLD) if unread_markdown(piece)]


@pytest.mark.parametrize(
    "text",
    [
        "a**(b)**c",
        "**open",
        "差が**あった。",
        "** x **",
        "* *",
        r"a\\*b*c**",
        "[x](y)",
        "`x`",
        "&amp;amp;",
        "<b>x</b>",
        "# x",
        "| a | b |",
    ],
)
def test_what_stays_text_in_an_appraisal_is_found(text: str) -> None:
    pieces = list(unread(text))
    found = [piece for piece in pieces if unread_markdown(piece) or unread_html(piece) or unread_tex(piece)]
    assert bool(found) == (text != "* *"), pieces


@pytest.mark.parametrize(
    "text",
    [
        r"\*x\* and 2 \* 3",
        "- **a**\n- *b*",
        "R&amp;D",
        "x [@a; @b] y",
        "**[@a]** y",
        "[11C] [@a]",
        "1. one\n2. two",
        "***both***",
    ],
)
def test_what_an_appraisal_reads_is_no_fault(text: str) -> None:
    assert not [piece for piece in unread(text) if unread_markdown(piece) or unread_html(piece) or unread_tex(piece)]


FAULTS = {" <i>x</i>": "raw-markup", " TODO": "placeholder", " ﬁt": "odd-character"}
RULES = (rules.texts_hold_no_markup_that_is_not_read, rules.texts_are_written, rules.texts_hold_no_look_alikes)
# Codes and what is typed elsewhere; the words of the article; numbers; the query, which has look-alikes of its own.
QUERIES = {"search.pubmed", "search.europepmc", "search.ctgov"}
FREE = {
    "raw-markup": {"search.words", *QUERIES, "vocabulary.anywhere", "vocabulary.alone", "reference.url", "reference.doi",
                   "reference.checked", "reference.noticechecked", "article.url"},
    "placeholder": {"reference.volume", "reference.number", "reference.pages", "reference.url", "reference.doi",
                    "reference.checked", "reference.noticechecked", "article.url"},
    "odd-character": {"claim.words", "search.words", *QUERIES, "vocabulary.anywhere", "vocabulary.alone"},
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_every_field_of_every_record_is_looked_at(fault: str, review: Review) -> None:
    written = [text for target in TARGETS["texts"](assess(review)) for text in target.gives["texts"]]  # type: ignore[attr-defined]
    assert {"claim.answer", "claim.finding", "reference.family", "article.note", "search.limits", "page.title"} <= {
        text.field for text in written
    }
    for kind, at, text in written:
        spoilt = Written(kind, at, f"{text} x{fault}")
        names = {message.rule for rule in RULES for _, message in rule([spoilt])}
        assert (FAULTS[fault] in names) == (spoilt.field not in FREE[FAULTS[fault]]), spoilt


AT = [
    (LAMP, "en: The lamp improved mood more than a sham light.", "en: 'The lamp [@kage2022null].'", "raw-markup.citation"),
    (LAMP, "One trial found", "One trial [see @kage2022null] found", "raw-markup.citation-form"),
    (LAMP, "One trial found", "One trial, kage2022null, found", "raw-markup.key"),
    (LAMP, "found **a difference**", "found **a difference", "raw-markup.left-over"),
    (SEARCHES, "en: It is invented.", "en: 'It is *invented*.'", "raw-markup"),
    (ARTICLE, "en: Only the Japanese speaks of both together.", "en: Only the Japanese &amp; more., ", "raw-markup.entity"),
    ("vocabulary.yml", "en: Rather close.", "en: 'Rather {close}.'", "raw-markup"),
    (BIB, "{Tea calms mice}", "{Tea calms <i>Mus</i>}", "raw-markup.html"),
    (BIB, "{Tea calms mice}", "{Tea \u0301 calms mice}", "odd-character.mark"),
    (TEA, "en: The effect of tea", "en: The effect of 2\u0308 teas", "odd-character.mark"),
    (TEA, "ja: お茶の効果", "ja: お茶の\u3099効果", "odd-character.mark"),
    (TEA, "ja: お茶の効果", "ja: \u309aお茶の効果", "odd-character.mark"),
    (TEA, "en: The effect of tea", "en: The effect of xxx", "placeholder"),
    (
        TEA,
        "ja: お茶の効果, en: The effect of tea",
        "ja: お茶の効果, en: 'The effect of tea, https://example.org/tea'",
        "raw-markup.address",
    ),
    (TEA, "en: Mice became calm.", "en: 'Mice became calm (www.example.org/tea).'", "raw-markup.address"),
    (LAMP, "One trial found", "One trial (https://example.org/lamp) found", "raw-markup.address"),
    (SEARCHES, "en: It is invented.", "en: 'It is invented: see http://example.org.'", "raw-markup.address"),
    ("vocabulary.yml", "en: Rather close.", "en: 'Rather close (https://example.org).'", "raw-markup.address"),
    (BIB, "{Tea calms mice}", "{Tea calms mice. https://example.org/tea}", "raw-markup.address"),
    (BIB, "{Mori, Hanako", "{Mori, H\u0061\u0301nako", "odd-character"),
    (TEA, "en: The effect of tea", 'en: "The \\u202Eeffect of tea"', "invisible-character"),
    (TEA, "- ref: mori2019mice", "- ref: mori2019mice\u200b", "invisible-character"),
    (SEARCHES, "found: 0", "pubmed: '“lamp” AND tea'\n  found: 0", "odd-character"),
    (SEARCHES, "found: 0", "pubmed: '(tea[tiab] OR lamp[tiab]'\n  found: 0", "bad-form.query"),
    (ARTICLE, "url: https://example.org/article", "url: example.org/article", "bad-form"),
    (ARTICLE, "url: https://example.org/article", "url: http://localhost:8000/article", "bad-address.local"),
    (LAMP, "found **a difference**", 'found M\\\\\\"uller **a difference**', "raw-markup.tex"),
    ("docs/en/index.md", "[Claims](claims/index.md)", 'Gr\\"un [Claims](claims/index.md)', "raw-markup.tex"),
    ("docs/en/index.md", "[Claims](claims/index.md)", "the <id> [Claims](claims/index.md)", "raw-markup.page-html"),
    ("docs/en/index.md", "[Claims](claims/index.md)", "<b>[Claims](claims/index.md)", "raw-markup.page-html"),
    (
        "docs/en/index.md",
        "[Claims](claims/index.md)",
        "<span onclick='x()'></span> [Claims](claims/index.md)",
        "raw-markup.page-html",
    ),
    ("docs/en/index.md", "[Claims](claims/index.md)", "{{ name }} [Claims](claims/index.md)", "raw-markup.page"),
    ("docs/en/index.md", "[Claims](claims/index.md)", "a ** b ** c [Claims](claims/index.md)", "raw-markup.page"),
    ("docs/en/index.md", "description: A review", "description: A **review**", "raw-markup"),
    ("docs/en/index.md", "[Claims](claims/index.md)", "**[Claims](claims/index.md)", "raw-markup.page"),
    ("docs/ja/index.md", "<!-- insert: statement", "光 :smile:の一部\n\n<!-- insert: statement", "raw-markup.page"),
    ("docs/en/index.md", "[Claims](claims/index.md)", "__Read [Claims](claims/index.md)", "raw-markup.page"),
    ("docs/en/index.md", "[Claims](claims/index.md)", "[@mori2019mice] [Claims](claims/index.md)", "raw-markup.page"),
    ("docs/ja/index.md", "[主張](claims/index.md)", "要確認 [主張](claims/index.md)", "placeholder"),
    ("docs/ja/index.md", "[主張](claims/index.md)", "ﾃｽﾄ [主張](claims/index.md)", "odd-character"),
    ("docs/ja/index.md", "[主張](claims/index.md)", "縺ゅ＞縺 [主張](claims/index.md)", "damaged-text.encoding"),
]


@pytest.mark.parametrize(("path", "old", "new", "name"), AT)
def test_a_fault_is_reported_once_and_on_its_line(path: str, old: str, new: str, name: str, miniature: Path) -> None:
    line = (miniature / path).read_text(encoding="utf-8").partition(old)[0].count("\n") + 1
    spoil(miniature, [(path, old, new)])
    assert [(name, line)] == [
        (found, at) for file, at, found in messages(miniature) if file == path and not found.startswith("languages")
    ]


CONFLICT = "<<<<<<< HEAD\n{0}one\n{0}=======\n{0}two\n{0}>>>>>>> other\n"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (TEA, "unknown: {", "context: |\n  " + CONFLICT.format("  ") + "unknown: {"),
        (TEA, "unknown: {ja: ", "unknown: {ja: <<<<<<< HEAD "),
        ("docs/en/index.md", "[Claims](claims/index.md)", CONFLICT.format("") + "[Claims](claims/index.md)"),
        ("docs/ja/index.md", "[主張](claims/index.md)", "||||||| merged\n[主張](claims/index.md)"),
        (BIB, "title   = {Tea", "title   = {>>>>>>> other\nTea"),
    ],
)
def test_a_conflict_is_found_inside_a_text_too(path: str, old: str, new: str, miniature: Path) -> None:
    spoil(miniature, [(path, old, new)])
    assert [name for _, _, name in messages(miniature)] == ["merge-conflict"]


def test_a_deposit_is_read_as_what_it_shows() -> None:
    twice = "Role of &lt;i&gt;BDNF&lt;/i&gt; and CO&lt;sub&gt;2&lt;/sub&gt; &amp;amp; 10<sup>9</sup>\u200b\n cells; p &lt; 0.05"
    assert as_text(twice) == "Role of BDNF and CO₂ & 10⁹ cells; p < 0.05"


def test_the_programs_own_words_are_clean() -> None:
    """What the site, the messages and the guides say, and every text of the review itself."""
    files = [file for folder in ("tools", "docs", "claims", "references", "overrides") for file in (ROOT / folder).rglob("*")]
    files = [file for file in files if file.suffix in (".yml", ".md", ".bib", ".html", ".jinja", ".js")] + [*ROOT.glob("*.md")]
    assert len(files) > 100
    for file in (file for file in files if "vendor" not in file.parts):
        text = file.read_text(encoding="utf-8")
        lines = [line for line in text.split("\n") if not line.strip().startswith("bad:")]
        assert not list(unshown(text)), file
        assert not list(damaged("\n".join(lines))), file
        if file.suffix != ".js":
            assert not [line for line in lines if odd_character(line)[0]], file


@pytest.mark.parametrize(
    "text",
    ["**a (b).** c", "**「a」**b", "**a**b", "a**b**c", "- **a**\n- b", "**a?** b", "**a:**b", "**a.**b", "x **a%** y", "**a**"],
)
def test_what_needs_no_parser_is_read_by_it(text: str) -> None:
    """The shorter way, which most appraisals take, takes out nothing that the parser would leave."""
    stays = rules._SURELY_READ.sub("", text)
    assert "*" in stays or not [piece for piece in unread(text) if "*" in piece]


@pytest.mark.parametrize(("path", "old", "new"), [
    (BIB, "  species = {mouse},\n", "  species = {mouse},\n  note = {Its report is at https://example.org/tea},\n"),
    (TEA, "en: Mice became calm.", "en: 'Mice (awww. and so on: //) became calm.'"),
])  # fmt: skip
def test_what_is_no_bare_address(path: str, old: str, new: str, miniature: Path) -> None:
    spoil(miniature, [(path, old, new)])
    assert [name for _, _, name in messages(miniature) if name.startswith("raw-markup")] == []
