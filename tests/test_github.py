"""The forms that claim pages link to exist, with the fields that the links fill in."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from tests.conftest import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("form", [form for form in FORMS if form.name != "config.yml"], ids=lambda form: form.name)
def test_a_form_speaks_both_languages_and_asks_for_the_claim(form) -> None:
    found = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= found.keys() and " / " in found["name"]
    fields = {field["id"]: field for field in found["body"]}
    assert "claim" in fields
    assert all(" / " in field["attributes"]["label"] for field in fields.values())


def test_every_form_that_a_page_links_to_exists() -> None:
    text = (ROOT / "tools/templates/claim.md").read_text(encoding="utf-8")
    linked = re.findall(r"template=([a-z-]+\.yml)&amp;([a-z-]+)=", text)
    assert len(linked) == 2
    for name, field in linked:
        form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / name).read_text(encoding="utf-8"))
        assert field in {entry["id"] for entry in form["body"]}


def test_the_template_of_a_pull_request_has_four_boxes() -> None:
    assert (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8").count("- [ ] ") == 4


def test_the_editor_is_shown_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    (path,) = settings["yaml.schemas"]
    assert (ROOT / path).is_file()
