"""A source as it is pasted, exported by other programs or half known: read rightly, or one problem that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.rule_cases import BIB, spoil
from tools.appraisal.assess import assess
from tools.check.rules import check
from tools.cite.bibtex import bibtex
from tools.cite.csl import reference_csl
from tools.cite.ris import ris
from tools.cite.styles import coins
from tools.edition import Edition
from tools.pages.render import render
from tools.records.claim import Review
from tools.records.identifiers import bare_doi, doi_address
from tools.records.load import load
from tools.records.notices import notice_in
from tools.records.pages import is_backwards, is_pages, one_form, split_pages

SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
KEY = "mori2019mice"


def with_field(root: Path, name: str, value: str) -> tuple[Review, list[str]]:
    """The invented review with one field of one source, and the problems."""
    text = (root / BIB).read_text(encoding="utf-8")
    start = text.index(f"{{{KEY},")
    given = {line.split("=")[0].strip(): line for line in text[start:].splitlines() if " = " in line or "= {" in line}
    line = f"  {name} = {{{value}}},"
    spoil(root, [(BIB, given[name], line) if name in given else (BIB, given["species"], f"{given['species']}\n{line}")])
    review, problems = load(root)
    assert review
    return review, [str(problem) for problem in [*problems, *check(assess(review), TODAY)]]


@pytest.mark.parametrize(
    ("pages", "first", "last", "printed"),
    [
        ("123--130", "123", "130", "123-130"), ("123----130", "123", "130", "123-130"), ("S12–S15", "S12", "S15", "S12-S15"),
        ("431-9", "431", "439", "431-439"), ("431–9", "431", "439", "431-439"), ("431—439", "431", "439", "431-439"),
        ("431 - 439", "431", "439", "431-439"), ("1057-65", "1057", "1065", "1057-1065"), ("S12-5", "S12", "S15", "S12-S15"),
        ("e1137-e1143", "e1137", "e1143", "e1137-e1143"), ("99-101", "99", "101", "99-101"), ("xii-xx", "xii", "xx", "xii-xx"),
        ("12-1--12-15", "12-1", "12-15", "12-1–12-15"), ("C3-32--C3-35", "C3-32", "C3-35", "C3-32–C3-35"),
        ("CD-0012", "CD-0012", "", "CD-0012"), ("e12", "e12", "", "e12"), ("026001", "026001", "", "026001"),
        ("351-358.e1", "351", "358.e1", "351-358.e1"), ("16cs10905", "16cs10905", "", "16cs10905"),
    ],
)  # fmt: skip
def test_pages_have_one_form_everywhere(pages: str, first: str, last: str, printed: str, miniature: Path) -> None:
    review, told = with_field(miniature, "pages", pages)
    source = review.references[KEY]
    assert not told and source.pages == printed == one_form(printed) and split_pages(printed) == (first, last)
    item = reference_csl(KEY, source)
    assert f"SP  - {first}\r\n" in ris([item]) and (f"EP  - {last}\r\n" in ris([item])) is bool(last)
    assert f"pages        = {{{'--'.join(filter(None, (first, last)))}}}" in bibtex([item])
    assert f":{printed}" in render(assess(review), Edition(TODAY, language="en"))["references.md"]


@pytest.mark.parametrize("pages", ["439-431", "435-1", "e9-e2", "S9–S2", "12-15, 9-3", "e47-e9", "S120–S8"])
def test_pages_that_run_backwards(pages: str, miniature: Path) -> None:
    (told,) = with_field(miniature, "pages", pages)[1]
    assert ": bad-form: The pages are" in told and is_backwards(one_form(pages))


@pytest.mark.parametrize(
    "pages",
    [
        "pp. 12-15",
        "p. 12",
        "12-",
        "-15",
        "12 to 15",
        "12;15",
        "頁12",
        "12–15頁",
        "in press",
        "1–2–3",
        "33–",
        "33—, 40-42",
        "0047",
        "0",
        "33-e48",
        "33ff",
    ],
)
def test_what_are_no_pages(pages: str, miniature: Path) -> None:
    (told,) = with_field(miniature, "pages", pages)[1]
    assert ": bad-form: `pages` is" in told and not is_pages(one_form(pages))


DOIS = [
    SICI,
    "10.1175/1520-0442(2001)014<3721:CONAAF>2.0.CO;2",
    "10.1644/1545-1542(2000)081<1025:PROPGO>2.0.CO;2-#",
    "10.1016/S2215-0366(18)30048-8",
    "10.5555/ab#c%d",
    "10.1000.10/123",
]


@pytest.mark.parametrize("doi", DOIS)
def test_a_valid_doi_goes_everywhere(doi: str, miniature: Path) -> None:
    review, told = with_field(miniature, "doi", doi)
    source = review.references[KEY]
    assert not told and source.doi == doi and source.link == doi_address(doi)
    item = reference_csl(KEY, source)
    assert item["DOI"] == doi and f"{{{doi}}}" in bibtex([item]) and f"DO  - {doi}\r\n" in ris([item])
    assert not set('<>#%" ') & set(doi_address(doi).replace("%3C", "").replace("%3E", "").replace("%23", "").replace("%25", ""))
    assert not set("<>") & set(coins(KEY, source))
    shown = doi.replace("<", "&lt;").replace(">", "&gt;")
    for page in ("references.md", "claims/tea-calms-mice.md"):
        assert (
            f'<a href="{source.link}">' in (text := render(assess(review), Edition(TODAY, language="en"))[page])
            and f"{shown}</a>" in text
        )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("10.5555/abc.2.", "Write `10.5555/abc.2`"),
        ("10.5555/abc.2,", "Write `10.5555/abc.2`"),
        ("10.5555/abc.2;", "Write `10.5555/abc.2`"),
        ("10.5555/S2215(18)30048-8)", "Write `10.5555/S2215(18)30048-8`"),
        ("10.5555/s0006%2802%2901457-9", "Write `10.5555/s0006(02)01457-9`"),
        ("10.5555/abc?via=ihub", "Write `10.5555/abc`"),
        ("10.5555/abc#abstract", "Write `10.5555/abc`"),
        ("10.5555/abc/full", "Write `10.5555/abc`"),
        ("10.5555/abc.pdf", "Write `10.5555/abc`"),
        ("10.5555/abc. 2020", "Character 13 of `10.5555/abc. 2020` is a space"),
        ("10.5555/abc.\u00a02020", "Character 13 of `10.5555/abc. 2020` is a space"),
        ("10.5555/abc [doi]", "Write it in the form `10.5555/abc`"),
        ("10.5555/S2215–0366", "U+2013 (en dash)"),
        ("10.5555/S2215−0366", "U+2212 (minus sign)"),
        ("10.5555/ａbc", "U+FF41"),
        ("doi:10.5555/abc", "in the form `10.5555/abc`"),
        ("https://doi.org/10.5555/abc", "in the form `10.5555/abc`"),
        ("10.55/abc", "in the form `10.1000/abc`"),
        ("10.5555/S0006-3223-", "(`-`)"),
        ("10.5555/abc_", "(`_`)"),
        ("10.5555/abc*", "(`*`)"),
        ("10.5555/[abc", "bracket that is not closed"),
        ("10.5555/(abc)<12", "bracket that is not closed"),
        ("10.5555//abc", "cut, or has a sign too many"),
        ("10.5555/abc.10.5555/abc", "holds 2 DOIs"),
        ("10.5555/abc,10.5555/def", "holds 2 DOIs"),
    ],
)
def test_a_doi_that_leads_nowhere(written: str, words: str, miniature: Path) -> None:
    told = [line for line in with_field(miniature, "doi", written)[1] if "`doi`" in line or "DOI" in line]
    assert len(told) == 1 and ": bad-form: " in told[0] and words in told[0]


@pytest.mark.parametrize("unseen", ["\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}", "\N{RIGHT-TO-LEFT MARK}", "\N{WORD JOINER}"])
def test_what_nobody_sees_in_a_doi_is_named(unseen: str, miniature: Path) -> None:
    (told,) = with_field(miniature, "doi", f"10.5555/abc{unseen}1")[1]
    assert told.startswith(f"{BIB}:") and f"U+{ord(unseen):04X}" in told


@pytest.mark.parametrize(
    ("pasted", "doi"),
    [
        ("https://doi.org/10.1016/s0006-3223%2802%2901457-9", "10.1016/s0006-3223(02)01457-9"),
        ("https://doi.org/10.1016/S2215-0366(18)30048-8?via=ihub", "10.1016/S2215-0366(18)30048-8"),
        ("https://example.org/doi/full/10.1192/bjp.bp.106.034371#abstract", "10.1192/bjp.bp.106.034371"),
        ("DOI: 10.5555/abc.", "10.5555/abc"),
        ("tea", ""),
    ],
)
def test_the_doi_in_what_was_pasted(pasted: str, doi: str) -> None:
    assert bare_doi(pasted) == doi


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("volume", "Vol. 12", "bad-form"), ("volume", "第12巻", "bad-form"), ("volume", "12(3)", "bad-form"),
        ("number", "No. 3", "bad-form"), ("number", "3号", "bad-form"), ("number", "Issue 3", "bad-form"),
        ("number", "0140-6736", "bad-form"), ("journal", "Lancet (ISSN 0140-6736)", "bad-form"), ("volume", "ISSN", "bad-form"),
        ("pages", "0140-6736", "bad-form"), ("pmid", "PMC6992828", "bad-form"), ("pmid", "PMID: 12", "bad-form"),
        ("pmid", "123456789", "bad-form"), ("registration", "NCT123456", "bad-form"),
        ("registration", "NCT-01234567", "bad-form"),
        ("registration", "UMIN12345", "bad-form"), ("registration", "ISRCTN1234567", "bad-form"),
        ("registration", "jRCT12", "bad-form"), ("registration", "NTC01234567", "bad-form"),
        ("registration", "2012-1234-11", "bad-form"),
        ("volume", "vol12", "bad-form"), ("number", "#3", "bad-form"), ("title", "A TRIAL OF TEA", "title-capitals"),
        ("registration", "ChiCTR12", "bad-form"), ("langid", "jpn", "unknown-word"),
        ("langid", "englisch", "unknown-word"), ("langid", "japanese", "title-language"), ("langid", "chinese", "title-language"),
        ("langid", "russian", "title-language"), ("title", "マウスとお茶", "title-language"),
        ("title", "Чай и мыши", "title-language"),
        ("title", "TEA CALMS MICE AT NIGHT", "title-capitals"), ("journal", "JOURNAL OF INVENTED LIGHT", "title-capitals"),
        ("titleen", "TEA CALMS MICE", "title-capitals"), ("journal", "unknown", "unknown-value"),
        ("journal", "(none)", "unknown-value"),
        ("title", "No title", "unknown-value"), ("note", "Not available", "unknown-value"), ("volume", "TODO", "bad-form"),
        ("publisher", "不明", "unknown-value"),
        ("population", "none", "unknown-value"), ("number", "in press", "bad-form"), ("author", "Anonymous", "unknown-value"),
        ("author", "{[No authors listed]}", "unknown-value"),
        ("journal", "", "empty-text"), ("volume", "", "empty-text"), ("title", "", "empty-text"), ("pages", " ", "empty-text"),
        ("year", "1019", "out-of-range"), ("year", "2018", "key-year"), ("note", "Retracted: see the journal", "notice-missing"),
        ("notice", "retracted 2024-01-02", "unknown-word"), ("notice", "retraction 2024", "bad-date"),
        ("url", "https://www.google.com/search?q=tea", "bad-address"), ("url", "https://scholar.google.co.jp/x", "bad-address"),
        ("url", "https://www.google.com/", "bad-address"), ("url", "https://www.bing.com/search?q=tea", "bad-address"),
        ("url", "https://pubmed.ncbi.nlm.nih.gov/?term=tea", "bad-address"), ("url", "http://localhost:8000/x", "bad-address"),
        ("url", "http://127.0.0.1/x", "bad-address"), ("url", "http://192.168.1.2/x", "bad-address"),
        ("url", "https://sci-hub.se/10.5555/mice.2019", "bad-address"), ("url", "https://intranet/x", "bad-address"),
        ("url", "https://pubmed-ncbi-nlm-nih-gov.ezproxy.example.org/1/", "bad-address"),
        ("url", "https://bit.ly/x", "bad-address"),
        ("checked", "2026-01-02 https://www.google.com/", "bad-address"), ("checked", "2026-01-02 http://[::1]/x", "bad-address"),
        ("noticechecked", "2026-01-02 http://printer.local/x", "bad-address"),
        ("url", "https://example.org/a.", "bad-address"), ("url", "https://example.org/a)", "bad-address"),
        ("url", "https://example.org/a,", "bad-address"), ("url", "https://example.org/お茶」", "bad-address"),
        ("url", "https://example.org/a,https://example.org/b", "bad-address"), ("url", "https://t.co/x", "bad-address"),
        ("checked", "2026-01-02 https://example.org/a; https://example.org/b", "bad-address"),
        ("checked", "2026-01-02 https://example.org/a;https://example.org/b", "bad-address"),
        ("checked", "2026-01-02 https://example.org/a https://example.org/b。", "bad-address"),
        ("noticechecked", "2026-01-02 https://example.org/ahttps://example.org/b", "bad-address"),
        ("doi", "10.5555/mice&lt;2019", "bad-form"), ("doi", "10.5555/S0140-6736(18", "bad-form"),
        ("doi", "10.5555/mice）", "bad-form"),
        ("url", "https://doi.org/10.5555/mice.2018", "identifiers-differ"),
        ("url", "https://example.org/doi/full/10.5555/tea", "identifiers-differ"),
        ("checked", "2026-01-02 https://doi.org/10.5555/mouse.2019", "identifiers-differ"),
        ("note", "This article has since been retracted", "notice-missing"),
        ("note", "この論文は2024年に撤回された", "notice-missing"),
        ("note", "Retracted in 2024 at the request of the authors", "notice-missing"),
        ("population", "mice (the paper was withdrawn)", "notice-missing"),
        ("title", "Tea calms mice - RETRACTED", "notice-missing"),
        ("title", "R E T R A C T E D: Tea calms mice", "notice-missing"),
        ("url", "https://doi.org/10.5555/mice.20191", "identifiers-differ"),
        ("checked", "2026-01-02 https://example.org/doi/10.5555/tea.2019/full", "identifiers-differ"),
        ("checked", "2026-01-02 https://api.crossref.org/works/10.5555/mice.2018", "identifiers-differ"),
        ("doi", "10.5555/mice.", "bad-form"), ("pages", "123-13O", "bad-form"), ("pages", "—", "bad-form"),
        ("supersededby", KEY, "unknown-reference"), ("updates", KEY, "unknown-reference"), ("pools", KEY, "unknown-reference"),
        ("updates", "kage2022null", "date-out-of-order"),
        ("title", "Tea calms mice. J Tea 2019;3(4):1-9.", "bad-form"), ("title", "Tea calms mice, doi: 10.5555/x", "bad-form"),
        ("journal", "Journal of Tea 3(4), 1-9", "bad-form"), ("journal", "Journal of Tea, 3", "bad-form"),
        ("journal", "お茶の研究 3巻2号", "bad-form"), ("url", "https://chatgpt.com/share/abc", "bad-address"),
        ("url", "https://drive.google.com/file/d/abc", "bad-address"),
        ("checked", "2026-01-02 https://claude.ai/chat/x", "bad-address"),
        ("title", "Tea calms mice (this article has been retracted)", "notice-missing"),
        ("title", "Tea calms mice - PubMed", "bad-form"), ("title", "(PDF) Tea calms mice", "bad-form"),
        ("title", "Tea calms mice…", "bad-form"), ("title", "Tea calms mice†", "bad-form"),
        ("title", "[Tea calms mice]", "bad-form"),
        ("title", "404 Not Found", "unknown-value"), ("title", "Just a moment...", "unknown-value"),
        ("author", "{Author}", "unknown-value"), ("design", "animal-study", "unknown-design"),
    ],
)  # fmt: skip
def test_a_field_of_a_source_that_is_wrong(field: str, value: str, rule: str, miniature: Path) -> None:
    told = with_field(miniature, field, value)[1]
    assert {line.split(": ")[1] for line in told if not line.startswith("claims/")} == {rule}, told
    assert len({line.split(":")[1] for line in told}) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("volume", "366-367"), ("volume", "2024"), ("volume", "12 Suppl 1"), ("number", "1-2"),
        ("number", "Suppl 2"), ("number", "S1"),
        ("number", "2018-2019"), ("pages", "1234-1245"), ("registration", "jRCTs031200123"), ("registration", "2012-001234-11"),
        ("registration", "JPRN-UMIN000012345"), ("registration", "ChiCTR-TRC-12345678"), ("registration", "NTR1234"),
        ("langid", "english"), ("langid", "british"), ("langid", "en-GB"), ("langid", "ngerman"),
        ("title", "TMS"), ("title", "GABA"),
        ("title", "Tea と mice: an experiment on calm in several strains"), ("title", "Withdrawn behaviour in mice"),
        ("title", "Withdrawal of tea: a trial"), ("journal", "JAMA"), ("journal", "PLOS ONE"),
        ("note", "No retraction was found"),
        ("notice", "retraction, 2024-01-02"), ("url", "https://books.google.com/books?id=x"),
        ("url", "https://example.org/?id=3"),
        ("url", "https://example.org/search/tea"), ("url", "https://web.archive.org/web/2024/https://example.org/"),
        ("checked", "2026-01-02 https://proxy.example.org/x"), ("author", "{Unknown Studies Group}"),
        ("url", "https://example.org/a_(b)"), ("url", "https://example.org/?u=https://example.org/b"),
        ("url", "https://doi.org/10.5555/MICE.2019"), ("url", "https://example.org/articles/10.5555/mice.2019/tables/3"),
        ("checked", "2026-01-02 https://example.org/?doi=10.5555/tea"), ("url", "https://example.org/wiki/お茶_(動物)"),
        ("noticechecked", "2026-01-02 https://doi.org/10.5555/correction.1"),
        ("doi", "10.5555/0160-9289(1998)21:3<184::AID-X>3.0.CO;2-#"),
        ("note", "The preprint was withdrawn when the paper came out"), ("note", "Whether papers are retracted was looked up"),
        ("population", "mice, withdrawn after 3 days"),
        ("checked", "2026-01-02 https://example.org/doi/10.5555/tea https://doi.org/10.5555/mice.2019"),
        ("checked", "2026-01-02 https://example.org/doi/10.5555/tea https://example.org/list"),
        ("title", "Tea 2018; calm in mice"), ("journal", "F1000Research"), ("journal", "3 Biotech"),
        ("title", "Tea in ICD-10.0 (2019): calm, 12 mice"), ("langid", "french"),
        ("url", "https://example.org/10.5555/mice.2019v2.full"),
        ("noticechecked", "2026-01-02 https://example.org/doi/10.5555/correction.1"),
    ],
)  # fmt: skip
def test_a_field_of_a_source_that_is_right(field: str, value: str, miniature: Path) -> None:
    assert not [line for line in with_field(miniature, field, value)[1] if line.startswith("references/")]


@pytest.mark.parametrize(
    ("langid", "code"), [("ngerman", "de"), ("american", "en-US"), ("british", "en-GB"), ("English", "en"), ("fr", "fr")]
)
def test_a_language_has_one_code(langid: str, code: str, miniature: Path) -> None:
    source = with_field(miniature, "langid", langid)[0].references[KEY]
    assert source.langid == code == reference_csl(KEY, source)["language"]
    assert f"LA  - {code}\r\n" in ris([reference_csl(KEY, source)]) and "langid" in bibtex([reference_csl(KEY, source)])


RETRACTED = [
    "RETRACTED: Tea", "Retracted: Tea", "RETRACTED ARTICLE: Tea", "[Retracted] Tea", "(Retracted) Tea", "WITHDRAWN: Tea",
    "Withdrawn: Tea", "WITHDRAWN—Tea", "Retracted - Tea", "*RETRACTED* Tea", "RETRACTED Tea calms mice", "Retraction: Tea",
    "Retraction of: Tea", "Retraction notice to “Tea”", "Retraction Note: Tea",
    "Notice of retraction: Tea", "Retraction of “Tea”",
    "Tea (retracted)", "Tea [Retracted]", "Tea. Retracted", "Tea — RETRACTED", "Tea (Retraction of vol 3, pg 5, 2019)",
    "Tea (Retracted article. See vol. 12)", "TEMPORARY REMOVAL: Tea", "【撤回】お茶", "「撤回論文」お茶",
    "撤回論文:お茶", "撤回：お茶",
    "お茶(撤回)", "お茶【撤回済み】", "論文撤回のお知らせ:お茶", "【取り下げ】お茶", "お茶（撤回された論文）",
]  # fmt: skip
CONCERN = ["Expression of concern: Tea", "Editorial Expression of Concern: Tea", "Tea [expression of concern]", "懸念表明:お茶"]
SUBJECTS = [
    "Withdrawn behaviour in children", "Retraction of the scapula during exercise", "Withdrawal of tea: a trial",
    "Retracted papers in psychiatry: a survey", "Public expressions of concern about tea", "Removal of tannin from plasma",
    "Citations of retracted trials (2010-2020)", "Withdrawal: a review", "WITHDRAWAL SYMPTOMS AFTER TEA", "承認の撤回について",
    "同意の撤回:調査", "撤回の手続き:調査",
]  # fmt: skip


def test_a_title_that_says_what_became_of_its_work() -> None:
    assert {notice_in(title) for title in RETRACTED} == {"retraction"}
    assert {notice_in(title) for title in CONCERN} == {"expression-of-concern"}
    assert {notice_in(title) for title in SUBJECTS} == {""}


@pytest.mark.parametrize(("notice", "wanted"), [("", 1), ("correction 2024-01-02", 1), ("retraction 2024-01-02", 0)])
def test_a_retracted_title_wants_its_notice(notice: str, wanted: int, miniature: Path) -> None:
    if notice:
        with_field(miniature, "notice", notice)
    told = with_field(miniature, "title", "RETRACTED: Tea calms mice")[1]
    assert len([line for line in told if ": notice-missing: " in line and "retraction, YYYY-MM-DD" in line]) == wanted


FOREIGN = [
    ("date", "2019-05-01", "Here it is `year`"), ("journaltitle", "Journal", "Here it is `journal`"),
    ("issue", "2", "Here it is `number`"),
    ("DOI", "10.5555/x", "Here it is `doi`"), ("PMID", "12", "Here it is `pmid`"), ("booktitle", "Book", "Here it is `journal`"),
    ("institution", "I", "Here it is `publisher`"), ("school", "S", "Here it is `publisher`"),
    ("language", "en", "Here it is `langid`"),
    ("howpublished", "web", "Here it is `publisher`"), ("urldate", "2026-01-02", "Here it is `checked`"),
    ("page", "1-2", "Here it is `pages`"), ("location", "Edo", "not used here"), ("shortjournal", "J", "not used here"),
    ("keywords", "tea", "not used here"), ("series", "S", "not used here"), ("file", "x.pdf", "not used here"),
    ("abstract", "A", "not used here"), ("issn", "0140-6736", "not used here"), ("month", "may", "not used here"),
    ("mendeley-groups", "x", "not used here"), ("jurnal", "Journal", "Did you mean `journal`?"), ("shade", "red", "Remove it"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "words"), FOREIGN)
def test_a_field_of_another_program_says_which_of_ours_it_is(field: str, value: str, words: str, miniature: Path) -> None:
    spoil(miniature, [(BIB, "  species = {mouse},\n", f"  species = {{mouse}},\n  {field} = {{{value}}},\n")])
    _, problems = load(miniature)
    assert [problem.rule for problem in problems] == ["unknown-key"]
    assert words in str(problems[0]) and f"`{field}`" in str(problems[0])


PREPRINTS = [
    "10.1101/2019.01.02.123456", "10.1101/2019.01.02.12345678v2", "10.1101/123456", "10.64898/2026.01.02.123456",
    "10.21203/rs.3.rs-123456/v1", "10.20944/preprints201901.0123.v1", "10.2139/ssrn.123456", "10.31234/osf.io/abcde",
    "10.48550/arXiv.1901.01234", "10.22541/au.1901.01234", "10.51094/jxiv.123", "10.26434/chemrxiv-2021-abc",
]  # fmt: skip


@pytest.mark.parametrize("doi", PREPRINTS)
def test_the_doi_of_a_preprint_beside_a_journal(doi: str, miniature: Path) -> None:
    assert with_field(miniature, "doi", doi)[1] == []
    (told,) = with_field(miniature, "journal", "Journal of Invented Light")[1]
    assert ": identifiers-differ: `doi` is that of a preprint" in told


@pytest.mark.parametrize("journal", ["bioRxiv", "medRxiv (preprint)", "Research Square", "Jxiv", "SSRN Electronic Journal"])
def test_a_preprint_in_its_own_place(journal: str, miniature: Path) -> None:
    with_field(miniature, "doi", PREPRINTS[0])
    assert with_field(miniature, "journal", journal)[1] == []


@pytest.mark.parametrize(
    ("doi", "journal", "url", "words"),
    [
        ("10.5555/mice.2019", "bioRxiv", "", "is a server of preprints"),
        ("10.1101/gad.123456.119", "Genes & Development", "", ""),
        ("10.1101/cshperspect.a012345", "Perspectives", "", ""),
        ("10.5555/mice.2019", "Tea", "https://www.medrxiv.org/content/x", "`url` is that of a preprint"),
        ("10.5555/mice.2019", "Tea", "https://example.org/medrxiv", ""),
    ],
)
def test_a_paper_is_no_preprint(doi: str, journal: str, url: str, words: str, miniature: Path) -> None:
    told: list[str] = []
    for name, value in {"doi": doi, "journal": journal, "url": url}.items():
        told = with_field(miniature, name, value)[1] if value else told
    assert (words in told[0]) if words else told == []


def test_an_english_title_is_in_no_other_language(miniature: Path) -> None:
    with_field(miniature, "title", "The effect of tea and of a lamp in mice")
    (told,) = with_field(miniature, "langid", "german")[1]
    assert ": title-language: `langid` is `german`, and the title is English" in told


@pytest.mark.parametrize(
    "note",
    [
        "Ten mice % ask Mori\n  were calm",
        "Ten mice,\n  % ask Mori\n  were calm",
        "今も\n  % 要確認\n  静か",
        "Mice % ask Mori",
        "Mice %ask",
    ],
)
def test_a_comment_of_tex_in_a_value(note: str, miniature: Path) -> None:
    spoil(miniature, [(BIB, "  species = {mouse},\n", f"  species = {{mouse}},\n  note = {{{note}}},\n")])
    assert [problem.message.name for problem in load(miniature)[1]] == ["bad-tex.comment"]


@pytest.mark.parametrize(
    ("name", "value"), [("volume", "12 % or 13"), ("journal", "Tea % check"), ("author", "Aki, Jiro % Mori")]
)
def test_no_percentage_is_in_a_name_or_a_number(name: str, value: str, miniature: Path) -> None:
    told = with_field(miniature, name, value)[1]
    assert ": bad-tex: " in told[0] and value[value.index("%") :] in told[0]


@pytest.mark.parametrize("note", ["In 5 % of mice", "10% to 20 % were calm", r"Weight \% gain", "By body weight (%)"])
def test_a_percentage_is_no_comment(note: str, miniature: Path) -> None:
    spoil(miniature, [(BIB, "  species = {mouse},\n", f"  species = {{mouse}},\n  note = {{{note}}},\n")])
    assert load(miniature)[1] == []


@pytest.mark.parametrize(
    "note", ["About 50 %\n  of ten mice", "A change in %\n  of weight", "About 5\n  % of ten mice", "The share (%) is\n  5"]
)
def test_a_per_cent_in_a_value(note: str, miniature: Path) -> None:
    spoil(miniature, [(BIB, "  species = {mouse},\n", f"  species = {{mouse}},\n  note = {{{note}}},\n")])
    assert load(miniature)[1] == []


def test_a_source_without_an_address_is_in_print_and_names_the_copy_that_was_read(miniature: Path) -> None:
    bib = miniature / "references/all.bib"
    printed = "  journal = {Journal of Lamps},\n  volume  = {7},\n  pages   = {12-15},\n"
    bib.write_text(bib.read_text(encoding="utf-8").replace("  pmid    = {12345678},\n", printed), encoding="utf-8")
    review, told = load(miniature)
    assert review and not told
    source = review.references["kage2022null"]
    assert (source.link, source.copy) == (None, "https://example.org/null")
    assert "URL" not in reference_csl("kage2022null", source)
    page = render(assess(review), Edition(TODAY, language="en"))["references.md"]
    assert 'Read in a copy: <a href="https://example.org/null">example.org</a>' in page
