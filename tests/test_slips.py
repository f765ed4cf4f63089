"""The commonest slips of the hand are recognised, on the line and in the column where they were made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY
from tests.rule_cases import ARTICLE, BIB, LAMP, SEARCHES, TEA, spoil
from tests.test_check import problems_of
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.records.load import load
from tools.records.yamlfile import read_yaml

MALFORMED = [
    ("a: 1\nlevel：supported\nb: 2\n", 2, "bad-yaml.sign"),
    ("a: 1\nlevel： supported\n", 2, "bad-yaml.sign"),
    ("a: 1\nlevel； supported\n", 2, "bad-yaml.sign"),
    ("a:\n  - ref：x\n    b: 1\n", 2, "bad-yaml.sign"),
    ("a: 1\n　level\nb: 2\n", 2, "bad-yaml.sign"),
    ("a: 1\n\u00a0level: x\nb: 2\n", 2, "bad-yaml.sign"),
    ("a: 1\nlevel:　x\nb: 2\n", 2, "bad-yaml.sign"),
    ("a: 1\nlevel:\u00a0x\nb: 2\n", 2, "bad-yaml.sign"),
    ("a:\n  - b\n  － c\n", 3, "bad-yaml.sign"),
    ("a:\n  - b: 1\n  ・c: 1\n", 3, "bad-yaml.sign"),
    ("a: {ja: x，en: y}\n", 1, "bad-yaml.sign"),
    ("a: {ja: x、 en: y}\n", 1, "bad-yaml.sign"),
    ("a: {ja： x, en: y}\n", 1, "bad-yaml.sign"),
    ("ｌevel: x\n", 1, "bad-yaml.sign"),
    ("le\u200bvel: x\n", 1, "bad-yaml.sign"),
    ("a: 1\nlevel:supported\nb: 2\n", 2, "bad-yaml.no-space"),
    ("a: 1\nen: Conclusion: none\nb: 1\n", 2, "bad-yaml.colon-inside"),
    ("a: {ja: x, en: Conclusion: none}\n", 1, "bad-yaml.colon-inside"),
    ("a: *bold* text\nb: 1\n", 1, "bad-yaml.mark"),
    ("a: 1\nen: @key\n", 2, "bad-yaml.mark"),
    ("a:\n  - *bold* text\n", 2, "bad-yaml.mark-alone"),
    ("a:\n  - b\n  - %x\n", 3, "bad-yaml.mark-alone"),
    ("a:\n  **bold** text\n", 2, "bad-yaml.mark-alone"),
    ("a: {ja: x, en: *y*}\n", 1, "bad-yaml.mark-alone"),
    ("a: [x, @y]\n", 1, "bad-yaml.mark-alone"),
    ("a: 1\nen: 50% of\nb: %x\n", 3, "bad-yaml.mark"),
    ("a: 1\nen: [Note] more\n", 2, "bad-yaml.mark"),
    ("a: 1\nen: {x} more\n", 2, "bad-yaml.mark"),
    ("a: 1\nen: > 50% of\n", 2, "bad-yaml.mark"),
    ("a: 1\nen: | x\n", 2, "bad-yaml.mark"),
    ('a: "x" y\n', 1, "bad-yaml.mark"),
    ("a: 'x' is y\n", 1, "bad-yaml.mark"),
    ("a: !new method\n", 1, "bad-yaml.tag"),
    ("a: ! new method\n", 1, "bad-yaml.tag"),
    ("a: !!python/object:x {b: 1}\n", 1, "bad-yaml.tag"),
    ("a: &Co is it\n", 1, "alias"),
    ("a: [&b 1, *b]\n", 1, "alias"),
    ("a: &b\n  c: 1\nd: *b\n", 1, "alias"),
    ("a: {ja: x, en: b, c}\n", 1, "bad-yaml.comma"),
    ("a: {ja: い, ろ, en: b}\n", 1, "bad-yaml.comma"),
    ("a: {value: 2,5, low: 1}\n", 1, "bad-yaml.comma"),
    ("a: {ja: x #1, en: y}\nb: 1\n", 1, "bad-yaml.hash"),
    ("a: [x #1,\n    y]\n", 1, "bad-yaml.hash"),
    ("a: {ja: x, en: y\nb: 1\n", 1, "bad-yaml.open-brace"),
    ("a: [x\nb: 1\n", 1, "bad-yaml.open-brace"),
    ("a: 1\nb: 'x\nc: 1\nd: 1\n", 2, "bad-yaml.open-quote"),
    ("a:\n  - b: 1\n  c: 2\n", 3, "bad-yaml.no-dash"),
    ("a: 1\nlevel\nb: 2\n", 2, "bad-yaml.no-colon"),
    ("a: 1\n b: 2\n", 2, "bad-yaml.stray-colon"),
    ("a: - b\n", 1, "bad-yaml.mark"),
    ("a:\n  -b: 1\n   c: 2\n", 2, "bad-yaml.no-space-after-dash"),
    ("a: {ja: x, en:y}\n", 1, "bad-yaml.no-space"),
    ("a: {b:\u00a01, c: 2}\n", 1, "bad-yaml.sign"),
    ("a: ｛b: 1, c: 2｝\n", 1, "bad-yaml.sign"),
    ("a:\n  - b: 1\n  ー c: 1\n", 3, "bad-yaml.sign"),
    ("a: {b: 1}}\nc: 2\n", 1, "bad-yaml.open-brace"),
    ("a: [x]]\nc: 2\n", 1, "bad-yaml.open-brace"),
    ("a: {ja: 'x [@y]。', en: 'z'}\nb: {ja: x, en: y\nc: 1\n", 2, "bad-yaml.open-brace"),
    ('a: "x \\d"\n', 1, "bad-yaml.escape"),
    ("a: 1\n---\nb: 2\n", 2, "bad-yaml.documents"),
    ("a: 1\n...\nb: 2\n", 3, "bad-yaml.documents"),
    ("a: 1\nb = 2\nc: 3\n", 2, "bad-yaml.no-colon"),
    ("a:\n  b: one\n    two #2 and\n    three\n", 3, "bad-yaml.hash-cut"),
    ("a: {ja: x, en: one [two] three}\n", 1, "bad-yaml.bracket-inside"),
    ("a: one\ttwo\n", 1, "control-character"),
    ("a: |\n  one\ttwo\n", 1, "control-character"),
    ("a: #1\n", 1, "comment-in-text.no-value"),
    ("a: # [b]\nc: 1\n", 1, "comment-in-text.no-value"),
    ("a:\n  #1\nb: 2\n", 1, "comment-in-text.no-value"),
    ("a:\n  - b\n  - #c\n", 3, "comment-in-text.no-value"),
    ("a:\n  - {b: 1}  # one   - {b: 2}\n", 2, "comment-in-text.joined"),
    ("a: 1\nb: 2 # two  c: 3\n", 2, "comment-in-text.joined"),
    ("a:\n  - b: [1]  # one  - b: [2]\n", 2, "comment-in-text.joined"),
]
NOT_A_NUMBER = (
    "012",
    "0x1F",
    "0b1",
    "1:30",
    "12:30:45",
    "190:20:30.15",
    "4_1000",
    "1_0.5",
    ".5",
    "5.",
    "1.0e+3",
    ".inf",
    "-.inf",
    ".nan",
)


@pytest.mark.parametrize(("text", "line", "name"), MALFORMED)
def test_what_was_typed_is_named_where_it_was_typed(text: str, line: int, name: str) -> None:
    document, problems = read_yaml("a.yml", text)
    assert document is None
    assert [(problem.line, problem.message.name) for problem in problems] == [(line, name)]


@pytest.mark.parametrize("written", NOT_A_NUMBER)
def test_yaml_reads_no_number_that_people_do_not_see(written: str) -> None:
    for text in (f"a: {written}\n", f"a: [{written}]\n", f"a: {{b: {written}}}\n"):
        _, (problem,) = read_yaml("a.yml", text)
        assert problem.message.name == "bad-yaml.number" and f"`{written}`" in problem.message.text("en")


def test_what_people_see_is_what_is_read() -> None:
    written = [
        "0",
        "12",
        "-3",
        "+4",
        "2.50",
        "-0.5",
        "true",
        "False",
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "1e3",
        "09",
        "2026-01-02",
        '"012"',
    ]
    document, problems = read_yaml("a.yml", "".join(f"- {value}\n" for value in written))
    assert document is not None and not problems
    read = [0, 12, -3, 4, 2.5, -0.5, True, False, "no", "Yes", "on", "OFF", "y", "1e3", "09", "2026-01-02", "012"]
    assert [(type(value), value) for value in document.data] == [(type(value), value) for value in read]


COLUMNS = [
    ("a: 1\nlevel：supported\n", "In column 6, type `:` instead of `：` (U+FF1A)."),
    ("a: 1\nlevel:　x\n", "In column 7, type an ordinary space instead of U+3000."),
    ("a: 1\n  \u00a0b: x\n", "In column 3, type an ordinary space instead of U+00A0."),
    ("a: {ja: x，en: y}\n", "In column 10, type `,` instead of `，` (U+FF0C)."),
    ("a:\n  le\u200bvel: x\n", "Column 5 holds U+200B, which nobody sees. Delete it."),
    ("a:\n  - b: 1\n  ・c: 1\n", "In column 3, type `-` instead of `・` (U+30FB)."),
    ("a: 1\nb； 2\n", "In column 2, type `:` instead of `；` (U+FF1B)."),
    ("a: 1\nb; 2\n", "In column 2, type `:` instead of `;` (U+003B)."),
]


@pytest.mark.parametrize(("text", "told"), COLUMNS)
def test_a_sign_that_only_looks_right_is_named_with_its_column(text: str, told: str) -> None:
    _, (problem,) = read_yaml("a.yml", text)
    assert problem.message.text("en").endswith(told)


EFFECT = "value: 2.5, low: 1.5"


@pytest.mark.parametrize(
    ("path", "old", "new", "name", "told"),
    [
        (TEA, "en: First version}", "en: First version, with SNT: new}", "unknown-key.comma", "a comma ends the value"),
        (TEA, "certainty: none", "certainty: no", "unknown-word", "`certainty` is `no`. Use one of"),
        (TEA, "certainty: none", "certainty: true", "unknown-word", "`certainty` is `true`."),
        (TEA, "direct: true", "direct: yes", "wrong-type.boolean", "is `yes`, not true or false."),
        (TEA, "en: The effect of tea", "en: [Tea]", "wrong-type.text", "begins with `[`"),
        (TEA, "en: The effect of tea", "en: ~", "bad-yaml.null", "To YAML, `~` is no value."),
        (TEA, "words: may", "words: Null", "bad-yaml.null", "To YAML, `Null` is no value."),
        (TEA, "words: may", "words: ", "wrong-type.no-text", "has no value. Write text."),
        (TEA, "level: preclinical", "level:", "unknown-word.nothing", "has no value. Use one of: `established`"),
        (LAMP, "related: [lamp-and-tea]", "related:", "wrong-type.no-list", "or write `[]`"),
        (LAMP, "related: [lamp-and-tea]", "requires:\nrelated: [lamp-and-tea]", "wrong-type.no-list", "`requires` has no value"),
        (TEA, "en: The effect of tea", "en: ", "missing-translation.empty", "`title.en` is empty"),
        (TEA, "reviewed: 2026-01-02", "reviewed:", "bad-date.nothing", "has no value. Write YYYY-MM-DD"),
        (TEA, "reviewed: 2026-01-02", "reviewed: 1767312000", "bad-date", "is `1767312000`, which is not a date"),
        (TEA, "reviewed: 2026-01-02", "reviewed: '1767312000'", "bad-date", "is `1767312000`, which is not a date"),
        (TEA, "reviewed: 2026-01-02", "reviewed: 2026-01-02T00:00:00Z", "bad-date.day-only", "Write the day only"),
        (TEA, "reviewed: 2026-01-02", "reviewed: 2026−01−02", "bad-date.sign", "In column 15, type `-` instead of `−` (U+2212)."),
        (TEA, "version: 1\n", "version:\n", "wrong-type.no-value", "has no value. Write one, or remove the line"),
        (LAMP, "locator: table 2", "locator: 抄録", "bad-form", "`abstract`, `table 2`"),
        (LAMP, "locator: table 2", "locator: Table2", "bad-form", "in the form `table 2`."),
        (LAMP, "related: [lamp-and-tea]", "related: [claims/Lamp_and_Tea.yml]", "bad-form", "in the form `lamp-and-tea`."),
        (TEA, "ref: mori2019mice", "ref: '[@Mori2019mice]'", "bad-form", "in the form `mori2019mice`."),
        (TEA, "code: TEA-02", "code: tea02", "bad-form", "in the form `TEA-02`."),
        (TEA, "passage: en-02.2", "passage: en-2:2", "bad-form", "in the form `en-02.2`."),
        (BIB, "{12345678}", "{PMID: 012345678}", "bad-form", "in the form `12345678`."),
        (BIB, "@article{kage2022null", "@artcle{kage2022null", "unknown-word.type-meant", "Here it is `@article`."),
        (BIB, "@article{kage2022null", "@journal-article{kage2022null", "unknown-word.type-meant", "Here it is `@article`."),
        (BIB, "@misc{", "@Online{", "unknown-word.type-meant", "Here it is `@misc`."),
        (BIB, "@misc{", "@文献{", "unknown-word.type", "Use one of: `article`"),
        (
            LAMP,
            "locator: table 2",
            "locator: table\u00a02",
            "bad-form.sign",
            "In column 19, type an ordinary space instead of U+00A0.",
        ),
        (LAMP, EFFECT, "value: '2.5', low: 1.5", "wrong-type.not-number", "is `2.5`, not a number. Write digits without quotes"),
        (LAMP, EFFECT, "value: 2.5, low: 1e0", "wrong-type.not-number", "is `1e0`, not a number"),
        (LAMP, EFFECT, "value: 2.5, low: −1.5", "wrong-type.sign", "In column 44, type `-` instead of `−` (U+2212)."),
        (LAMP, EFFECT, "value: ２.5, low: 1.5", "wrong-type.sign", "In column 34, type `2` instead of `２` (U+FF12)."),
        (TEA, "direction: supports", "direction: ｓupports", "unknown-word.sign", "type `s` instead of `ｓ` (U+FF53)."),
        (TEA, "terms: [tea]", "terms: ［tea］", "wrong-type.sign", "In column 8, type `[` instead of `［` (U+FF3B)."),
        (TEA, "topic: tea", "topic: te\u00ada", "invisible-character", "U+00AD (soft hyphen)"),
        (BIB, "{10.5555/mice.2019}", "{１0.5555/mice.2019}", "bad-form.sign", "In column 14, type `1` instead of `１` (U+FF11)."),
        (BIB, "{2019}", "{２０１９}", "wrong-type.sign", "type `2` instead of `２` (U+FF12)."),
        (BIB, "participants = {1200}", "participants = {1_200}", "wrong-type.not-integer", "is `1_200`, not a whole number"),
        (BIB, "participants = {1200}", "participants = {1,200}", "wrong-type.not-integer", "is `1,200`, not a whole number"),
        (BIB, "species = {mouse}", "species = {mouѕe}", "unknown-species", "is not defined"),
        (
            BIB,
            "species = {mouse}",
            "species = {ｍouse}",
            "unknown-species",
            "With `ｍ` (U+FF4D) it is another word than `mouse`.",
        ),
        (BIB, "  design  = {rct}", "  et_al = {yes},\n  design  = {rct}", "unknown-key", "`et_al` is not a field"),
        (BIB, "@article{kage2022null", "@article{kage 2022null", "bad-key", "`kage 2022null` is not the key"),
        (
            TEA,
            "1 experiment in mice",
            "４６ mice",
            "languages-differ.wide-digits",
            "Full-width digits (`４６`). Type ordinary ones.",
        ),
    ],
)
def test_the_message_says_what_to_type(path: str, old: str, new: str, name: str, told: str, miniature: Path) -> None:
    spoil(miniature, [(path, old, new)])
    review, problems = load(miniature)
    found = [p for p in [*problems, *(check(assess(review), TODAY) if review else ())] if p.message.name == name]
    assert found and told in found[0].message.text("en")


CUT = [
    (TEA, "en: The effect of tea}", 'en: "The effect of tea"}'),
    (LAMP, "unknown: {ja: 長い経過は分かっていません。, en: The long course is not known.}",
     "unknown:\n  ja: 長い経過は分かっていません。\n  en: The long course (see issue #12) is not known."),
    (LAMP, "unknown: {ja: 長い経過は分かっていません。, en: The long course is not known.}",
     "unknown:\n  ja: 長い経過（第 #12 号）は分かっていません。\n  en: The long course is not known."),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title:\n  ja: ランプの効果\n  en: Lamp #2"),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title:\n  ja: ランプの効果\n  en: #2 lamp"),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title:\n  ja: ランプの効果\n  en: The lamp  # later\n"),
    (
        LAMP,
        "title: {ja: ランプの効果, en: The effect of the lamp}",
        "title:\n  ja: ランプの効果\n  en: #2 is\n    the lamp\n",
    ),
    (SEARCHES, 'words: ["lamp tea trial", ランプ お茶]', "words:\n    - #1 and\n      lamp"),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title:\n  ja: ランプの効果\n  en: > #2 is\n    the lamp\n"),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title:\n  ja: ランプの効果\n  en: Lamp\n    one #2\n"),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", 'title:\n  ja: ランプの効果\n  en: "Lamp" #2\n'),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title: {ja: ランプの効果, en: Lamp #2\n  }"),
    (LAMP, "locator: table 2", "locator: table 2 #b"),
    (LAMP, "words: lifts}", "words: lifts #1\n   }"),
    (SEARCHES, 'words: ["lamp tea trial", ランプ お茶]', "words:\n    - lamp #2"),
    (SEARCHES, "limits: {ja: 架空である。, en: It is invented.}", "limits:\n    ja: 架空である。\n    en: It is #invented."),
    (ARTICLE, "author: {ja: ランプ検証の参加者,", "author: {ja: ランプ検証の参加者 #1\n     ,"),
    (ARTICLE, "url: https://example.org/article", "url: https://example.org/article #top"),
    ("vocabulary.yml", "[お茶, 茶]", "[お茶, 茶 #1\n   ]"),
    ("vocabulary.yml", "en: A table.}", "en: A table. #1\n   }"),
    (LAMP, "unknown: {ja: 長い経過は分かっていません。, en: The long course is not known.}",
     "unknown:\n  ja: 長い経過は分かっていません。\n  en: The long course is not known (see\n    #12)."),
    (LAMP, "unknown: {ja: 長い経過は分かっていません。, en: The long course is not known.}",
     "unknown:\n  en: The long course is not known.\n  ja: 長い経過は\n\n   #2 分かっていません。"),
    (LAMP, "unknown: {ja: 長い経過は分かっていません。, en: The long course is not known.}",
     "unknown:\n  ja: >-\n    長い経過は分かっていません。\n  en: >-\n    The long course is not known (see\n   #12).\n"),
    (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title:\n  ja:\n    ランプの効果\n    #2\n  en: A lamp"),
    (SEARCHES, 'words: ["lamp tea trial", ランプ お茶]', "words:\n    - lamp AND\n      #2\n    - tea"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new"), CUT[1:])
def test_a_text_that_a_comment_cuts_is_refused_and_nothing_else(path: str, old: str, new: str, miniature: Path, capsys) -> None:
    spoil(miniature, [(path, old, new)])
    (line,) = problems_of(miniature, capsys)
    assert line.split(": ")[1] == "comment-in-text" and "put the whole text in quotes" in line


@pytest.mark.parametrize("field", ["level_note", "related", "confirmed", "absence", "signoff"])
def test_a_comment_is_no_value(field: str, miniature: Path, capsys) -> None:
    at = "    direct: true\n" if field == "confirmed" else "terms: [tea]\n"
    spoil(miniature, [(TEA, at, f"{at}{' ' * (len(at) - len(at.lstrip()))}{field}: #2026-01-02\n")])
    (line,) = problems_of(miniature, capsys)
    assert ": comment-in-text: " in line and f"{field}` has no value" in line and "`2026-01-02`" in line


@pytest.mark.parametrize("written", ["@Article{", "@ARTICLE{", "@ article {"])
def test_the_type_of_an_entry_is_read_in_any_letters(written: str, miniature: Path) -> None:
    spoil(miniature, [(BIB, "@article{mori2019mice", f"{written}mori2019mice")])
    review, problems = load(miniature)
    assert review and not problems and review.references["mori2019mice"].type == "article"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        CUT[0],
        (
            TEA,
            "{ja: お茶の効果, en: The effect of tea}",
            "\n  # names\n  ja:\n    # one\n    お茶の効果\n  en: The effect of tea\n",
        ),
        (TEA, "level: preclinical", "# a remark\nlevel: preclinical # for now"),
        (TEA, "certainty: none", "certainty: none  #none"),
        (TEA, "reviewed: 2026-01-02", "reviewed: 2026-01-02 # a day"),
        (TEA, "version: 1\n", "version: 1 # a number\n"),
        (TEA, "direct: true", "direct: true # as ever"),
        (TEA, "ref: mori2019mice", "ref: mori2019mice # a key"),
        (TEA, "terms: [tea]", "terms: [tea] # a list"),
        (TEA, "evidence:\n", "evidence: # all of it\n"),
        (
            TEA,
            "title: {ja: お茶の効果, en: The effect of tea}",
            'title: # names\n  ja: "お茶の効果" # one\n  en: The effect of tea\n',
        ),
        (
            LAMP,
            "title: {ja: ランプの効果, en: The effect of the lamp}",
            "title:\n  ja: ランプ#2の効果\n  en: The effect of lamp#2\n",
        ),
        (LAMP, "title: {ja: ランプの効果, en: The effect of the lamp}", "title:\n  ja: |\n    ランプ #2\n  en: 'Lamp #2'\n"),
        (LAMP, "outcome: response}", "outcome: response # a word\n    }"),
        (
            LAMP,
            "title: {ja: ランプの効果, en: The effect of the lamp}",
            "title:\n  ja: ランプの効果\n  # so\n  en: A lamp\n",
        ),
        (
            LAMP,
            "unknown: {ja: 長い経過は分かっていません。, en: The long course is not known.}",
            "unknown:\n  ja: |\n    長い経過は分かっていません。\n  # folded\n  en: >-\n    Not known.\n\n  # so",
        ),
        (SEARCHES, 'words: ["lamp tea trial", ランプ お茶]', "words:\n    - lamp\n    # in Japanese\n    - ランプ お茶"),
    ],
)
def test_a_real_comment_is_left_alone(path: str, old: str, new: str, miniature: Path, capsys) -> None:
    spoil(miniature, [(path, old, new)])
    assert problems_of(miniature, capsys) == []


@pytest.mark.parametrize("name", ["messages", "rules", "labels"])
def test_no_sentence_of_the_program_is_cut(name: str) -> None:
    text = (ROOT / f"tools/text/{name}.yml").read_text(encoding="utf-8")
    document, problems = read_yaml(name, re.sub(r"(?m)^([\w.-]+:) [&*]\w+", r"\1", text))  # a sentence of several names
    assert document is not None and not problems and not document.source.cut


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "{ref: soto2024null, outcoms: [response]}",
            "`reasons.inconsistency.weighs.1.outcoms` is not a field of the record. Did you mean `outcomes`?",
        ),
        ("{outcomes: [response]}", "`reasons.inconsistency.weighs.1.ref` is missing."),
        ("{ref: Soto2024null}", "`reasons.inconsistency.weighs.1.ref` is `Soto2024null`."),
        ("Soto2024null", "`reasons.inconsistency.weighs.1` is `Soto2024null`."),
    ],
)
def test_a_slip_in_what_has_two_forms_is_told_in_its_own_words(written: str, told: str, judged: Path) -> None:
    """A study that a reason weighs is a key, or a key with the outcomes that it weighs on."""
    record = judged / "claims/lamp-by-outcome.yml"
    text = record.read_text(encoding="utf-8")
    assert "weighs: [soto2024null]" in text
    record.write_text(text.replace("weighs: [soto2024null]", f"weighs: [{written}]"), encoding="utf-8")
    (said,) = [problem.message.text("en") for problem in load(judged)[1]]
    assert told in said
