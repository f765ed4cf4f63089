"""What programs read of a claim that was renamed or withdrawn: its data, its citations, its entries in the feeds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.test_data_contract import assert_fits, files
from tests.test_data_exports import as_editors_read, schema_of
from tests.test_former import NEW, OLD, _today, cited, run, site  # noqa: F401 (fixtures)
from tools.records.load import load

WHY = ("--reason-ja", "問いが誤り。", "--reason-en", "The wrong question.")


def test_the_data_of_a_withdrawn_claim_say_that_it_was(cited: Path) -> None:  # noqa: F811
    before = set(files(cited))
    run(cited, "rename", OLD, NEW)
    run(cited, "withdraw", "tea-approval", *WHY, "--replaced-by", "TEA-02")
    assert_fits(cited)
    data = files(cited)
    assert before < set(data)
    (gone,) = data["data/claims.json"]["withdrawn"]
    assert (gone["id"], gone["code"], gone["withdrawn"]["replaced_by"]) == ("tea-approval", "TEA-03", "tea-calms-mice")
    assert "tea-approval" not in [claim["id"] for claim in data["data/claims.json"]["claims"]]
    assert data["data/claims/tea-approval.json"]["tombstone"] == gone
    assert data[f"data/claims/{OLD}.json"] == data[f"data/claims/{NEW}.json"]


def test_every_file_of_a_claim_answers_after_it_was_renamed_and_withdrawn(cited: Path) -> None:  # noqa: F811
    before = site(cited)
    for name in ("tea-b", "tea-c"):
        assert run(cited, "rename", "TEA-03", name) == 0 and run(cited, "release", name) == 0
    run(cited, "withdraw", "tea-c", *WHY)
    after = site(cited)
    assert before.keys() <= after.keys()
    for name in ("tea-approval", "tea-b", "tea-c"):  # what was published last
        assert after[f"data/claims/{name}.en.ris"] == after["data/claims/tea-c.v3.en.ris"]
        assert "WITHDRAWN: Recognition of tea" in after[f"en/claims/{name}.md"]


def test_entries_of_a_feed_keep_the_code_of_their_day(cited: Path) -> None:  # noqa: F811
    entries = "<id>(.*)</id>\n    <title>(.*)</title>"
    before = re.findall(entries, site(cited)["en/feed.xml"])
    run(cited, "rename", "LMP-01", "LMP-77")
    run(cited, "release", OLD)
    after = re.findall(entries, site(cited)["en/feed.xml"])
    assert set(before) < set(after) and [title[:6] for id_, title in after if (id_, title) not in before] == ["LMP-77"]


@pytest.mark.parametrize("slip", ["", "code: TEA-03\n", "  reason:", "level: supported\n"])
def test_the_schema_knows_a_claim_that_was_withdrawn(slip: str, cited: Path) -> None:  # noqa: F811
    review, _ = load(cited)
    assert review
    schema = schema_of(review)
    run(cited, "withdraw", "tea-approval", *WHY)
    text = (cited / "claims/tea-approval.yml").read_text(encoding="utf-8")
    changed = text.replace(slip, "  because:" if slip.startswith(" ") else "") if slip in text else text + slip
    found = [error.message for error in schema.iter_errors(as_editors_read(changed))]
    assert bool(found) == bool(slip), found
    assert json.dumps(schema.schema["then"]) == '{"$ref": "#/$defs/Tombstone"}'
