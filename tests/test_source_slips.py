"""Slips in sources and in the configuration that used to pass: authors, DOIs, notices, journals, `mkdocs.yml`, broken pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_cases import BIB, Change
from tests.test_fields import problems_of
from tools.records.authors import read_authors
from tools.records.config import config_faults
from tools.records.identifiers import bare_doi
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
