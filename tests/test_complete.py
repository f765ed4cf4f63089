"""`complete`: what references leave out, from registries of which a local server plays the part."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from tests.registries import Registries, article, crossref, update, web_at
from tools import verify
from tools.records.authors import Author
from tools.records.bibtex import read_bibtex
from tools.records.load import load
from tools.records.sources import Reference
from tools.verify.bibedit import with_field
from tools.verify.complete import complete
from tools.verify.find import same_journal
from tools.verify.runs import NotEdited
from tools.verify.web import Web, today

KEY = "hoshi2020lamp"
BARE = """@article{hoshi2020lamp,
  title   = {Lamps and mood},
  author  = {Hikari and others},
  year    = {2020},
  design  = {rct},
  species = {human},
  checked = {2026-01-02 https://example.org/}
}
"""


def reference(**fields: object) -> Reference:
    defaults = {
        "type": "article", "title": "Lamps and mood", "author": [Author("Hikari", group=True)], "et_al": True, "year": 2020,
        "design": "rct", "species": "human", "checked": "2026-01-02 https://example.org/",
    }  # fmt: skip
    return Reference(**(defaults | fields))


def lamp(**more: object) -> dict[str, object]:
    """The work as Crossref has it, with two authors."""
    work = crossref(volume="3", issue="2", page="101-9", **{"container-title": ["Journal of Invented Light"]}) | more
    work["author"] = [*work["author"], {"given": "Jiro", "family": "Kage"}]
    return work


def told(one: Reference, web: Web) -> tuple[dict[str, str], str]:
    filled, left = complete(KEY, one, web)
    return {found.field: found.value for found in filled}, "\n".join(found.message.text("en") for found in left)


def test_what_is_missing_is_filled_in_and_what_is_there_is_left(registries: Registries, web: Web) -> None:
    funder = [{"name": "Lamp Fund", "award": ["L1", "L2"]}]
    registries.crossref["10.5555/lamp"] = lamp(funder=funder, **{"updated-by": [update("correction")]})
    filled, left = told(reference(doi="10.5555/lamp", volume="30"), web)
    assert filled == {
        "author": "Hikari, Taro and Kage, Jiro",
        "journal": "Journal of Invented Light",
        "number": "2",
        "pages": "101-109",
        "funding": "as deposited with Crossref: Lamp Fund (L1, L2)",
        "notice": "correction, 2024-05-01",
        "noticechecked": f"{today()} https://doi.org/10.5555/lamp",
    }
    assert not left


def test_pubmed_adds_its_number_and_a_doi_leads_on(registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = lamp(page="1-9")
    two = "<Author><LastName>Kage</LastName><ForeName>J</ForeName></Author></AuthorList>"
    registries.pubmed["123"] = article("123", doi="10.5555/lamp").replace("</AuthorList>", two)
    filled, left = told(reference(doi="10.5555/lamp"), web)
    assert filled["pmid"] == "123" and filled["author"] == "Hikari, Taro and Kage, Jiro" and not left
    filled, left = told(reference(pmid="123"), web)
    assert filled["doi"] == "10.5555/lamp" and filled["number"] == "2" and not left
    assert filled["noticechecked"].endswith("https://doi.org/10.5555/lamp https://pubmed.ncbi.nlm.nih.gov/123/")


def test_registries_that_disagree_settle_nothing(registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = lamp(volume="4", page="1-9")
    registries.pubmed["123"] = article("123", doi="10.5555/lamp")
    filled, left = told(reference(doi="10.5555/lamp"), web)
    assert "volume" not in filled and "author" not in filled and filled["pages"] == "1-9"
    assert "`volume` is `4` in Crossref, and `3` in PubMed" in left and "`author` is" in left


@pytest.mark.parametrize("known", [["Kage"], ["Hikari", "Kage"], ["Hikari", "Mori"]])
def test_a_list_of_authors_goes_on_from_the_one_on_record(known: list[str], registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = lamp()
    filled, left = told(reference(doi="10.5555/lamp", author=[Author(name, group=True) for name in known]), web)
    assert "author" not in filled and left


@pytest.mark.parametrize(
    "wrong", [{"title": "Candles and sleep"}, {"title": "Lamps and moods in rats"}, {"family": "Mori"}, {"year": 2015}]
)
def test_nothing_is_taken_from_another_work(wrong: dict[str, object], registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref(**({"volume": "3"} | wrong))
    filled, left = told(reference(doi="10.5555/lamp"), web)
    assert not filled and "may describe another work" in left


def test_a_milder_notice_never_stands_for_a_graver_one(registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = lamp(**{"updated-by": [update("correction")]})
    registries.pubmed["123"] = article("123", doi="10.5555/lamp", related=("RetractionIn",))
    filled, left = told(reference(doi="10.5555/lamp"), web)
    assert "notice" not in filled and "knows of retraction, and not its date" in left


def test_a_work_is_found_by_title_author_and_year(registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = lamp()
    registries.pubmed["123"] = article("123", doi="10.5555/lamp", family="Hikari")
    filled, _ = told(reference(journal="J Invented Light"), web)
    assert filled["doi"] == "10.5555/lamp" and filled["pmid"] == "123"


TWINS = {
    "another year": {"year": 2019},
    "another author": {"family": "Mori"},
    "a correction with the same title": {"update-to": [update("correction")]},
    "a correction": {"title": "Correction to: Lamps and mood"},
    "a reply": {"title": "Reply to: Lamps and mood"},
    "a protocol": {"title": "Lamps and mood: a protocol"},
    "a title that only begins so": {"title": "Lamps and mood: what editors think"},
    "a preprint": {"type": "posted-content", "institution": [{"name": "lightRxiv"}]},
    "an abstract elsewhere": {"container-title": ["Candle Letters"]},
    "nobody": {"author": []},
}


@pytest.mark.parametrize("twin", TWINS)
def test_a_twin_is_not_taken_for_it(twin: str, registries: Registries, web: Web) -> None:
    told_of = dict(TWINS[twin])
    named = {name: told_of.pop(name) for name in ("title", "family", "year") if name in told_of}
    registries.crossref["10.5555/twin"] = crossref(**named) | {"DOI": "10.5555/twin"} | told_of
    filled, left = told(reference(journal="Journal of Invented Light"), web)
    assert not filled and "Neither Crossref nor PubMed" in left


def test_of_two_that_agree_in_everything_neither_is_taken(registries: Registries, web: Web) -> None:
    registries.crossref = {"10.5555/lamp": lamp(), "10.5555/again": lamp(DOI="10.5555/again")}
    filled, left = told(reference(), web)
    assert not filled and "several works with this title" in left and "10.5555/again" in left


@pytest.mark.parametrize("lacking", [{"year": None}, {"author": [], "et_al": False}])
def test_without_author_or_year_nobody_is_asked(lacking: dict[str, object], registries: Registries, web: Web) -> None:
    filled, left = told(reference(**lacking), web)
    assert not filled and "a title alone does not say" in left and not registries.asked


def test_a_page_of_the_web_is_not_looked_for(registries: Registries, web: Web) -> None:
    assert told(reference(type="online", url="https://example.org/"), web) == ({}, "") and not registries.asked


def test_half_an_answer(registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = {"DOI": "10.5555/lamp", "title": ["Lamps and mood"]}
    filled, left = told(reference(doi="10.5555/lamp"), web)
    assert set(filled) == {"noticechecked"} and not left


@pytest.mark.parametrize("spoiled", [(503, {}, ""), (429, {"Retry-After": "0"}, ""), (200, {}, "{"), (200, {}, "[]")])
def test_what_does_not_answer_is_said(spoiled: tuple[int, dict[str, str], str], registries: Registries, web: Web) -> None:
    registries.spoiled = [spoiled] * 30
    for one in (reference(doi="10.5555/lamp"), reference()):
        filled, left = complete(KEY, one, web)
        assert not filled and left and all(found.unanswered for found in left)


@pytest.mark.long
def test_too_slow_and_too_many_requests(registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = lamp()
    registries.spoiled = [(429, {"Retry-After": "1"}, "")]
    assert told(reference(doi="10.5555/lamp"), web)[0]["number"] == "2"
    registries.seconds = 1
    assert "did not answer in time" in told(reference(doi="10.5555/other"), web)[1]


def test_an_identifier_that_nobody_knows_fills_nothing_in(registries: Registries, web: Web) -> None:
    assert told(reference(doi="10.5555/none"), web) == ({}, "")  # `verify` says what is wrong with it


def test_a_language_is_that_of_the_script(registries: Registries, web: Web) -> None:
    for title, expected in (("Lamps and mood", None), ("灯火と気分", "japanese")):
        registries.pubmed["123"] = article("123", title=title, family="Hikari").replace(
            "<Pagination>", "<Language>jpn</Language><Pagination>"
        )
        fresh = web_at(registries.address)
        assert told(reference(title=title, pmid="123"), fresh)[0].get("langid") == expected


@pytest.mark.parametrize(("one", "other", "same"), [
    ("J ECT", "The Journal of ECT", True), ("Brain Stimul", "Brain Stimulation", True), ("Brain", "Brain Stimulation", True),
    ("JAMA Psychiatry", "JAMA Neurology", False), ("灯火", "Lamps", False),
])  # fmt: skip
def test_journals(one: str, other: str, same: bool) -> None:
    assert same_journal(one, other) is same


def test_a_field_gets_its_place_and_nothing_else_moves() -> None:
    text = BARE
    for name, value in (
        ("author", "Hikari, Taro and {The Lamp Society}"),
        ("volume", "3"),
        ("noticechecked", "2026-01-03 https://example.org/"),
    ):
        text = with_field("x.bib", text, KEY, name, value)
    assert text == BARE.replace("Hikari and others", "Hikari, Taro and {The Lamp Society}").replace(
        "{2020},\n", "{2020},\n  volume  = {3},\n"
    ).replace("https://example.org/}\n", "https://example.org/},\n  noticechecked = {2026-01-03 https://example.org/}\n")


@pytest.mark.parametrize(("text", "name", "value"), [
    (BARE, "author", "KAGE HIKARI MORI and others and others"), (BARE, "volume", "}, title = {Other"), (BARE, "doi", "no DOI"),
    (BARE.replace("{2020}", "2020 # {}").replace("{Hikari", '"A" # {Hikari'), "volume", "3"), ("", "volume", "3"),
])  # fmt: skip
def test_what_would_be_a_fault_is_not_written(text: str, name: str, value: str) -> None:
    with pytest.raises(NotEdited):
        with_field("x.bib", text, KEY, name, value)


@pytest.fixture
def root(miniature: Path) -> Path:
    (miniature / "references/lamp.bib").write_text(BARE.replace("year ", "doi     = {10.5555/lamp},\n  year "), encoding="utf-8")
    return miniature


def run(root: Path, registries: Registries, style: str = "text", *, write: bool = False) -> int:
    review, _ = load(root)
    assert review
    return verify.complete_references(review, [KEY], web_at(registries.address), root, style, write=write)


def test_the_report_and_its_diff(root: Path, registries: Registries, capsys: pytest.CaptureFixture[str]) -> None:
    registries.crossref["10.5555/lamp"] = lamp()
    before = (root / "references/lamp.bib").read_text(encoding="utf-8")
    assert run(root, registries) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(
        "references/lamp.bib:3: `author` becomes `Hikari, Taro and Kage, Jiro`, from Crossref (https://doi.org/10.5555/lamp)\n"
    )
    assert "References: 1; fields that can be filled in: 6; left alone: 0.\n--- a/references/lamp.bib\n" in printed
    assert "-  author  = {Hikari and others},\n+  author  = {Hikari, Taro and Kage, Jiro},\n" in printed
    assert (root / "references/lamp.bib").read_text(encoding="utf-8") == before
    assert run(root, registries, "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert (
        data["filled"][0]["service"] == "Crossref" and data["diff"].startswith("--- a/references/lamp.bib") and not data["left"]
    )


def test_written_once_there_is_nothing_left_to_write(
    root: Path, registries: Registries, capsys: pytest.CaptureFixture[str]
) -> None:
    registries.crossref["10.5555/lamp"] = lamp()
    assert run(root, registries, write=True) == 0
    assert "---" not in capsys.readouterr().out
    text = (root / "references/lamp.bib").read_text(encoding="utf-8")
    references, problems = read_bibtex("references/lamp.bib", text)
    found = references[KEY][0]
    assert not problems and found and [str(author) for author in found.author] == ["Hikari, Taro", "Kage, Jiro"]
    assert (found.volume, found.pages, found.checked_on) == ("3", "101-109", datetime.date(2026, 1, 2))
    run(root, registries, write=True)
    assert (root / "references/lamp.bib").read_text(encoding="utf-8") == text


def test_a_registry_that_is_down_is_code_3(root: Path, registries: Registries, capsys: pytest.CaptureFixture[str]) -> None:
    registries.spoiled = [(503, {}, "")] * 30
    assert run(root, registries) == 3
    assert "complete-open: `10.5555/lamp` could not be asked about" in capsys.readouterr().out
