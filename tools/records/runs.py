"""What a program counted when it ran a documented query in a database."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tools.files import digest
from tools.records.words import Day, record

Database = Literal["pubmed", "europepmc", "ctgov"]


@record
class Run:
    """How many hits a database had for a query on a day, as a program counted them: nobody has read them for that.

    `sha256` is that of the query, so that the number of one query never stands beside another.
    """

    date: Day
    hits: Annotated[int, Field(strict=True, ge=0)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

    def is_of(self, query: str | None) -> bool:
        """True where this query was run, to the letter."""
        return query is not None and digest(query) == self.sha256
