"""BibTeX is read whole or refused: whatever is mistyped, no field is lost, and no other entry is blamed for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string

from tests.conftest import REAL_ROOT
from tests.rule_cases import BIB, spoil
from tests.test_check import problems_of
from tools.records.bibsyntax import parse
from tools.records.bibtex import read_bibtex

FIELDS = {
    "title": "A trial of {Tea}",
    "author": "Smith, Jo",
    "journal": "Tea",
    "year": "2020",
    "volume": "3",
    "pages": "1-9",
    "doi": "10.5555/abc.1",
    "design": "rct",
    "species": "human",
    "population": "adults, n = 30",
    "funding": "none (p = 0.5)",
    "note": "An extension is planned",
    "notice": "retraction, 2024-05-01",
    "checked": "2026-01-02 https://example.org/seen?a=1,b=2",
}
OPENED = ("{", '"')
CLOSED = {"{": "}", '"': '"'}


def entry(key: str = "smith2020trial", opened: str = "{", **changed: str) -> str:
    """An entry, a field a line; what is changed is the whole line of a field."""
    lines = [changed.get(name, f"  {name} = {opened}{value}{CLOSED[opened]},") for name, value in FIELDS.items()]
    return f"@article{{{key},\n" + "\n".join(lines) + "\n}\n"


def faults(text: str) -> list[tuple[int, str]]:
    return [(line, message.name) for line, message in parse(text).faults]


def line_of(name: str) -> int:
    return list(FIELDS).index(name) + 2


def test_an_entry_is_read_whole() -> None:
    for opened in OPENED:
        (found,) = parse(entry(opened=opened)).entries
        assert {field.name: field.value for field in found.fields} == FIELDS
        assert [field.line for field in found.fields] == [line_of(name) for name in FIELDS]
    assert [found.key for found in parse(entry() + "@article(kage2020tea, title = {A (b) }, year = 2020)").entries] == [
        "smith2020trial",
        "kage2020tea",
    ]


@pytest.mark.parametrize("opened", OPENED)
@pytest.mark.parametrize("name", list(FIELDS)[:-1])
def test_a_missing_comma_is_one_fault_on_the_line_of_its_field(name: str, opened: str) -> None:
    text = entry(opened=opened, **{name: f"  {name} = {opened}{FIELDS[name]}{CLOSED[opened]}"})
    assert faults(text + entry("kage2020tea")) == [(line_of(name), "bad-bibtex.no-comma")]
    assert [found.key for found in parse(text + entry("kage2020tea")).entries] == ["kage2020tea"]


@pytest.mark.parametrize("opened", OPENED)
@pytest.mark.parametrize("name", FIELDS)
def test_a_value_that_is_not_closed_swallows_nothing(name: str, opened: str) -> None:
    last = name == list(FIELDS)[-1]
    for line in (f"  {name} = {opened}{FIELDS[name]},", f"  {name} = {opened}{FIELDS[name]}"):
        text = entry(opened=opened, **{name: line})
        expected = (line_of(name), "bad-bibtex.open-value" if last else "bad-bibtex.swallowed")
        assert faults(text + entry("kage2020tea", opened)) == [expected]
        assert [found.key for found in parse(text + entry("kage2020tea", opened)).entries] == ["kage2020tea"]


def test_a_brace_that_is_missing_in_one_field_and_too_many_in_the_next() -> None:
    text = entry(note="  note = {An {extension is planned,", notice="  notice = {retraction, 2024-05-01}},")
    assert faults(text) == [(line_of("note"), "bad-bibtex.swallowed")]


@pytest.mark.parametrize("name", FIELDS)
def test_a_value_that_is_not_opened(name: str) -> None:
    for sign in CLOSED.values():
        (found,) = faults(entry(**{name: f"  {name} = {FIELDS[name]}{sign},"}) + entry("kage2020tea"))
        assert found[0] == line_of(name) and found[1].startswith("bad-bibtex.")


SLIPS = [
    ({"title": "  title = “A trial”,"}, "title", "bad-bibtex.delimiter"),
    ({"title": "  title = 「A trial」,"}, "title", "bad-bibtex.delimiter"),
    ({"title": '  title = "The "best" tea",'}, "title", "bad-bibtex.after-value"),
    ({"title": "  title = {The} best tea,"}, "title", "bad-bibtex.after-value"),
    ({"title": "  title = {Tea}}, "}, "title", "bad-bibtex.ends-early"),
    ({"title": "  title = {Tea}，"}, "title", "bad-bibtex.wide-comma"),
    ({"title": "  title = {Tea};"}, "title", "bad-bibtex.wide-comma"),
    ({"title": "  title = {Tea},,"}, "title", "bad-bibtex.two-commas"),
    ({"title": "  title = ,"}, "title", "bad-bibtex.no-value"),
    ({"title": "  title ＝ {Tea},"}, "title", "bad-bibtex.equals"),
    ({"title": "  title: {Tea},"}, "title", "bad-bibtex.equals"),
    ({"title": "  title {Tea},"}, "title", "bad-bibtex.no-equals"),
    ({"title": "  {Tea},"}, "title", "bad-bibtex.no-equals"),
    ({"title": "  % a remark\n  title = {Tea},"}, "title", "bad-bibtex.percent"),
    ({"title": "  title = {Tea} % a remark\n  ,"}, "title", "bad-bibtex.percent"),
    ({"title": "  title = {Tea},\n  % a remark, and more"}, "author", "bad-bibtex.percent"),
    ({"title": "  題名 = {Tea},"}, "title", "bad-bibtex.name"),
    ({"journal": "  journal = jama,"}, "journal", "bad-bibtex.undefined"),
    ({"journal": "  journal = {Brain} # jama,"}, "journal", "bad-bibtex.undefined"),
    ({"pages": "  pages = 1-9,"}, "pages", "bad-bibtex.undefined"),
    ({"journal": "  journal = brs\n  year = 2020,"}, "journal", "bad-bibtex.bare"),
    ({"journal": "  journal = {Tea},\n  journal = {Lamp},"}, "volume", "duplicate-key.field"),
]


@pytest.mark.parametrize(("changed", "name", "rule"), SLIPS)
def test_a_slip_in_a_field_is_one_fault_where_it_was_made(changed: dict[str, str], name: str, rule: str) -> None:
    line = line_of(name) - (rule == "duplicate-key.field")
    assert faults(entry(**changed) + entry("kage2020tea")) == [(line, rule)]
    assert [found.key for found in parse(entry(**changed) + entry("kage2020tea")).entries] == ["kage2020tea"]


AROUND = [
    ("@article{smith2020trial,", "@article{smith2020trial", 1, "bad-bibtex.no-comma-after-key"),
    ("@article{smith2020trial,", "@article{", 1, "bad-bibtex.no-key"),
    ("@article{smith2020trial,", "@article{,", 1, "bad-bibtex.no-key"),
    ("@article{smith2020trial,", "@article{smith2020trial}\n@x{a,", 1, "bad-bibtex.only-key"),
    ("@article{smith2020trial,", "article{smith2020trial,", 1, "stray-text.no-sign"),
    ("@article{smith2020trial,", "＠article{smith2020trial,", 1, "stray-text.other-sign"),
    ("@article{smith2020trial,", "@article｛smith2020trial,", 1, "stray-text.other-sign"),
    ("@article{smith2020trial,", "@article smith2020trial,", 1, "stray-text.other-sign"),
    ("@article{smith2020trial,", "to do\n@article{smith2020trial,", 1, "stray-text"),
    ("@article{smith2020trial,", "% a remark\n@article{smith2020trial,", 1, "stray-text"),
    (
        "@article{smith2020trial,",
        "@comment{smith2020trial: Left open: design.}\n@article{smith2020trial,",
        1,
        "stray-text.left-open",
    ),
    ("@article{smith2020trial,", "@comment{not closed\n@article{smith2020trial,", 1, "bad-bibtex.open-value"),
    ("@article{smith2020trial,", "@string{a = {x}}\n@string{A = {y}}\n@article{smith2020trial,", 2, "duplicate-key.entry"),
    ("@article{smith2020trial,", "@string{a {x}}\n@article{smith2020trial,", 1, "bad-bibtex.no-equals"),
    ("@article{smith2020trial,", "@article(smith2020trial,", 1, "bad-bibtex.open-entry"),
    ("\n}\n", "\n", 1, "bad-bibtex.open-entry"),
]


@pytest.mark.parametrize(("old", "new", "line", "rule"), AROUND)
def test_a_slip_around_an_entry_is_one_fault(old: str, new: str, line: int, rule: str) -> None:
    text = entry().replace(old, new, 1) + entry("kage2020tea")
    assert faults(text)[0] == (line, rule)
    assert parse(text).entries[-1].key == "kage2020tea"


def test_names_and_joins_are_read_as_bibtex_reads_them() -> None:
    text = '@string{brs = "Brain " # {Stimulation}}\n' + entry(
        journal='  journal = BRS # " (Suppl)" # { } # 2,', title='  title = "A " # "title {"} of" # { tea},'
    )
    library = parse(text)
    values = {field.name: field.value for field in library.entries[0].fields}
    assert not library.faults
    assert values["journal"] == "Brain Stimulation (Suppl) 2" and values["title"] == 'A title {"} of tea'


@pytest.mark.parametrize(
    "text",
    [
        "@comment{jabref-meta: databaseType:bibtex;}\n",
        "@comment(a remark)\n",
        '@preamble{"\\newcommand{\\x}{y}"}\n',
        "\n\n",
        "@string{a = {b}}\n",
    ],
)
def test_what_is_none_of_a_reader_s_concern_is_passed_over(text: str) -> None:
    library = parse(text + entry() + text)
    assert len(library.entries) == 1 and [message.name for _, message in library.faults] in ([], ["duplicate-key.entry"])


def test_what_is_lost_may_be_any_of_the_keys_that_are_seen() -> None:
    found, _ = read_bibtex("a.bib", entry(title="  title = {Tea} by {Kage}"))
    assert [*found] == ["smith2020trial"] and found["smith2020trial"][0] is None
    found, _ = read_bibtex("a.bib", entry().replace("smith2020trial,", "", 1))
    assert [*found] == [""]


def test_a_retraction_is_never_lost_to_a_missing_comma(miniature: Path, capsys) -> None:
    retracted = "  note = {Open-label extension planned}\n  notice = {retraction, 2024-05-01},\n  design       = {meta-analysis}"
    spoil(miniature, [(BIB, "  design       = {meta-analysis}", retracted)])
    (line,) = problems_of(miniature, capsys)
    assert line.startswith(f"{BIB}:9: bad-bibtex: There is no comma after the value of `note`. Write `,` before `notice`.")


def test_an_independent_reader_finds_the_same_in_the_real_records() -> None:
    files = sorted((REAL_ROOT / "references").glob("*.bib"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        ours, theirs = parse(text), parse_string(text)
        assert not ours.faults and not theirs.failed_blocks
        for mine, other in zip(ours.entries, theirs.entries, strict=True):
            assert (mine.type, mine.key, mine.line) == (other.entry_type, other.key, (other.start_line or 0) + 1)
            assert [(field.name, field.value) for field in mine.fields] == [(field.key, field.value) for field in other.fields]
