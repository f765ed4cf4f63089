"""How often a rare harm was counted, as a source prints it, where nobody was compared."""

from typing import Annotated, Literal

from pydantic import Field

from tools.records.words import Number, Text, record

Counted = Literal["people", "sessions"]


@record
class Frequency:
    """So many of so many people had it, or it came in so many of so many sessions. The two are never one number."""

    outcome: str = Field(description="What was counted, a word of the vocabulary.")
    of: Counted = Field(description="What was counted over: people, each with all their sessions, or single sessions.")
    rate: Annotated[Number, Field(ge=0)] = Field(description="How many of `per`, as the source prints it.")
    low: Annotated[Number, Field(ge=0)] | None = Field(None, description="The lower end of the 95 % interval.")
    high: Annotated[Number, Field(ge=0)] | None = Field(None, description="The upper end of the 95 % interval.")
    per: Literal[100, 1000, 10000, 100000] = Field(description="Of how many the source prints the rate.")
    group: Text | None = Field(None, description="Whom or what it is of, where the source tells groups apart: the coil, say.")
