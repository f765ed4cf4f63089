"""The schema of a record with what an editor can offer beyond it: keys, ids and searches, and whole outcomes. Pure."""

from __future__ import annotations

from tools.export.schema import Fields, record_schema, write
from tools.records.claim import Review

# What an editor writes where somebody chooses it; `$1` and what follows are the places that are then filled in one by one.
_FROM_A_TABLE: Fields = {
    "label": "outcome from a published table / 発表された表からアウトカムを書く",
    "description": "One row of a summary of findings: copy the result as printed. / 表の一行。値は印刷のとおりに写します。",
    "body": {
        "outcome": "$1",
        "at": "${2:end}",
        "source": "$3",
        "result": "${4:RR 1.80 (1.40 to 2.30)}",
        "studies": "${5:14}",
        "participants": "${6:2100}",
        "heterogeneity": "${7:I² 61%}",
        "without": {"per100": "${8:20}", "source": "$3"},
        "grade": {
            "risk-of-bias": "${9:0}",
            "inconsistency": "${10:0}",
            "indirectness": "${11:0}",
            "imprecision": "${12:0}",
            "publication-bias": "${13:0}",
        },
    },
}
_NOT_MEASURED: Fields = {
    "label": "outcome that nobody measured / 測った研究が見つからないアウトカム",
    "description": "With the documented search that found none. / 見つからなかった検索の記録を添えます。",
    "body": {"outcome": "$1", "at": "${2:end}", "found": "none", "searched": "$3"},
}


def editor_schema(review: Review) -> str:
    """The schema of a record, as JSON text, with examples and snippets.

    Examples forbid nothing, so that a record may name a source that is added in the same change.
    """
    schema = record_schema(review.vocabulary)
    fields, outcome = schema["properties"], schema["$defs"]["Outcome"]["properties"]
    schema["$defs"]["key"]["examples"] = sorted(review.references)
    for name in ("requires", "related", "also"):
        fields[name]["items"]["examples"] = list(review.claims)
    for place in (fields["searches"]["items"], fields["absence"], outcome["searched"]):
        place["examples"] = sorted(review.searches)
    fields["outcomes"]["items"]["defaultSnippets"] = [_FROM_A_TABLE, _NOT_MEASURED]
    return write(schema)
