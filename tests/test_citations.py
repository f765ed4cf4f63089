"""Citations survive the programs that read them: bibtexparser, rispy, pandoc and citation-js; strings are those of the styles."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import bibtexparser
import pytest
import rispy
import yaml

from tests.citation_reader import citation_js, cited, pandoc
from tests.conftest import ROOT, real_assessed, real_claims, real_review
from tools.appraisal.assess import assess
from tools.cite.bibtex import bibtex
from tools.cite.csl import claim_csl, reference_csl
from tools.cite.enw import enw
from tools.cite.names import author_list, short_name
from tools.cite.ris import ris
from tools.cite.styles import citation_texts, coins
from tools.edition import ANYWHERE, Publication, put_page_at
from tools.export.citations import FORMATS, citation_files
from tools.pages.versions import snapshot
from tools.records.authors import Author
from tools.records.bibtex import read_bibtex
from tools.records.claim import Review
from tools.records.words import LANGUAGES

SITE = "https://example.org/review/"
TODAY = datetime.date(2026, 12, 1)
Item = Mapping[str, Any]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every citation file of the real review."""
    folder = tmp_path_factory.mktemp("citations")
    for path, text in citation_files(real_assessed(), Publication(TODAY, SITE)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    return folder


def claim_items(language: str) -> dict[str, Item]:
    """Claim id to its item, the form from which all others are made."""
    return {
        claim_id: claim_csl(
            real_review(), snapshot(real_assessed(), claim_id), language, f"{SITE}{language}/claims/{claim_id}/v{claim.version}/"
        )
        for claim_id, claim in real_review().claims.items()
    }


def together(exported: Path, tmp_path: Path, ending: str, language: str) -> Path:
    """The files of all claims in one, so that a reader starts once."""
    files = [exported / f"data/claims/{claim_id}.{language}.{ending}" for claim_id in real_review().claims]
    whole = tmp_path / f"all.{ending}"
    if ending == "csl.json":
        whole.write_text(json.dumps([json.loads(file.read_text(encoding="utf-8"))[0] for file in files]), encoding="utf-8")
    else:
        whole.write_bytes(b"\n".join(file.read_bytes() for file in files))
    return whole


def plain(text: object) -> str:
    """A text without what readers add or turn: quotes, narrow spaces."""
    return re.sub(r"\s+", " ", re.sub("[‘’“”'\"]", "", str(text))).strip()


def name_of(author: Mapping[str, str]) -> str:
    return plain(author.get("literal") or " ".join(filter(None, (author.get("given"), author.get("family"))))).rstrip(",")


def named(author: Mapping[str, str]) -> str:
    return author.get("literal") or ", ".join(author[part] for part in ("family", "suffix", "given") if part in author)


def in_ris(author: Author) -> str:
    """The format has no braces to keep a group's name whole, and its suffixes stand last."""
    if author.group:
        return author.family.replace(", ", " – ")
    return ", ".join(filter(None, (author.family, author.given, author.suffix)))


def in_bibtex(author: Author) -> str:
    if author.group:
        return f"{{{author.family}}}"
    return str(author).replace(author.family, f"{{{author.family}}}", 1) if " " in author.family else str(author)


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("ending", "form"), [("ris", "ris"), ("bib", "bibtex"), ("bib", "biblatex"), ("csl.json", "csljson")])
def test_pandoc_reads_every_claim(ending: str, form: str, language: str, exported: Path, tmp_path: Path) -> None:
    found = pandoc(together(exported, tmp_path, ending, language), form)
    for item, expected in zip(found, claim_items(language).values(), strict=True):
        assert item["type"] == "chapter" and plain(item["title"]) == plain(expected["title"])
        assert plain(item["container-title"]) == plain(expected["container-title"])
        assert [name_of(author) for author in item["author"]] == [expected["author"][0]["literal"]]
        assert str(item["issued"]["date-parts"][0][0]) == str(expected["issued"]["date-parts"][0][0])
        assert plain(item["publisher"]) == expected["publisher"] and item["URL"] == expected["URL"]
        assert plain(item.get("edition") or item.get("version")) == expected["edition"]
        if form != "bibtex":
            assert item["language"].partition("-")[0] == language


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", sorted(set(FORMATS) - {"enw"}))
def test_citation_js_reads_every_claim(ending: str, language: str, exported: Path, tmp_path: Path) -> None:
    whole = together(exported, tmp_path, ending, language)
    (found,) = citation_js([whole]).values()
    for item, expected in zip(found, claim_items(language).values(), strict=True):
        for field in ("type", "title", "container-title", "edition", "publisher", "URL", "language"):
            assert plain(item[field]) == plain(expected[field]), field
        assert [name_of(author) for author in item["author"]] == [expected["author"][0]["literal"]]
        day = expected["issued"]["date-parts"][0]
        # Of RIS it keeps the year alone, whatever stands in DA.
        assert list(map(int, item["issued"]["date-parts"][0])) == (day[:1] if ending == "ris" else day)


