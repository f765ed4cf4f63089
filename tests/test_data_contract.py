"""The data against their own schema, and what they say of a claim and its outcomes."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import MINIATURE, REAL_ROOT, TODAY
from tests.recompute.claim import recompute
from tools.appraisal.assess import Assessed, assess
from tools.edition import Publication
from tools.export import export_root
from tools.export.contract import CONTRACT
from tools.export.data import data_files
from tools.export.data_schema import data_schema
from tools.export.editor_schema import editor_schema
from tools.export.outcomes_table import outcomes_csv
from tools.export.schema import claim_schema
from tools.records.claim import Review
from tools.records.load import load
from tools.records.words import LANGUAGES


def assessed(root: Path) -> Assessed:
    review, problems = load(root)
    assert review and not problems, problems
    return assess(review)


def files(root: Path) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in data_files(assessed(root), Publication(TODAY))}


def claims(root: Path) -> dict[str, Any]:
    return {claim["id"]: claim for claim in files(root)["data/claims.json"]["claims"]}


def table(root: Path) -> list[dict[str, str]]:
    text = outcomes_csv(assessed(root), Publication(TODAY)).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@cache
def validator(schema: str) -> Draft202012Validator:
    """The schema as a reader must take it who wants to know every field: none may be there that it does not describe."""
    made = json.loads(schema)
    Draft202012Validator.check_schema(made)
    for record in (made, *made["$defs"].values()):
        if "properties" in record:
            record["additionalProperties"] = False
    return Draft202012Validator(made, format_checker=Draft202012Validator.FORMAT_CHECKER)


def assert_fits(root: Path) -> None:
    schema = validator(data_schema(assessed(root).review.vocabulary))
    for path, data in files(root).items():
        assert not [(error.json_path, error.message) for error in schema.iter_errors(data)], path


@pytest.mark.parametrize("root", [REAL_ROOT, MINIATURE], ids=["real", "invented"])
def test_the_data_fit_their_schema(root: Path) -> None:
    assert_fits(root)


def test_the_data_of_judged_claims_fit_their_schema(judged: Path) -> None:
    assert_fits(judged)


def test_the_schema_of_the_data_describes_every_field_and_refuses_what_is_missing(judged: Path) -> None:
    schema = json.loads(data_schema(assessed(judged).review.vocabulary))
    for name, record in [("", schema), *schema["$defs"].items()]:
        fields = record.get("properties", {})
        assert all(field["description"].endswith(".") for field in fields.values()), name
        assert set(record.get("required", ())) == set(fields) - (
            {"claims", "withdrawn", "claim", "tombstone"} if record is schema else set()
        ), name
    data = files(judged)["data/claims/lamp-by-outcome.json"]
    plain = Draft202012Validator(schema)
    assert plain.is_valid(data | {"unheard-of": 1})
    for place, field in ((data, "licence"), (data["claim"], "judgement"), (data["claim"]["outcomes"][0], "absolute")):
        kept = place.pop(field)
        assert not plain.is_valid(data), field
        place[field] = kept
    assert not plain.is_valid(data | {"contract": CONTRACT - 1}) and plain.is_valid(data)


def test_an_outcome_is_as_recorded_and_as_computed(judged: Path) -> None:
    """RR 1.80 (1.40 to 2.30) at 20 of 100, two steps of which one is lowered."""
    claim = claims(judged)["lamp-by-outcome"]
    one = claim["outcomes"][0]
    assert one["result"] == "RR 1.80 (1.40 to 2.30)" and one["grade"]["risk-of-bias"] == 0
    assert one["rated"] == [{"by": "kiri2023lamps", "as": "moderate", "studies": 14}]
    assert one["estimate"] == {"measure": "RR", "value": 1.8, "low": 1.4, "high": 2.3}
    assert one["absolute"] == {"per": 100, "without": 20, "with": 36, "difference": 16, "low": 8, "high": 26}
    assert (one["body"], one["people"], one["side"], one["critical"], one["carries"]) == (
        "randomised",
        2100,
        "benefit",
        True,
        True,
    )
    assert (one["certainty"], one["size"], one["favour"]) == ("moderate", "some", "for")
    assert one["graded"]["start"] == "high" and one["graded"]["steps"]["inconsistency"] == 1
    assert one["sentence"]["en"].startswith("Probably more people respond") and "反応する人は" in one["sentence"]["ja"]
    assert one["numbers"]["en"].startswith("Of 100 people: 20 with a sham light, 36 with the lamp")
    missing = claim["outcomes"][3]
    assert (missing["found"], missing["certainty"], missing["absolute"], missing["favour"]) == ("none", None, None, "neither")
    assert missing["sentence"]["en"] == "No study was found that measured this."


def test_a_claim_says_its_judgement_and_who_spoke(judged: Path) -> None:
    found = claims(judged)
    claim = found["lamp-by-outcome"]
    assert claim["judgement"] == {
        "level": "established", "certainty": "moderate", "carried_by": [{"outcome": "response", "at": "end"}],
        "flags": ["disputed"], "why": None, "floor_reasons": {},
    }  # fmt: skip
    first = claim["voices"][0]
    assert (first["ref"], first["authority"], first["position"]) == ("akarioffice2024notice", "Office of Lamps", "for-some")
    assert (first["in_force"], first["vote"]) == (True, "accepts")
    assert {voice["ref"]: voice["vote"] for voice in claim["voices"]}["lampsellers2020view"] is None
    places = {item["ref"]: item["place"] for item in claim["evidence"]}
    assert (places["nobi2018lamp"], places["soto2024null"], places["akari2021lamps"]) == ("pooled", "weighed", None)
    fewer = found["lamp-fewer"]["judgement"]
    assert fewer["why"] == "one-study"
    assert fewer["floor_reasons"]["imprecision"]["en"] == "Fewer than 400 people were studied: Stopping 380."
    assert found["lamp-rule"]["judgement"]["level"] == found["lamp-rule"]["ceiling"] == "documented"
    assert found["lamp-harm"]["judgement"]["level"] == "established" and not found["lamp-harm"]["outcomes"]


def assert_recomputed(root: Path) -> None:
    """What the files say of a claim is what a script finds that reads the records alone."""
    again = recompute(root)
    for claim_id, claim in claims(root).items():
        told, other = claim["judgement"], again[claim_id]
        assert (told["level"], told["certainty"], set(told["flags"])) == (other["level"], other["certainty"], other["flags"])
        for one, mine in zip(claim["outcomes"], other["outcomes"], strict=True):
            assert (one["outcome"], one["at"], one["certainty"], one["size"]) == (mine.name, mine.at, mine.certainty, mine.size)
            numbers = one["absolute"] or {}
            shown = tuple(numbers[name] for name in ("per", "without", "with", "difference") if name in numbers)
            ends = tuple(numbers[name] for name in ("low", "high") if numbers.get(name) is not None)
            assert (shown + ends or None) == mine.absolute, (claim_id, one["outcome"])


def test_the_data_of_the_real_claims_are_recomputed() -> None:
    assert_recomputed(REAL_ROOT)


def test_the_data_of_the_invented_claims_are_recomputed(judged: Path) -> None:
    assert_recomputed(judged)


def test_the_outcomes_of_the_invented_claims_as_a_table(judged: Path, golden) -> None:
    published = Publication(TODAY, "https://example.org/review/")
    golden("golden/data/outcomes.csv", outcomes_csv(assessed(judged), published).replace("\r\n", "\n"))


def test_the_table_says_what_the_data_say(judged: Path) -> None:
    rows, found = table(judged), claims(judged)
    assert len(rows) == sum(len(claim["outcomes"]) for claim in found.values()) > 10
    for row, (claim, one) in zip(rows, [(c, one) for c in found.values() for one in c["outcomes"]], strict=True):
        assert (row["claim"], row["outcome"], row["at"]) == (claim["id"], one["outcome"], one["at"])
        for part, names in (("absolute", ("per", "without", "with", "difference")), ("estimate", ("measure", "value", "low"))):
            assert [row[name] for name in names] == [str(one[part][name]) if one[part] and one[part][name] is not None else ""
                                                     for name in names]  # fmt: skip
        for name in ("certainty", "size", "favour", "source", "participants"):
            assert row[name] == str(one[name] or ""), name
        for language in LANGUAGES:
            assert row[f"sentence_{language}"] == (one["sentence"][language] if one["sentence"] else "")
        for domain, steps in (one["grade"] or {}).items():
            assert row[domain] == str(steps)


def test_every_column_is_filled_somewhere(judged: Path) -> None:
    """A column that leads nowhere would stay empty in silence."""
    rows = table(judged)
    assert not [name for name in rows[0] if not any(row[name] for row in rows)]


def test_a_negative_number_stays_a_number(judged: Path) -> None:
    (mood,) = [row for row in table(judged) if row["outcome"] == "mood"]
    assert (mood["value"], mood["result"]) == ("-3.4", "MD -3.4 (-4.9 to -1.9)")


def test_without_an_outcome_the_table_is_its_header(review: Review) -> None:
    descriptions = {name: claim for name, claim in review.claims.items() if claim.is_description}
    text = outcomes_csv(assess(replace(review, claims=descriptions)), Publication(TODAY))
    assert text.count("\r\n") == 1 and text.startswith("\ufeffclaim,code,")


def test_all_files_of_the_data_are_there(judged: Path) -> None:
    found = {path for path, _ in export_root(assessed(judged), Publication(TODAY))}
    assert {"data/outcomes.csv", "data/schema/data.schema.json", "data/schema/claim.schema.json"} <= found


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("result", "MD −3.4 (−4.9 to −1.9)", "MD -3.4 (-4.9, -1.9)"),
        ("result", "proportion 66.5", "60%"),
        ("heterogeneity", "I² 61%; PI 0.80 to 3.90", "I2=61"),
        ("outcome", "remission", "joy"),
        ("scale", None, "red"),
        ("at", "m12", "later"),
        ("source", "akari2021lamps", "Akari 2021"),
        ("grade", None, {"risk-of-bias": 0}),
    ],
)
def test_an_editor_sees_a_slip_in_an_outcome(field: str, good: object, bad: object, judged: Path) -> None:
    schema = json.loads(claim_schema(assessed(judged).review.vocabulary))
    one = Draft202012Validator({"$ref": "#/$defs/Outcome", "$defs": schema["$defs"]})
    record = {"outcome": "response", "source": "akari2021lamps", "result": "RR 1.80 (1.40 to 2.30)"}
    assert one.is_valid(record | {field: good}) and not one.is_valid(record | {field: bad})


def test_what_an_editor_offers_for_an_outcome_is_one(judged: Path) -> None:
    """All snippets, filled in as an editor would leave them, fit the schema; every word is explained in both languages."""
    review = assessed(judged).review
    schema = json.loads(editor_schema(review))
    one = Draft202012Validator({"$ref": "#/$defs/Outcome", "$defs": schema["$defs"]})
    for snippet in schema["$defs"]["Claim"]["properties"]["outcomes"]["items"]["defaultSnippets"]:
        assert one.is_valid(chosen(snippet["body"])), snippet["label"]
    words = schema["$defs"]["outcome"]
    assert len(words["enum"]) == len(words["enumDescriptions"]) == len(review.vocabulary.outcome)
    assert words["enumDescriptions"][words["enum"].index("burn")] == "Burn: A burn. / やけど: やけど。"
    assert schema["$defs"]["key"]["examples"] == sorted(review.references)


def chosen(body: Any) -> Any:
    """A snippet with its defaults, numbers as numbers, and a word for each place that has none."""
    if isinstance(body, dict):
        return {name: chosen(value) for name, value in body.items()}
    if isinstance(body, list):
        return [chosen(value) for value in body]
    text = str(body).removeprefix("${").removesuffix("}").partition(":")[2] if body.startswith("${") else body
    known = {"$1": "response", "$3": "akari2021lamps", "$6": "blue"}
    return known.get(text, int(text) if text.isdigit() else text)
