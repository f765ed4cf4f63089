"""What is there and could not be read. Nothing follows from what it does not say, so rules pass over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["claim", "reference", "search", "page"]
Mark = tuple[Kind, str]


@dataclass(frozen=True)
class Unread:
    """The marks of one reading.

    Attributes:
        marks: kind and name of each record that could not be read. The name "" is for a file of which nobody knows what it
            holds: any record of its kind may be in it.
    """

    marks: frozenset[Mark] = frozenset()

    def any(self, kind: Kind) -> bool:
        """True where something of the kind could not be read."""
        return any(found == kind for found, _ in self.marks)

    def hides(self, kind: Kind, name: str) -> bool:
        """True where a record that is not among those that were read may be there all the same."""
        return (kind, name) in self.marks or (kind, "") in self.marks

    def named(self, kind: Kind) -> set[str]:
        """The names of the records of a kind that could not be read, as far as they are known."""
        return {name for found, name in self.marks if found == kind and name}