def in_endnote(text: str) -> list[dict[str, list[str]]]:
    """The records of a file in EndNote's format: a tag, a space and a value a line, and a blank line between them."""
    records: list[dict[str, list[str]]] = []
    for record in text.removesuffix("\r\n").split("\r\n\r\n"):
        fields: dict[str, list[str]] = {}
        for line in record.split("\r\n"):
            found = re.fullmatch(r"(%[A-Z0-9!]) (\S[^\r\n]*)", line)
            assert found, line
            fields.setdefault(found[1], []).append(found[2])
        assert next(iter(fields)) == "%0" and all(len(values) == 1 for tag, values in fields.items() if tag != "%A")
        records.append(fields)
    return records


@pytest.mark.parametrize("language", LANGUAGES)
def test_endnote_has_every_claim(language: str, exported: Path) -> None:
    for claim_id, expected in claim_items(language).items():
        (item,) = in_endnote((exported / f"data/claims/{claim_id}.{language}.enw").read_bytes().decode())
        assert item["%0"] == ["Book Section"] and item["%T"] == [expected["title"]]
        assert item["%A"] == [f"{expected['author'][0]['literal']},"]
        assert item["%B"] == [expected["container-title"]] and item["%7"] == [expected["edition"]]
        year, month, day = expected["issued"]["date-parts"][0]
        assert item["%D"] == [str(year)] and item["%8"] == [f"{year}-{month:02d}-{day:02d}"]
        assert item["%U"] == [expected["URL"]] and item["%G"] == [language] and item["%I"] == [expected["publisher"]]


@pytest.mark.parametrize("stem", ["data/references", *(f"data/claims/{claim_id}.references" for claim_id in real_claims())])
def test_endnote_has_every_list_of_studies(stem: str, exported: Path) -> None:
    items: list[Item] = json.loads((exported / f"{stem}.csl.json").read_text(encoding="utf-8"))
    for item, one in zip(items, in_endnote((exported / f"{stem}.enw").read_bytes().decode()), strict=True):
        source = real_review().references[item["id"]]
        assert one["%T"] == [source.title] and one.get("%R", [None]) == [source.doi] and one.get("%M", [None]) == [source.pmid]
        assert one.get("%D", [""]) == [str(source.year or "")]
        authors = [in_ris(author) + ("," if author.group else "") for author in source.author]
        assert one.get("%A", []) == authors


@pytest.mark.parametrize("language", LANGUAGES)
def test_rispy_reads_every_claim(language: str, exported: Path) -> None:
    for claim_id, expected in claim_items(language).items():
        text = (exported / f"data/claims/{claim_id}.{language}.ris").read_bytes().decode()
        assert not re.search(r"[^\r]\n", text) and text.endswith("ER  - \r\n")
        (item,) = rispy.loads(text)
        assert (
            item["type_of_reference"] == "CHAP"
            and item["primary_title" if "primary_title" in item else "title"] == expected["title"]
        )
        assert item["authors"][0].rstrip(",") == expected["author"][0]["literal"]
        assert item["secondary_title"] == expected["container-title"] and item["edition"] == expected["edition"]
        assert item["date"] == "/".join(f"{part:02d}" for part in expected["issued"]["date-parts"][0])
        assert item["urls"] == [expected["URL"]] and item["language"] == language and item["publisher"] == expected["publisher"]


def fields_of(text: str) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    return [{"key": entry.key, **{field.key: str(field.value) for field in entry.fields}} for entry in library.entries]


