"""The claims as one table, a row each, for people who open it in a spreadsheet; and how any table is written. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from tools.appraisal.assess import DIRECTIONS, Assessed, Judged
from tools.edition import Publication
from tools.pages.versions import is_overdue
from tools.records.words import LANGUAGES

# Opened by a double click, Excel in Japan reads a file without this mark as Shift_JIS, and every Japanese word is lost.
# Programs that read UTF-8 skip it (`utf-8-sig` in Python).
_MARK = "\ufeff"
# A cell that begins so is run as a formula; the full-width forms are, too, where Japanese is typed. An apostrophe counts among
# them so that taking one away always gives the text back.
_FORMULA = tuple("=+-@'＝＋－＠")
Cell = str | int | float | None
_TEXTS = ("title", "statement", "context", "short", "answer", "appraisal", "unknown", "would_change", "level_note")


def claims_csv(assessed: Assessed, publication: Publication) -> str:
    """`data/claims.csv`: one row a claim, in the order of their codes; both languages stand in columns.

    Lists are joined with "; ". The lines end in CR LF, as RFC 4180 has it.
    """
    rows = [_row(judged, publication) for judged in assessed.claims.values()]
    return write_table(list(rows[0]), rows)


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """A table as text. Numbers are written as such, nothing as an empty cell, and no text is taken for a formula."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows({name: _inert(value) if isinstance(value, str) else value for name, value in row.items()} for row in rows)
    return _MARK + text.getvalue()


def _inert(value: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before what could be one."""
    return f"'{value}" if value.lstrip().startswith(_FORMULA) else value


def _row(judged: Judged, publication: Publication) -> Mapping[str, Cell]:
    claim_id, claim = judged.id, judged.claim
    row: dict[str, Cell] = {"id": claim_id, "code": claim.code, "topic": claim.topic, "kind": claim.kind}
    row |= {
        "level": claim.level,
        "ceiling": judged.ceiling,
        "contradicted": yes(judged.contradicted),
        "certainty": claim.certainty,
        "carried_by": joined(f"{one.outcome.outcome} {one.outcome.at}" for one in judged.carried_by),
        "flags": joined(judged.judgement.flags),
        "why": judged.judgement.why,
    }
    for name in _TEXTS:
        text = getattr(claim, name)
        row |= {f"{name}_{language}": text[language] if text else "" for language in LANGUAGES}
    for comparison in judged.comparisons:
        language = comparison.language
        row[f"said_{language}"] = joined(item.passage for item in claim.said if item.language == language)
        row[f"wording_{language}"] = comparison.wording or ""
        row[f"verdict_{language}"] = comparison.verdict
    row |= {f"direct_{direction}": str(len(judged.direct(direction))) for direction in DIRECTIONS}
    row |= {"indirect": str(len(judged.indirect)), "sources": joined(item.ref for item in claim.evidence)}
    row |= {name: joined(getattr(claim, name)) for name in ("requires", "related", "searches", "terms")}
    row["absence"] = claim.absence or ""
    row |= {name: joined(getattr(judged, name)) for name in ("premises", "weakest", "dependents")}
    row |= {"reviewed": claim.reviewed.isoformat(), "review_by": claim.review_by.isoformat()}
    row |= {"overdue": yes(is_overdue(claim, publication.today)), "signed": str(len(claim.signed()))}
    row |= {"version": str(claim.version), "version_date": claim.history[-1].date.isoformat()}
    row["short_address"] = publication.short(claim.code)
    row |= {f"page_{one.language}": one.page(claim_id) for one in publication.editions}
    row |= {f"version_page_{one.language}": one.version(claim_id, claim.version) for one in publication.editions}
    return row


def joined(values: Iterable[str]) -> str:
    """A list in one cell."""
    return "; ".join(values)


def yes(value: bool) -> str:
    """A truth value as a spreadsheet of any language reads it."""
    return "true" if value else "false"
