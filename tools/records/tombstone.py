"""What becomes of a claim after it was published: a version that misled, a claim that was taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol

from pydantic import Field, StringConstraints

from tools.records.words import CODE_PATTERN, Day, Name, Text, VersionNumber, record

Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]


@record
class Correction:
    """What is to be said above a published version that misled: the only thing that is ever added to one."""

    version: VersionNumber = Field(description="The version that misled.")
    date: Day = Field(description="The day on which that was found.")
    note: Text = Field(description="What was wrong in it.")


@record
class Withdrawal:
    """That a claim was taken back, and why."""

    date: Day = Field(description="The day on which it was withdrawn.")
    reason: Text = Field(description="Why it was withdrawn.")
    replaced_by: Name | None = Field(None, description="The id, or the code, of the claim to read instead.")


@record
class Tombstone:
    """A claim that was withdrawn: its addresses go on to answer, and its id and its code are not given to another."""

    code: Code = Field(description="The code that it had.")
    title: Text = Field(description="The title that it had.")
    formerly: list[Name] = Field([], description="The ids and codes that it had before.")
    corrected: list[Correction] = Field([], description="What is to be said above versions of it that misled.")
    withdrawn: Withdrawal = Field(description="When and why it was withdrawn.")


class _Named(Protocol):
    """A claim, withdrawn or not."""

    @property
    def code(self) -> str: ...
    @property
    def formerly(self) -> list[str]: ...


def names_of(owners: Iterable[tuple[str, _Named]]) -> dict[str, str]:
    """Every id and every code, of today and of before, to the id of the claim that it names; `owners` are ids with claims."""
    owners = tuple(owners)
    former = {name: owner for owner, claim in owners for name in claim.formerly}
    return former | {name: owner for owner, claim in owners for name in (owner, claim.code)}
