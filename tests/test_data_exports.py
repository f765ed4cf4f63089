"""What the site offers to other programs: the claims as JSON and as a table, their schema, the feeds, the short addresses."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import io
import json
import re
import uuid
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.conftest import REAL_ROOT, ROOT, TODAY, real_assessed, real_claims, real_review, unchecked
from tools.appraisal import argument, wording
from tools.appraisal.assess import DIRECTIONS, assess
from tools.cite.names import short_name
from tools.edition import Edition, Publication
from tools.export.contract import CONTRACT, ComputedEvidence, ComputedOutcome
from tools.export.data import data_files
from tools.export.data_schema import data_schema
from tools.export.editor_schema import editor_schema
from tools.export.feed import feed
from tools.export.outcomes_table import outcomes_csv
from tools.export.schema import claim_schema
from tools.export.short import short_addresses
from tools.export.table import claims_csv
from tools.pages.versions import snapshot
from tools.records.claim import Claim, Review
from tools.records.frozen import FrozenVersion
from tools.records.words import LANGUAGES, Language, Text

CLAIMS = real_claims()
SITE = "https://example.org/review/"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '=cmd|"/c calc"!A1 </script><script>alert(1)</script> "&\' ]]> ‮'


@cache
def real_files() -> dict[str, str]:
    return dict(data_files(real_assessed(), Publication(TODAY, SITE)))


@cache
def real_shorts() -> dict[str, str]:
    return dict(short_addresses(real_review(), Publication(TODAY, SITE)))


def claims_json(review: Review, today: datetime.date) -> str:
    return dict(data_files(assess(review), Publication(today)))["data/claims.json"]


def read_table(text: str) -> list[dict[str, str]]:
    """The table as a program reads it, with the apostrophes taken away again."""
    rows = csv.DictReader(io.StringIO(text.encode().decode("utf-8-sig"), newline=""))
    return [{name: value.removeprefix("'") for name, value in row.items()} for row in rows]


def with_text(review: Review, text: str, **fields: object) -> Review:
    """The review with a claim that says this in every field for people that a test looks at."""
    both = unchecked(review.claims["lamp-and-tea"].title, ja=text, en=text)
    revision = dataclasses.replace(review.claims["lamp-and-tea"].history[0], change=both)
    changes = {
        "title": both,
        "short": unchecked(review.claims["lamp-and-tea"].short, ja=text, en=text),
        "answer": both,
        "statement": both,
        "history": [revision],
        **fields,
    }
    claim = dataclasses.replace(review.claims["lamp-and-tea"], **changes)
    return dataclasses.replace(review, claims={**review.claims, "lamp-and-tea": claim})


@pytest.fixture(scope="module")
def data() -> dict[str, dict[str, Any]]:
    """Id to claim, as read back from the file of all real claims."""
    read = json.loads(real_files()["data/claims.json"])
    return {claim["id"]: claim for claim in read["claims"]}


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_table(claims_csv(real_assessed(), Publication(TODAY, SITE)))}


@pytest.mark.parametrize("site_url", ["", SITE])
def test_files_of_the_invented_review(site_url: str, review: Review, golden) -> None:
    folder = "golden/data" if site_url else "golden/data-local"
    published = Publication(TODAY, site_url)
    short = {path: text for path, text in short_addresses(review, published) if path != path.lower()}
    files = {f"c/{path.split('/')[1]}.html": text for path, text in short.items()}
    files |= {path.removeprefix("data/"): text for path, text in data_files(assess(review), published)}
    files |= {f"{edition.language}/feed.xml": feed(assess(review), edition) for edition in published.editions}
    files["claims.csv"] = claims_csv(assess(review), published).replace("\r\n", "\n")  # git keeps LF
    for path, text in files.items():
        golden(f"{folder}/{path}", text)
        assert text.endswith("\n")


def test_schema_of_the_invented_review(review: Review, golden) -> None:
    golden("golden/data/claim.schema.json", claim_schema(review.vocabulary))


def test_every_claim_is_there_in_the_order_of_the_codes(data: dict[str, Any], rows: dict[str, Any]) -> None:
    by_code = sorted(CLAIMS, key=lambda claim_id: real_review().claims[claim_id].code)
    assert list(data) == list(rows) == by_code


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_the_record_comes_back_field_by_field(claim_id: str, data: dict[str, Any]) -> None:
    names = [field.name for field in dataclasses.fields(Claim)]
    record = {name: data[claim_id][name] for name in names}
    for name, computed in (("evidence", ComputedEvidence), ("outcomes", ComputedOutcome)):
        added = {field.name for field in dataclasses.fields(computed)}
        record[name] = [{k: v for k, v in item.items() if k not in added} for item in record[name]]
    read = Claim(**record)
    for name in names:
        assert getattr(read, name) == getattr(real_review().claims[claim_id], name), name
    assert json.loads(real_files()[f"data/claims/{claim_id}.json"])["claim"] == data[claim_id]


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_what_is_computed_is_what_the_program_says(claim_id: str, data: dict[str, Any], rows: dict[str, Any]) -> None:
    claim, found, row = real_review().claims[claim_id], data[claim_id], rows[claim_id]
    assert found["ceiling"] == row["ceiling"] == real_assessed().claims[claim_id].ceiling
    assert found["contradicted"] == (row["contradicted"] == "true") == real_assessed().claims[claim_id].contradicted
    assert found["overdue"] == (row["overdue"] == "true") == (claim.review_by < TODAY)
    for name, ids in (
        ("premises", argument.premises_of(claim_id, real_review().claims)),
        ("weakest", list(real_assessed().claims[claim_id].weakest)),
        ("dependents", [i for i, other in real_review().claims.items() if claim_id in other.requires]),
    ):
        assert found[name] == ids == [i for i in row[name].split("; ") if i]
    for language, verdict in zip(LANGUAGES, real_assessed().claims[claim_id].comparisons, strict=True):
        said = wording.strongest_wording(claim, language)
        assert found["wording"][language] == {"said": said, "verdict": verdict.verdict}
        assert (row[f"wording_{language}"], row[f"verdict_{language}"]) == (said or "", verdict.verdict)
        assert found["addresses"]["page"][language] == row[f"page_{language}"] == f"{SITE}{language}/claims/{claim_id}/"
        permanent = f"{SITE}{language}/claims/{claim_id}/v{claim.version}/"
        assert found["addresses"]["version"][language] == row[f"version_page_{language}"] == permanent
    assert found["addresses"]["short"] == row["short_address"] == f"{SITE}c/{claim.code}/"


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_evidence_names_its_source(claim_id: str, data: dict[str, Any], rows: dict[str, Any]) -> None:
    claim, row = real_review().claims[claim_id], rows[claim_id]
    for item, found in zip(claim.evidence, data[claim_id]["evidence"], strict=True):
        source, short = real_review().references[item.ref], found["source"]
        assert short["name"] == {language: short_name(real_review(), item.ref, language) for language in LANGUAGES}
        for name in ("title", "year", "doi", "pmid", "design", "species", "participants", "withdrawn", "link"):
            assert short[name] == getattr(source, name)
        assert bool(short["notice"]) == bool(source.notice)
    assert row["sources"] == "; ".join(item.ref for item in claim.evidence)
    counts = [int(row[f"direct_{direction}"]) for direction in DIRECTIONS] + [int(row["indirect"])]
    assert sum(counts) == len(claim.evidence)


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_the_table_holds_the_texts(claim_id: str, rows: dict[str, Any]) -> None:
    claim, row = real_review().claims[claim_id], rows[claim_id]
    for name in ("title", "statement", "context", "short", "answer", "appraisal", "unknown", "would_change", "level_note"):
        for language in LANGUAGES:
            text = getattr(claim, name)
            assert row[f"{name}_{language}"] == (text[language] if text else "")
    for name in ("code", "topic", "kind", "level", "certainty"):
        assert row[name] == getattr(claim, name)
    assert max(map(len, row.values())) < 32_767  # what a cell of a spreadsheet can hold


def test_the_header_says_what_the_file_is() -> None:
    read = json.loads(real_files()["data/claims.json"])
    assert read["contract"] == CONTRACT
    assert read["review"]["title"] == dataclasses.asdict(real_review().article.review.title)
    assert read["licence"]["name"] == "CC BY 4.0"
    assert read["reviewed"] == max(claim.reviewed for claim in real_review().claims.values()).isoformat()
    assert read["schema"] == f"{SITE}data/schema/data.schema.json"
    assert read["record_schema"] == f"{SITE}data/schema/claim.schema.json"
    assert f"contract {CONTRACT}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_day_of_the_build_decides_overdue_and_nothing_else(review: Review) -> None:
    due = review.claims["lamp-and-tea"].review_by
    after = due + datetime.timedelta(days=1)
    assert claims_json(review, TODAY) == claims_json(review, due)
    assert claims_json(review, after) == claims_json(review, due).replace('"overdue": false', '"overdue": true')


def test_without_an_address_the_data_name_none(review: Review) -> None:
    read = json.loads(claims_json(review, TODAY))
    assert read["site"] is None
    assert read["claims"][0]["addresses"]["page"]["ja"] == "ja/claims/lamp-lifts-mood/"


def test_the_table_is_made_for_excel(review: Review) -> None:
    raw = claims_csv(assess(review), Publication(TODAY)).encode()
    assert raw.startswith(b"\xef\xbb\xbfid,code,") and raw.endswith(b"\r\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\t=", "'="])
def test_no_cell_is_a_formula(start: str, review: Review) -> None:
    text = f'{start}HYPERLINK("https://example.org/")'
    table = claims_csv(assess(with_text(review, text)), Publication(TODAY))
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
    assert sum(cell == f"'{text}" for cell in cells) == 8  # title, statement, short and answer in two languages
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]
    assert read_table(table)[1]["answer_ja"] == text


def test_hostile_text_stays_text(review: Review) -> None:
    hostile = with_text(review, HOSTILE + "\x00\x0b\ufffe")
    claim = json.loads(claims_json(hostile, TODAY))["claims"][1]
    assert claim["title"]["ja"] == HOSTILE + "\x00\x0b\ufffe"
    entry = ET.fromstring(feed(assess(hostile), Edition(TODAY, language="ja"))).findall(f"{ATOM}entry")[1]
    (summary,) = entry.findall(f"{ATOM}summary")
    assert summary.text == HOSTILE and len(summary) == 0
    page = dict(short_addresses(with_text(review, HOSTILE), Publication(TODAY)))["c/TEA-01/index.html"]
    assert "<script" not in page and Short(page).headings == ["TEA-01", HOSTILE, HOSTILE]


def schema_of(review: Review) -> Draft202012Validator:
    return validator(claim_schema(review.vocabulary))


@cache
def validator(text: str) -> Draft202012Validator:
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_editors_read(text: str) -> Any:
    """YAML as JSON Schema sees it: days are texts."""
    return json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=lambda day: day.isoformat()))


def test_every_claim_fits_the_schema() -> None:
    schema = schema_of(real_review())
    for claim_id in CLAIMS:
        record = as_editors_read((REAL_ROOT / f"claims/{claim_id}.yml").read_text(encoding="utf-8"))
        assert not [error.message for error in schema.iter_errors(record)], claim_id


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("level",), "proven"),
        (("topic",), "weather"),
        (("terms",), ["weather"]),
        (("code",), "lmp1"),
        (("reviewed",), "2026-02-30"),
        (("version",), 0),
        (("history",), []),
        (("title",), {"ja": "題名"}),
        (("title", "en"), "  "),
        (("mood",), "good"),
        (("answer", "fr"), "Oui."),
        (("evidence", 0, "direct"), "yes"),
        (("evidence", 0, "ref"), "Hikari 2020"),
        (("evidence", 0, "locator"), "somewhere"),
        (("evidence", 0, "effect", "measure"), "feeling"),
        (("evidence", 0, "effect", "outcome"), "joy"),
        (("said", 0, "words"), "x" * 61),
    ],
)
def test_a_broken_record_does_not_fit_the_schema(path: tuple[Any, ...], value: Any, review: Review) -> None:
    schema = schema_of(review)
    record = as_editors_read((ROOT / "tests/review/claims/lamp-lifts-mood.yml").read_text(encoding="utf-8"))
    assert schema.is_valid(record)
    place = record
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    assert not schema.is_valid(record)
    for required in ("code", "level", "history"):
        assert not schema.is_valid({k: v for k, v in record.items() if k != required})


def test_the_schema_describes_every_field() -> None:
    for record in json.loads(claim_schema(real_review().vocabulary))["$defs"].values():
        if "properties" not in record:
            assert record["description"] and ("enum" in record or "pattern" in record)
            continue
        assert record["additionalProperties"] is False
        for name, field in record["properties"].items():
            assert re.fullmatch(r"[A-Z].*\.", field["description"]), name


def test_the_schema_of_the_repository_is_up_to_date() -> None:
    """Its examples (keys and ids of the records) may lag: they forbid nothing, and a new source must not make it stale."""
    kept = json.loads((ROOT / "schema/claim.schema.json").read_text(encoding="utf-8"))
    assert without_examples(kept) == json.loads(claim_schema(real_review().vocabulary)), "stale: run `python -m tools schema`"
    offered = json.loads(editor_schema(real_review()))
    assert "深刻でない" in offered["$defs"]["Grade"]["properties"]["imprecision"]["markdownDescription"]
    assert offered["$defs"]["Evidence"]["properties"]["ref"]["$ref"] == "#/$defs/key"
    assert offered["$defs"]["key"]["examples"] == sorted(real_review().references)


def without_examples(schema: Any) -> Any:
    if isinstance(schema, dict):
        offered = ("examples", "defaultSnippets", "markdownDescription")
        return {name: without_examples(value) for name, value in schema.items() if name not in offered}
    return [without_examples(value) for value in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("site_url", ["", SITE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_atom(language: str, site_url: str) -> None:
    root = ET.fromstring(feed(real_assessed(), Edition(TODAY, site_url, language=language)))
    assert root.tag == f"{ATOM}feed" and root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == sum(len(claim.history) for claim in real_review().claims.values())
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated") or "")
        alternate = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternate) == 1 and alternate[0].get("hreflang") == language
        assert (alternate[0].get("href") or "").startswith(f"{site_url}{language}/" if site_url else ("claims/", "changes/"))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == real_review().article.review.author[language]
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True) and root.findtext(f"{ATOM}updated") == days[0]  # type: ignore[type-var]
    ids = [element.findtext(f"{ATOM}id") or "" for element in (root, *entries)]
    assert len(set(ids)) == len(ids)
    if not site_url:
        assert all(uuid.UUID(entry_id).version == 5 for entry_id in ids)
        assert not set(ids) & set(
            re.findall("<id>(.*)</id>", feed(real_assessed(), Edition(TODAY, language="en" if language == "ja" else "ja")))
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_reader_reads_it(language: str) -> None:
    read = feedparser.parse(feed(real_assessed(), Edition(TODAY, SITE, language=language)).encode())
    assert not read.bozo and read.version == "atom10"
    claim = real_review().claims[CLAIMS[0]]
    entry = next(entry for entry in read.entries if entry.title.startswith(f"{claim.code} "))
    assert entry.title.startswith(f"{claim.code} {claim.title[language]}")
    assert entry.summary == claim.history[0].change[language]
    assert entry.link == f"{SITE}{language}/claims/{CLAIMS[0]}/"


def test_a_new_version_leads_the_feed_and_leaves_the_old_ids(review: Review) -> None:
    claim = review.claims["tea-calms-mice"]
    new = dataclasses.replace(claim.history[0], version=2, date=datetime.date(2026, 2, 3), change=Text(ja="第二", en="Second"))
    changed = dataclasses.replace(claim, version=2, history=[*claim.history, new])
    later = dataclasses.replace(review, claims={**review.claims, "tea-calms-mice": changed})
    before, after = (ET.fromstring(feed(assess(state), Edition(TODAY, language="en"))) for state in (review, later))
    entries = after.findall(f"{ATOM}entry")
    assert entries[0].findtext(f"{ATOM}summary") == "Second" and after.findtext(f"{ATOM}updated") == "2026-02-03T00:00:00Z"
    old = [element.findtext(f"{ATOM}id") for element in before.iter(f"{ATOM}entry")]
    assert [entry.findtext(f"{ATOM}id") for entry in entries[1:]] == old


@pytest.mark.parametrize(
    ("now", "told", "marks"),
    [
        ({"level": "inconclusive", "certainty": "low"}, "{level}\n{certainty}", ["level", "certainty"]),
        ({"certainty": "low"}, "{certainty}", ["certainty"]),
        ({"answer": Text(ja="別", en="Other words")}, "", []),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_says_what_its_version_changed(
    language: Language, now: dict[str, Any], told: str, marks: list[str], review: Review
) -> None:
    """From the frozen version before it; the first version has none, and nothing to tell."""
    claim = review.claims["tea-calms-mice"]
    frozen = FrozenVersion(snapshot(assess(review), "tea-calms-mice"), {})
    second = dataclasses.replace(claim.history[0], version=2, date=datetime.date(2026, 2, 3), change=Text(ja="第二", en="Second"))
    changed = dataclasses.replace(claim, version=2, history=[*claim.history, second], **now)
    claims = {**review.claims, "tea-calms-mice": changed}
    later = dataclasses.replace(review, claims=claims, archive={"tea-calms-mice": {1: frozen}})
    entries = ET.fromstring(feed(assess(later), Edition(TODAY, language=language))).findall(f"{ATOM}entry")
    level = {"ja": "科学的根拠の強さ: 前臨床のみ → 結論が出ていない", "en": "Level of evidence: Preclinical only → Inconclusive"}
    certainty = {"ja": "確実性: 推定値なし → 低い", "en": "Certainty: No estimate → Low"}
    lines = [second.change[language], *told.format(level=level[language], certainty=certainty[language]).splitlines()]
    assert (entries[0].findtext(f"{ATOM}summary") or "").splitlines() == lines
    assert [mark.get("term") for mark in entries[0].findall(f"{ATOM}category")] == marks
    assert not [mark for entry in entries[1:] for mark in entry.findall(f"{ATOM}category")]


class Short(HTMLParser):
    """What a test needs of a short page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))
        if tag in ("h1", "h2"):
            self.headings.append("")

    def handle_data(self, text: str) -> None:
        if self.found and self.found[-1][0] in ("h1", "h2") and text.strip():
            self.headings[-1] += text

    def all(self, tag: str, name: str) -> list[str | None]:
        return [attributes[name] for found, attributes in self.found if found == tag and name in attributes]


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_short_address(claim_id: str) -> None:
    claim = real_review().claims[claim_id]
    path = f"c/{claim.code}/index.html"
    page = Short(real_shorts()[path])
    goals = [f"{language}/claims/{claim_id}/index.html" for language in LANGUAGES]
    assert [urljoin(f"/{path}", href or "") for href in page.all("a", "href")] == [f"/{goal}" for goal in goals]
    refresh = [attributes["content"] for _, attributes in page.found if attributes.get("http-equiv") == "refresh"]
    assert refresh == [f"0; url=../../{goals[0]}"]
    assert page.headings == [claim.code, *(claim.title[language] for language in LANGUAGES)]
    assert "noindex" in page.all("meta", "content")
    assert f"{SITE}ja/claims/{claim_id}/" in page.all("link", "href")
    assert not page.all("script", "src") and "script" not in {tag for tag, _ in page.found}
    assert real_shorts()[path.lower()] == real_shorts()[path]  # for whoever types the code in small letters


