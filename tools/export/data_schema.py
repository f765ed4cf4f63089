"""The JSON Schema of the data: the records' own fields, and what is computed beside them. Pure."""

from __future__ import annotations

from tools.export.contract import ComputedClaim, ComputedEvidence, ComputedOutcome, Header
from tools.export.schema import DIALECT, Fields, record_schema, schema_of, write
from tools.records.vocabulary import Vocabulary

_ID = {"description": "The claim's name in addresses and file names.", "type": "string"}
# What a record may say once for several outcomes stands in each of them in the data.
_GIVEN = {
    "Claim": "Of a harm or a description: the second reading of the judgement.",
    "Outcome": "The second reading of this judgement.",
}


def data_schema(vocabulary: Vocabulary) -> str:
    """JSON Schema 2020-12 of `data/claims.json` and `data/claims/<id>.json`, as JSON text.

    Every field is always there, and others may come: what a reader does not know is to be passed over.
    """
    definitions: Fields = record_schema(vocabulary)["$defs"]
    for name, description in _GIVEN.items():
        field = definitions[name]["properties"]["second_read"]
        field |= {"description": description, "anyOf": [one for one in field["anyOf"] if "const" not in one]}
    claim, tombstone = (_named(definitions[name]) for name in ("Claim", "Tombstone"))
    for model in (ComputedClaim, ComputedEvidence, ComputedOutcome, Header):
        made = schema_of(model, vocabulary)
        definitions |= made.pop("$defs")
        definitions[model.__name__] = made
    claim = _joined(claim, definitions.pop("ComputedClaim"))
    for name in ("Evidence", "Outcome"):
        definitions[name] = _joined(definitions[name], definitions.pop(f"Computed{name}"))
    definitions |= {"Claim": claim, "Tombstone": tombstone}
    header: Fields = definitions.pop("Header")
    one, gone = {"$ref": "#/$defs/Claim"}, {"$ref": "#/$defs/Tombstone"}
    top = {
        **header["properties"],
        "claims": {"description": "Every claim, in the order of the codes.", "type": "array", "items": one},
        "withdrawn": {"description": "Every claim that was withdrawn.", "type": "array", "items": gone},
        "claim": {"description": "One claim.", **one},
        "tombstone": {"description": "One claim that was withdrawn.", **gone},
    }
    schema = {
        "$schema": DIALECT,
        "title": "Data",
        "description": header["description"],
        "type": "object",
        "properties": top,
        "required": list(header["properties"]),
        "oneOf": [{"required": ["claims", "withdrawn"]}, {"required": ["claim"]}, {"required": ["tombstone"]}],
        "$defs": {name: _whole(definition) for name, definition in sorted(definitions.items())},
    }
    return write(schema)


def _named(record: Fields) -> Fields:
    """A record as the data have it: by its id."""
    return {**record, "properties": {"id": _ID, **record["properties"]}}


def _joined(record: Fields, computed: Fields) -> Fields:
    """A record with what is computed of it."""
    return {**record, "type": "object", "properties": {**record["properties"], **computed["properties"]}}


def _whole(definition: Fields) -> Fields:
    """Every field is there, and more may come. (A word has no fields.)"""
    if "properties" not in definition:
        return definition
    kept = {key: value for key, value in definition.items() if key != "additionalProperties"}
    return {**kept, "required": list(definition["properties"])}
