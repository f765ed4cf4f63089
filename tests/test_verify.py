"""`verify`: references against registries, of which a local server plays the part.

The network of the machine on which this was written reaches none of the real services. What the server says is invented and
follows their documentation; one live call for each service is still to be made.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.registries import QUICK, Registries, article, crossref, serving, update, web_at
from tools import verify
from tools.records.authors import Author, read_authors
from tools.records.bibtex import read_bibtex
from tools.records.claim import Review
from tools.records.problem import Source
from tools.records.sources import Reference
from tools.verify import report
from tools.verify.cache import Answer, Cache
from tools.verify.judge import Verdict, judge
from tools.verify.names import compare_first
from tools.verify.titles import compare_titles
from tools.verify.web import Services, Web, today

KEY = "hikari2020lamp"


def review_of(review: Review, **fields: object) -> Review:
    """The invented review with one reference that is asked about, and every claim that rests on it."""
    defaults = {
        "type": "article", "title": "Lamps and mood", "author": [Author("Hikari", "Taro")], "year": 2020, "doi": "10.5555/lamp",
        "design": "rct", "species": "human", "checked": "2026-01-02 https://example.org/",
    }  # fmt: skip
    reference = Reference(**(defaults | fields))
    source = Source("references/x.bib", {(): 12, ("title",): 13, ("year",): 15, ("pmid",): 18})
    sources = dict(review.sources) | {f"reference:{KEY}": source}
    return dataclasses.replace(review, references={KEY: reference}, sources=sources)


def told(verdict: Verdict) -> dict[str, str]:
    return {finding.field: finding.message.text("en") for finding in verdict.findings if finding.message}


def test_a_good_record_is_confirmed_by_both(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref(volume="3", page="1-9")
    registries.pubmed["123"] = article("123", doi="10.5555/LAMP")
    verdict = judge(KEY, review_of(review, pmid="123", volume="3", pages="1-12"), web)
    assert verdict.outcome == "confirmed" and not verdict.findings
    assert verdict.asked == (("Crossref", today()), ("PubMed", today()))


def test_without_a_pmid_pubmed_is_asked_for_the_doi(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref()
    registries.pubmed["123"] = article("123", doi="10.5555/lamp", related=("ExpressionOfConcernIn",))
    assert judge(KEY, review_of(review), web).outcome == "mismatch"


def test_what_pubmed_finds_instead_of_the_doi_is_not_taken_for_it(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref()
    registries.pubmed["123"] = article("123", title="Other.", doi="10.5555/other", kinds=("Retracted Publication",))
    registries.hits['"10.5555/lamp"[doi]'] = ["123"]
    assert judge(KEY, review_of(review), web).outcome == "confirmed"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Lamps and mood: a randomised trial in forty people", "Lamps and mood: protocol of a randomised trial in forty people"),
        ("Lamps for major depression", "Lamps for bipolar depression"),
        ("Lamps and mood, part 1", "Lamps and mood, part 2"),
        ("Lamps and mood, part II", "Lamps and mood, part III"),
        ("Lamps: consensus recommendations", "Lamps: consensus recommendations, an update"),
        ("Lamps and mood in forty people", "Reply to: Lamps and mood in forty people"),
        ("うつ病に対する灯火療法", "うつ病に対する灯火療法のプロトコル"),
        ("Lamps at 10 Hz and mood in people", "Lamps at 20 Hz and mood in people"),
    ],
)
def test_works_that_sound_alike_are_told_apart(ours: str, theirs: str) -> None:
    assert compare_titles([ours], [theirs]).state != "same"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Lamps and mood: a randomised trial", "Lamps and mood"),
        ("CO2 and β-light", "CO<sub>2</sub> and beta-light"),
        ("Lamps “and” mood", "RETRACTED ARTICLE: Lamps &quot;and&quot; mood"),
        ("灯火療法（ランプ）の効果", "灯火療法(ランプ)の効果"),
        ("Corrections and mood: errata", "Correction and mood: erratum"),
    ],
)
def test_one_title_in_two_spellings_is_the_same(ours: str, theirs: str) -> None:
    assert compare_titles([ours], [theirs]).state in ("same", "open")
    assert compare_titles([theirs], [ours]).state in ("same", "open")


def test_a_protocol_is_no_trial(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref("Lamps and mood in forty people: protocol of a randomised trial")
    verdict = judge(KEY, review_of(review, title="Lamps and mood in forty people: a randomised trial"), web)
    assert verdict.outcome == "mismatch"
    assert "only theirs: `protocol of`" in told(verdict)["title"]


@pytest.mark.parametrize(
    ("ours", "theirs", "state"),
    [
        ("Hikari, Taro", Author("Kage", "Jiro"), "differs"),
        ("Czéh, Boldizsár", Author("Czeh", "B"), "same"),
        ("Müller, Anna", Author("Mueller", "A"), "same"),
        ("Sørensen, Bo", Author("Sorensen", "B"), "same"),
        ("van der Berg, Anna", Author("Berg", "A van der"), "same"),
        ("Garcia-Lopez, Ana", Author("García López", "A"), "same"),
        ("O'Reardon, John", Author("O’Reardon", "J"), "same"),
        ("Cole", Author("Cole", "Eleanor"), "same"),
        ("佐藤, 花子", Author("Sato", "Hanako"), "open"),
        ("佐藤, 花子", Author("鈴木", "花子"), "differs"),
        ("{Lamp Society}", Author("The Lamp Society", group=True), "same"),
        ("{Lamp Society, Edo}", Author("Lamp Society Edo", group=True), "same"),
        ("{Lamp Society}", Author("Candle Association", group=True), "differs"),
    ],
)
def test_first_authors(ours: str, theirs: Author, state: str) -> None:
    ((author,), _, _) = read_authors(ours)
    assert compare_first(author, [theirs], []) == state


def test_a_group_and_its_first_person_may_change_places() -> None:
    authors = [Author("Lamp Society", group=True), Author("Hikari", "Taro")]
    ((person, group), _, _) = read_authors("Hikari, Taro and {The Lamp Society}")
    assert compare_first(person, authors, []) == compare_first(group, authors[::-1], []) == "same"


def test_a_wrong_first_author(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref(family="Kage")
    verdict = judge(KEY, review_of(review), web)
    assert verdict.outcome == "mismatch" and "`Kage, Taro`" in told(verdict)["author"]


@pytest.mark.parametrize(("year", "outcome"), [(2020, "confirmed"), (2021, "could-not-check"), (2022, "mismatch")])
def test_years(year: int, outcome: str, review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref(year=year)
    verdict = judge(KEY, review_of(review), web)
    assert verdict.outcome == outcome and ("year" in told(verdict)) is (outcome != "confirmed")


def test_the_year_of_print_or_online_will_do(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref(year=2021) | {"published-online": {"date-parts": [[2020, 12, 30]]}}
    assert judge(KEY, review_of(review), web).outcome == "confirmed"


def test_pubmed_settles_a_year_that_crossref_leaves_open(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref(year=2021)
    registries.pubmed["123"] = article("123", doi="10.5555/lamp", year=2020)
    assert judge(KEY, review_of(review, pmid="123"), web).outcome == "confirmed"


def test_a_doi_that_only_another_agency_knows(review: Review, registries: Registries, web: Web) -> None:
    csl = {"type": "article-journal", "title": "灯火と気分", "author": [{"family": "佐藤", "given": "花子"}],
           "issued": {"date-parts": [[2020]]}, "DOI": "10.11477/x"}  # fmt: skip
    registries.doi["10.11477/x"] = csl
    registries.jalc["10.11477/x"] = {
        "title_list": [{"lang": "en", "title": "Lamps and mood"}, {"lang": "ja", "title": "灯火と気分"}],
        "creator_list": [{"names": [{"lang": "ja", "last_name": "佐藤"}, {"lang": "en", "last_name": "Sato"}]}],
        "publication_date": {"publication_year": "2020"},
    }
    english = review_of(review, doi="10.11477/x", author=[Author("Sato", "Hanako")])
    japanese = review_of(review, doi="10.11477/x", author=[Author("佐藤", "花子")], title="灯火と気分")
    assert [judge(KEY, one, web).outcome for one in (english, japanese)] == ["confirmed", "confirmed"]
    assert registries.asked["doi"] == 2  # and its redirection; the second time it came from the cache


def test_a_doi_that_nobody_knows(review: Review, registries: Registries, web: Web) -> None:
    verdict = judge(KEY, review_of(review), web)
    assert verdict.outcome == "mismatch" and "unknown to Crossref and to doi.org" in told(verdict)["doi"]


def test_an_agency_without_metadata_is_no_mismatch(review: Review, registries: Registries, web: Web) -> None:
    registries.doi["10.5555/lamp"] = "<html>A landing page"
    verdict = judge(KEY, review_of(review), web)
    assert verdict.outcome == "could-not-check" and "gives no metadata" in told(verdict)["doi"]


@pytest.mark.parametrize("doi", ["10.5555/other", ""])
def test_pmid_and_doi_of_different_papers(doi: str, review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref()
    registries.pubmed["123"] = article("123", title="A tale of candles.", doi=doi, kinds=("Retracted Publication",))
    verdict = judge(KEY, review_of(review, pmid="123"), web)
    assert list(told(verdict)) == ["pmid"] and "A tale of candles" in told(verdict)["pmid"]


def test_a_pmid_that_pubmed_does_not_have(review: Review, registries: Registries, web: Web) -> None:
    verdict = judge(KEY, review_of(review, doi=None, pmid="999"), web)
    assert verdict.outcome == "mismatch" and "no record `999`" in told(verdict)["pmid"]


def test_a_retraction_names_the_claims(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref() | {
        "updated-by": [update("retraction"), update("retraction", "retraction-watch", (2024, 4, 30)), update("new_version")]
    }
    message = told(judge(KEY, review_of(review), web))["notice"]
    assert "is retracted (Crossref, 2024-04-30)" in message and "`lamp-lifts-mood`" in message
    assert "`notice = {retraction, 2024-04-30}`" in message


@pytest.mark.parametrize(
    ("kinds", "related", "said"),
    [
        (("Journal Article", "Retracted Publication"), (), "is retracted (PubMed)"),
        (("Journal Article",), ("RetractionIn",), "is retracted (PubMed)"),
        (("Journal Article",), ("ErratumIn", "ExpressionOfConcernIn"), "is under an expression of concern (PubMed)"),
        (("Journal Article",), ("ErratumIn", "CommentIn"), "has a correction (PubMed)"),
    ],
)
def test_notices_of_pubmed(kinds, related, said: str, review: Review, registries: Registries, web: Web) -> None:
    registries.pubmed["123"] = article("123", kinds=kinds, related=related)
    assert said in told(judge(KEY, review_of(review, doi=None, pmid="123"), web))["notice"]


def test_an_expression_of_concern_of_crossref(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref() | {"updated-by": [update("expression_of_concern")]}
    one = review_of(review, notice={"kind": "correction", "date": "2023-01-01"})
    assert "record says only correction" in told(judge(KEY, one, web))["notice"]


def test_a_title_may_be_the_only_sign(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref("RETRACTED: Lamps and mood")
    assert list(told(judge(KEY, review_of(review), web))) == ["notice"]


def test_a_notice_on_record_is_confirmed_or_left_open(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref() | {"updated-by": [update("retraction")]}
    carried = {"kind": "retraction", "date": "2024-05-01"}
    assert judge(KEY, review_of(review, notice=carried), web).outcome == "confirmed"
    registries.crossref["10.5555/b"] = crossref()
    verdict = judge(KEY, review_of(review, doi="10.5555/b", notice=carried), web)
    assert verdict.outcome == "could-not-check" and "none is known to `Crossref`" in told(verdict)["notice"]


def test_a_notice_is_no_study(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref() | {"update-to": [update("retraction")]}
    assert "itself a notice of retraction" in told(judge(KEY, review_of(review), web))["type"]


@pytest.mark.long
def test_too_slow(review: Review, registries: Registries, web: Web) -> None:
    registries.seconds = 1
    began = time.monotonic()
    verdict = judge(KEY, review_of(review), web)
    assert verdict.outcome == "could-not-check" and "did not answer in time" in told(verdict)["doi"]
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("body", ['{"status": "ok", "mess', "[]", "{}", '{"message": {"title": 3}}', "\x00"])
def test_broken_json(body: str, review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = body
    verdict = judge(KEY, review_of(review), web)
    assert verdict.outcome == "could-not-check" and "cannot be read" in told(verdict)["doi"]
    assert web.cache.get("crossref", "10.5555/lamp") is None


@pytest.mark.parametrize(
    "broken", ["<PubmedArticleSet><Pub", "<html></html>", "<eFetchResult><ERROR>x</ERROR></eFetchResult>", "no"]
)
def test_broken_xml(broken: str, review: Review, registries: Registries, web: Web) -> None:
    registries.spoiled = [(200, {"Content-Type": "text/xml"}, broken)]
    verdict = judge(KEY, review_of(review, doi=None, pmid="123"), web)
    assert verdict.outcome == "could-not-check" and "cannot be read" in told(verdict)["pmid"]


def test_busy_then_well(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref()
    registries.spoiled = [(500, {}, "Oops"), (503, {}, "Oops")]
    assert judge(KEY, review_of(review), web).outcome == "confirmed"
    assert registries.asked["crossref"] == 3


@pytest.mark.long
def test_too_many_requests_are_repeated_when_told(review: Review, registries: Registries, web: Web) -> None:
    registries.crossref["10.5555/lamp"] = crossref()
    registries.spoiled = [(429, {"Retry-After": "1"}, "")]
    began = time.monotonic()
    assert judge(KEY, review_of(review), web).outcome == "confirmed"
    assert time.monotonic() - began >= 1


def test_always_busy(review: Review, registries: Registries, web: Web) -> None:
    registries.spoiled = [(503, {}, "")] * 20
    verdict = judge(KEY, review_of(review), web)
    assert verdict.outcome == "could-not-check" and "status 503" in told(verdict)["doi"]


def test_connection_refused_and_not_tried_for_ever(review: Review, capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as gone:
        pass
    web = web_at(gone.address)
    many = dataclasses.replace(review, references=dict.fromkeys(review.references, review.references[KEY]))
    assert verify.verify(many, [], web) == 3
    printed = capsys.readouterr()
    assert printed.err == "" and "could not be checked: Crossref cannot be reached" in printed.out
    assert "`Crossref`, `PubMed` did not answer, and 2 of them were not asked about there." in printed.out


def test_a_rate_is_kept(registries: Registries) -> None:
    web = web_at(registries.address, manners=dataclasses.replace(QUICK, intervals={"crossref": 0.2}))
    began = time.monotonic()
    for number in range(3):
        web.get("crossref", f"/v1/works/{number}")
    assert time.monotonic() - began >= 0.4


def test_a_contact_is_given_and_not_kept(tmp_path: Path, review: Review, registries: Registries) -> None:
    registries.crossref["10.5555/lamp"] = crossref()
    judge(KEY, review_of(review), web_at(registries.address, tmp_path, "me@example.org"))
    (_, query, headers), (_, search, _) = registries.requests
    assert query["mailto"] == search["email"] == ["me@example.org"] and search["tool"]
    assert headers["User-Agent"] == "evidence-review-verify/1 (mailto:me@example.org)"
    assert not [path for path in tmp_path.rglob("*.json") if "me@example.org" in path.read_text()]


def test_answers_are_kept_for_some_days(tmp_path: Path, review: Review, registries: Registries) -> None:
    registries.crossref["10.5555/lamp"] = crossref()
    registries.pubmed["123"] = article("123", doi="10.5555/lamp")
    one = review_of(review, pmid="123")
    for _ in range(2):
        assert judge(KEY, one, web_at(registries.address, tmp_path)).outcome == "confirmed"
    assert registries.asked == {"crossref": 1, "pubmed": 1}
    old = Answer(200, "{}", "", False, "2020-01-01")
    cache = Cache(tmp_path, datetime.timedelta(days=6), today())
    cache.put("crossref", "old", old)
    (tmp_path / "crossref/broken.json").write_text("{")
    fresh = Cache(tmp_path, datetime.timedelta(days=6), today())
    assert fresh.get("crossref", "old") is None and fresh.get("crossref", "broken") is None


def test_many_pmids_are_one_request(review: Review, registries: Registries, web: Web) -> None:
    base = review_of(review).references[KEY]
    pmids = {f"key{number}": str(number) for number in range(1, 31)}
    references = {key: dataclasses.replace(base, pmid=pmid, doi=None) for key, pmid in pmids.items()}
    sources = dict(review.sources) | {f"reference:{key}": Source("references/x.bib", {}) for key in pmids}
    registries.pubmed = {pmid: article(pmid) for pmid in pmids.values()}
    assert verify.verify(dataclasses.replace(review, references=references, sources=sources), [], web) == 0
    assert registries.asked == {"pubmed": 1}


def test_the_report(review: Review, registries: Registries, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    registries.crossref["10.5555/lamp"] = crossref("Candles and sleep", year=2021)
    one = review_of(review)
    assert verify.verify(one, [], web) == 1
    title, year, summary = capsys.readouterr().out.splitlines()
    assert title.startswith(
        "references/x.bib:13: verify-title: `title` is `Lamps and mood`, and Crossref has `Candles and sleep`"
    )
    assert year.startswith("references/x.bib:15: verify-open: `year` is `2020`, and Crossref has `2021`. Look which is right")
    assert summary.startswith(
        "References: 1. Confirmed: 0; mismatch: 1; could not be checked: 0. Crossref was asked about notices"
    )
    assert verify.verify(one, [], web, "github") == 1
    annotations = capsys.readouterr().out
    assert "::error file=references/x.bib,line=13,title=verify-title::" in annotations and "::warning file=" in annotations
    assert verify.verify(one, [], web, "json") == 1
    (told_of,) = json.loads(capsys.readouterr().out)["references"]
    assert told_of["outcome"] == "mismatch" and told_of["claims"] == ["lamp-lifts-mood"]
    assert told_of["findings"][0] | {"theirs": "Candles and sleep", "rule": "verify-title"} == told_of["findings"][0]


def test_keys_and_what_no_registry_knows(review: Review, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    one = review_of(review, doi=None, url="https://example.org/")
    assert verify.verify(one, [], web) == 3
    assert capsys.readouterr().out.count("\n") == 1
    assert verify.verify(one, [KEY], web) == 3
    assert "neither a DOI nor a PMID" in capsys.readouterr().out.splitlines()[0]


# How a reference must differ from what the registries say, for each rule of `verify`.
DIFFERENCES = {
    "verify-doi": {"doi": "10.5555/none"},
    "verify-pmid": {"pmid": "999"},
    "verify-type": {"doi": "10.5555/notice"},
    "verify-title": {"title": "Candles and sleep"},
    "verify-author": {"author": [Author("Kage", "Jiro")]},
    "verify-year": {"year": 2010},
    "verify-notice": {"doi": "10.5555/retracted"},
    "verify-open": {"year": 2021},
    "verify-search": {},
    "complete-open": {},
}


@pytest.mark.parametrize("rule", [rule for rule in DIFFERENCES if DIFFERENCES[rule]])
def test_each_difference_has_its_rule(rule: str, review: Review, registries: Registries, web: Web) -> None:
    registries.crossref = {
        "10.5555/lamp": crossref(),
        "10.5555/notice": crossref() | {"update-to": [update("retraction")]},
        "10.5555/retracted": crossref() | {"updated-by": [update("retraction")]},
    }
    one = review_of(review, **DIFFERENCES[rule])
    assert [problem.rule for _, problem in report.problems(judge(KEY, one, web), one)] == [rule]


def read_entry(text: str) -> tuple[str, Reference]:
    """The entry as our own reader takes it, once a person has said design and species and deleted the remark."""
    filled = text.replace("  checked", "  design = {rct},\n  species = {human},\n  checked", 1)
    filled = filled.partition("@comment{")[0]
    references, problems = read_bibtex("references/new.bib", filled)
    assert not problems, problems
    ((key, (reference, _)),) = references.items()
    return key, reference


def test_an_entry_from_a_doi(registries: Registries, web: Web) -> None:
    group = {"name": "The Lamp Society", "sequence": "additional"}
    registries.crossref["10.5555/lamp"] = crossref(
        "On {lamps} &amp; <i>mood</i>", family="Česká-Hikari", volume="3", issue="2", page="1-9",
        **{"container-title": ["Journal of Invented Light"]},
    )  # fmt: skip
    registries.crossref["10.5555/lamp"]["author"][0]["suffix"] = "Jr."
    registries.crossref["10.5555/lamp"]["author"].append(group)
    registries.pubmed["123"] = article("123", "On lamps &amp; mood.", doi="10.5555/lamp", kinds=("Randomized Controlled Trial",))
    text = verify.entry_from_doi("https://doi.org/10.5555/lamp", web, taken={"ceskahikari2020lamps"})
    key, reference = read_entry(text)
    assert key == "ceskahikari2020mood" and reference.title == "On lamps & mood"
    assert reference.author == [Author("Česká-Hikari", "Taro", "Jr"), Author("The Lamp Society", group=True)]
    assert (reference.doi, reference.pmid, reference.pages) == ("10.5555/lamp", "123", "1-9")
    assert reference.checked == f"{today()} https://doi.org/10.5555/lamp https://pubmed.ncbi.nlm.nih.gov/123/"
    assert "Left open: design, species, participants, population" in text and "Randomized Controlled Trial" in text
    assert [problem.rule for problem in read_bibtex("x.bib", text)[1]] == ["stray-text", "missing-field", "missing-field"]


def test_an_entry_from_a_pmid(registries: Registries, web: Web) -> None:
    told_of = article("123", doi="10.5555/lamp", kinds=("Journal Article", "Retracted Publication"))
    registries.pubmed["123"] = told_of.replace("</ForeName>", "</ForeName><Suffix>3rd</Suffix>")
    registries.crossref["10.5555/lamp"] = crossref(year=2019) | {"updated-by": [update("retraction")], "issue": "2"}
    text = verify.entry_from_pmid("123", web)
    key, reference = read_entry(text)
    assert reference.author == [Author("Hikari", "Taro", "3rd")]
    assert key == "hikari2020lamps" and reference.notice and reference.notice.date == datetime.date(2024, 5, 1)
    assert reference.number == "2" and "years of print and online are 2019 and 2020" in text


@pytest.mark.parametrize(
    "pasted",
    [
        "https://pubmed.ncbi.nlm.nih.gov/123/?from_term=lamp",
        "https://www.ncbi.nlm.nih.gov/pubmed/123",
        "pubmed 123",
        "PMID: 123",
    ],
)
def test_an_entry_from_a_pasted_pmid(pasted: str, registries: Registries, web: Web) -> None:
    registries.pubmed["123"] = article("123").replace("<LastName>Hikari", "<LastName>Hikari Lopez")
    text = verify.entry_from_pmid(pasted, web)
    assert "author        = {{Hikari Lopez}, Taro}" in text and read_entry(text)[1].author == [Author("Hikari Lopez", "Taro")]


@pytest.mark.parametrize("tail", ["?via=ihub", "#abstract", "/full", ")", "."])
def test_an_entry_from_a_pasted_doi(tail: str, registries: Registries, web: Web) -> None:
    doi = "10.5555/(SICI)1<1::AID>3.0.CO;2-2"
    registries.crossref[doi] = crossref()
    _, reference = read_entry(verify.entry_from_doi(f"https://doi.org/{quote(doi)}{tail}", web))
    assert reference.doi == doi and "%3C1::AID%3E" in reference.checked


def test_an_entry_with_half_an_answer(registries: Registries, web: Web) -> None:
    registries.pubmed["123"] = article("123", doi="10.5555/lamp", related=("RetractionIn",))
    registries.crossref["10.5555/lamp"] = "{"
    text = verify.entry_from_pmid("https://pubmed.ncbi.nlm.nih.gov/123/", web)
    _, reference = read_entry(text)
    assert reference.notice is None and "notice: retraction, its date is not told" in text and "could not be asked" in text


def test_an_entry_in_two_languages(registries: Registries, web: Web) -> None:
    registries.doi["10.11477/x"] = {"type": "article-journal", "title": "灯火と気分", "issued": {"date-parts": [[2020]]}}
    registries.jalc["10.11477/x"] = {
        "title_list": [{"lang": "ja", "title": "灯火と気分"}, {"lang": "en", "title": "Lamps and mood"}],
        "creator_list": [{"names": [{"last_name": "佐藤", "first_name": "花子"}, {"last_name": "Sato", "first_name": "H"}]}],
        "publication_date": {"publication_year": "2020"}, "journal_title_name_list": [{"journal_title_name": "灯火学会誌"}],
    }  # fmt: skip
    key, reference = read_entry(verify.entry_from_doi("10.11477/x", web))
    assert key == "sato2020lamps" and (reference.title, reference.titleen) == ("灯火と気分", "Lamps and mood")


@pytest.mark.parametrize("wrong", ["10.5555/none", "lamp", ""])
def test_no_entry_from_an_unknown_doi(wrong: str, web: Web) -> None:
    with pytest.raises(verify.NotKnown):
        verify.entry_from_doi(wrong, web)


@pytest.mark.parametrize("wrong", ["999", "PMC123", "0"])
def test_no_entry_from_an_unknown_pmid(wrong: str, web: Web) -> None:
    with pytest.raises(verify.NotKnown):
        verify.entry_from_pmid(wrong, web)


def test_the_environment_names_contact_and_services(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VERIFY_CONTACT", " me@example.org ")
    monkeypatch.setenv("VERIFY_CROSSREF", "http://127.0.0.1:9/")
    assert verify.open_web(tmp_path).contact == "me@example.org"
    assert Services.from_environment() == Services(crossref="http://127.0.0.1:9")