def bare(value: str) -> str:
    """A BibTeX value without protecting braces and escapes."""
    return re.sub(r"\\([&%$#_{}])", r"\1", value.removeprefix("{").removesuffix("}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_bibtexparser_reads_every_claim(language: str, exported: Path) -> None:
    for claim_id, expected in claim_items(language).items():
        (item,) = fields_of((exported / f"data/claims/{claim_id}.{language}.bib").read_text(encoding="utf-8"))
        assert item["key"] == expected["id"] and bare(item["title"]) == expected["title"]
        assert bare(item["author"]) == expected["author"][0]["literal"] and bare(item["booktitle"]) == expected["container-title"]
        assert item["edition"] == expected["edition"] and item["url"] == expected["URL"] and item["language"] == language
        assert item["date"] == "-".join(f"{part:02d}" for part in expected["issued"]["date-parts"][0])
        assert bare(item["publisher"]) == expected["publisher"]


@pytest.mark.parametrize("stem", ["data/references", *(f"data/claims/{claim_id}.references" for claim_id in real_claims())])
def test_bibtexparser_and_rispy_read_every_list_of_studies(stem: str, exported: Path) -> None:
    items: list[Item] = json.loads((exported / f"{stem}.csl.json").read_text(encoding="utf-8"))
    of_ris = rispy.loads((exported / f"{stem}.ris").read_bytes().decode())
    of_bib = fields_of((exported / f"{stem}.bib").read_text(encoding="utf-8"))
    assert len(items) == len(of_ris) == len(of_bib)
    for item, one, other in zip(items, of_ris, of_bib, strict=True):
        source = real_review().references[item["id"]]
        assert item["title"] == source.title == one.get("primary_title", one.get("title")) == bare(other["title"])
        assert item.get("DOI") == source.doi == one.get("doi") == other.get("doi")
        assert str(source.year or "") == str(one.get("year", "")) == other.get("year", "")
        assert [named(author) for author in item.get("author", [])] == [str(author) for author in source.author]
        people = [in_ris(author) for author in source.author]
        assert [author.rstrip(",") for author in one.get("authors", [])] == people
        assert other.get("author", "").replace("\\&", "&") == " and ".join(map(in_bibtex, source.author))


@pytest.mark.proof
@pytest.mark.parametrize("ending", sorted(set(FORMATS) - {"enw"}))
def test_citation_js_and_pandoc_read_the_list_of_all_studies(ending: str, exported: Path) -> None:
    whole = exported / f"data/references.{ending}"
    form = {"bib": "biblatex", "csl.json": "csljson"}.get(ending, ending)
    keys = sorted(real_review().references)
    for found in (pandoc(whole, form), next(iter(citation_js([whole]).values()))):
        assert len(found) == len(keys)
        for key, item in zip(keys, found, strict=True):
            source = real_review().references[key]
            assert plain(item["title"]).casefold() == plain(source.title).casefold(), key
            assert item.get("DOI") == source.doi
            assert (item["type"] == "webpage") == (reference_csl(key, source)["type"] == "webpage") or form == "ris", key
            if form != "ris":
                groups = [author.family for author in source.author if author.group]
                assert {plain(name) for name in groups} <= {name_of(author) for author in item.get("author", [])}, key
            if source.year:
                assert str(item["issued"]["date-parts"][0][0]) == str(source.year)


STYLES = {"nlm-citation-sequence": 0, "american-medical-association": 1, "apa": 2, "sist02": 3}


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_the_strings_are_those_of_the_style(style: str, language: str, tmp_path: Path) -> None:
    """Meant differences: the day of access is left open; NLM's "updated" is ours; AMA's capitals of the book's title are not."""
    items = [{**item, "accessed": {"date-parts": [[2030, 12, 31]]}} for item in claim_items(language).values()]
    (tmp_path / "items.json").write_text(json.dumps(items), encoding="utf-8")
    text = "\n\n".join(f"@{item['id']}" for item in items)
    made = cited(f"---\nlang: {language}\n---\n{text}\n", style, "--bibliography", str(tmp_path / "items.json"))
    lines = {plain(line) for line in made.split("\n")}
    for claim_id, item in claim_items(language).items():
        ours = citation_texts(real_review(), snapshot(real_assessed(), claim_id), language, item["URL"])[STYLES[style]][1]
        ours = re.sub(r"\[(?:updated [^;]*; cited YYYY Mon DD|更新 [^;]*; 引用 YYYY年MM月DD日)\]", "[DAY]", ours)
        ours = re.sub(r"Month DD, YYYY|YYYY年MM月DD日|YYYY-MM-DD", "DAY", ours)
        assert any(as_ours(line) == plain(ours).casefold() for line in lines if item["URL"] in line), (ours, made[-600:])


def as_ours(line: str) -> str:
    """A processor's line without its number, with the day of access left open."""
    line = re.sub(r"^\(?\d+[.)] ?", "", line)
    line = re.sub(r"\[(?:cited 2030 Dec 31|引用 2030年12月31日)\]", "[DAY]", line)
    line = re.sub(r"December 31, 2030|2030年12月31日|2030-12-31", "DAY", line)
    line = re.sub(r"\((\d{4}年?)-?[a-z]{1,2}\)", r"(\1)", line)  # APA tells works of one year apart: each is cited alone here
    return re.sub(r"(第\d+版) 版", r"\1", line).casefold()  # Japanese styles add a second 版


def test_a_local_build_names_no_address() -> None:
    claim_id = next(iter(real_review().claims))
    for language in LANGUAGES:
        for _, text in citation_texts(
            real_review(), snapshot(real_assessed(), claim_id), language, f"{ANYWHERE}{language}/claims/x/v1/"
        ):
            placed = put_page_at(f"<dd>{text}</dd>", "")
            assert "http" not in placed and not re.search(r"[:,]</dd>|\. ,", placed)
    files = dict(citation_files(real_assessed(), Publication(TODAY)))
    assert "%U " not in files[f"data/claims/{claim_id}.en.enw"]
    assert "UR  -" not in files[f"data/claims/{claim_id}.en.ris"] and "url " not in files[f"data/claims/{claim_id}.en.bib"]
    assert "URL" not in json.loads(files[f"data/claims/{claim_id}.en.csl.json"])[0]


def test_a_citation_does_not_change_with_the_day() -> None:
    """That the next review is overdue is said above the page: what is cited is a version, of a day."""
    claim_id = next(iter(real_review().claims))
    late = real_review().claims[claim_id].review_by + datetime.timedelta(days=1)
    assert dict(citation_files(real_assessed(), Publication(late, SITE))) == dict(
        citation_files(real_assessed(), Publication(TODAY, SITE))
    )


def test_hostile_text_stays_inside_its_field(review: Review) -> None:
    hostile = r'a} , note = {x}, b & 50% _ # $ { \ "quoted" @article{x,'
    item = {"id": "k", "type": "article-journal", "title": hostile, "author": [{"family": "van der Berg", "given": "A"}]}
    (read,) = fields_of(bibtex([item]))
    assert read.keys() == {"key", "author", "title"} and read["author"] == "{van der Berg}, A"
    assert r"\textbackslash{}" in read["title"]
    for path, text in citation_files(assess(review), Publication(TODAY, SITE)):
        if path.endswith(".ris"):
            assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in text.split("\r\n") if line)


ENTRY = """@misc{lamp2020entry, title = {Lamp + tea}, titleen = {On lamps}, author = {{Lamp Hospital, Edo} and Hikari, Taro},
  journal = {Lamp Registry}, volume = {3}, url = {https://example.org/1}, note = {as read in May}, design = {registry-entry},
  species = {human}, checked = {2026-01-02 https://example.org/1}}"""


def test_a_group_with_a_comma_stays_one_and_a_registry_entry_is_no_article() -> None:
    ((key, (source, _)),) = read_bibtex("x.bib", ENTRY)[0].items()
    item = reference_csl(key, source)
    assert item["type"] == "webpage" and item["author"] == [
        {"literal": "Lamp Hospital, Edo"},
        {"family": "Hikari", "given": "Taro"},
    ]
    assert item["note"] == "English title: On lamps; as read in May"
    alone = dataclasses.replace(real_review(), references={key: source})
    assert author_list(source, "en") == "Lamp Hospital, Edo, Hikari T"
    assert short_name(alone, key, "en") == "Lamp Hospital & Hikari n.d."
    assert "%A Lamp Hospital – Edo,\r\n%A Hikari, Taro\r\n" in enw([item])
    assert "%A WHO,\r\n" in enw([{"type": "report", "title": "Lamps", "author": [{"literal": "WHO"}]}])
    assert "AU  - Lamp Hospital – Edo,\r\nAU  - Hikari, Taro\r\n" in ris([item]) and "VL  -" not in ris([item])
    (entry,) = fields_of(bibtex([item]))
    assert entry["author"] == "{Lamp Hospital, Edo} and Hikari, Taro"
    assert {bare(entry[name]) for name in ("organization", "journaltitle", "booktitle")} == {"Lamp Registry"}
    told = parse_qs(coins(key, source))
    assert told["rft.aucorp"] == ["Lamp Hospital, Edo"] and told["rft.au"] == ["Hikari, Taro"]
    assert told["rft.title"] == ["Lamp ＋ tea"] and told["rft.source"] == ["Lamp Registry"]


def test_coins_name_every_source() -> None:
    for key, source in real_review().references.items():
        text = coins(key, source)
        assert text.startswith("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A")
        assert not source.doi or "rft_id=info%3Adoi%2F" in text


def test_citations_of_the_invented_review(review: Review, golden) -> None:
    files = dict(citation_files(assess(review), Publication(TODAY, SITE)))
    for path, text in files.items():
        if ".v1." in path:
            assert text == files[path.replace(".v1.", ".")]  # what is cited of the live page is its version
        else:
            golden(f"golden/citations/{Path(path).name}", text.replace("\r\n", "\n"))


def test_the_citation_file_of_the_repository_is_valid() -> None:
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert found["cff-version"] == "1.2.0" and {"message", "title", "authors"} <= found.keys()
    assert found["type"] in ("software", "dataset") and isinstance(found["date-released"], datetime.date)
    assert all(author.keys() <= {"name", "website", "email"} for author in found["authors"])