def test_a_local_short_page_has_no_canonical_address(review: Review) -> None:
    assert not [page for _, page in short_addresses(review, Publication(TODAY)) if "canonical" in page]


def names_in(value: Any) -> set[str]:
    """Every key of the data that is neither a language nor data itself."""
    if isinstance(value, list):
        return set().union(*map(names_in, value))
    if isinstance(value, dict):
        return (value.keys() - set(LANGUAGES)).union(*map(names_in, value.values()))
    return set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_and_column_is_documented(language: str, rows: dict[str, Any]) -> None:
    text = (ROOT / f"docs/{language}/data.md").read_text(encoding="utf-8")
    of_outcomes = next(csv.reader(io.StringIO(outcomes_csv(real_assessed(), Publication(TODAY)).removeprefix("\ufeff"))))
    named = [*rows[CLAIMS[0]], *of_outcomes]
    columns = {re.sub(r"_(ja|en)$", "", name) for name in named if f"`{name}`" not in text}
    names = names_in(json.loads(real_files()["data/claims.json"])) | {"claim"} | columns
    records = json.loads(data_schema(real_review().vocabulary))["$defs"].values()
    names |= {field for record in records for field in record.get("properties", ())}
    assert not {name for name in names - set(LANGUAGES) if f"`{name}`" not in text}
