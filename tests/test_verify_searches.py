"""`verify --searches`: the documented queries run again in databases of which a local server plays the part."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path

import pytest

from tests.registries import Registries, article, web_at
from tools import verify
from tools.__main__ import main
from tools.appraisal.assess import assess
from tools.check.words import runs_are_of_the_queries_on_record
from tools.edition import Edition
from tools.files import digest
from tools.pages.render import render
from tools.records.beside import SEARCHES
from tools.records.claim import Review
from tools.records.load import load
from tools.records.runs import Run
from tools.records.sources import Search
from tools.records.words import LANGUAGES
from tools.verify import searches
from tools.verify.web import Web, today

NAME, QUERY = "lamp-and-tea-in-people", "lamp[ti] AND mood[ti]"
RUN = Run(date=datetime.date(2026, 3, 1), hits=0, sha256=digest(QUERY))


def with_search(review: Review, **fields: object) -> Review:
    """The invented review, whose search has a query."""
    changed = dataclasses.replace(review.searches[NAME], **({"pubmed": QUERY} | fields))
    return dataclasses.replace(review, searches={NAME: changed})


def everywhere(registries: Registries, search: Search) -> dict[str, str]:
    """Queries for three databases; the first has news, the others have old hits only."""
    registries.hits[QUERY] = ["123", "124"]
    registries.pubmed = {"123": article("123", "A <i>lamp</i> trial.", year=2027), "124": article("124")}
    registries.hits |= {"lamp AND mood": ["1", "2", "3"], "lamp mood": ["NCT00000001"]}
    return {"pubmed": QUERY, "europepmc": "lamp AND mood", "ctgov": "lamp mood"}


def test_what_is_new_is_listed(review: Review, registries: Registries, web: Web, capsys) -> None:
    one = with_search(review, **everywhere(registries, review.searches[NAME]))
    assert verify.verify_searches(one, web) == 1
    told_of = capsys.readouterr().out
    assert "verify-search: New hits in PubMed since 2026" in told_of and "  123         2027  A lamp trial\n" in told_of
    assert "Queries repeated: 3; new hits: 2; searches without a query: 0." in told_of
    search = one.searches[NAME]
    asked = next(query for path, query, _ in registries.requests if path.endswith("esearch.fcgi"))
    assert asked["mindate"] == [f"{search.date:%Y/%m/%d}"] and asked["datetype"] == ["edat"]
    assert verify.verify_searches(one, web, "json") == 1
    first, second, third = json.loads(capsys.readouterr().out)
    assert first["hits"][0] == ["123", 2027, "A lamp trial"] and first["run"] == {"date": today().isoformat(), "hits": 2}
    assert [second["run"]["hits"], second["count"], third["run"]["hits"], third["count"]] == [3, 0, 1, 0]


def test_each_database_says_what_came_in_since(review: Review, registries: Registries, web: Web, capsys) -> None:
    one = with_search(review, pubmed=None, europepmc="lamp", ctgov="lamp")
    day = one.searches[NAME].date
    registries.hits = {
        "lamp": ["1", "2"],
        f"(lamp) AND FIRST_IDATE:[{day} TO 3000-12-31]": ["2"],
        f"lampAREA[StudyFirstPostDate]RANGE[{day},MAX]": ["NCT00000002"],
    }
    assert verify.verify_searches(one, web) == 1
    told_of = capsys.readouterr().out
    assert "in Europe PMC" in told_of and "  2           2027  Paper 2\n" in told_of
    assert "in ClinicalTrials.gov" in told_of and "  NCT00000002 2027  Trial NCT00000002\n" in told_of


def test_no_news_and_no_answers(review: Review, registries: Registries, web: Web, capsys) -> None:
    one = with_search(review)
    assert verify.verify_searches(one, web) == 0
    registries.ignored = ["lampp"]
    assert verify.verify_searches(one, web) == 3
    assert "PubMed does not know `lampp`" in capsys.readouterr().out
    assert verify.verify_searches(with_search(review, pubmed=None), web) == 0
    assert "Queries repeated: 0;" in capsys.readouterr().out


@pytest.mark.parametrize("body", ["{", "[]", "{}", "<html>"])
@pytest.mark.parametrize("database", ["europepmc", "ctgov"])
def test_a_broken_answer_is_no_search(body: str, database: str, review: Review, registries: Registries, web: Web) -> None:
    one = with_search(review, pubmed=None, **{database: "lamp"})
    registries.spoiled = [(200, {"Content-Type": "application/json"}, body)]
    found = searches.rerun(NAME, one.searches[NAME], database, web, today())
    assert found.run is None and found.why and searches.exit_code([found]) == 3


def test_an_address_that_is_gone_is_no_search_without_hits(review: Review, registries: Registries, web: Web) -> None:
    one = with_search(review, pubmed=None, ctgov="lamp")
    registries.spoiled = [(404, {}, "{}")]
    assert searches.rerun(NAME, one.searches[NAME], "ctgov", web, today()).run is None


def test_a_number_is_asked_for_once_in_some_days(tmp_path: Path, review: Review, registries: Registries) -> None:
    one = with_search(review)
    for _ in range(2):
        verify.verify_searches(one, web_at(registries.address, tmp_path))
    assert registries.asked == {"pubmed": 3}  # what is new is asked for each time


def test_a_search_with_news_has_its_rule(review: Review, registries: Registries, web: Web) -> None:
    one = with_search(review)
    registries.hits[QUERY] = ["124"]
    registries.pubmed = {"124": article("124")}
    (problem,) = searches.problems([searches.rerun(NAME, one.searches[NAME], "pubmed", web, today())], one)
    assert problem.rule == "verify-search"


def queried(root: Path) -> str:
    """Give the search of the invented review queries for all databases, with comments; the text of the file then."""
    path = root / SEARCHES
    queries = "  pubmed: 'lamp[ti] AND mood[ti]' # by title\n  europepmc: lamp AND mood\n  ctgov: lamp mood\n  found: 0\n"
    text = "# Searches\n" + path.read_text(encoding="utf-8").replace("  found: 0\n", queries, 1)
    path.write_text(text, encoding="utf-8")
    return text


def write(root: Path, registries: Registries) -> int:
    review, problems = load(root)
    assert review and not problems
    return verify.verify_searches(review, web_at(registries.address), into=root)


def test_hits_are_written_and_nothing_else_is(miniature: Path, registries: Registries) -> None:
    before = queried(miniature)
    review, _ = load(miniature)
    queries = everywhere(registries, review.searches[NAME])
    assert write(miniature, registries) == 1
    once = (miniature / SEARCHES).read_text(encoding="utf-8")
    added = [line for line in once.splitlines() if line not in before.splitlines()]
    assert added == [
        "  runs:",
        f"    pubmed: {{date: {today()}, hits: 2, sha256: '{digest(QUERY)}'}}",
        f"    europepmc: {{date: {today()}, hits: 3, sha256: '{digest(queries['europepmc'])}'}}",
        f"    ctgov: {{date: {today()}, hits: 1, sha256: '{digest(queries['ctgov'])}'}}",
    ]
    assert "".join(line for line in once.splitlines(keepends=True) if line.rstrip("\n") not in added) == before
    registries.hits[QUERY] = []
    write(miniature, registries)
    twice = (miniature / SEARCHES).read_text(encoding="utf-8")
    assert twice == once.replace("hits: 2", "hits: 0")


def test_a_database_that_did_not_answer_keeps_its_number_and_another_query_loses_it(
    miniature: Path, registries: Registries
) -> None:
    queried(miniature)
    registries.hits = {"lamp mood": ["NCT00000001"], "lamp AND mood": ["1"]}
    write(miniature, registries)
    path = miniature / SEARCHES
    path.write_text(path.read_text(encoding="utf-8").replace("ctgov: lamp mood", "ctgov: lamp moods"), encoding="utf-8")
    registries.spoiled = [(503, {}, "")] * 100
    review, _ = load(miniature)
    (stale,) = runs_are_of_the_queries_on_record(review.searches[NAME])
    assert stale[0] == ("runs", "ctgov")
    assert write(miniature, registries) == 3
    review, _ = load(miniature)
    assert set(review.searches[NAME].runs) == {"pubmed", "europepmc"}


def test_a_search_on_one_line_is_left_alone(miniature: Path, registries: Registries, monkeypatch, capsys) -> None:
    path = miniature / SEARCHES
    one_line = (
        "lamp: {question: {ja: 問い, en: Q}, date: 2026-01-03, sources: {ja: 索引, en: S}, words: [w], pubmed: lamp, found: 0,\n"
    )
    text = path.read_text(encoding="utf-8") + one_line + "  result: {ja: なし, en: None}, limits: {ja: 限界, en: L}}\n"
    path.write_text(text, encoding="utf-8")
    for name in ("PUBMED", "CROSSREF"):
        monkeypatch.setenv(f"VERIFY_{name}", f"{registries.address}/{name.lower()}")
    assert main(["verify", "--searches", "--write", "--root", str(miniature), "--language", "en"]) == 1
    assert "`lamp` in `references/searches.yml` could not be written to" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == text


def test_a_count_is_shown_as_a_count_and_lifts_nothing(review: Review) -> None:
    """What a program counted is not what somebody found."""
    before, after = (assess(with_search(review, runs=runs)) for runs in ({}, {"pubmed": RUN}))
    assert {name: one.ceiling for name, one in before.claims.items()} == {name: one.ceiling for name, one in after.claims.items()}
    pages = {language: "".join(render(after, Edition(RUN.date, language=language)).values()) for language in LANGUAGES}
    assert "Searched in PubMed on 1 March 2026: hits: 0" in pages["en"] and "not say that anybody has read them" in pages["en"]
    assert "2026年3月1日、PubMedで検索：0件" in pages["ja"] and "読んだという意味ではありません" in pages["ja"]
