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
        "studies": "${7:14}",
        "participants": "${8:2100}",
        "heterogeneity": "${9:I² 61%}",
        "without": {"per100": "${10:20}", "source": "$3"},
        "grade": {
            "risk-of-bias": "${11:0}",
            "inconsistency": "${12:0}",
            "indirectness": "${13:0}",
            "imprecision": "${14:0}",
            "publication-bias": "${15:0}",
        },
        "rated": [{"by": "$3", "as": "${16:low}"}],
        "second_read": "none",
    },
}
_SCORES: Fields = {
    "label": "scores from a published table (MD, SMD) / 表の点数の差(MD、SMD)を書く",
    "description": "The same with the scale and the better values. / 尺度と、どちらの値が有利かも書きます。",
    "body": {
        **{name: _FROM_A_TABLE["body"][name] for name in ("outcome", "at", "source")},
        "result": "${4:MD -3.4 (-4.9 to -1.9)}",
        "better": "${5:lower}",
        "scale": "$6",
        **{
            name: _FROM_A_TABLE["body"][name]
            for name in ("studies", "participants", "heterogeneity", "grade", "rated", "second_read")
        },
    },
}
_NOT_MEASURED: Fields = {
    "label": "outcome that nobody measured / 測った研究が見つからないアウトカム",
    "description": "With the documented search that found none. / 見つからなかった検索の記録を添えます。",
    "body": {"outcome": "$1", "at": "${2:end}", "found": "none", "searched": "$3", "second_read": "none"},
}
# What the fields of an outcome are in Japanese, beside the English that the records give.
_STEPS = "0 深刻でない、1 深刻、2 非常に深刻、3 極めて深刻。"
_IN_JAPANESE = {
    "Outcome": {
        "outcome": "測ったもの。vocabulary.yml の語。",
        "at": "いつ測ったか。治療の終わり（end）か、何か月後か（90日なら m3）。",
        "source": "値を使う資料。直接の根拠の一つ。",
        "result": "指標、値、区間を、印刷のとおりに。",
        "better": "MD、SMD、RDで、どちらの値が有利か。",
        "studies": "統合した研究の数。",
        "participants": "人数。",
        "heterogeneity": "印刷されたばらつき。",
        "without": "治療なしの場合の割合。",
        "grade": "五つの領域で、確実性を下げる段数。",
        "up": "確実性を上げる理由。",
        "rated": "発表された確実性の評価、すべて。",
        "found": "出典の代わりに。推定値のある研究が見つからない。",
        "searched": "見つからなかった検索。",
        "second_read": "判定の読み直し。書かなければ、主張に書いたものがこのアウトカムにも及ぶ。まだなら none。",
    },
    "Baseline": {
        "per100": "治療なしで、100人のうち何人か。1000人あたり314人なら31.4。",
        "source": "それを報告する資料。推定値と同じか、重なる統合。",
    },
    "Grade": {
        "risk-of-bias": f"バイアスのリスク。{_STEPS}読み取れなければ unseen。",
        "inconsistency": f"非一貫性。{_STEPS}",
        "indirectness": f"非直接性。{_STEPS}",
        "imprecision": f"不精確さ。{_STEPS}",
        "publication-bias": f"出版バイアス。{_STEPS}",
    },
}


def editor_schema(review: Review) -> str:
    """The schema of a record, as JSON text, with examples and snippets.

    Examples forbid nothing, so that a record may name a source that is added in the same change.
    """
    schema = record_schema(review.vocabulary)
    fields, outcome = (schema["$defs"][name]["properties"] for name in ("Claim", "Outcome"))
    schema["$defs"]["key"]["examples"] = sorted(review.references)
    for name in ("requires", "related", "also"):
        fields[name]["items"]["examples"] = list(review.claims)
    schema["$defs"]["Withdrawal"]["properties"]["replaced_by"]["examples"] = list(review.claims)
    for place in (fields["searches"]["items"], fields["absence"], outcome["searched"]):
        place["examples"] = sorted(review.searches)
    for record, said in _IN_JAPANESE.items():
        for name, japanese in said.items():
            field = schema["$defs"][record]["properties"][name]
            field["markdownDescription"] = f"{field['description']} / {japanese}"  # editors show it in place of the other
    fields["outcomes"]["items"]["defaultSnippets"] = [_FROM_A_TABLE, _SCORES, _NOT_MEASURED]
    return write(schema)
