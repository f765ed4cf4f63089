"""Slips in sources and in the configuration that used to pass: authors, DOIs, notices, journals, `mkdocs.yml`, broken pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import MINIATURE
from tests.rule_cases import BIB, LAMP, Change, spoil
from tests.test_fields import problems_of
from tests.test_sources import with_field
from tools.records.authors import read_authors
from tools.records.config import config_faults
from tools.records.identifiers import bare_doi
from tools.records.load import load
from tools.records.notices import notice_in, notice_said

SICI = "10.1002/(SICI)1097-0258(19981215)17:23<2661::AID-SIM33>3.0.CO;2-B"
PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("names", "rule"), [
    ("Lamp, Ann + Tea, Bo", "bad-author"),
    ("Lamp, Ann e.a.", "bad-author"),
    ("Lamp, Ann and colleagues", "bad-author.others"),
    ("Lamp, Ann and e.a.", "bad-author.others"),
    ("lamp, ann and Tea, Bo", "bad-author.small"),
    ("Lamp, Ann and Lamp, Ann and Tea, Bo", "bad-author.twice"),
    ("0000-0002-1825-0097 and Tea, Bo", "bad-author.mark"),
])  # fmt: skip
def test_a_list_of_authors_in_a_wrong_form_is_named(names: str, rule: str) -> None:
    assert rule in [message.name for message in read_authors(names)[2]]


@pytest.mark.parametrize("names", [
    "Lamp, A and Lamp, A", "Zheng, Wei and Tea, Bo and Zheng, Wei", "de la Cruz, Ana and Tea, Bo", "{hooks}, bell and Tea, Bo",
    "{The Group 2000+} and Tea, Bo", "Lamp, Éa and Tea, Bo",
])  # fmt: skip
def test_unusual_authors_are_taken(names: str) -> None:
    assert not read_authors(names)[2]


@pytest.mark.parametrize(("pasted", "doi"), [
    ("10.5555/tea.1#s1", "10.5555/tea.1"), ("10.5555/tea.1;10.5555/tea.2", "10.5555/tea.1"),
    (SICI, SICI), ("10.5555/a#1", "10.5555/a#1"),
])  # fmt: skip
def test_a_doi_is_taken_out_of_what_follows_it(pasted: str, doi: str) -> None:
    assert bare_doi(pasted) == doi


@pytest.mark.parametrize("said", ["Small; this was later retracted by the journal.", "A trial. It has been withdrawn."])
def test_a_notice_in_a_remark_is_heard(said: str) -> None:
    assert notice_said(said) == "retraction"


@pytest.mark.parametrize("said", ["The offer was withdrawn in 12 people.", "It was not retracted.", "Treatment withdrawn early."])
def test_what_is_no_notice_is_left_alone(said: str) -> None:
    assert notice_said(said) == ""


def test_a_corrected_reprint_is_a_correction() -> None:
    assert notice_in("Tea and mice [corrected and republished article]") == "correction"


def field(name: str, old: str, new: str) -> list[Change]:
    """A field of the lamps with another value."""
    return [(BIB, f"{name.ljust(12)} = {{{old}}}", f"{name.ljust(12)} = {{{new}}}")]


@pytest.mark.parametrize(("name", "changes"), [
    ("title-capitals.small", field("journal", "Journal of Invented Light", "journal of invented light")),
    *[("placeholder", field("doi", "10.5555/lamp.2020", doi)) for doi in ("10.1000/xyz123", "10.1016/XXXX")],
    *[("text-breaks-off.bracket", [(PAGE, "<!--", f"{text}\n\n<!--")]) for text in ("See (there.", "- One “two.")],
    *[("text-breaks-off", [(PAGE, "<!--", f"{text}\n\n<!--")]) for text in ("It was and", "- One of the")],
    ("text-breaks-off", [("docs/ja/index.md", "<!--", "ほかの方法が\n\n<!--")]),
])  # fmt: skip
def test_a_slip_is_named(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize(
    "text", ["## What it is {#what}", "a) one, b) two.", "| A the | B |\n| --- | --- |\n| a | b |", "```\n(\n```"]
)
def test_a_page_may_hold_what_is_no_sentence(text: str, miniature: Path) -> None:
    changes = [(PAGE, "<!--", f"{text}\n\n<!--")]
    assert not [name for name in problems_of(miniature, changes) if name.startswith("text-breaks-off")]


@pytest.mark.parametrize(("old", "new", "rule"), [
    ("site_name: ", "site_name: TODO #", "placeholder"),
    ("site_name: ", "site_name：", "bad-yaml"),
    ("site_name: ", "<<<<<<< HEAD\nsite_name: ", "bad-yaml"),
    ("site_name: ", "site_name: \u200b", "invisible-character"),
    ("nav:", "nav: [", "bad-yaml"),
])  # fmt: skip
def test_the_configuration_is_read(old: str, new: str, rule: str, miniature: Path) -> None:
    config = miniature / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert not list(config_faults(miniature))
    config.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert rule in [problem.rule for problem in config_faults(miniature)]


@pytest.mark.parametrize(("old", "new", "told"), [
    ("  - argument.md", "  - arguments.md", "`nav` names `arguments.md`, which is not a page. Did you mean `argument.md`?"),
    ("  - argument.md", "  - The lamp: lamp.md", "`nav` names `lamp.md`"),
    ("  - argument.md", "  - More:\n      - argument.md\n      - lamp.md", "`nav` names `lamp.md`"),
    ("  - index.md\n", "", "`index.md` is neither in `nav` nor in `not_in_nav`"),
])  # fmt: skip
def test_the_menu_names_what_is_there(old: str, new: str, told: str, miniature: Path) -> None:
    config = miniature / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    (problem,) = config_faults(miniature)
    assert problem.rule == "dead-link" and told in str(problem)


def test_a_menu_may_lead_elsewhere_and_leave_pages_out(miniature: Path) -> None:
    config = miniature / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  - index.md\n", "  - Code: https://example.org/code\n")
    config.write_text(text.replace("  /claims/*\n", "  /claims/*\n  /index.md\n"), encoding="utf-8")
    assert not list(config_faults(miniature))


# What forms, guides and programs write where nobody wrote anything, and what the page of an article adds to it


@pytest.mark.parametrize(("names", "rule"), [
    *[(names, "bad-author.stand-in") for names in (
        "Doe, Jane", "山田, 花子 and Tea, Bo", "Last Name, First Name", "{Author Name}", "姓, 名",
    )],
    *[(names, "bad-author.turned") for names in ("B., Lamp", "K.-L., Tea and Lamp, Ann", "T, Lamp")],
    *[(names, "bad-author.mark") for names in (
        "Cole-, Ann", "Lamp, -Ann", "Lamp, Ann b", "Lamp, Ann??", "Lamp, “Ann”", "Lamp, Ann..", "Lamp., Ann", "Lamp, Annette.",
        "Tea, Bo MS", "Lamp, Ann Esq.", "Tea, Bo DDS", "'Lamp', Ann",
    )],
    ("DeLAMP, Ann", "bad-author.capitals"),
])  # fmt: skip
def test_what_is_no_name_or_a_torn_one_is_named(names: str, rule: str) -> None:
    assert rule in [message.name for message in read_authors(names)[2]]


@pytest.mark.parametrize("names", [
    "Doe, Bo", "{Doe}, Jane", "山田, 三郎", "O, Kenji", "E, Wei", "{T}, Lamp", "St. Lamp, Ann", "Tea, Bo M. S.",
    "O'Lamp, Ann", "D’Tea, Bo",
    "Lamp, Wm.", "McLamp, Ann", "Lamp-Tea, Ann-Bo", "{Name Your Light}", "Lamp, Ann AND Tea, Bo",
])  # fmt: skip
def test_names_beside_them_are_taken(names: str) -> None:
    assert not read_authors(names)[2]


@pytest.mark.parametrize(("name", "values", "rule"), [
    ("doi", ("10.1234/tea", "10.1016/j.jat.2020.xx.001", "10.1111/jxxx", "10.1016/example.3"), "placeholder"),
    ("registration", ("NCT00000000", "UMIN999999999", "ISRCTN77777777"), "placeholder"),
    ("registration", ("NCT91234560",), "bad-form"),
    ("journal", ("Journal Name", "雑誌名", "Various", "s.n."), "unknown-value"),
    ("title", ("Article title", "Untitled 3", "tea.pdf", "Microsoft Word - Tea", "Insert title here"), "unknown-value"),
    ("authority", ("Unknown", "不明"), "unknown-value"),
    ("volume", ("0", "000"), "unknown-value"),
    ("pages", ("xxx-xxx",), "bad-form"),
    ("journal", ("ScienceDirect", "PubMed Central", "J-STAGE", "医中誌Web", "Oxford Academic", "google scholar"), "bad-form"),
    ("title", (
        "Tea calms rats | Request PDF", "Tea calms rats · PubMed", "Tea calms rats – Google Scholar",
        "Tea calms rats | Nature Tea",
        "Tea calms rats | Tea | Oxford Academic", "Frontiers | Tea calms rats", "Full article: Tea calms rats",
        "Tea calms rats (PDF)", "Tea calms rats |",
    ), "bad-form"),
])  # fmt: skip
def test_a_field_that_says_nothing_of_the_source_is_named(name: str, values: tuple[str, ...], rule: str, tmp_path: Path) -> None:
    for number, value in enumerate(values):
        shutil.copytree(MINIATURE, tmp_path / str(number))
        assert any(f" {rule}: " in told for told in with_field(tmp_path / str(number), name, value)[1]), value


@pytest.mark.parametrize(("name", "values"), [
    ("doi", ("10.1000/182", "10.1016/j.xjtc.2020.01.001", "10.1055/s-0039-xx1")),
    ("journal", ("Science", "Nature", "Sample Science", "Internet Interventions", "Springer Seminars in Tea")),
    ("title", ("Searching PubMed: a guide", "Tea | light interactions", "P(calm | Tea) in mice", "The journal of a tea drinker")),
    ("volume", ("XX", "10")),
    ("pages", ("xx-xxi",)),
])  # fmt: skip
def test_what_looks_like_it_is_taken(name: str, values: tuple[str, ...], tmp_path: Path) -> None:
    for number, value in enumerate(values):
        shutil.copytree(MINIATURE, tmp_path / str(number))
        assert not with_field(tmp_path / str(number), name, value)[1], value


@pytest.mark.parametrize("title", [
    "[논문 철회] Tea calms mice", "Article rétracté : Tea calms mice", "ZURÜCKGEZOGEN: Tea calms mice",
    "Tea calms mice [RETRACTADO]", "Ritirato - Tea calms mice",
    "Отозвана: Tea calms mice", "Tea calms mice — retirado", "Paper withdrawn: Tea calms mice",
    "Retraction announcement: Tea calms mice",
])  # fmt: skip
def test_a_retraction_is_heard_in_other_languages(title: str) -> None:
    assert notice_in(title) == "retraction"


def test_what_other_titles_say_of_their_subject_is_no_notice() -> None:
    for title in (
        "Patients retirés de l'étude: tea",
        "Zurückgezogene Mäuse und Tee",
        "동의 철회와 차",
        "Withdrawn mice: calm with tea?",
    ):
        assert notice_in(title) == "", title
    assert notice_in("Tea calms mice: Expression of Concern") == "expression-of-concern"


@pytest.mark.parametrize(
    "said", ["Cet article a été rétracté en 2024.", "Die Arbeit wurde zurückgezogen.", "论文已撤稿", "철회된 논문"]
)
def test_a_remark_in_another_language_is_heard(said: str) -> None:
    assert notice_said(said) == "retraction"


JOURNAL = "Journal of Invented Light"
OTHER_BODY = "  issuer  = {society},\n  supersededby = {kage2022null},"
TRIAL = "12345678},\n  note = {NCT04444444},\n  url = {https://clinicaltrials.gov/study/NCT04444445}"


def beside(more: str) -> list[Change]:
    """The lamps with one more field."""
    return [(BIB, f"{{{JOURNAL}}},", f"{{{JOURNAL}}},\n  {more},")]


@pytest.mark.parametrize(("name", "changes"), [
    ("unknown-key.notice", beside("Withdrawn = {yes}")),
    ("bad-form", beside("notice = {yes}")),
    ("unknown-key.unused", beside("month = apr, note = {A note}")),
    ("stray-text.hidden", [(BIB, "@article{kage2022null", "@comment{kage2022null")]),
    ("bad-bibtex.swallowed", [(BIB, "{3},\n  pages", "{3, pages = 12},\n  pages")]),
    ("bad-bibtex.swallowed", field("journal", JOURNAL, "Journal\n  month = apr,\n  note = {of Light")),
])  # fmt: skip
def test_a_slip_of_bibtex_is_one_problem(name: str, changes: list[Change], miniature: Path) -> None:
    spoil(miniature, changes)
    assert [problem.message.name for problem in load(miniature)[1]] == [name]


@pytest.mark.parametrize(("name", "changes"), [
    ("bad-date.in-text", field("title", "Lamps and mood: a meta-analysis", "Lamps on 31 June 2019: a meta-analysis")),
    ("future-date.done", beside("note = {2031年1月2日に検索した。}")),
    ("unknown-reference.other-body", [(BIB, "  issuer  = {society},", OTHER_BODY)]),
    ("identifiers-differ", [(BIB, "12345678}", TRIAL)]),
])  # fmt: skip
def test_a_remark_that_cannot_be_is_named(name: str, changes: list[Change], miniature: Path) -> None:
    assert name in problems_of(miniature, changes)


@pytest.mark.parametrize("changes", [
    [(BIB, "@article{hikari2020lamp", "% Encoding: UTF-8\n\n@article{hikari2020lamp")],
    field("title", "Lamps and mood: a meta-analysis", "Lamps and mood where volume = dose of light"),
    [(BIB, "12345678}", TRIAL.replace("5}", "4?a=1}"))],
])  # fmt: skip
def test_what_looks_like_a_slip_of_a_source_is_read(changes: list[Change], miniature: Path) -> None:
    assert problems_of(miniature, changes) == []


# What a record names, and what is told once


@pytest.mark.parametrize("name", ["TEA-01", "tea-01", "'TEA-01 '"])
def test_a_code_is_taken_where_an_id_is_asked_for(name: str, miniature: Path) -> None:
    spoil(miniature, [(LAMP, "related: [lamp-and-tea]", f"related: [{name}]")])
    review, problems = load(miniature)
    assert review and not problems and review.claims["lamp-lifts-mood"].related == ["lamp-and-tea"]


def test_a_former_code_is_taken_too(miniature: Path) -> None:
    spoil(
        miniature,
        [
            (LAMP, "related: [lamp-and-tea]", "related: [CUP-07]"),
            ("claims/lamp-and-tea.yml", "topic:", "formerly: [CUP-07]\ntopic:"),
        ],
    )
    review, _ = load(miniature)
    assert review and review.claims["lamp-lifts-mood"].related == ["lamp-and-tea"]


@pytest.mark.parametrize(("name", "changes"), [
    ("duplicate-key.item", [(LAMP, "  - ref: kage2022null", "    ref: kage2022null")]),
    ("duplicate-key.record", [(LAMP, "code: LMP-01\n", "code: LMP-01\ntopic: lamp\ncode: LMP-01\ntopic: lamp\n")]),
    ("duplicate-key", [(LAMP, "level: established", "level: established\nlevel: supported")]),
])  # fmt: skip
def test_what_is_there_twice_is_told_once(name: str, changes: list[Change], miniature: Path) -> None:
    spoil(miniature, changes)
    assert [problem.message.name for problem in load(miniature)[1] if problem.path == LAMP] == [name]


@pytest.mark.parametrize(("name", "changes"), [
    ("unknown-claim", [(LAMP, "related: [lamp-and-tea]", "related: [TEA-99]")]),
    ("unknown-outcome", [(LAMP, "- outcome: response", "- outcome: responses")]),
    ("design-against-title.finding", [(BIB, "species      = {human}", "species      = {mouse}")]),
])  # fmt: skip
def test_a_wrong_word_has_no_consequences(name: str, changes: list[Change], miniature: Path) -> None:
    assert problems_of(miniature, changes) == [name]
