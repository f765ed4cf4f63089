"""The JSON Schema of a claim record, generated from its model, for editors and for other programs. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter

from tools.records.claim import Claim, Review
from tools.records.vocabulary import Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LANGUAGES = {"ja": "In Japanese.", "en": "In English."}
_NOT_BLANK = r"\S"


def claim_schema(vocabulary: Vocabulary) -> str:
    """JSON Schema 2020-12 of `claims/<id>.yml`, as JSON text.

    What the schema cannot say (that a level is not above its ceiling, that a named claim exists) is left to `check`.
    """
    model = TypeAdapter(Claim).json_schema()
    definitions = {name: _record(name, schema, vocabulary) for name, schema in sorted(model.pop("$defs").items())}
    schema = {"$schema": DIALECT, "title": "Claim", **_record("Claim", model, vocabulary), "$defs": definitions}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def editor_schema(review: Review) -> str:
    """The same schema with what an editor can offer beyond it: the keys, ids and searches of this review, as examples.

    Examples forbid nothing, so that a record may name a source that is added in the same change.
    """
    schema = json.loads(claim_schema(review.vocabulary))
    fields, evidence = schema["properties"], schema["$defs"]["Evidence"]["properties"]
    evidence["ref"]["examples"] = sorted(review.references)
    outcome = schema["$defs"]["Outcome"]["properties"]
    outcome["source"]["examples"] = sorted(review.references)
    outcome["searched"]["examples"] = sorted(review.searches)
    for name in ("requires", "related"):
        fields[name]["items"]["examples"] = list(review.claims)
    fields["searches"]["items"]["examples"] = fields["absence"]["examples"] = sorted(review.searches)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _record(name: str, schema: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """One record: its docstring's first paragraph, and every field with its words."""
    fields = {}
    for field, value in schema["properties"].items():
        fields[field] = _field(name, field, value)
        if words := _VOCABULARY.get((name, field)):
            fields[field] = words(fields[field], vocabulary)
    return {
        "description": _first_paragraph(schema["description"]),
        "type": "object",
        "properties": fields,
        "required": schema.get("required", []),
        "additionalProperties": schema["additionalProperties"],
    }


def _field(name: str, field: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    # The generated titles only say the field's name again; `null` as a default is what leaving the field out means.
    kept = {key: value for key, value in schema.items() if key != "title" and (key, value) != ("default", None)}
    description = kept.pop("description", _LANGUAGES.get(field, ""))
    return {"description": description, **_refuse_blanks(kept)}


def _refuse_blanks(schema: dict[str, Any]) -> dict[str, Any]:
    """A text of spaces is empty: the model strips it before it counts characters."""
    if schema.get("type") == "string" and "minLength" in schema:
        return {**schema, "pattern": _NOT_BLANK}
    return schema


def _first_paragraph(text: str) -> str:
    return " ".join(text.partition("\n\n")[0].split())


def _word(words: Callable[[Vocabulary], Mapping[str, object]]) -> Callable[[dict[str, Any], Vocabulary], dict[str, Any]]:
    """A field that holds one word of the vocabulary."""
    return lambda schema, vocabulary: (
        {key: value for key, value in schema.items() if key != "pattern"} | {"enum": list(words(vocabulary))}
    )


def _terms(schema: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    return {**schema, "items": {"type": "string", "enum": list(vocabulary.term)}}


def _locator(schema: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """A locator starts with a word of the vocabulary; what may follow is the model's."""
    # Words of any other form match no locator, and an escaped hyphen is no expression that a browser reads.
    words = "|".join(word for word in vocabulary.locator if re.fullmatch("[a-z-]+", word))
    return {**schema, "pattern": schema["pattern"].replace("^[a-z-]+", f"^({words})", 1)}


def _reader(schema: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """Who reads is optional: a word of the vocabulary, or nothing."""
    return {"description": schema["description"], "enum": [*vocabulary.reader, None]}


_VOCABULARY: Mapping[tuple[str, str], Callable[[dict[str, Any], Vocabulary], dict[str, Any]]] = {
    ("Claim", "topic"): _word(lambda vocabulary: vocabulary.topic),
    ("Claim", "terms"): _terms,
    ("Effect", "measure"): _word(lambda vocabulary: vocabulary.measure),
    ("Effect", "outcome"): _word(lambda vocabulary: vocabulary.outcome),
    ("Rates", "outcome"): _word(lambda vocabulary: vocabulary.outcome),
    ("Evidence", "locator"): _locator,
    ("Evidence", "harm"): _word(lambda vocabulary: vocabulary.outcome),
    ("Outcome", "outcome"): _word(lambda vocabulary: vocabulary.outcome),
    ("SetAside", "because"): _word(lambda vocabulary: vocabulary.set_aside),
    ("Evidence", "by"): _reader,
    ("Evidence", "confirmed_by"): _reader,
    ("Condition", "design"): _word(lambda vocabulary: vocabulary.design),
    ("Condition", "species"): _word(lambda vocabulary: vocabulary.species),
}
