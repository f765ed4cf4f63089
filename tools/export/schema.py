"""The JSON Schema of a claim record, generated from its model, for editors and for other programs. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from tools.appraisal.estimate import SCALES
from tools.records.claim import Claim
from tools.records.tombstone import Tombstone
from tools.records.vocabulary import Vocabulary, Word
from tools.records.words import KEY_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Fields = dict[str, Any]
_LANGUAGES = {"ja": "In Japanese.", "en": "In English."}
_NOT_BLANK = r"\S"
_NULL = {"type": "null"}
_NUMBER = r"[-−]?\d+(\.\d+)?"
# What the model reads in code, in expressions that editors know.
_FORMS: Mapping[tuple[str, str], str] = {
    ("Outcome", "result"): rf"^({'|'.join(SCALES)}) {_NUMBER}( \({_NUMBER} to {_NUMBER}\))?$",
    ("Outcome", "heterogeneity"): rf"^(not-reported|I² {_NUMBER} ?%(; PI {_NUMBER} to {_NUMBER})?|PI {_NUMBER} to {_NUMBER})$",
}
# Record and field to the group of the vocabulary that its words are from.
_GROUPS: Mapping[tuple[str, str], str] = {
    ("Claim", "topic"): "topic",
    ("Claim", "terms"): "term",
    ("Claim", "harms"): "outcome",
    ("Effect", "measure"): "measure",
    ("Effect", "outcome"): "outcome",
    ("Rates", "outcome"): "outcome",
    ("Frequency", "outcome"): "outcome",
    ("Evidence", "harm"): "outcome",
    ("Evidence", "reports"): "outcome",
    ("Evidence", "by"): "reader",
    ("Evidence", "confirmed_by"): "reader",
    ("Claim", "judged_by"): "reader",
    ("SecondRead", "by"): "reader",
    ("Outcome", "outcome"): "outcome",
    ("Outcome", "scale"): "scale",
    ("Awaited", "outcome"): "outcome",
    ("Weighed", "outcomes"): "outcome",
    ("SetAside", "because"): "set-aside",
    ("SetAside", "outcomes"): "outcome",
}


def claim_schema(vocabulary: Vocabulary) -> str:
    """JSON Schema 2020-12 of `claims/<id>.yml`, a claim or what is left of one that was withdrawn, as JSON text.

    What the schema cannot say (that a level is not above its ceiling, that a named claim exists) is left to `check`.
    """
    return write(record_schema(vocabulary))


def record_schema(vocabulary: Vocabulary) -> Fields:
    """The same as data."""
    claim, tombstone = (schema_of(model, vocabulary) for model in (Claim, Tombstone))
    definitions: Fields = {**claim.pop("$defs"), **tombstone.pop("$defs")}
    return {
        "$schema": DIALECT,
        "title": "Claim",
        "description": f"{claim['description']} With `withdrawn`, what is left of one.",
        "if": {"type": "object", "required": ["withdrawn"]},
        "then": {"$ref": "#/$defs/Tombstone"},
        "else": {"$ref": "#/$defs/Claim"},
        "$defs": {"Claim": claim, "Tombstone": tombstone, **definitions},
    }


def schema_of(model: type, vocabulary: Vocabulary) -> Fields:
    """A record, and below `$defs` those that it holds, the words of the vocabulary, and the form of a key."""
    made = TypeAdapter(model).json_schema()
    records = {name: _record(name, schema, vocabulary) for name, schema in sorted(made.pop("$defs").items())}
    words = {group: _words(group, vocabulary) for group in dict.fromkeys(_GROUPS.values())}
    key = {"description": "The key of a source in `references/*.bib`.", "type": "string", "pattern": KEY_PATTERN}
    return {**_record(model.__name__, made, vocabulary), "$defs": {**records, **words, "key": key}}


def write(schema: Fields) -> str:
    """A schema as JSON text."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _record(name: str, schema: Mapping[str, Any], vocabulary: Vocabulary) -> Fields:
    """One record: its docstring's first paragraph, and every field with its words."""
    fields = {field: _field((name, field), value, vocabulary) for field, value in schema["properties"].items()}
    return {
        "description": " ".join(schema["description"].partition("\n\n")[0].split()),
        "type": "object",
        "properties": fields,
        "required": schema.get("required", []),
        "additionalProperties": schema["additionalProperties"],
    }


def _field(place: tuple[str, str], schema: Mapping[str, Any], vocabulary: Vocabulary) -> Fields:
    # The generated titles only say the field's name again; `null` as a default is what leaving the field out means.
    kept: Fields = {key: value for key, value in schema.items() if key != "title" and (key, value) != ("default", None)}
    made = {"description": kept.pop("description", _LANGUAGES.get(place[1], "")), **_keys(_refuse_blanks(kept))}
    if group := _GROUPS.get(place):
        return _narrowed(made, {"$ref": f"#/$defs/{group}"})
    if form := _FORMS.get(place):
        return _narrowed(made, {"type": "string", "pattern": form})
    return {**made, "pattern": _locator(made["pattern"], vocabulary)} if place == ("Evidence", "locator") else made


def _narrowed(schema: Fields, to: Fields) -> Fields:
    """A text, or each of a list, as one of some; it may be nothing where the record may leave it out."""
    kept = {key: value for key, value in schema.items() if key in ("description", "default")}
    if schema.get("type") == "array":
        return {**kept, "type": "array", "items": to}
    return {**kept, "anyOf": [to, _NULL]} if "anyOf" in schema else {**kept, **to}


def _keys(schema: Any) -> Any:
    """Every key of a source by reference, so that what an editor offers for one is written once."""
    if isinstance(schema, list):
        return [_keys(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: _keys(part) for name, part in schema.items()}
    if made.get("pattern") != KEY_PATTERN:
        return made
    return {name: part for name, part in made.items() if name not in ("type", "pattern")} | {"$ref": "#/$defs/key"}


def _refuse_blanks(schema: Fields) -> Fields:
    """A text of spaces is empty: the model strips it before it counts characters."""
    if schema.get("type") == "string" and "minLength" in schema:
        return {**schema, "pattern": _NOT_BLANK}
    return schema


def _words(group: str, vocabulary: Vocabulary) -> Fields:
    """Words as an editor offers them, each with what it means in both languages where the vocabulary says so."""
    words: Mapping[str, object] = getattr(vocabulary, group.replace("-", "_"))
    told = [f"{w.label.en}: {w.definition.en} / {w.label.ja}: {w.definition.ja}" for w in words.values() if isinstance(w, Word)]
    explained = {"enumDescriptions": told} if told else {}
    return {"description": f"A word of `{group}:` in vocabulary.yml.", "type": "string", "enum": list(words), **explained}


def _locator(pattern: str, vocabulary: Vocabulary) -> str:
    """A locator starts with a word of the vocabulary; what may follow is the model's."""
    # Words of any other form match no locator, and an escaped hyphen is no expression that a browser reads.
    words = "|".join(word for word in vocabulary.locator if re.fullmatch("[a-z-]+", word))
    return pattern.replace("^[a-z-]+", f"^({words})", 1)
