"""`schema`: the JSON Schema of claim records, written anew."""

from __future__ import annotations

from tools import files
from tools.commands.options import Common as Options
from tools.commands.reading import read
from tools.edition import Publication
from tools.export.editor_schema import editor_schema

SCHEMA = "schema/claim.schema.json"


def run(options: Options, publication: Publication) -> int:
    """Write the file."""
    files.write(options.root / SCHEMA, editor_schema(read(options.root)))
    return 0
